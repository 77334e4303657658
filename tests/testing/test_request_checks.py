from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.testing import FakeScf, ManualClock

Call = Callable[..., Any]
Parse = Callable[..., Any]


def test_error_envelope(fake: FakeScf) -> None:
    """Status 200, `Response.Error` with code and message, and a request id."""
    response = fake.handle("POST", {}, b"")
    assert response.status == 200
    assert json.loads(response.body)["Response"].keys() == {"Error", "RequestId"}
    assert response.headers == {"content-type": "application/json", "date": "Mon, 25 Feb 2019 16:44:25 GMT"}


def test_get_is_not_emulated(fake: FakeScf, sign: Any, parse: Parse) -> None:
    """The message names the method."""
    signed = sign()
    response = fake.handle("GET", signed.headers, signed.body)
    assert "GET" in json.loads(response.body)["Response"]["Error"]["Message"]
    assert parse(response) == "UnsupportedProtocol"


@pytest.mark.parametrize("target", ["/ListAsyncEvents", "/?Action=ListAsyncEvents", "//"])
def test_path(target: str, fake: FakeScf, sign: Any, parse: Parse) -> None:
    """Any path except `/` is an error."""
    signed = sign()
    assert parse(fake.handle("POST", signed.headers, signed.body, target=target)) == "InvalidRequest"


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"])
def test_invalid_content_type(content_type: str, call: Call) -> None:
    """Content types other than JSON are an error."""
    assert call(content_type=content_type) == "UnsupportedProtocol"


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "application/json;charset=UTF-8"])
def test_charset_of_the_content_type(content_type: str, call: Call) -> None:
    """The charset UTF-8 is optional."""
    assert call(content_type=content_type)["TotalCount"] == 0


def test_maximum_body_size(call: Call) -> None:
    """One byte above 10 MiB is an error."""
    room = 10 * 1024 * 1024 - len(json.dumps({"FunctionName": ""}))
    assert call("ListAsyncEvents", {"FunctionName": "f" * room}) == "ResourceNotFound.Function"
    assert call("ListAsyncEvents", {"FunctionName": "f" * (room + 1)}) == "RequestSizeLimitExceeded"


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
def test_invalid_bodies(body: bytes, call: Call) -> None:
    """Invalid and ambiguous JSON is an error."""
    assert call("ListAsyncEvents", body) == "InvalidParameter"


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
def test_accepted_hosts(host: str, call: Call) -> None:
    """Both sites, the regional hosts and loopback are accepted."""
    assert call(host=host)["TotalCount"] == 0


@pytest.mark.parametrize("host", ["cvm.tencentcloudapi.com", "scf.tencentcloudapi.com.example.org", "example.org"])
def test_other_hosts(host: str, call: Call, clock: ManualClock, sign: Any, parse: Parse) -> None:
    """Another host is an error unless `hosts` contains it."""
    assert call(host=host) == "NoSuchProduct"
    fake = FakeScf(clock=clock, hosts=[host.upper()])
    fake.add_function("helloworld")
    signed = sign(host=host)
    assert parse(fake.handle("POST", signed.headers, signed.body))["TotalCount"] == 0


@pytest.mark.parametrize("name", ["x_tc_version", "x_tc_region"])
@pytest.mark.parametrize("value", [None, ""])
def test_version_and_region_are_required(name: str, value: str | None, call: Call) -> None:
    """A missing or empty version or region is an error."""
    assert call(**{name: value}) == "MissingParameter"


def test_action_is_required(call: Call) -> None:
    """A missing action is an error."""
    assert call(x_tc_action=None, names=("content-type", "host")) == "MissingParameter"


def test_other_version(call: Call) -> None:
    """The fake supports one version."""
    assert call(x_tc_version="2021-01-01") == "NoSuchVersion"


def test_unknown_action_needs_no_region(call: Call) -> None:
    """The row of the action determines whether a region is required."""
    assert call("NoSuchAction", {}, x_tc_region=None) == "InvalidAction"


def test_unknown_action(call: Call) -> None:
    """An unknown action is invalid."""
    assert call("NoSuchAction", {}) == "InvalidAction"


@pytest.mark.parametrize("region", ["ap-guangzhou-3", "guangzhou", "AP-GUANGZHOU", "ap_guangzhou", "ap-guangzhou "])
def test_malformed_region(region: str, call: Call) -> None:
    """A zone, a city or a misspelling is not a region."""
    assert call(x_tc_region=region) == "UnsupportedRegion"


@pytest.mark.parametrize("region", ["ap-guangzhou", "na-siliconvalley", "ap-shanghai-fsi", "sa-saopaulo"])
def test_well_formed_region(region: str, call: Call) -> None:
    """The fake has no list of regions."""
    assert call(x_tc_region=region)["TotalCount"] == 0


@pytest.mark.parametrize(
    ("header", "value"),
    [("x_tc_language", "de-DE"), ("x_tc_requestclient", "a b"), ("x_tc_requestclient", "a" * 129)],
)
def test_invalid_optional_headers(header: str, value: str, call: Call) -> None:
    """Language and client name have documented formats."""
    assert call(**{header: value}) == "InvalidParameter"


def test_optional_headers(call: Call) -> None:
    """A valid language, client name and trace id change nothing."""
    assert call(x_tc_language="en-US", x_tc_requestclient="tencentkit_1.0-a", x_tc_traceid="t")["TotalCount"] == 0


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
def test_invalid_parameters(parameters: dict[str, Any], code: str, call: Call) -> None:
    """A missing, unknown or mistyped parameter has its common code, at any depth."""
    assert call("ListAsyncEvents", parameters) == code


def test_order_of_parameter_errors(fake: FakeScf, sign: Any) -> None:
    """Of several errors, the missing parameter is reported, with its path."""
    signed = sign("ListAsyncEvents", {"FunctionName": "helloworld", "Extra": 1, "StartTimeInterval": {"Start": 1}, "Limit": "x"})
    error = json.loads(fake.handle("POST", signed.headers, signed.body).body)["Response"]["Error"]
    assert error["Code"] == "MissingParameter"
    assert "`StartTimeInterval.End`" in error["Message"]
