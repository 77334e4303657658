"""Cursors: where a listing stands, as text that only an equal listing takes."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from tencentkit_api.action import Action
from tencentkit_api.model import Model
from tencentkit_api.unset import UNSET

from .errors import RequestInvalid

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
    except (TypeError, ValueError, AttributeError):
        raise RequestInvalid("start", "is no cursor") from None
    if version != _VERSION:
        raise RequestInvalid("start", f"is a cursor of version {version!r}; this release reads {_VERSION}")
    if len(content) != 2 or not isinstance(content[0], list) or content[1] != _seal(query, content[0]):
        raise RequestInvalid("start", "is the cursor of another query, or was changed")
    place: list[Any] = content[0]
    return place


def query_digest(action: Action, arguments: Mapping[str, Any], left_out: frozenset[str]) -> str:
    """What makes two listings equal: the action and its arguments, without those that are `left_out`."""
    query = {name: value for name, value in arguments.items() if name not in left_out and value is not UNSET}
    text = json.dumps([action.name, action.version, query], sort_keys=True, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def _seal(query: str, place: list[Any]) -> str:
    return hashlib.sha256(f"{query}{json.dumps(place)}".encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return {field.name: getattr(value, field.name) for field in value.FIELDS}
    # What no request can carry is refused when the first page is encoded, with its argument's name.
    return repr(value)
