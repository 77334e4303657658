"""Mocks of httpx and httpcore in users' tests: their responses arrive, and the client opens no socket."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import respx

from tencentkit.errors import ConnectionFailed, TimedOut
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpxTransport, LeanTransport
from tests.conftest import Kind

URL = "https://scf.tencentcloudapi.com/"
RESPONSE = {"Response": {"TotalCount": 5, "EventList": [], "RequestId": "0"}}


@pytest.fixture
def client(kind: Kind) -> Any:
    return kind.client(transport=kind.pick(HttpxTransport, AsyncHttpxTransport)(), throttle=None, retry=None)


@pytest.mark.parametrize("using", ["httpcore", "httpx"])
def test_respx_mock_responds(kind: Kind, client: Any, using: str) -> None:
    """Both of its mocks respond, more than once, and see the signed request."""
    with respx.mock(using=using) as mock:
        route = mock.post(URL).respond(json=RESPONSE)
        for _ in range(2):
            assert kind.run(client.list_async_events(function_name="f")).total_count == 5
        seen = [call.request for call in route.calls]
    assert [(each.headers["x-tc-action"], each.content) for each in seen] == 2 * [("ListAsyncEvents", b'{"FunctionName":"f"}')]


@pytest.mark.parametrize(("raised", "ours", "sent"), [(httpx.ConnectError, ConnectionFailed, False), (httpx.ReadTimeout, TimedOut, True)])
def test_mocked_error_maps_to_ours(kind: Kind, client: Any, raised: type[Exception], ours: type[ConnectionFailed], sent: bool) -> None:
    """`sent` is as for the real error."""
    with respx.mock as mock:
        mock.post(URL).mock(side_effect=raised)
        with pytest.raises(ours) as caught:
            kind.run(client.list_async_events(function_name="f"))
    assert caught.value.sent is sent


def test_requests_leave_after_the_mock(kind: Kind, client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client checks for a mock at each request."""
    from tests.transport.raw_server import answering, ok, raw_server

    with raw_server(answering(ok())) as server:
        again = kind.client(base_url=server.url, transport=client._transport, throttle=None)
        with respx.mock as mock:
            mock.post(f"{server.url}/").respond(json=RESPONSE)
            assert kind.run(again.list_async_events(function_name="f")).total_count == 5
        assert kind.run(again.list_async_events(function_name="f")).total_count == 3
