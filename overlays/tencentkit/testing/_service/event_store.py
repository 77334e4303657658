"""Asynchronous events, which start, run and end by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypedDict, Unpack

from attrs import define

from . import times
from .function_store import FunctionStore, StoredFunction
from .service_error import ServiceError

EndState = Literal["FINISHED", "FAILED", "ABORTED"]
END_STATES = ("FINISHED", "FAILED", "ABORTED")
RUNNING = "RUNNING"
STATUSES = (RUNNING, *END_STATES)
RETENTION = 3 * 24 * 3600 * 1000
"""Milliseconds that an event is kept after its end."""

# Only 0 and 200 occur in the documentation; the other two are chosen for the fake.
STATUS_CODES = {RUNNING: 0, "FINISHED": 200, "FAILED": 500, "ABORTED": 499}


@define
class StoredEvent:
    """One asynchronous execution. Times are milliseconds since 1970."""

    function: StoredFunction
    number: int
    """Index in order of creation."""
    invoke_request_id: str
    invoke_type: str
    qualifier: str
    started: int
    ended: int | None
    """Time of the end; `None` until it is known."""
    ends_as: EndState

    def status(self, now: int) -> str:
        """Return the status at `now`."""
        return RUNNING if self.running(now) else self.ends_as

    def running(self, now: int) -> bool:
        """Return whether the event has not ended at `now`."""
        return self.ended is None or now < self.ended

    def visible(self, now: int) -> bool:
        """Return whether the event has started and its retention has not expired."""
        return self.started <= now and (self.ended is None or now - self.ended <= RETENTION)

    def start_time(self) -> str:
        """Return the start as text."""
        return times.to_text(self.started)

    def end_time(self, now: int) -> str:
        """Return the end as text; empty while the event runs."""
        return "" if self.ended is None or self.running(now) else times.to_text(self.ended)


class EventState(NamedTuple):
    """Snapshot of an event, as the service would list it."""

    namespace: str
    function: str
    invoke_request_id: str
    invoke_type: str
    qualifier: str
    status: str
    start_time: str
    end_time: str
    """Empty while the event runs."""


class EventFacts(TypedDict):
    """Attributes of an event that starts; times are milliseconds since 1970."""

    invoke_request_id: str
    invoke_type: str
    started: int
    ended: int | None
    ends_as: EndState


class EventStore:
    """All events of one fake.

    Args:
        functions: The functions that can run.
    """

    def __init__(self, functions: FunctionStore) -> None:
        self._functions = functions
        self._events: dict[str, StoredEvent] = {}
        self._by_function: dict[str, list[StoredEvent]] = {}
        """By function id: a function that is created again under the same name has no events."""

    def start_event(self, name: str, namespace: str, *, qualifier: str, **facts: Unpack[EventFacts]) -> None:
        """Add an event of the function with this name.

        Raises:
            ValueError: The function or qualifier does not exist, the id is in use, or a value is invalid.
        """
        function = self._functions.find(namespace, name)
        if function is None:
            raise ValueError(f"there is no function {name!r} in the namespace {namespace!r}: call add_function first")
        if qualifier not in function.versions:
            raise ValueError(f"the function {name!r} has the versions {', '.join(function.versions)}, not {qualifier!r}")
        self.add(function, qualifier=qualifier, **facts)

    def add(self, function: StoredFunction, *, qualifier: str, **facts: Unpack[EventFacts]) -> None:
        """Add an event, even of a function that was just deleted.

        Raises:
            ValueError: The id is in use, or a value is invalid.
        """
        invoke_request_id, started, ended = facts["invoke_request_id"], facts["started"], facts["ended"]
        if not invoke_request_id or invoke_request_id in self._events:
            raise ValueError(f"invoke_request_id must be unique and not empty: {invoke_request_id!r}")
        if not facts["invoke_type"]:
            raise ValueError("invoke_type must not be empty")
        if ended is not None and ended < started:
            raise ValueError("an event cannot end before it starts")
        _check_end_state(facts["ends_as"])
        event = StoredEvent(function=function, number=len(self._events), qualifier=qualifier, **facts)
        self._events[invoke_request_id] = event
        self._by_function.setdefault(function.function_id, []).append(event)

    def end_event(self, invoke_request_id: str, ends_as: EndState, now: int) -> None:
        """End a running event at `now`.

        Raises:
            ValueError: The event does not exist or does not run, or `ends_as` is invalid.
        """
        event = self._events.get(invoke_request_id)
        if event is None or now < event.started or not event.running(now):
            raise ValueError(f"no event with this id is running: {invoke_request_id!r}")
        _check_end_state(ends_as)
        event.ended, event.ends_as = now, ends_as

    def states(self, now: int) -> list[EventState]:
        """Return a snapshot of each event that is visible at `now`, in order of creation."""
        return [
            EventState(
                namespace=event.function.namespace,
                function=event.function.name,
                invoke_request_id=event.invoke_request_id,
                invoke_type=event.invoke_type,
                qualifier=event.qualifier,
                status=event.status(now),
                start_time=event.start_time(),
                end_time=event.end_time(now),
            )
            for event in self._events.values()
            if event.visible(now)
        ]

    def get(self, invoke_request_id: str, now: int) -> StoredEvent:
        """Return the event with this id.

        Raises:
            ServiceError: The event is not visible at `now`.
        """
        event = self._events.get(invoke_request_id)
        if event is None or not event.visible(now):
            raise ServiceError("ResourceNotFound.AsyncEvent", "No asynchronous event has this id.")
        return event

    def of_function(self, function: StoredFunction, version: str | None, now: int) -> Iterator[StoredEvent]:
        """Iterate over the visible events of a function, in order of creation; `version` restricts them to one version."""
        events = self._by_function.get(function.function_id, [])
        return (event for event in events if event.visible(now) and version in {None, event.qualifier})


def _check_end_state(state: str) -> None:
    if state not in END_STATES:
        raise ValueError(f"ends_as must be one of {', '.join(END_STATES)}, not {state!r}")
