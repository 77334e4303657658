"""Inferred facts: marks, overlays that confirm, correct or deny, and the merge of two sources."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.spec.build import apply_overlays
from generator.spec.inferred import INFERRED, infer, rule_of
from generator.spec.lint import extensions
from generator.spec.merge import merge

LISTING = "/ListThings"
PAGING = {"offset": "Offset", "limit": "Limit", "maximum": 20, "items": "Things", "style": "page"}


def node(**facts: Any) -> dict[str, Any]:
    return {"operationId": "ListThings", "x-tc-version": "2020-01-01", "x-tc-source": [], **facts}


def document_with(operation: dict[str, Any]) -> dict[str, Any]:
    """Return a facts document with one action and one property, whose secret is inferred."""
    token: dict[str, Any] = {"type": "string"}
    infer(token, "x-tc-secret", value=True, rule="token")
    return {
        "openapi": "3.1.0",
        "info": {"title": "depot", "version": "2020-01-01"},
        "paths": {LISTING: {"post": operation}},
        "components": {"schemas": {"Thing": {"type": "object", "properties": {"Token": token}}}},
    }


def inferred_listing() -> dict[str, Any]:
    operation = node()
    infer(operation, "x-tc-read-only", value=True, rule="prefix List")
    infer(operation, "x-tc-pagination", value=PAGING, rule="page number")
    infer(operation, "x-tc-values", value=["a", "b"], rule="text")
    return document_with(operation)


def overlaid(document: dict[str, Any], *actions: tuple[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the document after an overlay with these targets and updates, and the problems."""
    overlay = {"actions": [{"target": target, "description": "why", "update": update} for target, update in actions]}
    result, problems = apply_overlays(document, [], {"overlay.yaml": overlay})
    return result, [str(problem) for problem in problems]


def operation_after(*actions: tuple[str, Any]) -> dict[str, Any]:
    result, problems = overlaid(inferred_listing(), *actions)
    assert problems == []
    operation: dict[str, Any] = result["paths"][LISTING]["post"]
    return operation


POST = f"$.paths['{LISTING}'].post"


def test_stated_fact_stays() -> None:
    """A rule never replaces a fact that a source states."""
    operation = node(**{"x-tc-read-only": False})
    infer(operation, "x-tc-read-only", value=True, rule="prefix List")
    assert operation["x-tc-read-only"] is False
    assert INFERRED not in operation


def test_inferred_without_overlay() -> None:
    """The built document keeps fact and mark."""
    operation = operation_after()
    assert operation["x-tc-pagination"] == PAGING
    assert rule_of(operation, "x-tc-pagination") == "page number"


@pytest.mark.parametrize(
    ("target", "update"),
    [
        (POST, {"x-tc-pagination": PAGING}),
        (f"{POST}['x-tc-pagination']", {"maximum": 20}),
        (f"$.paths['{LISTING}']", {"post": {"x-tc-pagination": PAGING}}),
        ("$.paths.*.post", {"x-tc-pagination": {"items": "Things"}}),
    ],
)
def test_confirmation_is_an_effect(target: str, update: Any) -> None:
    """An equal statement removes the mark of its fact alone, whatever node the action targets."""
    operation = operation_after((target, update))
    assert operation["x-tc-pagination"] == PAGING
    assert operation[INFERRED] == {"x-tc-read-only": "prefix List", "x-tc-values": "text"}


def test_second_confirmation_without_effect() -> None:
    """Once confirmed, the same statement changes nothing, as anywhere in an overlay."""
    update = (POST, {"x-tc-read-only": True})
    _, problems = overlaid(inferred_listing(), update, update)
    assert problems == [f"actions[1] {POST}: the action has no effect"]


def test_correction_merges() -> None:
    """A correction states the keys that differ; null removes one."""
    operation = operation_after((POST, {"x-tc-pagination": {"maximum": 50, "style": None}}))
    assert operation["x-tc-pagination"] == {"offset": "Offset", "limit": "Limit", "maximum": 50, "items": "Things"}
    assert rule_of(operation, "x-tc-pagination") is None


def test_correction_replaces_list() -> None:
    """A stated list replaces the inferred one instead of extending it."""
    assert operation_after((POST, {"x-tc-values": ["b", "c"]}))["x-tc-values"] == ["b", "c"]


@pytest.mark.parametrize("value", [None, False])
def test_denial_removes_fact(value: Any) -> None:
    """Null and false deny a fact that is no flag."""
    operation = operation_after((POST, {"x-tc-pagination": value}))
    assert "x-tc-pagination" not in operation
    assert rule_of(operation, "x-tc-pagination") is None


def test_denied_flag_is_false() -> None:
    """False is the value of a denied flag; null removes it."""
    assert operation_after((POST, {"x-tc-read-only": False}))["x-tc-read-only"] is False
    assert "x-tc-read-only" not in operation_after((POST, {"x-tc-read-only": None}))


def test_removal_removes_mark() -> None:
    """A fact that `remove` deletes leaves no mark."""
    overlay = {"actions": [{"target": f"{POST}['x-tc-pagination']", "description": "why", "remove": True}]}
    result, problems = apply_overlays(inferred_listing(), [], {"overlay.yaml": overlay})
    assert problems == []
    assert rule_of(result["paths"][LISTING]["post"], "x-tc-pagination") is None
    assert "x-tc-pagination" not in result["paths"][LISTING]["post"][INFERRED]


def test_properties_as_operations() -> None:
    """Facts of a property are confirmed through any of its owners."""
    target = "$.components.schemas.Thing"
    result, problems = overlaid(inferred_listing(), (target, {"properties": {"Token": {"x-tc-secret": True}}}))
    assert problems == []
    assert result["components"]["schemas"]["Thing"]["properties"]["Token"] == {"type": "string", "x-tc-secret": True}


def test_overlay_with_marks_refused() -> None:
    """The mark belongs to the conversion."""
    _, problems = overlaid(inferred_listing(), (POST, {INFERRED: {"x-tc-read-only": "mine"}}))
    assert problems == [f"actions[0] {POST}: {INFERRED} belongs to the conversion: state the fact itself, or null to deny it"]


@pytest.mark.parametrize("marks", [["x-tc-read-only"], {"x-tc-read-only": ""}, {"x-tc-read-only": 1}])
def test_malformed_marks(marks: Any) -> None:
    """A mark maps facts to rules."""
    _, problems = overlaid(document_with(node(**{"x-tc-read-only": True, INFERRED: marks})))
    assert [problem for problem in problems if INFERRED in problem]


@pytest.mark.parametrize(
    ("page", "definitions", "value", "rule"),
    [
        ((True, None), (False, "prefix"), True, None),
        ((True, "prefix"), (False, None), False, None),
        ((True, "title"), (False, "prefix"), True, "title"),
        (None, (False, "prefix"), False, "prefix"),
        ((True, "title"), None, True, "title"),
    ],
    ids=["page states", "definitions state", "both infer", "definitions infer", "page infers"],
)
def test_merge(page: Any, definitions: Any, value: bool, rule: str | None) -> None:
    """A stated fact wins against an inferred one; between two inferred ones the page decides. Nothing is a contradiction."""

    def source(side: Any) -> dict[str, Any]:
        operation = node()
        if side is not None and side[1] is None:
            operation["x-tc-read-only"] = side[0]
        elif side is not None:
            infer(operation, "x-tc-read-only", value=side[0], rule=side[1])
        return document_with(operation)

    before = [source(page), source(definitions)]
    result, contradictions = merge(*copy.deepcopy(before))
    operation = result["paths"][LISTING]["post"]
    assert contradictions == []
    assert (operation["x-tc-read-only"], rule_of(operation, "x-tc-read-only")) == (value, rule)


@pytest.mark.parametrize(("read_only", "message"), [(False, "deny the pagination"), (None, None), (True, None)])
def test_inferred_pagination_of_writes(read_only: bool | None, message: str | None) -> None:
    """Inferred pagination needs no statement that the action reads, but no contrary one either."""
    operation = node(**({} if read_only is None else {"x-tc-read-only": read_only}))
    infer(operation, "x-tc-pagination", value=PAGING, rule="page number")
    problems = [str(problem) for problem in extensions.check_extensions(document_with(operation)) if "pagination" in problem.what]
    assert len(problems) == (message is not None)
    assert all((message or "") in problem for problem in problems)
