"""Calls by action name: `client.call`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import RequestInvalid
from tests.scripted import result

Make = Callable[..., Any]

CYCLE: list[Any] = []
CYCLE.append(CYCLE)


def test_unknown_action(stage: Make) -> None:
    """`call` returns the plain fields with `meta`; `version` overrides the API version."""
    made = stage(result(Anything=[1]))
    response = made.run(made.client.call("SomeNewAction", {"Wire": "names"}, version="2020-01-01"))
    assert (response["Anything"], response.meta.request_id) == ([1], "r-1")
    assert made.network.headers()["x-tc-action"] == "SomeNewAction"
    assert made.network.headers()["x-tc-version"] == "2020-01-01"
    assert made.network.body() == {"Wire": "names"}


def test_known_action_has_its_limit(stage: Make) -> None:
    """A generated action keeps its rate limit and retry rules when it is called by name."""
    made = stage(result())
    for _ in range(21):
        made.run(made.client.call("ListAsyncEvents", {"FunctionName": "f"}))
    assert made.clock.monotonic() == pytest.approx(1000 + 1.01, abs=0.02)


@pytest.mark.parametrize(
    ("parameters", "rule"),
    [
        ({"A": float("nan")}, "NaN"),
        ({"A": [float("inf")]}, "NaN or infinite"),
        ({1: "a"}, "a key that is int"),
        ({"A": {"\udfff": 1}}, "lone surrogate"),
        ({"A": object()}, "is object"),
        ({"A": CYCLE}, "nested too deeply"),
        ({"A": b""}, "is bytes"),
    ],
    ids=["nan", "inf", "key", "surrogate", "object", "cycle", "bytes"],
)
def test_invalid_json_value(stage: Make, parameters: Any, rule: str) -> None:
    """`call` accepts any JSON value, and no other."""
    made = stage(result())
    with pytest.raises(RequestInvalid) as caught:
        made.run(made.client.call("SomeNewAction", parameters))
    assert rule in caught.value.rule
    assert made.network.requests == []


@pytest.mark.parametrize("action", ["", "List Events", "List\r\nX: 1", "名", 3])
def test_invalid_action(stage: Make, action: Any) -> None:
    """An invalid action name raises RequestInvalid."""
    made = stage(result())
    with pytest.raises(RequestInvalid, match="action"):
        made.run(made.client.call(action))


@pytest.mark.parametrize("version", ["2018\r\nX-Evil: 1", 5, "é", "", "2018-4-16"])
def test_invalid_version(stage: Make, version: Any) -> None:
    """An invalid API version raises RequestInvalid before anything is sent."""
    made = stage(result())
    with pytest.raises(RequestInvalid, match="version"):
        made.run(made.client.call("SomeNewAction", version=version))
    assert made.network.requests == []


@pytest.mark.parametrize("parameters", [[1, 2], "abc", 5])
def test_parameters_must_be_a_mapping(stage: Make, parameters: Any) -> None:
    """Parameters that are no mapping of wire names raise RequestInvalid."""
    made = stage(result())
    with pytest.raises(RequestInvalid, match="must be a mapping of wire names"):
        made.run(made.client.call("SomeNewAction", parameters))
