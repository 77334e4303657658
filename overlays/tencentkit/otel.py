"""OpenTelemetry tracing: one span for each call. Requires the extra `otel` (`pip install 'tencentkit[otel]'`).

    Client(hooks=[Tracing()])

A span has action, region, host, attempts and request id. After a failure it has the error code, `retryable` and `maybe_executed`.
It has no header, body or message.
"""

from __future__ import annotations

try:
    from opentelemetry import context
    from opentelemetry.trace import SpanKind, Status, StatusCode, TracerProvider, get_tracer, set_span_in_context
except ModuleNotFoundError as _error:
    if (_error.name or "").partition(".")[0] != "opentelemetry":
        raise
    raise ImportError("opentelemetry-api is not installed: pip install 'tencentkit[otel]'", name=_error.name) from _error

from ._version import __version__
from .errors import ApiError, TencentkitError
from .hooks import Attempt, Call, Hook

__all__ = ["Tracing"]


class Tracing(Hook):
    """Hook that creates a span for each call, with an event for each failed attempt. The span is current while the call runs.

    Args:
        tracer_provider: Provider of the tracer; `None` for the program's global one.
    """

    def __init__(self, tracer_provider: TracerProvider | None = None) -> None:
        self._tracer = get_tracer("tencentkit", __version__, tracer_provider)

    def before_call(self, call: Call) -> None:
        """Start the span."""
        span = self._tracer.start_span(
            f"{call.service}/{call.action}",
            kind=SpanKind.CLIENT,
            attributes={
                "rpc.system": "tencentcloud",
                "rpc.service": call.service,
                "rpc.method": call.action,
                "server.address": call.host,
                **({} if call.region is None else {"cloud.region": call.region}),
            },
        )
        call.notes[self] = span, context.attach(set_span_in_context(span))

    def after_attempt(self, attempt: Attempt) -> None:
        """Add an event for a failed attempt."""
        if attempt.error is None or attempt.call.notes.get(self) is None:
            return
        span, _ = attempt.call.notes[self]
        attributes = {"tencentkit.attempt": attempt.number, "error.type": _error_type(attempt.error)}
        if attempt.cause is not None:
            attributes["tencentkit.cause"] = attempt.cause.value
        if attempt.wait is not None:
            attributes["tencentkit.wait"] = attempt.wait
        span.add_event("attempt failed", attributes)

    def after_call(self, call: Call) -> None:
        """End the span."""
        span, token = call.notes.pop(self, (None, None))
        if span is None:
            return
        span.set_attribute("tencentkit.attempts", call.attempts)
        span.set_attribute("tencentkit.throttle_wait", call.throttle_wait)
        if call.request_id is not None:
            span.set_attribute("tencentcloud.request_id", call.request_id)
        if call.error is not None:
            span.set_attribute("error.type", _error_type(call.error))
            if isinstance(call.error, TencentkitError):
                span.set_attribute("tencentkit.retryable", call.error.retryable)
                span.set_attribute("tencentkit.maybe_executed", call.error.maybe_executed)
            span.set_status(Status(StatusCode.ERROR, _error_type(call.error)))
        span.end()
        context.detach(token)


def _error_type(error: BaseException) -> str:
    return error.code if isinstance(error, ApiError) else type(error).__name__
