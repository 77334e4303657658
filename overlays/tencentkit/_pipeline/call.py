"""Retry loop of one call.

`call_steps` is a generator: it yields the next step and receives its result (see `steps`). It performs no I/O, so threads and
event loops take the same decisions, and a test can simulate network and clock.
"""

from __future__ import annotations

import logging

from .._signing.request_signer import UNSIGNED
from ..credentials._types import Credentials
from ..errors import TencentkitError, TimedOut
from ..retry._classification import retry_after_of
from ..retry._policy import Cause
from ..transport._http_date import clock_skew
from .attempt import AttemptRun
from .call_state import CallRequest, CallState
from .settings import Settings
from .steps import GetCredentials, Sleep, Steps, StepsOf

_LOG = logging.getLogger("tencentkit")


def call_steps(call: CallRequest, settings: Settings) -> Steps:
    """Throttle, sign and send a request, and retry it by the client's policy.

    Raises:
        TencentkitError: The call failed.
    """
    loop = RetryLoop(call, settings)
    # Every step passes through each generator around it, so hooks add one only if there are any.
    return loop.with_hooks() if settings.hooks else loop.attempts()


class RetryLoop:
    """Attempts of one call, until one succeeds or no other is allowed.

    Attributes:
        retries: Retries by the policy; correcting the clock and refreshing a token are none.
        costs: Tokens of the retry quota that each retry took.
        refused: Temporary credentials that the service refused; `None` until then.
    """

    def __init__(self, call: CallRequest, settings: Settings) -> None:
        self.state = CallState(call, settings)
        self.settings = settings
        self.retries = 0
        self.costs: list[int] = []
        self.clock_corrected = False
        self.refused: Credentials | None = None

    def with_hooks(self) -> Steps:
        """Run the attempts, and notify hooks of the call's start and end."""
        yield from self.state.call_started()
        try:
            result = yield from self.attempts()
        except GeneratorExit:
            raise  # no driver is left to run another step
        except BaseException as error:
            yield from self.state.call_ended(error)
            raise
        yield from self.state.call_ended(None)
        return result

    def attempts(self) -> Steps:
        """Run attempts until one succeeds or no other is allowed."""
        state, quota = self.state, self.settings.quota
        failure: TencentkitError | None = None
        try:
            while True:
                credentials = self._known_credentials() or (yield from self._get_credentials(failure))
                try:
                    result = yield from AttemptRun(state, credentials).steps()
                except TencentkitError as error:
                    failure = error
                    wait = self._wait_after(error, credentials)
                    yield from state.attempt_ended(error, wait)
                    if wait is None:
                        raise
                    if wait:
                        with state.deadline.spending("retry"):
                            yield Sleep(self.settings.clock, wait)
                        state.deadline.slept(wait)
                    continue
                quota.give_back(self.costs[-1] if self.costs else 1)
                if self.settings.hooks:
                    yield from state.attempt_ended(None)
                return result
        except TencentkitError as error:
            state.conclude(error)
            raise
        except BaseException:
            # A cancellation or an interrupt says nothing about the service's health, which the quota tracks.
            quota.give_back(sum(self.costs))
            raise

    def _known_credentials(self) -> Credentials | None:
        """Return the client's own credentials, or the placeholder of an unsigned action; `None` if a provider must be called."""
        if self.state.call.action.skip_sign:
            return UNSIGNED
        credentials = self.settings.credentials
        return credentials if self.refused is None and isinstance(credentials, Credentials) else None

    def _get_credentials(self, failure: TencentkitError | None) -> StepsOf[Credentials]:
        """Get the credentials of the next attempt; each attempt calls the provider again, because it may refresh them meanwhile."""
        refused, settings, state = self.refused, self.settings, self.state
        try:
            with state.deadline.spending("credentials"):
                credentials = yield GetCredentials(settings.credentials, state.deadline.left(), refused)
        except TimedOut as error:
            raise state.deadline_exceeded(f"{state.call.action.name} timed out waiting for credentials") from error
        except TencentkitError as error:
            state.annotate_credentials(error)
            if refused is not None and failure is not None:
                failure.retryable = error.retryable
                raise failure from error  # the service's refusal is the error, the failed refresh its cause
            raise
        if not isinstance(credentials, Credentials):
            raise TypeError("the result of GetCredentials must be Credentials")  # a bug in the driver
        if refused is not None and failure is not None and credentials.same_keys(refused):
            raise failure
        return credentials

    def _wait_after(self, error: TencentkitError, credentials: Credentials) -> float | None:
        """Return the seconds until the next attempt, or `None` to give up; takes the retry's tokens."""
        self.state.annotate(error)
        self.state.failed(error)
        cause = self.state.cause_of(error)
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
        self.costs.append(cost)
        self.retries += 1
        return delay

    def _refuse(self, credentials: Credentials) -> bool:
        """Return whether to fetch other credentials: once a call, and only if they are temporary."""
        if self.refused is not None or credentials.token is None:
            return False
        self.refused = credentials
        return True

    def _delay(self, cause: Cause, error: TencentkitError) -> float | None:
        """Return the policy's delay in seconds, or `None` to give up."""
        retry, attempt = self.settings.retry, self.retries + 1
        if retry is None or cause is Cause.FINAL or not error.retryable or attempt >= retry.attempts:
            return None
        delay = retry.delay(cause, attempt, random=self.settings.random(), hint=retry_after_of(error))
        # The error itself says more than "no time left for a retry", so the call raises it.
        return delay if self.state.deadline.allows(delay) else None

    def _correct_clock(self) -> bool:
        """Measure this machine's clock skew; return whether a retry with the corrected time makes sense, once a call."""
        if self.clock_corrected:
            return False
        response, signer = self.state.last_response, self.settings.signer
        offset = clock_skew(response.headers, self.settings.clock, known=signer.clock_offset) if response else None
        if offset is None:
            return False
        self.clock_corrected = True
        signer.clock_offset = offset
        _LOG.warning("tencentkit: this machine's clock is %.0f s off the service's clock; timestamps are corrected", -offset)
        return True
