"""What comes back becomes a result or one typed error, whatever the service sends."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tencentkit import UNSET, Credentials, errors
from tencentkit.errors import API_ERRORS, ApiError, ResponseMalformed, TencentkitError, api_error_class
from tencentkit.scf import Client
from tencentkit.transport import HttpResponse
from tencentkit_api.scf.actions import ACTIONS
from tests.scripted import SyncScript, refusal, result

Make = Callable[..., Any]


def body(content: str | bytes, status: int = 200, **headers: str) -> HttpResponse:
    raw = content.encode() if isinstance(content, str) else content
    return HttpResponse(status, {name.replace("_", "-"): value for name, value in headers.items()}, raw)


@pytest.mark.parametrize("content_type", ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "text/plain", None])
def test_an_error_is_an_error_under_every_content_type(stage: Make, content_type: str | None) -> None:
    """The envelope decides, not the content type."""
    answer = refusal("ResourceNotFound.Function", "no such function")
    headers = {} if content_type is None else {"content-type": content_type}
    with pytest.raises(errors.ResourceNotFound) as caught:
        stage(HttpResponse(200, headers, answer.body)).list_events()
    error = caught.value
    assert (error.code, error.message, error.request_id) == ("ResourceNotFound.Function", "no such function", "r-1")
    assert (error.action, error.region, error.status_code, error.attempts) == ("ListAsyncEvents", "ap-guangzhou", 200, 1)
    assert error.host == "scf.tencentcloudapi.com"
    assert str(error) == "ResourceNotFound.Function: no such function (ListAsyncEvents in ap-guangzhou, request id r-1)"


@pytest.mark.parametrize("code", sorted({code for action in ACTIONS for code in action.errors}))
def test_every_documented_code_has_a_class(code: str) -> None:
    """Each code of the pages is raised as the class named by its first segment."""
    assert api_error_class(code).__name__ == code.partition(".")[0]
    assert getattr(errors, code.partition(".")[0]) is api_error_class(code)


def test_an_unknown_code_is_an_api_error(stage: Make) -> None:
    """A code that nobody documented keeps its code on `ApiError` itself."""
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
def test_what_is_no_envelope_is_malformed(stage: Make, content: str | bytes, reason: str) -> None:
    """One typed error with status and the beginning of the answer; a read was tried three times."""
    made = stage(body(content, content_type="text/html"))
    with pytest.raises(ResponseMalformed, match=reason) as caught:
        made.list_events()
    assert caught.value.status_code == 200
    assert "text/html" in str(caught.value)
    assert len(str(caught.value)) < 1200
    assert len(made.network.requests) == 3


def test_an_error_without_a_request_id_keeps_its_code(stage: Make) -> None:
    """The code is never lost for want of something else."""
    with pytest.raises(errors.InvalidParameter) as caught:
        stage(body('{"Response": {"Error": {"Code": "InvalidParameter"}}}')).list_events()
    assert (caught.value.request_id, caught.value.message) == (None, "")


@pytest.mark.parametrize("status", [429, 499, 500, 520, 999])
def test_an_error_under_another_status_is_still_that_error(stage: Make, status: int) -> None:
    """The envelope's error is raised whatever the status, which stands on it."""
    answer = refusal("InvalidParameterValue.Limit")
    with pytest.raises(errors.InvalidParameterValue) as caught:
        stage(answer._replace(status=status), retry=None).list_events()
    assert caught.value.status_code == status


def test_a_success_under_a_status_of_failure_is_not_believed(stage: Make) -> None:
    """A result with HTTP 503 is malformed, not a result."""
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
def test_retry_after_stands_on_the_error(stage: Make, headers: dict[str, str], seconds: float | None) -> None:
    """The service's own hint, as seconds or as a date."""
    with pytest.raises(ApiError) as caught:
        stage(refusal("RequestLimitExceeded")._replace(headers=headers), retry=None).list_events()
    assert caught.value.retry_after == seconds


def test_unknown_fields_values_and_nulls_are_data(stage: Make) -> None:
    """Fields that no spec knows are kept, unknown values survive, a null is None, an absent field is UNSET."""
    events = [{"InvokeRequestId": "x", "Status": "PAUSED", "EndTime": None, "Color": "red"}]
    page = stage(result(TotalCount="7", EventList=events, More={"a": 1})).list_events()
    event = page.event_list[0]
    assert (event.status, event.end_time, event.qualifier) == ("PAUSED", None, UNSET)
    assert (event.extra, page.extra, page.total_count) == ({"Color": "red"}, {"More": {"a": 1}}, "7")
    assert page.to_dict() == {"TotalCount": "7", "EventList": events, "More": {"a": 1}, "RequestId": "r-1"}


@pytest.mark.parametrize("events", [None, {}, "x", [None, 3, []], 7], ids=str)
def test_a_field_of_another_type_is_kept_as_it_came(stage: Make, events: Any) -> None:
    """Data never makes a call fail."""
    assert stage(result(EventList=events)).list_events().event_list == events


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
FIELDS = st.sampled_from(["Response", "Error", "Code", "Message", "RequestId", "TotalCount", "EventList", "Status", "Result"])
ENVELOPES = st.recursive(ANY_JSON, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=4), max_leaves=20)


def _answered(answer: HttpResponse) -> None:
    """Either a result or an error of ours."""
    network = SyncScript([answer])
    client = Client(region="ap-guangzhou", credentials=Credentials("id", "key"), transport=network, throttle=None, retry=None)
    try:
        page = client.list_async_events(function_name="f")
    except TencentkitError as error:
        assert str(pickle.loads(pickle.dumps(error))) == str(error) != ""
    else:
        assert page.to_dict() == json.loads(answer.body)["Response"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.binary(max_size=200), status=st.integers(200, 599).filter(lambda status: not 300 <= status < 400))
def test_any_bytes_give_a_result_or_a_typed_error(content: bytes, status: int) -> None:
    """No answer leads to another kind of exception."""
    _answered(HttpResponse(status, {}, content))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=ENVELOPES)
def test_any_json_gives_a_result_or_a_typed_error(content: Any) -> None:
    """No JSON leads to another kind of exception, and what is read comes out of `to_dict` as it came in."""
    _answered(HttpResponse(200, {}, json.dumps({"Response": content}).encode()))


def _every_error() -> list[TencentkitError]:
    api = [
        kind(code=f"{kind.__name__}.X", message="m", request_id="r", action="A", region="ap", retry_after=1.0)
        for kind in API_ERRORS.values()
    ]
    return [
        *api,
        ApiError(code="New", message="m"),
        errors.RequestInvalid("argument", "rule"),
        errors.CredentialsMissing("m"),
        errors.CredentialsExpired("m"),
        errors.ConnectionFailed("m", sent=True),
        errors.TimedOut("m", sent=False),
        errors.DeadlineExceeded("m", deadline=1, elapsed=2, spent={"network": 2}, wait=0, sent=True),
        ResponseMalformed("m", status_code=502),
        errors.ListingStalled("m"),
        errors.ThrottleUnavailable("m", store="RedisStore('redis://h')"),
        errors.WaiterFailed("W", "rule", {"a": 1}),
        errors.WaiterTimeout("W", 5, None),
    ]


@pytest.mark.parametrize(
    ("failure", "settings", "text"),
    [
        (errors.TimedOut("no answer in time (ReadTimeout)", sent=True), {}, "no answer in time (ReadTimeout); timeout 15 s"),
        (errors.TimedOut("no answer in time", sent=True), {"timeout": 0.5}, "no answer in time; timeout 0.5 s"),
        (errors.TimedOut("no answer in time", sent=True), {"timeout": None}, "no answer in time"),
        (errors.ConnectionFailed("no connection: refused", sent=False), {}, "no connection: refused"),
        (ResponseMalformed("the answer is not JSON", status_code=502), {}, "the answer is not JSON"),
    ],
)
def test_an_error_on_the_way_says_of_which_call_it_is(stage: Make, failure: Any, settings: dict[str, Any], text: str) -> None:
    """Action and region once in its text however often it was tried; with the host as attributes, which survive pickling."""
    with pytest.raises(type(failure)) as caught:
        stage(failure, **settings).list_events()
    error = pickle.loads(pickle.dumps(caught.value))
    assert str(error) == error.message == f"ListAsyncEvents in ap-guangzhou: {text}"
    assert (error.action, error.region, error.host) == ("ListAsyncEvents", "ap-guangzhou", "scf.tencentcloudapi.com")
    assert (error.attempts, error.retry_safe) == (3, True)


def test_the_errors_of_no_call_have_no_place() -> None:
    """What is known of a call is None where there was none; an error of the service tells its host, too."""
    assert [errors.RequestInvalid("a", "b").host, errors.ConnectionFailed("m", sent=True).action] == [None, None]


@pytest.mark.parametrize("error", _every_error(), ids=lambda error: type(error).__name__)
def test_every_error_can_be_pickled(error: TencentkitError) -> None:
    """Class, text and all attributes arrive in another process."""
    error.cursor = "c"
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


def test_every_error_is_listed() -> None:
    """`errors.__all__` is sorted and names every class of the tree."""
    assert errors.__all__ == sorted(errors.__all__)
    kinds = {type(error).__name__ for error in _every_error()} | {"TencentkitError"}
    assert set(errors.__all__) == kinds
