"""Idle connections and their settings: those that died together, expiry, the wait for a free connection, forks without hooks."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import trustme

from tencentkit.errors import RequestInvalid, TimedOut
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpRequest, HttpxTransport, LeanTransport, _connections
from tencentkit.transport._connections import IdleConnections
from tencentkit.transport._settings import check_connections
from tests.conftest import Kind
from tests.transport.raw_server import Connection, answering, ok, raw_server
from tests.transport.tls import tls_server

TRANSPORTS: dict[str, tuple[Any, Any]] = {"httpx": (HttpxTransport, AsyncHttpxTransport), "lean": (LeanTransport, AsyncLeanTransport)}


@pytest.fixture(params=TRANSPORTS)
def make(request: pytest.FixtureRequest, kind: Kind) -> Callable[..., Any]:
    """Return each of the four transports."""
    made: Callable[..., Any] = kind.pick(*TRANSPORTS[request.param])
    return made


def at_once(kind: Kind, client: Any, number: int) -> list[int]:
    """Make calls concurrently."""
    if kind.is_async:

        async def gather() -> list[Any]:
            return await asyncio.gather(*(client.list_async_events(function_name="f") for _ in range(number)))

        return [each.total_count for each in kind.run(gather())]
    counts: list[int] = []
    threads = [
        threading.Thread(target=lambda: counts.append(client.list_async_events(function_name="f").total_count)) for _ in range(number)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts


def waits_for(number: int) -> tuple[Callable[[Connection], None], threading.Event]:
    """Return a handler that responds only once `number` requests are in flight, and an event after which it never responds."""
    together = threading.Barrier(number)
    dead = threading.Event()

    def handle(connection: Connection) -> None:
        first = True
        inherited = dead.is_set()
        while connection.request():
            if dead.is_set() and not inherited:
                connection.stopping.wait()
                return
            if first and not inherited:
                together.wait(60)
            first = False
            connection.send(ok())

    return handle, dead


def test_connections_that_died_together(kind: Kind, make: Any) -> None:
    """Ten idle connections lose their peer without a FIN: one attempt fails, and the retry opens a new connection."""
    handle, dead = waits_for(10)
    with raw_server(handle) as server:
        client = kind.client(base_url=server.url, transport=make(), throttle=None, timeout=20, rng=lambda: 0.0)
        assert at_once(kind, client, 10) == [3] * 10
        assert server.connections == 10
        dead.set()
        result = kind.run(client.with_options(timeout=0.5).list_async_events(function_name="f"))
        assert (result.total_count, result.meta.attempts, server.connections) == (3, 2, 11)
        kind.run(client._transport.aclose() if kind.is_async else client._transport.close())


def test_bursts_reuse_their_connections(kind: Kind, make: Any) -> None:
    """Thirty calls at once, five times, need thirty connections."""
    handle, _ = waits_for(30)
    with raw_server(handle) as server:
        transport = make()
        client = kind.client(base_url=server.url, transport=transport, throttle=None)
        for _ in range(5):
            assert at_once(kind, client, 30) == [3] * 30
        assert server.connections == 30
        kind.run(transport.aclose() if kind.is_async else transport.close())


def test_slot_wait_ends_with_the_deadline(kind: Kind, make: Any) -> None:
    """It may take longer than `timeout`; its error names the setting."""
    respond = threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            respond.wait(60)
            connection.send(ok())

    request = HttpRequest("", (("Host", "127.0.0.1"), ("Content-Length", "2")), b"{}")
    outcomes: list[Any] = []
    with raw_server(handle) as server:
        transport = make(max_connections=1)
        request = request._replace(url=f"{server.url}/")

        async def both() -> None:
            first = asyncio.ensure_future(transport.send(request, timeout=60, budget=60))
            await asyncio.sleep(0)
            with pytest.raises(TimedOut, match="max_connections") as caught:
                await transport.send(request, timeout=0.01, budget=0.3)
            outcomes.append(caught.value)
            waiting = asyncio.ensure_future(
                transport.send(
                    request,
                    timeout=60,
                    budget=60,
                )
            )
            await asyncio.sleep(0.05)
            respond.set()
            outcomes.extend([(await first).status, (await waiting).status])
            await transport.aclose()

        if kind.is_async:
            kind.run(both())
        else:
            first = threading.Thread(target=lambda: outcomes.append(transport.send(request, timeout=60, budget=60).status))
            first.start()
            while not server.requests:
                time.sleep(0.001)
            with pytest.raises(TimedOut, match="max_connections") as caught:
                transport.send(request, timeout=0.01, budget=0.3)
            outcomes.append(caught.value)
            respond.set()
            first.join()
            outcomes.append(transport.send(request, timeout=60, budget=60).status)
            transport.close()
    assert [each for each in outcomes if each != 200] == [outcomes[0]]
    assert outcomes[0].sent is False
    assert len(server.requests) == 2


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "TLS"])
def test_fork_without_hooks(make: Any, tls: bool, tmp_path: Path) -> None:
    """uWSGI forks in C, where no hook of Python runs: parent and child still use connections of their own."""
    ca = trustme.CA()
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    with raw_server(answering(ok()), tls=tls_server(ca, "127.0.0.1") if tls else None) as server:
        arguments = [make.__name__, server.url, *([str(tmp_path / "ca.pem")] if tls else [])]
        subprocess.run([sys.executable, "-m", "tests.transport.fork_program", *arguments], check=True, timeout=120)
        assert (server.connections, len(server.requests)) == (2, 3)


def test_keep_alive_header_is_honoured(kind: Kind, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection closes before the server closes it."""
    clock = Clock()
    patch_clock(monkeypatch, clock)
    with raw_server(answering(ok(b'{"Response": {"TotalCount": 3}}', b"Keep-Alive: max=9, timeout=30"))) as server:
        transport = make()
        client = kind.client(base_url=server.url, transport=transport, throttle=None)
        for elapsed, connections in ((0, 1), (28, 1), (31, 2)):
            clock.now += elapsed
            kind.run(client.list_async_events(function_name="f"))
            assert server.connections == connections
        kind.run(transport.aclose() if kind.is_async else transport.close())


def test_writes_need_a_fresh_connection(kind: Kind, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read uses a connection that was idle for ten seconds; a write opens a new one."""
    clock = Clock()
    patch_clock(monkeypatch, clock)
    with raw_server(answering(ok())) as server:
        transport = make()
        client = kind.client(base_url=server.url, transport=transport, throttle=None)
        kind.run(client.list_async_events(function_name="f"))
        clock.now += 10
        kind.run(client.list_async_events(function_name="f"))
        assert server.connections == 1
        clock.now += 10
        kind.run(client.call("TerminateAsyncEvent", {"FunctionName": "f"}))
        assert server.connections == 2
        kind.run(client.call("TerminateAsyncEvent", {"FunctionName": "f"}))
        assert server.connections == 2
        kind.run(transport.aclose() if kind.is_async else transport.close())


class Clock:
    """Stand-in for the module `time`."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.offset = 0.0

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return self.now + self.offset


def patch_clock(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    """Let idle connections read `clock`."""
    monkeypatch.setattr(_connections, "time", clock)
    monkeypatch.setattr(_connections, "monotonic", clock.monotonic)


class Fake:
    """Connection without a socket."""

    def __init__(self, created: float = 1000.0) -> None:
        self.created = self.idle_since = created
        self.expires = 0.0
        self.closed = False

    def is_stale(self) -> bool:
        return False

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    patch_clock(monkeypatch, made)
    return made


def idle_connections(**settings: Any) -> IdleConnections[Fake]:
    return IdleConnections(
        check_connections(**{"max_connections": 100, "max_idle": None, "idle_timeout": 60.0, "max_age": None} | settings)
    )


def test_idle_connections_expire_for_all_origins(clock: Clock) -> None:
    """The pool searches once a second, also while only another origin is used."""
    idle, old, young = idle_connections(), Fake(), Fake()
    idle.release("a", old, {})
    clock.now += 60
    idle.release("b", young, {})
    assert (old.closed, young.closed) == (True, False)
    assert (idle.acquire("a"), idle.acquire("b")) == (None, young)


def test_surplus_connections_close(clock: Clock) -> None:
    """The oldest one closes; `max_idle=0` keeps none."""
    idle, many = idle_connections(max_idle=2), [Fake() for _ in range(3)]
    for each in many:
        idle.release("a", each, {})
    assert [each.closed for each in many] == [True, False, False]
    none, one = idle_connections(max_idle=0), Fake()
    none.release("a", one, {})
    assert one.closed


def test_max_age_ends_a_connection(clock: Clock) -> None:
    """Also one that is in steady use."""
    idle, one = idle_connections(max_age=100, idle_timeout=None), Fake()
    for _ in range(3):
        idle.release("a", one, {})
        assert idle.acquire("a") is one
        clock.now += 33
    idle.release("a", one, {})
    clock.now += 2
    assert idle.acquire("a") is None
    assert one.closed


@pytest.mark.parametrize("jump", [-3600, 3600])
def test_clock_jump_drops_idle_connections(clock: Clock, jump: float) -> None:
    """After a suspend, the wall clock has moved and the monotonic one has not."""
    idle, one, other = idle_connections(), Fake(), Fake()
    idle.release("a", one, {})
    idle.release("b", other, {})
    clock.offset += jump
    assert idle.acquire("a") is None
    assert (one.closed, other.closed) == (True, True)
    idle.release("a", one, {})
    clock.offset += 1
    assert idle.acquire("a") is one


def test_younger_connections_survive_a_failure(clock: Clock) -> None:
    """A connection that became idle after the failed one had responded since."""
    idle, older, failed, younger = idle_connections(), Fake(), Fake(), Fake()
    for each in (older, failed):
        idle.release("a", each, {})
        clock.now += 1
    assert idle.acquire("a") is failed
    idle.release("a", younger, {})
    idle.discard_older("a", failed)
    assert (older.closed, younger.closed) == (True, False)
    assert idle.acquire("a") is younger


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("timeout=5", 4.0), ("timeout=1", 0.5), ("TIMEOUT=20, max=3", 19.0), ("timeout=", 60.0), ("max=3", 60.0), ("timeout=-1", 60.0)],
)
def test_keep_alive_header_is_parsed(clock: Clock, header: str, seconds: float) -> None:
    """With a margin for the way; an invalid one is ignored."""
    one = Fake()
    idle_connections().release("a", one, {"keep-alive": header})
    assert one.expires == clock.now + seconds


@pytest.mark.parametrize(
    "settings",
    [
        {"max_connections": 0},
        {"max_connections": 1.5},
        {"max_idle": -1},
        {"max_idle": ""},
        {"max_idle": False},
        {"idle_timeout": 0},
        {"idle_timeout": "1"},
        {"max_age": -1},
    ],
    ids=str,
)
@pytest.mark.parametrize("transport", [each for pair in TRANSPORTS.values() for each in pair])
def test_invalid_setting_is_rejected(transport: Any, settings: dict[str, Any]) -> None:
    """The error names the argument."""
    with pytest.raises(RequestInvalid) as caught:
        transport(**settings)
    assert caught.value.argument == next(iter(settings))


@pytest.mark.parametrize("engine", ["requests", ["httpx"]], ids=str)
@pytest.mark.parametrize("transport", [HttpxTransport, AsyncHttpxTransport])
def test_unknown_engine_is_rejected(transport: Any, engine: Any) -> None:
    """The error lists the engines."""
    with pytest.raises(RequestInvalid, match=re.escape(f"must be one of httpx, httpx2, not {engine!r}")):
        transport(engine=engine)


def test_variable_chooses_the_engine(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown one is named; the argument has precedence."""
    monkeypatch.setenv("TENCENTKIT_HTTP_ENGINE", "requests")
    with raw_server(answering(ok())) as server:
        client = kind.client(base_url=server.url, throttle=None)
        with pytest.raises(RequestInvalid, match="TENCENTKIT_HTTP_ENGINE"):
            kind.run(client.list_async_events(function_name="f"))
        transport = kind.pick(*TRANSPORTS["httpx"])(engine="httpx")
        again = kind.client(base_url=server.url, transport=transport, throttle=None)
        assert kind.run(again.list_async_events(function_name="f")).total_count == 3
        kind.run(transport.aclose() if kind.is_async else transport.close())
