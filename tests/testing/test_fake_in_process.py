from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import ConnectionFailed, TimedOut
from tencentkit.testing import FakeScf, ManualClock
from tencentkit.transport import AsyncTransport, HttpRequest, HttpResponse, Transport

Read = Callable[..., Any]
URL = "https://scf.tencentcloudapi.com"
Send = Callable[..., Any]


@pytest.fixture(params=["sync", "async"])
def send(request: pytest.FixtureRequest, fake: FakeScf) -> Send:
    """Send through either transport, awaited alike."""
    transport: Transport | AsyncTransport = fake.transport() if request.param == "sync" else fake.async_transport()

    async def send(sent: HttpRequest, timeout: float | None = None, budget: float | None = None) -> HttpResponse:
        result = transport.send(sent, timeout=timeout, budget=budget)
        return await result if inspect.isawaitable(result) else result

    return send


async def test_a_request_is_answered_without_a_socket(send: Send, sign: Any, read: Read) -> None:
    """The transport hands the request to the fake as it stands."""
    assert read(await send(sign().at(URL)))["TotalCount"] == 0


async def test_the_host_is_the_urls_where_no_header_says_it(send: Send, fake: FakeScf, sign: Any, read: Read) -> None:
    """As an HTTP client would send it, with the port."""
    signed = sign(host="localhost:8080")
    del signed.headers["host"]
    assert read(await send(signed.at("http://localhost:8080/")))["TotalCount"] == 0
    assert fake.calls[0].host == "localhost"


async def test_path_and_query_are_sent(send: Send, sign: Any, read: Read) -> None:
    """A base URL with a path is a mistake that shows."""
    assert read(await send(sign().at(f"{URL}/prefix"))) == "InvalidRequest"
    assert read(await send(sign().at(f"{URL}/?a=b"))) == "InvalidRequest"


async def test_a_repeated_header_is_joined(send: Send, sign: Any, read: Read) -> None:
    """Two values of one header are no valid one."""
    signed = sign().at(URL)
    twice = signed._replace(headers=(*signed.headers, ("X-TC-Region", "ap-shanghai")))
    assert read(await send(twice)) == "UnsupportedRegion"


async def test_a_drop_is_a_failed_connection(send: Send, fake: FakeScf, sign: Any) -> None:
    """The request had been sent."""
    fake.drop_next()
    with pytest.raises(ConnectionFailed) as caught:
        await send(sign().at(URL))
    assert caught.value.sent


async def test_a_delay_passes_on_the_clock(send: Send, fake: FakeScf, clock: ManualClock, sign: Any) -> None:
    """An answer within every bound is waited for."""
    fake.delay_next(5)
    assert (await send(sign().at(URL), 6, 7)).status == 200
    assert clock.sleeps == [5]


@pytest.mark.parametrize(("timeout", "budget"), [(2, None), (None, 2), (2, 3), (3, 2)])
async def test_a_delay_beyond_a_bound_times_out(
    timeout: float | None, budget: float | None, send: Send, fake: FakeScf, clock: ManualClock, sign: Any
) -> None:
    """After the shorter bound, and the action has run."""
    fake.delay_next(5)
    with pytest.raises(TimedOut) as caught:
        await send(sign().at(URL), timeout, budget)
    assert caught.value.sent
    assert clock.sleeps == [2]
    assert fake.calls[0].executed


async def test_a_closed_transport_sends_nothing(fake: FakeScf, sign: Any) -> None:
    """A client that goes on after closing is found out."""
    transport, async_transport = fake.transport(), fake.async_transport()
    transport.close()
    await async_transport.aclose()
    assert transport.closed
    assert async_transport.closed
    with pytest.raises(RuntimeError, match="closed"):
        transport.send(sign().at(URL), timeout=None, budget=None)
    with pytest.raises(RuntimeError, match="closed"):
        await async_transport.send(sign().at(URL), timeout=None, budget=None)
    assert fake.calls == []
