"""Streams of events for threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from tencentkit_api.action import Streaming
from tencentkit_api.meta import Meta
from tencentkit_api.model import Model
from tencentkit_api.stream import ServerSentEvent, Stream

from .._pipeline.steps import CallResult
from ..errors import TencentkitError
from .event_decoder import EventDecoder
from .joining import merged

EventT = TypeVar("EventT", bound=Model)
_Item = TypeVar("_Item")


class EventStream(Stream[EventT]):
    """`Stream` of an open response.

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
        """See `Stream`."""
        return self._decoder.meta

    def __iter__(self) -> Iterator[EventT]:
        return self

    def __next__(self) -> EventT:
        model = self._next(self._decoder.next_model)
        if model is None:
            raise StopIteration
        return model

    def raw(self) -> Iterator[ServerSentEvent]:
        """See `Stream`."""
        while (event := self._next(self._decoder.next_raw)) is not None:
            yield event

    def until_done(self) -> EventT:
        """See `Stream`."""
        whole: dict[str, Any] = {}
        while (document := self._next(self._decoder.next_document)) is not None:
            merged(whole, document)
        return self._decoder.joined_model(whole)

    def close(self) -> None:
        """See `Stream`."""
        if self._response is not None:
            self._response.close()
        self._notify(None)

    def _next(self, take: Callable[[], _Item | None]) -> _Item | None:
        """Return the next event, after reading as much as it needs; `None` at the end."""
        decoder = self._decoder
        try:
            while decoder.needs_data():
                decoder.feed(self._response.read())
            item = take()
        except TencentkitError as error:
            failure = decoder.failure(error)
            self._abort(failure)
            raise failure from failure.__cause__
        except BaseException as error:
            self._abort(error)
            raise
        if item is None:
            # A complete response leaves its connection for the next request.
            if self._response is not None:
                self._response.finish()
            self._notify(None)
        return item

    def _abort(self, error: BaseException) -> None:
        if self._response is not None:
            self._response.close()
        self._notify(error)

    def _notify(self, error: BaseException | None) -> None:
        step = self._decoder.end(error)
        if step is not None:
            step.run(None)

    def __repr__(self) -> str:
        return f"Stream({self._decoder.events} events, {self.meta!r})"
