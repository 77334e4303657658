"""Calls while freezegun or time-machine stops the clocks of Python, and in a process that was suspended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.credentials import CallableCredentials
from tencentkit.errors import DeadlineExceeded, TimedOut, WaiterTimeout
from tencentkit.throttle import FileStore, Throttle
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpRequest, HttpxTransport, LeanTransport
from tests.conftest import Kind
from tests.transport.raw_server import Connection, answering, ok, raw_server

TRANSPORTS: dict[str, tuple[Any, Any]] = {"httpx": (HttpxTransport, AsyncHttpxTransport), "lean": (LeanTransport, AsyncLeanTransport)}
ANSWER = ok(b'{"Response": {"TotalCount": 3}}')
LIMIT = 0.3
"""Seconds of a wait that ends."""


@pytest.fixture(params=["freezegun", "time-machine"])
def frozen(request: pytest.FixtureRequest) -> Iterator[None]:
    """Stop the clocks."""
    if request.param == "freezegun":
        freezer = pytest.importorskip("freezegun").freeze_time("2026-11-30")
    else:
        freezer = pytest.importorskip("time_machine").travel("2026-11-30", tick=False)
    with freezer:
        yield


@pytest.fixture(params=TRANSPORTS)
def make(request: pytest.FixtureRequest, kind: Kind) -> Callable[..., Any]:
    """Return each of the four transports."""
    made: Callable[..., Any] = kind.pick(*TRANSPORTS[request.param])
    return made


def is_silent(connection: Connection) -> None:
    """Read a request, and never respond."""
    connection.request()
    connection.stopping.wait()


def drips(connection: Connection) -> None:
    """Send a byte of the response from time to time."""
    connection.request()
    connection.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Filler: x\r\n" * 1000, 0.02)


@pytest.mark.parametrize("handler", [is_silent, drips])
@pytest.mark.usefixtures("frozen")
def test_slow_response_ends_at_deadline(kind: Kind, make: Any, handler: Callable[[Connection], None]) -> None:
    """No response, and one whose head never ends."""
    with raw_server(handler) as server:
        client = kind.client(base_url=server.url, transport=make(), throttle=None, deadline=LIMIT, timeout=30)
        with pytest.raises(DeadlineExceeded):
            kind.run(client.list_async_events(function_name="f"))
        kind.close_clients()


@pytest.mark.usefixtures("frozen")
def test_silent_server_ends_at_timeout(kind: Kind, make: Any) -> None:
    """The limit of a single wait, without a budget."""
    with raw_server(is_silent) as server:
        transport = make()
        request = HttpRequest(f"{server.url}/", (("Host", "127.0.0.1"), ("Content-Length", "2")), b"{}")
        with pytest.raises(TimedOut):
            kind.run(transport.send(request, timeout=LIMIT, budget=None))
        kind.run(transport.aclose() if kind.is_async else transport.close())


@pytest.mark.parametrize("store", [False, True])
@pytest.mark.usefixtures("frozen")
def test_throttle_wait_ends(kind: Kind, make: Any, tmp_path: Path, *, store: bool) -> None:
    """A call at the rate limit waits, and is then sent."""
    throttle = Throttle(limits={"ListAsyncEvents": 1}, store=FileStore(tmp_path) if store else None)
    with raw_server(answering(ANSWER)) as server:
        client = kind.client(base_url=server.url, transport=make(), throttle=throttle, deadline=30)
        for _ in range(2):
            assert kind.run(client.list_async_events(function_name="f")).total_count == 3
        kind.close_clients()


@pytest.mark.usefixtures("frozen")
def test_pause_before_retry_ends(kind: Kind, make: Any) -> None:
    """The retry after a transient error is sent."""
    refusals = iter([ok(b'{"Response": {"Error": {"Code": "InternalError", "Message": "x"}, "RequestId": "r"}}')])

    def fails_once(connection: Connection) -> None:
        while connection.request():
            connection.send(next(refusals, ANSWER))

    with raw_server(fails_once) as server:
        client = kind.client(base_url=server.url, transport=make(), throttle=None, deadline=30)
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3
        kind.close_clients()


@pytest.mark.usefixtures("frozen")
def test_slow_credentials_end_at_deadline(kind: Kind, make: Any) -> None:
    """A provider that never returns, in its own thread."""
    stop = threading.Event()

    def fetch() -> Credentials:
        stop.wait(60)
        return Credentials("AKID", "key")

    with raw_server(answering(ANSWER)) as server:
        client = kind.client(base_url=server.url, transport=make(), throttle=None, deadline=LIMIT, credentials=CallableCredentials(fetch))
        try:
            with pytest.raises(DeadlineExceeded):
                kind.run(client.list_async_events(function_name="f"))
        finally:
            stop.set()
        kind.close_clients()


@pytest.mark.usefixtures("frozen")
def test_waiter_ends_at_its_timeout(kind: Kind, make: Any) -> None:
    """A job that never finishes is polled until the timeout."""
    running = ok(b'{"Response": {"Result": {"Status": "RUNNING", "StatusCode": 0, "InvokeRequestId": "x"}, "RequestId": "r"}}')
    with raw_server(answering(running)) as server:
        client = kind.client(base_url=server.url, transport=make(), throttle=None)
        with pytest.raises(WaiterTimeout):
            kind.run(client.wait_until_async_event_finished(invoke_request_id="x", timeout=1.5))
        kind.close_clients()


@pytest.mark.usefixtures("frozen")
def test_connections_are_reused(kind: Kind, make: Any) -> None:
    """Also after the clocks run again."""
    with raw_server(answering(ANSWER)) as server:
        client = kind.client(base_url=server.url, transport=make(), throttle=None)
        for _ in range(3):
            kind.run(client.list_async_events(function_name="f"))
        assert server.connections == 1
        kind.close_clients()


class StoppedClock:
    """Clock of a user that never moves, and whose sleeps return at once."""

    def time(self) -> float:
        return 1_700_000_000.0

    def monotonic(self) -> float:
        return 0.0

    def sleep(self, seconds: float) -> None:
        pass

    async def sleep_async(self, seconds: float) -> None:
        pass


def test_own_sleeps_count(kind: Kind, make: Any) -> None:
    """The wait for the rate limit ends at the deadline, even if the client's clock stands still."""
    with raw_server(answering(ANSWER)) as server:
        client = kind.client(
            base_url=server.url, transport=make(), throttle=Throttle(limits={"ListAsyncEvents": 1}), clock=StoppedClock(), deadline=5
        )
        kind.run(client.list_async_events(function_name="f"))
        with pytest.raises(DeadlineExceeded):
            kind.run(client.list_async_events(function_name="f"))
        kind.close_clients()


PROGRAM = """
import asyncio, sys
from tencentkit import Credentials, scf, transport
from tencentkit.errors import TencentkitError
name, url = sys.argv[1:]
is_async = name.startswith("Async")
client = (scf.AsyncClient if is_async else scf.Client)(region="ap-guangzhou", credentials=Credentials("AKID", "key"), base_url=url,
    throttle=None, retry=None, deadline=1, timeout=30, transport=getattr(transport, name)())
with asyncio.Runner() as runner:
    run = runner.run if is_async else lambda value: value
    def call():
        async def awaited():
            return await client.list_async_events(function_name="f")
        try:
            result = run(awaited()) if is_async else client.list_async_events(function_name="f")
            print("total", result.total_count, flush=True)
        except TencentkitError as error:
            print(type(error).__name__, flush=True)
    call()
    call()
    call()
    run(client.aclose()) if is_async else client.close()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs SIGSTOP")
@pytest.mark.parametrize("name", ["HttpxTransport", "LeanTransport", "AsyncHttpxTransport", "AsyncLeanTransport"])
def test_suspended_process_ends_its_call(name: str) -> None:
    """The second call is suspended beyond its deadline and ends at once; the third one succeeds."""
    received, thawed = threading.Event(), threading.Event()
    numbers = iter(range(1, 10))

    def handle(connection: Connection) -> None:
        with suppress(OSError):
            while connection.request():
                if next(numbers) == 2:
                    received.set()
                    thawed.wait(30)
                    return  # the connection died meanwhile
                connection.send(ANSWER)

    with raw_server(handle) as server:
        program = [sys.executable, "-W", "error", "-c", PROGRAM, name, server.url]
        with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=os.environ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "total 3\n"
            assert received.wait(30)
            child.send_signal(signal.SIGSTOP)
            time.sleep(1.5)  # longer than the deadline
            child.send_signal(signal.SIGCONT)
            assert child.stdout.readline() == "DeadlineExceeded\n"
            thawed.set()
            assert child.stdout.readline() == "total 3\n"
            assert child.wait(30) == 0
