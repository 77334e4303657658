"""Streams of events for event loops; see `event_stream`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any, TypeVar

from tencentkit_api.action import Streaming
from tencentkit_api.meta import Meta
from tencentkit_api.model import Model
from tencentkit_api.stream import AsyncStream, ServerSentEvent

from .._pipeline.steps import CallResult
from ..errors import TencentkitError
from .event_decoder import EventDecoder
from .joining import merged

EventT = TypeVar("EventT", bound=Model)
_Item = TypeVar("_Item")


class AsyncEventStream(AsyncStream[EventT]):
    """`AsyncStream` of an open response.

    Args:
        result: Result of the call that opened the stream.
        model: Class of the events.
        streaming: Facts of the action.
    """

    def __init__(self, result: CallResult, model: type[EventT], streaming: Streaming) -> None:
        self._decoder = EventDecoder(result, model, streaming)
        self._response: Any = None if result.opened is None else result.opened.response

    @property
    def meta(self) -> Meta:
        """See `AsyncStream`."""
        return self._decoder.meta

    def __aiter__(self) -> AsyncIterator[EventT]:
        return self

    async def __anext__(self) -> EventT:
        model = await self._next(self._decoder.next_model)
        if model is None:
            raise StopAsyncIteration
        return model

    async def raw(self) -> AsyncIterator[ServerSentEvent]:
        """See `AsyncStream`."""
        while (event := await self._next(self._decoder.next_raw)) is not None:
            yield event

    async def until_done(self) -> EventT:
        """See `AsyncStream`."""
        whole: dict[str, Any] = {}
        while (document := await self._next(self._decoder.next_document)) is not None:
            merged(whole, document)
        return self._decoder.joined_model(whole)

    async def aclose(self) -> None:
        """See `AsyncStream`."""
        if self._response is not None:
            await self._response.aclose()
        await self._notify(None)

    async def _next(self, take: Callable[[], _Item | None]) -> _Item | None:
        """Return the next event, after reading as much as it needs; `None` at the end."""
        decoder = self._decoder
        try:
            while decoder.needs_data():
                decoder.feed(await self._response.read())
            item = take()
        except TencentkitError as error:
            failure = decoder.failure(error)
            await self._abort(failure)
            raise failure from failure.__cause__
        except BaseException as error:
            await self._abort(error)
            raise
        if item is None:
            # A complete response leaves its connection for the next request.
            if self._response is not None:
                await self._response.finish()
            await self._notify(None)
        return item

    async def _abort(self, error: BaseException) -> None:
        if self._response is not None:
            await self._response.aclose()
        await self._notify(error)

    async def _notify(self, error: BaseException | None) -> None:
        step = self._decoder.end(error)
        if step is not None:
            await step.run_async(None)

    def __repr__(self) -> str:
        return f"AsyncStream({self._decoder.events} events, {self.meta!r})"
