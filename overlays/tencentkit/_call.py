"""One call, from its encoded request to what stands in the envelope: decisions only.

`call_steps` is a generator that says what to do next, such as `Send` or `Sleep`, and is told how it went; `_drive` does it,
for threads and for event loops alike. So both take the same decisions, and a test can play the network and the clock.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Mapping
from typing import Any, NamedTuple, TypeVar

from tencentkit_api.action import Action
from tencentkit_api.meta import Meta

from ._deadline import Deadline, Purpose
from ._envelope import http_date, open_envelope
from ._place import Ask, Flush, FreePlace, Place
from ._settings import Settings
from ._version import __version__
from .credentials import Credentials
from .errors import ApiError, TencentkitError, TimedOut
from .retry import Cause, Retry, cause_of, hint_of
from .throttle import BucketKey
from .transport import HttpRequest, HttpResponse

_LOG = logging.getLogger("tencentkit")
_LOG.addHandler(logging.NullHandler())
_CONTENT_TYPE = "application/json; charset=utf-8"
_IGNORED_SKEW = 2.0
_CLOCK_GRAIN = 0.001


class Send(NamedTuple):
    """Send this request; answer with the response, or throw the transport's error in."""

    request: HttpRequest
    timeout: float | None
    budget: float | None


class Sleep(NamedTuple):
    """Wait so many seconds."""

    seconds: float


Step = Send | Sleep | Ask | Flush
Answer = HttpResponse | float | None
_T = TypeVar("_T")
Waits = Generator[Step, Answer, _T]


class Outcome(NamedTuple):
    """A call that succeeded."""

    content: dict[str, Any]
    meta: Meta


Steps = Waits[Outcome]


class CallRequest(NamedTuple):
    """What is to be sent, and by which rules."""

    action: Action
    body: bytes
    region: str | None
    timeout: float | None
    deadline: float | None
    headers: Mapping[str, str]


def call_steps(call: CallRequest, settings: Settings) -> Steps:
    """Throttle, sign, send, and decide whether to send again.

    Raises:
        TencentkitError: Of any kind but `RequestInvalid` for an argument, which is refused before this.
    """
    return (yield from _Call(call, settings).steps())


class _Call:
    def __init__(self, call: CallRequest, settings: Settings) -> None:
        self.call = call
        self.settings = settings
        self.deadline = Deadline(call.deadline, settings.clock)
        self.attempts = 0
        self.may_have_run = False
        self.clock_corrected = False
        self.last_response: HttpResponse | None = None

    def steps(self) -> Steps:
        retry = self.settings.retry
        quota = self.settings.quota
        taken = 0
        while True:
            credentials = self.settings.credentials.get()
            try:
                place = yield from self._take_slot(credentials)
                outcome = yield from self._attempt(credentials, place)
            except TencentkitError as error:
                self._judge(error)
                self._log(error=error)
                if self._correct_clock(error):
                    continue
                cause = cause_of(error, read_only=self.call.action.read_only)
                delay = self._delay(retry, cause, error)
                if delay is None:
                    raise
                cost = quota.take(cause)
                if cost is None:
                    raise
                taken = cost
                yield from self._sleep(delay, "retry")
                continue
            quota.give_back(taken or 1)
            return outcome

    def _judge(self, error: TencentkitError) -> None:
        """Say on the error what only the call knows: how many requests there were, and whether one may have run."""
        self.may_have_run = self.may_have_run or not error.retry_safe
        error.retry_safe = self.call.action.read_only or not self.may_have_run
        error.attempts = self.attempts

    def _delay(self, retry: Retry | None, cause: Cause, error: TencentkitError) -> float | None:
        """Seconds to wait before the next attempt; `None` where there is to be none."""
        # Correcting the clock is no retry of ours: what was refused was never tried.
        tries = self.attempts - self.clock_corrected
        if retry is None or cause in {Cause.FINAL, Cause.CLOCK} or tries >= retry.attempts:
            return None
        delay = retry.delay(cause, tries, random=self.settings.random(), hint=hint_of(error))
        # What failed says more than "no time to try again": so the error itself is raised.
        return delay if self.deadline.allows(delay) else None

    def _take_slot(self, credentials: Credentials) -> Waits[FreePlace]:
        """Wait for the rate limit."""
        settings, action = self.settings, self.call.action
        if settings.throttle is None:
            return FreePlace()
        key = BucketKey(credentials.secret_id, settings.host, action.name)
        place = Place(settings.throttle, key, action.rate_limit, settings.clock)
        try:
            yield from self._await_slot(place)
        except GeneratorExit:
            place.leave()
            raise
        except BaseException:
            # Also when the caller is cancelled or interrupted in its wait.
            place.leave()
            yield from place.flush()
            raise
        return place

    def _await_slot(self, place: Place) -> Waits[None]:
        while True:
            wait: Answer | Ask = place.ask()
            if isinstance(wait, Ask):
                with self.deadline.spending("throttle"):
                    wait = yield wait
            if not isinstance(wait, float | int):
                raise TypeError("an Ask is answered with seconds")  # a fault of the driver, not of the call
            if not wait:
                return
            if not self.deadline.allows(wait):
                action = self.call.action.name
                raise self._out_of_time(f"{action} would have to wait {wait:.3g} s for its rate limit", wait=wait)
            yield from self._sleep(wait, "throttle")

    def _attempt(self, credentials: Credentials, place: FreePlace) -> Steps:
        """Sign and send once."""
        try:
            response = yield from self._exchange(credentials, place)
        except TimedOut as error:
            left = self.deadline.left()
            if left is not None and left < _CLOCK_GRAIN:
                self._judge(error)
                raise self._out_of_time(f"{self.call.action.name} had no answer in time") from error
            raise
        self.last_response = response
        content = open_envelope(
            response,
            action=self.call.action.name,
            region=self.call.region,
            attempts=self.attempts,
            credentials=credentials,
        )
        if isinstance(content, TencentkitError):
            if cause_of(content, read_only=True) is Cause.THROTTLED:
                code = content.code if isinstance(content, ApiError) else f"HTTP {response.status}"
                place.refused(code, random=self.settings.random())
                yield from place.flush()
            place.answered()
            raise content
        place.answered()
        request_id = content.get("RequestId")
        meta = Meta(
            request_id=request_id if isinstance(request_id, str) else None,
            attempts=self.attempts,
            elapsed=self.deadline.elapsed(),
            throttle_wait=self.deadline.spent["throttle"],
            headers=response.headers,
        )
        self._log(meta=meta)
        return Outcome(content, meta)

    def _exchange(self, credentials: Credentials, place: FreePlace) -> Waits[HttpResponse]:
        """Send, and tell the throttle how that went."""
        left = self.deadline.left()
        if left is not None and left <= 0:
            place.leave()
            raise self._out_of_time(f"{self.call.action.name} ran out of time before it was sent")
        request = self._signed(credentials, place)
        self.attempts += 1
        try:
            with self.deadline.spending("network"):
                response = yield Send(request, _least(self.call.timeout, left), left)
        except TencentkitError as error:
            if getattr(error, "sent", True):
                place.answered()  # it will not arrive later than now
            else:
                place.leave()
            raise
        # After an interrupt or a cancellation the request may still be on its way, so it goes on to count.
        if not isinstance(response, HttpResponse):
            raise TypeError("a Send is answered with its response")  # a fault of the driver, not of the call
        return response

    def _signed(self, credentials: Credentials, place: FreePlace) -> HttpRequest:
        """The request with a timestamp and signature of this moment."""
        call, settings = self.call, self.settings
        timestamp = int(settings.clock.time() + settings.clock_offset)
        action = call.action
        authorization = settings.signer.authorization(
            credentials,
            service=action.service,
            timestamp=timestamp,
            headers=(("content-type", _CONTENT_TYPE), ("host", settings.host), ("x-tc-action", action.name.lower())),
            payload=call.body,
        )
        headers = [
            ("Host", settings.host),
            ("Content-Type", _CONTENT_TYPE),
            ("Content-Length", str(len(call.body))),
            ("Accept-Encoding", "gzip"),
            ("User-Agent", f"tencentkit/{__version__}"),
            ("X-TC-RequestClient", f"tencentkit_{__version__}"),
            ("X-TC-Action", action.name),
            ("X-TC-Version", action.version),
            ("X-TC-Timestamp", str(timestamp)),
            ("Authorization", authorization),
        ]
        if call.region is not None:
            headers.append(("X-TC-Region", call.region))
        if credentials.token is not None:
            headers.append(("X-TC-Token", credentials.token))
        headers.extend(call.headers.items())
        return HttpRequest(settings.url, tuple(headers), call.body, place.written)

    def _correct_clock(self, error: TencentkitError) -> bool:
        """Learn how far our clock is from the service's; whether that makes another attempt worth it, once a call."""
        if cause_of(error, read_only=True) is not Cause.CLOCK or self.clock_corrected:
            return False
        at = http_date(self.last_response.headers.get("date", "")) if self.last_response else None
        if at is None:
            return False
        offset = at - self.settings.clock.time()
        if abs(offset - self.settings.clock_offset) < _IGNORED_SKEW:
            return False
        self.clock_corrected = True
        self.settings.clock_offset = offset
        _LOG.warning("tencentkit: this machine's clock is %.0f s off the service's; timestamps are corrected", -offset)
        return True

    def _sleep(self, seconds: float, purpose: Purpose) -> Waits[None]:
        with self.deadline.spending(purpose):
            yield Sleep(seconds)

    def _out_of_time(self, doing: str, *, wait: float = 0.0) -> TencentkitError:
        return self.deadline.error(doing, wait=wait, sent=self.may_have_run)

    def _log(self, *, meta: Meta | None = None, error: TencentkitError | None = None) -> None:
        """One line an attempt, of nothing but what stands here: no body, no header, no key."""
        if not _LOG.isEnabledFor(logging.DEBUG):
            return
        code = error.code if isinstance(error, ApiError) else type(error).__name__ if error else "ok"
        request_id = meta.request_id if meta else getattr(error, "request_id", None)
        _LOG.debug(
            "%s in %s: attempt %d, %s, request id %s, %.3f s",
            self.call.action.name,
            self.call.region,
            self.attempts,
            code,
            request_id,
            self.deadline.elapsed(),
            extra={"tencentkit_action": self.call.action.name, "tencentkit_code": code, "tencentkit_request_id": request_id},
        )


def _least(timeout: float | None, left: float | None) -> float | None:
    if timeout is None or left is None:
        return left if timeout is None else timeout
    return min(timeout, left)
