"""Client tokens: one idempotency token for all attempts of a call. Decisions: docs/design/retry.md, section "Client tokens"."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from typing import NamedTuple

TOKEN_SECONDS = 240.0
"""Seconds for which the client counts on a token; the shortest documented validity is 5 minutes."""


class TokenBody(NamedTuple):
    """A request body and its client token."""

    body: bytes
    token: str | None
    """`None` if the caller disabled the token by an empty string or null."""
    is_made: bool
    """Whether the client made the token."""


def new_client_token() -> str:
    """Return a new token."""
    return str(uuid.uuid4())


def with_client_token(body: bytes, name: str, make: Callable[[], str]) -> TokenBody:
    """Return a request body with its client token.

    Args:
        body: A JSON object as the serializer writes it.
        name: Wire name of the token.
        make: Makes a token; called if the body has none.
    """
    content = json.loads(body)
    if name in content:
        given = content[name]
        return TokenBody(body, given if isinstance(given, str) and given else None, is_made=False)
    token = make()
    own = f"{json.dumps(name)}:{json.dumps(token)}".encode()
    return TokenBody(b"{" + own + (b"," + body[1:] if content else b"}"), token, is_made=True)
