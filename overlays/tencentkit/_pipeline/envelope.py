"""Response envelope: `{"Response": {…, "RequestId": "…"}}`, with `Error` inside for an error.

Source: docs/design/protocol.md, section "Response". The envelope decides, never the content type and hardly ever the status.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any, NoReturn

from .. import errors
from ..credentials._redaction import redacted, redacted_start, secrets_of
from ..credentials._types import Credentials
from ..errors import ApiError, ResponseMalformed
from ..transport._http_date import http_date
from ..transport._types import HttpRequest, HttpResponse

_SHOWN = 200
_ERROR_CLASSES: dict[str, type[ApiError]] = {
    name.lower(): kind for name in errors.__all__ if issubclass(kind := getattr(errors, name), ApiError)
}
"""Error classes by the first segment of a code, in lower case: documentation and service differ in the case of codes."""


def error_class(code: str) -> type[ApiError]:
    """Return the class for `code`, or `ApiError` for an unknown first segment."""
    return _ERROR_CLASSES.get(code.partition(".")[0].lower(), ApiError)


def open_envelope(
    response: HttpResponse,
    *,
    action: str,
    region: str | None,
    attempts: int,
    credentials: Credentials,
    request: HttpRequest,
    event: dict[str, Any] | None = None,
) -> dict[str, Any] | ApiError | ResponseMalformed:
    """Return the content of `Response`, or the error to raise.

    The function does not raise the error, because a service may echo a secret and a traceback would show local variables.

    Args:
        response: The response.
        action: The action, for the error.
        region: The region, for the error.
        attempts: Requests sent so far, for the error.
        credentials: Credentials that the error's text must not contain. Code and request id stay exact.
        request: The request; the error's text must not contain its signature.
        event: Envelope of an event; else the body of the response is one.
    """
    try:
        document = parse(response.body) if event is None else event
    except (ValueError, RecursionError) as error:
        malformed = _malformed(response, f"is not JSON ({type(error).__name__})", secrets_of(credentials, request))
        # The parser's own error and its frames hold the whole response.
        malformed.__cause__ = ValueError(redacted(str(error), secrets_of(credentials, request))[:_SHOWN])
        return malformed
    content = document.get("Response") if isinstance(document, dict) else None
    if not isinstance(content, dict):
        return _malformed(response, "has no Response object", secrets_of(credentials, request))
    refusal = content.get("Error")
    if refusal is not None:
        code = refusal.get("Code") if isinstance(refusal, dict) else None
        if not isinstance(code, str) or not code:
            return _malformed(response, "has an Error without a Code", secrets_of(credentials, request))
        text = refusal.get("Message")
        request_id = content.get("RequestId")
        return error_class(code)(
            code=code,
            message=redacted(text, secrets_of(credentials, request)) if isinstance(text, str) else "",
            request_id=request_id if isinstance(request_id, str) else None,
            action=action,
            region=region,
            status_code=response.status,
            attempts=attempts,
            retry_after=retry_after(response),
        )
    if not 200 <= response.status < 300:
        return _malformed(response, "has a result but an error status", secrets_of(credentials, request))
    return content


def is_event_stream(response: Any) -> bool:
    """Return whether the body of a response is a stream of events; the service sends errors as JSON."""
    kind: str = response.headers.get("content-type", "")
    return kind.partition(";")[0].strip().lower() == "text/event-stream" and 200 <= response.status < 300


def retry_after(response: HttpResponse) -> float | None:
    """Return the seconds of the `Retry-After` header, which holds seconds or a date."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit() and len(value) < 10:
        return float(value)
    at, now = http_date(value), http_date(response.headers.get("date", ""))
    return None if at is None or now is None else max(0.0, at - now)


def _malformed(response: HttpResponse, fault: str, secrets: tuple[str, ...]) -> ResponseMalformed:
    kind = redacted(response.headers.get("content-type", "no content type"), secrets)
    start = redacted_start(response.body, _SHOWN, secrets)
    return ResponseMalformed(
        f"the response {fault}: HTTP {response.status}, {kind}, {len(response.body)} bytes, starts with {start!r}",
        status_code=response.status,
        retry_after=retry_after(response),
    )


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
_LARGE = 8192
"""Bytes from which a faster parser pays off, its import included."""


@cache
def _fast_parser() -> Callable[[bytes], Any] | None:
    """Return msgspec's parser if installed; unlike orjson it keeps integers of any size."""
    try:
        from msgspec.json import decode
    except ImportError:
        return None
    return decode


def parse(body: bytes) -> Any:
    """Return the JSON document in `body`; the fast path assumes plain UTF-8."""
    if len(body) >= _LARGE:
        fast = _fast_parser()
        if fast is not None:
            try:
                return fast(body)
            except Exception:  # noqa: BLE001, S110 - its error is a ValueError only in later versions
                pass  # Python's parser decides
    try:
        text = body.decode()
        document, end = _DECODER.raw_decode(text)
        if end == len(text):
            return document
    except (ValueError, RecursionError):
        pass
    # A byte order mark, UTF-16, surrounding white space, or not JSON: Python's own parser decides.
    return json.loads(body, parse_constant=_refuse_constant)
