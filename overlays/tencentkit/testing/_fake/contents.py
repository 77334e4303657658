"""Contents of a fake: functions, their handlers and their events."""

from __future__ import annotations

import math
import random
from abc import abstractmethod
from collections.abc import Sequence
from inspect import iscoroutinefunction
from typing import Any

from .._service import times
from .._service.dispatch import new_id
from .._service.event_store import EndState, EventState
from .._service.function_store import FunctionState
from .._service.state import Handler, ServiceState, TimedHandler
from .component import FakeComponent


class FakeContents(FakeComponent):
    """The methods of a fake that add and list functions and events."""

    _state: ServiceState
    _event_ids: random.Random

    @abstractmethod
    def event_time(self) -> float:
        """Return the time of functions and events, in Unix seconds."""

    def _event_milliseconds(self) -> int:
        return times.from_seconds(self.event_time())

    def function_names(self) -> list[tuple[str, str]]:
        """Return namespace and name of each function."""
        return [(each.namespace, each.name) for each in self.functions()]

    def functions(self) -> list[FunctionState]:
        """Return a snapshot of each function, in order of creation."""
        with self._lock:
            return self._state.functions.states(self._event_milliseconds())

    def events(self) -> list[EventState]:
        """Return a snapshot of each event, in order of creation."""
        with self._lock:
            return self._state.events.states(self._event_milliseconds())

    def add_function(self, name: str, *, namespace: str = "default", qualifiers: Sequence[str] = ("$LATEST",)) -> None:
        """Add a function, and its namespace if that is missing.

        Args:
            name: Function name.
            namespace: Namespace; `default` always exists.
            qualifiers: Versions of the function.

        Raises:
            ValueError: The function exists already, or a name or qualifier is missing.
        """
        with self._lock:
            self._state.functions.seed(name, namespace, qualifiers, self._event_milliseconds())
        self._notify()

    def function(self, name: str, *, namespace: str = "default", versions: Sequence[str] = ("$LATEST",)) -> SeededFunction:
        """Add a function and return an object that adds its events; see `SeededFunction`.

        Args:
            name: Function name.
            namespace: Namespace; `default` always exists.
            versions: Versions of the function.

        Raises:
            ValueError: The function exists already, or a name or version is missing.
        """
        self.add_function(name, namespace=namespace, qualifiers=versions)
        return SeededFunction(self, name, namespace, tuple(versions))

    def set_handler(self, name: str, handler: Handler, *, namespace: str = "default", takes: float = 0.0) -> None:
        """Set the code of a function, which need not exist yet; the default code returns `null`.

        `handler` takes the event, an empty dict if the call has no payload. It also takes the context if its second parameter has no
        default or is named `context`, so `index.main_handler` itself works. The context is a dict with `request_id`, `function_name`,
        `function_version`, `namespace`, `memory_limit_in_mb` and `time_limit_in_ms`. The return value must be JSON-serializable; an
        exception is the function's failure. The fake calls the handler at once and sends the result after `takes` seconds. A handler
        may use `fake.client()`. It must not call the fake over a socket, which would deadlock.

        Args:
            name: Function name.
            handler: The code.
            namespace: Namespace of the function.
            takes: Seconds that a run takes. A run that takes longer than the function's `Timeout` fails.

        Raises:
            TypeError: `handler` is not a plain function.
            ValueError: `takes` is negative or not finite.
        """
        if not callable(handler) or iscoroutinefunction(handler):
            raise TypeError(f"handler must be a plain function of the event, or of event and context, not {handler!r}")
        if not 0 <= takes < math.inf:  # false for NaN
            raise ValueError(f"takes must be finite and not negative: {takes!r}")
        with self._lock:
            self._state.set_handler(namespace, name, TimedHandler(handler, takes))

    def start_event(
        self,
        name: str,
        *,
        namespace: str = "default",
        qualifier: str = "$LATEST",
        invoke_type: str = "COS",
        runs_for: float | None = None,
        ends_as: EndState = "FINISHED",
        started_at: float | str | None = None,
        invoke_request_id: str | None = None,
    ) -> str:
        """Start an asynchronous event and return its `InvokeRequestId`.

        Args:
            name: Function that runs.
            namespace: Namespace of the function.
            qualifier: Version that runs.
            invoke_type: Source of the invocation: any string.
            runs_for: Seconds until it ends; `None`: until `end_event`.
            ends_as: Final status.
            started_at: Unix seconds, or a text as the service returns it (`2020-12-01 08:35:00.000`, UTC+8); default: now.
                An event with a start in the future is not visible before.
            invoke_request_id: Id of the event; default: a new one of 36 characters.

        Raises:
            ValueError: The function or version does not exist, the id is in use, or a value is invalid.
        """
        if runs_for is not None and not 0 <= runs_for < math.inf:  # false for NaN
            raise ValueError(f"runs_for must be finite and not negative, or None for an event without an end: {runs_for!r}")
        with self._lock:
            if isinstance(started_at, str):
                started = times.from_text(started_at)
            else:
                started = self._event_milliseconds() if started_at is None else times.from_seconds(started_at)
            event_id = new_id(self._event_ids) if invoke_request_id is None else invoke_request_id
            self._state.events.start_event(
                name,
                namespace,
                invoke_request_id=event_id,
                invoke_type=invoke_type,
                qualifier=qualifier,
                started=started,
                ended=None if runs_for is None else started + times.from_seconds(runs_for),
                ends_as=ends_as,
            )
        self._notify()
        return event_id

    def end_event(self, invoke_request_id: str, *, ends_as: EndState = "FINISHED") -> None:
        """End a running event now.

        Raises:
            ValueError: No event with this id is running, or `ends_as` is invalid.
        """
        with self._lock:
            self._state.events.end_event(invoke_request_id, ends_as, self._event_milliseconds())
        self._notify()


class SeededFunction:
    """A function of the fake; its methods add events and return their ids.

        hello = fake.function("helloworld")
        hello.handler(lambda event: {"hello": event["name"]})
        hello.running(ends_in=30)
        hello.finished(ago=3600, took=2.5)
        hello.many(250, every=60)

    Times are seconds. `version` defaults to the first version of the function.
    """

    def __init__(self, fake: FakeContents, name: str, namespace: str, versions: tuple[str, ...]) -> None:
        self._fake = fake
        self.name = name
        self.namespace = namespace
        self.versions = versions
        self.ids: list[str] = []
        """Ids of the events added by this object, in order."""

    def handler(self, handler: Handler, *, takes: float = 0.0) -> SeededFunction:
        """Set the code of the function; see `FakeScf.set_handler`.

        Raises:
            TypeError: `handler` is not a plain function.
            ValueError: `takes` is negative or not finite.
        """
        self._fake.set_handler(self.name, handler, namespace=self.namespace, takes=takes)
        return self

    def running(
        self,
        *,
        ends_in: float | None = None,
        ends_as: EndState = "FINISHED",
        ago: float = 0.0,
        version: str | None = None,
        invoke_type: str = "COS",
        invoke_request_id: str | None = None,
    ) -> str:
        """Add an event that is running.

        Args:
            ends_in: Seconds until it ends; `None`: until `fake.end_event`.
            ends_as: Final status.
            ago: Seconds since its start.
            version: Version that runs.
            invoke_type: Source of the invocation.
            invoke_request_id: Id of the event; default: a new one of 36 characters.

        Raises:
            ValueError: A value is invalid.
        """
        if ends_in is not None and not ends_in > 0:
            raise ValueError(f"ends_in must be positive: {ends_in!r}")
        runs_for = None if ends_in is None else ago + ends_in
        return self._start(
            ago=ago,
            version=version,
            runs_for=runs_for,
            ends_as=ends_as,
            invoke_type=invoke_type,
            invoke_request_id=invoke_request_id,
        )

    def finished(self, *, ago: float = 0.0, took: float = 1.0, version: str | None = None, invoke_type: str = "COS") -> str:
        """Add an event that finished `ago` seconds ago, after `took` seconds.

        Raises:
            ValueError: A value is invalid.
        """
        return self.ended("FINISHED", ago=ago, took=took, version=version, invoke_type=invoke_type)

    def failed(self, *, ago: float = 0.0, took: float = 1.0, version: str | None = None, invoke_type: str = "COS") -> str:
        """Add an event that failed; see `finished`."""
        return self.ended("FAILED", ago=ago, took=took, version=version, invoke_type=invoke_type)

    def aborted(self, *, ago: float = 0.0, took: float = 1.0, version: str | None = None, invoke_type: str = "COS") -> str:
        """Add an event that was aborted; see `finished`."""
        return self.ended("ABORTED", ago=ago, took=took, version=version, invoke_type=invoke_type)

    def ended(self, ends_as: EndState, *, ago: float = 0.0, took: float = 1.0, version: str | None = None, invoke_type: str = "COS") -> str:
        """Add an event with the final status `ends_as`; see `finished`."""
        if not (ago >= 0 and took >= 0):
            raise ValueError(f"ago and took must not be negative: {ago!r}, {took!r}")
        return self._start(ago=ago + took, version=version, runs_for=took, ends_as=ends_as, invoke_type=invoke_type)

    def many(
        self,
        count: int,
        *,
        ends_as: EndState = "FINISHED",
        every: float = 1.0,
        took: float = 1.0,
        ago: float = 0.0,
        version: str | None = None,
        invoke_type: str = "COS",
    ) -> list[str]:
        """Add `count` events that ended one after another, oldest first.

        Args:
            count: Number of events.
            ends_as: Final status.
            every: Seconds between the ends of two events.
            took: Seconds that each event ran.
            ago: Seconds since the end of the last event.
            version: Version that ran.
            invoke_type: Source of the invocation.

        Raises:
            ValueError: A value is invalid.
        """
        if isinstance(count, bool) or not isinstance(count, int) or count < 1 or not every >= 0:
            raise ValueError(f"count must be an integer of at least 1 and every not negative: {count!r}, {every!r}")
        return [
            self.ended(ends_as, ago=ago + every * (count - 1 - index), took=took, version=version, invoke_type=invoke_type)
            for index in range(count)
        ]

    def _start(self, *, ago: float, version: str | None, **facts: Any) -> str:
        if not ago >= 0:
            raise ValueError(f"ago must not be negative: {ago!r}")
        event = self._fake.start_event(
            self.name,
            namespace=self.namespace,
            qualifier=self.versions[0] if version is None else version,
            started_at=self._fake.event_time() - ago,
            **facts,
        )
        self.ids.append(event)
        return event

    def __repr__(self) -> str:
        return f"<function {self.namespace}/{self.name} with {len(self.ids)} events seeded>"
