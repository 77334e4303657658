"""From the flat pairs of a GET example to the JSON body that says the same.

`Filters.0.Name=x` -> `{"Filters": [{"Name": "x"}]}`; a value gets the documented type of its input. The fields of an object type are not
on the page, so their values stay the strings that the page shows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from ..tables.prose_facts import as_scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..facts import Parameter
    from ..input.lines import Line
    from ..json_types import JsonObject
    from ..tables.type_names import PageType


@dataclass(frozen=True, slots=True)
class Pair:
    """`&A.0.B=value`: the key's segments, the value as written, and its line."""

    key: tuple[str, ...]
    value: str
    line: Line


@dataclass(slots=True)
class _Branch:
    """Everything whose keys begin alike."""

    line: Line
    children: dict[str, _Tree] = field(default_factory=dict)


_Tree: TypeAlias = "_Branch | Pair"


def request_body(pairs: Sequence[Pair], inputs: Sequence[Parameter]) -> JsonObject:
    """The body. Raises `PageRefused` for an undocumented input, a value that is not of its type, or keys that do not fit together."""
    types = {parameter.name: parameter.type for parameter in inputs}
    tree: dict[str, _Tree] = {}
    for pair in pairs:
        if pair.key[0] not in types:
            raise pair.line.refused(f'"{pair.key[0]}" in the table of inputs, too')
        _insert(tree, pair)
    return {name: _documented(child, types[name]) for name, child in tree.items()}


def _insert(tree: dict[str, _Tree], pair: Pair) -> None:
    for segment in pair.key[:-1]:
        branch = tree.setdefault(segment, _Branch(pair.line))
        if not isinstance(branch, _Branch):
            raise pair.line.refused(f"a key that does not go on below the value of line {branch.line.number}")
        tree = branch.children
    if pair.key[-1] in tree:
        raise pair.line.refused("each key once")
    tree[pair.key[-1]] = pair


def _documented(tree: _Tree, page_type: PageType) -> Any:
    if page_type.array:
        if not isinstance(tree, _Branch):
            raise tree.line.refused(f'an index after the name, such as ".0", for {page_type}')
        return [_item(child, page_type) for child in _indexed(tree)]
    return _item(tree, page_type)


def _item(tree: _Tree, page_type: PageType) -> Any:
    if not page_type.primitive:
        if not isinstance(tree, _Branch):
            raise tree.line.refused(f"a field after the name, for the object type {page_type.name}")
        return _undocumented(tree)
    if not isinstance(tree, Pair):
        raise tree.line.refused(f"a plain value of type {page_type.name}")
    if page_type.json_type == "string":
        return tree.value
    value = as_scalar(tree.value, page_type)
    if value is None:
        raise tree.line.refused(f"a value of type {page_type.name}")
    return value


def _undocumented(tree: _Tree) -> Any:
    """The depth is bounded by the number of segments that a key may have."""
    if isinstance(tree, Pair):
        return tree.value
    if all(segment.isdecimal() for segment in tree.children):
        return [_undocumented(child) for child in _indexed(tree)]
    return {segment: _undocumented(child) for segment, child in tree.children.items()}


def _indexed(tree: _Branch) -> list[_Tree]:
    if [*tree.children] != [str(index) for index in range(len(tree.children))]:
        raise tree.line.refused("indexes that count up from 0")
    return list(tree.children.values())
