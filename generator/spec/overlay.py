"""Overlays (OpenAPI Overlay 1.0), applied by oas-patch. Every case that oas-patch silently ignores is an error here.

`docs/design/transcribe.md` lists the measured cases.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from jsonpath_ng import DatumInContext, Fields
from jsonpath_ng.exceptions import JSONPathError
from jsonpath_ng.ext.parser import parse
from oas_patch.overlay import apply_overlay  # type: ignore[import-untyped] # it ships no types
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from .document import Document
from .facts import CONVERTED, TRANSCRIBED
from .inferred import INFERRED, OverruledFact, apply_denial, overruled_facts
from .problems import Problem, SpecRefused

_VERSION: Final = re.compile(r"1\.0\.\d+")
_TOP_KEYS: Final = frozenset({"overlay", "info", "extends", "actions"})
_INFO_KEYS: Final = frozenset({"title", "version"})
_ACTION_KEYS: Final = frozenset({"target", "description", "update", "remove"})


def read_overlay(path: Path) -> Document:
    """Read and validate an overlay. Raises `SpecRefused` with all problems.

    The parser follows YAML 1.2, so `No` is a string; duplicate keys are errors.
    """
    try:
        overlay = _parsed(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SpecRefused(str(path), [Problem("", f"cannot be read: {error.strerror}")]) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise SpecRefused(str(path), [Problem("", f"is not valid YAML: {' '.join(str(error).split())}")]) from error
    if not isinstance(overlay, dict):
        raise SpecRefused(str(path), [Problem("", "must be a mapping")])
    if "actions" in overlay and overlay["actions"] is None:
        # A first overlay has none, and a person appends to it.
        overlay = overlay | {"actions": []}
    try:
        problems = [*_not_json(overlay, "$"), *_shape(overlay)]
    except RecursionError:
        problems = [Problem("", "recursive alias, or nesting too deep")]
    if problems:
        raise SpecRefused(str(path), problems)
    return overlay


@functools.lru_cache(maxsize=16)
def _parsed(text: str) -> Any:
    """Parse YAML with a cache: our largest overlay takes a second. Callers must not modify the result."""
    return YAML(typ="safe", pure=True).load(text)


def base_facts(overlay: Document) -> str:
    """Return the name of the facts document that the overlay requires."""
    return str(overlay.get("extends", TRANSCRIBED))


def apply(document: Document, overlay: Document) -> tuple[Document, list[Problem]]:
    """Apply the actions in order. An action that cannot be applied or has no effect is skipped and reported.

    An action that states an inferred fact confirms, corrects or denies it (`inferred`), which is an effect.
    """
    problems = []
    text = json.dumps(document)
    document = json.loads(text)
    for index, action in enumerate(overlay["actions"]):
        matches, reason = _matches(document, action)
        if reason is None:
            overruled = [fact for match in matches for fact in _overruled(match, action.get("update"))]
            document = apply_overlay(document, {"actions": [action]})
            for fact in overruled:
                apply_denial(fact)
            before, text = text, json.dumps(document)
            # A fresh copy: oas-patch inserts the same object into every match, and a later action would change all of them.
            document = json.loads(text)
            reason = "the action has no effect" if text == before else None
        if reason is not None:
            problems.append(Problem(f"actions[{index}] {action['target']}", reason))
    return document, problems


def _shape(overlay: Document) -> Iterator[Problem]:
    yield from _unknown(overlay, _TOP_KEYS, "$")
    if not isinstance(overlay.get("overlay"), str) or not _VERSION.fullmatch(overlay["overlay"]):
        yield Problem("overlay", f'must be a version string like "1.0.0", not {overlay.get("overlay")!r}')
    info = overlay.get("info")
    if isinstance(info, dict):
        yield from _unknown(info, _INFO_KEYS, "info")
    if not isinstance(info, dict) or not all(isinstance(info.get(key), str) and info[key] for key in _INFO_KEYS):
        yield Problem("info", "title and version are required, as strings")
    if base_facts(overlay) not in (TRANSCRIBED, CONVERTED):
        yield Problem("extends", f"must be {TRANSCRIBED} or {CONVERTED}")
    actions = overlay.get("actions")
    if not isinstance(actions, list):
        yield Problem("actions", "must be a list")
        return
    for index, action in enumerate(actions):
        yield from _action(action, f"actions[{index}]")


def _action(action: Any, where: str) -> Iterator[Problem]:
    if not isinstance(action, dict):
        yield Problem(where, "must be a mapping")
        return
    yield from _unknown(action, _ACTION_KEYS, where)
    if not isinstance(action.get("target"), str) or not action["target"].startswith("$"):
        yield Problem(where, 'target must be a JSONPath starting with "$"')
    if not isinstance(action.get("description"), str) or not action["description"].strip():
        yield Problem(where, "description is required: give the reason")
    if ("update" in action) == ("remove" in action):
        yield Problem(where, "exactly one of update and remove is required")
    if action.get("remove", True) is not True:
        yield Problem(where, "remove must be true or absent: oas-patch also removes for false")


def _unknown(value: Document, known: frozenset[str], where: str) -> Iterator[Problem]:
    for key in value:
        if key not in known:
            yield Problem(where, f"unknown key {key!r}")


def _not_json(value: Any, where: str) -> Iterator[Problem]:
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                yield Problem(where, f"the key {key!r} is not a string: quote it")
            yield from _not_json(item, f"{where}.{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _not_json(item, f"{where}[{index}]")
    elif isinstance(value, float) and not math.isfinite(value):
        yield Problem(where, f"{value!r} is not a valid JSON number")
    elif isinstance(value, str) and not _encodable(value):
        yield Problem(where, "contains a lone surrogate, which UTF-8 cannot encode")
    elif isinstance(value, dt.date):
        yield Problem(where, f"{value} is a YAML date: quote it")
    elif not isinstance(value, str | int | float | None):
        yield Problem(where, f"{value!r} is not a JSON value")


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _matches(document: Document, action: Document) -> tuple[list[DatumInContext], str | None]:
    """Return the matches of the target, and the reason why the action cannot be applied as intended, or None."""
    try:
        matches: list[DatumInContext] = parse(action["target"]).find(document)
    except (JSONPathError, ValueError, TypeError, KeyError, IndexError) as error:
        return [], f"invalid JSONPath in target: {error}"
    if not matches:
        return [], "the target matches nothing"
    if "remove" in action:
        return matches, "the root cannot be removed" if any(match.context is None for match in matches) else None
    return matches, next((reason for match in matches if (reason := _inapplicable_update(match, action["update"]))), None)


def _overruled(match: DatumInContext, update: Any) -> Iterator[OverruledFact]:
    """Remove and yield the inferred facts that the update of a match states."""
    path: list[tuple[Document, str]] = []
    inner = match
    while inner.context is not None:
        path.append((inner.context.value, inner.path.fields[0] if isinstance(inner.path, Fields) else ""))
        inner = inner.context
    return overruled_facts(path, match.value, update)


def _inapplicable_update(match: DatumInContext, update: Any) -> str | None:
    value = match.value
    if INFERRED in json.dumps(update):
        return f"{INFERRED} belongs to the conversion: state the fact itself, or null to deny it"
    if isinstance(value, dict):
        if not isinstance(update, dict):
            return "the update of an object must be an object"
        if match.context is not None and isinstance(match.context.value, list):
            return "oas-patch cannot update a list item: remove it, then add the new one"
        return None
    if isinstance(value, list):
        return "oas-patch concatenates lists: give the single item to add" if isinstance(update, list) else None
    return "the target must be an object or a list: update its parent"
