from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.testing import FakeScf, ManualClock

Ask = Callable[..., Any]
Read = Callable[..., Any]


def test_a_refusal_has_the_documented_envelope(fake: FakeScf) -> None:
    """Status 200, `Response.Error` with code and message, and a request id beside it."""
    response = fake.handle("POST", {}, b"")
    assert response.status == 200
    assert json.loads(response.body)["Response"].keys() == {"Error", "RequestId"}
    assert response.headers == {"content-type": "application/json", "date": "Mon, 25 Feb 2019 16:44:25 GMT"}


def test_only_post_is_answered(fake: FakeScf, sign: Any, read: Read) -> None:
    """GET exists in the protocol; the fake says that it does not emulate it."""
    signed = sign()
    response = fake.handle("GET", signed.headers, signed.body)
    assert "GET" in json.loads(response.body)["Response"]["Error"]["Message"]
    assert read(response) == "UnsupportedProtocol"


@pytest.mark.parametrize("target", ["/ListAsyncEvents", "/?Action=ListAsyncEvents", "//"])
def test_the_path_is_always_the_root(target: str, fake: FakeScf, sign: Any, read: Read) -> None:
    """The action is a header, not a path."""
    signed = sign()
    assert read(fake.handle("POST", signed.headers, signed.body, target=target)) == "InvalidRequest"


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"])
def test_only_json_is_taken(content_type: str, ask: Ask) -> None:
    """Any other content type is refused."""
    assert ask(content_type=content_type) == "UnsupportedProtocol"


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "application/json;charset=UTF-8"])
def test_json_may_name_its_charset(content_type: str, ask: Ask) -> None:
    """UTF-8 may be said or left out."""
    assert ask(content_type=content_type)["TotalCount"] == 0


def test_a_body_of_ten_megabytes_is_the_most(ask: Ask) -> None:
    """One byte more is refused for its size."""
    room = 10 * 1024 * 1024 - len(json.dumps({"FunctionName": ""}))
    assert ask("ListAsyncEvents", {"FunctionName": "f" * room}) == "ResourceNotFound.Function"
    assert ask("ListAsyncEvents", {"FunctionName": "f" * (room + 1)}) == "RequestSizeLimitExceeded"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"FunctionName"',
        b'{"FunctionName": NaN}',
        b'{"FunctionName": "helloworld", "Limit": ' + b"9" * 5000 + b"}",
        b'{"FunctionName": "helloworld", "FunctionName": "helloworld"}',
        b'{"FunctionName": "\xff"}',
        b'{"FunctionName": "\\ud800"}',
        b'{"FunctionName": ' + b"[" * 100_000,
    ],
    ids=["empty", "cut", "list", "null", "string", "nan", "huge", "twice", "not-utf8", "surrogate", "deep"],
)
def test_the_body_is_one_json_object(body: bytes, ask: Ask) -> None:
    """What JSON readers reject, or would read differently, is refused."""
    assert ask("ListAsyncEvents", body) == "InvalidParameter"


@pytest.mark.parametrize(
    "host",
    [
        "scf.tencentcloudapi.com",
        "scf.intl.tencentcloudapi.com",
        "scf.ap-shanghai-fsi.tencentcloudapi.com",
        "SCF.tencentcloudapi.com:443",
        "127.0.0.1:8080",
        "localhost",
        "[::1]:8080",
    ],
)
def test_the_hosts_of_the_service_and_loopback_are_accepted(host: str, ask: Ask) -> None:
    """Both roots, the regional hosts and a local server serve the same fake."""
    assert ask(host=host)["TotalCount"] == 0


@pytest.mark.parametrize("host", ["cvm.tencentcloudapi.com", "scf.tencentcloudapi.com.example.org", "example.org"])
def test_another_host_is_refused_unless_it_is_added(host: str, ask: Ask, clock: ManualClock, sign: Any, read: Read) -> None:
    """A host that is not the service's belongs to no product, until a test says so."""
    assert ask(host=host) == "NoSuchProduct"
    fake = FakeScf(clock=clock, hosts=[host.upper()])
    fake.add_function("helloworld")
    signed = sign(host=host)
    assert read(fake.handle("POST", signed.headers, signed.body))["TotalCount"] == 0


@pytest.mark.parametrize("name", ["x_tc_version", "x_tc_region"])
@pytest.mark.parametrize("value", [None, ""])
def test_common_parameters_are_required(name: str, value: str | None, ask: Ask) -> None:
    """Version and region must be sent."""
    assert ask(**{name: value}) == "MissingParameter"


def test_the_action_is_required(ask: Ask) -> None:
    """A request without an action is refused before anything is guessed."""
    assert ask(x_tc_action=None, names=("content-type", "host")) == "MissingParameter"


def test_another_version_is_refused(ask: Ask) -> None:
    """The fake is of one version."""
    assert ask(x_tc_version="2021-01-01") == "NoSuchVersion"


def test_an_unknown_action_needs_no_region(ask: Ask) -> None:
    """Whether a region is required is a fact of the action's row."""
    assert ask("NoSuchAction", {}, x_tc_region=None) == "InvalidAction"


def test_another_action_is_refused(ask: Ask) -> None:
    """An action that the fake does not know is an invalid one."""
    assert ask("NoSuchAction", {}) == "InvalidAction"


@pytest.mark.parametrize("region", ["ap-guangzhou-3", "guangzhou", "AP-GUANGZHOU", "ap_guangzhou", "ap-guangzhou "])
def test_what_cannot_be_a_region_is_refused(region: str, ask: Ask) -> None:
    """A zone, a city or a misspelling is no region."""
    assert ask(x_tc_region=region) == "UnsupportedRegion"


@pytest.mark.parametrize("region", ["ap-guangzhou", "na-siliconvalley", "ap-shanghai-fsi", "sa-saopaulo"])
def test_every_plausible_region_is_served(region: str, ask: Ask) -> None:
    """The fake keeps no list of regions."""
    assert ask(x_tc_region=region)["TotalCount"] == 0


@pytest.mark.parametrize(
    ("header", "value"),
    [("x_tc_language", "de-DE"), ("x_tc_requestclient", "a b"), ("x_tc_requestclient", "a" * 129)],
)
def test_optional_headers_must_be_right_where_they_are_sent(header: str, value: str, ask: Ask) -> None:
    """Language and client name have documented forms."""
    assert ask(**{header: value}) == "InvalidParameter"


def test_optional_headers_are_taken(ask: Ask) -> None:
    """A right language, client name and trace id change nothing."""
    assert ask(x_tc_language="en-US", x_tc_requestclient="tencentkit_1.0-a", x_tc_traceid="t")["TotalCount"] == 0


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({}, "MissingParameter"),
        ({"FunctionName": "helloworld", "StartTimeInterval": {"Start": "2020-12-01 00:00:00"}}, "MissingParameter"),
        ({"FunctionName": "helloworld", "Orderby ": "EndTime"}, "UnknownParameter"),
        ({"FunctionName": "helloworld", "OrderBy": "EndTime"}, "UnknownParameter"),
        ({"FunctionName": "helloworld", "Action": "ListAsyncEvents"}, "UnknownParameter"),
        (
            {"FunctionName": "helloworld", "StartTimeInterval": {"Start": "a", "End": "b", "Zone": "c"}},
            "UnknownParameter",
        ),
        ({"FunctionName": 1}, "InvalidParameter"),
        ({"FunctionName": None}, "InvalidParameter"),
        ({"FunctionName": "helloworld", "Limit": "20"}, "InvalidParameter"),
        ({"FunctionName": "helloworld", "Limit": 2.5}, "InvalidParameter"),
        ({"FunctionName": "helloworld", "Limit": True}, "InvalidParameter"),
        ({"FunctionName": "helloworld", "Status": "RUNNING"}, "InvalidParameter"),
        ({"FunctionName": "helloworld", "Status": [1]}, "InvalidParameter"),
        ({"FunctionName": "helloworld", "StartTimeInterval": []}, "InvalidParameter"),
    ],
)
def test_parameters_are_those_of_the_page(parameters: dict[str, Any], code: str, ask: Ask) -> None:
    """A missing, unknown or mistyped parameter has its common code, wherever it stands."""
    assert ask("ListAsyncEvents", parameters) == code


def test_a_missing_parameter_is_told_before_an_unknown_one(fake: FakeScf, sign: Any) -> None:
    """Of several faults the one that explains the others comes first, with the parameter's path."""
    signed = sign("ListAsyncEvents", {"FunctionName": "helloworld", "Extra": 1, "StartTimeInterval": {"Start": 1}, "Limit": "x"})
    error = json.loads(fake.handle("POST", signed.headers, signed.body).body)["Response"]["Error"]
    assert error["Code"] == "MissingParameter"
    assert "`StartTimeInterval.End`" in error["Message"]
