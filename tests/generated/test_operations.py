"""Operations: the methods that the generator writes."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

import pytest

from tencentkit_api.action import Action, PagingOptions, Waiter
from tencentkit_api.model import Model
from tencentkit_api.pager import AsyncPager, Pager
from tencentkit_api.scf import actions, models
from tencentkit_api.scf.async_operations import AsyncOperations
from tencentkit_api.scf.operations import Operations


class RefusedError(Exception):
    """Error that `_refuse` of the recorders raises."""


class Recorder:
    """Base that records the arguments of the abstract methods."""

    def __init__(self) -> None:
        self.seen: list[tuple[Any, ...]] = []

    def _refuse(
        self, action: Action, positional: Sequence[Any], arguments: Mapping[str, Any], *, required: frozenset[str], known: Sequence[str]
    ) -> NoReturn:
        self.seen.append((action, positional, arguments, required, known))
        raise RefusedError

    def _paginate(self, method: Any, arguments: dict[str, Any], options: PagingOptions) -> Any:
        self.seen.append((method, arguments, options))


class Sync(Recorder, Operations):
    def _call(self, action: Action, request: Model, response: type[Any]) -> Any:
        self.seen.append((action, request, response))
        return response.from_dict({})

    def _wait(self, waiter: Waiter, method: Any, arguments: dict[str, Any], *, timeout: float, on_progress: Any) -> Any:
        self.seen.append((waiter, method, arguments, timeout, on_progress))
        return method(**arguments)


class Async(Recorder, AsyncOperations):
    async def _call(self, action: Action, request: Model, response: type[Any]) -> Any:
        self.seen.append((action, request, response))
        return response.from_dict({})

    async def _wait(self, waiter: Waiter, method: Any, arguments: dict[str, Any], *, timeout: float, on_progress: Any) -> Any:
        self.seen.append((waiter, method, arguments, timeout, on_progress))
        return await method(**arguments)


async def result(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


@pytest.fixture(params=[Sync, Async])
def client(request: pytest.FixtureRequest) -> Any:
    return request.param()


def test_abstract_methods() -> None:
    """The generated classes leave four methods to the client."""
    for operations in (Operations, AsyncOperations):
        assert operations.__abstractmethods__ == {"_call", "_paginate", "_wait", "_refuse"}


async def test_call(client: Any) -> None:
    """A method passes its action and its arguments as a request."""
    response = await result(client.list_async_events(function_name="f", limit=5))
    assert isinstance(response, models.ListAsyncEventsResponse)
    [(action, request, model)] = client.seen
    assert action is actions.LIST_ASYNC_EVENTS
    assert request == models.ListAsyncEventsRequest(function_name="f", limit=5)
    assert model is models.ListAsyncEventsResponse


@pytest.mark.parametrize(
    ("positional", "arguments"),
    [((), {}), (("f",), {}), ((), {"functon_name": "f"}), ((), {"function_name": "f", "Limit": 1}), (("f",), {"function_name": "f"})],
)
async def test_invalid_arguments(client: Any, positional: tuple[Any, ...], arguments: dict[str, Any]) -> None:
    """Missing, misspelled and positional arguments reach `_refuse`, with required and known names."""
    with pytest.raises(RefusedError):
        await result(client.list_async_events(*positional, **arguments))
    [(action, *given, required, known)] = client.seen
    assert action is actions.LIST_ASYNC_EVENTS
    assert given == [positional, arguments]
    assert required == {"function_name"}
    assert known[0] == "function_name"
    assert frozenset(known) == {field.name for field in models.ListAsyncEventsRequest.FIELDS}


async def test_invalid_waiter_arguments(client: Any) -> None:
    """A waiter rejects missing arguments before it polls."""
    with pytest.raises(RefusedError):
        await result(client.wait_until_async_event_finished(timeout=1))
    assert client.seen[0][0] is actions.GET_ASYNC_EVENT_STATUS


async def test_wait(client: Any) -> None:
    """A waiter passes its definition, the method to poll, its arguments and the timeout."""
    response = await result(client.wait_until_async_event_finished(invoke_request_id="i"))
    assert isinstance(response, models.GetAsyncEventStatusResponse)
    (waiter, method, arguments, timeout, on_progress), _ = client.seen
    assert waiter is actions.ASYNC_EVENT_FINISHED
    assert method == client.get_async_event_status
    assert arguments == {"invoke_request_id": "i"}
    assert (timeout, on_progress) == (600, None)


def test_paginate(client: Any) -> None:
    """`paginate` passes the bound method with its action, and only the given arguments."""
    client.paginate(client.list_async_events, function_name="f", limit=7, max_items=3)
    client.paginate(client.list_async_events, function_name="f", start="c", prefetch=2, plain=True, progress=True)
    [(method, arguments, options), (_, _, others)] = client.seen
    assert method == client.list_async_events
    assert method.action is actions.LIST_ASYNC_EVENTS
    assert method.required == {"function_name"}
    assert "offset" in method.known
    assert arguments == {"function_name": "f", "limit": 7}
    assert options == PagingOptions(max_items=3)
    assert others == PagingOptions(None, "c", 2, plain=True, progress=True)


def test_sync_equals_async() -> None:
    """Both classes have the same public methods and parameters; the async ones are coroutine functions."""
    names = {name for name in vars(Operations) if not name.startswith("_")}
    assert names == {name for name in vars(AsyncOperations) if not name.startswith("_")}
    for name in names:
        one, two = getattr(Operations, name), getattr(AsyncOperations, name)
        assert inspect.signature(one).parameters == inspect.signature(two).parameters
        assert inspect.getdoc(one) == inspect.getdoc(two)
        assert not inspect.iscoroutinefunction(one)
        assert inspect.iscoroutinefunction(two) == (name != "paginate")


def test_docstring() -> None:
    """The docstring of a method contains rate limit, ranges, defaults, values, errors and source."""
    text = " ".join((inspect.getdoc(Operations.list_async_events) or "").split())
    for fact in (
        "20 requests per second",
        "At most 100. Default: 20.",
        "Known values: `ASC`, `DESC`.",
        "`ResourceNotFound.Function`",
        "ListAsyncEvents, updated 2023-",
    ):
        assert fact in text


def test_pager_subscripts() -> None:
    """A pager type can have one or two parameters, also at run time."""
    for pager in (Pager, AsyncPager):
        subscripts: Any = pager
        assert subscripts[models.AsyncEvent] is subscripts[models.AsyncEvent, models.ListAsyncEventsResponse] is pager


def run(code: str) -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_lazy_import_of_models() -> None:
    """Importing the operations loads no model; using one model loads those of the same noun, and their nested models."""
    run(
        """if True:
        import sys
        import tencentkit_api.scf.operations, tencentkit_api.scf.async_operations
        from tencentkit_api.scf import models
        def loaded():
            return {name.rpartition(".")[2] for name in sys.modules if name.startswith("tencentkit_api.scf.models.")}
        assert loaded() == set(), loaded()
        assert not {"attr", "attrs", "inspect", "typing_extensions"} & set(sys.modules)
        assert set(dir(models)) == set(models.__all__)
        models.ListAsyncEventsResponse
        assert loaded() == {"async_event"}, loaded()
        """
    )


def test_import_is_independent_of_actions() -> None:
    """Importing the client loads four modules of the product, regardless of the number of actions."""
    run(
        """if True:
        import sys
        from tencentkit.scf import AsyncClient, Client
        found = {name for name in sys.modules if name.startswith("tencentkit_api.scf")}
        tables = {f"tencentkit_api.scf.{name}" for name in ("actions", "async_operations", "models", "operations")}
        assert found == {"tencentkit_api.scf", *tables}, found
        from tencentkit_api.scf.actions import ACTIONS
        assert len(ACTIONS) == 52
        """
    )


def test_unknown_model_name() -> None:
    """An unknown model name raises AttributeError or ImportError; a star import loads all models."""
    run(
        """if True:
        from tencentkit_api.scf import models
        assert not hasattr(models, "NoSuchModel")
        try:
            from tencentkit_api.scf.models import NoSuchModel
        except ImportError:
            pass
        else:
            raise AssertionError
        from tencentkit_api.scf.models import *
        assert AsyncEvent is models.AsyncEvent and TimeIntervalDict is models.TimeIntervalDict
        """
    )
