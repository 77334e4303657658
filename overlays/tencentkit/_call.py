"""One call, from its encoded request to what stands in the envelope: decisions only.

`call_steps` is a generator that says what to do next (`GetCredentials`, `Ask`, `Sleep`, `Send`, `Tell`) and is told how it went; `_drive`
does it, for threads and for event loops alike. So both take the same decisions, and a test can play the network and the clock.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

from tencentkit_api.meta import Meta

from ._deadline import Deadline, Purpose
from ._envelope import http_date, open_envelope
from ._place import Ask, FreePlace, Place
from ._settings import Settings
from ._signed_request import signed_request
from ._steps import Answer, CallRequest, Doing, GetCredentials, Outcome, Send, Sleep, Steps, Waits
from ._telling import Moment, Tell, added_headers
from .credentials import Credentials
from .errors import ApiError, TencentkitError, TimedOut
from .hooks import Attempt, Call
from .retry import Cause, cause_of, hint_of
from .throttle import BucketKey
from .transport import HttpRequest, HttpResponse

_LOG = logging.getLogger("tencentkit")
_LOG.addHandler(logging.NullHandler())
_IGNORED_SKEW = 2.0
_CLOCK_GRAIN = 0.001


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
        self.refused: Credentials | None = None
        action = call.action
        self.told = Call(action.service, action.name, action.version, call.region, settings.host, action.read_only)
        self.attempt: Attempt | None = None

    def steps(self) -> Steps:
        """The call, with its hooks told of its beginning and its end."""
        if not self.settings.hooks:
            return (yield from self._tries())
        yield from self._tell("before_call", self.told)
        try:
            outcome = yield from self._tries()
        except GeneratorExit:
            raise  # nobody is there to do another step
        except BaseException as error:
            yield from self._attempt_ended(error)
            self.told.error = error
            yield from self._tell("after_call", self.told)
            raise
        yield from self._tell("after_call", self.told)
        return outcome

    def _tries(self) -> Steps:
        quota = self.settings.quota
        taken: list[int] = []
        failure: TencentkitError | None = None
        try:
            while True:
                credentials = yield from self._get_credentials(failure)
                try:
                    place = yield from self._take_slot(credentials)
                    outcome = yield from self._attempt(credentials, place)
                except TencentkitError as error:
                    failure = error
                    wait = self._wait_after(error, credentials, taken)
                    yield from self._attempt_ended(error, wait)
                    if wait is None:
                        raise
                    if wait:
                        yield from self._sleep(wait, "retry")
                    continue
                quota.give_back(taken[-1] if taken else 1)
                yield from self._attempt_ended(None)
                return outcome
        except TencentkitError:
            raise
        except BaseException:
            # Cancelled or interrupted: that says nothing of the service, which the quota is about.
            quota.give_back(sum(taken))
            raise

    def _get_credentials(self, failure: TencentkitError | None) -> Doing[Credentials]:
        """Who signs the next attempt; asked each time, since temporary credentials are renewed under way."""
        refused, settings = self.refused, self.settings
        if refused is None and isinstance(settings.credentials, Credentials):
            return settings.credentials
        try:
            with self.deadline.spending("credentials"):
                given = yield GetCredentials(settings.credentials, self.deadline.left(), refused)
        except TimedOut as error:
            raise self._out_of_time(f"{self.call.action.name} had no credentials in time") from error
        except TencentkitError as error:
            self._judge(error)
            if refused is not None and failure is not None:
                raise failure from error  # what the service said is what happened; why it stays so is its cause
            raise
        if not isinstance(given, Credentials):
            raise TypeError("GetCredentials is answered with credentials")  # a fault of the driver, not of the call
        if refused is not None and failure is not None and given.same_keys(refused):
            raise failure
        return given

    def _wait_after(self, error: TencentkitError, credentials: Credentials, taken: list[int]) -> float | None:
        """Seconds until the next attempt, its tokens taken; `None` where there is to be none."""
        self._judge(error)
        self._log(error=error)
        cause = cause_of(error, read_only=self.call.action.read_only)
        if cause is Cause.CLOCK:
            return 0.0 if self._correct_clock() else None
        if cause is Cause.TOKEN:
            return 0.0 if self._refuse(credentials) else None
        delay = self._delay(cause, error)
        if delay is None:
            return None
        cost = self.settings.quota.take(cause)
        if cost is None:
            return None
        taken.append(cost)
        return delay

    def _refuse(self, credentials: Credentials) -> bool:
        """Whether others are to be asked for, once a call: only temporary credentials can be renewed."""
        if self.refused is not None or credentials.token is None:
            return False
        self.refused = credentials
        return True

    def _judge(self, error: TencentkitError) -> None:
        """Say on the error what only the call knows: how many requests there were, and whether one may have run."""
        refused = cause_of(error, read_only=False) is Cause.THROTTLED  # HTTP 429 without an envelope says so too
        self.may_have_run = self.may_have_run or not (error.retry_safe or refused)
        error.retry_safe = self.call.action.read_only or not self.may_have_run
        error.attempts = self.attempts

    def _delay(self, cause: Cause, error: TencentkitError) -> float | None:
        """What the retry policy says; `None` for no more."""
        # Correcting the clock and renewing a token are no retries of ours: what was refused was never tried.
        retry, tries = self.settings.retry, self.attempts - self.clock_corrected - (self.refused is not None)
        if retry is None or cause is Cause.FINAL or tries >= retry.attempts:
            return None
        delay = retry.delay(cause, tries, random=self.settings.random(), hint=hint_of(error))
        # What failed says more than "no time to try again": so the error itself is raised.
        return delay if self.deadline.allows(delay) else None

    def _take_slot(self, credentials: Credentials) -> Doing[FreePlace]:
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

    def _await_slot(self, place: Place) -> Waits:
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
        if self.attempt is not None:
            self.attempt.status_code = response.status
        content = open_envelope(
            response,
            action=self.call.action.name,
            region=self.call.region,
            attempts=self.attempts,
            credentials=credentials,
        )
        if isinstance(content, TencentkitError):
            yield from self._tell_throttle(place, content)
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
        self.told.request_id = meta.request_id
        self._log(meta=meta)
        return Outcome(content, meta)

    def _exchange(self, credentials: Credentials, place: FreePlace) -> Doing[HttpResponse]:
        """Send, and give the place up when nothing will arrive any more."""
        request = yield from self._signed(credentials, place)
        self.attempts += 1
        left = self.deadline.left()
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

    def _signed(self, credentials: Credentials, place: FreePlace) -> Doing[HttpRequest]:
        """The request, signed at this moment; its place is given up where there is to be none."""
        try:
            extra = yield from self._attempt_begins()
            self._check_time_left()
            request = signed_request(
                self.call.action, self.call.body, region=self.call.region, extra=extra, settings=self.settings, credentials=credentials
            )
        except BaseException:
            place.leave()
            raise
        return request._replace(written=place.written)

    def _check_time_left(self) -> None:
        left = self.deadline.left()
        if left is not None and left <= 0:
            raise self._out_of_time(f"{self.call.action.name} ran out of time before it was sent")

    def _tell_throttle(self, place: FreePlace, error: TencentkitError) -> Waits:
        """What a refusal says of the rate."""
        if cause_of(error, read_only=True) is Cause.THROTTLED:
            code = error.code if isinstance(error, ApiError) else "HTTP 429"
            place.refused(code, random=self.settings.random())
            yield from place.flush()
        place.answered()

    def _correct_clock(self) -> bool:
        """Learn how far our clock is from the service's; whether that makes another attempt worth it, once a call."""
        if self.clock_corrected:
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

    def _sleep(self, seconds: float, purpose: Purpose) -> Waits:
        with self.deadline.spending(purpose):
            yield Sleep(seconds)

    def _tell(self, moment: Moment, subject: Call | Attempt) -> Waits:
        self.told.attempts = self.attempts
        self.told.elapsed = self.deadline.elapsed()
        self.told.throttle_wait = self.deadline.spent["throttle"]
        yield Tell(self.settings.hooks, moment, subject)

    def _attempt_begins(self) -> Doing[Mapping[str, str]]:
        """Tell hooks; the headers that go along."""
        if not self.settings.hooks:
            return self.call.headers
        self.attempt = Attempt(self.told, self.attempts + 1, dict(self.call.headers))
        yield from self._tell("before_attempt", self.attempt)
        return added_headers(self.attempt)

    def _attempt_ended(self, error: BaseException | None, wait: float | None = None) -> Waits:
        attempt, self.attempt = self.attempt, None
        if attempt is None:
            return
        if isinstance(error, TencentkitError):
            attempt.cause = cause_of(error, read_only=self.call.action.read_only)
            self.told.request_id = getattr(error, "request_id", None)
        attempt.error, attempt.wait = error, wait
        yield from self._tell("after_attempt", attempt)

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
