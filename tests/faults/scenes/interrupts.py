"""Interrupts: cancelled tasks, KeyboardInterrupt, signals, the caller's own time limit."""

from __future__ import annotations

import asyncio
import inspect
import signal
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from typing import Any
from unittest import mock

from tencentkit import Credentials, Throttle
from tencentkit._concurrency.single_flight import InFlight
from tencentkit.credentials import CallableCredentials
from tencentkit.testing import ManualClock
from tencentkit.transport import _connections, _connections_async, _stream_async, _stream_sync
from tests.faults.fault import FaultRun, Scene, Seen
from tests.transport.raw_server import Connection, Handler, ok, raw_server


def _limited(run: FaultRun, number: int) -> Any:
    """Return a default transport with a limited pool; with 1, the next call fails if a slot was not released."""
    transport = run.client("http://127.0.0.1")._transport
    return type(transport)(max_connections=number)


class LeakCheck:
    """A client whose call waits for credentials, rate limit, connection, response and retry, and a check of what it releases."""

    def __init__(self, run: FaultRun, url: str, first: list[int], clock: ManualClock) -> None:
        self._first = first
        self.provider = CallableCredentials(_fetch_async if run.kind.is_async else _fetch)
        self.throttle = Throttle(limits={"ListAsyncEvents": 1})
        self.transport = _limited(run, 1)
        self.client = run.client(
            url, transport=self.transport, throttle=self.throttle, clock=clock, credentials=self.provider, rng=lambda: 0.5
        )
        self._quota = self.client._settings.quota
        self._full = self._quota.left

    def prepare(self) -> None:
        """Make the next call fetch credentials, and its first request fail."""
        self.provider._kept = None
        self._first[:] = [1]

    def check(self) -> None:
        """Assert that the quota is full, no call waits for a slot, and no request is in flight."""
        assert self._quota.left == self._full
        assert [state.waiting for state in self.throttle.state()] in ([], [0])
        states = getattr(self.transport, "_loops", None) or getattr(self.transport, "_states", {})
        assert [state.slots_in_use() for state in states.values()] in ([], [0])


def _fetch() -> Credentials:
    return Credentials("id", "key")


async def _fetch_async() -> Credentials:
    await asyncio.sleep(0)
    return Credentials("id", "key")


def _first_request_fails(first: list[int]) -> Handler:
    """Return a handler that sends an error to the first request of a call, and a result to the second."""

    def handle(connection: Connection) -> None:
        while connection.request():
            failing = first.pop() if first else 0
            connection.send(ok(b'{"Response": {"Error": {"Code": "InternalError", "Message": ""}}}') if failing else ok())

    return handle


def cancelled(times: int) -> Scene:
    """Cancel a call after one, two, three, … iterations of the event loop, until it finishes first.

    Args:
        times: Number of cancellations, one iteration apart: the second interrupts the cleanup of the first.
    """
    first: list[int] = []

    async def main(run: FaultRun, leaks: LeakCheck) -> int:
        cancellations = iterations = sweeps = 0
        while True:
            leaks.prepare()
            task = asyncio.ensure_future(run.start(leaks.client))
            for _ in range(iterations):
                await asyncio.sleep(0)
            for _ in range(times):
                task.cancel()
                await asyncio.sleep(0)
            ended = await asyncio.gather(task, return_exceptions=True)
            leaks.check()
            if isinstance(ended[0], asyncio.CancelledError):
                cancellations, iterations = cancellations + 1, iterations + 1
            elif cancellations > 10 or sweeps == 10:
                return cancellations
            else:
                sweeps, iterations = sweeps + 1, 0  # the response came at once, which spares the call many iterations

    def scene(run: FaultRun) -> Seen:
        with raw_server(_first_request_fails(first)) as server:
            leaks = LeakCheck(run, server.url, first, ManualClock())
            assert run.kind.run(main(run, leaks)) > 10
            return _final_call(run, leaks, server, first)

    return scene


def _final_call(run: FaultRun, leaks: LeakCheck, server: Any, first: list[int]) -> Seen:
    """Make one more call, which must succeed."""
    first.clear()
    outcome = run.call(leaks.client.with_options(headers={"X-Later": "1"}))
    leaks.check()
    run.kind.close_clients()
    # Counted by header: the server may read a request of an interrupted call late.
    return Seen(outcome, sum(b"X-Later: 1" in request for request in server.requests))


def cancelled_crowd(run: FaultRun) -> Seen:
    """Cancel 200 tasks that compete for a pool of ten connections."""
    released = threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            released.wait(10)
            connection.send(ok())

    async def start_and_cancel(client: Any) -> None:
        tasks = [asyncio.ensure_future(run.start(client)) for _ in range(200)]
        await asyncio.sleep(0.05)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def later(client: Any) -> None:
        await asyncio.gather(*(run.start(client.with_options(headers={"X-Later": "1"})) for _ in range(20)))

    with raw_server(handle) as server:
        client = run.client(server.url, transport=_limited(run, 10))
        run.kind.run(start_and_cancel(client))
        released.set()
        outcome = run.outcome(lambda: later(client))
        run.kind.close_clients()
        # Counted by header: the server may read a request of a cancelled task late.
        return Seen(outcome, sum(b"X-Later: 1" in request for request in server.requests))


def interrupted(error: type[BaseException]) -> Scene:
    """Raise `error` in the first wait of a call, then in the second, …, until the call finishes first."""

    def scene(run: FaultRun) -> Seen:
        first: list[int] = []
        waits = {"left": -1}

        def count() -> None:
            if waits["left"] == 0:
                waits["left"] = -1
                raise error
            waits["left"] -= 1

        def counting(original: Callable[..., Any]) -> Callable[..., Any]:
            def wait(*arguments: Any, **named: Any) -> Any:
                count()
                return original(*arguments, **named)

            async def wait_async(*arguments: Any, **named: Any) -> Any:
                count()
                return await original(*arguments, **named)

            return wait_async if inspect.iscoroutinefunction(original) else wait

        class CountingClock(ManualClock):
            sleep = counting(ManualClock.sleep)
            sleep_async = counting(ManualClock.sleep_async)

        with raw_server(_first_request_fails(first)) as server, ExitStack() as patches:
            waiting = run.kind.pick(
                lambda: (
                    (_connections.Connections, "acquire"),
                    (_stream_sync.SocketStream, "read"),
                    (_stream_sync.SocketStream, "write"),
                    (_stream_sync, "_ready_of"),
                ),
                lambda: (
                    (_connections_async.LoopConnections, "acquire"),
                    (_stream_async.AsyncSocketStream, "read"),
                    (_stream_async.AsyncSocketStream, "write"),
                    (_stream_async, "_connect_first"),
                ),
            )()
            for owner, name in (*waiting, (InFlight, "wait"), (InFlight, "wait_async")):
                patches.enter_context(mock.patch.object(owner, name, counting(getattr(owner, name))))
            leaks = LeakCheck(run, server.url, first, CountingClock())
            number = 0
            while _is_interrupted(run, leaks, error, waits, number):
                number += 1
            assert number > 8
            waits["left"] = -1
            return _final_call(run, leaks, server, first)

    return scene


def _is_interrupted(run: FaultRun, leaks: LeakCheck, error: type[BaseException], waits: dict[str, int], number: int) -> bool:
    """Make a call and return whether `error` interrupted it in the wait of this number."""
    leaks.prepare()
    waits["left"] = number
    try:
        run.kind.run(run.start(leaks.client))
    except error:
        if run.kind.is_async:
            _run_pending_callbacks(run, error)
        leaks.check()
        return True
    return False


def _run_pending_callbacks(run: FaultRun, error: type[BaseException]) -> None:
    """Run the loop again: an interrupt in a task is also raised in the tasks that wait for it."""
    for _ in range(5):
        with suppress(error):
            run.kind.run(asyncio.sleep(0))


class Alarm(Exception):
    """Not a TimeoutError: within a read it would look like the timeout of the socket."""


def time_limit(run: FaultRun) -> Seen:
    """Interrupt a thread's read by a signal, and a task's await by `asyncio.timeout`."""
    silent = threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            if not silent.is_set():
                silent.wait(10)
            connection.send(ok())

    def raise_alarm(*_: Any) -> None:
        raise Alarm

    async def with_timeout(client: Any) -> None:
        async with asyncio.timeout(0.1):
            await run.start(client)

    def with_alarm(client: Any) -> None:
        before = signal.signal(signal.SIGALRM, raise_alarm)
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        try:
            run.start(client)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    with raw_server(handle) as server:
        client = run.client(server.url)
        for _ in range(3):
            outcome = run.outcome(lambda: run.kind.pick(with_alarm, with_timeout)(client))
            assert outcome == ("TimeoutError" if run.kind.is_async else "Alarm")
        run.error = None
        silent.set()
        outcome = run.call(client.with_options(headers={"X-Later": "1"}))
        run.kind.close_clients()
        return Seen(outcome, sum(b"X-Later: 1" in request for request in server.requests))
