"""Reservations of whole calls, sync and async, with each store: released slots, deadlines, and an unavailable store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Throttle
from tencentkit.errors import DeadlineExceeded, ThrottleUnavailable
from tencentkit.testing import ManualClock
from tencentkit.throttle import FileStore, RedisStore
from tests.conftest import Kind
from tests.scripted import AsyncScript, SyncScript, result
from tests.throttle.redis_server import RedisServer


class InterruptingClock(ManualClock):
    """Clock that interrupts sleeps while it is armed."""

    armed = False

    def sleep(self, seconds: float) -> None:
        if self.armed:
            raise KeyboardInterrupt
        super().sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


@pytest.fixture(params=["memory", "file", "redis"])
def store(request: pytest.FixtureRequest, tmp_path: Path, kind: Kind) -> Any:
    """Each kind of store, and `None` for memory."""
    if request.param == "memory":
        yield None
    elif request.param == "file":
        yield FileStore(tmp_path, timeout=50)
    else:
        server: RedisServer = request.getfixturevalue("any_redis")
        store = RedisStore(server.url, timeout=50, connect_timeout=50)
        yield store
        store.close()
        if kind.is_async:
            kind.run(store.aclose())


def client_on(kind: Kind, store: Any, clock: ManualClock, **settings: Any) -> Any:
    if store is not None:
        store._now = clock.monotonic
    network = kind.pick(SyncScript, AsyncScript)([result()])
    throttle = Throttle(limits={"ListAsyncEvents": 1}, store=store, **settings)
    return kind.client(transport=network, clock=clock, throttle=throttle)


def interrupted(kind: Kind, call: Callable[[], Any], error: type[BaseException]) -> None:
    async def awaited() -> None:
        with pytest.raises(error):
            await call()

    if kind.is_async:
        kind.run(awaited())
    else:
        with pytest.raises(error):
            call()


def test_interrupt_releases_the_slot(kind: Kind, store: Any) -> None:
    """A call is interrupted while it waits: no request waits any more, and the next call gets the slot."""
    clock = InterruptingClock()
    client = client_on(kind, store, clock)
    kind.run(client.list_async_events(function_name="f"))
    clock.armed = True
    interrupted(kind, lambda: client.list_async_events(function_name="f"), KeyboardInterrupt)
    clock.armed = False
    assert client.throttle.state()[0].waiting == 0
    assert kind.run(client.list_async_events(function_name="f")).meta.throttle_wait == pytest.approx(1.01, abs=0.01)


def test_wait_beyond_deadline_fails_at_once(kind: Kind, store: Any) -> None:
    """The error states the wait, and the position in the queue is free again."""
    clock = ManualClock()
    client = client_on(kind, store, clock)
    kind.run(client.list_async_events(function_name="f"))
    for _ in range(2):
        with pytest.raises(DeadlineExceeded, match="for its rate limit") as caught:
            kind.run(client.with_options(deadline=1).list_async_events(function_name="f"))
        assert caught.value.wait == pytest.approx(1.01, abs=0.05)
    assert clock.sleeps == []


def test_cancelled_task_releases_the_slot(store: Any, kind: Kind) -> None:
    """A task is cancelled while it waits, with each store."""
    if not kind.is_async:
        pytest.skip("for event loops only")

    class BlockingClock(ManualClock):
        sleepers = 0

        async def sleep_async(self, _: float) -> None:
            self.sleepers += 1
            await asyncio.Event().wait()

    clock = BlockingClock()
    client = client_on(kind, store, clock)

    async def main() -> None:
        await client.list_async_events(function_name="f")
        tasks = [asyncio.ensure_future(client.list_async_events(function_name="f")) for _ in range(20)]
        while clock.sleepers < 20:
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert all(task.cancelled() for task in tasks)
        with pytest.raises(DeadlineExceeded) as caught:
            await client.with_options(deadline=0.5).list_async_events(function_name="f")
        assert caught.value.wait <= 1.05

    kind.run(main())
    assert client.throttle.state()[0].waiting == 0


def test_unavailable_store_raises_typed_error(kind: Kind, tmp_path: Path) -> None:
    """Nothing is sent or retried; the error states that a retry is safe."""
    (tmp_path / "file").write_text("")
    client = client_on(kind, FileStore(tmp_path / "file"), ManualClock(), on_unavailable="fail")
    with pytest.raises(ThrottleUnavailable) as caught:
        kind.run(client.list_async_events(function_name="f"))
    assert (caught.value.retryable, caught.value.attempts) == (True, 0)
    assert client._transport.requests == []
