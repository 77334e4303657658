"""Bodies: report when a request body is written; collect, decompress and limit a response body.

Source: docs/design/protocol.md, section "Request and size limits".
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping

from ..errors import ConnectionFailed, ResponseMalformed
from ._limits import WaitLimits
from ._types import HttpRequest, HttpResponse

MAXIMUM_BYTES = 50 * 1024 * 1024
_GZIP = 16 + zlib.MAX_WBITS
_REDIRECT = range(300, 400)
_PROXY_AUTHENTICATION = 407


class RequestBody:
    """Body of one request, as httpx streams it; calls `HttpRequest.written` after it is written.

    Args:
        request: The request.
        limits: Limits of the exchange; `sent` is set when the first part leaves.
    """

    def __init__(self, request: HttpRequest, limits: WaitLimits) -> None:
        self._content = request.body
        self._written = request.written
        self._limits = limits

    def __iter__(self) -> Iterator[bytes]:
        self._limits.sent = True
        yield self._content
        # The transport requests the next chunk, so the kernel has all of this one.
        if self._written is not None:
            self._written()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk


class ResponseBody:
    """Collector of the chunks of one response.

    Args:
        status: HTTP status.
        headers: Headers of the response; the attribute has their names in lower case.

    Raises:
        ResponseMalformed: The response is a redirect, or its content encoding is unsupported.
        ConnectionFailed: A proxy requires authentication.
    """

    def __init__(self, status: int, headers: Mapping[str, str]) -> None:
        self.status = status
        self.headers: Mapping[str, str] = {name.lower(): value for name, value in headers.items()}
        if status in _REDIRECT:
            # Following it would send the signature and the token to another host.
            raise ResponseMalformed("the response is a redirect, which is never followed", status_code=status, permanent=True)
        if status == _PROXY_AUTHENTICATION:
            raise proxy_refused()
        encoding = self.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ("", "identity", "gzip"):
            raise ResponseMalformed(f"the response has the unsupported content encoding {encoding!r}", status_code=status)
        self._decoder = zlib.decompressobj(_GZIP) if encoding == "gzip" else None
        self._decoded = bytearray()
        self._fed = False

    def feed(self, chunk: bytes) -> None:
        """Add a chunk as received.

        Raises:
            ResponseMalformed: The chunk is invalid gzip data, or the body is larger than 50 MB.
        """
        self._fed = self._fed or bool(chunk)
        room = MAXIMUM_BYTES - len(self._decoded) + 1
        if self._decoder is None:
            self._decoded += chunk[:room]
        else:
            try:
                self._decoded += self._decoder.decompress(chunk, room)
            except zlib.error as error:
                raise self._malformed(f"is not valid gzip data ({error})") from error
            if self._decoder.unused_data:
                raise self._malformed("has unexpected data after the end of its gzip data")
        if len(self._decoded) > MAXIMUM_BYTES:
            raise too_large(self.status)

    def response(self) -> HttpResponse:
        """Return the complete response.

        Raises:
            ResponseMalformed: The gzip data is truncated.
        """
        if self._decoder is not None:
            self.check_end()
        return HttpResponse(self.status, self.headers, bytes(self._decoded))

    def take(self) -> bytes:
        """Return what was decoded since the last call, for a response that is read in parts."""
        part = bytes(self._decoded)
        self._decoded.clear()
        return part

    def check_end(self) -> None:
        """Check the end of the body.

        Raises:
            ResponseMalformed: The gzip data is truncated.
        """
        if self._decoder is not None and self._fed and not self._decoder.eof:
            raise self._malformed("has truncated gzip data")

    def _malformed(self, fault: str) -> ResponseMalformed:
        return ResponseMalformed(f"the response {fault}", status_code=self.status)


def join_headers(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return the headers by name in lower case, repeated ones joined by commas."""
    joined: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("ascii").lower(), raw_value.decode("latin-1")
        joined[name] = f"{joined[name]}, {value}" if name in joined else value
    return joined


def proxy_refused() -> ConnectionFailed:
    """Return the error for a proxy that accepts no request without other credentials."""
    message = "could not connect: the proxy requires authentication (407): set user and password in the URL of the proxy"
    return ConnectionFailed(message, sent=False, permanent=True)


def check_size(length: int, status: int) -> None:
    """Check the length of a whole body.

    Raises:
        ResponseMalformed: It is larger than 50 MB.
    """
    if length > MAXIMUM_BYTES:
        raise too_large(status)


def too_large(status: int) -> ResponseMalformed:
    """Return the error for a response above the limit of the protocol."""
    return ResponseMalformed(f"the response is larger than {MAXIMUM_BYTES:,} bytes", status_code=status, permanent=True)


def unexpected_data(status: int) -> ResponseMalformed:
    """Return the error for a response that other data follows."""
    message = "unexpected data after the response; the response was discarded and the connection closed"
    return ResponseMalformed(message, status_code=status)
