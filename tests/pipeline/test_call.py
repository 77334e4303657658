"""One call: the request on the wire and the metadata of the response."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import Credentials, Throttle
from tencentkit.transport import HttpResponse
from tests.scripted import result

Make = Callable[..., Any]


def test_request_on_the_wire(stage: Make) -> None:
    """The call sends POST to /: the action in a header, its own parameters in the body, three signed headers."""
    made = stage(result(TotalCount=0, EventList=[]))
    made.with_options(headers={"X-TC-TraceId": "t"}).list_events(qualifier="1")
    headers = made.network.headers()
    assert made.network.requests[0].url == "https://scf.tencentcloudapi.com/"
    assert made.network.body() == {"FunctionName": "helloworld", "Qualifier": "1"}
    assert headers["host"] == "scf.tencentcloudapi.com"
    assert headers["x-tc-action"] == "ListAsyncEvents"
    assert headers["x-tc-version"] == "2018-04-16"
    assert headers["x-tc-region"] == "ap-guangzhou"
    assert headers["x-tc-traceid"] == "t"
    assert headers["x-tc-timestamp"] == "1551113065"
    assert "SignedHeaders=content-type;host;x-tc-action, " in headers["authorization"]
    assert "x-tc-token" not in headers


def test_token_is_sent(stage: Make) -> None:
    """Temporary credentials add the header X-TC-Token."""
    made = stage(result(), credentials=Credentials("id", "key", token="tok"))
    made.list_events()
    assert made.network.headers()["x-tc-token"] == "tok"


def test_custom_host_keeps_its_port(stage: Make) -> None:
    """The header Host contains the host and the port of `base_url`."""
    made = stage(result(), base_url="https://scf.intl.tencentcloudapi.com:8443/")
    made.list_events()
    assert made.network.headers()["host"] == "scf.intl.tencentcloudapi.com:8443"


def test_unicode_is_sent_unchanged(stage: Make) -> None:
    """Names in any script reach the service unchanged."""
    made = stage(result(TotalCount=0, EventList=[]))
    made.list_events(function_name="函数-é-😀")
    assert made.network.body()["FunctionName"] == "函数-é-😀"


def test_meta_describes_the_call(stage: Make) -> None:
    """`meta` contains the request id, attempts, elapsed time, throttle wait and headers."""
    made = stage(
        HttpResponse(200, {"date": "now"}, json.dumps({"Response": {"RequestId": "r-9"}}).encode()),
        throttle=Throttle(limits={"ListAsyncEvents": 1}),
    )
    made.list_events()
    meta = made.list_events().meta
    assert (meta.request_id, meta.attempts, dict(meta.headers)) == ("r-9", 1, {"date": "now"})
    assert meta.throttle_wait == pytest.approx(1.01)
    assert meta.elapsed == pytest.approx(1.01)
