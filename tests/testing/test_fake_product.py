"""`FakeProduct`: products by name, default responses, responses and items of a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tencentkit.scf
from tencentkit.errors import ApiError, InvalidParameterValue, ResourceNotFound
from tencentkit.scf import AsyncClient, Client, models
from tencentkit.testing import FakeProduct, FakeScf, ManualClock, SchemaViolation
from tests.conftest import Kind

COUNT = 250


@pytest.fixture
def scf_product() -> FakeProduct:
    """SCF without the methods for functions and events."""
    return FakeProduct("scf", clock=ManualClock())


@pytest.fixture(params=["in process", "over a socket"])
def client(request: pytest.FixtureRequest, kind: Kind, scf_product: FakeProduct) -> Any:
    """Client of either kind."""
    from tencentkit import Credentials
    from tencentkit.testing import serve

    settings = {"clock": scf_product.clock, "credentials": Credentials(*scf_product.credentials), "throttle": None, "retry": None}
    if request.param == "in process":
        yield kind.client(transport=kind.pick(scf_product.transport, scf_product.async_transport)(), **settings)
        return
    with serve(scf_product) as server:
        yield kind.client(base_url=server.url, **settings)
        kind.close_clients()


@pytest.mark.parametrize("product", ["scf", tencentkit.scf, Client, AsyncClient])
def test_products_by_name(product: Any) -> None:
    """A product may be a name, a module or a client class."""
    fake = FakeProduct(product)
    assert (fake.service, fake.version) == ("scf", "2018-04-16")
    assert isinstance(fake.client(), Client)
    assert isinstance(fake.async_client(), AsyncClient)


def test_derived_client() -> None:
    """A fake of a derived client class makes clients of that class."""

    class Mine(Client):
        pass

    assert isinstance(FakeProduct(Mine).client(), Mine)


@pytest.mark.parametrize(
    ("product", "error", "message"),
    [
        ("sfc", ValueError, "did you mean scf"),
        ("cvm-x", ValueError, "installed: scf; install another one with: pip install tencentkit-cvm-x"),
        ("", ValueError, "no product '' is installed"),
        ("credentials", ValueError, "no product 'credentials' is installed"),
        ("scf.v2000_01_01", ValueError, "scf has no API version 'v2000_01_01'"),
        (7, TypeError, "product must be a name"),
        (dict, TypeError, "product must be a name"),
    ],
)
def test_unknown_products(product: Any, error: type[Exception], message: str) -> None:
    """An unknown product is an error with a similar name, or with the installed ones."""
    with pytest.raises(error, match=message):
        FakeProduct(product)


def test_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The entry points of installed wheels name the products, whatever their modules."""
    folder = tmp_path / "depot-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: depot\nVersion: 1.0\n", encoding="utf-8")
    (folder / "entry_points.txt").write_text("[tencentkit.products]\nwarehouse = tencentkit.scf\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert FakeProduct("warehouse").service == "scf"
    with pytest.raises(ValueError, match="did you mean warehouse"):
        FakeProduct("warehoue")


def test_documented_example(client: Any, kind: Kind) -> None:
    """An action without state responds with its documented example."""
    assert kind.run(client.get_account()).account_limit is not None


def test_state_of_scf(client: Any, kind: Kind) -> None:
    """The stateful actions of SCF keep their state."""
    code = models.Code(zip_file="aGVsbG8=")
    with pytest.raises(ResourceNotFound):
        kind.run(client.get_function(function_name="f"))
    kind.run(client.create_function(function_name="f1", code=code))
    assert kind.run(client.get_function(function_name="f1")).function_name == "f1"


def test_response_sequence(client: Any, kind: Kind, scf_product: FakeProduct) -> None:
    """Consecutive requests get consecutive responses: dicts, models, functions and errors. The last one repeats."""
    status = {"InvokeRequestId": "x", "StatusCode": 0}
    scf_product.on(
        "get_async_event_status",
        [
            {"Result": {**status, "Status": "RUNNING"}},
            ApiError("FailedOperation.AsyncEventStatus", "Later."),
            models.GetAsyncEventStatusResponse.from_dict({"Result": {**status, "Status": "FINISHED"}, "RequestId": "old"}),
            lambda parameters: {"Result": {**status, "Status": parameters["InvokeRequestId"]}},
        ],
    )
    outcomes = []
    for _ in range(5):
        try:
            outcomes.append(kind.run(client.get_async_event_status(invoke_request_id="last")).result.status)
        except ApiError as error:
            outcomes.append(error.code)
    assert outcomes == ["RUNNING", "FailedOperation.AsyncEventStatus", "FINISHED", "last", "last"]


def test_handler_raises_an_error(client: Any, kind: Kind, scf_product: FakeProduct) -> None:
    """An `ApiError` of a handler is the error response."""

    def missing(parameters: dict[str, Any]) -> dict[str, Any]:
        raise ApiError("ResourceNotFound.Layer", f"There is no {parameters['LayerName']}.")

    scf_product.on("DeleteLayerVersion", missing)
    with pytest.raises(ResourceNotFound, match="There is no it") as caught:
        kind.run(client.delete_layer_version(layer_name="it", layer_version=1))
    assert caught.value.code == "ResourceNotFound.Layer"


@pytest.mark.parametrize("response", [None, [], 7, "text", [{}, 7]])
def test_invalid_responses(response: Any, scf_product: FakeProduct) -> None:
    """Something other than a response is an error when the test sets it."""
    with pytest.raises((TypeError, ValueError)):
        scf_product.on("DeleteLayerVersion", response)
    with pytest.raises(TypeError, match="one response"):
        scf_product.on("DeleteLayerVersion", {}, returns={})


def rows(style: str) -> list[Any]:
    """Return items of ListLayers as dicts with either names, or models."""
    names: dict[str, Callable[[int], Any]] = {
        "wire names": lambda number: {"LayerName": f"layer-{number}"},
        "attribute names": lambda number: {"layer_name": f"layer-{number}", "compatible_runtimes": ["Python3.9"]},
        "models": lambda number: models.LayerVersionInfo.from_dict({"LayerName": f"layer-{number}", "LayerVersion": number}),
    }
    return [names[style](number) for number in range(COUNT)]


@pytest.mark.parametrize("style", ["wire names", "attribute names", "models"])
def test_listing_has_every_item(style: str, client: Any, kind: Kind, scf_product: FakeProduct) -> None:
    """A listing of 250 items has each of them once, in order, and its requests are those of pages."""
    scf_product.items("list_layers", rows(style))
    pager = client.paginate(client.list_layers)
    found = kind.listed(pager)
    assert [item.layer_name for item in found] == [f"layer-{number}" for number in range(COUNT)]
    assert pager.total == COUNT
    assert [call.parameters for call in scf_product.calls][:2] == [{"Offset": 0, "Limit": 20}, {"Offset": 20, "Limit": 20}]


def test_listing_with_numbers_as_texts(client: Any, kind: Kind, scf_product: FakeProduct) -> None:
    """A listing that takes its offset as a text pages as well, and its items replace the state."""
    scf_product.items("ListAliases", [{"Name": f"alias-{number}"} for number in range(COUNT)])
    found = kind.listed(client.paginate(client.list_aliases, function_name="f"))
    assert [item.name for item in found] == [f"alias-{number}" for number in range(COUNT)]


def test_items_by_parameters(client: Any, kind: Kind, scf_product: FakeProduct) -> None:
    """A function of the parameters selects the items."""
    scf_product.items(
        "ListLayers", lambda parameters: [{"LayerName": parameters.get("SearchKey", "all")}] * (2 if "SearchKey" in parameters else 45)
    )
    assert [item.layer_name for item in kind.listed(client.paginate(client.list_layers, search_key="s"))] == ["s", "s"]
    assert len(kind.listed(client.paginate(client.list_layers))) == 45


def test_default_items_are_consistent(client: Any, kind: Kind) -> None:
    """A listing of the documented example has as many items as it counts."""
    pager = client.paginate(client.list_layers)
    assert len(kind.listed(pager)) == pager.total


@pytest.mark.parametrize("offset", ["many", "-1", "1.5"])
def test_invalid_offset(offset: str, client: Any, kind: Kind, scf_product: FakeProduct) -> None:
    """A position that is no number is an error response."""
    scf_product.items("ListAliases", [])
    with pytest.raises(InvalidParameterValue, match="Offset"):
        kind.run(client.list_aliases(function_name="f", offset=offset))


def test_invalid_items(scf_product: FakeProduct) -> None:
    """Items that do not match the schema, and an action that does not page, are errors when the test sets them."""
    with pytest.raises(SchemaViolation, match="LayerName"):
        scf_product.items("ListLayers", [{"LayerName": 7}])
    with pytest.raises(SchemaViolation, match="Unknown"):
        scf_product.items("ListLayers", [{"Unknown": 7}])
    with pytest.raises(ValueError, match="GetAccount is not declared to page"):
        scf_product.items("GetAccount", [])
    with pytest.raises(ValueError, match="did you mean ListLayers"):
        scf_product.items("ListLayer", [])


def test_repr_without_constructor() -> None:
    """A debugger can show a fake whose constructor failed."""
    for kind in (FakeProduct, FakeScf):
        assert repr(kind.__new__(kind)) == f"<{kind.__name__}, not initialized>"
    assert repr(FakeProduct("scf")) == "<FakeProduct of scf 2018-04-16 with 0 calls>"


def test_seed_decides_the_values() -> None:
    """Equal seeds give equal responses from schemas, other seeds other ones."""

    def response(seed: int) -> dict[str, Any]:
        return FakeProduct("scf", seed=seed)._service.default_responses._synthesizer.response("GetAccount")

    assert response(1) == response(1) != response(2)
