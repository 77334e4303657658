"""The course of one call so far: its time, its attempts, whether one may have run; and who is told of it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cached_property

from tencentkit_api.meta import Meta

from .._deadline import Deadline
from ..errors import ApiError, ConnectionFailed, ResponseMalformed, TencentkitError, TimedOut
from ..hooks import Attempt, Call
from ..retry import Cause, cause_of
from ..transport._types import HttpResponse
from .hook_dispatch import Moment, NotifyHooks, added_headers
from .settings import Settings
from .steps import CallRequest, Doing, Waits

_LOG = logging.getLogger("tencentkit")
_LOG.addHandler(logging.NullHandler())
_OF_THE_WAY = (ConnectionFailed, ResponseMalformed, TimedOut)


class CallState:
    """What the attempts of one call share.

    Attributes:
        call: What is to be sent.
        settings: The client's.
        deadline: Counts from now on.
        attempts: Requests sent so far.
        last_response: The latest answer.
    """

    def __init__(self, call: CallRequest, settings: Settings) -> None:
        self.call = call
        self.settings = settings
        self.deadline = Deadline(call.deadline, settings.clock)
        self.attempts = 0
        self.last_response: HttpResponse | None = None
        self._may_have_run = False
        self._attempt: Attempt | None = None

    @cached_property
    def _told(self) -> Call:
        """What hooks see of the call; made for those that are there."""
        action = self.call.action
        return Call(action.service, action.name, action.version, self.call.region, self.settings.host, action.read_only)

    def judge(self, error: TencentkitError) -> None:
        """Say on the error what only the call knows: how many requests there were, and whether one may have run."""
        refused = cause_of(error, read_only=False) is Cause.THROTTLED  # HTTP 429 without an envelope says so too
        self._may_have_run = self._may_have_run or not (error.retry_safe or refused)
        error.retry_safe = self.call.action.read_only or not self._may_have_run
        error.attempts = self.attempts
        self._place(error)

    def out_of_time(self, doing: str, *, wait: float = 0.0) -> TencentkitError:
        """The error for a call whose time is up, or would be after the wait that it needs."""
        error = self.deadline.error(doing, wait=wait, sent=self._may_have_run)
        self._place(error)
        return error

    def _place(self, error: TencentkitError) -> None:
        """Say on the error of which call it is; in its text, where that said only what happened on the way."""
        action, region = self.call.action.name, self.call.region
        error.host = error.host or self.settings.host
        if error.action is not None:
            return  # it is an answer to this call, or of one that was made for it
        error.action, error.region = action, region
        if isinstance(error, _OF_THE_WAY):
            where = f"{action} in {region}" if region else action
            error.message = f"{where}: {error.message}{self._bound(error)}"
            error.args = (error.message,)

    def _bound(self, error: TencentkitError) -> str:
        if not isinstance(error, TimedOut):
            return ""
        timeout = self.call.timeout
        if timeout is None and not error.sent:
            timeout = self.settings.timeout
        return "" if timeout is None else f"; timeout {timeout:g} s"

    def call_begins(self) -> Waits:
        """Tell hooks."""
        yield from self._tell("before_call", self._told)

    def call_ended(self, error: BaseException | None) -> Waits:
        """Tell hooks, of an attempt that was under way as well."""
        if error is not None:
            yield from self.attempt_ended(error)
            self._told.error = error
        yield from self._tell("after_call", self._told)

    def attempt_begins(self) -> Doing[Mapping[str, str]]:
        """Tell hooks; the headers that go along."""
        if not self.settings.hooks:
            return self.call.headers
        self._attempt = Attempt(self._told, self.attempts + 1, dict(self.call.headers))
        yield from self._tell("before_attempt", self._attempt)
        return added_headers(self._attempt)

    def attempt_ended(self, error: BaseException | None, wait: float | None = None) -> Waits:
        """Tell hooks how it ended, and after which wait another follows."""
        attempt, self._attempt = self._attempt, None
        if attempt is None:
            return
        if isinstance(error, TencentkitError):
            attempt.cause = cause_of(error, read_only=self.call.action.read_only)
            self._told.request_id = getattr(error, "request_id", None)
        attempt.error, attempt.wait = error, wait
        yield from self._tell("after_attempt", attempt)

    def arrived(self, response: HttpResponse) -> None:
        """An answer came, whatever it says."""
        self.last_response = response
        if self._attempt is not None:
            self._attempt.status_code = response.status

    def succeeded(self, meta: Meta) -> None:
        """The latest answer is the call's."""
        if self.settings.hooks:
            self._told.request_id = meta.request_id
        self._log("ok", meta.request_id)

    def failed(self, error: TencentkitError) -> None:
        """The latest attempt came to nothing."""
        code = error.code if isinstance(error, ApiError) else type(error).__name__
        self._log(code, getattr(error, "request_id", None))

    def _tell(self, moment: Moment, subject: Call | Attempt) -> Waits:
        self._told.attempts = self.attempts
        self._told.elapsed = self.deadline.elapsed()
        self._told.throttle_wait = self.deadline.spent["throttle"]
        yield NotifyHooks(self.settings.hooks, moment, subject)

    def _log(self, code: str, request_id: str | None) -> None:
        """One line an attempt, of nothing but what stands here: no body, no header, no key."""
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
