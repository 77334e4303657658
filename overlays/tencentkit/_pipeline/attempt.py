"""One attempt of a call: acquire a slot of the rate limit, sign, send, open the envelope."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from tencentkit_api.meta import Meta

from .._deadline import shorter_limit
from ..credentials._redaction import redacted_headers
from ..credentials._types import Credentials
from ..errors import ApiError, ConnectionFailed, TencentkitError, TimedOut
from ..retry._policy import Cause
from ..throttle._reservation import UNTHROTTLED, AcquireSlot, NoReservation, Reservation
from ..throttle._throttle import Throttle
from ..transport._types import HttpRequest, HttpResponse
from .call_state import CLOCK_GRAIN, CallState
from .envelope import is_event_stream, open_envelope
from .steps import CallResult, Open, OpenedStream, ReadWhole, Send, Sleep, StepResult, Steps, StepsOf, Waits


class AttemptRun:
    """Run of one attempt, with its reservation in the rate limiter."""

    def __init__(self, state: CallState, credentials: Credentials) -> None:
        self.state = state
        self.call = state.call
        self.settings = state.settings
        self.credentials = credentials
        self.reservation: NoReservation = UNTHROTTLED

    def steps(self) -> Steps:
        """Send the request once, as soon as the rate limit allows it.

        Raises:
            TencentkitError: The attempt failed; its slot is released or counted.
        """
        if self.settings.throttle is not None:
            yield from self._acquire_slot(self.settings.throttle)
        try:
            return (yield from self._result())
        except BaseException:
            # After an interrupt or a cancellation the request may still be in flight, so its slot counts for a while.
            self.reservation.mark_abandoned()
            raise

    def _result(self) -> Steps:
        request, response = yield from self._response()
        self.state.received(response)
        opened = self._opened(request, response) if self.call.stream and is_event_stream(response) else None
        content = (
            {"RequestId": response.headers.get("x-tc-requestid")}
            if opened is not None
            else open_envelope(
                response,
                action=self.call.action.name,
                region=self.call.region,
                attempts=self.state.attempts,
                credentials=self.credentials,
                request=request,
            )
        )
        if isinstance(content, TencentkitError):
            yield from self._report_refusal(content)
            raise content
        self.reservation.mark_completed()
        yield from self.reservation.give_back()
        request_id = content.get("RequestId")
        deadline = self.state.deadline
        meta = Meta(
            request_id=request_id if isinstance(request_id, str) else None,
            attempts=self.state.attempts,
            elapsed=deadline.elapsed(),
            throttle_wait=deadline.spent["throttle"],
            headers=redacted_headers(response.headers, self.credentials, request),
        )
        self.state.succeeded(meta)
        return CallResult(content, meta, opened)

    def _opened(self, request: HttpRequest, response: Any) -> OpenedStream:
        """Return a response that is a stream of events, for the reader that ends the exchange."""
        opener = partial(
            open_envelope,
            HttpResponse(response.status, response.headers, b""),
            action=self.call.action.name,
            region=self.call.region,
            attempts=self.state.attempts,
            credentials=self.credentials,
            request=request,
        )
        state = self.state
        state.stream_opened()
        return OpenedStream(response, opener, state.stream_failed, state.deadline.elapsed, state.stream_ended)

    def _acquire_slot(self, throttle: Throttle) -> Waits:
        """Wait for the rate limit."""
        settings, action = self.settings, self.call.action
        key = throttle.key(settings.credentials, self.credentials, settings.signer.host, action.name)
        limit = throttle.limit_of(action.service, action.name, action.rate_limit)
        self.reservation = Reservation(throttle, key, limit, settings.clock)
        try:
            yield from self._wait_for_slot()
        except GeneratorExit:
            self.reservation.release()
            raise
        except BaseException:
            # Also when the caller is cancelled or interrupted while it waits.
            self.reservation.release()
            yield from self.reservation.give_back()
            raise

    def _wait_for_slot(self) -> Waits:
        deadline = self.state.deadline
        while True:
            wait: StepResult | AcquireSlot = self.reservation.acquire(deadline.left)
            if isinstance(wait, AcquireSlot):
                with deadline.spending("throttle"):
                    wait = yield wait
            if not isinstance(wait, float | int):
                raise TypeError("the result of AcquireSlot must be seconds")  # a bug in the driver
            if not wait:
                return
            if not deadline.allows(wait):
                action = self.call.action.name
                raise self.state.deadline_exceeded(f"{action} would have to wait {wait:.3g} s for its rate limit", wait=wait)
            with deadline.spending("throttle"):
                yield Sleep(self.settings.clock, wait)
            deadline.slept(wait)

    def _response(self) -> StepsOf[tuple[HttpRequest, HttpResponse]]:
        """Sign and send; return request and response. Release the slot if the request was not sent."""
        try:
            headers = (yield from self.state.attempt_started()) if self.settings.hooks else self.call.headers
            request, left = self._signed(headers)
        except BaseException:
            self.reservation.release()
            raise
        self.state.attempts += 1
        started = self.settings.clock.monotonic()
        try:
            try:
                timeout = shorter_limit(self.call.timeout, left)
                response = yield (Open if self.call.stream else Send)(request, timeout, left)
                if self.call.stream and not is_event_stream(response):
                    response = yield ReadWhole(response)
            finally:
                self.state.deadline.record("network", self.settings.clock.monotonic() - started)
        except TencentkitError as error:
            if getattr(error, "sent", True):
                self.reservation.mark_completed()  # the request arrived by now, if at all
            else:
                self.reservation.release()
            if isinstance(error, TimedOut):
                self._check_deadline(error)
            raise
        if not self.call.stream and not isinstance(response, HttpResponse):
            raise TypeError("the result of Send must be an HttpResponse")  # a bug in the driver
        return request, cast("HttpResponse", response)  # or a `ResponseStream`, if the call may have one

    def _signed(self, headers: Mapping[str, str]) -> tuple[HttpRequest, float | None]:
        """Return the request, signed now, and the seconds left for it."""
        if self.settings.shared.closed:
            raise ConnectionFailed("the client was closed during the call", sent=False, permanent=True)
        left = self.state.deadline.left()
        if left is not None and left <= 0:
            raise self.state.deadline_exceeded(f"{self.call.action.name} ran out of time before it was sent")
        if self.state.maybe_executed:
            self.state.check_token()
        request = self.settings.signer.sign(
            self.call.action,
            self.call.body,
            region=self.call.region,
            language=self.call.language,
            headers=headers,
            credentials=self.credentials,
            written=self.reservation.mark_written,
        )
        if self.call.timeout is None and self.settings.timeout is not None:
            request = request._replace(connect=self.settings.timeout)
        return request, left

    def _check_deadline(self, error: TimedOut) -> None:
        """Raise `DeadlineExceeded` if the deadline, not the timeout, ended the wait."""
        left = self.state.deadline.left()
        if left is not None and left < CLOCK_GRAIN:
            self.state.annotate(error)
            raise self.state.deadline_exceeded(f"{self.call.action.name} timed out: no response before the deadline") from error

    def _report_refusal(self, error: TencentkitError) -> Waits:
        """Report a refusal for exceeding the rate limit to the throttle."""
        if self.state.cause_of(error) is Cause.THROTTLED:
            code = error.code if isinstance(error, ApiError) else "HTTP 429"
            self.reservation.mark_refused(code, random=self.settings.random())
        self.reservation.mark_completed()
        yield from self.reservation.give_back()
