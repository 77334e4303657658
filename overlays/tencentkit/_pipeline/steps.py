"""Steps of a call: what a call waits for, and the two drivers that run it, in a thread or in an event loop."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, NamedTuple, Protocol, TypeVar

from tencentkit_api.meta import Meta

from .._concurrency.cancellation import interruptible_sleep
from ..clock import Clock
from ..credentials._resolve import report_refusal, resolve, resolve_async
from ..credentials._types import Credentials, CredentialsProvider
from ..errors import RequestInvalid, TencentkitError
from ..transport._types import AsyncResponseStream, AsyncTransport, HttpRequest, HttpResponse, ResponseStream, Transport

StepResult = HttpResponse | ResponseStream | AsyncResponseStream | Credentials | float | None
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


class OpenedStream(NamedTuple):
    """Response that is a stream of events, and what its reader needs of the call."""

    response: ResponseStream | AsyncResponseStream
    open_envelope: Callable[..., dict[str, Any] | TencentkitError]
    """Opens an envelope that an event contains; its argument is `event`."""
    annotate: Callable[[TencentkitError, int], TencentkitError]
    """Adds the facts of the call to an error of the stream after so many events."""
    elapsed: Callable[[], float]
    """Returns the seconds since the start of the call."""
    ended: Callable[[BaseException | None, int, float | None], Any]
    """Returns the step that notifies hooks of the end, if there are any: error, events, seconds to the first event."""


class CallResult(NamedTuple):
    """Result of a successful call."""

    content: dict[str, Any]
    """The fields of the envelope's `Response`, by wire names."""
    meta: Meta
    opened: OpenedStream | None = None
    """The response, if it is a stream of events; the content is empty then."""

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


class Open(NamedTuple):
    """Send a request; the result is its response, whose body is read in parts."""

    request: HttpRequest
    timeout: float | None
    budget: float | None

    def run(self, transport: Transport) -> ResponseStream:
        """See `Step.run`."""
        response: ResponseStream = _method_open(transport)(self.request, timeout=self.timeout, budget=self.budget)
        return response

    async def run_async(self, transport: AsyncTransport) -> AsyncResponseStream:
        """See `Step.run_async`."""
        response: AsyncResponseStream = await _method_open(transport)(self.request, timeout=self.timeout, budget=self.budget)
        return response


def _method_open(transport: object) -> Any:
    method = getattr(transport, "open", None)
    if method is None:
        raise RequestInvalid("transport", f"{type(transport).__name__} cannot read a response in parts: it has no method open")
    return method


class ReadWhole(NamedTuple):
    """Read the whole body of a response that is not a stream of events; the result is the complete response."""

    response: Any

    def run(self, _transport: object) -> HttpResponse:
        """See `Step.run`."""
        from ..transport._bodies import check_size  # a transport has loaded it, unless it is a fake

        whole = bytearray()
        try:
            while part := self.response.read():
                whole += part
                check_size(len(whole), self.response.status)
        finally:
            self.response.close()
        return HttpResponse(self.response.status, self.response.headers, bytes(whole))

    async def run_async(self, _transport: object) -> HttpResponse:
        """See `Step.run_async`."""
        from ..transport._bodies import check_size  # a transport has loaded it, unless it is a fake

        whole = bytearray()
        try:
            while part := await self.response.read():
                whole += part
                check_size(len(whole), self.response.status)
        finally:
            await self.response.aclose()
        return HttpResponse(self.response.status, self.response.headers, bytes(whole))


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
