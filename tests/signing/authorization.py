"""Signature of a request that is given by its parts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from tencentkit import Credentials
from tencentkit._signing.tc3 import Signer, canonical_request, signed_names


def authorization(
    signer: Signer,
    credentials: Credentials,
    headers: Sequence[tuple[str, str]],
    payload: bytes,
    *,
    service: str = "scf",
    timestamp: int = 1551113065,
    method: str = "POST",
    query: str = "",
) -> str:
    """Return the value of the `Authorization` header for `headers` (lower-case names, values as sent) and `payload`."""
    digest = hashlib.sha256(canonical_request(method, query, headers, payload).encode()).hexdigest()
    return signer.sign(credentials, service=service, timestamp=timestamp, signed_headers=signed_names(headers), hashed_request=digest)
