"""Observed types: the values of documented examples that the documented type of a property excludes.

`x-tc-observed` of a property or of `items` has a key for each kind of such a value. `missing` is a required property that an example
leaves out; the other keys are `null`, a JSON type, or the bound that a number exceeds. `docs/design/types.md` has rule and figures.

A document has two forms. The *documented form* has the types of the sources, for requests and for the lint. The *standard form* is the
one of `openapi.json`: plain OpenAPI 3.1, against which every example validates.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from operator import gt, lt
from typing import Any, Final

from .document import Document
from .problems import Problem
from .view import is_error, mapping, named_schemas, operations, target_of

KEY: Final = "x-tc-observed"
MISSING: Final = "missing"
NULL: Final = "null"
TYPES: Final = ("boolean", "integer", "number", "string", "array", "object")
BOUNDS: Final = {"minimum": lt, "maximum": gt}
"""Documented bounds that a value may exceed; such bounds apply to requests only. The standard form keeps them as `x-tc-minimum`."""
KINDS: Final = (MISSING, NULL, *TYPES, *BOUNDS)


def observe(document: Document) -> None:
    """Add the observations of all response examples to a facts document."""
    observer = _Observer(document)
    for operation in operations(document):
        response = mapping(operation.node, "responses", "200", "content", "application/json")
        content = mapping(response, "schema", "properties").get("Response")
        for example in mapping(response, "examples").values():
            if isinstance(value := mapping(example, "value").get("Response"), dict) and not is_error(value):
                observer.object(content, value)


def settle(document: Document) -> list[Problem]:
    """Remove observations that an overlay denies or that the documented types include. Return a problem for each malformed one.

    An overlay denies with `false`; `build` then refuses the example, which the overlay must correct or remove.
    """
    problems = []
    for where, owner, name, node in _nodes(document):
        if KEY not in node:
            continue
        observed = node.pop(KEY)
        if not isinstance(observed, dict) or any(kind not in KINDS or type(flag) is not bool for kind, flag in observed.items()):
            problems.append(Problem(f"{where}/{KEY}", f"must map {', '.join(KINDS)} to true or false"))
            continue
        included = {"object" if "$ref" in node else node.get("type"), *(bound for bound in BOUNDS if bound not in node)}
        included |= {MISSING} if name not in owner.get("required", ()) else set()
        included |= {NULL} if node.get("x-tc-nullable") is True else set()
        if kept := {kind: True for kind in KINDS if observed.get(kind) and kind not in included}:
            node[KEY] = kept
    return problems


def standard_form(document: Document) -> Document:
    """Return a copy of the documented form in which the schemas accept every observed value, and null if it is documented."""
    result = copy.deepcopy(document)
    for schema in named_schemas(result).values():
        if not isinstance(schema.get("properties"), dict):
            continue
        for node in schema["properties"].values():
            _widen(node)
        required = [name for name in schema.get("required", ()) if not mapping(schema["properties"].get(name), KEY).get(MISSING)]
        schema.pop("required", None)
        if required:
            schema["required"] = required
    return result


def documented_form(document: Document) -> Document:
    """Return a copy of the standard form with the documented types; `x-tc-observed` stays. Other documents are returned equal."""
    result = copy.deepcopy(document)
    for schema in named_schemas(result).values():
        if not isinstance(schema.get("properties"), dict):
            continue
        for node in schema["properties"].values():
            _narrow(node)
        left_out = [name for name, node in schema["properties"].items() if mapping(node, KEY).get(MISSING) is True]
        if left_out:
            required = {*schema.get("required", ()), *left_out}
            schema["required"] = [name for name in schema["properties"] if name in required]
    return result


def json_type(value: Any) -> str:
    """Return the JSON type of a decoded value; a float is a `number`, also without fraction."""
    for kinds, name in ((bool, "boolean"), (int, "integer"), (float, "number"), (str, "string"), (list, "array"), (dict, "object")):
        if isinstance(value, kinds):
            return name
    return NULL


class _Observer:
    def __init__(self, document: Document) -> None:
        self._document = document

    def object(self, reference: Any, value: Document) -> None:
        schema = mapping(target_of(self._document, reference))
        required = schema.get("required", ())
        for name, node in mapping(schema, "properties").items():
            if not isinstance(node, dict):
                continue
            if name in value:
                self.value(node, value[name])
            elif name in required:
                _note(node, MISSING)

    def value(self, node: Document, value: Any) -> None:
        found, documented = json_type(value), "object" if "$ref" in node else node.get("type")
        if found == documented:
            if found == "object":
                self.object(node, value)
            elif found == "array" and isinstance(items := node.get("items"), dict):
                for item in value:
                    self.value(items, item)
        elif found == NULL:
            if node.get("x-tc-nullable") is not True:
                _note(node, NULL)
        # JSON has one type of numbers, and type checkers accept an int where a float is declared.
        elif (found, documented) != ("integer", "number") and documented is not None:
            _note(node, found)
        if found in ("integer", "number"):
            for bound, exceeds in BOUNDS.items():
                if bound in node and exceeds(value, node[bound]):
                    _note(node, bound)


def _note(node: Document, kind: str) -> None:
    node.setdefault(KEY, {})[kind] = True


def _nodes(document: Document) -> Iterator[tuple[str, Document, str, Document]]:
    """Yield each property and its items, with location, schema and property name (empty for items)."""
    for schema_name, schema in named_schemas(document).items():
        for name, node in mapping(schema, "properties").items():
            where = f"#/components/schemas/{schema_name}/properties/{name}"
            if isinstance(node, dict):
                yield where, schema, name, node
                if isinstance(items := node.get("items"), dict):
                    yield f"{where}/items", schema, "", items


def _widen(node: Any) -> None:
    if not isinstance(node, dict):
        return
    _widen(node.get("items"))
    observed = mapping(node, KEY)
    for bound in BOUNDS:
        if observed.get(bound) and bound in node:
            _replace(node, bound, f"x-tc-{bound}", node[bound])
    more = [kind for kind in TYPES if observed.get(kind)]
    if observed.get(NULL) or node.get("x-tc-nullable") is True:
        more.append(NULL)
    if not more:
        return
    if "$ref" in node:
        alternatives = [{"$ref": node["$ref"]}, {"type": more[0] if len(more) == 1 else more, **_items(more)}]
        _replace(node, "$ref", "anyOf", alternatives)
    elif "type" in node:
        node["type"] = [node["type"], *more]
        node.update(_items(more))


def _narrow(node: Any) -> None:
    if not isinstance(node, dict):
        return
    _narrow(node.get("items"))
    if KEY not in node and node.get("x-tc-nullable") is not True:
        return
    for bound in BOUNDS:
        if f"x-tc-{bound}" in node:
            _replace(node, f"x-tc-{bound}", bound, node[f"x-tc-{bound}"])
    if isinstance(node.get("type"), list):
        if _items(node["type"][1:]):
            del node["items"]
        node["type"] = node["type"][0]
    elif isinstance(node.get("anyOf"), list):
        _replace(node, "anyOf", "$ref", mapping(node["anyOf"][0]).get("$ref"))


def _items(kinds: list[str]) -> Document:
    """Return `items` for an observed array: linters require it beside the type."""
    return {"items": {}} if "array" in kinds else {}


def _replace(node: Document, old: str, new: str, value: Any) -> None:
    """Replace a key and keep its position."""
    pairs = [(new, value) if key == old else (key, item) for key, item in node.items()]
    node.clear()
    node.update(pairs)
