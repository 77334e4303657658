"""Response of `LeanTransport` whose body is read in parts."""

from __future__ import annotations

import sys
from contextlib import suppress

from ..._redaction import without_tracebacks
from ...errors import TencentkitError
from .._stream_sync import SocketStream
from .._types import FINISH_SECONDS
from .response_stream import BaseLeanStream


class LeanResponseStream(BaseLeanStream[SocketStream]):
    """`ResponseStream` of `LeanTransport`."""

    def read_head(self) -> None:
        """Read status and headers."""
        while self._body is None:
            self._feed(self._stream.read())

    def read(self) -> bytes:
        """Return the next part of the body; see `ResponseStream.read`."""
        handled = sys.exception()
        try:
            while not (part := self._take()) and not self._ended:
                self._feed(self._stream.read())
        except BaseException as error:  # noqa: BLE001 - interrupts too: they leave a part of the response unread
            self._ended = False
            self.close()
            raise without_tracebacks(error, handled)  # noqa: B904 - it is the same error
        if not part:
            self.close()
        return part

    def finish(self) -> None:
        """Read the rest, and end the exchange; see `ResponseStream.finish`."""
        if self._release is not None:
            self._stream.limits.shorten(FINISH_SECONDS)
            with suppress(TencentkitError):
                while self.read():
                    pass
            self.close()

    def _is_unusable(self) -> bool:
        return self._stream.incomplete is not None
