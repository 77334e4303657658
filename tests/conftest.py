"""What tests of both clients share: each such test runs once with threads in mind, once with an event loop."""

from __future__ import annotations

import asyncio
import gc
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tencentkit import Credentials


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of our own."""
    parser.addoption("--live", action="store_true", help="record cassettes from the real service (nox -s record -- --live)")


def pytest_collection_finish() -> None:
    """Keep the garbage collector off the thousands of tests that were collected: the fault matrix alone calls it two thousand times."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish() -> None:
    """Plugins that look for referrers at the end must find them."""
    gc.unfreeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What only the fake can be made to do cannot be recorded live."""
    if config.getoption("--live"):
        scripted = [item for item in items if item.get_closest_marker("scripted")]
        config.hook.pytest_deselected(items=scripted)
        items[:] = [item for item in items if item not in scripted]


CREDENTIALS = Credentials("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")


class Kind:
    """Sync or async: makes clients of the kind and runs what their methods return."""

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
        """The result of a method's return value: awaited where it is a coroutine."""
        if self._runner is not None and inspect.iscoroutine(value):
            return self._runner.run(value)
        return value

    def listed(self, pager: Any) -> list[Any]:
        """All that a pager, or its `pages()`, gives."""
        if self._runner is None:
            return list(pager)

        async def collect() -> list[Any]:
            return [item async for item in pager]

        return self._runner.run(collect())

    def pick(self, sync: Callable[..., Any], asynchronous: Callable[..., Any]) -> Callable[..., Any]:
        """The one that fits."""
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
    """Both kinds of client, in turn."""
    made = Kind(is_async=request.param == "async")
    yield made
    made.close()
