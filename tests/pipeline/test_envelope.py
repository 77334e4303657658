"""Response envelope: every response becomes a result or one typed error."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tencentkit import Credentials, errors
from tencentkit.errors import ApiError, ResponseMalformed, TencentkitError
from tencentkit.scf import Client
from tencentkit.transport import HttpResponse
from tests.scripted import SyncScript, refusal, result

Make = Callable[..., Any]


def body(content: str | bytes, status: int = 200, **headers: str) -> HttpResponse:
    raw = content.encode() if isinstance(content, str) else content
    return HttpResponse(status, {name.replace("_", "-"): value for name, value in headers.items()}, raw)


@pytest.mark.parametrize("content_type", ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "text/plain", None])
def test_content_type_is_ignored(stage: Make, content_type: str | None) -> None:
    """The envelope decides whether a response is an error; the content type does not."""
    response = refusal("ResourceNotFound.Function", "no such function")
    headers = {} if content_type is None else {"content-type": content_type}
    with pytest.raises(errors.ResourceNotFound) as caught:
        stage(HttpResponse(200, headers, response.body)).list_events()
    error = caught.value
    assert (error.code, error.message, error.request_id) == ("ResourceNotFound.Function", "no such function", "r-1")
    assert (error.action, error.region, error.status_code, error.attempts) == ("ListAsyncEvents", "ap-guangzhou", 200, 1)
    assert error.host == "scf.tencentcloudapi.com"
    assert str(error) == "ResourceNotFound.Function: no such function (ListAsyncEvents in ap-guangzhou, request id r-1)"


def test_unknown_error_code(stage: Make) -> None:
    """An undocumented code is raised as `ApiError` itself and keeps its code."""
    with pytest.raises(ApiError) as caught:
        stage(refusal("BrandNew.Thing")).list_events()
    assert (type(caught.value), caught.value.code) == (ApiError, "BrandNew.Thing")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is not JSON"),
        ("<html>502</html>", "is not JSON"),
        ('{"Response": {"TotalCount": 1', "is not JSON"),
        ('{"Response": {"TotalCount": NaN}}', "is not JSON"),
        ('{"Response": {"TotalCount": ' + "9" * 5000 + "}}", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        (b'{"Response": {"RequestId": "\xff\xfe"}}', "is not JSON"),
        ("{}", "has no Response object"),
        ("[]", "has no Response object"),
        ("null", "has no Response object"),
        ('{"Response": null}', "has no Response object"),
        ('{"Response": []}', "has no Response object"),
        ('{"Response": {"Error": {}}}', "has an Error without a Code"),
        ('{"Response": {"Error": "x"}}', "has an Error without a Code"),
        ('{"Response": {"Error": {"Code": 3}}}', "has an Error without a Code"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_malformed_response(stage: Make, content: str | bytes, reason: str) -> None:
    """`ResponseMalformed` contains the status and the beginning of the body; a read was tried three times."""
    made = stage(body(content, content_type="text/html"))
    with pytest.raises(ResponseMalformed, match=reason) as caught:
        made.list_events()
    assert caught.value.status_code == 200
    assert "text/html" in str(caught.value)
    assert len(str(caught.value)) < 1200
    assert len(made.network.requests) == 3


def test_error_without_request_id(stage: Make) -> None:
    """The error keeps its code when other fields are missing."""
    with pytest.raises(errors.InvalidParameter) as caught:
        stage(body('{"Response": {"Error": {"Code": "InvalidParameter"}}}')).list_events()
    assert (caught.value.request_id, caught.value.message) == (None, "")


@pytest.mark.parametrize("status", [429, 499, 500, 520, 999])
def test_error_with_any_status(stage: Make, status: int) -> None:
    """An error in the envelope is raised for every HTTP status, and has that status."""
    response = refusal("InvalidParameterValue.Limit")
    with pytest.raises(errors.InvalidParameterValue) as caught:
        stage(response._replace(status=status), retry=None).list_events()
    assert caught.value.status_code == status


def test_result_with_error_status(stage: Make) -> None:
    """A result with HTTP 503 is malformed."""
    with pytest.raises(ResponseMalformed, match="an error status"):
        stage(result(TotalCount=1)._replace(status=503)).list_events()


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "Mon, 25 Feb 2019 16:44:35 GMT", "date": "Mon, 25 Feb 2019 16:44:25 GMT"}, 10.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-1"}, None),
        ({}, None),
    ],
    ids=str,
)
def test_retry_after(stage: Make, headers: dict[str, str], seconds: float | None) -> None:
    """The error has the delay of `Retry-After`, given in seconds or as a date."""
    with pytest.raises(ApiError) as caught:
        stage(refusal("RequestLimitExceeded")._replace(headers=headers), retry=None).list_events()
    assert caught.value.retry_after == seconds


def test_unknown_fields_and_nulls(stage: Make) -> None:
    """Unknown fields are kept in `extra`, unknown values survive, a null or missing field is None."""
    events = [{"InvokeRequestId": "x", "Status": "PAUSED", "EndTime": None, "Color": "red"}]
    page = stage(result(TotalCount="7", EventList=events, More={"a": 1})).list_events()
    event = page.event_list[0]
    assert (event.status, event.end_time, event.qualifier) == ("PAUSED", None, None)
    assert (event.extra, page.extra, page.total_count) == ({"EndTime": None, "Color": "red"}, {"More": {"a": 1}}, "7")
    assert page.to_dict() == {"TotalCount": "7", "EventList": events, "More": {"a": 1}, "RequestId": "r-1"}


@pytest.mark.parametrize("events", [{}, "x", [None, 3, []], 7], ids=str)
def test_unexpected_type_is_kept(stage: Make, events: Any) -> None:
    """A field of an unexpected type does not make a call fail."""
    assert stage(result(EventList=events)).list_events().event_list == events


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


FIELDS = st.sampled_from(["Response", "Error", "Code", "Message", "RequestId", "TotalCount", "EventList", "Status", "Result"])


ENVELOPES = st.recursive(ANY_JSON, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=4), max_leaves=20)


def _read_response(response: HttpResponse) -> None:
    """Read one response; it must become a result or a TencentkitError."""
    network = SyncScript([response])
    client = Client(region="ap-guangzhou", credentials=Credentials("id", "key"), transport=network, throttle=None, retry=None)
    try:
        page = client.list_async_events(function_name="f")
    except TencentkitError as error:
        assert str(pickle.loads(pickle.dumps(error))) == str(error) != ""
    else:
        assert page.to_dict() == json.loads(response.body)["Response"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.binary(max_size=200), status=st.integers(200, 599).filter(lambda status: not 300 <= status < 400))
def test_any_bytes(content: bytes, status: int) -> None:
    """Any bytes give a result or a typed error."""
    _read_response(HttpResponse(status, {}, content))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=ENVELOPES)
def test_any_json(content: Any) -> None:
    """Any JSON gives a result or a typed error, and `to_dict` returns what was received."""
    _read_response(HttpResponse(200, {}, json.dumps({"Response": content}).encode()))
