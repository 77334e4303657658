"""OpenTelemetry of streams: one span from the call to the end of the stream, and metrics of its events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tencentkit.errors import ApiError
from tencentkit.otel import Metrics, Tracing
from tests.streams.conftest import CHUNKED, DONE, Talker, chunk, word

END = b"0\r\n\r\n"


def test_span_and_metrics_of_a_stream(talker: Callable[..., Talker]) -> None:
    """The span ends with the stream, also after an error in it."""
    exporter, tracers, reader = InMemorySpanExporter(), TracerProvider(), InMemoryMetricReader()
    tracers.add_span_processor(SimpleSpanProcessor(exporter))
    meters = MeterProvider([reader])
    failing = chunk(word("x", ErrorMsg={"Code": 7, "Msg": "m"}))
    made = talker(CHUNKED + chunk(word("one") + DONE) + END, CHUNKED + failing + END, hooks=[Tracing(tracers), Metrics(meters)])
    stream = made.open()
    assert not exporter.get_finished_spans()
    made.rest(stream)
    with pytest.raises(ApiError):
        made.rest(made.open())
    first, second = exporter.get_finished_spans()
    assert (first.attributes["tencentkit.stream.events"], first.status.is_ok) == (1, True)
    assert first.attributes["tencentkit.stream.first_event"] > 0
    assert (second.attributes["error.type"], second.attributes["tencentkit.stream.events"]) == ("7", 1)
    data: Any = reader.get_metrics_data()
    metrics = {metric.name: metric.data.data_points for metric in data.resource_metrics[0].scope_metrics[0].metrics}
    assert sum(point.count for point in metrics["tencentkit.stream.first_event"]) == 2
    assert sorted(point.attributes.get("error.type", "") for point in metrics["tencentkit.stream.events"]) == ["", "7"]
    meters.shutdown()
