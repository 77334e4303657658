"""Waiters: the final response, or an error that says why there is none."""

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
from tests.conftest import Kind
from tests.scripted import refusal, result
from tests.virtual_time import VirtualLoop
from tests.waiters.thread_time import ThreadTime

Make = Callable[..., Any]


def status(value: Any) -> Any:
    return result(Result={"Status": value, "StatusCode": 0, "InvokeRequestId": "x"})


def wait(made: Any, **arguments: Any) -> Any:
    return made.run(made.client.wait_until_async_event_finished(**({"invoke_request_id": "x", "timeout": 60} | arguments)))


def test_returns_final_response(stage: Make) -> None:
    """Running twice, then finished: the third response is returned."""
    made = stage(status("RUNNING"), status("RUNNING"), status("FINISHED"))
    assert wait(made).result.status == "FINISHED"
    assert made.clock.sleeps == [1.0, 1.0]


@pytest.mark.parametrize("ended", ["FAILED", "ABORTED"])
def test_other_final_state_fails(stage: Make, ended: str) -> None:
    """The error names the rule, and survives pickling with the response."""
    with pytest.raises(WaiterFailed, match=f"^AsyncEventFinished: result.status is {ended} for invoke_request_id='x'$") as caught:
        wait(stage(status("RUNNING"), status(ended)))
    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.subject == {"invoke_request_id": "x"}
    assert (copy.waiter, copy.result.result.status, copy.retryable) == ("AsyncEventFinished", ended, False)


def test_timeout_keeps_last_response(stage: Make) -> None:
    """The error holds the last response; waiting again is safe."""
    made = stage(status("RUNNING"), throttle=None)
    with pytest.raises(WaiterTimeout, match="timed out after 5 s") as caught:
        wait(made, timeout=5)
    assert (caught.value.result.result.status, caught.value.retryable) == ("RUNNING", True)
    assert made.clock.sleeps == [1, 1, 1, 1, pytest.approx(0.75)]
    assert len(made.network.requests) == 6


def test_last_poll_before_timeout(stage: Make) -> None:
    """An event that ends in the last second of the wait is still seen."""
    made = stage(status("RUNNING"), status("RUNNING"), status("FINISHED"), throttle=None)
    assert wait(made, timeout=2).result.status == "FINISHED"
    assert made.clock.sleeps == [1, pytest.approx(0.75)]


def test_timeout_reports_time_of_polls(stage: Make) -> None:
    """All polls together; the error survives pickling."""
    clock = ManualClock()

    def slow(_: Any) -> Any:
        clock.advance(0.5)
        return status("RUNNING")

    with pytest.raises(WaiterTimeout, match=r"timed out after 5 s for invoke_request_id='x' \(network 2 s\)") as caught:
        wait(stage(slow, clock=clock, throttle=None), timeout=5)
    assert pickle.loads(pickle.dumps(caught.value)).spent == caught.value.spent


def test_poll_deadline_is_remaining_time(stage: Make) -> None:
    """Each poll's deadline is the rest of the timeout."""
    made = stage(status("RUNNING"), throttle=None)
    with pytest.raises(WaiterTimeout):
        wait(made, timeout=2.5)
    assert [budget for _, budget in made.network.bounds] == [pytest.approx(left) for left in (2.5, 1.5, 0.5, 0.25)]


def test_expired_poll_is_waiter_timeout(stage: Make) -> None:
    """A poll that the throttle would hold beyond the timeout ends the wait."""
    from tencentkit import Throttle

    made = stage(status("RUNNING"), throttle=Throttle(limits={"GetAsyncEventStatus": 1}, share=0.1))
    with pytest.raises(WaiterTimeout) as caught:
        wait(made, timeout=5)
    assert isinstance(caught.value.__cause__, DeadlineExceeded)


def test_retry_rule_continues(stage: Make) -> None:
    """FailedOperation.AsyncEventStatus means "try again later", so the wait continues."""
    made = stage(refusal("FailedOperation.AsyncEventStatus"), status("FINISHED"))
    assert wait(made).result.status == "FINISHED"


def test_other_error_is_raised(stage: Make) -> None:
    """A wait for an event that does not exist ends."""
    made = stage(refusal("ResourceNotFound.AsyncEvent"))
    with pytest.raises(ResourceNotFound):
        wait(made)
    assert len(made.network.requests) == 1


def test_attempts_count_all_polls(stage: Make) -> None:
    """`attempts` of the wait's errors has the requests of all polls, with their retries and failures."""
    reset = ConnectionFailed("connection reset", sent=True)
    made = stage(status("RUNNING"), reset, status("RUNNING"), reset, reset, reset, status("FAILED"), throttle=None)
    with pytest.raises(WaiterFailed) as failed:
        wait(made)
    assert (failed.value.attempts, len(made.network.requests), failed.value.action) == (7, 7, "GetAsyncEventStatus")
    assert (failed.value.retryable, failed.value.maybe_executed) == (False, False)
    made = stage(status("RUNNING"), refusal("InternalError"), throttle=None)
    with pytest.raises(WaiterTimeout) as late:
        wait(made, timeout=5)
    assert late.value.attempts == len(made.network.requests) > 5
    assert (late.value.retryable, late.value.maybe_executed) == (True, False)


TRANSIENT = [
    ConnectionFailed("connection reset", sent=True),
    TimedOut("read timed out", sent=True),
    refusal("InternalError"),
    refusal("RequestLimitExceeded"),
    HttpResponse(502, {}, b"<html>"),
]


@pytest.mark.parametrize("failure", TRANSIENT, ids=["reset", "timed out", "InternalError", "RequestLimitExceeded", "502"])
def test_transient_failure_continues(stage: Make, failure: Any, caplog: pytest.LogCaptureFixture) -> None:
    """The next poll may succeed. A warning is logged."""
    made = stage(status("RUNNING"), failure, failure, failure, status("FINISHED"), throttle=None, retry=None)
    reported: list[str] = []
    assert wait(made, on_progress=lambda page: reported.append(page.result.status)).result.status == "FINISHED"
    assert reported == ["RUNNING", "FINISHED"]
    assert [record.message.endswith("polling continues") for record in caplog.records] == [True] * 3


def test_transient_failures_until_timeout(stage: Make) -> None:
    """The last failure is the timeout's cause, and the last response is kept."""
    made = stage(status("RUNNING"), ConnectionFailed("connection reset", sent=True), throttle=None, retry=None)
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
def test_permanent_failure_is_raised(stage: Make, failure: Any) -> None:
    """At once: no later poll would succeed."""
    made = stage(failure, throttle=None)
    with pytest.raises((ConnectionFailed, AuthFailure)):
        wait(made)
    assert len(made.network.requests) == 1


@pytest.mark.parametrize("strange", ["PAUSED", None, 7, ["FINISHED"]])
def test_unknown_status_continues(stage: Make, strange: Any) -> None:
    """A value that no rule matches is not final."""
    made = stage(status(strange), status("FINISHED"))
    assert wait(made).result.status == "FINISHED"


def test_missing_result_continues(stage: Make) -> None:
    """A null in place of the result is not final."""
    assert wait(stage(result(Result=None), status("FINISHED"))).result.status == "FINISHED"


def test_polls_have_jitter(stage: Make) -> None:
    """The pause is random around the interval, so that waits do not poll at the same times."""
    for draw, pause in ((0.0, 0.75), (0.999999, 1.25)):
        made = stage(status("RUNNING"), status("FINISHED"))
        made.client._settings.random = lambda draw=draw: draw
        wait(made)
        assert made.clock.sleeps == [pytest.approx(pause, abs=0.001)]


@pytest.mark.parametrize("timeout", [0, None, "5"])
def test_rejects_invalid_timeout(stage: Make, timeout: Any) -> None:
    """A timeout is required."""
    with pytest.raises(RequestInvalid) as caught:
        wait(stage(status("RUNNING")), timeout=timeout)
    assert caught.value.argument == "timeout"


def test_rejects_unknown_and_missing_arguments(stage: Make) -> None:
    """As for every method."""
    made = stage(status("RUNNING"))
    for arguments in ({"timeout": 5}, {"invoke_request": "x", "timeout": 5}):
        with pytest.raises(RequestInvalid):
            made.run(made.client.wait_until_async_event_finished(**arguments))


class _Async:
    async def __call__(self, _: Any) -> None:
        """Never called."""


class TestProgress:
    """`on_progress=` receives each response."""

    def test_receives_each_response(self, stage: Make) -> None:
        """The last one included, in order."""
        reported: list[str] = []
        wait(stage(status("RUNNING"), status("FINISHED")), on_progress=lambda page: reported.append(page.result.status))
        assert reported == ["RUNNING", "FINISHED"]

    def test_receives_failure_response(self, stage: Make) -> None:
        """Before the error is raised."""
        reported: list[str] = []
        with pytest.raises(WaiterFailed):
            wait(stage(status("FAILED")), on_progress=lambda page: reported.append(page.result.status))
        assert reported == ["FAILED"]

    def test_own_error_is_not_tolerated(self, stage: Make) -> None:
        """An error of the callback is not taken for a poll's."""
        made = stage(status("RUNNING"))

        def fail(_: Any) -> None:
            raise ConnectionFailed("of another service", sent=True)

        with pytest.raises(ConnectionFailed, match="of another service"):
            wait(made, on_progress=fail)

    def test_exception_ends_wait(self, stage: Make) -> None:
        """So a callback can give up."""
        made = stage(status("RUNNING"))

        def give_up(_: Any) -> None:
            raise KeyError("enough")

        with pytest.raises(KeyError):
            wait(made, on_progress=give_up)
        assert len(made.network.requests) == 1

    def test_async_callback_needs_event_loop(self, kind: Kind, stage: Make) -> None:
        """An event loop awaits it; a thread rejects it before the first poll, or when its result is awaitable."""
        reported: list[str] = []

        async def report(page: Any) -> None:
            await asyncio.sleep(0)
            reported.append(page.result.status)

        made = stage(status("RUNNING"), status("FINISHED"))
        if kind.is_async:
            wait(made, on_progress=report)
            assert reported == ["RUNNING", "FINISHED"]
            return
        for disguise in (report, partial(report), _Async()):
            with pytest.raises(RequestInvalid, match="on_progress: is async, which needs an AsyncClient"):
                wait(made, on_progress=disguise)
        assert made.network.requests == []
        with pytest.raises(TypeError, match="an async on_progress needs an AsyncClient"):
            wait(made, on_progress=lambda _: asyncio.sleep(0))

    def test_rejects_uncallable(self, stage: Make) -> None:
        """Before the first poll."""
        with pytest.raises(RequestInvalid) as caught:
            wait(stage(status("RUNNING")), on_progress=3)
        assert caught.value.argument == "on_progress"


class TestManyAtOnce:
    """Many waits share one rate limit fairly."""

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

    def test_tasks_share_rate_limit(self) -> None:
        """By counts on virtual time: no wait is more than one poll ahead of another, and the limit is used."""
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

    def test_threads_share_rate_limit(self) -> None:
        """The same with threads, on a virtual clock that they share."""
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

    def test_all_waits_finish(self) -> None:
        """Events that end one after the other are each reported within one round of polls."""
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
            # The fake rounds to whole milliseconds, as the service writes them: an end may be reported half of one early.
            assert -0.001 < min(late) <= max(late) < 8
