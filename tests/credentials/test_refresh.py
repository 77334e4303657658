"""Refresh of temporary credentials: windows, failures, single flight."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.errors import CredentialsExpired, CredentialsMissing, TimedOut


def get(kind: Any, source: Any, budget: float | None = 10) -> Credentials:
    credentials: Credentials = kind.run(source.get_async(budget)) if kind.is_async else source.get(budget)
    return credentials


def test_credentials_are_cached(kind: Any, source: Any, clock: Any) -> None:
    """Until ten minutes before the expiry there is one fetch."""
    for _ in range(3):
        assert get(kind, source).secret_id == "id-1"
        clock.advance(2190)
    assert source.fetches == 1


def test_advisory_window_refreshes_in_background(kind: Any, source: Any, clock: Any) -> None:
    """Ten minutes before the expiry a fetch starts; callers get the cached credentials meanwhile."""
    get(kind, source)
    source.wait_for_fetch()
    clock.advance(7200 - 599)
    released = threading.Event()
    source.on_fetch = lambda: released.wait(10)
    assert [get(kind, source).secret_id for _ in range(3)] == ["id-1"] * 3
    released.set()
    source.wait_for_fetch()
    assert (get(kind, source).secret_id, source.fetches) == ("id-2", 2)


def test_mandatory_window_callers_wait(kind: Any, source: Any, clock: Any) -> None:
    """Two minutes before the expiry callers wait for the new credentials."""
    get(kind, source)
    clock.advance(7200 - 119)
    assert get(kind, source).secret_id == "id-2"


def test_short_lifetime_has_short_windows(kind: Any, source: Any, clock: Any) -> None:
    """Credentials with a lifetime of ten minutes are not fetched at every call."""
    source.lifetime = 600
    get(kind, source)
    clock.advance(400)
    assert (get(kind, source).secret_id, source.fetches) == ("id-1", 1)


def test_failed_refresh_logs_a_warning(kind: Any, source: Any, clock: Any, caplog: pytest.LogCaptureFixture) -> None:
    """The cached credentials remain in use until they expire; then the error names the reason."""
    caplog.set_level(logging.WARNING)
    get(kind, source)
    clock.advance(7200 - 60)

    def fail() -> None:
        raise CredentialsMissing("metadata: gone")

    source.on_fetch = fail
    assert get(kind, source).secret_id == "id-1"
    assert "refresh failed; the current ones expire in 60 s: metadata: gone" in caplog.text
    fetches = source.fetches
    assert get(kind, source).secret_id == "id-1"
    assert source.fetches == fetches  # ten seconds between two attempts
    clock.advance(60)
    with pytest.raises(CredentialsExpired, match=r"expired at 2019-02-25 18:44:25 UTC and their refresh failed: metadata: gone") as caught:
        get(kind, source)
    assert isinstance(caught.value.__cause__, CredentialsMissing)
    source.on_fetch = lambda: None
    assert get(kind, source).secret_id == "id-4"


def test_expired_result_is_an_error(kind: Any, source: Any) -> None:
    """A source that returns expired credentials raises `CredentialsExpired`."""
    source.lifetime = -5
    with pytest.raises(CredentialsExpired, match="returned credentials that expired"):
        get(kind, source)


def test_source_error_is_the_cause(kind: Any, source: Any) -> None:
    """Any exception of a source is the cause of a `CredentialsMissing`."""

    def divide() -> None:
        raise ZeroDivisionError("what")

    source.on_fetch = divide
    with pytest.raises(CredentialsMissing, match="Source: failed with ZeroDivisionError") as caught:
        get(kind, source)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_timed_out_waiter_keeps_the_fetch(kind: Any, source: Any) -> None:
    """The waiter gets `TimedOut`; the next caller uses the result of the fetch."""
    released = threading.Event()
    source.on_fetch = lambda: released.wait(10)
    with pytest.raises(TimedOut) as caught:
        get(kind, source, budget=0.05)
    assert caught.value.sent is False
    released.set()
    assert (get(kind, source).secret_id, source.fetches) == ("id-1", 1)


def test_threads_and_tasks_share_fetches(source: Any) -> None:
    """Twenty threads and twenty tasks that need credentials together cause one fetch."""
    waiting = threading.Semaphore(0)

    def wait_for_all() -> None:
        for _ in range(40):
            assert waiting.acquire(timeout=10)

    source.on_fetch = wait_for_all
    ids: list[str] = []

    def get_in_thread() -> None:
        waiting.release()
        ids.append(source.get(10).secret_id)

    async def get_in_task() -> None:
        waiting.release()
        ids.append((await source.get_async(10)).secret_id)

    async def tasks() -> None:
        await asyncio.gather(*(get_in_task() for _ in range(20)))

    threads = [threading.Thread(target=get_in_thread) for _ in range(20)]
    for thread in threads:
        thread.start()
    asyncio.run(tasks())
    for thread in threads:
        thread.join()
    assert (ids, source.fetches) == (["id-1"] * 40, 1)


def test_cancelled_waiter_keeps_the_fetch(source: Any) -> None:
    """The cancellation of a waiting task does not cancel the fetch of another."""
    released = threading.Event()
    source.on_fetch = lambda: released.wait(10)

    async def main() -> str:
        first, second = (asyncio.ensure_future(source.get_async(10)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        released.set()
        return str((await second).secret_id)

    assert asyncio.run(main()) == "id-1"
    assert source.fetches == 1


def test_fetch_does_not_block_the_loop(source: Any) -> None:
    """A fetch that ends only if the event loop runs does end."""
    released = threading.Event()
    source.on_fetch = lambda: released.wait(10) or pytest.fail("the event loop was blocked")

    async def main() -> str:
        asyncio.get_running_loop().call_later(0.01, released.set)
        return str((await source.get_async(10)).secret_id)

    assert asyncio.run(main()) == "id-1"


def test_refused_credentials_are_fetched_again(kind: Any, source: Any, clock: Any) -> None:
    """The provider replaces refused credentials unless they are only seconds old."""
    first = get(kind, source)
    clock.advance(60)
    source.refuse(first)
    second = get(kind, source)
    assert second.secret_id == "id-2"
    source.refuse(first)
    source.refuse(second)
    assert (get(kind, source).secret_id, source.fetches) == ("id-2", 2)


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_forked_child_drops_the_fetch(source: Any) -> None:
    """A fetch that is in progress in the parent does not block the child."""
    released = threading.Event()
    source.on_fetch = lambda: released.wait(10)
    thread = threading.Thread(target=source.get)
    thread.start()
    child = os.fork()
    if child == 0:
        try:
            source.on_fetch = lambda: None
            os._exit(0 if source.get(5).secret_id.startswith("id-") else 1)
        except BaseException:  # noqa: BLE001 - the child must end here, whatever happened
            os._exit(2)
    released.set()
    thread.join()
    assert os.waitpid(child, 0)[1] == 0
