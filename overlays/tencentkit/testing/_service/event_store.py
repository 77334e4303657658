"""Asynchronous events of functions, which start, run and end by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypedDict, Unpack

from attrs import define

from . import times as _times
from .function_store import Function, Functions
from .refusal import Refusal

EndState = Literal["FINISHED", "FAILED", "ABORTED"]
END_STATES = ("FINISHED", "FAILED", "ABORTED")
RUNNING = "RUNNING"
STATUSES = (RUNNING, *END_STATES)
RETENTION = 3 * 24 * 3600 * 1000
"""Milliseconds that an event is kept after it ended."""

# 0 and 200 are documented by example alone; the other two are the fake's own, opaque numbers.
STATUS_CODES = {RUNNING: 0, "FINISHED": 200, "FAILED": 500, "ABORTED": 499}


@define
class AsyncEvent:
    """One asynchronous execution. Times are milliseconds since 1970."""

    function: Function
    """What runs."""
    number: int
    """Its place among all events, in the order in which the test started them."""
    invoke_request_id: str
    invoke_type: str
    qualifier: str
    started: int
    ended: int | None
    """When it ends; `None` while that is open."""
    ends_as: EndState

    def status(self, now: int) -> str:
        """Its status at `now`."""
        return RUNNING if self.running(now) else self.ends_as

    def running(self, now: int) -> bool:
        """Whether it has not ended at `now`."""
        return self.ended is None or now < self.ended

    def visible(self, now: int) -> bool:
        """Whether it has started, and is not past its retention."""
        return self.started <= now and (self.ended is None or now - self.ended <= RETENTION)

    def start_time(self) -> str:
        """Its start as the service writes it."""
        return _times.to_text(self.started)

    def end_time(self, now: int) -> str:
        """Its end as the service writes it: empty while it runs."""
        return "" if self.ended is None or self.running(now) else _times.to_text(self.ended)


class EventState(NamedTuple):
    """How an event stands, as the service would list it."""

    namespace: str
    function: str
    invoke_request_id: str
    invoke_type: str
    qualifier: str
    status: str
    start_time: str
    end_time: str
    """Empty while it runs."""


class Facts(TypedDict):
    """What is said of an event that starts; times are milliseconds since 1970."""

    invoke_request_id: str
    invoke_type: str
    started: int
    ended: int | None
    ends_as: EndState


class Executions:
    """All events of one fake.

    Args:
        functions: What can run.
    """

    def __init__(self, functions: Functions) -> None:
        self._functions = functions
        self._events: dict[str, AsyncEvent] = {}
        self._events_of: dict[str, list[AsyncEvent]] = {}
        """By the function's id: one that is made anew under the same name has no events."""

    def start_event(self, name: str, namespace: str, *, qualifier: str, **facts: Unpack[Facts]) -> None:
        """Add an event of the function of this name.

        Raises:
            ValueError: Its function or qualifier is not there, its id is taken, or a value can never be.
        """
        function = self._functions.find(namespace, name)
        if function is None:
            raise ValueError(f"there is no function {name!r} in the namespace {namespace!r}: add_function first")
        if qualifier not in function.versions:
            raise ValueError(f"the function {name!r} has the versions {', '.join(function.versions)}, not {qualifier!r}")
        self.add(function, qualifier=qualifier, **facts)

    def add(self, function: Function, *, qualifier: str, **facts: Unpack[Facts]) -> None:
        """Add an event, even of a function that has just deleted itself.

        Raises:
            ValueError: Its id is taken, or a value can never be.
        """
        invoke_request_id, started, ended = facts["invoke_request_id"], facts["started"], facts["ended"]
        if not invoke_request_id or invoke_request_id in self._events:
            raise ValueError(f"an event needs an id of its own: {invoke_request_id!r}")
        if not facts["invoke_type"]:
            raise ValueError("an event needs an invocation type")
        if ended is not None and ended < started:
            raise ValueError("an event cannot end before it starts")
        _check_end_state(facts["ends_as"])
        event = AsyncEvent(function=function, number=len(self._events), qualifier=qualifier, **facts)
        self._events[invoke_request_id] = event
        self._events_of.setdefault(function.function_id, []).append(event)

    def end_event(self, invoke_request_id: str, ends_as: EndState, now: int) -> None:
        """Let a running event end at `now`.

        Raises:
            ValueError: There is no such event, or it does not run.
        """
        event = self._events.get(invoke_request_id)
        if event is None or now < event.started or not event.running(now):
            raise ValueError(f"no event with this id is running: {invoke_request_id!r}")
        _check_end_state(ends_as)
        event.ended, event.ends_as = now, ends_as

    def states(self, now: int) -> list[EventState]:
        """Every event that can be seen at `now`, in the order in which they were started."""
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

    def event(self, invoke_request_id: str, now: int) -> AsyncEvent:
        """The event with this id.

        Raises:
            Refusal: There is none at `now`, or none any more.
        """
        event = self._events.get(invoke_request_id)
        if event is None or not event.visible(now):
            raise Refusal("ResourceNotFound.AsyncEvent", "There is no asynchronous event with this id.")
        return event

    def events(self, function: Function, version: str | None, now: int) -> Iterator[AsyncEvent]:
        """The events of a function at `now`, in the order in which they were started.

        Args:
            function: What ran.
            version: Only events of this version.
            now: Milliseconds since 1970.
        """
        found = self._events_of.get(function.function_id, [])
        return (event for event in found if event.visible(now) and version in {None, event.qualifier})


def _check_end_state(state: str) -> None:
    if state not in END_STATES:
        raise ValueError(f"an event ends as one of {', '.join(END_STATES)}, not {state!r}")
