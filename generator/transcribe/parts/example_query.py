"""Converter from the key-value pairs of a GET example to the equivalent JSON body.

`Filters.0.Name=x` becomes `{"Filters": [{"Name": "x"}]}`. A value has the documented type of its input.
The page does not document the fields of object types, so their values stay strings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from ..tables.prose_facts import as_scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..facts import Parameter
    from ..input.lines import SourceLine
    from ..json_types import JsonObject
    from ..tables.type_names import PageType


@dataclass(frozen=True, slots=True)
class QueryPair:
    """Key-value pair `&A.0.B=value`: the segments of the key, the value as written, and its line."""

    key: tuple[str, ...]
    value: str
    line: SourceLine


@dataclass(slots=True)
class _QueryNode:
    """Node of a tree of keys: the keys that share their first segments."""

    line: SourceLine
    children: dict[str, _QueryTree] = field(default_factory=dict)


_QueryTree: TypeAlias = "_QueryNode | QueryPair"


def build_request_body(pairs: Sequence[QueryPair], inputs: Sequence[Parameter]) -> JsonObject:
    """Return the body. Raises `PageRefused` for an undocumented input, a value of another type and conflicting keys."""
    types = {parameter.name: parameter.type for parameter in inputs}
    tree: dict[str, _QueryTree] = {}
    for pair in pairs:
        if pair.key[0] not in types:
            raise pair.line.refusal(f'"{pair.key[0]}" in the table of inputs, too')
        _insert(tree, pair)
    return {name: _typed_value(child, types[name]) for name, child in tree.items()}


def _insert(tree: dict[str, _QueryTree], pair: QueryPair) -> None:
    for segment in pair.key[:-1]:
        branch = tree.setdefault(segment, _QueryNode(pair.line))
        if not isinstance(branch, _QueryNode):
            raise pair.line.refusal(f"no key below the value of line {branch.line.number}")
        tree = branch.children
    if pair.key[-1] in tree:
        raise pair.line.refusal("each key once")
    tree[pair.key[-1]] = pair


def _typed_value(tree: _QueryTree, page_type: PageType) -> Any:
    if page_type.array:
        if not isinstance(tree, _QueryNode):
            raise tree.line.refusal(f'an index after the name, such as ".0", for {page_type}')
        return [_typed_item(child, page_type) for child in _array_items(tree)]
    return _typed_item(tree, page_type)


def _typed_item(tree: _QueryTree, page_type: PageType) -> Any:
    if not page_type.primitive:
        if not isinstance(tree, _QueryNode):
            raise tree.line.refusal(f"a field after the name, for the object type {page_type.name}")
        return _untyped_value(tree)
    if not isinstance(tree, QueryPair):
        raise tree.line.refusal(f"a plain value of type {page_type.name}")
    if page_type.json_type == "string":
        return tree.value
    value = as_scalar(tree.value, page_type)
    if value is None:
        raise tree.line.refusal(f"a value of type {page_type.name}")
    return value


def _untyped_value(tree: _QueryTree) -> Any:
    """Return a value of no documented type. The number of segments of a key limits the depth."""
    if isinstance(tree, QueryPair):
        return tree.value
    if all(segment.isdecimal() for segment in tree.children):
        return [_untyped_value(child) for child in _array_items(tree)]
    return {segment: _untyped_value(child) for segment, child in tree.children.items()}


def _array_items(tree: _QueryNode) -> list[_QueryTree]:
    if [*tree.children] != [str(index) for index in range(len(tree.children))]:
        raise tree.line.refusal("indexes that count up from 0")
    return list(tree.children.values())
