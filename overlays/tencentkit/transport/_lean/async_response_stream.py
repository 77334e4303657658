"""Response of `AsyncLeanTransport` whose body is read in parts."""

from __future__ import annotations

import sys
from contextlib import suppress

from ..._redaction import without_tracebacks
from ...errors import TencentkitError
from .._stream_async import AsyncSocketStream
from .._types import FINISH_SECONDS
from .response_stream import BaseLeanStream


class AsyncLeanResponseStream(BaseLeanStream[AsyncSocketStream]):
    """`AsyncResponseStream` of `AsyncLeanTransport`."""

    async def read_head(self) -> None:
        """Read status and headers."""
        while self._body is None:
            self._feed(await self._stream.read())

    async def read(self) -> bytes:
        """Return the next part of the body; see `AsyncResponseStream.read`."""
        handled = sys.exception()
        try:
            while not (part := self._take()) and not self._ended:
                self._feed(await self._stream.read())
        except BaseException as error:  # noqa: BLE001 - as in `LeanResponseStream`
            self._ended = False
            self.close()
            raise without_tracebacks(error, handled)  # noqa: B904
        if not part:
            self.close()
        return part

    async def finish(self) -> None:
        """Read the rest, and end the exchange; see `ResponseStream.finish`."""
        if self._release is not None:
            self._stream.limits.shorten(FINISH_SECONDS)
            with suppress(TencentkitError):
                while await self.read():
                    pass
            await self.aclose()

    async def aclose(self) -> None:
        """End the exchange; see `ResponseStream.close`."""
        self.close()

    def _is_unusable(self) -> bool:
        return self._stream.incomplete is not None or self._stream.is_closed()
