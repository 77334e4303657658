"""OpenTelemetry: spans, their events, metrics, redaction."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tencentkit import Credentials, Throttle
from tencentkit.errors import ResourceNotFound
from tencentkit.otel import Metrics, Tracing
from tencentkit.testing import ManualClock
from tencentkit.throttle import FileStore
from tests.scripted import AsyncScript, SyncScript, refusal, result


@pytest.fixture
def traced(kind: Any) -> Callable[..., tuple[Any, InMemorySpanExporter, TracerProvider]]:
    def make(*responses: Any, **settings: Any) -> tuple[Any, InMemorySpanExporter, TracerProvider]:
        exporter = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(exporter))
        network = kind.pick(SyncScript, AsyncScript)(responses)
        client = kind.client(transport=network, clock=ManualClock(), rng=lambda: 0.5, hooks=[Tracing(provider)], **settings)
        return client, exporter, provider

    return make


def test_one_span_for_each_call(kind: Any, traced: Any) -> None:
    """The span has action, region, host, attempts and request id, and an event for the failed attempt."""
    client, exporter, _ = traced(refusal("InternalError"), result())
    kind.run(client.list_async_events(function_name="f"))
    [span] = exporter.get_finished_spans()
    assert (span.name, span.kind, span.status.is_ok) == ("scf/ListAsyncEvents", trace.SpanKind.CLIENT, True)
    assert dict(span.attributes) == {
        "rpc.system": "tencentcloud",
        "rpc.service": "scf",
        "rpc.method": "ListAsyncEvents",
        "server.address": "scf.tencentcloudapi.com",
        "cloud.region": "ap-guangzhou",
        "tencentkit.attempts": 2,
        "tencentkit.throttle_wait": pytest.approx(0, abs=0.1),
        "tencentcloud.request_id": "r-1",
    }
    [event] = span.events
    assert dict(event.attributes) == {
        "tencentkit.attempt": 1,
        "error.type": "InternalError",
        "tencentkit.cause": "transient",
        "tencentkit.wait": 0.025,
    }


def test_failed_span_has_the_code(kind: Any, traced: Any) -> None:
    """The span of a failed call has the error code and nothing of the message."""
    secret = Credentials("AKIDcanary0000000001", "key-canary", "token-canary")
    client, exporter, _ = traced(refusal("ResourceNotFound.Function", "canary"), credentials=secret)
    with pytest.raises(ResourceNotFound):
        kind.run(client.list_async_events(function_name="f"))
    [span] = exporter.get_finished_spans()
    assert span.attributes["error.type"] == "ResourceNotFound.Function"
    assert (span.status.status_code, span.status.description) == (trace.StatusCode.ERROR, "ResourceNotFound.Function")
    assert (span.attributes["tencentkit.retryable"], span.attributes["tencentkit.maybe_executed"]) == (False, False)
    assert "canary" not in span.to_json()


def test_span_is_current_during_call(kind: Any, traced: Any) -> None:
    """The caller's span is the parent, and is current again after the call."""
    inner: list[Any] = []

    def respond(_: Any) -> Any:
        inner.append(trace.get_current_span())
        return result()

    client, exporter, provider = traced(respond)
    tracer = provider.get_tracer("test")

    async def call() -> None:
        with tracer.start_as_current_span("caller") as caller:
            await client.list_async_events(function_name="f")
            assert trace.get_current_span() is caller

    if kind.is_async:
        kind.run(call())
    else:
        with tracer.start_as_current_span("caller") as caller:
            client.list_async_events(function_name="f")
            assert trace.get_current_span() is caller
    call_span, caller_span = exporter.get_finished_spans()
    assert call_span.parent.span_id == caller_span.context.span_id
    assert inner[0].context.span_id == call_span.context.span_id


@pytest.fixture
def measured(kind: Any) -> Iterator[Callable[..., tuple[Any, Callable[[str], dict[tuple[str, ...], Any]]]]]:
    """Return a function that makes a client with metrics, and a function that reads one of them."""
    reader = InMemoryMetricReader()
    provider = MeterProvider([reader])

    def read(name: str) -> dict[tuple[str, ...], Any]:
        data: Any = reader.get_metrics_data()
        shown = ("error.type", "tencentkit.cause", "tencentkit.outcome")
        metrics = [metric for metric in data.resource_metrics[0].scope_metrics[0].metrics if metric.name == name]
        return {
            tuple(str(point.attributes[key]) for key in shown if key in point.attributes): getattr(point, "value", None) or point
            for metric in metrics
            for point in metric.data.data_points
        }

    def make(*responses: Any, **settings: Any) -> tuple[Any, Callable[[str], dict[tuple[str, ...], Any]]]:
        network = kind.pick(SyncScript, AsyncScript)(responses)
        hooks = [Metrics(provider)]
        return kind.client(transport=network, clock=ManualClock(), rng=lambda: 0.5, hooks=hooks, **settings), read

    yield make
    provider.shutdown()


def test_metrics_count_calls_and_attempts(kind: Any, measured: Any) -> None:
    """Calls, attempts and refusals by error; the wait for the rate limit of each call."""
    client, read = measured(refusal("RequestLimitExceeded"), result(), refusal("ResourceNotFound.Function", "canary"))
    kind.run(client.list_async_events(function_name="f"))
    with pytest.raises(ResourceNotFound):
        kind.run(client.list_async_events(function_name="f"))
    assert read("tencentkit.calls") == {(): 1, ("ResourceNotFound.Function",): 1}
    assert read("tencentkit.attempts") == {
        (): 1, ("RequestLimitExceeded", "throttled"): 1, ("ResourceNotFound.Function", "final"): 1,
    }  # fmt: skip
    assert read("tencentkit.refusals") == {("RequestLimitExceeded",): 1}
    [wait] = read("tencentkit.throttle.wait").values()
    assert wait.count == 2
    assert 0.5 < wait.sum < 1.2  # the pause after the refusal, less the wait of the retry
    assert dict(wait.attributes) == {
        "rpc.system": "tencentcloud",
        "rpc.service": "scf",
        "rpc.method": "ListAsyncEvents",
        "server.address": "scf.tencentcloudapi.com",
        "cloud.region": "ap-guangzhou",
    }
    assert {key: point.count for key, point in read("tencentkit.call.duration").items()} == {(): 1, ("ResourceNotFound.Function",): 1}


def test_metrics_count_store_requests(kind: Any, measured: Any, tmp_path: Path) -> None:
    """Requests to the store by outcome, their duration, and whether the store is available."""
    folder = tmp_path / "store"
    throttle = Throttle(store=FileStore(folder, timeout=50))
    client, read = measured(*[result() for _ in range(9)], throttle=throttle)
    kind.run(client.list_async_events(function_name="f"))
    assert (read("tencentkit.store.requests"), read("tencentkit.store.available")) == ({("ok",): 1}, {(): 1})
    shutil.rmtree(folder)
    folder.write_text("no folder")
    for _ in range(8):
        kind.run(client.list_async_events(function_name="f"))
        client._settings.clock.advance(1.5)
    requests = read("tencentkit.store.requests")
    assert requests[("ok",)] == 1
    assert requests[("failed",)] >= 2
    assert read("tencentkit.store.duration")[("failed",)].count == requests[("failed",)]
    [available] = read("tencentkit.store.available").values()
    assert available.value == 0


def test_missing_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """The import error contains the command that installs the extra."""
    monkeypatch.delitem(sys.modules, "tencentkit.otel")
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(ImportError, match=r"pip install 'tencentkit\[otel\]'"):
        importlib.import_module("tencentkit.otel")
