"""OpenTelemetry tracing and metrics. Requires the extra `otel` (`pip install 'tencentkit[otel]'`).

    Client(hooks=[Tracing(), Metrics()])

A span has action, region, host, attempts and request id. After a failure it has the error code, `retryable` and `maybe_executed`.
Spans and metrics have no header, body or message.
"""

from __future__ import annotations

try:
    from opentelemetry import context
    from opentelemetry.metrics import MeterProvider, get_meter
    from opentelemetry.trace import Span, SpanKind, Status, StatusCode, TracerProvider, get_tracer, set_span_in_context
except ModuleNotFoundError as _error:
    if (_error.name or "").partition(".")[0] != "opentelemetry":
        raise
    raise ImportError("opentelemetry-api is not installed: pip install 'tencentkit[otel]'", name=_error.name) from _error

from ._version import __version__
from .errors import ApiError, TencentkitError
from .hooks import Attempt, Call, Hook, ThrottleEvent
from .retry._policy import Cause

__all__ = ["Metrics", "Tracing"]


class Tracing(Hook):
    """Hook that creates a span for each call, with an event for each failed attempt. The span is current while the call runs.

    The span of a stream ends with the stream.

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
            attributes=_call_attributes(call),
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
        context.detach(token)
        if call.is_stream and call.error is None:
            call.notes[self] = span, None  # it ends with the stream, perhaps in another task
            return
        self._end(span, call)

    def after_stream(self, call: Call) -> None:
        """End the span of a stream, with its events and the time to the first one."""
        span, _ = call.notes.pop(self, (None, None))
        if span is None:
            return
        span.set_attribute("tencentkit.stream.events", call.events)
        if call.first_event is not None:
            span.set_attribute("tencentkit.stream.first_event", call.first_event)
        self._end(span, call)

    def _end(self, span: Span, call: Call) -> None:
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


class Metrics(Hook):
    """Hook that records calls, attempts, refusals, waits for the rate limit, and requests to the store of the throttle.

    | Instrument | Kind, unit | Attributes besides the call's |
    |---|---|---|
    | `tencentkit.calls` | counter | `error.type` of a failure |
    | `tencentkit.call.duration` | histogram, s | `error.type` of a failure |
    | `tencentkit.stream.first_event` | histogram, s: time from the start of the call to the first event of a stream | |
    | `tencentkit.stream.events` | counter: events of streams that ended | `error.type` of a failure |
    | `tencentkit.attempts` | counter | `error.type` and `tencentkit.cause` of a failure |
    | `tencentkit.refusals` | counter: requests that the service refused for their rate | `error.type` |
    | `tencentkit.throttle.wait` | histogram, s: one value for each call, 0 without a wait | |
    | `tencentkit.store.requests` | counter | `tencentkit.outcome`: `ok` or `failed` |
    | `tencentkit.store.duration` | histogram, s | `tencentkit.outcome` |
    | `tencentkit.store.available` | gauge: 1, or 0 while the store is unavailable | |

    The attributes of a call are `rpc.system`, `rpc.service`, `rpc.method`, `server.address` and `cloud.region`; those of a request
    to the store are `rpc.method` and `server.address` of the bucket. One object may serve many clients.

    Args:
        meter_provider: Provider of the meter; `None` for the program's global one.
    """

    def __init__(self, meter_provider: MeterProvider | None = None) -> None:
        meter = get_meter("tencentkit", __version__, meter_provider)
        self._calls = meter.create_counter("tencentkit.calls", "{call}", "Calls that ended")
        self._duration = meter.create_histogram("tencentkit.call.duration", "s", "Time from start to end of a call")
        self._attempts = meter.create_counter("tencentkit.attempts", "{attempt}", "Requests sent")
        self._refusals = meter.create_counter("tencentkit.refusals", "{request}", "Requests that the service refused for their rate")
        self._first_event = meter.create_histogram("tencentkit.stream.first_event", "s", "Time to the first event of a stream")
        self._events = meter.create_counter("tencentkit.stream.events", "{event}", "Events of streams that ended")
        self._wait = meter.create_histogram("tencentkit.throttle.wait", "s", "Time that a call waited for the rate limit")
        self._store_requests = meter.create_counter("tencentkit.store.requests", "{request}", "Requests to the store of a throttle")
        self._store_duration = meter.create_histogram("tencentkit.store.duration", "s", "Time of a request to the store")
        self._store_available = meter.create_gauge("tencentkit.store.available", "1", "Whether the store is available")

    def after_attempt(self, attempt: Attempt) -> None:
        """Count the attempt."""
        attributes = _call_attributes(attempt.call)
        if attempt.error is not None:
            attributes["error.type"] = _error_type(attempt.error)
            if attempt.cause is Cause.THROTTLED:
                self._refusals.add(1, attributes)
            if attempt.cause is not None:
                attributes["tencentkit.cause"] = attempt.cause.value
        self._attempts.add(1, attributes)

    def after_call(self, call: Call) -> None:
        """Record the call."""
        attributes = _call_attributes(call)
        self._wait.record(call.throttle_wait, attributes)
        if call.error is not None:
            attributes["error.type"] = _error_type(call.error)
        self._calls.add(1, attributes)
        self._duration.record(call.elapsed, attributes)

    def after_stream(self, call: Call) -> None:
        """Record the stream."""
        attributes = _call_attributes(call)
        if call.first_event is not None:
            self._first_event.record(call.first_event, attributes)
        if call.error is not None:
            attributes["error.type"] = _error_type(call.error)
        self._events.add(call.events, attributes)

    def on_throttle_event(self, event: ThrottleEvent) -> None:
        """Record a request to the store, or a change of the store."""
        if event.kind == "renewal":
            attributes = {"rpc.method": event.action, "server.address": event.host}
            attributes["tencentkit.outcome"] = "failed" if event.reason else "ok"
            self._store_requests.add(1, attributes)
            self._store_duration.record(event.seconds, attributes)
        if event.kind == "store down" or (event.kind == "renewal" and not event.reason):
            self._store_available.set(int(event.kind == "renewal"))


def _call_attributes(call: Call) -> dict[str, str]:
    attributes = {
        "rpc.system": "tencentcloud",
        "rpc.service": call.service,
        "rpc.method": call.action,
        "server.address": call.host,
    }
    if call.region is not None:
        attributes["cloud.region"] = call.region
    return attributes


def _error_type(error: BaseException) -> str:
    return error.code if isinstance(error, ApiError) else type(error).__name__
