"""Responses that are streams of server-sent events."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tencentkit_api.action import Action

from ...transport._types import HttpResponse
from .emulated_product import EmulatedProduct


def wants_stream(product: EmulatedProduct, row: Action, parameters: Mapping[str, Any]) -> bool:
    """Return whether the response to a request is a stream: always, or by a parameter whose default the schema states."""
    if row.stream is None:
        return False
    if row.stream.switch is None:
        return True
    wire, field = product.path(f"{row.name}Request", row.stream.switch)
    return bool(parameters.get(wire[0], field.default is True))


def stream_response(events: Sequence[Mapping[str, Any]], row: Action, headers: Mapping[str, str], request_id: str) -> HttpResponse:
    """Return a response with these events, and with the event after the last one if the action has one."""
    data = [json.dumps(event, ensure_ascii=False) for event in events]
    if row.stream is not None and row.stream.done is not None:
        data.append(row.stream.done)
    body = "".join(f"data: {each}\n\n" for each in data).encode()
    return HttpResponse(200, {**headers, "content-type": "text/event-stream", "x-tc-requestid": request_id}, body)
