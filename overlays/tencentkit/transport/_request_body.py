"""Request body for httpcore and httpx, and the timeouts that both expect."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from .._deadline import tighter
from ._types import HttpRequest


class RequestBody:
    """Body of one request; calls `HttpRequest.written` after it is written.

    Attributes:
        started: Whether some of the body may have left. Before that, the service cannot have done anything.
    """

    def __init__(self, request: HttpRequest) -> None:
        self._content = request.body
        self._written = request.written
        self.started = False

    def __iter__(self) -> Iterator[bytes]:
        self.started = True
        yield self._content
        # The transport requests the next chunk, so the kernel has all of this one.
        if self._written is not None:
            self._written()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk


def timeout_extension(request: HttpRequest, timeout: float | None) -> dict[str, float | None]:
    """Return the timeouts of an exchange in the form of httpx and httpcore."""
    before_sending = tighter(timeout, request.connect)
    return {"connect": before_sending, "read": timeout, "write": timeout, "pool": before_sending}
