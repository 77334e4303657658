"""Tests of other people's programs stand in for httpx or its engine: their answers must be ours, and no socket is opened."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import respx

from tencentkit.errors import ConnectionFailed, TimedOut
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpxTransport, LeanTransport
from tests.conftest import Kind

ADDRESS = "https://scf.tencentcloudapi.com/"
ANSWER = {"Response": {"TotalCount": 5, "EventList": [], "RequestId": "0"}}


@pytest.fixture(params=["httpx", "lean"])
def client(kind: Kind, request: pytest.FixtureRequest) -> Any:
    lean = request.param == "lean"
    transport = kind.pick(LeanTransport, AsyncLeanTransport) if lean else kind.pick(HttpxTransport, AsyncHttpxTransport)
    return kind.client(transport=transport(), throttle=None, retry=None)


@pytest.mark.parametrize("using", ["httpcore", "httpx"])
def test_respx_answers(kind: Kind, client: Any, using: str) -> None:
    """Both of its mocks, more than once, and the request that it saw is the one that was signed."""
    with respx.mock(using=using) as mock:
        route = mock.post(ADDRESS).respond(json=ANSWER)
        for _ in range(2):
            assert kind.run(client.list_async_events(function_name="f")).total_count == 5
        seen = [call.request for call in route.calls]
    assert [(each.headers["x-tc-action"], each.content) for each in seen] == 2 * [("ListAsyncEvents", b'{"FunctionName":"f"}')]


@pytest.mark.parametrize(("raised", "ours", "sent"), [(httpx.ConnectError, ConnectionFailed, False), (httpx.ReadTimeout, TimedOut, True)])
def test_what_a_mock_raises_is_told_as_ours(
    kind: Kind, client: Any, raised: type[Exception], ours: type[ConnectionFailed], sent: bool
) -> None:
    """With whether the request left, as for the real error."""
    with respx.mock as mock:
        mock.post(ADDRESS).mock(side_effect=raised)
        with pytest.raises(ours) as caught:
            kind.run(client.list_async_events(function_name="f"))
    assert caught.value.sent is sent


def test_after_the_mock_requests_go_out_again(kind: Kind, client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found once is not kept."""
    from tests.transport.raw_server import answering, ok, raw_server

    with raw_server(answering(ok())) as server:
        again = kind.client(base_url=server.url, transport=client._transport, throttle=None)
        with respx.mock as mock:
            mock.post(f"{server.url}/").respond(json=ANSWER)
            assert kind.run(again.list_async_events(function_name="f")).total_count == 5
        assert kind.run(again.list_async_events(function_name="f")).total_count == 3
