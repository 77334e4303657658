"""Signature TC3-HMAC-SHA256; docs/design/protocol.md, section "Signature"."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Sequence
from typing import NamedTuple

from .._redaction import Secret, SecretBytes
from ..credentials._types import Credentials

ALGORITHM = "TC3-HMAC-SHA256"
_TERMINATOR = "tc3_request"
_MAX_KEYS = 64
_DAY_SECONDS = 86_400


def canonical_request(method: str, query: str, headers: Sequence[tuple[str, str]], payload: bytes) -> str:
    """Return the canonical request, whose digest is signed.

    Args:
        method: HTTP method.
        query: Query string as sent, without `?`; empty for POST.
        headers: The headers to sign, with names in lower case.
        payload: The body as sent, or `UNSIGNED-PAYLOAD`.
    """
    lines = "".join(f"{name}:{value}\n" for name, value in sorted(headers))
    return f"{method}\n/\n{query}\n{lines}\n{signed_names(headers)}\n{hashlib.sha256(payload).hexdigest()}"


def signed_names(headers: Sequence[tuple[str, str]]) -> str:
    """Return the names of the signed headers, as the canonical request and the `Authorization` header list them."""
    return ";".join(sorted(name for name, _ in headers))


def credential_scope(timestamp: int, service: str) -> str:
    """Return the credential scope: one UTC day of one service."""
    return f"{time.strftime('%Y-%m-%d', time.gmtime(timestamp))}/{service}/{_TERMINATOR}"


class _SigningKey(NamedTuple):
    """The derived key of one secret key, day and service."""

    scope: str
    hmac: hmac.HMAC
    """Keyed, without a message; each signature continues from a copy, which saves hashing the key again."""


class Signer:
    """TC3-HMAC-SHA256 signer with a cache of derived keys."""

    def __init__(self) -> None:
        self._keys: dict[tuple[str, int, str], _SigningKey] = {}

    def sign(self, credentials: Credentials, *, service: str, timestamp: int, signed_headers: str, hashed_request: str) -> str:
        """Return the value of the `Authorization` header.

        Args:
            credentials: Their secret key signs.
            service: The product's name in the scope, such as `scf`.
            timestamp: Unix seconds, equal to the `X-TC-Timestamp` header.
            signed_headers: Their names; see `signed_names`.
            hashed_request: SHA-256 of the canonical request, in hexadecimal.
        """
        key = self._keys.get((credentials.secret_key, timestamp // _DAY_SECONDS, service)) or self._derive(credentials, timestamp, service)
        signature = key.hmac.copy()
        signature.update(f"{ALGORITHM}\n{timestamp}\n{key.scope}\n{hashed_request}".encode())
        return Secret(
            f"{ALGORITHM} Credential={credentials.secret_id}/{key.scope}, SignedHeaders={signed_headers}, Signature={signature.hexdigest()}"
        )

    def _derive(self, credentials: Credentials, timestamp: int, service: str) -> _SigningKey:
        scope = credential_scope(timestamp, service)
        # Hidden at each step: an interrupt here must not show the key to a printer of local variables.
        key = SecretBytes(b"TC3" + credentials.secret_key.encode())
        for part in scope.split("/"):
            key = SecretBytes(hmac.digest(key, part.encode(), "sha256"))
        if len(self._keys) >= _MAX_KEYS:
            self._keys.clear()
        derived = _SigningKey(scope, hmac.new(key, digestmod="sha256"))
        self._keys[credentials.secret_key, timestamp // _DAY_SECONDS, service] = derived
        return derived

    def __repr__(self) -> str:
        return "Signer()"
