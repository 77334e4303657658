"""What keeps secrets out of texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .credentials import Credentials

_HIDDEN = "[secret]"
_SIGNATURE = re.compile(r"\b[0-9a-f]{64}\b")


class Secret(str):
    """A text whose repr hides it, so that no traceback that prints local variables shows it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"


class SecretBytes(bytes):
    """`Secret` for bytes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "b'…'"


def masked(secret_id: str) -> str:
    """A secret id, recognisable by its owner and of no use to others."""
    return repr(f"{secret_id[:4]}…{secret_id[-4:]}" if len(secret_id) >= 16 else "…")


def redacted(text: str, credentials: Credentials) -> str:
    """`text` without any part of `credentials`, for texts that come from outside and may echo them."""
    for secret in (credentials.secret_key, credentials.token, credentials.secret_id):
        if secret:
            text = text.replace(secret, _HIDDEN)
    return _SIGNATURE.sub(_HIDDEN, text)


def redacted_headers(headers: Mapping[str, str], credentials: Credentials) -> Mapping[str, str]:
    """`headers` of an answer, which a proxy or a test server may fill with those of the request."""
    text = "\n".join(headers.values())
    # Each call passes here: only an echo is worth the search for signatures.
    if (
        credentials.secret_key not in text
        and credentials.secret_id not in text
        and (credentials.token is None or credentials.token not in text)
        and "Signature=" not in text
    ):
        return headers
    return {name: redacted(value, credentials) for name, value in headers.items()}


def bare(error: BaseException) -> BaseException:
    """`error` without the frames that raised it, nor those of its causes: their variables hold headers and bodies."""
    left, seen = [error], set[int]()
    while left:
        one = left.pop()
        if id(one) not in seen:  # causes and contexts may lead back
            seen.add(id(one))
            one.__traceback__ = None
            left += [other for other in (one.__cause__, one.__context__) if other is not None]
    return error
