"""What can never be right is refused with the argument's name and the rule, and nothing is sent."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tencentkit import Credentials, DefaultCredentials, EnvironmentCredentials, Hook, Retry
from tencentkit.clock import SystemClock
from tencentkit.errors import CredentialsMissing, RequestInvalid
from tencentkit.scf import AsyncClient, Client, models
from tencentkit.transport import AsyncHttpxTransport, HttpxTransport
from tencentkit_api.unset import UNSET
from tests.conftest import Kind
from tests.scripted import result

Make = Callable[..., Any]


class Hooked(Hook):
    def __repr__(self) -> str:
        return "Hooked()"


LOOP: list[Any] = []
LOOP.append(LOOP)


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
        ({"function_name": "f", "offset": 10**5000}, "request", "JSON cannot carry"),
        ({"function_name": "f", "status": "RUNNING"}, "status", "must be a list, not str"),
        ({"function_name": "f", "status": {"RUNNING"}}, "status", "must be a list, not set"),
        ({"function_name": "f", "status": ["RUNNING", 1]}, "status[1]", "must be a string, not int"),
        ({"function_name": "f", "start_time_interval": {"start": "a"}}, "start_time_interval.end", "is required"),
        ({"function_name": "f", "start_time_interval": {"start": "a", "end": 1}}, "start_time_interval.end", "string"),
        ({"function_name": "f", "start_time_interval": {"start": "a", "ende": "b"}}, "start_time_interval.ende", "not known"),
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
def test_a_bad_argument_is_refused_by_name_and_nothing_is_sent(stage: Make, arguments: dict[str, Any], argument: str, rule: str) -> None:
    """Each bad argument raises RequestInvalid with its name and the rule, before any request."""
    made = stage(result())
    with pytest.raises(RequestInvalid) as caught:
        made.run(made.client.list_async_events(**arguments))
    assert caught.value.argument == argument
    assert rule in caught.value.rule
    assert made.network.requests == []


def test_a_positional_argument_is_refused(stage: Make) -> None:
    """Arguments have names."""
    made = stage(result())
    with pytest.raises(RequestInvalid, match="keyword arguments only"):
        made.run(made.client.list_async_events("helloworld"))


def test_a_region_is_needed(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a region from anywhere the call is refused; the environment's region serves."""
    monkeypatch.delenv("TENCENTCLOUD_REGION", raising=False)
    made = stage(result(), region=None)
    with pytest.raises(RequestInvalid, match="region: is required"):
        made.list_events()
    monkeypatch.setenv("TENCENTCLOUD_REGION", "ap-shanghai")
    made = stage(result(), region=None)
    made.list_events()
    assert made.network.headers()["x-tc-region"] == "ap-shanghai"


def test_no_value_stands_in_the_message(stage: Make) -> None:
    """A refused value may be a secret: its type is told, not itself."""
    made = stage(result())
    with pytest.raises(RequestInvalid) as caught:
        made.run(made.client.list_async_events(function_name="f", limit="s3cr3t"))
    assert "s3cr3t" not in str(caught.value)


def test_values_outside_the_documented_range_are_sent(stage: Make) -> None:
    """Limit 101 and an unknown Order are for the service to judge: it may have widened them."""
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
def test_nested_input_is_a_model_or_a_plain_dict(stage: Make, interval: Any) -> None:
    """A model, a dict of attribute names and a dict of wire names send the same."""
    made = stage(result(TotalCount=0, EventList=[]))
    made.list_events(start_time_interval=interval, status=("RUNNING",))
    assert made.network.body() == {
        "FunctionName": "helloworld",
        "Status": ["RUNNING"],
        "StartTimeInterval": {"Start": "2020-12-01 00:00:00", "End": "2020-12-02 00:00:00"},
    }


@pytest.mark.parametrize(
    ("parameters", "rule"),
    [
        ({"A": float("nan")}, "NaN"),
        ({"A": [float("inf")]}, "NaN or infinite"),
        ({1: "a"}, "a key that is int"),
        ({"A": {"\udfff": 1}}, "lone surrogate"),
        ({"A": object()}, "is object"),
        ({"A": LOOP}, "nested too deeply"),
        ({"A": b""}, "is bytes"),
    ],
    ids=["nan", "inf", "key", "surrogate", "object", "loop", "bytes"],
)
def test_what_json_cannot_carry_is_refused_in_free_calls_too(stage: Make, parameters: Any, rule: str) -> None:
    """`call` takes any JSON, and nothing else."""
    made = stage(result())
    with pytest.raises(RequestInvalid) as caught:
        made.run(made.client.call("SomeNewAction", parameters))
    assert rule in caught.value.rule
    assert made.network.requests == []


@pytest.mark.parametrize("action", ["", "List Events", "List\r\nX: 1", "名", 3])
def test_an_impossible_action_is_refused(stage: Make, action: Any) -> None:
    """`call` wants the name of an action."""
    made = stage(result())
    with pytest.raises(RequestInvalid, match="action"):
        made.run(made.client.call(action))


@pytest.mark.parametrize("version", ["2018\r\nX-Evil: 1", 5, "é", "", "2018-4-16"])
def test_an_impossible_version_is_refused(stage: Make, version: Any) -> None:
    """`call` wants an API version as it stands in a header, and sends nothing else."""
    made = stage(result())
    with pytest.raises(RequestInvalid, match="version"):
        made.run(made.client.call("SomeNewAction", version=version))
    assert made.network.requests == []


@pytest.mark.parametrize("parameters", [[1, 2], "abc", 5])
def test_parameters_are_a_mapping(stage: Make, parameters: Any) -> None:
    """What is no mapping of wire names is refused by `call`."""
    made = stage(result())
    with pytest.raises(RequestInvalid, match="must be a mapping of wire names"):
        made.run(made.client.call("SomeNewAction", parameters))


def test_a_subclass_of_a_model_is_that_model(stage: Make) -> None:
    """A user's own subclass of a request's nested type is encoded by the fields that it inherits."""

    class Today(models.TimeInterval):
        pass

    made = stage(result(TotalCount=0, EventList=[]))
    made.list_events(start_time_interval=Today(start="a", end="b"))
    assert made.network.body()["StartTimeInterval"] == {"Start": "a", "End": "b"}
    request = type("Mine", (models.ListAsyncEventsRequest,), {})(function_name="f", start_time_interval=Today(start="a", end="b"))
    made.run(made.client.call("SomeNewAction", {"Request": request}))
    assert made.network.body()["Request"]["StartTimeInterval"] == {"Start": "a", "End": "b"}


def test_missing_credentials_list_every_place_and_send_nothing(stage: Make) -> None:
    """The error names the sources that were looked at and why each did not serve."""
    nothing = DefaultCredentials(sources=(EnvironmentCredentials({}),))
    made = stage(result(), credentials=nothing)
    with pytest.raises(CredentialsMissing, match="neither TENCENTCLOUD_SECRET_ID nor TENCENTCLOUD_SECRETID"):
        made.list_events()
    assert made.network.requests == []


@pytest.mark.parametrize("kind_of_client", [Client, AsyncClient])
@pytest.mark.parametrize(
    ("settings", "argument"),
    [
        ({"base_url": "ftp://scf.tencentcloudapi.com"}, "base_url"),
        ({"base_url": "scf.tencentcloudapi.com"}, "base_url"),
        ({"base_url": "https://user:pw@scf.tencentcloudapi.com"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com/path"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com:port"}, "base_url"),
        ({"base_url": "https://höst"}, "base_url"),
        ({"base_url": 3}, "base_url"),
        ({"base_url": "https://a b"}, "base_url"),
        ({"base_url": "https://a..b"}, "base_url"),
        ({"base_url": "https://a\n.b"}, "base_url"),
        ({"base_url": f"https://{'a' * 64}.b"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com:0"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com:"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com:65536"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com?a=b"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com/#"}, "base_url"),
        ({"base_url": "https://[::1"}, "base_url"),
        ({"base_url": "https://[1::2::3]"}, "base_url"),
        ({"base_url": ""}, "base_url"),
        ({"retry": 3}, "retry"),
        ({"retry": True}, "retry"),
        ({"retry": Retry}, "retry"),
        ({"throttle": 5}, "throttle"),
        ({"clock": time}, "clock"),
        ({"clock": SystemClock}, "clock"),
        ({"rng": 0.5}, "rng"),
        ({"transport": "x"}, "transport"),
        ({"transport": HttpxTransport}, "transport"),
        ({"hooks": "x"}, "hooks"),
        ({"hooks": 5}, "hooks"),
        ({"hooks": Hooked()}, "hooks"),
        ({"credentials": "AKID"}, "credentials"),
        ({"credentials": ("AKID", "key")}, "credentials"),
        ({"credentials": {"secret_id": "AKID"}}, "credentials"),
        ({"credentials": Credentials}, "credentials"),
        ({"region": 5}, "region"),
        ({"timeout": True}, "timeout"),
        ({"timeout": "3"}, "timeout"),
        ({"deadline": float("nan")}, "deadline"),
        ({"region": ""}, "region"),
        ({"timeout": 0}, "timeout"),
        ({"deadline": float("inf")}, "deadline"),
    ],
    ids=str,
)
def test_a_client_that_could_never_work_cannot_be_made(kind_of_client: Any, settings: dict[str, Any], argument: str) -> None:
    """Settings are checked when the client is made."""
    with pytest.raises(RequestInvalid) as caught:
        kind_of_client(**({"credentials": Credentials("id", "key")} | settings))
    assert caught.value.argument == argument


@pytest.mark.parametrize(
    "url",
    [
        "https://scf.intl.tencentcloudapi.com",
        "http://127.0.0.1:8080/",
        "http://[::1]:8080",
        "https://scf_test.docker.",
        "HTTPS://SCF.example:443",
    ],
)
def test_an_address_of_a_host_is_taken(url: str) -> None:
    """Names, addresses and ports as people write them."""
    assert Client(base_url=url, credentials=Credentials("id", "key"))._settings.signer.url.endswith("/")


def test_a_transport_that_takes_no_bounds_is_refused(kind: Kind) -> None:
    """A client of httpx has send and close, and would fail at the first call: when the client is made, what to pass is said."""
    wrong = kind.pick(httpx.Client, httpx.AsyncClient)()
    usual = kind.pick("HttpxTransport", "AsyncHttpxTransport")
    with pytest.raises(RequestInvalid, match=rf"transport: .* timeout, budget\), as tencentkit\.transport\.{usual} does"):
        kind.client(transport=wrong)
    kind.run(wrong.aclose() if kind.is_async else wrong.close())


@pytest.mark.parametrize(("client", "wrong"), [(Client, AsyncHttpxTransport()), (AsyncClient, HttpxTransport())])
def test_a_transport_of_the_other_kind_is_refused(client: Any, wrong: Any) -> None:
    """When the client is made, not when it is used."""
    with pytest.raises(RequestInvalid, match="transport: must be an object with send and"):
        client(transport=wrong, credentials=Credentials("id", "key"))


def test_a_client_is_shown_by_the_name_it_is_imported_by() -> None:
    """The repr names region and host, the docstring what it is for, and `help` its arguments."""
    client = Client(region="ap-guangzhou", credentials=Credentials("id", "key"))
    assert repr(client) == "tencentkit.scf.Client(region='ap-guangzhou', host='scf.tencentcloudapi.com')"
    assert "Serverless Cloud Function" in str(Client.__doc__)
    assert "credentials:" in str(Client.__init__.__doc__)
    assert f"{UNSET}" == str(UNSET) == repr(UNSET) == "UNSET"


def test_a_closed_client_refuses(stage: Make) -> None:
    """After closing, a call is refused instead of opening connections again."""
    made = stage(result())
    made.run(made.client.aclose() if hasattr(made.client, "aclose") else made.client.close())
    with pytest.raises(RequestInvalid, match="client: is closed"):
        made.list_events()
