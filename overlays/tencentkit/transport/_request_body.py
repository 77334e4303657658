"""The body of a request on its way."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from .._deadline import least
from ._types import HttpRequest


class SentBody:
    """Before it has begun the service cannot have done anything; once it is written, the throttle is told.

    Attributes:
        begun: Whether some of it may have left.
    """

    def __init__(self, request: HttpRequest) -> None:
        self._content = request.body
        self._written = request.written
        self.begun = False

    def __iter__(self) -> Iterator[bytes]:
        self.begun = True
        yield self._content
        # Asked for more, so all of it is with the kernel.
        if self._written is not None:
            self._written()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk


def timeouts(request: HttpRequest, timeout: float | None) -> dict[str, float | None]:
    """How long each wait of an exchange may take, as httpx and httpcore want to be told."""
    before = least(timeout, request.connect)
    return {"connect": before, "read": timeout, "write": timeout, "pool": before}
