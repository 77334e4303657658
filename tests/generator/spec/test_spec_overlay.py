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
    """The document after actions that must fit."""
    document, problems = apply(DOCUMENT, {"actions": [{"description": "why", **action} for action in actions]})
    assert problems == []
    return document


def problems_of(*actions: dict[str, Any]) -> list[str]:
    """The problems of actions; the document must be as it was."""
    document, problems = apply(DOCUMENT, {"actions": [{"description": "why", **action} for action in actions]})
    assert document == DOCUMENT
    return [str(problem) for problem in problems]


def refused(folder: Path, text: str) -> list[str]:
    """The problems of an overlay's text."""
    path = folder / "overlay.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SpecRefused) as caught:
        read_overlay(path)
    return [str(problem) for problem in caught.value.problems]


def test_update() -> None:
    """An update merges into every object that the target matches, and each match is its own from then on."""
    document = applied(
        {"target": "$.paths.*.post", "update": {"x": {"y": 1}}},
        {"target": "$.paths['/A'].post.x", "update": {"y": 2}},
    )
    assert document["paths"] == {"/A": {"post": {"tags": ["x"], "x": {"y": 2}}}, "/B": {"post": {"x": {"y": 1}}}}
    assert DOCUMENT["paths"] == {"/A": {"post": {"tags": ["x"]}}, "/B": {"post": {}}}


def test_update_of_the_root_and_of_a_list() -> None:
    """The root can be updated, and a list grows by one item."""
    assert applied({"target": "$", "update": {"word": "y"}})["word"] == "y"
    assert applied({"target": "$.list", "update": {"code": "c"}})["list"] == [{"code": "a"}, {"code": "b"}, {"code": "c"}]


def test_remove() -> None:
    """A removal takes away what the target matches, items of lists included."""
    assert "word" not in applied({"target": "$.word", "remove": True})
    assert applied({"target": "$.list[?(@.code=='a')]", "remove": True})["list"] == [{"code": "b"}]


def test_an_item_is_exchanged() -> None:
    """An item of a list is corrected by removing it and adding another."""
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
        ({"target": "$[", "update": {}}, "no JSONPath"),
        ({"target": "$.list[?(@.code=]", "remove": True}, "no JSONPath"),
        ({"target": "$", "remove": True}, "the root cannot be removed"),
        ({"target": "$.word", "update": "y"}, "must be an object or a list"),
        ({"target": "$.paths", "update": "y"}, "the update of an object must be an object"),
        ({"target": "$", "update": ["y"]}, "the update of an object must be an object"),
        ({"target": "$.list", "update": [{"code": "c"}]}, "the one item to add"),
        ({"target": "$.list[0]", "update": {"x": 1}}, "cannot update an item of a list"),
        ({"target": "$.paths['/A'].post", "update": {}}, "changes nothing"),
        ({"target": "$", "update": {"word": "x"}}, "changes nothing"),
    ],
)
def test_actions_that_do_not_fit(action: dict[str, Any], problem: str) -> None:
    """What oas-patch passes over, or does otherwise than meant, is a problem that names the action."""
    (found,) = problems_of(action)
    assert found.startswith(f"actions[0] {action['target']}: ")
    assert problem in found


def test_every_action_is_reported() -> None:
    """One bad action does not hide the next."""
    assert len(problems_of({"target": "$.a", "remove": True}, {"target": "$.b", "remove": True})) == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no mapping"),
        ("- a", "no mapping"),
        ("a: [", "no YAML"),
        ("a: 1\na: 2", "no YAML"),
        ("overlay: 1.1.0\ninfo: {title: t, version: v}\nactions: [{target: $, description: d, remove: true}]", "the version must be"),
        ("overlay: 1.0\ninfo: {title: t, version: v}\nactions: [{target: $, description: d, remove: true}]", "the version must be"),
        ("info: {title: t, version: v}\nactions: [{target: $, description: d, remove: true}]", "the version must be"),
        ("overlay: 1.0.0\nactions: [{target: $, description: d, remove: true}]", "title and version"),
        ("overlay: 1.0.0\ninfo: {title: t, version: 2018-04-16}\nactions: [{target: $, description: d, remove: true}]", "is a date"),
        ("overlay: 1.0.0\ninfo: {title: t, version: v, x: 1}\nactions: [{target: $, description: d, remove: true}]", "'x' is not known"),
        ("overlay: 1.0.0\ninfo: {title: t, version: v}\nextra: 1\nactions: [{target: $, description: d, remove: true}]", "'extra'"),
        (
            "overlay: 1.0.0\ninfo: {title: t, version: v}\nextends: other.json\nactions: [{target: $, description: d, remove: true}]",
            "extends",
        ),
        ("overlay: 1.0.0\ninfo: {title: t, version: v}\nactions: []", "at least one action"),
        ("overlay: 1.0.0\ninfo: {title: t, version: v}", "at least one action"),
        (HEAD + "- one", "must be a mapping"),
        (HEAD + "- {target: $.a, description: d, updaet: {}}", "'updaet' is not known"),
        (HEAD + "- {target: $.a, description: d}", "exactly one of update and remove"),
        (HEAD + "- {target: $.a, description: d, update: {}, remove: true}", "exactly one of update and remove"),
        (HEAD + "- {target: $.a, description: d, remove: false}", "remove must be true"),
        (HEAD + "- {target: a, description: d, remove: true}", 'begins with "$"'),
        (HEAD + "- {description: d, remove: true}", 'begins with "$"'),
        (HEAD + "- {target: $.a, remove: true}", "description must give the reason"),
        (HEAD + "- {target: $.a, description: ' ', remove: true}", "description must give the reason"),
        (HEAD + "- {target: $.a, description: d, update: {1: x}}", "is no string"),
        (HEAD + "- {target: $.a, description: d, update: {a: [!!binary aGk=]}}", "nothing that JSON has"),
    ],
)
def test_overlays_that_are_refused(tmp_path: Path, text: str, problem: str) -> None:
    """An overlay of another version, with unknown keys, without reasons or with values that JSON lacks is refused."""
    assert any(problem in found for found in refused(tmp_path, text))


def test_words_stay_words(tmp_path: Path) -> None:
    """By YAML 1.2, No and on are words, not truth values."""
    path = tmp_path / "overlay.yaml"
    path.write_text(HEAD + "- {target: $.a, description: d, update: {x: No, on: yes}}")
    assert read_overlay(path)["actions"][0]["update"] == {"x": "No", "on": "yes"}
