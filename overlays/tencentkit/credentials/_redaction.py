"""Redaction of credentials in text from outside, which may echo them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ._types import Credentials

_REPLACEMENT = "[secret]"
_SIGNATURE = re.compile(r"\b[0-9a-f]{64}\b")


def redacted(text: str, credentials: Credentials) -> str:
    """Return `text` with every part of `credentials` and every signature replaced."""
    for secret in (credentials.secret_key, credentials.token, credentials.secret_id):
        if secret:
            text = text.replace(secret, _REPLACEMENT)
    return _SIGNATURE.sub(_REPLACEMENT, text)


def redacted_headers(headers: Mapping[str, str], credentials: Credentials) -> Mapping[str, str]:
    """Return response `headers` with credentials redacted; a proxy or test server may echo those of the request."""
    text = "\n".join(headers.values())
    # On the hot path: search for signatures only after an echo.
    if (
        credentials.secret_key not in text
        and credentials.secret_id not in text
        and (credentials.token is None or credentials.token not in text)
        and "Signature=" not in text
    ):
        return headers
    return {name: redacted(value, credentials) for name, value in headers.items()}
