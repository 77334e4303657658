"""Models: parsing, serialization, equality, copies, repr."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tencentkit_api.meta import Meta
from tencentkit_api.model import Model
from tencentkit_api.scf import models
from tencentkit_api.unset import UNSET

CLASSES: list[type[Model]] = [getattr(models, name) for name in models.__all__ if not name.endswith("Dict")]
EVENT = {
    "InvokeRequestId": "1",
    "InvokeType": "COS",
    "Qualifier": "$LATEST",
    "Status": "RUNNING",
    "StartTime": "2020-12-01 08:35:00.000",
    "EndTime": "",
}
PAGE = {"TotalCount": 1, "EventList": [EVENT], "RequestId": "r"}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@st.composite
def objects(draw: st.DrawFn, model: type[Model], depth: int = 2) -> dict[str, Any]:
    """Draw any JSON object, biased to the names and nested types of the model."""
    result: dict[str, Any] = draw(st.dictionaries(st.text(max_size=5), json_values, max_size=2))
    for field in model.FIELDS:
        values = json_values
        if field.model is not None and depth:
            nested = objects(getattr(models, field.model), depth - 1)
            values = values | nested | st.lists(nested | json_values, max_size=3)
        if draw(st.booleans()):
            result[field.wire] = draw(values)
    return result


@settings(database=None, deadline=None, max_examples=150)
@given(data=st.data(), model=st.sampled_from(CLASSES))
def test_round_trip(model: type[Model], data: st.DataObject) -> None:
    """Any JSON object can be parsed into any model, and `to_dict` returns an equal object."""
    source = data.draw(objects(model))
    before = copy.deepcopy(source)
    read = model.from_dict(source)
    assert read.to_dict() == source == before
    assert len(read.to_dict(wire_names=False)) == len(source)
    assert model.from_dict(json.loads(json.dumps(read.to_dict()))) == read


def test_nested_models() -> None:
    """Objects in lists and fields become models."""
    page = models.ListAsyncEventsResponse.from_dict(PAGE)
    assert page.total_count == 1
    assert page.event_list == [models.AsyncEvent.from_dict(EVENT)]
    assert page.event_list[0].end_time == ""


def test_unknown_field() -> None:
    """An unknown field is kept in `extra` and serialized again."""
    event = models.AsyncEvent.from_dict(EVENT | {"New": {"Deep": [1]}})
    assert event.extra == {"New": {"Deep": [1]}}
    assert event.to_dict() == EVENT | {"New": {"Deep": [1]}}


def test_unknown_value() -> None:
    """An undocumented status is kept."""
    assert models.AsyncEvent.from_dict(EVENT | {"Status": "abc"}).status == "abc"


@pytest.mark.parametrize("source", [{}, {"EventList": None, "TotalCount": None}, {"EventList": []}])
def test_null_and_missing(source: dict[str, Any]) -> None:
    """A null or missing list is empty, other values are `None`; a round trip still tells null, missing and empty apart."""
    read = models.ListAsyncEventsResponse.from_dict(source)
    assert (read.event_list, read.total_count) == ([], None)
    assert read.extra == {name: value for name, value in source.items() if value is None}
    assert read.to_dict() == source
    read.event_list.append(models.AsyncEvent.from_dict(EVENT))
    read.total_count = 1
    assert read.to_dict() == {"TotalCount": 1, "EventList": [EVENT]}


def test_nulls_in_listed_items() -> None:
    """The fast path for listed items treats nulls as the other one does."""
    layer = {"CompatibleRuntimes": None, "AddTime": None, "Description": None, "LicenseInfo": None, "LayerVersion": None, "LayerName": "n"}
    sources: list[dict[str, Any]] = [layer | {"Status": "s", "Stamp": None, "Tags": None}, layer, layer | {"Tags": []}]
    read = models.LayerVersionInfo.from_list(sources)
    assert [each.to_dict() for each in read] == sources
    assert [(each.compatible_runtimes, each.tags, each.add_time, each.layer_version) for each in read] == [([], [], None, None)] * 3
    assert models.LayerVersionInfo.from_dict(sources[0]) == read[0]


def test_unset_list_is_not_sent() -> None:
    """A list that is not set is empty and not sent; an empty list of the caller is."""
    assert models.Environment().to_dict() == {}
    assert models.Environment(variables=[]).to_dict() == {"Variables": []}
    filled = models.Environment()
    filled.variables.append(models.Variable(key="K", value="v"))
    assert filled.to_dict() == {"Variables": [{"Key": "K", "Value": "v"}]}
    request = models.UpdateFunctionConfigurationRequest(function_name="f", environment=models.Environment())
    assert request.to_dict()["Environment"] == {}


@pytest.mark.parametrize("value", [1, "x", {"a": 1}, [1, None, "x", [2]], [{"Status": 3}]])
def test_unexpected_type(value: Any) -> None:
    """A value of an unexpected type is kept."""
    read = models.ListAsyncEventsResponse.from_dict({"EventList": value, "TotalCount": value})
    assert read.total_count == value
    assert read.to_dict() == {"EventList": value, "TotalCount": value}


def test_dicts_and_tuples() -> None:
    """A request accepts dicts with attribute names, and tuples; it serializes them with wire names, as lists."""
    request = models.ListAsyncEventsRequest(
        function_name="f",
        status=("RUNNING",),
        start_time_interval={"start": "a", "end": "b"},
        end_time_interval=models.TimeInterval(start="c", end="d"),
    )
    assert request.to_dict() == {
        "FunctionName": "f",
        "Status": ["RUNNING"],
        "StartTimeInterval": {"Start": "a", "End": "b"},
        "EndTimeInterval": {"Start": "c", "End": "d"},
    }


def test_defaults_are_not_sent() -> None:
    """An argument that is not set is not serialized, also if a default is documented."""
    assert models.ListAsyncEventsRequest(function_name="f").to_dict() == {"FunctionName": "f"}


def test_keyword_only() -> None:
    """Models accept keyword arguments only, and no unknown names."""
    with pytest.raises(TypeError):
        models.TimeInterval("a", "b")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        models.TimeInterval(start="a", end="b", middle="c")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        models.TimeInterval(start="a", end="b").middle = "c"  # type: ignore[attr-defined]


def test_equality() -> None:
    """Models are equal by their fields; `meta` affects neither equality nor repr."""
    one, two = models.ListAsyncEventsResponse.from_dict(PAGE), models.ListAsyncEventsResponse.from_dict(PAGE)
    two.meta = Meta(request_id="r", attempts=3)
    assert one == two
    assert "attempts" not in repr(two)
    two.extra["New"] = 1
    assert one != two
    assert models.AsyncEvent.from_dict({}) != models.AsyncEventStatus.from_dict({})


def through_pickle(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, through_pickle])
def test_copies(copied: Any) -> None:
    """A copied or pickled response is equal and keeps `meta`; fields that were missing stay out of `to_dict`."""
    page = models.ListAsyncEventsResponse.from_dict({"EventList": [EVENT, {}], "New": 1})
    assert copied(models.Environment.from_dict({})).to_dict() == {}
    page.meta = Meta("r", 2, 1.5, 0.5, {"date": "now"})
    again = copied(page)
    assert again == page
    assert again.meta == page.meta
    assert again.total_count is None
    assert again.event_list[1].status is None
    assert (again.event_list[1].extra, again.event_list[1].to_dict()) == ({}, {})
    assert again.to_dict() == page.to_dict()


def test_unset() -> None:
    """UNSET is one object, also after copying and pickling; it is false, and its repr is its name."""
    for again in (copy.copy(UNSET), copy.deepcopy(UNSET), copy.deepcopy([UNSET])[0]):
        assert again is UNSET
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(UNSET, protocol)) is UNSET
    assert not UNSET
    assert repr(UNSET) == "UNSET"


def test_meta_defaults() -> None:
    """A response without a call has default `meta` with read-only headers."""
    meta = models.ListAsyncEventsResponse.from_dict(PAGE).meta
    assert meta == Meta(None, 0, 0.0, 0.0, {})
    with pytest.raises(TypeError):
        meta.headers["a"] = "b"  # type: ignore[index]


def test_repr_without_unset_fields() -> None:
    """The repr is the call that creates the model: without an empty `extra` and optional fields that are not set."""
    request = models.ListAsyncEventsRequest(function_name="f", status=["RUNNING"], start_time_interval=models.TimeInterval(start="a", end="b"))
    assert repr(request) == (
        "ListAsyncEventsRequest(function_name='f', status=['RUNNING'], start_time_interval=TimeInterval(start='a', end='b'))"
    )
    assert eval(repr(request), vars(models) | {"UNSET": UNSET, **{name: getattr(models, name) for name in models.__all__}}) == request


def test_repr_of_incomplete_response() -> None:
    """A missing promised field stays visible, and so do unknown fields."""
    page = models.ListAsyncEventsResponse.from_dict({"TotalCount": 0, "EventList": [], "New": {"a": 1}})
    assert repr(page) == "ListAsyncEventsResponse(total_count=0, event_list=[], request_id=None, extra={'New': {'a': 1}})"


def test_rows_with_attribute_names() -> None:
    """`to_dict(wire_names=False)` has attribute names at any depth; unknown fields keep their wire names."""
    page = models.ListAsyncEventsResponse.from_dict({"EventList": [{**EVENT, "New": {"Deep": 1}}], "TotalCount": 1})
    event = page.event_list[0]
    row = event.to_dict(wire_names=False)
    assert row == {field.name: EVENT[field.wire] for field in event.FIELDS} | {"New": {"Deep": 1}}
    assert page.to_dict(wire_names=False) == {"total_count": 1, "event_list": [row]}
    assert page.to_dict() == page.to_dict(wire_names=True) == {"EventList": [{**EVENT, "New": {"Deep": 1}}], "TotalCount": 1}


def test_rows_lose_no_unknown_field() -> None:
    """An unknown field that equals an attribute name gets underscores until its name is free."""
    event = models.AsyncEvent.from_dict({"Status": "a", "status": "b", "status_": "c", "Status_": "d"})
    assert event.to_dict(wire_names=False) == {"status": "a", "status__": "b", "status_": "c", "Status_": "d"}


def test_rows_of_arguments() -> None:
    """Tuples become lists, plain dicts stay, and fields that are not set are left out."""
    request = models.ListAsyncEventsRequest(
        function_name="f",
        status=("RUNNING",),
        start_time_interval={"start": "a", "end": "b"},
        end_time_interval=models.TimeInterval(start="c", end="d"),
    )
    assert request.to_dict(wire_names=False) == {
        "function_name": "f",
        "status": ["RUNNING"],
        "start_time_interval": {"start": "a", "end": "b"},
        "end_time_interval": {"start": "c", "end": "d"},
    }


def test_typed_dict() -> None:
    """The TypedDict of a model has the attributes of the model as keys, with the same required ones."""
    assert models.TimeIntervalDict.__required_keys__ == {"start", "end"}
    assert models.TimeIntervalDict.__optional_keys__ == frozenset()


def test_repr_hides_secrets() -> None:
    """The repr hides passwords and values of environment variables, and shows whether they are set."""
    code = models.Code(git_url="https://git", git_password="hunter2")
    read = models.GetFunctionResponse.from_dict(
        {"Environment": {"Variables": [{"Key": "DB", "Value": "hunter2"}, {"Key": "E", "Value": ""}]}}
    )
    for text in (repr(code), repr(models.CreateFunctionRequest(function_name="f", code=code)), repr(read), str(read)):
        assert "hunter2" not in text
        assert "[hidden]" in text
    assert "git_password_secret" not in repr(code)
    assert "value=''" in repr(read)
    assert code.to_dict() == {"GitUrl": "https://git", "GitPassword": "hunter2"}


WRAPS: dict[str, Callable[[Any], Any]] = {
    "text": json.dumps,
    "list": lambda value: [value],
    "lists": lambda value: [[value]],
    "mixed": lambda value: [value, [json.dumps(value)]],
}


@pytest.mark.parametrize("wrap", WRAPS.values(), ids=WRAPS)
def test_repr_of_unexpected_structure(wrap: Callable[[Any], Any]) -> None:
    """A secret stays hidden if the object around it arrives as text, or in more lists than documented."""
    variables = [{"Key": "NAME", "Value": "canary"}]
    for environment in (wrap({"Variables": variables}), {"Variables": wrap(variables[0])}, {"Variables": wrap(variables)}):
        for model in (models.GetFunctionResponse, models.CreateFunctionRequest):
            made = model.from_dict({"Environment": environment})
            assert "canary" not in repr(made), environment
            assert made.to_dict()["Environment"] == environment
