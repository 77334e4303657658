"""One call, from its encoded request to what stands in the envelope: decisions only.

`call_steps` is a generator: it yields the next step (`GetCredentials`, `AcquireSlot`, `Sleep`, `Send`, `NotifyHooks`) and receives its result.
`drivers` runs the steps, for threads and event loops alike. So both take the same decisions, and a test can play the network and the clock.
"""

from __future__ import annotations

import logging

from ..credentials import Credentials
from ..errors import TencentkitError, TimedOut
from ..retry import Cause, cause_of, hint_of
from .attempt import attempt_steps
from .call_state import CallState
from .envelope import http_date
from .settings import Settings
from .signed_request import NOBODY
from .steps import CallRequest, Doing, GetCredentials, Sleep, Steps

_LOG = logging.getLogger("tencentkit")
_IGNORED_SKEW = 2.0


def call_steps(call: CallRequest, settings: Settings) -> Steps:
    """Throttle, sign, send, and decide whether to send again.

    Raises:
        TencentkitError: Of any kind but `RequestInvalid` for an argument, which is refused before this.
    """
    made = RetryLoop(call, settings)
    # Each generator around another is passed by every step: where nobody is told, there is none.
    return made.told() if settings.hooks else made.tries()


class RetryLoop:
    def __init__(self, call: CallRequest, settings: Settings) -> None:
        self.course = CallState(call, settings)
        self.settings = settings
        self.clock_corrected = False
        self.refused: Credentials | None = None

    def told(self) -> Steps:
        """The call, with its hooks told of its beginning and its end."""
        yield from self.course.call_begins()
        try:
            outcome = yield from self.tries()
        except GeneratorExit:
            raise  # nobody is there to do another step
        except BaseException as error:
            yield from self.course.call_ended(error)
            raise
        yield from self.course.call_ended(None)
        return outcome

    def tries(self) -> Steps:
        """Attempts, until one succeeds or there is to be no other."""
        course, quota = self.course, self.settings.quota
        taken: list[int] = []
        failure: TencentkitError | None = None
        try:
            while True:
                credentials = self._at_hand() or (yield from self._get_credentials(failure))
                try:
                    outcome = yield from attempt_steps(course, credentials)
                except TencentkitError as error:
                    failure = error
                    wait = self._wait_after(error, credentials, taken)
                    yield from course.attempt_ended(error, wait)
                    if wait is None:
                        raise
                    if wait:
                        with course.deadline.spending("retry"):
                            yield Sleep(wait)
                    continue
                quota.give_back(taken[-1] if taken else 1)
                if self.settings.hooks:
                    yield from course.attempt_ended(None)
                return outcome
        except TencentkitError:
            raise
        except BaseException:
            # Cancelled or interrupted: that says nothing of the service, which the quota is about.
            quota.give_back(sum(taken))
            raise

    def _at_hand(self) -> Credentials | None:
        """Who signs, where nobody needs to be asked."""
        if self.course.call.action.skip_sign:
            return NOBODY
        given = self.settings.credentials
        return given if self.refused is None and isinstance(given, Credentials) else None

    def _get_credentials(self, failure: TencentkitError | None) -> Doing[Credentials]:
        """Who signs the next attempt; asked each time, since temporary credentials are renewed under way."""
        refused, settings, course = self.refused, self.settings, self.course
        try:
            with course.deadline.spending("credentials"):
                given = yield GetCredentials(settings.credentials, course.deadline.left(), refused)
        except TimedOut as error:
            raise course.out_of_time(f"{course.call.action.name} had no credentials in time") from error
        except TencentkitError as error:
            course.judge(error)
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
        self.course.judge(error)
        self.course.failed(error)
        cause = cause_of(error, read_only=self.course.call.action.read_only)
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

    def _delay(self, cause: Cause, error: TencentkitError) -> float | None:
        """What the retry policy says; `None` for no more."""
        # Correcting the clock and renewing a token are no retries of ours: what was refused was never tried.
        retry, tries = self.settings.retry, self.course.attempts - self.clock_corrected - (self.refused is not None)
        if retry is None or cause is Cause.FINAL or tries >= retry.attempts:
            return None
        delay = retry.delay(cause, tries, random=self.settings.random(), hint=hint_of(error))
        # What failed says more than "no time to try again": so the error itself is raised.
        return delay if self.course.deadline.allows(delay) else None

    def _correct_clock(self) -> bool:
        """Learn how far our clock is from the service's; whether that makes another attempt worth it, once a call."""
        if self.clock_corrected:
            return False
        response = self.course.last_response
        at = http_date(response.headers.get("date", "")) if response else None
        if at is None:
            return False
        offset = at - self.settings.clock.time()
        if abs(offset - self.settings.clock_offset) < _IGNORED_SKEW:
            return False
        self.clock_corrected = True
        self.settings.clock_offset = offset
        _LOG.warning("tencentkit: this machine's clock is %.0f s off the service's; timestamps are corrected", -offset)
        return True
