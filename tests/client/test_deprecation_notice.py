from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Stage
from tests.scripted import result

NOTICE = "use another"


def answer(count: int = 0) -> Any:
    """A page with a notice, of `count` events in all."""
    event = {"InvokeRequestId": "1", "InvokeType": "COS", "Qualifier": "1", "Status": "FINISHED", "StartTime": "2020", "EndTime": ""}
    return result(DeprecatedWarning=NOTICE, TotalCount=count, EventList=[event] if count else [])


def plainly(stage: Stage) -> None:
    stage.run(stage.client.list_async_events(function_name="f"))


def listing(stage: Stage) -> None:
    stage.listed(stage.client.paginate(stage.client.list_async_events, function_name="f", plain=True))


def ahead(stage: Stage) -> None:
    stage.listed(stage.client.paginate(stage.client.list_async_events, function_name="f", plain=True, prefetch=1))


def by_name(stage: Stage) -> None:
    stage.run(stage.client.call("ListAsyncEvents", {"FunctionName": "f"}))


@pytest.mark.parametrize("use", [plainly, listing, ahead, by_name])
def test_the_notice_is_told_of_the_users_line(use: Callable[[Stage], None], stage: Callable[..., Stage]) -> None:
    """A notice of the service warns in the user's program, never in this SDK, asyncio or a thread's own code."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        use(stage(answer(1), answer(1)))
    assert {str(warning.message) for warning in caught} == {f"ListAsyncEvents: {NOTICE}"}
    root = Path(__file__).parents[2]
    for warning in caught:
        assert warning.category is DeprecationWarning
        # The tests' own driver iterates, so the line is its, for listings; it is no line of ours in any case.
        assert Path(warning.filename).is_relative_to(root / "tests"), warning.filename
