"""Whatever ends a call at whatever step: its slot, its tokens and its hooks are settled."""

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
from tencentkit.throttle._sliding_window import ARRIVAL_TIMEOUT, BucketLimit
from tencentkit_api.scf.actions import ACTIONS
from tests.client.scripted import SyncScript, refusal, result

[ACTION] = [row for row in ACTIONS if row.name == "ListAsyncEvents"]


class Provider:
    def get(self) -> Credentials:
        return Credentials("id", "key", "token")


class Balance(Hook):
    """Counts beginnings and ends."""

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


def walk(stop: int, interrupt: type[BaseException]) -> bool:
    """Play one call with a wait for the limit, an error and a retry; interrupt it at step `stop`. Whether it got that far."""
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
    answers = iter([refusal("InternalError"), result()])
    answer: Any = None
    number = 0
    on_its_way = False
    last_sent = sent_before
    try:
        step = steps.send(None)
        while True:
            if number == stop:
                if on_its_way := isinstance(step, Send):
                    last_sent = clock.monotonic()
                with pytest.raises(interrupt):  # noqa: PT012 - hooks are told on the way out
                    step = steps.throw(interrupt())
                    while True:
                        assert not isinstance(step, Send | Sleep | GetCredentials)
                        getattr(hook, step.event)(step.subject)
                        step = steps.send(None)
                break
            answer = None
            if isinstance(step, Send):
                answer = next(answers)
                last_sent = clock.monotonic()
            elif isinstance(step, Sleep):
                clock.sleep(step.seconds)
            elif isinstance(step, GetCredentials):
                answer = Provider().get()
            else:
                getattr(hook, step.event)(step.subject)
            number += 1
            step = steps.send(answer)
    except StopIteration:
        return False
    # An interrupt inside a hook's own telling is that hook's; all others leave beginnings and ends equal.
    assert hook.calls in {0, 1}
    assert client._settings.quota.left == quota
    before = clock.monotonic()
    assert client.list_async_events(function_name="f").meta.attempts == 1
    # The next call waits for the last slot that was used, and not for one that was not; of what was interrupted
    # on its way nobody knows when it arrives.
    until = last_sent + (ARRIVAL_TIMEOUT if on_its_way else 0.0) + BucketLimit(1).period
    assert clock.monotonic() - before <= max(0.0, until - before) + BucketLimit(1).gap + 1e-6
    return True


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, asyncio.CancelledError, SystemExit, TimeoutError, MemoryError])
def test_an_interrupt_at_any_step_leaves_nothing_behind(interrupt: type[BaseException]) -> None:
    """Slots are given back, tokens too, hooks hear of the end; the next call is as if this one had not been."""
    stop = 0
    while walk(stop, interrupt):
        stop += 1
    assert stop > 10
