"""Interrupts at every step of a call: it releases its slot and tokens, and its hooks see the end."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tencentkit import Credentials, Hook, Throttle
from tencentkit._pipeline.call import call_steps
from tencentkit._pipeline.call_state import CallRequest
from tencentkit._pipeline.steps import GetCredentials, Send, Sleep
from tencentkit.hooks import Attempt, Call
from tencentkit.scf import Client
from tencentkit.testing import ManualClock
from tencentkit.throttle._limits import BucketLimit
from tencentkit.throttle._sliding_window import ARRIVAL_TIMEOUT
from tencentkit_api.scf.actions import ACTIONS
from tests.scripted import AsyncScript, SyncScript, refusal, result

[ACTION] = [row for row in ACTIONS if row.name == "ListAsyncEvents"]


class Provider:
    def get(self) -> Credentials:
        return Credentials("id", "key", "token")


class Balance(Hook):
    """Hook that counts calls and attempts without an end."""

    def __init__(self) -> None:
        self.calls = self.attempts = 0

    def before_call(self, _: Call) -> None:
        self.calls += 1

    def after_call(self, _: Call) -> None:
        self.calls -= 1

    def before_attempt(self, _: Attempt) -> None:
        self.attempts += 1

    def after_attempt(self, _: Attempt) -> None:
        self.attempts -= 1


def interrupt_at(stop: int, interrupt: type[BaseException]) -> bool:
    """Run one call with a rate limit wait, an error and a retry; interrupt it at step `stop`. Return whether it reached that step."""
    clock, hook = ManualClock(), Balance()
    throttle = Throttle(limits={"ListAsyncEvents": 1})
    client = Client(
        region="ap-guangzhou", credentials=Provider(), transport=SyncScript([result()]), clock=clock, rng=lambda: 0.5,
        throttle=throttle, hooks=[hook],
    )  # fmt: skip
    client.list_async_events(function_name="f")
    sent_before = clock.monotonic()
    quota = client._settings.quota.left
    steps = call_steps(CallRequest(ACTION, b"{}", "ap-guangzhou", None, 100, {}), client._settings)
    responses = iter([refusal("InternalError"), result()])
    result_of_step: Any = None
    number = 0
    in_flight = False
    last_sent = sent_before
    try:
        step = steps.send(None)
        while True:
            if number == stop:
                if in_flight := isinstance(step, Send):
                    last_sent = clock.monotonic()
                with pytest.raises(interrupt):  # noqa: PT012 - the call notifies its hooks before it ends
                    step = steps.throw(interrupt())
                    while True:
                        assert not isinstance(step, Send | Sleep | GetCredentials)
                        getattr(hook, step.event)(step.subject)
                        step = steps.send(None)
                break
            result_of_step = None
            if isinstance(step, Send):
                result_of_step = next(responses)
                last_sent = clock.monotonic()
            elif isinstance(step, Sleep):
                clock.sleep(step.seconds)
            elif isinstance(step, GetCredentials):
                result_of_step = Provider().get()
            else:
                getattr(hook, step.event)(step.subject)
            number += 1
            step = steps.send(result_of_step)
    except StopIteration:
        return False
    # An interrupt inside `before_call` leaves one call without an end.
    assert hook.calls in {0, 1}
    assert client._settings.quota.left == quota
    before = clock.monotonic()
    assert client.list_async_events(function_name="f").meta.attempts == 1
    # The next call waits for the last used slot only. The arrival time of an interrupted request in flight is unknown.
    until = last_sent + (ARRIVAL_TIMEOUT if in_flight else 0.0) + BucketLimit(1).period
    assert clock.monotonic() - before <= max(0.0, until - before) + BucketLimit(1).gap + 1e-6
    return True


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, asyncio.CancelledError, SystemExit, TimeoutError, MemoryError])
def test_interrupt_at_any_step(interrupt: type[BaseException]) -> None:
    """The next call runs as if the interrupted one had not existed."""
    stop = 0
    while interrupt_at(stop, interrupt):
        stop += 1
    assert stop > 10


def test_interrupted_wait_releases_the_slot(kind: Any) -> None:
    """KeyboardInterrupt during the throttle wait reaches the caller, and the next call acquires that slot."""

    class Interrupting(ManualClock):
        armed = False

        def sleep(self, seconds: float) -> None:
            if self.armed:
                raise KeyboardInterrupt
            super().sleep(seconds)

        async def sleep_async(self, seconds: float) -> None:
            self.sleep(seconds)

    clock = Interrupting()
    network = kind.pick(SyncScript, AsyncScript)([result()])
    client = kind.client(transport=network, clock=clock, throttle=Throttle(limits={"ListAsyncEvents": 1}))

    async def interrupted() -> None:
        with pytest.raises(KeyboardInterrupt):
            await client.list_async_events(function_name="f")

    kind.run(client.list_async_events(function_name="f"))
    clock.armed = True
    if kind.is_async:
        kind.run(interrupted())
    else:
        with pytest.raises(KeyboardInterrupt):
            client.list_async_events(function_name="f")
    clock.armed = False
    assert kind.run(client.list_async_events(function_name="f")).meta.throttle_wait == pytest.approx(1.01)
