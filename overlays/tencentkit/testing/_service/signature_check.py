"""Verification of TC3-HMAC-SHA256 signatures on the server side.

This module is written from the protocol alone and must not share code with the client's signing: a shared bug would go unnoticed.

Source: docs/design/protocol.md, sections "Request and size limits" and "Signature".
The documentation does not give a code for every case. An error inside the header `Authorization` is
`AuthFailure.InvalidAuthorization`, as the live service returns for a wrong service. A wrong signature is
`AuthFailure.SignatureFailure`.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from .service_error import ServiceError

ALGORITHM = "TC3-HMAC-SHA256"
TERMINATOR = "tc3_request"
UNSIGNED_PAYLOAD = b"UNSIGNED-PAYLOAD"
SKIPPED = "SKIP"
"""Header `Authorization` of a request without a signature, for the actions that allow it."""
TIMESTAMP_TOLERANCE = 300
"""Largest difference between a timestamp and the server's clock, in seconds."""

_REQUIRED_HEADERS = ("content-type", "host")
_AUTHORIZATION = re.compile(
    rf"{ALGORITHM} +"
    r"Credential=(?P<secret_id>[^/,\s]+)/(?P<date>[^/,\s]+)/(?P<service>[^/,\s]+)/(?P<terminator>[^/,\s]+), *"
    r"SignedHeaders=(?P<names>[^,\s]+), *"
    r"Signature=(?P<signature>[0-9a-f]{64})"
)


class Authorization(NamedTuple):
    """Parsed header `Authorization`."""

    secret_id: str
    date: str
    service: str
    signed_headers: tuple[str, ...]
    signature: str


def verify(
    *,
    method: str,
    headers: Mapping[str, str],
    body: bytes,
    service: str,
    now: float,
    secret_keys: Mapping[str, str],
    tokens: Mapping[str, str],
) -> str:
    """Verify the signature of a request and return the secret id that signed it.

    Args:
        method: HTTP method.
        headers: Headers as received, names in lower case.
        body: Body as received.
        service: The product that receives the request.
        now: The server's time, in Unix seconds.
        secret_keys: Secret key of each known secret id.
        tokens: Token of each secret id that is temporary.

    Raises:
        ServiceError: The signature or one of its inputs is wrong.
    """
    timestamp = _timestamp(headers)
    authorization = parse_authorization(headers.get("authorization", ""))
    _check_scope(authorization, service, timestamp)
    signed = _signed_headers(authorization, headers)
    if authorization.secret_id not in secret_keys:
        raise ServiceError("AuthFailure.SecretIdNotFound", "The secret id does not exist.")
    if abs(now - timestamp) > TIMESTAMP_TOLERANCE:
        raise ServiceError(
            "AuthFailure.SignatureExpire",
            f"The timestamp `{timestamp}` is more than {TIMESTAMP_TOLERANCE} s from the server's time `{int(now)}`.",
        )
    # A missing token of temporary credentials is treated like a wrong one.
    if headers.get("x-tc-token") != tokens.get(authorization.secret_id):
        raise ServiceError("AuthFailure.TokenFailure", "The token does not belong to the secret id.")
    unsigned = headers.get("x-tc-content-sha256", "").encode() == UNSIGNED_PAYLOAD
    expected = signature_of(
        secret_keys[authorization.secret_id],
        method=method,
        query="",
        signed_headers=signed,
        payload=UNSIGNED_PAYLOAD if unsigned else body,
        timestamp=timestamp,
        service=service,
    )
    if not hmac.compare_digest(expected, authorization.signature):
        raise ServiceError("AuthFailure.SignatureFailure", "The signature does not match the request.")
    return authorization.secret_id


def signature_of(
    secret_key: str,
    *,
    method: str,
    query: str,
    signed_headers: Sequence[tuple[str, str]],
    payload: bytes,
    timestamp: int,
    service: str,
) -> str:
    """Return the expected signature of a request, in lower-case hexadecimal digits.

    Args:
        secret_key: Secret key.
        method: HTTP method.
        query: Query as received; empty for POST.
        signed_headers: Pairs of lower-case name and value, sorted by name.
        payload: The body, or `UNSIGNED_PAYLOAD`.
        timestamp: Unix seconds of the header `X-TC-Timestamp`.
        service: The product in the scope.
    """
    canonical = [method, "/", query]
    canonical += [f"{name}:{value}" for name, value in signed_headers]
    canonical += ["", ";".join(name for name, _ in signed_headers), hashlib.sha256(payload).hexdigest()]
    date = _utc_date(timestamp)
    digest = hashlib.sha256("\n".join(canonical).encode()).hexdigest()
    text = "\n".join([ALGORITHM, str(timestamp), f"{date}/{service}/{TERMINATOR}", digest])
    key = _mac(_mac(_mac(f"TC3{secret_key}".encode(), date), service), TERMINATOR)
    return _mac(key, text).hex()


def parse_authorization(value: str) -> Authorization:
    """Parse the header `Authorization`.

    Raises:
        ServiceError: The header is missing or malformed.
    """
    match = _AUTHORIZATION.fullmatch(value)
    if match is None:
        raise ServiceError("AuthFailure.InvalidAuthorization", "The header `Authorization` is missing or malformed.")
    if match["terminator"] != TERMINATOR:
        raise ServiceError("AuthFailure.InvalidAuthorization", f"The credential scope must end in `{TERMINATOR}`.")
    names = tuple(match["names"].split(";"))
    if list(names) != sorted({name.lower() for name in names}):
        raise ServiceError(
            "AuthFailure.InvalidAuthorization",
            "`SignedHeaders` must list names in lower case, each once, in ascending order.",
        )
    return Authorization(match["secret_id"], match["date"], match["service"], names, match["signature"])


def _timestamp(headers: Mapping[str, str]) -> int:
    value = headers.get("x-tc-timestamp", "")
    if not value:
        raise ServiceError("MissingParameter", "The request has no header `X-TC-Timestamp`.")
    if not re.fullmatch(r"[0-9]{1,11}", value):
        raise ServiceError("InvalidParameter", "The header `X-TC-Timestamp` must contain Unix seconds.")
    return int(value)


def _check_scope(authorization: Authorization, service: str, timestamp: int) -> None:
    if authorization.service != service:
        raise ServiceError("AuthFailure.InvalidAuthorization", f"The credential scope must name the service `{service}`.")
    if authorization.date != _utc_date(timestamp):
        raise ServiceError(
            "AuthFailure.InvalidAuthorization",
            f"The credential scope must contain the UTC date of `X-TC-Timestamp`, `{_utc_date(timestamp)}`.",
        )


def _signed_headers(authorization: Authorization, headers: Mapping[str, str]) -> list[tuple[str, str]]:
    for name in _REQUIRED_HEADERS:
        if name not in authorization.signed_headers:
            raise ServiceError("AuthFailure.InvalidAuthorization", f"The header `{name}` must be signed.")
    signed: list[tuple[str, str]] = []
    for name in authorization.signed_headers:
        if name not in headers:
            raise ServiceError("AuthFailure.SignatureFailure", f"The signed header `{name}` is missing.")
        value = headers[name].strip()
        signed.append((name, value.lower() if name == "x-tc-action" else value))
    return signed


def _utc_date(timestamp: int) -> str:
    return datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%d")


def _mac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")
