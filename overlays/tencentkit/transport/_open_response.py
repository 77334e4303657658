"""Response of httpcore whose body is still to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpcore


class OpenResponse:
    """Status, headers and body stream of a response. The caller must close it.

    Attributes:
        status_code: HTTP status.
        headers: Names in lower case.
        stream: Chunks of the body as received.
        extensions: The extensions of httpcore's response.
        reusable: Whether the reuse check passed. Only then `close` returns the connection to the pool, so an exchange that fails
            earlier closes it.
    """

    __slots__ = ("_add_idle", "_connection", "extensions", "headers", "reusable", "status_code", "stream")

    def __init__(self, response: httpcore.Response, connection: Any, add_idle: Callable[[Any], list[Any]]) -> None:
        self.status_code = response.status
        self.headers = join_headers(response.headers)
        self.stream: Any = response.stream
        self.extensions: Mapping[str, Any] = response.extensions
        self.reusable = False
        self._connection = connection
        self._add_idle = add_idle

    def close(self) -> None:
        """Return the connection to the pool, or close it if it is not reusable."""
        to_close = [self._connection]
        try:
            self.stream.close()
            to_close = self._release()
        finally:
            for connection in to_close:
                connection.close()

    def _release(self) -> list[Any]:
        """Return the connection to the pool if it is reusable; return the connections to close."""
        return self._add_idle(self._connection) if self.reusable and self._connection.is_idle() else [self._connection]


def join_headers(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return the headers by name in lower case, repeated ones joined by commas."""
    joined: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("ascii").lower(), raw_value.decode("latin-1")
        joined[name] = f"{joined[name]}, {value}" if name in joined else value
    return joined
