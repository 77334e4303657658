"""The TC3-HMAC-SHA256 signature.

Source: the protocol's section "Signature (TC3-HMAC-SHA256)".
"""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .._redaction import Secret, SecretBytes
from .hmac_state import KeyedHash

if TYPE_CHECKING:
    from ..credentials import Credentials

ALGORITHM = "TC3-HMAC-SHA256"
_TERMINATOR = "tc3_request"
_KEYS_KEPT = 64
_SECONDS_A_DAY = 86_400


def canonical_request(method: str, query: str, headers: Sequence[tuple[str, str]], payload: bytes) -> str:
    """The text whose digest is signed.

    Args:
        method: HTTP method.
        query: Query string as sent, without `?`; empty for POST.
        headers: The headers to sign, with names in lower case.
        payload: The body as sent, or `UNSIGNED-PAYLOAD`.
    """
    lines = "".join(f"{name}:{value}\n" for name, value in sorted(headers))
    return f"{method}\n/\n{query}\n{lines}\n{signed_names(headers)}\n{hashlib.sha256(payload).hexdigest()}"


def signed_names(headers: Sequence[tuple[str, str]]) -> str:
    """The names of the signed headers, as both the canonical request and the header `Authorization` list them."""
    return ";".join(sorted(name for name, _ in headers))


def scope(timestamp: int, service: str) -> str:
    """What a signature is valid for: one UTC day of one service."""
    return f"{time.strftime('%Y-%m-%d', time.gmtime(timestamp))}/{service}/{_TERMINATOR}"


class _Day(NamedTuple):
    """What all signatures of one key, day and service share."""

    scope: str
    key: KeyedHash


class Signer:
    """Signs requests and keeps the day's signing keys, which depend on key, day and service alone."""

    def __init__(self) -> None:
        self._days: dict[tuple[str, int, str], _Day] = {}

    def authorization(
        self,
        credentials: Credentials,
        *,
        service: str,
        timestamp: int,
        headers: Sequence[tuple[str, str]],
        payload: bytes,
        method: str = "POST",
        query: str = "",
    ) -> str:
        """The value of the header `Authorization`.

        Args:
            credentials: Whose key signs.
            service: The product's name in the scope, such as `scf`.
            timestamp: Unix seconds; the header `X-TC-Timestamp` must hold the same.
            headers: The headers to sign, with names in lower case and values as sent (`x-tc-action` in lower case).
            payload: The very bytes that are sent.
            method: HTTP method.
            query: Query string as sent.
        """
        digest = hashlib.sha256(canonical_request(method, query, headers, payload).encode()).hexdigest()
        return self.sign(credentials, service=service, timestamp=timestamp, names=signed_names(headers), digest=digest)

    def sign(self, credentials: Credentials, *, service: str, timestamp: int, names: str, digest: str) -> str:
        """The same for a canonical request of which the digest is known.

        Args:
            credentials: As for `authorization`.
            service: As for `authorization`.
            timestamp: As for `authorization`.
            names: The names of the signed headers, as `signed_names` gives them.
            digest: SHA-256 of the canonical request, in hexadecimal.
        """
        day = self._days.get((credentials.secret_key, timestamp // _SECONDS_A_DAY, service)) or self._day(credentials, timestamp, service)
        text = f"{ALGORITHM}\n{timestamp}\n{day.scope}\n{digest}"
        signature = day.key.hexdigest(text.encode())
        return Secret(f"{ALGORITHM} Credential={credentials.secret_id}/{day.scope}, SignedHeaders={names}, Signature={signature}")

    def _day(self, credentials: Credentials, timestamp: int, service: str) -> _Day:
        valid_for = scope(timestamp, service)
        # Hidden at each step: a traceback that prints local variables may pass through here, of an interrupt for one.
        key = SecretBytes(b"TC3" + credentials.secret_key.encode())
        for part in valid_for.split("/"):
            key = SecretBytes(hmac.digest(key, part.encode(), "sha256"))
        if len(self._days) >= _KEYS_KEPT:
            self._days.clear()
        kept = self._days[credentials.secret_key, timestamp // _SECONDS_A_DAY, service] = _Day(valid_for, KeyedHash(key))
        return kept

    def __repr__(self) -> str:
        return "Signer()"


class Unsigned(Signer):
    """Signs nothing: for the one kind of request that shows a web identity instead of a signature."""

    def sign(self, *_: Any, **__: Any) -> str:
        """What such a request carries in place of a signature."""
        return "SKIP"

    def __repr__(self) -> str:
        return "Unsigned()"
