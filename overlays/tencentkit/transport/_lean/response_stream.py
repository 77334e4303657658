"""Response of a lean transport whose body is read in parts: the part without I/O."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Generic, TypeVar

from .._bodies import ResponseBody
from .._connections import Connection, IdleConnections
from .response_parser import ResponseParser

_Stream = TypeVar("_Stream", bound=Connection)


class BaseLeanStream(Generic[_Stream]):
    """Part of a response in parts that threads and event loops have in common.

    Args:
        stream: Connection on which the request was written.
        idle: Idle connections of the transport.
        key: Origin of the connection.
        method: HTTP method of the request.
        release: Releases the slot of the exchange.
    """

    def __init__(self, stream: _Stream, idle: IdleConnections[_Stream], key: Hashable, method: str, release: Callable[[], None]) -> None:
        self.status: int = 0
        self.headers: Mapping[str, str] = {}
        self._stream: _Stream = stream
        self._idle: IdleConnections[_Stream] = idle
        self._key = key
        self._parser = ResponseParser(method)
        self._body: ResponseBody | None = None
        self._ended = False
        self._release: Callable[[], None] | None = release

    def _feed(self, data: bytes) -> None:
        """Parse received data."""
        self._ended = self._parser.feed(data)
        if self._body is None:
            self._body = self._parser.body()
            if self._body is not None:
                self.status, self.headers = self._body.status, self._body.headers
        if self._ended and self._body is not None:
            self._body.check_end()

    def _take(self) -> bytes:
        return b"" if self._body is None else self._body.take()

    def close(self) -> None:
        """End the exchange; see `ResponseStream.close`."""
        release, self._release = self._release, None
        if release is None:
            return
        release()
        if self._ended:
            self._parser.response()  # sets `reusable`
        if self._ended and self._parser.reusable and not self._is_unusable():
            self._idle.release(self._key, self._stream, self.headers)
        else:
            self._stream.close()

    def disown(self) -> None:
        """Leave the slot and the connection to the caller."""
        self._release = None

    def _is_unusable(self) -> bool:
        raise NotImplementedError

    def __del__(self) -> None:
        if getattr(self, "_release", None) is not None:
            self._ended = False
            self.close()
