"""Steps of a call: what a call waits for, and the two drivers that run it, in a thread or in an event loop."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, NamedTuple, Protocol, TypeVar

from tencentkit_api.meta import Meta

from .._concurrency.cancellation import interruptible_sleep
from ..clock import Clock
from ..credentials._resolve import report_refusal, resolve, resolve_async
from ..credentials._types import Credentials, CredentialsProvider
from ..transport._types import AsyncTransport, HttpRequest, HttpResponse, Transport

StepResult = HttpResponse | Credentials | float | None
_ResultT = TypeVar("_ResultT")


class Step(Protocol):
    """One wait of a call."""

    def run(self, transport: Transport, /) -> StepResult:
        """Run it in this thread."""
        ...

    async def run_async(self, transport: AsyncTransport, /) -> StepResult:
        """Run it in this task."""
        ...


StepsOf = Generator[Step, StepResult, _ResultT]
"""A generator that yields steps, receives their results (or their errors, thrown in) and returns a value."""
Waits = StepsOf[None]
Steps = StepsOf["CallResult"]


class CallResult(NamedTuple):
    """Result of a successful call."""

    content: dict[str, Any]
    """The fields of the envelope's `Response`, by wire names."""
    meta: Meta

    def __repr__(self) -> str:
        # The content may hold secrets, which must not appear in a traceback that shows local variables.
        return f"CallResult({len(self.content)} fields, {self.meta!r})"


class Send(NamedTuple):
    """Send a request; the result is its response."""

    request: HttpRequest
    timeout: float | None
    budget: float | None

    def run(self, transport: Transport) -> HttpResponse:
        """See `Step.run`."""
        return transport.send(self.request, timeout=self.timeout, budget=self.budget)

    async def run_async(self, transport: AsyncTransport) -> HttpResponse:
        """See `Step.run_async`."""
        return await transport.send(self.request, timeout=self.timeout, budget=self.budget)


class Sleep(NamedTuple):
    """Wait for some seconds."""

    clock: Clock
    seconds: float

    def run(self, _transport: Transport) -> None:
        """See `Step.run`."""
        interruptible_sleep(self.clock, self.seconds)

    async def run_async(self, _transport: AsyncTransport) -> None:
        """See `Step.run_async`."""
        await self.clock.sleep_async(self.seconds)


class GetCredentials(NamedTuple):
    """Get credentials from the provider."""

    provider: CredentialsProvider
    budget: float | None
    refused: Credentials | None
    """Credentials that the service refused, so that the provider fetches others."""

    def run(self, _transport: Transport) -> Credentials:
        """See `Step.run`."""
        if self.refused is not None:
            report_refusal(self.provider, self.refused)
        return resolve(self.provider, self.budget)

    async def run_async(self, _transport: AsyncTransport) -> Credentials:
        """See `Step.run_async`."""
        if self.refused is not None:
            report_refusal(self.provider, self.refused)
        return await resolve_async(self.provider, self.budget)


def drive(steps: Steps, transport: Transport) -> CallResult:
    """Run a call in this thread."""
    result: StepResult = None
    failure: BaseException | None = None
    while True:
        try:
            step = steps.send(result) if failure is None else steps.throw(failure)
        except StopIteration as end:
            returned: CallResult = end.value
            return returned
        result = failure = None
        try:
            result = step.run(transport)
        except BaseException as error:  # noqa: BLE001 - interrupts too: the steps release what they hold
            failure = error


async def drive_async(steps: Steps, transport: AsyncTransport) -> CallResult:
    """Run a call in this task."""
    result: StepResult = None
    failure: BaseException | None = None
    while True:
        try:
            step = steps.send(result) if failure is None else steps.throw(failure)
        except StopIteration as end:
            returned: CallResult = end.value
            return returned
        result = failure = None
        try:
            result = await step.run_async(transport)
        except BaseException as error:  # noqa: BLE001 - cancellation too: the steps release what they hold
            failure = error
