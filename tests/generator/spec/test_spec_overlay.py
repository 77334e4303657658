from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.spec.overlay import apply, read_overlay
from generator.spec.problems import SpecRefused

DOCUMENT = {
    "paths": {"/A": {"post": {"tags": ["x"]}}, "/B": {"post": {}}},
    "list": [{"code": "a"}, {"code": "b"}],
    "word": "x",
}
HEAD = "overlay: 1.0.0\ninfo: {title: t, version: 1.0.0}\nactions:\n"


def applied(*actions: dict[str, Any]) -> Any:
    """Return the document after valid actions."""
    document, problems = apply(DOCUMENT, {"actions": [{"description": "why", **action} for action in actions]})
    assert problems == []
    return document


def problems_of(*actions: dict[str, Any]) -> list[str]:
    """Return the problems of actions, which must not change the document."""
    document, problems = apply(DOCUMENT, {"actions": [{"description": "why", **action} for action in actions]})
    assert document == DOCUMENT
    return [str(problem) for problem in problems]


def refused(folder: Path, text: str) -> list[str]:
    """Return the problems of an overlay's text."""
    path = folder / "overlay.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SpecRefused) as caught:
        read_overlay(path)
    return [str(problem) for problem in caught.value.problems]


def test_update() -> None:
    """An update merges into every matched object, and the matches stay independent."""
    document = applied(
        {"target": "$.paths.*.post", "update": {"x": {"y": 1}}},
        {"target": "$.paths['/A'].post.x", "update": {"y": 2}},
    )
    assert document["paths"] == {"/A": {"post": {"tags": ["x"], "x": {"y": 2}}}, "/B": {"post": {"x": {"y": 1}}}}
    assert DOCUMENT["paths"] == {"/A": {"post": {"tags": ["x"]}}, "/B": {"post": {}}}


def test_update_root_and_list() -> None:
    """An update of the root merges; an update of a list appends an item."""
    assert applied({"target": "$", "update": {"word": "y"}})["word"] == "y"
    assert applied({"target": "$.list", "update": {"code": "c"}})["list"] == [{"code": "a"}, {"code": "b"}, {"code": "c"}]


def test_remove() -> None:
    """A removal deletes the matched nodes, including list items."""
    assert "word" not in applied({"target": "$.word", "remove": True})
    assert applied({"target": "$.list[?(@.code=='a')]", "remove": True})["list"] == [{"code": "b"}]


def test_replace_list_item() -> None:
    """A list item is replaced by removing it and adding another."""
    document = applied(
        {"target": "$.list[?(@.code=='a')]", "remove": True},
        {"target": "$.list", "update": {"code": "c"}},
    )
    assert document["list"] == [{"code": "b"}, {"code": "c"}]


@pytest.mark.parametrize(
    ("action", "problem"),
    [
        ({"target": "$.nowhere", "update": {"x": 1}}, "matches nothing"),
        ({"target": "$.paths['/C']", "remove": True}, "matches nothing"),
        ({"target": "$.list[9]", "remove": True}, "matches nothing"),
        ({"target": "$[", "update": {}}, "invalid JSONPath"),
        ({"target": "$.list[?(@.code=]", "remove": True}, "invalid JSONPath"),
        ({"target": "$", "remove": True}, "the root cannot be removed"),
        ({"target": "$.word", "update": "y"}, "must be an object or a list"),
        ({"target": "$.paths", "update": "y"}, "the update of an object must be an object"),
        ({"target": "$", "update": ["y"]}, "the update of an object must be an object"),
        ({"target": "$.list", "update": [{"code": "c"}]}, "the single item to add"),
        ({"target": "$.list[0]", "update": {"x": 1}}, "cannot update a list item"),
        ({"target": "$.paths['/A'].post", "update": {}}, "has no effect"),
        ({"target": "$", "update": {"word": "x"}}, "has no effect"),
    ],
)
def test_inapplicable_actions(action: dict[str, Any], problem: str) -> None:
    """An action that oas-patch ignores or misapplies is a problem that names the action."""
    (found,) = problems_of(action)
    assert found.startswith(f"actions[0] {action['target']}: ")
    assert problem in found


def test_every_action_is_reported() -> None:
    """An invalid action does not hide the next one."""
    assert len(problems_of({"target": "$.a", "remove": True}, {"target": "$.b", "remove": True})) == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "must be a mapping"),
        ("- a", "must be a mapping"),
        ("a: [", "not valid YAML"),
        ("a: 1\na: 2", "not valid YAML"),
        ("overlay: 1.1.0\ninfo: {title: t, version: v}\nactions: [{target: $, description: d, remove: true}]", "must be a version string"),
        ("overlay: 1.0\ninfo: {title: t, version: v}\nactions: [{target: $, description: d, remove: true}]", "must be a version string"),
        ("info: {title: t, version: v}\nactions: [{target: $, description: d, remove: true}]", "must be a version string"),
        ("overlay: 1.0.0\nactions: [{target: $, description: d, remove: true}]", "title and version"),
        ("overlay: 1.0.0\ninfo: {title: t, version: 2018-04-16}\nactions: [{target: $, description: d, remove: true}]", "is a YAML date"),
        ("overlay: 1.0.0\ninfo: {title: t, version: v, x: 1}\nactions: [{target: $, description: d, remove: true}]", "unknown key 'x'"),
        ("overlay: 1.0.0\ninfo: {title: t, version: v}\nextra: 1\nactions: [{target: $, description: d, remove: true}]", "'extra'"),
        (
            "overlay: 1.0.0\ninfo: {title: t, version: v}\nextends: other.json\nactions: [{target: $, description: d, remove: true}]",
            "extends",
        ),
        ("overlay: 1.0.0\ninfo: {title: t, version: v}", "actions: must be a list"),
        (HEAD + "- one", "must be a mapping"),
        (HEAD + "- {target: $.a, description: d, updaet: {}}", "unknown key 'updaet'"),
        (HEAD + "- {target: $.a, description: d}", "exactly one of update and remove"),
        (HEAD + "- {target: $.a, description: d, update: {}, remove: true}", "exactly one of update and remove"),
        (HEAD + "- {target: $.a, description: d, remove: false}", "remove must be true"),
        (HEAD + "- {target: a, description: d, remove: true}", 'starting with "$"'),
        (HEAD + "- {description: d, remove: true}", 'starting with "$"'),
        (HEAD + "- {target: $.a, remove: true}", "description is required"),
        (HEAD + "- {target: $.a, description: ' ', remove: true}", "description is required"),
        (HEAD + "- {target: $.a, description: d, update: {1: x}}", "is not a string"),
        (HEAD + "- {target: $.a, description: d, update: {a: [!!binary aGk=]}}", "is not a JSON value"),
    ],
)
def test_invalid_overlays(tmp_path: Path, text: str, problem: str) -> None:
    """An overlay with another version, unknown keys, missing reasons or non-JSON values is rejected."""
    assert any(problem in found for found in refused(tmp_path, text))


def test_yaml_1_2_strings(tmp_path: Path) -> None:
    """In YAML 1.2, No and on are strings, not booleans."""
    path = tmp_path / "overlay.yaml"
    path.write_text(HEAD + "- {target: $.a, description: d, update: {x: No, on: yes}}")
    assert read_overlay(path)["actions"][0]["update"] == {"x": "No", "on": "yes"}
