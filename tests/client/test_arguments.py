"""Validation of arguments: an invalid argument raises `RequestInvalid` before anything is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import DefaultCredentials, EnvironmentCredentials
from tencentkit.errors import CredentialsMissing, RequestInvalid
from tencentkit.scf import models
from tests.scripted import result

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("arguments", "argument", "rule"),
    [
        ({}, "function_name", "is required"),
        ({"functionname": "f"}, "functionname", "pass function_name="),
        ({"functon_name": "f"}, "functon_name", "did you mean function_name?"),
        ({"FunctionName": "f"}, "FunctionName", "is not a parameter of ListAsyncEvents; pass function_name="),
        ({"function_name": "f", "startTimeInterval": {}}, "startTimeInterval", "pass start_time_interval="),
        ({"function_name": "f", "region": "ap-beijing"}, "region", "it is a call option, so use with_options(region=…)"),
        ({"function_name": "f", "timeout": 5}, "timeout", "use with_options(timeout=…)"),
        ({"function_name": "f", "deadline": 5}, "deadline", "use with_options(deadline=…)"),
        ({"function_name": "f", "headers": {}}, "headers", "use with_options(headers=…)"),
        ({"function_name": "f", "start_time_interval": {"start": "a", "ende": "b"}}, "start_time_interval.ende", "did you mean end?"),
        ({"function_name": "f", "start_time_interval": {"START": "a", "end": "b"}}, "start_time_interval.START", "did you mean start?"),
        ({"function_name": None}, "function_name", "must be a string, not None"),
        ({"function_name": 3}, "function_name", "must be a string, not int"),
        ({"function_name": b"f"}, "function_name", "must be a string, not bytes"),
        ({"function_name": "\ud800"}, "function_name", "lone surrogate"),
        ({"function_name": "f", "limit": "20"}, "limit", "must be an integer, not str"),
        ({"function_name": "f", "limit": True}, "limit", "must be an integer, not bool"),
        ({"function_name": "f", "limit": 2.0}, "limit", "must be an integer, not float"),
        ({"function_name": "f", "limit": float("nan")}, "limit", "must be an integer, not float"),
        ({"function_name": "f", "offset": 10**5000}, "request", "JSON cannot represent"),
        ({"function_name": "f", "status": "RUNNING"}, "status", "must be a list, not str"),
        ({"function_name": "f", "status": {"RUNNING"}}, "status", "must be a list, not set"),
        ({"function_name": "f", "status": ["RUNNING", 1]}, "status[1]", "must be a string, not int"),
        ({"function_name": "f", "start_time_interval": {"start": "a"}}, "start_time_interval.end", "is required"),
        ({"function_name": "f", "start_time_interval": {"start": "a", "end": 1}}, "start_time_interval.end", "string"),
        ({"function_name": "f", "start_time_interval": {"start": "a", "ende": "b"}}, "start_time_interval.ende", "not a field of"),
        ({"function_name": "f", "start_time_interval": {"start": "a", "Start": "b"}}, "start_time_interval.start", "twice"),
        ({"function_name": "f", "start_time_interval": "today"}, "start_time_interval", "must be a TimeInterval or a dict"),
        ({"function_name": "f" * (10 * 1024 * 1024)}, "request", "at most 10,485,760"),
    ],
    ids=lambda value: str(value)[:60] if isinstance(value, str) else None,
)
def test_invalid_argument(stage: Make, arguments: dict[str, Any], argument: str, rule: str) -> None:
    """An invalid argument raises RequestInvalid with its name and the rule, before any request."""
    made = stage(result())
    with pytest.raises(RequestInvalid) as caught:
        made.run(made.client.list_async_events(**arguments))
    assert caught.value.argument == argument
    assert rule in caught.value.rule
    assert made.network.requests == []


@pytest.mark.parametrize(
    ("options", "argument", "rule"),
    [
        ({"region": ""}, "region", "is empty"),
        ({"region": 1}, "region", "must be a string"),
        ({"region": "ap\r\nX-Evil: 1"}, "region", "letters, digits and hyphens"),
        ({"timeout": 0}, "timeout", "above 0"),
        ({"timeout": "5"}, "timeout", "number of seconds"),
        ({"deadline": -1}, "deadline", "above 0"),
        ({"deadline": float("nan")}, "deadline", "above 0"),
        ({"headers": {"Host": "evil"}}, "headers", "set by the client"),
        ({"headers": {"X-TC-Token": "t"}}, "headers", "set by the client"),
        ({"headers": {"Proxy-Authorization": "t"}}, "headers", "set by the client"),
        ({"headers": {"authorization": "t"}}, "headers", "set by the client"),
        ({"headers": {"X-Trace": "a", "x-trace": "b"}}, "headers", "appears twice"),
        ({"headers": {"X-A": "a\r\nb"}}, "headers", "that HTTP does not allow"),
        ({"headers": {"X-A": " a "}}, "headers", "that HTTP does not allow"),
        ({"timeout": 10**400}, "timeout", "at most"),
        ({"deadline": 1e12}, "deadline", "at most"),
        ({"headers": {"X A": "a"}}, "headers", "not a valid header name"),
        ({"headers": {"X-A": 1}}, "headers", "must map strings to strings"),
        ({"headers": "X-A: 1"}, "headers", "must be a mapping"),
        ({"headers": {"X-TC-Region": "ap-beijing"}}, "headers", "set by the client; pass region="),
        ({"headers": {"X-TC-Language": "en-US"}}, "headers", "set by the client; pass language="),
        ({"retry": 3}, "retry", "must be a Retry"),
        ({"language": "en"}, "language", "must be zh-CN or en-US"),
        ({"language": ["en-US"]}, "language", "must be zh-CN or en-US"),
        ({"idempotent": 1}, "idempotent", "must be True or False, not int"),
        ({"regoin": "ap-beijing"}, "regoin", "is not an argument of with_options; did you mean region?"),
        ({"Region": "ap-beijing"}, "Region", "pass region="),
        ({"throttle": None}, "throttle", "it belongs to the client, so create another one with throttle=…"),
        ({"function_name": "f"}, "function_name", "it takes region, timeout"),
    ],
    ids=lambda value: str(value)[:60] if isinstance(value, str) else None,
)
def test_invalid_option(stage: Make, options: dict[str, Any], argument: str, rule: str) -> None:
    """`with_options` checks each option, before any call."""
    made = stage(result())
    with pytest.raises(RequestInvalid) as caught:
        made.client.with_options(**options)
    assert caught.value.argument == argument
    assert rule in caught.value.rule


WRONG_NAMES: list[tuple[Callable[[Any], Any], str, str]] = [
    (lambda scf: scf.call("A", {}, region="ap-beijing"), "region", "is not an argument of call; it is a call option"),
    (lambda scf: scf.call("A", {}, readonly=True), "readonly", "pass read_only="),
    (lambda scf: scf.call("A", {}, "2018-04-16"), "positional argument", "after action, parameters"),
    (lambda scf: scf.call(parameters={}), "action", "is required by call"),
    (lambda scf: scf.call("list_functions"), "action", "such as ListFunctions"),
    (lambda scf: scf.run_function(FunctionName="f"), "FunctionName", "pass function_name="),
    (lambda scf: scf.run_function(function_name="f", deadline=5), "deadline", "use with_options(deadline=…)"),
    (lambda scf: scf.run_function("f"), "positional argument", "run_function takes keyword arguments only"),
    (lambda scf: scf.run_function(), "function_name", "is required by run_function"),
    (lambda scf: scf.start_function(function_name="f", timeout=5), "timeout", "use with_options(timeout=…)"),
    (lambda scf: scf.paginate(scf.list_async_events, FunctionName="f"), "FunctionName", "pass function_name="),
    (lambda scf: scf.paginate(scf.list_functions, region="x"), "region", "use with_options(region=…)"),
    (lambda scf: scf.paginate(scf.list_functions, MaxItems=5), "MaxItems", "pass max_items="),
    (lambda scf: scf.wait_until_function_active(FunctionName="f"), "FunctionName", "pass function_name="),
    (lambda scf: scf.wait_until_function_active(function_name="f", deadline=5), "deadline", "use with_options(deadline=…)"),
    (lambda scf: scf.create_function(function_name="f", Timeout=60), "Timeout", "not a parameter of CreateFunction; pass timeout="),
    (lambda scf: scf.create_function(function_name="f", timeout_=60), "timeout_", "pass timeout="),
    (lambda scf: scf.with_options("ap-beijing"), "positional argument", "with_options takes keyword arguments only"),
]


@pytest.mark.parametrize(("call", "argument", "rule"), WRONG_NAMES, ids=[f"{number} {row[1]}" for number, row in enumerate(WRONG_NAMES)])
def test_wrong_name(stage: Make, call: Callable[[Any], Any], argument: str, rule: str) -> None:
    """Each wrong name of an argument is answered with the right one; nothing is sent."""
    made = stage(result())
    with pytest.raises(RequestInvalid) as caught:
        made.run(call(made.client))
    assert caught.value.argument == argument
    assert rule in caught.value.rule
    assert made.network.requests == []


def test_positional_argument(stage: Make) -> None:
    """Positional arguments raise RequestInvalid."""
    made = stage(result())
    with pytest.raises(RequestInvalid, match="keyword arguments only"):
        made.run(made.client.list_async_events("helloworld"))


def test_message_hides_the_value(stage: Make) -> None:
    """The message names the type of an invalid value, which may be a secret."""
    made = stage(result())
    with pytest.raises(RequestInvalid) as caught:
        made.run(made.client.list_async_events(function_name="f", limit="s3cr3t"))
    assert "s3cr3t" not in str(caught.value)


def test_undocumented_values_are_sent(stage: Make) -> None:
    """Limit 101 and an unknown Order are sent: the service may have extended the range."""
    made = stage(result(TotalCount=0, EventList=[]))
    made.list_events(limit=101, order="SIDEWAYS")
    assert made.network.body() == {"FunctionName": "helloworld", "Limit": 101, "Order": "SIDEWAYS"}


@pytest.mark.parametrize(
    "interval",
    [
        models.TimeInterval(start="2020-12-01 00:00:00", end="2020-12-02 00:00:00"),
        {"start": "2020-12-01 00:00:00", "end": "2020-12-02 00:00:00"},
        {"Start": "2020-12-01 00:00:00", "End": "2020-12-02 00:00:00"},
    ],
    ids=["model", "attribute names", "wire names"],
)
def test_nested_models_and_dicts(stage: Make, interval: Any) -> None:
    """A model, a dict of attribute names and a dict of wire names send the same body."""
    made = stage(result(TotalCount=0, EventList=[]))
    made.list_events(start_time_interval=interval, status=("RUNNING",))
    assert made.network.body() == {
        "FunctionName": "helloworld",
        "Status": ["RUNNING"],
        "StartTimeInterval": {"Start": "2020-12-01 00:00:00", "End": "2020-12-02 00:00:00"},
    }


def test_subclass_of_a_model(stage: Make) -> None:
    """A subclass is serialized by its inherited fields."""

    class Today(models.TimeInterval):
        pass

    made = stage(result(TotalCount=0, EventList=[]))
    made.list_events(start_time_interval=Today(start="a", end="b"))
    assert made.network.body()["StartTimeInterval"] == {"Start": "a", "End": "b"}
    request = type("Mine", (models.ListAsyncEventsRequest,), {})(function_name="f", start_time_interval=Today(start="a", end="b"))
    made.run(made.client.call("SomeNewAction", {"Request": request}))
    assert made.network.body()["Request"]["StartTimeInterval"] == {"Start": "a", "End": "b"}


def test_missing_credentials(stage: Make) -> None:
    """The error names each source and its reason; nothing is sent."""
    nothing = DefaultCredentials(sources=(EnvironmentCredentials({}),))
    made = stage(result(), credentials=nothing)
    with pytest.raises(CredentialsMissing, match="neither TENCENTCLOUD_SECRET_ID nor TENCENTCLOUD_SECRETID"):
        made.list_events()
    assert made.network.requests == []
