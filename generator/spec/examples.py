"""Validation of every example of a document against its schema, with jsonschema-rs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import jsonschema_rs

from .document import Document
from .observations import KEY, standard_form
from .problems import Problem
from .view import mapping, operations

_SIDES: Final = {"request": ("requestBody",), "response": ("responses", "200")}
_ADVICE: Final = {
    "request": "correct or remove the example",
    "response": f"correct or remove the example, or state its value in overlay.yaml with {KEY}",
}
_LONGEST_VALUE: Final = 60


@dataclass(frozen=True, slots=True)
class InvalidExample:
    """An example that its schema excludes."""

    action: str
    example: str
    side: str
    where: str
    what: str

    @property
    def problem(self) -> Problem:
        """Location, reason and advice."""
        return Problem(self.where, f"{self.what}; {_ADVICE[self.side]}")


def check_examples(document: Document) -> Iterator[Problem]:
    """Yield a problem for each example of a document in standard form that does not validate against its schema."""
    for invalid in _invalid(document, tuple(_SIDES)):
        yield invalid.problem


def invalid_examples(document: Document, sides: Sequence[str]) -> list[InvalidExample]:
    """Return the invalid examples of a document in documented form."""
    return list(_invalid(standard_form(document), sides))


def _invalid(document: Document, sides: Sequence[str]) -> Iterator[InvalidExample]:
    schemas = mapping(document, "components", "schemas")
    for operation in operations(document):
        for side in sides:
            path = _SIDES[side]
            media = mapping(operation.node, *path, "content", "application/json")
            examples = mapping(media, "examples")
            if not examples:
                continue
            validator = _validator(media.get("schema"), schemas)
            for name, example in examples.items():
                value = mapping(example).get("value")
                where = f"{operation.where}/{'/'.join(path)}/content/application~1json/examples/{name}/value"
                if validator is None:
                    yield InvalidExample(operation.name, name, side, where, "has no valid schema")
                    continue
                error = next(iter(validator.iter_errors(value)), None)
                if error is not None:
                    place = "".join(f"/{step}" for step in error.instance_path)
                    yield InvalidExample(operation.name, name, side, f"{where}{place}", _reason(error))


def _validator(schema: Any, schemas: Document) -> Any:
    reachable = _reachable(schema, schemas)
    try:
        return jsonschema_rs.Draft202012Validator({**mapping(schema), "components": {"schemas": reachable}})
    except (ValueError, jsonschema_rs.ReferencingError):
        return None


def _reachable(schema: Any, schemas: Document) -> Document:
    """Return the named schemas that a schema refers to at any depth. The validator would compile all of them for each action."""
    found: Document = {}
    pending = [schema]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str) and (name := reference.rpartition("/")[2]) in schemas and name not in found:
                found[name] = schemas[name]
                pending.append(schemas[name])
            pending += value.values()
        elif isinstance(value, list):
            pending += value
    return found


def _reason(error: Any) -> str:
    # The message of jsonschema-rs contains the whole instance, which may be a long object.
    kind = error.kind
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.AnyOf) and isinstance(error.instance, dict):
        # The first alternative is the documented type.
        return _reason(kind.context[0][0])
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.Required):
        return f"{kind.property} is missing, which the schema requires"
    value = json.dumps(error.instance, ensure_ascii=False)
    shown = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"
    return f"{shown} violates {kind.name} of its schema"
