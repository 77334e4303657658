"""Slots in a real Redis and a real Valkey, which are flushed, killed, frozen and started again under load."""

from __future__ import annotations

import logging
import os
import random
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tencentkit import Throttle
from tencentkit.errors import ThrottleUnavailable
from tencentkit.throttle._local_limiter import Slot
from tencentkit.throttle._redis_store import RedisStore
from tencentkit.throttle._sliding_window import Rules, SlidingWindow
from tencentkit.throttle._store import StoreRequest, UsageReport, play
from tests.throttle.fleet import KEY, Fleet, Member
from tests.throttle.redis_server import RedisServer
from tests.throttle.simulation import busiest_second

Make = Callable[..., Fleet]


pytestmark = [pytest.mark.usefixtures("patient"), pytest.mark.timeout(300)]  # questions by the thousand, on a machine however busy


@pytest.fixture(params=["sync", "async"])
def fleet(request: pytest.FixtureRequest, any_redis: RedisServer) -> Iterator[Make]:
    """Makes four processes' worth of throttles on the running server."""
    made: list[Fleet] = []

    def make(number: int = 4, **settings: Any) -> Fleet:
        stores = [RedisStore(any_redis.url) for _ in range(number)]
        for store in stores:
            store._clock = stores[0]._clock  # else they would differ by the time that this test takes
        made.append(Fleet([*stores], is_async=request.param == "async", **settings))
        return made[-1]

    yield make
    for one in made:
        one.close()


def fail(one: Fleet, server: RedisServer, fault: str) -> None:
    """End the server, or let it say nothing any more; how long one waits for that is another test's matter."""
    if fault == "kill":
        server.kill()
    else:
        one.silence()


def recover(one: Fleet, server: RedisServer, fault: str) -> None:
    """Start it again with nothing in it, or let it go on."""
    if fault == "kill":
        server.start()
    else:
        one.silence(silent=False)


def test_four_processes_keep_one_limit(fleet: Make) -> None:
    """Together they send twenty in any second and most of what is allowed, each its part."""
    one = fleet()
    one.play(12)
    assert busiest_second(one.went()) == 20
    assert len(one.went()) >= 200  # a round takes 1.2 s on a clock that ticks each 0.2 s
    parts = [len(member.went) for member in one.members]
    assert max(parts) <= 3.5 * min(parts)


def test_one_call_is_one_round_trip(fleet: Make, any_redis: RedisServer) -> None:
    """Without a wait the server gets one command a call, counted by itself; what happened before goes along."""

    def commands() -> int:
        lines = any_redis.command("INFO", "commandstats").split(b"\r\n")
        own = [line for line in lines if line.startswith(b"cmdstat_") and not line.startswith((b"cmdstat_info", b"cmdstat_client"))]
        # What the script does inside the server is no round trip.
        inside = (b"cmdstat_time:", b"cmdstat_get:", b"cmdstat_set:")
        return sum(int(line.split(b"calls=")[1].split(b",")[0]) for line in own if not line.startswith(inside))

    one = fleet(1)
    member = one.members[0]
    member.act()  # the first loads the script
    member.waiting.clear()
    member.went.clear()
    member.store.answered, before = 0, commands()
    for _ in range(10):
        member.waiting[Slot()] = 0.0
        member.act()
        member.waiting.clear()
    assert (len(member.went), member.store.answered, commands() - before) == (10, 10, 10)


def test_a_flush_makes_no_burst_and_fails_no_call(fleet: Make, any_redis: RedisServer) -> None:
    """Keys and scripts are gone in the middle of a run: one pause, and never 21 in a second."""
    one = fleet()
    one.play(5)
    any_redis.flush()
    one.play(5)
    any_redis.flush()
    one.play(5)
    assert busiest_second(one.went()) == 20
    assert len(one.went()) >= 200
    assert not any(member.store.failed for member in one.members)


@pytest.mark.parametrize("fault", ["kill", "silence"])
def test_a_dead_store_costs_one_question_a_second(
    fleet: Make, any_redis: RedisServer, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Killed or frozen: each process keeps to a quarter by itself, tries it once a second, warns once, and no call fails."""
    one = fleet()
    one.play(5)
    failed_at = one.clock.monotonic()
    fail(one, any_redis, fault)
    with caplog.at_level(logging.WARNING, "tencentkit"):
        one.play(20)
    for member in one.members:
        # RedisStore gives up after 0.1 s, and a call asks a store that fails once: so none waits longer for it.
        assert member.store.failed <= 2 + 20
        assert [event.kind for event in member.events] == ["store down"]
        assert busiest_second([at for at in member.went if at > failed_at + 1]) <= 5
        assert len([at for at in member.went if at > failed_at]) >= 60
    assert busiest_second(one.went()) == 20
    assert len(caplog.messages) == 4


@pytest.mark.parametrize("fault", ["kill", "silence"])
def test_a_store_that_returns_is_used_at_the_next_try_without_a_burst(fleet: Make, any_redis: RedisServer, fault: str) -> None:
    """The processes come back one by one and never exceed the limit together; those that remain have it whole in the end."""
    one = fleet()
    one.play(3)
    fail(one, any_redis, fault)
    one.play(7)
    recover(one, any_redis, fault)
    one.play(7)
    for member in one.members:
        assert [event.kind for event in member.events] == ["store down", "store up"]
    one.play(7)
    assert busiest_second(one.went()) == 20
    gone = [one.members.pop(), one.members.pop()]
    one.play(10)
    since = one.clock.monotonic()
    one.play(3)
    assert busiest_second([*one.went(), *(at for member in gone for at in member.went)]) == 20
    assert busiest_second(one.went(since)) == 20  # two processes may now use what four shared


def test_a_flapping_store_is_tried_no_more_often(fleet: Make) -> None:
    """Up and down each second: the limit holds, no call fails, at most one event and one failure a second in a process."""
    one = fleet()
    for _ in range(10):
        one.silence()
        one.play(1)
        one.silence(silent=False)
        one.play(1)
    assert busiest_second(one.went()) <= 20
    for member in one.members:
        assert member.store.failed <= 20
        assert len(member.events) <= 20
    assert len(one.went()) >= 140  # each fall costs a pause


@pytest.mark.parametrize("fault", ["kill", "silence"])
def test_on_unavailable_fail_raises_and_works_again_at_once(fleet: Make, any_redis: RedisServer, fault: str) -> None:
    """Each call is refused with `ThrottleUnavailable` while the store is away, and the first one after that goes."""
    one = fleet(1, on_unavailable="fail")
    member = one.members[0]
    member.act()
    went = len(member.went)
    fail(one, any_redis, fault)
    one.clock.advance(2)
    with pytest.raises(ThrottleUnavailable, match="does not answer") as caught:
        one._ask(member.pacer, Slot())
    assert (caught.value.retry_safe, caught.value.attempts) == (True, 0)
    recover(one, any_redis, fault)
    one.clock.advance(2)
    one.play(0.2)
    assert len(member.went) > went
    assert member.refused == 0


def test_eight_threads_that_meet_a_silent_store_all_go_on(any_redis: RedisServer) -> None:
    """Each asks it once, and then keeps to the fair share: one has gone, four more go, four wait."""
    one = Fleet([RedisStore(any_redis.url)])
    member: Member = one.members[0]
    assert member.pacer.ask(Slot()) == 0
    one.silence()
    waits: list[float] = []
    threads = [threading.Thread(target=lambda: waits.append(member.pacer.ask(Slot()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waits)[:4] == [0.0] * 4
    assert sorted(waits)[4] > 0
    assert member.store.failed <= 8
    one.close()


def test_what_a_process_did_alone_is_in_the_store_when_it_is_back(any_redis: RedisServer) -> None:
    """Three went without it: as many fewer may go at once for the others."""
    one = Fleet([RedisStore(any_redis.url)])
    member = one.members[0]
    assert member.pacer.ask(Slot()) == 0
    one.silence()
    assert [member.pacer.ask(Slot()) for _ in range(3)] == [0.0] * 3
    one.silence(silent=False)
    one.clock.advance(0.5)
    member.throttle._outage._probe_at = 0.0
    member.pacer.ask(Slot())
    reply = member.store.turn(member.pacer.name, StoreRequest(0, one.clock.monotonic(), Rules(20, gap=0.0), 0.0, (), known=True))
    assert reply.left <= 16
    one.close()


@pytest.mark.parametrize("fault", ["kill", "silence"])
def test_a_store_that_was_never_heard_of_is_no_reason_for_a_burst(any_redis: RedisServer, fault: str) -> None:
    """Silent from the start, others may be using all there is: a second's pause first. Where nobody listens, nobody has it: none."""
    one = Fleet([RedisStore(any_redis.url)])
    fail(one, any_redis, fault)
    waits = [one.members[0].pacer.ask(Slot()) for _ in range(5)]
    assert all(wait == 0 for wait in waits) if fault == "kill" else all(1.0 < wait < 1.1 for wait in waits)
    one.close()


def test_who_went_missing_while_it_waited_is_left_its_share(any_redis: RedisServer) -> None:
    """One of four says nothing though a waiter of its should have come: the others have fifteen, and twenty when it is back."""
    one = Fleet([RedisStore(any_redis.url) for _ in range(4)])
    for store in one._stores[1:]:
        store._clock = one._stores[0]._clock  # type: ignore[attr-defined]
    one.play(3)
    one.members[3].store.silent = True
    since = one.clock.monotonic() + 0.8  # it is missed a quarter of a second after its next turn
    one.play(5)
    others = [at for member in one.members[:3] for at in member.went]
    assert busiest_second([at for at in others if at > since]) == 15
    assert busiest_second(one.went()) == 20
    one.members[3].store.silent = False
    one.play(14)
    since = one.clock.monotonic() - 3
    assert busiest_second(one.went()) == busiest_second(one.went(since)) == 20
    one.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: threads and fork
def test_a_child_forked_while_threads_ask_has_connections_of_its_own(any_redis: RedisServer) -> None:
    """Every lock of the parent is held at that moment; what the child takes is missing in the parent."""
    one = Fleet([RedisStore(any_redis.url)])
    pacer = one.members[0].pacer
    store: Any = one.members[0].store.store
    assert [pacer.ask(Slot()) for _ in range(5)] == [0.0] * 5
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with pacer._lock, pacer.local._lock, one.members[0].throttle._lock[0], pacer._outage._lock:
            for _ in range(8):
                store._gate.semaphore.acquire()
            held.set()
            done.wait()
            for _ in range(8):
                store._gate.semaphore.release()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    child = os.fork()
    if not child:
        os._exit(sum(1 for _ in range(10) if pacer.ask(Slot()) == 0))
    status = os.waitpid(child, 0)[1]
    done.set()
    thread.join()
    assert os.waitstatus_to_exitcode(status) == 10
    assert sum(1 for _ in range(10) if pacer.ask(Slot()) == 0) == 5
    one.close()


@pytest.mark.parametrize("seed", range(4))
def test_the_script_says_what_the_log_says(redis_server: RedisServer, seed: int) -> None:
    """Five hundred random turns: the same waits, the same numbers, from Lua and from Python."""
    draw, store, log = random.Random(seed), RedisStore(redis_server.url), SlidingWindow()
    rules, clock, tickets = Rules(draw.choice((3, 20)), gap=draw.choice((0.0, 0.01))), 1000.0, [0]
    for number in range(1, 500):
        clock += draw.choice((0.0, 0.0, 0.2, 0.4)) if draw.random() > 0.02 else 6.0
        reports = tuple(
            UsageReport(
                draw.choices(("went", "written", "answered", "left", "refused", "pause"), (1, 5, 9, 2, 0.1, 0.05))[0],  # type: ignore[arg-type]
                draw.choice(tickets[-30:]), clock - draw.choice((0.0, 0.1, 0.5)), draw.choice((0.0, 0.05)),
            )
            for _ in range(draw.randrange(3))
        )  # fmt: skip
        ticket = draw.choice((number, number, draw.choice(tickets[-20:])))
        tickets.append(number)
        lead, member = draw.choice((0.0, 0.02)), draw.choice((0, 1, 2, 3))
        turn = StoreRequest(ticket, clock, rules, lead, reports, known=number > 1, member=member, fair=rules.limit // 4 + 1)
        reply = store.turn("b", turn)
        there = store._clock._logs["b"][0]  # the log's time, so that both count by the same
        moved = tuple(report._replace(at=there - (clock - report.at)) for report in reports)
        expected = play(log, turn._replace(now=there, reports=moved), lost=False)
        assert reply.wait == pytest.approx(expected.wait, abs=1e-3), number
        assert reply[1:4] == expected[1:4], number
        assert reply.window == pytest.approx(expected.window, abs=1e-4)
    store.close()


def test_neither_the_password_nor_the_account_shows(any_redis: RedisServer) -> None:
    """Not in the store's name, and the secret id is in no key."""
    assert "hunter2" not in repr(RedisStore("rediss://user:hunter2@cache.example:6380/1"))
    assert repr(RedisStore("rediss://user:hunter2@cache.example:6380/1")) == "RedisStore('rediss://cache.example:6380')"
    store = RedisStore(any_redis.url)
    pacer: Any = Throttle(store=store).bucket(KEY._replace(account="AKIDcanary0000000001"), 20, Fleet([]).clock)
    pacer.ask(Slot())
    assert b"host:Action" in any_redis.command("KEYS", "*")
    assert b"canary" not in any_redis.command("KEYS", "*")
    store.close()
