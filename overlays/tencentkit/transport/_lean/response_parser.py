"""Response parser, as strict as h11.

It parses a plain response itself, at a twentieth of the cost of h11: a complete head in the first bytes, one `Content-Length`, nothing
unusual. h11 parses every other response from its first byte. h11 accepts every plain response, so both give the same result for any
bytes; tests/transport/test_response_parser.py compares them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...errors import ConnectionFailed
from .._bodies import MAXIMUM_BYTES, ResponseBody, join_headers, unexpected_data
from .._types import HttpResponse
from .request_writer import VISIBLE, lower_name

_MAX_HEAD_BYTES = 100 * 1024
"""Limit of httpcore for a head and for a chunk header."""
_VISIBLE_OR_BLANK = VISIBLE + b" \t"
_WITHOUT_BODY = ("204", "304")
_MAX_DIGITS = 20
_FIRST_REDIRECT = 300


class ResponseParser:
    """Parser of one response.

    Args:
        method: HTTP method of the request.

    Attributes:
        reusable: Whether the connection may carry another request.
    """

    __slots__ = ("_body", "_complete", "_h11_parser", "_left", "_method", "reusable")

    def __init__(self, method: str) -> None:
        self.reusable = False
        self._method = method
        self._body: ResponseBody | None = None
        self._left = 0
        self._h11_parser: H11Parser | None = None
        self._complete: HttpResponse | None = None

    def feed(self, data: bytes) -> bool:
        """Parse received data, `b""` for end of file; return whether the response is complete.

        Raises:
            ConnectionFailed: The data is not an HTTP response, or it is truncated.
            ResponseMalformed: The response is a redirect, too large, or followed by other data.
        """
        if self._h11_parser is not None:
            return self._h11_parser.feed(data)
        if self._body is None:
            end = data.find(b"\r\n\r\n")
            plain = _plain(data[: end + 2]) if end > 0 else None
            if plain is None:
                self._h11_parser = H11Parser(self._method)
                return self._h11_parser.feed(data)
            status, headers, self._left = plain
            data = data[end + 4 :]
            if len(data) == self._left <= MAXIMUM_BYTES and status < _FIRST_REDIRECT and "content-encoding" not in headers:
                # Complete, and nothing to decompress: `ResponseBody` would give the same result at a higher cost.
                self._complete = HttpResponse(status, headers, data)
                self.reusable = True
                return True
            self._body = ResponseBody(status, headers)
        elif not data:
            raise protocol_error("peer closed connection without sending complete message body")
        self._left -= len(data)
        if self._left < 0:
            raise unexpected_data(self._body.status)
        self._body.feed(data)
        self.reusable = not self._left
        return self.reusable

    def body(self) -> ResponseBody | None:
        """Return the collector of the body; `None` before the head is complete. For a response that is read in parts."""
        if self._complete is not None and self._body is None:
            self._body = ResponseBody(self._complete.status, self._complete.headers)
            self._body.feed(self._complete.body)
        return self._body if self._h11_parser is None else self._h11_parser.body

    def response(self) -> HttpResponse:
        """Return the complete response.

        Raises:
            ResponseMalformed: The gzip data is truncated.
        """
        if self._complete is not None:
            return self._complete
        if self._h11_parser is not None:
            self.reusable = self._h11_parser.reusable
            return self._h11_parser.response()
        assert self._body is not None  # noqa: S101 - `feed` has returned true
        return self._body.response()


def protocol_error(reason: str) -> ConnectionFailed:
    """Return the error for data that is not a complete HTTP response."""
    return ConnectionFailed(f"HTTP protocol error: {reason}", sent=True)


def _plain(head: bytes) -> tuple[int, dict[str, str], int] | None:
    """Return status, headers and length of a plain response; `None` for any other, valid or not."""
    lines = head.count(b"\r\n")
    # All characters that are neither visible nor blank must form complete line ends.
    if len(head) > _MAX_HEAD_BYTES // 2 or head.translate(None, _VISIBLE_OR_BLANK) != b"\r\n" * lines:
        return None
    first, *rest = head.decode("ascii").split("\r\n")
    protocol, status, after = first[:9], first[9:12], first[12:13]
    if protocol != "HTTP/1.1 " or len(status) != 3 or not status.isdigit() or status < "200" or after not in {"", " "}:
        return None
    headers: dict[str, str] = {}
    for line in rest[:-1]:
        name, colon, value = line.partition(":")
        lower = lower_name(name)
        if not colon or lower is None:
            return None
        value = value.strip(" \t")
        headers[lower] = f"{headers[lower]}, {value}" if lower in headers else value
    length = headers.get("content-length", "")
    if not length.isdigit() or len(length) > _MAX_DIGITS or status in _WITHOUT_BODY or "transfer-encoding" in headers:
        return None
    if headers.get("connection", "keep-alive").lower() != "keep-alive":
        return None
    return int(status), headers, int(length)


class H11Parser:
    """Parser of one response by h11, configured as in httpcore."""

    def __init__(self, method: str) -> None:
        import h11

        self._connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MAX_HEAD_BYTES)
        # From the request h11 derives whether the response has a body.
        self._connection.send(h11.Request(method=method, target="/", headers=[("Host", "unused")]))
        self._connection.send(h11.EndOfMessage())
        self.body: ResponseBody | None = None
        self.reusable = False

    def feed(self, data: bytes) -> bool:
        """Parse received data; see `ResponseParser.feed`."""
        import h11

        if not data and self._connection.their_state is h11.SEND_RESPONSE:
            raise protocol_error("server disconnected without sending a response")
        try:
            self._connection.receive_data(data)
            return self._read(self._connection.next_event)
        except h11.RemoteProtocolError as error:
            raise protocol_error(str(error)) from error

    def _read(self, next_event: Callable[[], Any]) -> bool:
        import h11

        while (event := next_event()) is not h11.NEED_DATA:
            if isinstance(event, h11.Response):
                self.body = ResponseBody(event.status_code, join_headers(event.headers))
            elif isinstance(event, h11.Data) and self.body is not None:
                self.body.feed(bytes(event.data))
            elif isinstance(event, h11.EndOfMessage):
                return self._end()
            elif event is h11.PAUSED or isinstance(event, h11.ConnectionClosed):
                raise protocol_error("the server switched protocols or closed the connection")
        return False

    def _end(self) -> bool:
        import h11

        trailing, _ = self._connection.trailing_data
        if trailing and self.body is not None:
            raise unexpected_data(self.body.status)
        self.reusable = self._connection.their_state is h11.DONE and self._connection.our_state is h11.DONE
        return True

    def response(self) -> HttpResponse:
        """Return the complete response; see `ResponseParser.response`."""
        assert self.body is not None  # noqa: S101 - as in `ResponseParser`
        return self.body.response()
