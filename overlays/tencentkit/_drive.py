"""Doing what `call_steps` decides: the only two places where a call waits."""

from __future__ import annotations

from ._call import Outcome, Send, Steps
from ._stopping import rest
from .clock import Clock
from .transport import AsyncTransport, HttpResponse, Transport


def drive(steps: Steps, transport: Transport, clock: Clock) -> Outcome:
    """Run a call in this thread."""
    answer: HttpResponse | None = None
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
            else:
                rest(clock, step.seconds)
        except BaseException as error:  # noqa: BLE001 - interrupts too: the steps give back what they hold
            failure = error


async def drive_async(steps: Steps, transport: AsyncTransport, clock: Clock) -> Outcome:
    """Run a call in this task."""
    answer: HttpResponse | None = None
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
            else:
                await clock.sleep_async(step.seconds)
        except BaseException as error:  # noqa: BLE001 - cancellation too: the steps give back what they hold
            failure = error
