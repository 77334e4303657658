"""Putting functions and events into a fake, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._service.event_store import EndState

if TYPE_CHECKING:
    from .._service.state import Handler
    from .contents import Contents


class SeededFunction:
    """A function of the fake's; its methods start events and return their ids.

        hello = fake.function("helloworld")
        hello.handler(lambda event: {"hello": event["name"]})
        hello.running(ends_in=30)
        hello.finished(ago=3600, took=2.5)
        hello.many(250, every=60)

    Times are seconds. Every method takes `version` and `invoke_type` too.
    """

    def __init__(self, fake: Contents, name: str, namespace: str, versions: tuple[str, ...]) -> None:
        self._fake = fake
        self.name = name
        self.namespace = namespace
        self.versions = versions
        self.ids: list[str] = []
        """Ids of the events that were started here, in that order."""

    def handler(self, handler: Handler, *, takes: float = 0.0) -> SeededFunction:
        """Say what runs where the function is invoked; see `FakeScf.set_handler`.

        Raises:
            TypeError: `handler` is no plain function.
            ValueError: `takes` is negative or endless.
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
        """Start an event that runs now.

        Args:
            ends_in: Seconds until it ends; `None`: until `fake.end_event`.
            ends_as: How it ends.
            ago: Seconds since it began.
            version: The version that runs; the first where nothing is given.
            invoke_type: What started it.
            invoke_request_id: Its id; one of 36 characters where nothing is given.

        Raises:
            ValueError: A value can never be.
        """
        if ends_in is not None and not ends_in > 0:
            raise ValueError(f"what runs now ends later, not in {ends_in!r} s")
        runs_for = None if ends_in is None else ago + ends_in
        return self._start(
            began=ago,
            version=version,
            runs_for=runs_for,
            ends_as=ends_as,
            invoke_type=invoke_type,
            invoke_request_id=invoke_request_id,
        )

    def finished(self, *, ago: float = 0.0, took: float = 1.0, version: str | None = None, invoke_type: str = "COS") -> str:
        """An event that ended well `ago` seconds ago, after `took` seconds.

        Raises:
            ValueError: A value can never be.
        """
        return self.ended("FINISHED", ago=ago, took=took, version=version, invoke_type=invoke_type)

    def failed(self, *, ago: float = 0.0, took: float = 1.0, version: str | None = None, invoke_type: str = "COS") -> str:
        """`finished`, but it failed."""
        return self.ended("FAILED", ago=ago, took=took, version=version, invoke_type=invoke_type)

    def aborted(self, *, ago: float = 0.0, took: float = 1.0, version: str | None = None, invoke_type: str = "COS") -> str:
        """`finished`, but it was aborted."""
        return self.ended("ABORTED", ago=ago, took=took, version=version, invoke_type=invoke_type)

    def ended(self, ends_as: EndState, *, ago: float = 0.0, took: float = 1.0, version: str | None = None, invoke_type: str = "COS") -> str:
        """An event that ended in the state `ends_as`; see `finished`."""
        if not (ago >= 0 and took >= 0):
            raise ValueError(f"an event that ended took some time, some time ago: not {took!r} s, {ago!r} s ago")
        return self._start(began=ago + took, version=version, runs_for=took, ends_as=ends_as, invoke_type=invoke_type)

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
        """`count` events that ended one after another, oldest first.

        Args:
            count: How many.
            ends_as: How they ended.
            every: Seconds from one to the next.
            took: Seconds that each took.
            ago: Seconds since the last one ended.
            version: The version that ran.
            invoke_type: What started them.

        Raises:
            ValueError: A value can never be.
        """
        if isinstance(count, bool) or not isinstance(count, int) or count < 1 or not every >= 0:
            raise ValueError(f"cannot start {count!r} events, one every {every!r} s")
        return [
            self.ended(ends_as, ago=ago + every * (count - 1 - index), took=took, version=version, invoke_type=invoke_type)
            for index in range(count)
        ]

    def _start(self, *, began: float, version: str | None, **facts: Any) -> str:
        if not began >= 0:
            raise ValueError(f"an event cannot have begun {began!r} s ago")
        event = self._fake.start_event(
            self.name,
            namespace=self.namespace,
            qualifier=self.versions[0] if version is None else version,
            started_at=self._fake.event_time() - began,
            **facts,
        )
        self.ids.append(event)
        return event

    def __repr__(self) -> str:
        return f"<function {self.namespace}/{self.name} with {len(self.ids)} events seeded>"
