"""Names are looked up within the call's time, and any address that answers serves."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import httpcore
import pytest

from tencentkit.errors import ConnectionFailed, DeadlineExceeded, TimedOut
from tencentkit.transport import (
    AsyncHttpxTransport,
    AsyncLeanTransport,
    HttpRequest,
    HttpxTransport,
    LeanTransport,
    _backend_async,
    _backend_sync,
    _dns,
)
from tests.conftest import Kind
from tests.transport.raw_server import answering, ok, raw_server


class Resolver:
    """Stands in for `getaddrinfo`, as far as names go."""

    real = staticmethod(socket.getaddrinfo)

    def __init__(self) -> None:
        self.addresses = ["127.0.0.1"]
        self.asked = 0
        self.may_answer = threading.Event()
        self.may_answer.set()

    def __call__(self, host: str, port: int, *more: Any, **named: Any) -> Any:
        if host != "scf.example":
            return self.real(host, port, *more, **named)
        self.asked += 1
        assert self.may_answer.wait(30)
        if not self.addresses:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in self.addresses]


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Resolver]:
    made = Resolver()
    monkeypatch.setattr(_dns.socket, "getaddrinfo", made)
    yield made
    made.may_answer.set()
    for thread in threading.enumerate():
        if thread.name.startswith("tencentkit-DNS lookup"):
            thread.join(10)


@pytest.mark.parametrize(("bound", "error"), [({"deadline": 0.2}, DeadlineExceeded), ({"timeout": 0.1}, TimedOut)])
def test_a_resolver_that_hangs_is_left(kind: Kind, resolver: Resolver, bound: dict[str, float], error: type[Exception]) -> None:
    """At the deadline, or after `timeout`; nothing was sent; all calls of a host share the one thread that hangs."""
    resolver.may_answer.clear()
    client = kind.client(base_url="http://scf.example", throttle=None, retry=None, **bound)
    for _ in range(3):
        started = time.monotonic()
        with pytest.raises(error) as caught:
            kind.run(client.list_async_events(function_name="f"))
        assert time.monotonic() - started < 10
        assert caught.value.retry_safe
    assert resolver.asked == 1
    assert sum(thread.name == "tencentkit-DNS lookup of scf.example" for thread in threading.enumerate()) == 1


@pytest.mark.parametrize("lean", [False, True], ids=["httpx", "lean"])
def test_what_was_given_up_is_not_sent_after_all(kind: Kind, resolver: Resolver, lean: bool) -> None:
    """What ran out of time while it connected says that it was not sent; then it never is, though the connection comes."""
    with raw_server(answering(ok())) as server:
        transport = kind.pick(LeanTransport, AsyncLeanTransport)() if lean else kind.pick(HttpxTransport, AsyncHttpxTransport)()
        given_up, later = (
            HttpRequest(f"http://scf.example:{server.port}/", (("Host", "scf.example"), ("Content-Length", "4")), body)
            for body in (b"{  }", b"{\n\n}")
        )
        resolver.may_answer.clear()

        async def give_up() -> None:
            with pytest.raises(TimedOut) as caught:
                await transport.send(given_up, timeout=20, budget=0.2)
            assert not caught.value.sent
            cancelled = asyncio.ensure_future(transport.send(given_up, timeout=20, budget=20))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            cancelled.cancel()
            await asyncio.gather(cancelled, return_exceptions=True)
            resolver.may_answer.set()
            await transport.send(later, timeout=20, budget=20)
            await transport.aclose()

        if kind.is_async:
            kind.run(give_up())
        else:
            with pytest.raises(TimedOut) as caught:
                transport.send(given_up, timeout=20, budget=0.2)
            assert not caught.value.sent
            resolver.may_answer.set()
            transport.send(later, timeout=20, budget=20)
            transport.close()
    assert [each[-4:] for each in server.requests] == [b"{\n\n}"]


def test_a_name_is_looked_up_for_a_new_connection_only(kind: Kind, resolver: Resolver) -> None:
    """Ten calls on one connection ask once; an address is not looked up at all."""
    with raw_server(answering(ok())) as server:
        for host, asked in (("scf.example", 1), ("127.0.0.1", 1)):
            client = kind.client(base_url=f"http://{host}:{server.port}", throttle=None)
            for _ in range(10):
                assert kind.run(client.list_async_events(function_name="f")).total_count == 3
            assert resolver.asked == asked


def test_a_name_without_addresses_is_told(kind: Kind, resolver: Resolver) -> None:
    """The error names the host, and what the resolver says."""
    resolver.addresses = []
    client = kind.client(base_url="http://scf.example", throttle=None, retry=None)
    with pytest.raises(ConnectionFailed, match=r"DNS lookup of scf\.example failed \(Name or service not known\)") as caught:
        kind.run(client.list_async_events(function_name="f"))
    assert (caught.value.sent, caught.value.permanent) == (False, False)


def test_the_next_address_serves_where_one_refuses(kind: Kind, resolver: Resolver) -> None:
    """All addresses of a host are tried; when all refuse, that is the error."""
    with raw_server(answering(ok())) as server:
        resolver.addresses = ["::1", "127.0.0.1"]
        client = kind.client(base_url=f"http://scf.example:{server.port}", throttle=None, retry=None)
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3
    resolver.addresses = ["::1", "127.0.0.1"]
    client = kind.client(base_url=f"http://scf.example:{server.port}", throttle=None, retry=None)
    with pytest.raises(ConnectionFailed, match="could not connect") as caught:
        kind.run(client.list_async_events(function_name="f"))
    assert caught.value.sent is False


def test_where_no_thread_can_be_had_the_caller_looks_itself(kind: Kind, resolver: Resolver, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a function that runs while the interpreter ends."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with raw_server(answering(ok())) as server:
        client = kind.client(base_url=f"http://scf.example:{server.port}", throttle=None)
        start = threading.Thread.start
        monkeypatch.setattr(threading.Thread, "start", lambda each: refuse(each) if each.name.startswith("tencentkit") else start(each))
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3
    assert resolver.asked == 1


class Stream:
    closed = False

    async def aclose(self) -> None:
        self.closed = True


def test_a_mute_address_is_overtaken(monkeypatch: pytest.MonkeyPatch) -> None:
    """In an event loop the next address is tried beside it after a moment; what comes too late is closed."""
    monkeypatch.setattr(_backend_async, "_HEAD_START", 0.0)
    late, quick = Stream(), Stream()

    async def main() -> Any:
        taken = asyncio.Event()

        async def connect(address: str) -> Any:
            if address == "mute":
                try:
                    await asyncio.Event().wait()
                finally:
                    taken.set()
            if address == "late":
                try:
                    await asyncio.Event().wait()
                except asyncio.CancelledError:
                    return late  # connected in the very moment
            return quick

        found = await _backend_async.connect_first_async(["mute", "late", "quick"], connect)
        assert taken.is_set()
        return found

    assert asyncio.run(main()) is quick
    assert (late.closed, quick.closed) == (True, False)


def test_each_address_has_its_part_of_the_time() -> None:
    """In a thread one follows the other, and a mute one leaves time to the next."""
    parts = []

    def connect(_: str, wait: float | None) -> Any:
        parts.append(wait)
        raise httpcore.ConnectTimeout

    with pytest.raises(httpcore.ConnectTimeout):
        _backend_sync.connect_first(["a", "b", "c"], 9, connect)
    assert parts == pytest.approx([3, 4.5, 9], abs=0.5)
    with pytest.raises(httpcore.ConnectTimeout):
        _backend_sync.connect_first(["a"], None, connect)
    assert parts[-1] is None
