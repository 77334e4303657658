"""Functions and their asynchronous events, which start, run and end by the clock.

One state serves every region and account: what the fake is asked for is what a test has put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from attrs import define, frozen

from . import _times
from ._refusal import Refusal

EndState = Literal["FINISHED", "FAILED", "ABORTED"]
END_STATES = ("FINISHED", "FAILED", "ABORTED")
RUNNING = "RUNNING"
STATUSES = (RUNNING, *END_STATES)
RETENTION = 3 * 24 * 3600 * 1000
"""Milliseconds that an event is kept after it ended."""

# 0 and 200 are documented by example alone; the other two are the fake's own, opaque numbers.
STATUS_CODES = {RUNNING: 0, "FINISHED": 200, "FAILED": 500, "ABORTED": 499}


@frozen
class Function:
    """A function that can be asked for."""

    namespace: str
    name: str
    qualifiers: tuple[str, ...]


@define
class AsyncEvent:
    """One asynchronous execution. Times are milliseconds since 1970."""

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


class Executions:
    """All functions and events of one fake."""

    def __init__(self) -> None:
        self._functions: dict[tuple[str, str], Function] = {}
        self._namespaces = {"default"}
        self._events: dict[str, AsyncEvent] = {}
        self._events_of: dict[tuple[str, str], list[AsyncEvent]] = {}

    def add_function(self, name: str, namespace: str, qualifiers: Sequence[str]) -> None:
        """Add a function.

        Raises:
            ValueError: It has no name or no qualifier, or is there already.
        """
        if not name or not namespace or not qualifiers or isinstance(qualifiers, str):
            raise ValueError("a function needs a name, a namespace and a sequence of qualifiers")
        if (namespace, name) in self._functions:
            raise ValueError(f"the function {name!r} is in the namespace {namespace!r} already")
        self._namespaces.add(namespace)
        self._functions[namespace, name] = Function(namespace, name, tuple(qualifiers))
        self._events_of[namespace, name] = []

    def start_event(
        self,
        name: str,
        namespace: str,
        *,
        invoke_request_id: str,
        invoke_type: str,
        qualifier: str,
        started: int,
        ended: int | None,
        ends_as: EndState,
    ) -> None:
        """Add an event.

        Raises:
            ValueError: Its function or qualifier is not there, its id is taken, or a value can never be.
        """
        function = self._functions.get((namespace, name))
        if function is None:
            raise ValueError(f"there is no function {name!r} in the namespace {namespace!r}: add_function first")
        if qualifier not in function.qualifiers:
            raise ValueError(f"the function {name!r} has the qualifiers {function.qualifiers}, not {qualifier!r}")
        if not invoke_request_id or invoke_request_id in self._events:
            raise ValueError(f"an event needs an id of its own: {invoke_request_id!r}")
        if not invoke_type:
            raise ValueError("an event needs an invocation type")
        if ended is not None and ended < started:
            raise ValueError("an event cannot end before it starts")
        _check_end_state(ends_as)
        event = AsyncEvent(
            number=len(self._events),
            invoke_request_id=invoke_request_id,
            invoke_type=invoke_type,
            qualifier=qualifier,
            started=started,
            ended=ended,
            ends_as=ends_as,
        )
        self._events[invoke_request_id] = event
        self._events_of[namespace, name].append(event)

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

    def function_names(self) -> list[tuple[str, str]]:
        """Namespace and name of each function, in the order in which they were added."""
        return list(self._functions)

    def states(self, now: int) -> list[EventState]:
        """Every event that can be seen at `now`, in the order in which the test started them."""
        owners = [(owner, event) for owner, events in self._events_of.items() for event in events if event.visible(now)]
        owners.sort(key=lambda pair: pair[1].number)
        return [
            EventState(
                namespace=namespace,
                function=name,
                invoke_request_id=event.invoke_request_id,
                invoke_type=event.invoke_type,
                qualifier=event.qualifier,
                status=event.status(now),
                start_time=event.start_time(),
                end_time=event.end_time(now),
            )
            for (namespace, name), event in owners
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

    def events(self, namespace: str, name: str, qualifier: str | None, now: int) -> Iterator[AsyncEvent]:
        """The events of a function at `now`, in the order in which the test started them.

        Args:
            namespace: The function's namespace.
            name: The function's name.
            qualifier: Only events of this version.
            now: Milliseconds since 1970.

        Raises:
            Refusal: The namespace, the function or the version is not there.
        """
        if namespace not in self._namespaces:
            raise Refusal("ResourceNotFound.Namespace", f"There is no namespace `{namespace}`.")
        function = self._functions.get((namespace, name))
        if function is None:
            raise Refusal("ResourceNotFound.Function", f"There is no function `{name}` in `{namespace}`.")
        if qualifier is not None and qualifier not in function.qualifiers:
            raise Refusal("ResourceNotFound.Version", f"The function `{name}` has no version `{qualifier}`.")
        return (event for event in self._events_of[namespace, name] if event.visible(now) and qualifier in {None, event.qualifier})


def _check_end_state(state: str) -> None:
    if state not in END_STATES:
        raise ValueError(f"an event ends as one of {', '.join(END_STATES)}, not {state!r}")
