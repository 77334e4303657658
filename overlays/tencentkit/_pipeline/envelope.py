"""The envelope of an answer: `{"Response": {…, "RequestId": "…"}}`, or the same with `Error` in it.

Source: the protocol's section "Response". The envelope decides, never the content type and hardly ever the status.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any, NoReturn

from .._redaction import redacted
from ..credentials import Credentials
from ..errors import ApiError, ResponseMalformed, api_error_class
from ..transport._http_date import http_date as http_date
from ..transport._types import HttpResponse

_SHOWN = 200


def open_envelope(
    response: HttpResponse, *, action: str, region: str | None, attempts: int, credentials: Credentials
) -> dict[str, Any] | ApiError | ResponseMalformed:
    """What stands in `Response`, or the error to raise: the service refused, or the answer is no envelope.

    The error is returned and not raised, so that no traceback shows this function's variables: a service may echo a secret.

    Args:
        response: The answer.
        action: For the error: the action that was sent.
        region: For the error: the region that it was sent to.
        attempts: For the error: how many requests were sent.
        credentials: For the error: what must not stand in its text.
    """
    try:
        document = _read(response.body)
    except (ValueError, RecursionError) as error:
        malformed = _malformed(response, f"is not JSON ({type(error).__name__})", credentials)
        # The parser's own error holds the whole answer, and its frames too.
        malformed.__cause__ = ValueError(redacted(str(error), credentials)[:_SHOWN])
        return malformed
    content = document.get("Response") if isinstance(document, dict) else None
    if not isinstance(content, dict):
        return _malformed(response, "has no Response object", credentials)
    refusal = content.get("Error")
    if refusal is not None:
        code = refusal.get("Code") if isinstance(refusal, dict) else None
        if not isinstance(code, str) or not code:
            return _malformed(response, "has an Error without a Code", credentials)
        text = refusal.get("Message")
        request_id = content.get("RequestId")
        return api_error_class(code)(
            code=redacted(code, credentials),
            message=redacted(text, credentials) if isinstance(text, str) else "",
            request_id=redacted(request_id, credentials) if isinstance(request_id, str) else None,
            action=action,
            region=region,
            status_code=response.status,
            attempts=attempts,
            retry_after=retry_after(response),
        )
    if not 200 <= response.status < 300:
        return _malformed(response, "has a result under a status of failure", credentials)
    return content


def retry_after(response: HttpResponse) -> float | None:
    """Seconds that the header `Retry-After` asks to wait, given as seconds or as a date."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit() and len(value) < 10:
        return float(value)
    at, now = http_date(value), http_date(response.headers.get("date", ""))
    return None if at is None or now is None else max(0.0, at - now)


def _malformed(response: HttpResponse, fault: str, credentials: Credentials) -> ResponseMalformed:
    kind = redacted(response.headers.get("content-type", "no content type"), credentials)
    start = redacted(response.body[:_SHOWN].decode("utf-8", "backslashreplace"), credentials)
    return ResponseMalformed(
        f"the answer {fault}: HTTP {response.status}, {kind}, {len(response.body)} bytes, begins {start!r}",
        status_code=response.status,
        retry_after=retry_after(response),
    )


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
_LARGE = 8192
"""Bytes from which on a faster reader pays, its import included."""


@cache
def _fast_reader() -> Callable[[bytes], Any] | None:
    """msgspec's, where it is installed: what it takes it reads as Python does, however large an integer; orjson makes that a float."""
    try:
        from msgspec.json import decode
    except ImportError:
        return None
    return decode


def _read(body: bytes) -> Any:
    """The JSON document in `body`, which is UTF-8 and nothing but the document in all but odd cases."""
    if len(body) >= _LARGE:
        fast = _fast_reader()
        if fast is not None:
            try:
                return fast(body)
            except Exception:  # noqa: BLE001, S110 - msgspec's own is a ValueError in its later versions only
                pass  # what it does not take, Python's reader judges
    try:
        text = body.decode()
        document, end = _DECODER.raw_decode(text)
        if end == len(text):
            return document
    except (ValueError, RecursionError):
        pass
    # A byte order mark, UTF-16, white space around it, or no JSON: Python's own reader says which.
    return json.loads(body, parse_constant=_refuse_constant)
