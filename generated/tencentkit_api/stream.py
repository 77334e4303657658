# Written by `python -m generator emit` from generator/emit/templates/shared/stream.py.jinja.
# Do not edit: change the template.
"""Interface of a response that arrives as events, for the signatures of methods. `tencentkit` implements it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import Generic, NamedTuple, Self, TypeVar

from .meta import Meta

EventT = TypeVar("EventT", covariant=True)


class ServerSentEvent(NamedTuple):
    """One event as the service sent it."""

    data: str
    event: str = "message"
    """Type of the event."""
    id: str = ""


class Stream(ABC, Generic[EventT]):
    """Iterator over the events of one response. Use it in a `with` block, or close it: it holds a connection.

        with client.chat_completions(…, stream=True) as stream:
            for event in stream:
                …

    A stream can be read once. Errors of the service, of the connection and of the deadline end it, and are never retryable.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def meta(self) -> Meta:
        """Metadata of the call that opened the stream."""

    @abstractmethod
    def __iter__(self) -> Iterator[EventT]: ...

    @abstractmethod
    def __next__(self) -> EventT: ...

    @abstractmethod
    def raw(self) -> Iterator[ServerSentEvent]:
        """Iterate over the remaining events as the service sent them, without models."""

    @abstractmethod
    def until_done(self) -> EventT:
        """Read the remaining events and return them as one: the texts of a `Delta` joined, the last value of every other field."""

    @abstractmethod
    def close(self) -> None:
        """End the stream. Callers may repeat it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncStream(ABC, Generic[EventT]):
    """Asynchronous `Stream`.

    async with await client.chat_completions(…, stream=True) as stream:
        async for event in stream:
            …
    """

    __slots__ = ()

    @property
    @abstractmethod
    def meta(self) -> Meta:
        """Metadata of the call that opened the stream."""

    @abstractmethod
    def __aiter__(self) -> AsyncIterator[EventT]: ...

    @abstractmethod
    async def __anext__(self) -> EventT: ...

    @abstractmethod
    def raw(self) -> AsyncIterator[ServerSentEvent]:
        """Iterate over the remaining events as the service sent them, without models."""

    @abstractmethod
    async def until_done(self) -> EventT:
        """Read the remaining events and return them as one; see `Stream.until_done`."""

    @abstractmethod
    async def aclose(self) -> None:
        """End the stream. Callers may repeat it."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()
