"""Checking a TC3-HMAC-SHA256 signature, the server's side.

Written from the protocol alone. It must never share code with the client's signing, or the two would err together.

Source: the protocol's sections "Request" and "Signature (TC3-HMAC-SHA256)".
Only some of the refusals' codes are documented case by case: what is wrong inside the header `Authorization` is
`AuthFailure.InvalidAuthorization`, as the live service says of a wrong service; what it signs wrongly is
`AuthFailure.SignatureFailure`.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from .refusal import Refusal

ALGORITHM = "TC3-HMAC-SHA256"
TERMINATOR = "tc3_request"
UNSIGNED_PAYLOAD = b"UNSIGNED-PAYLOAD"
TOLERANCE = 300
"""Seconds that a timestamp may be away from the server's clock."""

_ALWAYS_SIGNED = ("content-type", "host")
_AUTHORIZATION = re.compile(
    rf"{ALGORITHM} +"
    r"Credential=(?P<secret_id>[^/,\s]+)/(?P<date>[^/,\s]+)/(?P<service>[^/,\s]+)/(?P<terminator>[^/,\s]+), *"
    r"SignedHeaders=(?P<names>[^,\s]+), *"
    r"Signature=(?P<signature>[0-9a-f]{64})"
)


class Authorization(NamedTuple):
    """The parts of the header `Authorization`."""

    secret_id: str
    date: str
    service: str
    names: tuple[str, ...]
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
    """The secret id that signed the request, after every check of its signature.

    Args:
        method: HTTP method.
        headers: Headers as received, names in lower case.
        body: Body as received.
        service: The product that the request came to.
        now: The server's time, in Unix seconds.
        secret_keys: Secret key of each known secret id.
        tokens: Token of each secret id that is temporary.

    Raises:
        Refusal: The signature, or what it is made of, is wrong.
    """
    timestamp = _timestamp(headers)
    given = parse_authorization(headers.get("authorization", ""))
    _check_scope(given, service, timestamp)
    signed = _signed_headers(given, headers)
    if given.secret_id not in secret_keys:
        raise Refusal("AuthFailure.SecretIdNotFound", "The secret id does not exist.")
    if abs(now - timestamp) > TOLERANCE:
        raise Refusal(
            "AuthFailure.SignatureExpire",
            f"The timestamp `{timestamp}` is more than {TOLERANCE} s away from the server's time `{int(now)}`.",
        )
    # Temporary credentials without their token are no better than with a wrong one.
    if headers.get("x-tc-token") != tokens.get(given.secret_id):
        raise Refusal("AuthFailure.TokenFailure", "The token does not belong to the secret id.")
    unsigned = headers.get("x-tc-content-sha256", "").encode() == UNSIGNED_PAYLOAD
    expected = signature_of(
        secret_keys[given.secret_id],
        method=method,
        query="",
        signed_headers=signed,
        payload=UNSIGNED_PAYLOAD if unsigned else body,
        timestamp=timestamp,
        service=service,
    )
    if not hmac.compare_digest(expected, given.signature):
        raise Refusal("AuthFailure.SignatureFailure", "The signature is not that of the request.")
    return given.secret_id


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
    """The signature that a request must carry, in lower-case hexadecimal digits.

    Args:
        secret_key: The key that signs.
        method: HTTP method.
        query: Query as received; empty for POST.
        signed_headers: Names in lower case and values, in the order of the names.
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
    """Take the header `Authorization` apart.

    Raises:
        Refusal: It is missing, or not of the documented form.
    """
    match = _AUTHORIZATION.fullmatch(value)
    if match is None:
        raise Refusal("AuthFailure.InvalidAuthorization", "The header `Authorization` is missing or malformed.")
    if match["terminator"] != TERMINATOR:
        raise Refusal("AuthFailure.InvalidAuthorization", f"The credential scope must end in `{TERMINATOR}`.")
    names = tuple(match["names"].split(";"))
    if list(names) != sorted({name.lower() for name in names}):
        raise Refusal(
            "AuthFailure.InvalidAuthorization",
            "`SignedHeaders` must list names in lower case, each once, in ascending order.",
        )
    return Authorization(match["secret_id"], match["date"], match["service"], names, match["signature"])


def _timestamp(headers: Mapping[str, str]) -> int:
    value = headers.get("x-tc-timestamp", "")
    if not value:
        raise Refusal("MissingParameter", "The request has no header `X-TC-Timestamp`.")
    if not re.fullmatch(r"[0-9]{1,11}", value):
        raise Refusal("InvalidParameter", "The header `X-TC-Timestamp` must hold Unix seconds.")
    return int(value)


def _check_scope(given: Authorization, service: str, timestamp: int) -> None:
    if given.service != service:
        raise Refusal("AuthFailure.InvalidAuthorization", f"The credential scope is not of the service `{service}`.")
    if given.date != _utc_date(timestamp):
        raise Refusal(
            "AuthFailure.InvalidAuthorization",
            f"The credential scope must hold the UTC date of `X-TC-Timestamp`, `{_utc_date(timestamp)}`.",
        )


def _signed_headers(given: Authorization, headers: Mapping[str, str]) -> list[tuple[str, str]]:
    for name in _ALWAYS_SIGNED:
        if name not in given.names:
            raise Refusal("AuthFailure.InvalidAuthorization", f"The header `{name}` must be signed.")
    signed: list[tuple[str, str]] = []
    for name in given.names:
        if name not in headers:
            raise Refusal("AuthFailure.SignatureFailure", f"The signed header `{name}` is not in the request.")
        value = headers[name].strip()
        signed.append((name, value.lower() if name == "x-tc-action" else value))
    return signed


def _utc_date(timestamp: int) -> str:
    return datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%d")


def _mac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")
