"""One attempt of a call, with credentials at hand: wait for the rate limit, sign, send, read the envelope."""

from __future__ import annotations

from collections.abc import Mapping

from tencentkit_api.meta import Meta

from .._deadline import least
from .._redaction import redacted_headers
from ..credentials import Credentials
from ..errors import ApiError, ConnectionFailed, TencentkitError, TimedOut
from ..retry import Cause, cause_of
from ..throttle._reservation import UNTHROTTLED, AcquireSlot, NoReservation, Reservation
from ..throttle._throttle import Throttle
from ..transport._types import HttpRequest, HttpResponse
from .call_state import CallState
from .envelope import open_envelope
from .signed_request import signed_request
from .steps import Answer, Doing, Outcome, Send, Sleep, Steps, Waits

_CLOCK_GRAIN = 0.001


def attempt_steps(course: CallState, credentials: Credentials) -> Steps:
    """Send once, when the rate limit allows it.

    Raises:
        TencentkitError: The service refused, or something failed; whatever was held is given back.
    """
    return AttemptRun(course, credentials).steps()


class AttemptRun:
    def __init__(self, course: CallState, credentials: Credentials) -> None:
        self.course = course
        self.call = course.call
        self.settings = course.settings
        self.credentials = credentials
        self.place: NoReservation = UNTHROTTLED

    def steps(self) -> Steps:
        """See `attempt_steps`."""
        if self.settings.throttle is not None:
            yield from self._take_place(self.settings.throttle)
        try:
            return (yield from self._outcome())
        except BaseException:
            # After an interrupt or a cancellation the request may still be on its way, so it goes on to count.
            self.place.mark_abandoned()
            raise

    def _outcome(self) -> Steps:
        response = yield from self._answer()
        self.course.arrived(response)
        content = open_envelope(
            response,
            action=self.call.action.name,
            region=self.call.region,
            attempts=self.course.attempts,
            credentials=self.credentials,
        )
        if isinstance(content, TencentkitError):
            yield from self._tell_throttle(content)
            raise content
        self.place.mark_completed()
        request_id = content.get("RequestId")
        deadline = self.course.deadline
        meta = Meta(
            request_id=request_id if isinstance(request_id, str) else None,
            attempts=self.course.attempts,
            elapsed=deadline.elapsed(),
            throttle_wait=deadline.spent["throttle"],
            headers=redacted_headers(response.headers, self.credentials),
        )
        self.course.succeeded(meta)
        return Outcome(content, meta)

    def _take_place(self, throttle: Throttle) -> Waits:
        """Wait for the rate limit."""
        settings, action = self.settings, self.call.action
        key = throttle.key(settings.credentials, self.credentials, settings.host, action.name)
        self.place = Reservation(throttle, key, action.rate_limit, settings.clock)
        try:
            yield from self._wait_for_place()
        except GeneratorExit:
            self.place.release()
            raise
        except BaseException:
            # Also when the caller is cancelled or interrupted in its wait.
            self.place.release()
            yield from self.place.flush()
            raise

    def _wait_for_place(self) -> Waits:
        deadline = self.course.deadline
        while True:
            wait: Answer | AcquireSlot = self.place.acquire()
            if isinstance(wait, AcquireSlot):
                with deadline.spending("throttle"):
                    wait = yield wait
            if not isinstance(wait, float | int):
                raise TypeError("an Ask is answered with seconds")  # a fault of the driver, not of the call
            if not wait:
                return
            if not deadline.allows(wait):
                action = self.call.action.name
                raise self.course.out_of_time(f"{action} would have to wait {wait:.3g} s for its rate limit", wait=wait)
            with deadline.spending("throttle"):
                yield Sleep(wait)

    def _answer(self) -> Doing[HttpResponse]:
        """Sign and send; give the place up when nothing will arrive any more."""
        try:
            extra = (yield from self.course.attempt_begins()) if self.settings.hooks else self.call.headers
            request, left = self._signed(extra)
        except BaseException:
            self.place.release()
            raise
        self.course.attempts += 1
        began = self.settings.clock.monotonic()
        try:
            try:
                response = yield Send(request, least(self.call.timeout, left), left)
            finally:
                self.course.deadline.book("network", self.settings.clock.monotonic() - began)
        except TencentkitError as error:
            if getattr(error, "sent", True):
                self.place.mark_completed()  # it will not arrive later than now
            else:
                self.place.release()
            if isinstance(error, TimedOut):
                self._check_whose_time(error)
            raise
        if not isinstance(response, HttpResponse):
            raise TypeError("a Send is answered with its response")  # a fault of the driver, not of the call
        return response

    def _signed(self, extra: Mapping[str, str]) -> tuple[HttpRequest, float | None]:
        """The request, signed at this moment, and the seconds that are left for it."""
        if self.settings.closed:
            raise ConnectionFailed("the client was closed while the call was under way", sent=False, permanent=True)
        left = self.course.deadline.left()
        if left is not None and left <= 0:
            raise self.course.out_of_time(f"{self.call.action.name} ran out of time before it was sent")
        request = signed_request(
            self.call.action,
            self.call.body,
            region=self.call.region,
            extra=extra,
            settings=self.settings,
            credentials=self.credentials,
            written=self.place.mark_written,
        )
        if self.call.timeout is None and self.settings.timeout is not None:
            request = request._replace(connect=self.settings.timeout)
        return request, left

    def _check_whose_time(self, error: TimedOut) -> None:
        """Raise the deadline's own error where it was the deadline that ended the wait."""
        left = self.course.deadline.left()
        if left is not None and left < _CLOCK_GRAIN:
            self.course.judge(error)
            raise self.course.out_of_time(f"{self.call.action.name} had no answer in time") from error

    def _tell_throttle(self, error: TencentkitError) -> Waits:
        """What a refusal says of the rate."""
        if cause_of(error, read_only=True) is Cause.THROTTLED:
            code = error.code if isinstance(error, ApiError) else "HTTP 429"
            self.place.mark_refused(code, random=self.settings.random())
            yield from self.place.flush()
        self.place.mark_completed()
