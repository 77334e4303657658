"""Reading one answer from the bytes of a connection, as strictly as h11 does.

A plain answer (its head whole in the first bytes that come, one `Content-Length`, nothing odd in it) is read here, at a
twentieth of h11's cost. Anything else is given to h11, byte by byte as it came: there is no second opinion about it.
What is plain is narrower than what h11 takes, so that both say the same of any bytes; tests/transport/test_lean_reading.py compares them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ...errors import ConnectionFailed, ResponseMalformed
from .._response_body import MAXIMUM_BYTES, Body
from .._types import HttpResponse
from .request_writer import SEEN, lower_name

if TYPE_CHECKING:
    import h11

_LONGEST_HEAD = 100 * 1024
"""What httpcore lets h11 take of a head, and what is left of chunk headers."""
_SEEN_OR_BLANK = SEEN + b" \t"
_WITHOUT_BODY = ("204", "304")
_DIGITS = 20
_REDIRECTS = 300


class ResponseParser:
    """One answer to one request.

    Args:
        method: Of the request.

    Attributes:
        reusable: Whether the connection may carry another request.
    """

    __slots__ = ("_body", "_left", "_method", "_odd", "_whole", "reusable")

    def __init__(self, method: str) -> None:
        self.reusable = False
        self._method = method
        self._body: Body | None = None
        self._left = 0
        self._odd: H11Parser | None = None
        self._whole: HttpResponse | None = None

    def feed(self, data: bytes) -> bool:
        """Take what came, `b""` for the end of the connection; whether the answer is whole.

        Raises:
            ConnectionFailed: It is no answer, or it is cut off.
            ResponseMalformed: It is one that is not believed, or too large.
        """
        if self._odd is not None:
            return self._odd.feed(data)
        if self._body is None:
            end = data.find(b"\r\n\r\n")
            plain = _plain(data[: end + 2]) if end > 0 else None
            if plain is None:
                self._odd = H11Parser(self._method)
                return self._odd.feed(data)
            status, headers, self._left = plain
            data = data[end + 4 :]
            if len(data) == self._left <= MAXIMUM_BYTES and status < _REDIRECTS and "content-encoding" not in headers:
                # All of it is there, and there is nothing to decode: `Body` would say the same, later.
                self._whole = HttpResponse(status, headers, data)
                self.reusable = True
                return True
            self._body = Body(status, headers)
        elif not data:
            raise broken("peer closed connection without sending complete message body")
        self._left -= len(data)
        if self._left < 0:
            raise stranger(self._body.status)
        self._body.feed(data)
        self.reusable = not self._left
        return self.reusable

    def response(self) -> HttpResponse:
        """The whole answer.

        Raises:
            ResponseMalformed: Its gzip data is cut off.
        """
        if self._whole is not None:
            return self._whole
        if self._odd is not None:
            self.reusable = self._odd.reusable
            return self._odd.response()
        assert self._body is not None  # noqa: S101 - `feed` said that the answer is whole
        return self._body.response()


def broken(reason: str) -> ConnectionFailed:
    """The error for an answer that is none."""
    return ConnectionFailed(f"the connection broke: {reason}", sent=True)


def stranger(status: int) -> ResponseMalformed:
    """The error for bytes that follow an answer."""
    return ResponseMalformed("the connection delivered more than one answer: none is believed", status_code=status)


def _plain(head: bytes) -> tuple[int, dict[str, str], int] | None:
    """Status, headers and length of a plain answer; `None` for any other, good or bad."""
    ends = head.count(b"\r\n")
    # What is neither seen nor blank are ends of lines, whole ones: nothing hides between two of them.
    if len(head) > _LONGEST_HEAD // 2 or head.translate(None, _SEEN_OR_BLANK) != b"\r\n" * ends:
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
    if not length.isdigit() or len(length) > _DIGITS or status in _WITHOUT_BODY or "transfer-encoding" in headers:
        return None
    if headers.get("connection", "keep-alive").lower() != "keep-alive":
        return None
    return int(status), headers, int(length)


class H11Parser:
    """Reads with h11, as httpcore does."""

    def __init__(self, method: str) -> None:
        import h11

        self._connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)
        # What h11 must know of the request: whether its answer has a body, and that all of it has been sent.
        self._connection.send(h11.Request(method=method, target="/", headers=[("Host", "of-no-interest")]))
        self._connection.send(h11.EndOfMessage())
        self._body: Body | None = None
        self.reusable = False

    def feed(self, data: bytes) -> bool:
        """See `ResponseParser.feed`."""
        import h11

        if not data and self._connection.their_state is h11.SEND_RESPONSE:
            raise broken("server disconnected without sending a response")
        try:
            self._connection.receive_data(data)
            return self._read(self._connection.next_event)
        except h11.RemoteProtocolError as error:
            raise broken(str(error)) from error

    def _read(self, next_event: Callable[[], Any]) -> bool:
        import h11

        while (event := next_event()) is not h11.NEED_DATA:
            if isinstance(event, h11.Response):
                self._body = Body(event.status_code, _joined(event))
            elif isinstance(event, h11.Data) and self._body is not None:
                self._body.feed(bytes(event.data))
            elif isinstance(event, h11.EndOfMessage):
                return self._ended()
            elif event is h11.PAUSED or isinstance(event, h11.ConnectionClosed):
                raise broken("it was used for something else than an answer")
        return False

    def _ended(self) -> bool:
        import h11

        trailing, _ = self._connection.trailing_data
        if trailing and self._body is not None:
            raise stranger(self._body.status)
        self.reusable = self._connection.their_state is h11.DONE and self._connection.our_state is h11.DONE
        return True

    def response(self) -> HttpResponse:
        """See `ResponseParser.response`."""
        assert self._body is not None  # noqa: S101 - as in `ResponseParser`
        return self._body.response()


def _joined(event: h11.Response) -> dict[str, str]:
    headers: dict[str, str] = {}
    for raw_name, raw_value in event.headers:
        name, value = raw_name.decode("ascii"), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers
