from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import ConnectionFailed, ResponseMalformed, TimedOut
from tencentkit.testing import FakeScf, ManualClock
from tencentkit.transport import AsyncTransport, HttpRequest, HttpResponse, Transport

Parse = Callable[..., Any]
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


async def test_response_without_a_socket(send: Send, sign: Any, parse: Parse) -> None:
    """The transport passes the request to the fake."""
    assert parse(await send(sign().at(URL)))["TotalCount"] == 0


async def test_host_of_the_url(send: Send, fake: FakeScf, sign: Any, parse: Parse) -> None:
    """Without a Host header, the host of the URL applies."""
    signed = sign(host="localhost:8080")
    del signed.headers["host"]
    assert parse(await send(signed.at("http://localhost:8080/")))["TotalCount"] == 0
    assert fake.calls[0].host == "localhost"


async def test_path_and_query(send: Send, sign: Any, parse: Parse) -> None:
    """A base URL with a path is an error."""
    assert parse(await send(sign().at(f"{URL}/prefix"))) == "InvalidRequest"
    assert parse(await send(sign().at(f"{URL}/?a=b"))) == "InvalidRequest"


async def test_repeated_header(send: Send, sign: Any, parse: Parse) -> None:
    """Two values of one header are joined, and thus invalid."""
    signed = sign().at(URL)
    twice = signed._replace(headers=(*signed.headers, ("X-TC-Region", "ap-shanghai")))
    assert parse(await send(twice)) == "UnsupportedRegion"


async def test_dropped_connection(send: Send, fake: FakeScf, sign: Any) -> None:
    """A dropped connection raises `ConnectionFailed` with `sent`."""
    fake.drop_next()
    with pytest.raises(ConnectionFailed) as caught:
        await send(sign().at(URL))
    assert caught.value.sent


async def test_delay_on_the_clock(send: Send, fake: FakeScf, clock: ManualClock, sign: Any) -> None:
    """The clock waits for a response within the bounds."""
    fake.delay_next(5)
    assert (await send(sign().at(URL), 6, 7)).status == 200
    assert clock.sleeps == [5]


@pytest.mark.parametrize(("timeout", "budget"), [(2, None), (None, 2), (2, 3), (3, 2)])
async def test_delay_times_out(
    timeout: float | None, budget: float | None, send: Send, fake: FakeScf, clock: ManualClock, sign: Any
) -> None:
    """The shorter bound applies, and the action has run."""
    fake.delay_next(5)
    with pytest.raises(TimedOut) as caught:
        await send(sign().at(URL), timeout, budget)
    assert caught.value.sent
    assert clock.sleeps == [2]
    assert fake.calls[0].executed


async def test_closed_transport(fake: FakeScf, sign: Any) -> None:
    """A closed transport raises `RuntimeError` and sends nothing."""
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


@pytest.mark.parametrize("shell", ["in process", "loopback"])
@pytest.mark.parametrize(
    ("status", "headers"), [(302, {"location": "https://elsewhere.example/"}), (200, {"content-encoding": "br"}), (200, {})]
)
def test_same_checks_on_loopback(shell: str, status: int, headers: dict[str, str]) -> None:
    """Redirects and unsupported encodings raise the same error in process and over a socket."""
    from tencentkit.testing import serve

    clock = ManualClock()
    fake = FakeScf(clock=clock)
    fake.reply_next(body=b'{"Response": {"TotalCount": 0, "EventList": [], "RequestId": "r"}}', status=status, headers=headers)

    def call(**settings: Any) -> str:
        with fake.client(retry=None, throttle=None, **settings) as scf:
            try:
                return str(scf.list_async_events(function_name="x").total_count)
            except ResponseMalformed as error:
                return f"{error} {error.permanent} {error.status_code}"

    if shell == "in process":
        said = call()
    else:
        with serve(fake) as server:
            said = call(transport=None, base_url=server.url)
    assert (
        said
        == {
            (302, True): "ListAsyncEvents in ap-guangzhou: the response is a redirect, which is never followed True 302",
            (200, True): "ListAsyncEvents in ap-guangzhou: the response has the unsupported content encoding 'br' False 200",
            (200, False): "0",
        }[status, bool(headers)]
    )
