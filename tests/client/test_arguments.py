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
        ({"functionname": "f"}, "functionname", "did you mean function_name"),
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
        ({"function_name": "f", "region": ""}, "region", "is empty"),
        ({"function_name": "f", "region": 1}, "region", "must be a string"),
        ({"function_name": "f", "region": "ap\r\nX-Evil: 1"}, "region", "letters, digits and hyphens"),
        ({"function_name": "f", "timeout": 0}, "timeout", "above 0"),
        ({"function_name": "f", "timeout": "5"}, "timeout", "number of seconds"),
        ({"function_name": "f", "deadline": -1}, "deadline", "above 0"),
        ({"function_name": "f", "deadline": float("nan")}, "deadline", "above 0"),
        ({"function_name": "f", "headers": {"Host": "evil"}}, "headers", "set by the client"),
        ({"function_name": "f", "headers": {"X-TC-Token": "t"}}, "headers", "set by the client"),
        ({"function_name": "f", "headers": {"Proxy-Authorization": "t"}}, "headers", "set by the client"),
        ({"function_name": "f", "headers": {"authorization": "t"}}, "headers", "set by the client"),
        ({"function_name": "f", "headers": {"X-Trace": "a", "x-trace": "b"}}, "headers", "appears twice"),
        ({"function_name": "f", "headers": {"X-A": "a\r\nb"}}, "headers", "that HTTP does not allow"),
        ({"function_name": "f", "headers": {"X-A": " a "}}, "headers", "that HTTP does not allow"),
        ({"function_name": "f", "timeout": 10**400}, "timeout", "at most"),
        ({"function_name": "f", "deadline": 1e12}, "deadline", "at most"),
        ({"function_name": "f", "headers": {"X A": "a"}}, "headers", "not a valid header name"),
        ({"function_name": "f", "headers": {"X-A": 1}}, "headers", "must map strings to strings"),
        ({"function_name": "f", "headers": "X-A: 1"}, "headers", "must be a mapping"),
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
