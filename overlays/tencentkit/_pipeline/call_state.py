"""State of one call: its request, deadline, attempts and what its hooks and log lines report."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

from tencentkit_api.action import Action
from tencentkit_api.meta import Meta

from .._deadline import Deadline
from .._validation.headers import check_headers
from ..errors import ApiError, ConnectionFailed, ResponseMalformed, TencentkitError, TimedOut
from ..hooks import Attempt, Call
from ..retry._classification import cause_of, is_transient, may_have_executed
from ..retry._policy import Cause
from ..transport._types import HttpResponse
from .client_token import TOKEN_SECONDS, with_client_token
from .hook_dispatch import Event, NotifyHooks
from .settings import Settings
from .steps import StepsOf, Waits

CLOCK_GRAIN = 0.001
"""Seconds left at which the deadline counts as reached."""
_LOG = logging.getLogger("tencentkit")
_LOG.addHandler(logging.NullHandler())
_TRANSPORT_ERRORS = (ConnectionFailed, ResponseMalformed, TimedOut)


class CallRequest(NamedTuple):
    """A serialized request and the options of its call."""

    action: Action
    body: bytes
    region: str | None
    timeout: float | None
    deadline: float | None
    headers: Mapping[str, str]
    language: str | None = None
    idempotent: bool = False
    """Whether the caller declared that repeating the call does no harm."""
    client_token: str | None = None
    """Idempotency token in `body`; see `client_token`."""
    made_token: bool = False
    """Whether the client made that token."""
    stream: bool = False
    """Whether the response may be a stream of events."""

    @property
    def repeatable(self) -> bool:
        """Whether executing the request twice has the effect of once."""
        return self.action.read_only or self.idempotent or self.client_token is not None

    def with_token(self, make: Callable[[], str]) -> CallRequest:
        """Return the request with a client token, if it writes and its action has one."""
        name = self.action.client_token
        if name is None or self.action.read_only:
            return self
        body, token, is_made = with_client_token(self.body, name, make)
        return self._replace(body=body, client_token=token, made_token=is_made)

    def __repr__(self) -> str:
        # The body may hold secrets, which must not appear in a traceback that shows local variables.
        return f"CallRequest({self.action.name}, region={self.region!r}, {len(self.body)} bytes)"


class CallState:
    """State that the attempts of one call share.

    Attributes:
        call: The request.
        settings: The client's settings.
        deadline: Runs from the start of the call.
        attempts: Requests sent so far.
        last_response: The latest response.
        last_failure: Error of the latest attempt that failed.
        maybe_executed: Whether an attempt so far may have had an effect.
    """

    def __init__(self, call: CallRequest, settings: Settings) -> None:
        self.call = call.with_token(settings.new_token)
        self.settings = settings
        self.deadline = Deadline(call.deadline, settings.clock)
        self.attempts = 0
        self.last_response: HttpResponse | None = None
        self.last_failure: TencentkitError | None = None
        self.maybe_executed = False
        self._attempt: Attempt | None = None

    @cached_property
    def _hook_call(self) -> Call:
        """The call as hooks see it; built only if there are hooks."""
        action = self.call.action
        return Call(action.service, action.name, action.version, self.call.region, self.settings.signer.host, action.read_only)

    def annotate(self, error: TencentkitError) -> None:
        """Add what only the call knows to `error`: attempts, `retryable`, `maybe_executed`, token, action, region and host."""
        self._annotate(error, executed=may_have_executed(error, self.cause_of(error)))

    def annotate_credentials(self, error: TencentkitError) -> None:
        """Annotate the error of a credentials provider. Its own requests execute nothing of this call."""
        self._annotate(error, executed=False, may_pass=error.retryable)

    def _annotate(self, error: TencentkitError, *, executed: bool, may_pass: bool = False) -> None:
        self.maybe_executed = self.maybe_executed or executed
        may_pass = may_pass or is_transient(error, self.cause_of(error))
        error.retryable = may_pass and (not self.maybe_executed or self._repeatable())
        error.maybe_executed = self.maybe_executed and not self.call.action.read_only
        error.client_token = error.client_token or self.call.client_token
        error.attempts = self.attempts
        self._add_context(error)

    def conclude(self, error: TencentkitError) -> None:
        """Annotate the error that ends the call: the caller's next call would have another token than the client made for this one."""
        if self.call.made_token and not self.call.idempotent and error.maybe_executed:
            error.retryable = False

    def stream_opened(self) -> None:
        """Record that the response is a stream of events, so that the end of the call is not the end of the response."""
        if self.settings.hooks:
            self._hook_call.is_stream = True

    def stream_ended(self, error: BaseException | None, events: int, first_event: float | None) -> NotifyHooks | None:
        """Return the step that notifies hooks of the end of the stream; `None` without hooks."""
        if not self.settings.hooks:
            return None
        call = self._hook_call
        call.error, call.events, call.first_event, call.elapsed = error, events, first_event, self.deadline.elapsed()
        return NotifyHooks(self.settings.hooks, "after_stream", call)

    def stream_failed(self, error: TencentkitError, events: int) -> TencentkitError:
        """Add the facts of the call to an error of its open stream, after so many events. Return the error to raise."""
        left = self.deadline.left()
        if isinstance(error, TimedOut) and left is not None and left < CLOCK_GRAIN:
            exceeded = self.deadline.error(f"{self.call.action.name} had not ended at its deadline, after {events} events")
            exceeded.__cause__ = error
            error = exceeded
        self._annotate(error, executed=True)
        error.retryable = False
        return error

    def cause_of(self, error: TencentkitError) -> Cause:
        """Classify a failed attempt by the client's policy."""
        retry = self.settings.retry
        return cause_of(error, () if retry is None else retry.folded_codes)

    def check_token(self) -> None:
        """Raise the failure of an earlier attempt that may have been executed, if the client token has become too old since then.

        Raises:
            TencentkitError: Another request could execute a write twice.
        """
        if self.last_failure is not None and not self._repeatable():
            raise self.last_failure

    def _repeatable(self) -> bool:
        call = self.call
        valid = call.action.read_only or call.idempotent or self.deadline.elapsed() < TOKEN_SECONDS
        return call.repeatable and valid

    def deadline_exceeded(self, doing: str, *, wait: float = 0.0) -> TencentkitError:
        """Return the error for a call that reached its deadline, or would within the next `wait` seconds."""
        error = self.deadline.error(doing, wait=wait)
        self.annotate(error)
        return error

    def _add_context(self, error: TencentkitError) -> None:
        action, region = self.call.action.name, self.call.region
        error.host = error.host or self.settings.signer.host
        if error.action is not None:
            return  # an ApiError, or an error of a nested call
        error.action, error.region = action, region
        if isinstance(error, _TRANSPORT_ERRORS):
            where = f"{action} in {region}" if region else action
            error.message = f"{where}: {error.message}{self._timeout_note(error)}"

    def _timeout_note(self, error: TencentkitError) -> str:
        if not isinstance(error, TimedOut):
            return ""
        timeout = self.call.timeout
        if timeout is None and not error.sent:
            timeout = self.settings.timeout
        return "" if timeout is None else f"; timeout {timeout:g} s"

    def call_started(self) -> Waits:
        """Notify hooks of the call's start."""
        yield from self._notify("before_call", self._hook_call)

    def call_ended(self, error: BaseException | None) -> Waits:
        """Notify hooks of the call's end, and of the end of an attempt that was still open."""
        if error is not None:
            yield from self.attempt_ended(error)
            self._hook_call.error = error
        yield from self._notify("after_call", self._hook_call)

    def attempt_started(self) -> StepsOf[Mapping[str, str]]:
        """Notify hooks of an attempt; return the headers to send with it, which hooks may have changed."""
        if not self.settings.hooks:
            return self.call.headers
        self._attempt = Attempt(self._hook_call, self.attempts + 1, dict(self.call.headers))
        yield from self._notify("before_attempt", self._attempt)
        return check_headers(self._attempt.headers, keep_last=True)

    def attempt_ended(self, error: BaseException | None, wait: float | None = None) -> Waits:
        """Notify hooks of an attempt's end; `wait` is the pause before the next attempt, in seconds."""
        attempt, self._attempt = self._attempt, None
        if attempt is None:
            return
        if isinstance(error, TencentkitError):
            attempt.cause = self.cause_of(error)
            self._hook_call.request_id = getattr(error, "request_id", None)
        attempt.error, attempt.wait = error, wait
        yield from self._notify("after_attempt", attempt)

    def received(self, response: HttpResponse) -> None:
        """Record a response, of whatever content."""
        self.last_response = response
        if self._attempt is not None:
            self._attempt.status_code = response.status

    def succeeded(self, meta: Meta) -> None:
        """Record that the latest attempt succeeded."""
        if self.settings.hooks:
            self._hook_call.request_id = meta.request_id
        self._log("ok", meta.request_id)

    def failed(self, error: TencentkitError) -> None:
        """Record that the latest attempt failed."""
        self.last_failure = error
        code = error.code if isinstance(error, ApiError) else type(error).__name__
        self._log(code, getattr(error, "request_id", None))

    def _notify(self, event: Event, subject: Call | Attempt) -> Waits:
        self._hook_call.attempts = self.attempts
        self._hook_call.elapsed = self.deadline.elapsed()
        self._hook_call.throttle_wait = self.deadline.spent["throttle"]
        yield NotifyHooks(self.settings.hooks, event, subject)

    def _log(self, code: str, request_id: str | None) -> None:
        """Log one line for an attempt; it holds no body, header or key."""
        if not _LOG.isEnabledFor(logging.DEBUG):
            return
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
