"""Decoder of one stream: from received bytes to models, without I/O."""

from __future__ import annotations

from collections import deque
from typing import Any, Generic, TypeVar

from tencentkit_api.action import Streaming
from tencentkit_api.meta import Meta
from tencentkit_api.model import Model
from tencentkit_api.stream import ServerSentEvent

from .._pipeline.envelope import parse
from .._pipeline.hook_dispatch import NotifyHooks
from .._pipeline.steps import CallResult, OpenedStream
from ..errors import ApiError, ResponseMalformed, TencentkitError
from .event_parser import EventParser

EventT = TypeVar("EventT", bound=Model)


class EventDecoder(Generic[EventT]):
    """State of one stream.

    Args:
        result: Result of the call that opened the stream.
        model: Class of the events.
        streaming: Facts of the action.

    Attributes:
        meta: Metadata of the call.
        opened: The open response; `None` for a JSON response, which is the only event.
        events: Events received so far.
        finished: Whether no event follows.
    """

    def __init__(self, result: CallResult, model: type[EventT], streaming: Streaming) -> None:
        self.meta: Meta = result.meta
        self.opened: OpenedStream | None = result.opened
        self.events: int = 0
        self.finished: bool = False
        self._model = model
        self._streaming = streaming
        self._parser = EventParser()
        self._received: deque[ServerSentEvent] = deque()
        self._documents: deque[dict[str, Any]] = deque()
        self._ended = self.opened is None
        self._unreported = self.opened
        self._first_event: float | None = None
        if self.opened is None:
            self._documents.append(result.content)

    def needs_data(self) -> bool:
        """Return whether the next event needs more data."""
        return not (self._received or self._documents or self._ended or self.finished)

    def feed(self, data: bytes) -> None:
        """Add received data; `b""` is the end of the response.

        Raises:
            ResponseMalformed: An event is too large.
        """
        self._ended = not data
        self._received.extend(self._parser.feed(data))

    def next_raw(self) -> ServerSentEvent | None:
        """Return the next event as received; `None` at the end."""
        if self.finished or not self._received:
            self.finished = True
            return None
        event = self._received.popleft()
        if self._streaming.done is not None and event.data.strip() == self._streaming.done:
            self.finished = True
            self._received.clear()
            return None
        self._count()
        return event

    def _count(self) -> None:
        self.events += 1
        if self._unreported is not None and self._first_event is None:
            self._first_event = self._unreported.elapsed()

    def next_document(self) -> dict[str, Any] | None:
        """Return the fields of the next event; `None` at the end.

        Raises:
            ApiError: The event is an error of the service.
            ResponseMalformed: The event is not a JSON object.
        """
        if self._documents:
            self._count()
            return self._documents.popleft()
        event = self.next_raw()
        return None if event is None else self._document(event)

    def next_model(self) -> EventT | None:
        """Return the model of the next event; `None` at the end. Errors as for `next_document`."""
        document = self.next_document()
        return None if document is None else self.model(document)

    def model(self, document: dict[str, Any]) -> EventT:
        """Return the model of an event.

        Raises:
            ResponseMalformed: The event is nested too deeply.
        """
        try:
            model = self._model.from_dict(document)
        except RecursionError as error:
            raise ResponseMalformed("an event of the stream is nested too deeply", permanent=True) from error
        model.meta = self.meta  # type: ignore[attr-defined] # every response model has it
        return model

    def joined_model(self, whole: dict[str, Any]) -> EventT:
        """Return the model of all events together.

        Raises:
            ResponseMalformed: There were none.
        """
        if not whole:
            raise ResponseMalformed("the stream had no more events", permanent=True)
        return self.model(whole)

    def end(self, error: BaseException | None = None) -> NotifyHooks | None:
        """Record the end of the stream; return the step that notifies hooks, once."""
        self.finished = True
        self._received.clear()
        self._documents.clear()
        opened, self._unreported = self._unreported, None
        return None if opened is None else opened.ended(error, self.events, self._first_event)

    def failure(self, error: TencentkitError) -> TencentkitError:
        """Return an error of the stream with the facts of its call."""
        return error if self.opened is None else self.opened.annotate(error, self.events)

    def _document(self, event: ServerSentEvent) -> dict[str, Any]:
        try:
            document = parse(event.data.encode())
        except (ValueError, RecursionError):
            document = None
        if not isinstance(document, dict):
            # Without the text of the event: it may hold anything, and the parser's error holds it, too.
            raise ResponseMalformed(
                f"event {self.events} of the stream is not a JSON object ({len(event.data)} characters)", permanent=True
            )
        if "Response" in document or isinstance(document.get("Error"), dict):
            return self._envelope(document if "Response" in document else {"Response": document})
        refusal = document.get(self._streaming.error) if self._streaming.error else None
        if isinstance(refusal, dict) and refusal.get("Code"):
            error = {"Code": str(refusal["Code"]), "Message": refusal.get("Message", refusal.get("Msg"))}
            return self._envelope({"Response": {"Error": error, "RequestId": document.get("RequestId", self.meta.request_id)}})
        return document

    def _envelope(self, document: dict[str, Any]) -> dict[str, Any]:
        assert self.opened is not None  # noqa: S101 - only its events have envelopes
        content = self.opened.open_envelope(event=document)
        if isinstance(content, TencentkitError):
            if isinstance(content, ApiError) and content.request_id is None:
                content.request_id = self.meta.request_id
            raise content
        return content
