from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.emit.document import OpenApiDocument
from generator.emit.emission import emit
from generator.emit.errors import EmitError
from generator.emit.product import read_product
from tests.generator.emit.documents import INTEGER, STRING, action, array, document, ref, run_python, schema, source_of_model, write


def refused(tmp_path: Path, data: dict[str, Any]) -> str:
    """Emit a document that must be refused; returns why it was."""
    spec = write(tmp_path / "openapi.json", data)
    with pytest.raises(EmitError) as caught:
        emit(spec, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    return str(caught.value)


def one(request: dict[str, Any], types: dict[str, Any] | None = None, **facts: Any) -> dict[str, Any]:
    return document(action("Go", request, {"Total": INTEGER, "Names": array(STRING)}, **facts), types=types)


def test_inline_enum(tmp_path: Path) -> None:
    """An inline enum, whose invented class takes the name of a real type, is refused."""
    types = {"AsyncEvent": schema({"Status": {"type": "string", "enum": ["A", "B"]}}), "AsyncEventStatus": schema({"Status": STRING})}
    refused(tmp_path, one({"Event": ref("AsyncEvent"), "Status": ref("AsyncEventStatus")}, types))


def test_inline_object(tmp_path: Path) -> None:
    """An inline object, for which a class would be invented, is refused."""
    assert "additional: " in refused(tmp_path, one({"Point": schema({"X": INTEGER})}))


def test_dangling_reference(tmp_path: Path) -> None:
    """A type that its sources only name is refused instead of being left out."""
    assert "cannot parse the whole document" in refused(tmp_path, one({"Point": ref("Point")}))


def test_dropped_action(tmp_path: Path) -> None:
    """An action that the parser drops with a warning is refused."""
    data = one({})
    parameter = {"name": "X-TC-Action", "in": "header", "required": True, "schema": {"const": {"no": "constant"}}}
    data["paths"]["/Go"]["post"]["parameters"] = [parameter]
    refused(tmp_path, data)


@pytest.mark.parametrize("facts", [{"format": "date-time"}, {"format": "binary"}, {"enum": ["a"]}, {"type": ["string", "null"]}])
def test_other_kind(facts: dict[str, Any], tmp_path: Path) -> None:
    """A property that is none of string, integer, number, boolean, object or array of these is refused."""
    refused(tmp_path, one({"When": STRING | facts}))


def test_array_of_arrays(tmp_path: Path) -> None:
    """An array of arrays, which no row of a model's table can say, is refused."""
    assert "unsupported type" in refused(tmp_path, one({"Table": array(array(STRING))}))


def test_untyped_property(tmp_path: Path) -> None:
    """A property without a type is refused."""
    assert "has no type" in refused(tmp_path, one({"Anything": {}}))


def test_classes_that_differ_by_case(tmp_path: Path) -> None:
    """Two types whose modules a file system may take for one are refused."""
    types = {"DbInfo": schema({"A": STRING}), "DBInfo": schema({"B": STRING})}
    assert "more than one" in refused(tmp_path, one({"One": ref("DbInfo"), "Two": ref("DBInfo")}, types))


def test_dict_that_is_a_type(tmp_path: Path) -> None:
    """A type called like another's TypedDict is refused."""
    types = {"Point": schema({"A": STRING}), "PointDict": schema({"B": STRING})}
    assert "the name of more than one class: pointdict" in refused(tmp_path, one({"One": ref("Point"), "Two": ref("PointDict")}, types))


@pytest.mark.parametrize("pair", [("ItemIDs", "ItemIds"), ("Class", "class_")])
def test_attributes_that_become_one(pair: tuple[str, str], tmp_path: Path) -> None:
    """Two properties that would get one Python name are refused."""
    message = refused(tmp_path, one({}, {"Point": schema(dict.fromkeys(pair, STRING))}))
    assert f"{pair[0]} and {pair[1]} both have the Python name" in message


def test_waiter_called_like_an_action(tmp_path: Path) -> None:
    """A waiter whose row would overwrite an action's is refused."""
    waiters = [{"name": "Go", "interval": 1, "acceptors": [{"state": "success", "path": "Total", "values": [1]}]}]
    assert "constant" in refused(tmp_path, one({}, **{"x-tc-waiters": waiters}))


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"x-tc-pagination": {"offset": "Ofset", "limit": "Limit", "maximum": 9, "items": "Names"}}, "Ofset"),
        ({"x-tc-pagination": {"offset": "Limit", "limit": "Limit", "maximum": 9, "items": "Total"}}, "is not an array"),
        (
            {"x-tc-waiters": [{"name": "Done", "interval": 1, "acceptors": [{"state": "success", "path": "Total.X", "values": [1]}]}]},
            "X does not exist",
        ),
    ],
)
def test_rows_that_lead_nowhere(facts: dict[str, Any], message: str, tmp_path: Path) -> None:
    """A paging row or a waiter that names what is not there is refused."""
    assert message in refused(tmp_path, one({"Limit": INTEGER}, **facts))


def test_request_inside_another_schema(tmp_path: Path) -> None:
    """The request of an action cannot be part of a type, for its attributes are named as arguments."""
    assert "GoRequest" in refused(tmp_path, one({}, {"Holder": schema({"Request": ref("GoRequest")})}))


def test_shared_module_name(tmp_path: Path) -> None:
    """A product cannot be called like a module that all products share."""
    assert "the product name model is reserved" in refused(tmp_path, document(action("Go", {}, {}), service="model"))


def test_no_envelope(tmp_path: Path) -> None:
    """A response that is not the envelope is refused."""
    data = one({})
    data["paths"]["/Go"]["post"]["responses"]["200"]["content"]["application/json"]["schema"] = ref("GoResponse")
    assert "envelope" in refused(tmp_path, data)


def test_default_is_not_sent(tmp_path: Path) -> None:
    """A documented default is shown and never sent."""
    spec = write(tmp_path / "openapi.json", one({"Limit": INTEGER | {"x-tc-default": 20}}))
    emit(spec, tmp_path / "out")
    run_python(
        """
        from tencentkit_api.zoo import models
        assert models.GoRequest().to_dict() == {}
        assert models.GoRequest.FIELDS[0].default == 20
        """,
        tmp_path / "out",
    )


def test_description_beside_a_reference(tmp_path: Path) -> None:
    """A description that stands beside a `$ref` is not lost."""
    spec = write(tmp_path / "openapi.json", one({"Point": ref("Point", description="Where to go")}, {"Point": schema({"X": INTEGER})}))
    emit(spec, tmp_path / "out")
    assert "point: Where to go." in (tmp_path / "out/tencentkit_api/zoo/operations.py").read_text()
    assert '"""Where to go."""' in source_of_model(tmp_path / "out/tencentkit_api/zoo", "GoRequest")


def test_order_of_the_page(tmp_path: Path) -> None:
    """Fields stand in the page's order, not required ones first."""
    data = document(action("Go", {"B": STRING, "A": STRING, "C": STRING}, {}, required=["C", "A"]))
    product = read_product(OpenApiDocument.read(write(tmp_path / "openapi.json", data)))
    assert [field.wire for field in product.models["GoRequest"].fields] == ["B", "A", "C"]


def test_no_paging_action(tmp_path: Path) -> None:
    """A product in which nothing pages has a `paginate` that refuses."""
    emit(write(tmp_path / "openapi.json", one({})), tmp_path / "out")
    run_python(
        """
        from tencentkit_api.zoo.operations import Operations
        assert "no action of this product has pagination" in Operations.paginate.__doc__
        """,
        tmp_path / "out",
    )


def test_a_form_with_files(tmp_path: Path) -> None:
    """An action that wants a file as it is says where it is called that it cannot be sent; one that has none says nothing."""
    said = []
    for number, facts in enumerate(({"x-tc-type": "Binary"}, {})):
        emit(write(tmp_path / f"{number}.json", one({"File": STRING | facts})), tmp_path / f"out{number}")
        [operations] = (tmp_path / f"out{number}").rglob("operations.py")
        said.append("Not supported: the service requires a form with files" in operations.read_text(encoding="utf-8"))
    assert said == [True, False]
