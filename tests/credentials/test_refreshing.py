"""Temporary credentials are renewed ahead of their end, once at a time, and never used beyond it."""

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
    given: Credentials = kind.run(source.get_async(budget)) if kind.is_async else source.get(budget)
    return given


def test_what_lives_long_is_kept(kind: Any, source: Any, clock: Any) -> None:
    """Up to ten minutes before their end the credentials are fetched once."""
    for _ in range(3):
        assert get(kind, source).secret_id == "id-1"
        clock.advance(2190)
    assert source.fetches == 1


def test_in_the_advisory_window_nobody_waits(kind: Any, source: Any, clock: Any) -> None:
    """Ten minutes before the end a fetch is begun; whoever asks meanwhile gets the old ones at once."""
    get(kind, source)
    source.settled()
    clock.advance(7200 - 599)
    held = threading.Event()
    source.act = lambda: held.wait(10)
    assert [get(kind, source).secret_id for _ in range(3)] == ["id-1"] * 3
    held.set()
    source.settled()
    assert (get(kind, source).secret_id, source.fetches) == ("id-2", 2)


def test_in_the_mandatory_window_callers_wait(kind: Any, source: Any, clock: Any) -> None:
    """Two minutes before the end the new ones are waited for."""
    get(kind, source)
    clock.advance(7200 - 119)
    assert get(kind, source).secret_id == "id-2"


def test_a_short_life_has_short_windows(kind: Any, source: Any, clock: Any) -> None:
    """Credentials of ten minutes are not fetched at every call."""
    source.life = 600
    get(kind, source)
    clock.advance(400)
    assert (get(kind, source).secret_id, source.fetches) == ("id-1", 1)


def test_a_failed_renewal_is_told_and_the_old_ones_serve_to_their_end(
    kind: Any, source: Any, clock: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Each failure is a warning; not a second after the end are the old ones used, and the error says why."""
    caplog.set_level(logging.WARNING)
    get(kind, source)
    clock.advance(7200 - 60)

    def gone() -> None:
        raise CredentialsMissing("metadata: gone")

    source.act = gone
    assert get(kind, source).secret_id == "id-1"
    assert "refresh failed; the current ones expire in 60 s: metadata: gone" in caplog.text
    fetches = source.fetches
    assert get(kind, source).secret_id == "id-1"
    assert source.fetches == fetches  # not at each call: ten seconds lie between two tries
    clock.advance(60)
    with pytest.raises(CredentialsExpired, match=r"expired at 2019-02-25 18:44:25 UTC and their refresh failed: metadata: gone") as caught:
        get(kind, source)
    assert isinstance(caught.value.__cause__, CredentialsMissing)
    source.act = lambda: None
    assert get(kind, source).secret_id == "id-4"


def test_credentials_that_come_expired_are_no_credentials(kind: Any, source: Any) -> None:
    """A source that gives what has ended is an error, not a call with stale keys."""
    source.life = -5
    with pytest.raises(CredentialsExpired, match="returned credentials that expired"):
        get(kind, source)


def test_another_exception_of_a_source_becomes_ours(kind: Any, source: Any) -> None:
    """Whatever a source raises is `CredentialsMissing`, with the other as its cause."""

    def broken() -> None:
        raise ZeroDivisionError("what")

    source.act = broken
    with pytest.raises(CredentialsMissing, match="Source: failed with ZeroDivisionError") as caught:
        get(kind, source)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_wait_ends_with_its_budget_and_the_fetch_goes_on(kind: Any, source: Any) -> None:
    """Who gives up gets `TimedOut`; the fetch serves the next."""
    held = threading.Event()
    source.act = lambda: held.wait(10)
    with pytest.raises(TimedOut) as caught:
        get(kind, source, budget=0.05)
    assert caught.value.sent is False
    held.set()
    assert (get(kind, source).secret_id, source.fetches) == ("id-1", 1)


def test_threads_and_tasks_share_one_flight(source: Any) -> None:
    """Twenty threads and twenty tasks that need credentials at once cause one fetch."""
    asking = threading.Semaphore(0)

    def act() -> None:
        for _ in range(40):
            assert asking.acquire(timeout=10)

    source.act = act
    given: list[str] = []

    def ask() -> None:
        asking.release()
        given.append(source.get(10).secret_id)

    async def ask_async() -> None:
        asking.release()
        given.append((await source.get_async(10)).secret_id)

    async def tasks() -> None:
        await asyncio.gather(*(ask_async() for _ in range(20)))

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    asyncio.run(tasks())
    for thread in threads:
        thread.join()
    assert (given, source.fetches) == (["id-1"] * 40, 1)


def test_a_cancelled_waiter_leaves_the_others_their_fetch(source: Any) -> None:
    """A task that is cancelled while it waits does not end the fetch of another."""
    held = threading.Event()
    source.act = lambda: held.wait(10)

    async def main() -> str:
        first, second = (asyncio.ensure_future(source.get_async(10)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        held.set()
        return str((await second).secret_id)

    assert asyncio.run(main()) == "id-1"
    assert source.fetches == 1


def test_the_event_loop_is_never_blocked(source: Any) -> None:
    """A fetch that ends only when the loop goes on does end."""
    held = threading.Event()
    source.act = lambda: held.wait(10) or pytest.fail("the loop stood still")

    async def main() -> str:
        asyncio.get_running_loop().call_later(0.01, held.set)
        return str((await source.get_async(10)).secret_id)

    assert asyncio.run(main()) == "id-1"


def test_a_refusal_renews_once_and_not_what_is_new(kind: Any, source: Any, clock: Any) -> None:
    """What the service refuses is fetched anew, but what came seconds ago is not."""
    first = get(kind, source)
    clock.advance(60)
    source.refuse(first)
    second = get(kind, source)
    assert second.secret_id == "id-2"
    source.refuse(first)
    source.refuse(second)
    assert (get(kind, source).secret_id, source.fetches) == ("id-2", 2)


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_child_does_not_wait_for_its_parents_flight(source: Any) -> None:
    """A fetch under way in the parent at the time of a fork does not hang the child."""
    held = threading.Event()
    source.act = lambda: held.wait(10)
    waiting = threading.Thread(target=source.get)
    waiting.start()
    child = os.fork()
    if child == 0:
        try:
            source.act = lambda: None
            os._exit(0 if source.get(5).secret_id.startswith("id-") else 1)
        except BaseException:  # noqa: BLE001 - the child must end here, whatever happened
            os._exit(2)
    held.set()
    waiting.join()
    assert os.waitpid(child, 0)[1] == 0
