"""Types of the fault matrix: a fault, its scene, and the expected outcome of a call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.conftest import Kind
from tests.transport.raw_server import Handler, raw_server


class Seen(NamedTuple):
    """Outcome of a call and number of requests."""

    outcome: str
    """`result`, or the class of the error."""
    requests: int
    """Number of requests that the server received."""


class Facts(NamedTuple):
    """Facts of an error by which programs decide."""

    retryable: bool
    maybe_executed: bool


class FaultRun:
    """One run of a scene: a client of one kind that reads or writes."""

    def __init__(self, kind: Kind, *, write: bool) -> None:
        self.kind = kind
        self.write = write
        self.error: BaseException | None = None

    def client(self, url: str, **settings: Any) -> Any:
        """Return a client without delays between attempts."""
        return self.kind.client(base_url=url, **{"throttle": None, "deadline": 20, "timeout": 10, "rng": lambda: 0.0} | settings)

    def start(self, client: Any) -> Any:
        """Start a call: return its result, or the coroutine of an async client."""
        if self.write:
            return client.call("TerminateAsyncEvent", {"FunctionName": "f"})
        return client.list_async_events(function_name="f")

    def call(self, client: Any) -> str:
        """Make a call and return its outcome."""
        return self.outcome(lambda: self.start(client))

    def outcome(self, start: Callable[[], Any]) -> str:
        """Return the outcome of the call that `start` starts."""
        try:
            self.kind.run(start())
        except Exception as error:  # noqa: BLE001 - the test compares the name of any error
            self.error = error
            return type(error).__name__
        return "result"


Scene = Callable[[FaultRun], Seen]


class Fault(NamedTuple):
    """One row of the matrix."""

    name: str
    scene: Scene
    read: Seen
    write: Seen | None
    max_seconds: float
    """Time limit on a busy machine."""
    kinds: tuple[str, ...] = ("sync", "async")
    transient: bool = False
    """Whether the same call may succeed later."""
    executes: bool = False
    """Whether a write may have been executed."""

    def facts(self, *, write: bool) -> Facts:
        """Return the expected facts of the error."""
        maybe_executed = write and self.executes
        return Facts(self.transient and not maybe_executed, maybe_executed)


def served(handler: Handler, **settings: Any) -> Scene:
    """Return a scene of one call to a server that runs `handler` for each connection."""
    return served_by_new(lambda: handler, **settings)


def served_by_new(make: Callable[[], Handler], **settings: Any) -> Scene:
    """Return the same with a new handler for each run, which may count connections."""

    def scene(run: FaultRun) -> Seen:
        with raw_server(make()) as server:
            outcome = run.call(run.client(server.url, **settings))
            run.kind.close_clients()
            return Seen(outcome, len(server.requests))

    return scene
