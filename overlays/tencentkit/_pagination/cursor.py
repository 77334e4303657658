"""Cursors: a resume point as text, which only a listing of the same query accepts."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from ..errors import RequestInvalid

_VERSION = 2
BY_OFFSET, BY_TIME, BY_TOKEN = "o", "t", "k"
"""Kinds of resume points: the first item of each, which names its strategy."""


def encode_cursor(query: str, point: list[Any]) -> str:
    """Return the cursor of a resume point; it is safe in JSON and URLs.

    Args:
        query: See `query_digest`.
        point: The resume point, as JSON.
    """
    content = json.dumps([_VERSION, point, _checksum(query, point)], separators=(",", ":"))
    return base64.urlsafe_b64encode(content.encode()).rstrip(b"=").decode()


def decode_cursor(query: str, cursor: Any) -> list[Any]:
    """Return the resume point of a cursor.

    Raises:
        RequestInvalid: The cursor is malformed, was changed, or belongs to another query.
    """
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        version, *content = json.loads(base64.urlsafe_b64decode(padded.encode()))
    except (TypeError, ValueError, AttributeError, RecursionError):
        raise RequestInvalid("start", "is not a cursor") from None
    if not isinstance(version, int):
        raise RequestInvalid("start", "is not a cursor")
    if version != _VERSION:
        raise RequestInvalid("start", f"is a cursor of another version; this release supports version {_VERSION}")
    if len(content) != 2 or not isinstance(content[0], list) or content[1] != _checksum(query, content[0]):
        raise RequestInvalid("start", "is the cursor of another query, or was changed")
    point: list[Any] = content[0]
    return point


def _checksum(query: str, point: list[Any]) -> str:
    return hashlib.sha256(f"{query}{json.dumps(point)}".encode()).hexdigest()[:16]
