"""Redaction of a call's secrets in text from outside, which may echo them; docs/design/redaction.md."""

from __future__ import annotations

import binascii
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import quote

from ..transport._types import HttpRequest
from ._types import Credentials

REPLACEMENT = "[secret]"
SHORTEST = 8
"""Characters of the shortest redacted secret: a shorter text also occurs in words, and replacing it makes a message unreadable."""
_AUTHORIZATION = 2
"""Position of the `Authorization` header after the steady headers of a request, as `RequestSigner` writes them."""
_SIGNATURE = 64
"""Hexadecimal digits of a signature, at the end of its `Authorization` header."""
_CHARACTER = 4
"""Bytes of the longest character in UTF-8."""
_PERCENT = re.compile("%..")


def secrets_of(credentials: Credentials, request: HttpRequest) -> tuple[str, ...]:
    """Return the secrets of one request that redaction replaces: secret key, token and the signature just sent.

    The secret id is an identifier and not a secret.
    """
    found = (credentials.secret_key, credentials.token, _signature(request))
    return tuple(secret for secret in found if secret and len(secret) >= SHORTEST)


def _signature(request: HttpRequest) -> str:
    return request.headers[request.steady + _AUTHORIZATION][1][-_SIGNATURE:]


def redacted(text: str, secrets: Iterable[str]) -> str:
    """Return `text` with each exact secret replaced, also in its JSON, percent and base64 encodings.

    Only for free text. Error codes, request ids, status values and header names are machine-readable and stay exact.
    """
    return with_replaced(text, encodings(secrets), REPLACEMENT)


def redacted_start(body: bytes, length: int, secrets: Iterable[str]) -> str:
    """Return the first `length` characters of the redacted `body`; a secret across the boundary is replaced, too."""
    forms = encodings(secrets)
    # A character has at most four bytes.
    text = body[: _CHARACTER * (length + len(max(forms, key=len, default="")))].decode("utf-8", "backslashreplace")
    if not forms:
        return text[:length]
    shown, position = [], 0
    # By positions in the original, because each replacement shortens the text: a secret beyond `length` may be incomplete here.
    for found in re.finditer("|".join(map(re.escape, forms)), text):
        if found.start() >= length:
            break
        shown += [text[position : found.start()], REPLACEMENT]
        position = found.end()
    return "".join([*shown, text[position:length]])[:length]


def encodings(secrets: Iterable[str]) -> list[str]:
    """Return `secrets` and their encodings, the longest first, because a key may be a part of a token."""
    return sorted({form for secret in secrets for form in _forms(secret)}, key=len, reverse=True)


def with_replaced(text: str, forms: Iterable[str], replacement: str) -> str:
    """Return `text` with each of `forms` replaced."""
    for form in forms:
        text = text.replace(form, replacement)
    return text


def redacted_headers(headers: Mapping[str, str], credentials: Credentials, request: HttpRequest) -> Mapping[str, str]:
    """Return response `headers` with secrets redacted; a proxy or test server may echo those of the request."""
    text = "\n".join(headers.values())
    # On the hot path: replace only after an echo, and look at the signature without a function call.
    if request.headers[request.steady + _AUTHORIZATION][1][-_SIGNATURE:] not in text:
        for form in _forms_of_keys(credentials.secret_key, credentials.token):
            if form in text:
                break
        else:
            return headers
    secrets = secrets_of(credentials, request)
    if not secrets:
        return headers
    return {name: redacted(value, secrets) for name, value in headers.items()}


@lru_cache(maxsize=8)
def _forms_of_keys(secret_key: str, token: str | None) -> tuple[str, ...]:
    """Return the encodings of a key and a token; cached, because each call needs them."""
    return tuple(encodings(secret for secret in (secret_key, token) if secret and len(secret) >= SHORTEST))


def _forms(secret: str) -> Iterator[str]:
    """Yield `secret` and its encodings in JSON, URLs and base64."""
    yield str(secret)
    escaped = json.dumps(secret)[1:-1]
    yield from (escaped, escaped.replace("/", "\\/"))
    for quoted in (quote(secret, safe=""), quote(secret)):
        yield from (quoted, _PERCENT.sub(lambda code: code[0].lower(), quoted))
    yield binascii.b2a_base64(secret.encode(), newline=False).decode()
