"""`wait` for any action: conditions by path, functions, failure states, pauses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import RequestInvalid, WaiterFailed, WaiterTimeout
from tests.scripted import result

Make = Callable[..., Any]


def versions(*states: str) -> Any:
    return result(
        Functions=[{"FunctionName": f"f{number}", "Status": state} for number, state in enumerate(states)], TotalCount=len(states)
    )


def wait(made: Any, **arguments: Any) -> Any:
    return made.run(made.client.wait(made.client.list_functions, **({"timeout": 60} | arguments)))


def test_every_item_reaches_state(stage: Make) -> None:
    """`[]` means every item, and an empty list is not enough."""
    made = stage(versions(), versions("Active", "Creating"), versions("Active", "Active"))
    assert wait(made, until={"Functions[].Status": "Active"}).total_count == 2
    assert len(made.network.requests) == 3


@pytest.mark.parametrize("path", ["Functions[any].Status", "functions[1].status"])
def test_one_item_is_enough(stage: Make, path: str) -> None:
    """Wire and Python names, any item and a position."""
    made = stage(versions("Creating", "Active"))
    assert wait(made, until={path: ["Active", "Ready"]}).total_count == 2


def test_function_decides(stage: Make) -> None:
    """A function receives the parsed response."""
    made = stage(versions("Creating"), versions())
    assert wait(made, until=lambda page: page.total_count == 0).total_count == 0


def test_failure_state_ends_wait(stage: Make) -> None:
    """Any item in a failure state ends the wait; the error names it."""
    made = stage(versions("Active", "CreateFailed"))
    with pytest.raises(WaiterFailed, match=r"Functions\[\]\.Status is CreateFailed") as caught:
        wait(made, until={"Functions[].Status": "Active"}, failure={"Functions[].Status": "CreateFailed"})
    assert caught.value.result.total_count == 2


def test_pauses_grow(stage: Make) -> None:
    """The pauses grow by `backoff` up to `max_interval`."""
    made = stage(*[versions("Creating")] * 4, versions("Active"), throttle=None)
    wait(made, until={"Functions[].Status": "Active"}, interval=1, backoff=2, max_interval=4)
    assert made.clock.sleeps == [1, 2, 4, 4]


def test_timeout_names_condition(stage: Make) -> None:
    """The error says what was expected."""
    with pytest.raises(WaiterTimeout, match="until TotalCount is 3: timed out after 5 s"):
        wait(stage(versions(), throttle=None), until={"TotalCount": 3}, timeout=5)


@pytest.mark.parametrize(
    ("until", "message"),
    [
        ({"Functions[].Statu": "Active"}, "did you mean Status"),
        ({"Functions.Status": "Active"}, r"write Functions\[\]"),
        ({"TotalCount": "3"}, "type integer"),
        ({"TotalCount": True}, "type integer"),
        ({"TotalCount[]": 3}, "is not a list"),
        ({"TotalCount.Value": 3}, "has no fields"),
        ({"Functions[x]": 3}, "is not a field name"),
        ({}, "at least one path"),
        ("TotalCount=3", "must be a dict"),
    ],
)
def test_invalid_condition_sends_nothing(stage: Make, until: Any, message: str) -> None:
    """A condition that cannot hold is an error before the first poll."""
    made = stage(versions())
    with pytest.raises(RequestInvalid, match=message):
        wait(made, until=until)
    assert not made.network.requests


def test_write_is_not_repeated(stage: Make) -> None:
    """An action that may write needs `idempotent`."""
    made = stage(result(RequestId="x"))
    with pytest.raises(RequestInvalid, match="would repeat DeleteFunction"):
        made.run(made.client.wait(made.client.delete_function, until=bool, function_name="f"))
    view = made.client.with_options(idempotent=True)
    made.run(view.wait(view.delete_function, until=lambda _: True, function_name="f"))


def test_unknown_parameter_is_refused(stage: Make) -> None:
    """The names of the parameters are checked before the first poll."""
    with pytest.raises(RequestInvalid, match="did you mean limit"):
        wait(stage(versions()), until=bool, limt=3)
