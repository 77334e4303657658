"""Cursors: where a listing stands, as text that only an equal listing takes."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from .._pipeline.steps import CallRequest
from ..errors import RequestInvalid

_VERSION = 2


def write_cursor(query: str, place: list[Any]) -> str:
    """The cursor of a place in a query: safe in JSON and URLs."""
    content = json.dumps([_VERSION, place, _seal(query, place)], separators=(",", ":"))
    return base64.urlsafe_b64encode(content.encode()).rstrip(b"=").decode()


def read_cursor(query: str, cursor: Any) -> list[Any]:
    """The place that a cursor names.

    Raises:
        RequestInvalid: It is none, or that of another query.
    """
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        version, *content = json.loads(base64.urlsafe_b64decode(padded.encode()))
    except (TypeError, ValueError, AttributeError, RecursionError):
        raise RequestInvalid("start", "is no cursor") from None
    if not isinstance(version, int):
        raise RequestInvalid("start", "is no cursor")
    if version != _VERSION:
        raise RequestInvalid("start", f"is a cursor of another version than {_VERSION}, which this release reads")
    if len(content) != 2 or not isinstance(content[0], list) or content[1] != _seal(query, content[0]):
        raise RequestInvalid("start", "is the cursor of another query, or was changed")
    place: list[Any] = content[0]
    return place


def query_digest(call: CallRequest) -> str:
    """What makes two listings equal: action, region and what is asked for; `call` has no place and no page size."""
    body = json.dumps(json.loads(call.body), sort_keys=True)
    text = json.dumps([call.action.name, call.action.version, call.region, body])
    return hashlib.sha256(text.encode()).hexdigest()


def _seal(query: str, place: list[Any]) -> str:
    return hashlib.sha256(f"{query}{json.dumps(place)}".encode()).hexdigest()[:16]
