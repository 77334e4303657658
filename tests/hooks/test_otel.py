"""OpenTelemetry: one span a call, with what happened and no secret."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tencentkit import Credentials
from tencentkit.errors import ResourceNotFound
from tencentkit.otel import Tracing
from tencentkit.testing import ManualClock
from tests.scripted import AsyncScript, SyncScript, refusal, result


@pytest.fixture
def traced(kind: Any) -> Callable[..., tuple[Any, InMemorySpanExporter, TracerProvider]]:
    def make(*answers: Any, **settings: Any) -> tuple[Any, InMemorySpanExporter, TracerProvider]:
        exporter = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(exporter))
        network = kind.pick(SyncScript, AsyncScript)(answers)
        client = kind.client(transport=network, clock=ManualClock(), rng=lambda: 0.5, hooks=[Tracing(provider)], **settings)
        return client, exporter, provider

    return make


def test_one_span_a_call_with_its_facts(kind: Any, traced: Any) -> None:
    """Action, region, host, attempts and request id; an event for the attempt that failed."""
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


def test_a_failure_is_told_by_its_code(kind: Any, traced: Any) -> None:
    """The span of a refused call has the code and nothing of the message, which may quote anything."""
    secret = Credentials("AKIDcanary0000000001", "key-canary", "token-canary")
    client, exporter, _ = traced(refusal("ResourceNotFound.Function", "canary"), credentials=secret)
    with pytest.raises(ResourceNotFound):
        kind.run(client.list_async_events(function_name="f"))
    [span] = exporter.get_finished_spans()
    assert span.attributes["error.type"] == "ResourceNotFound.Function"
    assert (span.status.status_code, span.status.description) == (trace.StatusCode.ERROR, "ResourceNotFound.Function")
    assert "canary" not in span.to_json()


def test_the_span_is_the_child_of_the_callers_and_current_while_it_runs(kind: Any, traced: Any) -> None:
    """What the caller does stands above it, what the transport does below; afterwards the caller's is current again."""
    inner: list[Any] = []

    def answer(_: Any) -> Any:
        inner.append(trace.get_current_span())
        return result()

    client, exporter, provider = traced(answer)
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
    ours, callers = exporter.get_finished_spans()
    assert ours.parent.span_id == callers.context.span_id
    assert inner[0].context.span_id == ours.context.span_id


def test_a_missing_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is the command, not a module's bare name."""
    monkeypatch.delitem(sys.modules, "tencentkit.otel")
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(ImportError, match=r"pip install 'tencentkit\[otel\]'"):
        importlib.import_module("tencentkit.otel")
