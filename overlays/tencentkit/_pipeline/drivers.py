"""Doing what `call_steps` decides: the only two places where a call waits."""

from __future__ import annotations

from .._concurrency.cancellation import interruptible_sleep
from ..clock import Clock
from ..credentials._resolve import ask, ask_async, refuse
from ..throttle._reservation import AcquireSlot, FlushReports
from ..transport._types import AsyncTransport, Transport
from .hook_dispatch import tell, tell_async
from .steps import Answer, GetCredentials, Outcome, Send, Sleep, Steps


def drive(steps: Steps, transport: Transport, clock: Clock) -> Outcome:
    """Run a call in this thread."""
    answer: Answer = None
    failure: BaseException | None = None
    while True:
        try:
            step = steps.send(answer) if failure is None else steps.throw(failure)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
        answer = failure = None
        try:
            if isinstance(step, Send):
                answer = transport.send(step.request, timeout=step.timeout, budget=step.budget)
            elif isinstance(step, Sleep):
                interruptible_sleep(clock, step.seconds)
            elif isinstance(step, GetCredentials):
                if step.refused is not None:
                    refuse(step.provider, step.refused)
                answer = ask(step.provider, step.budget)
            elif isinstance(step, AcquireSlot):
                answer = step.limiter.acquire(step.slot)
            elif isinstance(step, FlushReports):
                step.limiter.flush()
            else:
                tell(step)
        except BaseException as error:  # noqa: BLE001 - interrupts too: the steps give back what they hold
            failure = error


async def drive_async(steps: Steps, transport: AsyncTransport, clock: Clock) -> Outcome:
    """Run a call in this task."""
    answer: Answer = None
    failure: BaseException | None = None
    while True:
        try:
            step = steps.send(answer) if failure is None else steps.throw(failure)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
        answer = failure = None
        try:
            if isinstance(step, Send):
                answer = await transport.send(step.request, timeout=step.timeout, budget=step.budget)
            elif isinstance(step, Sleep):
                await clock.sleep_async(step.seconds)
            elif isinstance(step, GetCredentials):
                if step.refused is not None:
                    refuse(step.provider, step.refused)
                answer = await ask_async(step.provider, step.budget)
            elif isinstance(step, AcquireSlot):
                answer = await step.limiter.acquire_async(step.slot)
            elif isinstance(step, FlushReports):
                await step.limiter.flush_async()
            else:
                await tell_async(step)
        except BaseException as error:  # noqa: BLE001 - cancellation too: the steps give back what they hold
            failure = error
