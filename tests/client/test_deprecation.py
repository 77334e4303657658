"""Deprecation notices of the service, as warnings."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.scf import AsyncClient
from tests.conftest import Stage
from tests.scripted import AsyncScript, result

Make = Callable[..., Any]

NOTICE = "use another"


def page(count: int = 0) -> Any:
    """Return a page with a notice and `count` events."""
    event = {"InvokeRequestId": "1", "InvokeType": "COS", "Qualifier": "1", "Status": "FINISHED", "StartTime": "2020", "EndTime": ""}
    return result(DeprecatedWarning=NOTICE, TotalCount=count, EventList=[event] if count else [])


def method(stage: Stage) -> None:
    stage.run(stage.client.list_async_events(function_name="f"))


def listing(stage: Stage) -> None:
    stage.listed(stage.client.paginate(stage.client.list_async_events, function_name="f", plain=True))


def prefetching(stage: Stage) -> None:
    stage.listed(stage.client.paginate(stage.client.list_async_events, function_name="f", plain=True, prefetch=1))


def by_name(stage: Stage) -> None:
    stage.run(stage.client.call("ListAsyncEvents", {"FunctionName": "f"}))


@pytest.mark.parametrize("use", [method, listing, prefetching, by_name])
def test_warning_is_outside_the_sdk(use: Callable[[Stage], None], stage: Callable[..., Stage]) -> None:
    """The warning never names a line of the SDK, of asyncio or of a thread."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        use(stage(page(1), page(1)))
    assert {str(warning.message) for warning in caught} == {f"ListAsyncEvents: {NOTICE}"}
    root = Path(__file__).parents[2]
    for warning in caught:
        assert warning.category is DeprecationWarning
        # For listings the line is in `Kind.listed`, which iterates.
        assert Path(warning.filename).is_relative_to(root / "tests"), warning.filename


def test_notice_becomes_a_warning(stage: Make) -> None:
    """`DeprecatedWarning` in the envelope becomes a DeprecationWarning; the warning filters stay the same."""
    filters = list(warnings.filters)
    made = stage(result(DeprecatedWarning="use another"))
    with pytest.warns(DeprecationWarning, match="ListAsyncEvents: use another"):
        made.list_events()
    assert list(warnings.filters) == filters


def test_warning_names_the_callers_line(stage: Make) -> None:
    """A method, `call`, a listing and a waiter warn at the nearest line outside tencentkit."""
    fields = {"DeprecatedWarning": "use another", "TotalCount": 0, "EventList": [], "Result": {"Status": "FINISHED"}}
    made = stage(result(**fields))

    def use(caller: str) -> None:
        client = made.client
        if caller == "method":
            made.run(client.list_async_events(function_name="f"))
        elif caller == "call":
            made.run(client.call("ListAsyncEvents", {"FunctionName": "f"}))
        elif caller == "listing":
            made.listed(client.paginate(client.list_async_events, function_name="f"))
        else:
            made.run(client.wait_until_async_event_finished(invoke_request_id="e", timeout=5))

    for caller in ("method", "call", "listing", "wait"):
        with pytest.warns(DeprecationWarning, match="use another") as seen:
            use(caller)
        # The nearest line is in the event loop when it runs the coroutine directly.
        assert {Path(each.filename).name for each in seen} <= {Path(__file__).name, "conftest.py", "events.py"}
        assert not [each for each in seen if "tencentkit" in Path(each.filename).parent.name]


async def test_warning_names_the_await() -> None:
    """In a coroutine the warning names the line of the `await`."""
    client = AsyncClient(
        region="ap-guangzhou", credentials=Credentials("i", "k"), transport=AsyncScript([result(DeprecatedWarning="old")]), throttle=None
    )
    with pytest.warns(DeprecationWarning, match="old") as seen:
        await client.list_async_events(function_name="f")
    assert [Path(each.filename).name for each in seen] == [Path(__file__).name]
