"""State of one call: its request, deadline, attempts and what its hooks and log lines report."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from tencentkit_api.action import Action
from tencentkit_api.meta import Meta

from .._deadline import Deadline
from .._validation.headers import check_headers
from ..errors import ApiError, ConnectionFailed, ResponseMalformed, TencentkitError, TimedOut
from ..hooks import Attempt, Call
from ..retry._classification import cause_of
from ..retry._policy import Cause
from ..transport._types import HttpResponse
from .hook_dispatch import Event, NotifyHooks
from .settings import Settings
from .steps import StepsOf, Waits

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
    """

    def __init__(self, call: CallRequest, settings: Settings) -> None:
        self.call = call
        self.settings = settings
        self.deadline = Deadline(call.deadline, settings.clock)
        self.attempts = 0
        self.last_response: HttpResponse | None = None
        self._maybe_executed = False
        self._attempt: Attempt | None = None

    @cached_property
    def _hook_call(self) -> Call:
        """The call as hooks see it; built only if there are hooks."""
        action = self.call.action
        return Call(action.service, action.name, action.version, self.call.region, self.settings.signer.host, action.read_only)

    def annotate(self, error: TencentkitError) -> None:
        """Add what only the call knows to `error`: attempts, whether a retry is safe, action, region and host."""
        refused = cause_of(error, read_only=False) is Cause.THROTTLED  # HTTP 429 without an envelope counts, too
        self._maybe_executed = self._maybe_executed or not (error.retry_safe or refused)
        error.retry_safe = self.call.action.read_only or not self._maybe_executed
        error.attempts = self.attempts
        self._add_context(error)

    def deadline_exceeded(self, doing: str, *, wait: float = 0.0) -> TencentkitError:
        """Return the error for a call that reached its deadline, or would within the next `wait` seconds."""
        error = self.deadline.error(doing, wait=wait, sent=self._maybe_executed)
        self._add_context(error)
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
            error.args = (error.message,)

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
        return check_headers(self._attempt.headers)

    def attempt_ended(self, error: BaseException | None, wait: float | None = None) -> Waits:
        """Notify hooks of an attempt's end; `wait` is the pause before the next attempt, in seconds."""
        attempt, self._attempt = self._attempt, None
        if attempt is None:
            return
        if isinstance(error, TencentkitError):
            attempt.cause = cause_of(error, read_only=self.call.action.read_only)
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
