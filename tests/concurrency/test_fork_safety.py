"""Fork safety: a child never waits for a lock that a thread of the parent holds."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import pytest

from tencentkit import Credentials, DefaultCredentials, Throttle
from tencentkit.credentials import CallableCredentials
from tencentkit.transport import _dns
from tests.conftest import Kind
from tests.transport.raw_server import answering, ok, raw_server

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")


def in_child(work: Callable[[], bool]) -> None:
    """Run `work` in a forked child; it must return true."""
    child = os.fork()
    if child == 0:
        signal.alarm(30)  # a child that waits for a lock would wait for ever
        try:
            os._exit(0 if work() else 1)
        except BaseException:  # noqa: BLE001 - the child must exit here after any error
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_fork_while_locks_are_held(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks of pool, quota, throttle, credentials and DNS lookup: the child calls on its own connection; the parent continues."""
    monkeypatch.setattr(_dns, "_is_address", lambda _: False)

    def fetch() -> Credentials:
        return Credentials("id", "key")

    with raw_server(answering(ok())) as server:
        function = CallableCredentials(fetch)
        chain = DefaultCredentials([function])
        throttle = Throttle()
        client = kind.client(base_url=server.url, credentials=chain, throttle=throttle)

        def call() -> bool:
            result = client.list_async_events(function_name="f")
            count: int = (asyncio.new_event_loop().run_until_complete(result) if asyncio.iscoroutine(result) else result).total_count
            return count == 3

        assert kind.run(client.list_async_events(function_name="f")).total_count == 3
        function._cached = None  # so that the child fetches again
        chain._found = None
        [limiter] = throttle._buckets.limiters.values()
        locks: list[Any] = [
            client._settings.quota._lock,
            chain._single_flight._lock,
            function._single_flight._lock,
            throttle._lock[0],
            limiter._lock,
            *(flight._lock for flight in _dns._lookups.values()),
            *([] if kind.is_async else [state.routes._lock for state in client._transport._states.values()]),
        ]
        held, release = threading.Event(), threading.Event()

        def hold() -> None:
            with ExitStack() as stack:
                for lock in locks:
                    stack.enter_context(lock)
                held.set()
                release.wait(60)

        holder = threading.Thread(target=hold)
        holder.start()
        assert held.wait(10)
        try:
            in_child(call)
        finally:
            release.set()
            holder.join()
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3
        assert (server.connections, len(server.requests)) == (2, 3)


def test_fork_during_an_exchange() -> None:
    """The child can close its client at once, and the parent receives its response."""
    from tencentkit.scf import Client
    from tests.conftest import CREDENTIALS
    from tests.transport.raw_server import Connection

    received, respond = threading.Event(), threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            received.set()
            respond.wait(30)
            connection.send(ok())

    counts: list[int] = []
    with raw_server(handle) as server:
        client = Client(region="ap-guangzhou", credentials=CREDENTIALS, base_url=server.url, throttle=None)
        thread = threading.Thread(target=lambda: counts.append(client.list_async_events(function_name="f").total_count))
        thread.start()
        assert received.wait(10)

        def work() -> bool:
            client.close()
            return True

        in_child(work)
        respond.set()
        thread.join()
        client.close()
        assert (counts, server.connections) == ([3], 1)
