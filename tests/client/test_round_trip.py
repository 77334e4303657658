"""Round trip of any JSON value in any field of any model."""

from __future__ import annotations

import json
import pickle
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tencentkit import Credentials
from tencentkit._client.serializer import encode_request
from tencentkit.errors import RequestInvalid
from tencentkit.scf import Client, models
from tencentkit_api.model import Model
from tests.scripted import SyncScript, result

MODELS = [kind for name in models.__all__ if issubclass(kind := getattr(models, name), Model)]
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), kind=st.sampled_from(MODELS))
def test_any_model(kind: type[Model], data: st.DataObject) -> None:
    """`from_dict`, `to_dict` and pickling keep any value of any field; sending it sends it or raises RequestInvalid."""
    names = st.one_of(*map(st.just, [field.wire for field in kind.FIELDS]), st.text())
    fields = data.draw(st.dictionaries(names, ANY_JSON, max_size=6))
    made = kind.from_dict(fields)
    assert made.to_dict() == fields
    assert pickle.loads(pickle.dumps(made)).to_dict() == fields
    try:
        body = encode_request(made)
    except RequestInvalid:
        return
    assert json.loads(body) == fields


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from([field.name for field in models.ListAsyncEventsRequest.FIELDS]), value=ANY_JSON)
def test_any_argument(name: str, value: Any) -> None:
    """Any value of any argument is sent unchanged, or the error names the argument and nothing is sent."""
    network = SyncScript([result(TotalCount=0, EventList=[])])
    client = Client(region="ap-guangzhou", credentials=Credentials("i", "k"), transport=network, throttle=None)
    wire = next(field.wire for field in models.ListAsyncEventsRequest.FIELDS if field.name == name)
    try:
        client.list_async_events(**({"function_name": "f"} | {name: value}))  # type: ignore[arg-type]
    except RequestInvalid as error:
        assert network.requests == []
        assert error.argument.partition("[")[0].partition(".")[0] == name
        assert str(pickle.loads(pickle.dumps(error))) == str(error)
        return
    sent = network.body().get(wire)
    if isinstance(value, dict):
        return  # a dict may use attribute names or wire names; see test_arguments.py
    assert sent == value
