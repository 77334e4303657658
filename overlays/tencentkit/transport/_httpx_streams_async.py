"""Responses of the transport on httpx for event loops whose bodies are read in parts."""

from __future__ import annotations

import sys
from contextlib import suppress

from .. import _timers
from ..errors import TencentkitError
from ._httpx_streams import BaseHttpxStream
from ._types import FINISH_SECONDS


class AsyncHttpxResponseStream(BaseHttpxStream):
    """`AsyncResponseStream` on httpx."""

    async def read(self) -> bytes:
        """Return the next part of the body; see `AsyncResponseStream.read`."""
        handled = sys.exception()
        try:
            async with _timers.timeout(self._limits.budget()):
                while not (part := self._body.take()) and not self._ended:
                    self._chunks = self._chunks or aiter(self._response.stream)
                    chunk = await anext(self._chunks, None)
                    if chunk is None:
                        self._body.check_end()
                        self._ended = True
                    else:
                        self._body.feed(chunk)
        except TimeoutError:
            await self.aclose()
            raise self._limits.timed_out() from None
        except BaseException as error:  # noqa: BLE001 - as in `HttpxResponseStream`
            await self.aclose()
            raise self._failure(error, handled)  # noqa: B904
        if not part:
            await self.aclose()
        return part

    async def finish(self) -> None:
        """Read the rest, and end the exchange; see `ResponseStream.finish`."""
        if self._release is not None:
            self._limits.shorten(FINISH_SECONDS)
            with suppress(TencentkitError):
                while await self.read():
                    pass
            await self.aclose()

    async def aclose(self) -> None:
        """End the exchange; see `ResponseStream.close`."""
        if self._free_slot():
            self._ended = True
            await self._response.aclose()
