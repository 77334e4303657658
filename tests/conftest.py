"""Shared options and fixtures. A test that uses `kind` or `stage` runs once with the sync and once with the async client."""

from __future__ import annotations

import asyncio
import gc
import inspect
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from tencentkit import Credentials
from tencentkit.testing import ManualClock
from tests.scripted import Answer, AsyncScript, Script, SyncScript


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option `--live`."""
    parser.addoption("--live", action="store_true", help="record cassettes from the real service (nox -s record -- --live)")


def pytest_collection_finish() -> None:
    """Exclude the collected tests from garbage collection: the fault matrix alone runs the collector two thousand times."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish() -> None:
    """Undo `gc.freeze`: some plugins search for referrers at the end."""
    gc.unfreeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests that only the fake can serve when the real service is recorded."""
    if config.getoption("--live"):
        scripted = [item for item in items if item.get_closest_marker("scripted")]
        config.hook.pytest_deselected(items=scripted)
        items[:] = [item for item in items if item not in scripted]


CREDENTIALS = Credentials("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")


class Kind:
    """Sync or async: makes clients of that kind and runs what their methods return."""

    def __init__(self, *, is_async: bool) -> None:
        self.is_async = is_async
        self._runner = asyncio.Runner() if is_async else None
        self._clients: list[Any] = []

    def client(self, **settings: Any) -> Any:
        from tencentkit.scf import AsyncClient, Client

        settings = {"region": "ap-guangzhou", "credentials": CREDENTIALS} | settings
        client = AsyncClient(**settings) if self.is_async else Client(**settings)
        self._clients.append(client)
        return client

    def run(self, value: Any) -> Any:
        """Return the result of a call; a coroutine is awaited."""
        if self._runner is not None and inspect.iscoroutine(value):
            return self._runner.run(value)
        return value

    def listed(self, pager: Any) -> list[Any]:
        """Return all items of a pager, or all its `pages()`."""
        if self._runner is None:
            return list(pager)

        async def collect() -> list[Any]:
            return [item async for item in pager]

        return self._runner.run(collect())

    def pick(self, sync: Callable[..., Any], asynchronous: Callable[..., Any]) -> Callable[..., Any]:
        """Return the argument for this kind."""
        return asynchronous if self.is_async else sync

    def close_clients(self) -> None:
        """Close the clients made so far."""
        while self._clients:
            client = self._clients.pop()
            self.run(client.aclose() if self.is_async else client.close())

    def close(self) -> None:
        self.close_clients()
        if self._runner is not None:
            self._runner.close()


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> Iterator[Kind]:
    """Run the test once for each kind of client."""
    made = Kind(is_async=request.param == "async")
    yield made
    made.close()


class Stage(NamedTuple):
    """A client, its scripted network and its clock."""

    client: Any
    network: Script
    clock: ManualClock
    run: Callable[[Any], Any]
    listed: Callable[[Any], list[Any]]

    def with_options(self, **options: Any) -> Stage:
        """Return the stage with a view of its client."""
        return self._replace(client=self.client.with_options(**options))

    def list_events(self, **arguments: Any) -> Any:
        """Make a call that only reads."""
        return self.run(self.client.list_async_events(**({"function_name": "helloworld"} | arguments)))

    def write(self) -> Any:
        """Make a call that may change something: the action is not marked read-only."""
        return self.run(self.client.call("TerminateAsyncEvent", {"FunctionName": "helloworld"}))


@pytest.fixture
def stage(kind: Kind) -> Callable[..., Stage]:
    """Return a function that makes a client on a scripted network from its responses."""

    def make(*answers: Answer, **settings: Any) -> Stage:
        clock = settings.pop("clock", None) or ManualClock()
        network = kind.pick(SyncScript, AsyncScript)(answers)
        client = kind.client(transport=network, clock=clock, rng=lambda: 0.5, **settings)
        return Stage(client, network, clock, kind.run, kind.listed)

    return make
