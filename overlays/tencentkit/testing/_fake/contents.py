"""What is in a fake: functions, what they do, and their events."""

from __future__ import annotations

import math
import random
from abc import abstractmethod
from collections.abc import Sequence
from inspect import iscoroutinefunction

from .._service import times as _times
from .._service.dispatch import new_id
from .._service.event_store import EndState, EventState
from .._service.function_store import FunctionState
from .._service.state import Code, Handler
from .component import Part
from .seeding import SeededFunction


class Contents(Part):
    """The part of a fake that is filled and looked at."""

    _event_ids: random.Random

    @abstractmethod
    def event_time(self) -> float:
        """The time by which functions and events live, in Unix seconds."""

    def _moment(self) -> int:
        """That time in milliseconds, which is what a fake keeps."""
        return _times.from_seconds(self.event_time())

    def function_names(self) -> list[tuple[str, str]]:
        """Namespace and name of each function."""
        return [(each.namespace, each.name) for each in self.functions()]

    def functions(self) -> list[FunctionState]:
        """The functions as they stand, seeded and created ones, in the order in which they came."""
        with self._lock:
            return self._service.state.functions.states(self._moment())

    def events(self) -> list[EventState]:
        """Functions' events as they stand, in the order in which they were started."""
        with self._lock:
            return self._service.state.executions.states(self._moment())

    def add_function(self, name: str, *, namespace: str = "default", qualifiers: Sequence[str] = ("$LATEST",)) -> None:
        """Add a function, and its namespace where that is new.

        Args:
            name: Function name.
            namespace: Namespace; `default` is there from the start.
            qualifiers: Its versions.

        Raises:
            ValueError: It is there already, or lacks a name or a qualifier.
        """
        with self._lock:
            self._service.state.functions.seed(name, namespace, qualifiers, self._moment())
        self._changed()

    def function(self, name: str, *, namespace: str = "default", versions: Sequence[str] = ("$LATEST",)) -> SeededFunction:
        """Add a function whose events are then told in words; see `SeededFunction`.

        Args:
            name: Function name.
            namespace: Namespace; `default` is there from the start.
            versions: Its versions.

        Raises:
            ValueError: It is there already, or lacks a name or a version.
        """
        self.add_function(name, namespace=namespace, qualifiers=versions)
        return SeededFunction(self, name, namespace, tuple(versions))

    def set_handler(self, name: str, handler: Handler, *, namespace: str = "default", takes: float = 0.0) -> None:
        """Say what runs where a function is invoked, before or after it is there; else it gives `null`.

        `handler` is given the event (an empty dict where the call has none), and the context where it has a second parameter
        without a default or of the name `context`; so the code itself may be given, `index.main_handler`. The context is a
        dict as the service's: `request_id`, `function_name`, `function_version`, `namespace`, `memory_limit_in_mb`,
        `time_limit_in_ms`, and no more of it. The handler gives what JSON can carry; what it raises is the function's failure.
        It runs at once in the fake, whose result then comes after `takes` seconds; it may call `fake.client()`, but never a
        served fake, which waits for it.

        Args:
            name: Function name.
            handler: The code.
            namespace: Its namespace.
            takes: Seconds that a run takes. A run that takes longer than the function's `Timeout` fails.

        Raises:
            TypeError: `handler` is no plain function.
            ValueError: `takes` is negative or endless.
        """
        if not callable(handler) or iscoroutinefunction(handler):
            raise TypeError(f"a handler is a plain function of the event, or of event and context, not {handler!r}")
        if not 0 <= takes < math.inf:  # NaN is not, either
            raise ValueError(f"a run ends, and not before it began: {takes!r} s")
        with self._lock:
            self._service.state.set_code(namespace, name, Code(handler, takes))

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
        """Start an asynchronous event, and return its `InvokeRequestId`.

        Args:
            name: The function that runs.
            namespace: Its namespace.
            qualifier: The version that runs.
            invoke_type: What started it: any string.
            runs_for: Seconds until it ends; `None`: until `end_event`.
            ends_as: Its status from then on.
            started_at: Unix seconds, or the text that the service would write (`2020-12-01 08:35:00.000`, UTC+8); now
                where nothing is given. An event that starts in the future is not there until then.
            invoke_request_id: Its id; one of 36 characters where nothing is given.

        Raises:
            ValueError: The function or version is not there, the id is taken, or a value can never be.
        """
        if runs_for is not None and not 0 <= runs_for < math.inf:  # NaN is not, either
            raise ValueError(f"an event cannot run for {runs_for!r} s: None is for one without an end")
        with self._lock:
            if isinstance(started_at, str):
                started = _times.from_text(started_at)
            else:
                started = self._moment() if started_at is None else _times.from_seconds(started_at)
            given_id = new_id(self._event_ids) if invoke_request_id is None else invoke_request_id
            self._service.state.executions.start_event(
                name,
                namespace,
                invoke_request_id=given_id,
                invoke_type=invoke_type,
                qualifier=qualifier,
                started=started,
                ended=None if runs_for is None else started + _times.from_seconds(runs_for),
                ends_as=ends_as,
            )
        self._changed()
        return given_id

    def end_event(self, invoke_request_id: str, *, ends_as: EndState = "FINISHED") -> None:
        """Let a running event end now.

        Raises:
            ValueError: No event with this id is running.
        """
        with self._lock:
            self._service.state.executions.end_event(invoke_request_id, ends_as, self._moment())
        self._changed()
