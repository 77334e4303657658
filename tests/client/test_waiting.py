"""Waiters: the final result, or an error that says why there is none."""

from __future__ import annotations

import asyncio
import pickle
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.errors import (
    AuthFailure,
    ConnectionFailed,
    DeadlineExceeded,
    RequestInvalid,
    ResourceNotFound,
    TimedOut,
    WaiterFailed,
    WaiterTimeout,
)
from tencentkit.scf import AsyncClient, Client
from tencentkit.testing import FakeScf, ManualClock
from tencentkit.transport import HttpResponse
from tests.client.scripted import refusal, result
from tests.client.thread_time import ThreadTime
from tests.client.virtual_time import VirtualLoop
from tests.conftest import Kind

Make = Callable[..., Any]


def status(value: Any) -> Any:
    return result(Result={"Status": value, "StatusCode": 0, "InvokeRequestId": "x"})


def wait(made: Any, **arguments: Any) -> Any:
    return made.run(made.client.wait_until_async_event_finished(**({"invoke_request_id": "x", "timeout": 60} | arguments)))


def test_it_polls_until_the_event_is_final_and_returns_the_result(stage: Make) -> None:
    """Running twice, then finished: the third response is returned."""
    made = stage(status("RUNNING"), status("RUNNING"), status("FINISHED"))
    assert wait(made).result.status == "FINISHED"
    assert made.clock.sleeps == [1.0, 1.0]


@pytest.mark.parametrize("ended", ["FAILED", "ABORTED"])
def test_another_end_is_a_failure_that_holds_the_result(stage: Make, ended: str) -> None:
    """The error names the rule, and survives pickling with the result."""
    with pytest.raises(WaiterFailed, match=f"^AsyncEventFinished: result.status is {ended} for invoke_request_id='x'$") as caught:
        wait(stage(status("RUNNING"), status(ended)))
    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.subject == {"invoke_request_id": "x"}
    assert (copy.waiter, copy.result.result.status, copy.retry_safe) == ("AsyncEventFinished", ended, False)


def test_time_is_in_seconds_and_the_last_result_is_kept(stage: Make) -> None:
    """After the timeout the error holds what was seen last; waiting again is safe."""
    made = stage(status("RUNNING"), throttle=None)
    with pytest.raises(WaiterTimeout, match="not reached within 5 s") as caught:
        wait(made, timeout=5)
    assert (caught.value.result.result.status, caught.value.retry_safe) == ("RUNNING", True)
    assert made.clock.sleeps == [1, 1, 1, 1, pytest.approx(0.75)]
    assert len(made.network.requests) == 6


def test_the_last_poll_is_made_just_before_the_end(stage: Make) -> None:
    """What ends in the last second of the wait is still seen."""
    made = stage(status("RUNNING"), status("RUNNING"), status("FINISHED"), throttle=None)
    assert wait(made, timeout=2).result.status == "FINISHED"
    assert made.clock.sleeps == [1, pytest.approx(0.75)]


def test_the_timeout_says_where_the_time_of_the_polls_went(stage: Make) -> None:
    """All polls together, and it survives pickling."""
    clock = ManualClock()

    def slow(_: Any) -> Any:
        clock.advance(0.5)
        return status("RUNNING")

    with pytest.raises(WaiterTimeout, match=r"not reached within 5 s for invoke_request_id='x' \(network 2 s\)") as caught:
        wait(stage(slow, clock=clock, throttle=None), timeout=5)
    assert pickle.loads(pickle.dumps(caught.value)).spent == caught.value.spent


def test_a_poll_takes_no_longer_than_what_is_left(stage: Make) -> None:
    """Each poll's deadline is the rest of the timeout, and its own end is the wait's end."""
    made = stage(status("RUNNING"), throttle=None)
    with pytest.raises(WaiterTimeout):
        wait(made, timeout=2.5)
    assert [budget for _, budget in made.network.bounds] == [pytest.approx(left) for left in (2.5, 1.5, 0.5, 0.25)]


def test_running_out_of_time_in_a_poll_is_the_waits_timeout(stage: Make) -> None:
    """A poll that the throttle would hold beyond the end is the end."""
    from tencentkit import Throttle

    made = stage(status("RUNNING"), throttle=Throttle(limits={"GetAsyncEventStatus": 1}, share=0.1))
    with pytest.raises(WaiterTimeout) as caught:
        wait(made, timeout=5)
    assert isinstance(caught.value.__cause__, DeadlineExceeded)


def test_an_error_that_means_not_yet_is_borne(stage: Make) -> None:
    """FailedOperation.AsyncEventStatus asks to try again later, so the wait goes on."""
    made = stage(refusal("FailedOperation.AsyncEventStatus"), status("FINISHED"))
    assert wait(made).result.status == "FINISHED"


def test_any_other_error_is_raised(stage: Make) -> None:
    """An event that does not exist is not waited for."""
    made = stage(refusal("ResourceNotFound.AsyncEvent"))
    with pytest.raises(ResourceNotFound):
        wait(made)
    assert len(made.network.requests) == 1


PASSING = [
    ConnectionFailed("the connection broke", sent=True),
    TimedOut("no answer in time", sent=True),
    refusal("InternalError"),
    refusal("RequestLimitExceeded"),
    HttpResponse(502, {}, b"<html>"),
]


@pytest.mark.parametrize("failure", PASSING, ids=["reset", "timed out", "InternalError", "RequestLimitExceeded", "502"])
def test_a_poll_that_fails_for_a_while_is_borne(stage: Make, failure: Any, caplog: pytest.LogCaptureFixture) -> None:
    """What is awaited goes on all the same: the next poll may see it. A warning tells of it."""
    made = stage(status("RUNNING"), failure, failure, failure, status("FINISHED"), throttle=None, retry=None)
    told: list[str] = []
    assert wait(made, on_progress=lambda page: told.append(page.result.status)).result.status == "FINISHED"
    assert told == ["RUNNING", "FINISHED"]
    assert [record.message.endswith("polling goes on") for record in caplog.records] == [True] * 3


def test_failing_polls_end_with_the_wait(stage: Make) -> None:
    """The timeout bounds them; the last failure is its cause, and the last response is kept."""
    made = stage(status("RUNNING"), ConnectionFailed("the connection broke", sent=True), throttle=None, retry=None)
    with pytest.raises(WaiterTimeout) as caught:
        wait(made, timeout=5)
    assert isinstance(caught.value.__cause__, ConnectionFailed)
    assert caught.value.result.result.status == "RUNNING"
    assert len(made.network.requests) == 6


@pytest.mark.parametrize(
    "failure",
    [ConnectionFailed("the certificate does not verify", sent=False, permanent=True), refusal("AuthFailure.SecretIdNotFound")],
    ids=["certificate", "credentials"],
)
def test_a_failure_that_stays_is_raised(stage: Make, failure: Any) -> None:
    """At once: no later poll would go better."""
    made = stage(failure, throttle=None)
    with pytest.raises((ConnectionFailed, AuthFailure)):
        wait(made)
    assert len(made.network.requests) == 1


@pytest.mark.parametrize("strange", ["PAUSED", None, 7, ["FINISHED"]])
def test_an_unknown_status_waits_on(stage: Make, strange: Any) -> None:
    """What no rule knows is not an end."""
    made = stage(status(strange), status("FINISHED"))
    assert wait(made).result.status == "FINISHED"


def test_a_result_without_its_object_waits_on(stage: Make) -> None:
    """A null where the result was promised is not an end."""
    assert wait(stage(result(Result=None), status("FINISHED"))).result.status == "FINISHED"


def test_polls_are_spread(stage: Make) -> None:
    """The pause is random around the interval, so that many waits do not poll in step."""
    for draw, pause in ((0.0, 0.75), (0.999999, 1.25)):
        made = stage(status("RUNNING"), status("FINISHED"))
        made.client._settings.random = lambda draw=draw: draw
        wait(made)
        assert made.clock.sleeps == [pytest.approx(pause, abs=0.001)]


@pytest.mark.parametrize("timeout", [0, None, "5"])
def test_a_wait_needs_an_end(stage: Make, timeout: Any) -> None:
    """Nothing is awaited for ever."""
    with pytest.raises(RequestInvalid) as caught:
        wait(stage(status("RUNNING")), timeout=timeout)
    assert caught.value.argument == "timeout"


def test_missing_and_misspelt_arguments_are_refused(stage: Make) -> None:
    """As for every method."""
    made = stage(status("RUNNING"))
    for arguments in ({"timeout": 5}, {"invoke_request": "x", "timeout": 5}):
        with pytest.raises(RequestInvalid):
            made.run(made.client.wait_until_async_event_finished(**arguments))


class _Async:
    async def __call__(self, _: Any) -> None:
        """Never called."""


class TestProgress:
    """`on_progress=` hears of each response."""

    def test_each_response_is_told(self, stage: Make) -> None:
        """The last one included, in the order in which they came."""
        told: list[str] = []
        wait(stage(status("RUNNING"), status("FINISHED")), on_progress=lambda page: told.append(page.result.status))
        assert told == ["RUNNING", "FINISHED"]

    def test_a_failure_is_told_too(self, stage: Make) -> None:
        """Before it is raised."""
        told: list[str] = []
        with pytest.raises(WaiterFailed):
            wait(stage(status("FAILED")), on_progress=lambda page: told.append(page.result.status))
        assert told == ["FAILED"]

    def test_even_an_error_of_ours(self, stage: Make) -> None:
        """What a callback's own call raises is not taken for a poll's."""
        made = stage(status("RUNNING"))

        def fail(_: Any) -> None:
            raise ConnectionFailed("of another service", sent=True)

        with pytest.raises(ConnectionFailed, match="of another service"):
            wait(made, on_progress=fail)

    def test_what_it_raises_ends_the_wait(self, stage: Make) -> None:
        """So a callback can give up."""
        made = stage(status("RUNNING"))

        def give_up(_: Any) -> None:
            raise KeyError("enough")

        with pytest.raises(KeyError):
            wait(made, on_progress=give_up)
        assert len(made.network.requests) == 1

    def test_an_async_callback_is_awaited_or_refused(self, kind: Kind, stage: Make) -> None:
        """An event loop awaits what it gives; a thread refuses it by its name before the first poll, or when it turns out to be async."""
        told: list[str] = []

        async def tell(page: Any) -> None:
            await asyncio.sleep(0)
            told.append(page.result.status)

        made = stage(status("RUNNING"), status("FINISHED"))
        if kind.is_async:
            wait(made, on_progress=tell)
            assert told == ["RUNNING", "FINISHED"]
            return
        for disguise in (tell, partial(tell), _Async()):
            with pytest.raises(RequestInvalid, match="on_progress: is async, which needs an AsyncClient"):
                wait(made, on_progress=disguise)
        assert made.network.requests == []
        with pytest.raises(TypeError, match="an async on_progress needs an AsyncClient"):
            wait(made, on_progress=lambda _: asyncio.sleep(0))

    def test_what_cannot_be_called_is_refused(self, stage: Make) -> None:
        """Before the first poll."""
        with pytest.raises(RequestInvalid) as caught:
            wait(stage(status("RUNNING")), on_progress=3)
        assert caught.value.argument == "on_progress"


class TestManyAtOnce:
    """Many waits share one rate limit: each is polled in its turn."""

    LIMIT = 20
    SECONDS = 60.0

    def counted(self, fake: FakeScf) -> None:
        assert {call.code for call in fake.calls} == {None}
        polls = Counter(call.parameters["InvokeRequestId"] for call in fake.calls)
        times = sorted(call.arrived_at for call in fake.calls)
        assert all(later - earlier >= 1.0 for earlier, later in zip(times, times[self.LIMIT :], strict=False))
        # 200 waits that would each poll once a second share 20 polls a second: one in ten seconds each.
        assert max(polls.values()) - min(polls.values()) <= 1
        assert sum(polls.values()) >= 0.9 * self.LIMIT * self.SECONDS

    def test_two_hundred_tasks(self) -> None:
        """By counts on virtual time: no wait gets more than one poll ahead of another, and the limit is used."""
        with VirtualLoop() as loop:
            fake = FakeScf(clock=loop.clock)
            fake.add_function("f")
            events = [fake.start_event("f", runs_for=None) for _ in range(200)]
            client = AsyncClient(
                region="ap-guangzhou", credentials=Credentials(*fake.credentials), transport=fake.async_transport(), clock=loop.clock
            )

            async def one(event: str) -> None:
                with pytest.raises(WaiterTimeout):
                    await client.wait_until_async_event_finished(invoke_request_id=event, timeout=self.SECONDS)

            async def all_of_them() -> None:
                await asyncio.gather(*map(one, events))

            loop.run(all_of_them())
            self.counted(fake)

    def test_two_hundred_threads(self) -> None:
        """The same of threads, on time that is made up and shared by all of them."""
        clock = ThreadTime()
        fake = FakeScf(clock=clock)
        fake.add_function("f")
        events = [fake.start_event("f", runs_for=None) for _ in range(200)]
        client = Client(region="ap-guangzhou", credentials=Credentials(*fake.credentials), transport=fake.transport(), clock=clock)

        def one(event: str) -> None:
            with pytest.raises(WaiterTimeout):
                client.wait_until_async_event_finished(invoke_request_id=event, timeout=self.SECONDS)

        clock.run(*(partial(one, event) for event in events))
        self.counted(fake)

    def test_all_come_to_their_end(self) -> None:
        """Events that end one after the other are each reported within one round of their end."""
        with VirtualLoop() as loop:
            fake = FakeScf(clock=loop.clock)
            fake.add_function("f")
            events = {fake.start_event("f", runs_for=5.0 + number % 50): 5.0 + number % 50 for number in range(100)}
            client = AsyncClient(
                region="ap-guangzhou", credentials=Credentials(*fake.credentials), transport=fake.async_transport(), clock=loop.clock
            )
            began = loop.clock.monotonic()
            late: list[float] = []

            async def one(event: str, ends: float) -> None:
                await client.wait_until_async_event_finished(invoke_request_id=event, timeout=600)
                late.append(loop.clock.monotonic() - began - ends)

            async def all_of_them() -> None:
                await asyncio.gather(*(one(event, ends) for event, ends in events.items()))

            loop.run(all_of_them())
            assert len(late) == 100
            # The fake rounds to whole milliseconds, as the service writes them: an end may be told half of one early.
            assert -0.001 < min(late) <= max(late) < 8
