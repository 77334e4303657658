"""A row of the fault matrix: what goes wrong, and what a caller sees of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.conftest import Kind
from tests.transport.raw_server import Handler, raw_server


class Seen(NamedTuple):
    """What a call came to."""

    outcome: str
    """`result`, or the class of the error."""
    requests: int
    """How many requests the server saw."""


class Stage:
    """One call of one kind, against one server."""

    def __init__(self, kind: Kind, *, write: bool) -> None:
        self.kind = kind
        self.write = write
        self.error: BaseException | None = None

    def client(self, url: str, **settings: Any) -> Any:
        """A client without waits between attempts."""
        return self.kind.client(base_url=url, **{"throttle": None, "deadline": 20, "timeout": 10, "rng": lambda: 0.0} | settings)

    def start(self, client: Any, **arguments: Any) -> Any:
        """Begin a call: a result, or for an async client its coroutine."""
        if self.write:
            return client.call("TerminateAsyncEvent", {"FunctionName": "f"}, **arguments)
        return client.list_async_events(function_name="f", **arguments)

    def call(self, client: Any, **arguments: Any) -> str:
        """Do a call, and say what came of it."""
        return self.outcome(lambda: self.start(client, **arguments))

    def outcome(self, begin: Callable[[], Any]) -> str:
        """What comes of whatever `begin` begins."""
        try:
            self.kind.run(begin())
        except Exception as error:  # noqa: BLE001 - whatever it is, its name is what is compared
            self.error = error
            return type(error).__name__
        return "result"


Play = Callable[[Stage], Seen]


class Row(NamedTuple):
    """One scenario."""

    scenario: str
    play: Play
    read: Seen
    write: Seen | None
    within: float
    """Seconds that it takes at most, on a busy machine."""
    kinds: tuple[str, ...] = ("sync", "async")


def served(handler: Handler, **settings: Any) -> Play:
    """One call to a server that runs `handler` for each connection."""
    return served_anew(lambda: handler, **settings)


def served_anew(make: Callable[[], Handler], **settings: Any) -> Play:
    """The same with a handler made for each run, which may remember connections."""

    def play(stage: Stage) -> Seen:
        with raw_server(make()) as server:
            outcome = stage.call(stage.client(server.url, **settings))
            stage.kind.close_clients()
            return Seen(outcome, len(server.requests))

    return play
