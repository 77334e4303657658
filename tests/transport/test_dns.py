"""DNS lookup within the call's time limits, and connection attempts to all addresses of a host."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tencentkit.errors import ConnectionFailed, DeadlineExceeded, TimedOut
from tencentkit.transport import (
    AsyncHttpxTransport,
    AsyncLeanTransport,
    HttpRequest,
    HttpxTransport,
    LeanTransport,
    _dns,
    _stream_async,
)
from tests.conftest import Kind
from tests.transport.raw_server import MuteAddress, answering, ok, raw_server


class Resolver:
    """Fake of `getaddrinfo` for the name `scf.example`."""

    real = staticmethod(socket.getaddrinfo)

    def __init__(self) -> None:
        self.addresses = ["127.0.0.1"]
        self.lookups = 0
        self.unblocked = threading.Event()
        self.unblocked.set()

    def __call__(self, host: str, port: int, *more: Any, **named: Any) -> Any:
        if host != "scf.example":
            return self.real(host, port, *more, **named)
        self.lookups += 1
        assert self.unblocked.wait(30)
        if not self.addresses:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in self.addresses]


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Resolver]:
    made = Resolver()
    monkeypatch.setattr(_dns.socket, "getaddrinfo", made)
    yield made
    made.unblocked.set()
    for thread in threading.enumerate():
        if thread.name.startswith("tencentkit-DNS lookup"):
            thread.join(10)


@pytest.mark.parametrize(("bound", "error"), [({"deadline": 0.2}, DeadlineExceeded), ({"timeout": 0.1}, TimedOut)])
def test_hanging_lookup_is_abandoned(kind: Kind, resolver: Resolver, bound: dict[str, float], error: type[Exception]) -> None:
    """At the deadline, or after `timeout`; nothing was sent; all calls of a host share one hanging thread."""
    resolver.unblocked.clear()
    client = kind.client(base_url="http://scf.example", throttle=None, retry=None, **bound)
    for _ in range(3):
        started = time.monotonic()
        with pytest.raises(error) as caught:
            kind.run(client.list_async_events(function_name="f"))
        assert time.monotonic() - started < 10
        assert caught.value.retryable
    assert resolver.lookups == 1
    assert sum(thread.name == "tencentkit-DNS lookup of scf.example" for thread in threading.enumerate()) == 1


@pytest.mark.parametrize("lean", [False, True], ids=["httpx", "lean"])
def test_abandoned_call_is_never_sent(kind: Kind, resolver: Resolver, lean: bool) -> None:
    """A call that times out while connecting reports `sent=False`, and the later connection does not send it."""
    with raw_server(answering(ok())) as server:
        transport = kind.pick(LeanTransport, AsyncLeanTransport)() if lean else kind.pick(HttpxTransport, AsyncHttpxTransport)()
        abandoned, later = (
            HttpRequest(f"http://scf.example:{server.port}/", (("Host", "scf.example"), ("Content-Length", "4")), body)
            for body in (b"{  }", b"{\n\n}")
        )
        resolver.unblocked.clear()

        async def abandon() -> None:
            with pytest.raises(TimedOut) as caught:
                await transport.send(abandoned, timeout=20, budget=0.2)
            assert not caught.value.sent
            cancelled = asyncio.ensure_future(transport.send(abandoned, timeout=20, budget=20))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            cancelled.cancel()
            await asyncio.gather(cancelled, return_exceptions=True)
            resolver.unblocked.set()
            await transport.send(later, timeout=20, budget=20)
            await transport.aclose()

        if kind.is_async:
            kind.run(abandon())
        else:
            with pytest.raises(TimedOut) as caught:
                transport.send(abandoned, timeout=20, budget=0.2)
            assert not caught.value.sent
            resolver.unblocked.set()
            transport.send(later, timeout=20, budget=20)
            transport.close()
    assert [each[-4:] for each in server.requests] == [b"{\n\n}"]


def test_lookup_only_for_new_connections(kind: Kind, resolver: Resolver) -> None:
    """Ten calls on one connection need one lookup; an IP address needs none."""
    with raw_server(answering(ok())) as server:
        for host, lookups in (("scf.example", 1), ("127.0.0.1", 1)):
            client = kind.client(base_url=f"http://{host}:{server.port}", throttle=None)
            for _ in range(10):
                assert kind.run(client.list_async_events(function_name="f")).total_count == 3
            assert resolver.lookups == lookups


def test_failed_lookup_names_the_host(kind: Kind, resolver: Resolver) -> None:
    """The error names the host, and the reason of the resolver."""
    resolver.addresses = []
    client = kind.client(base_url="http://scf.example", throttle=None, retry=None)
    with pytest.raises(ConnectionFailed, match=r"DNS lookup of scf\.example failed \(Name or service not known\)") as caught:
        kind.run(client.list_async_events(function_name="f"))
    assert (caught.value.sent, caught.value.permanent) == (False, False)


def test_next_address_after_a_refusal(kind: Kind, resolver: Resolver) -> None:
    """The client tries all addresses of a host; if all refuse, it raises their error."""
    with raw_server(answering(ok())) as server:
        resolver.addresses = ["::1", "127.0.0.1"]
        client = kind.client(base_url=f"http://scf.example:{server.port}", throttle=None, retry=None)
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3
    resolver.addresses = ["::1", "127.0.0.1"]
    client = kind.client(base_url=f"http://scf.example:{server.port}", throttle=None, retry=None)
    with pytest.raises(ConnectionFailed, match="could not connect") as caught:
        kind.run(client.list_async_events(function_name="f"))
    assert caught.value.sent is False


def test_lookup_without_a_new_thread(kind: Kind, resolver: Resolver, monkeypatch: pytest.MonkeyPatch) -> None:
    """During interpreter shutdown no thread can start: the caller's thread runs the lookup."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with raw_server(answering(ok())) as server:
        client = kind.client(base_url=f"http://scf.example:{server.port}", throttle=None)
        start = threading.Thread.start
        monkeypatch.setattr(threading.Thread, "start", lambda each: refuse(each) if each.name.startswith("tencentkit") else start(each))
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3
    assert resolver.lookups == 1


BOTH = pytest.mark.parametrize("lean", [False, True], ids=["httpx", "lean"])


def transport_of(kind: Kind, *, lean: bool) -> Any:
    return kind.pick(LeanTransport, AsyncLeanTransport)() if lean else kind.pick(HttpxTransport, AsyncHttpxTransport)()


@BOTH
def test_mute_address_costs_a_head_start(kind: Kind, resolver: Resolver, lean: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next address is tried in parallel after 0.25 s. The mute one is remembered, and tried last by later connections."""
    monkeypatch.setattr(_dns, "_unresponsive", {})
    with raw_server(answering(ok())) as server, MuteAddress(server.port) as mute:
        resolver.addresses = [mute.address, "127.0.0.1"]
        took = []
        for _ in range(2):
            settings = {"transport": transport_of(kind, lean=lean), "throttle": None, "retry": None, "timeout": 20}
            client = kind.client(base_url=f"http://scf.example:{server.port}", **settings)
            started = time.monotonic()
            assert kind.run(client.list_async_events(function_name="f")).total_count == 3
            took.append(time.monotonic() - started)
    assert 0.2 < took[0] < 10
    assert took[1] < 0.2 or took[1] < took[0]
    assert list(_dns._unresponsive) == [mute.address]


@BOTH
def test_only_mute_addresses_time_out(kind: Kind, resolver: Resolver, lean: bool) -> None:
    """The client waits for all of them together, at most `timeout` seconds."""
    with socket.create_server(("127.0.0.1", 0)) as held, MuteAddress(held.getsockname()[1]) as mute:
        resolver.addresses = [mute.address, mute.address]
        url = f"http://scf.example:{held.getsockname()[1]}"
        client = kind.client(base_url=url, transport=transport_of(kind, lean=lean), throttle=None, retry=None, timeout=0.4)
        with pytest.raises(TimedOut, match="connecting timed out") as caught:
            kind.run(client.list_async_events(function_name="f"))
    assert not caught.value.sent


def test_late_connection_is_closed() -> None:
    """A connection that is made in spite of its cancellation closes."""

    class Late:
        aborted = False

        def abort(self) -> None:
            self.aborted = True

    late = Late()

    async def main() -> None:
        async def connect() -> Any:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                return late, None

        attempt = asyncio.ensure_future(connect())
        await asyncio.sleep(0)
        attempt.cancel()
        attempt.add_done_callback(_stream_async._abandon)
        await attempt
        await asyncio.sleep(0)

    asyncio.run(main())
    assert late.aborted


def test_frozen_clock_forgets_dead_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that gave no response under freezegun is not tried last for ever."""
    monkeypatch.setattr(_dns, "_unresponsive", {})
    with monkeypatch.context() as frozen:
        frozen.setattr(time, "monotonic", lambda: time.time() + 1e6)
        _dns.note_attempts(["192.0.2.1", "192.0.2.2"], "192.0.2.2")
    assert 590 < _dns._unresponsive["192.0.2.1"] - time.monotonic() <= 600
