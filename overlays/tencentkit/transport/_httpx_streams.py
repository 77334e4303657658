"""Responses of the transports on httpx whose bodies are read in parts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from .._redaction import without_tracebacks
from ..errors import TencentkitError
from ._bodies import ResponseBody
from ._engine import Engine
from ._limits import WaitLimits
from ._types import FINISH_SECONDS


class BaseHttpxStream:
    """Part of a response in parts that threads and event loops have in common.

    Args:
        response: Response of httpx whose body is still to be read, unless a mock has read it.
        engine: The engine.
        limits: Limits of the exchange.
        release: Releases the slot of the exchange.

    Raises:
        ResponseMalformed, ConnectionFailed: As for `ResponseBody`.
    """

    def __init__(self, response: Any, engine: Engine, limits: WaitLimits, release: Callable[[], None]) -> None:
        decoded = response.is_stream_consumed  # a mock has read and decoded it
        headers = {name: value for name, value in response.headers.items() if not decoded or name != "content-encoding"}
        self._body = ResponseBody(response.status_code, headers)
        self._ended = decoded
        if decoded:
            self._body.feed(response.content)
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = self._body.headers
        self._response, self._engine, self._limits = response, engine, limits
        self._chunks: Any = None
        self._release: Callable[[], None] | None = release  # last, because the caller releases the slot after an error

    def _free_slot(self) -> bool:
        """Release the slot of the exchange, once; return whether it was still in use."""
        release, self._release = self._release, None
        if release is not None:
            release()
        return release is not None

    def _failure(self, error: BaseException, handled: BaseException | None) -> BaseException:
        """Return the error to raise for `error`."""
        bare = without_tracebacks(error, handled)
        if not isinstance(error, self._engine.errors):
            return bare
        failure = self._engine.error(error, self._limits)
        failure.__cause__ = bare
        return failure

    def __del__(self) -> None:
        if getattr(self, "_release", None) is not None:
            if self._limits.abort is not None:
                self._limits.abort()
            self._free_slot()


class HttpxResponseStream(BaseHttpxStream):
    """`ResponseStream` on httpx."""

    def read(self) -> bytes:
        """Return the next part of the body; see `ResponseStream.read`."""
        handled = sys.exception()
        try:
            while not (part := self._body.take()) and not self._ended:
                # The raw stream: httpx decompresses without a limit.
                self._chunks = self._chunks or iter(self._response.stream)
                chunk = next(self._chunks, None)
                if chunk is None:
                    self._body.check_end()
                    self._ended = True
                else:
                    self._body.feed(chunk)
        except BaseException as error:  # noqa: BLE001 - interrupts too: they leave a part of the response unread
            self.close()
            raise self._failure(error, handled)  # noqa: B904 - its cause is set
        if not part:
            self.close()
        return part

    def finish(self) -> None:
        """Read the rest, and end the exchange; see `ResponseStream.finish`."""
        if self._release is not None:
            self._limits.shorten(FINISH_SECONDS)
            with suppress(TencentkitError):
                while self.read():
                    pass
            self.close()

    def close(self) -> None:
        """End the exchange; see `ResponseStream.close`."""
        if self._free_slot():
            self._ended = True
            self._response.close()
