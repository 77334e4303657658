"""A client of either kind on a scripted network and a clock that moves only by waiting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from tencentkit.testing import ManualClock
from tests.client.scripted import Answer, AsyncScript, Script, SyncScript


class Stage(NamedTuple):
    """A client, the network that it talks to and the clock that it waits by."""

    client: Any
    network: Script
    clock: ManualClock
    run: Callable[[Any], Any]
    listed: Callable[[Any], list[Any]]

    def list_events(self, **arguments: Any) -> Any:
        """One call that reads."""
        return self.run(self.client.list_async_events(**({"function_name": "helloworld"} | arguments)))

    def write(self, **arguments: Any) -> Any:
        """One call that may change something: an action that is not known to read only."""
        return self.run(self.client.call("TerminateAsyncEvent", {"FunctionName": "helloworld"}, **arguments))


@pytest.fixture
def stage(kind: Any) -> Callable[..., Stage]:
    """Makes a stage from the network's answers."""

    def make(*answers: Answer, **settings: Any) -> Stage:
        clock = settings.pop("clock", None) or ManualClock()
        network = kind.pick(SyncScript, AsyncScript)(answers)
        client = kind.client(transport=network, clock=clock, rng=lambda: 0.5, **settings)
        return Stage(client, network, clock, kind.run, kind.listed)

    return make
