"""Helpers on libcst trees: traversal, and conversion from and to source text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar, overload

import libcst as cst

_NodeT = TypeVar("_NodeT", bound=cst.CSTNode)
COMMA: Final = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))


@overload
def all_of(tree: cst.CSTNode) -> Iterator[cst.CSTNode]: ...
@overload
def all_of(tree: cst.CSTNode, kind: type[_NodeT]) -> Iterator[_NodeT]: ...
def all_of(tree: cst.CSTNode, kind: type[cst.CSTNode] | None = None) -> Iterator[cst.CSTNode]:
    """Yield every node of a tree, or every node of a class, in source order."""
    stack: list[cst.CSTNode] = [tree]
    while stack:
        node = stack.pop()
        if kind is None or isinstance(node, kind):
            yield node
        stack.extend(reversed(node.children))


def code_of(node: cst.CSTNode) -> str:
    """Return the source text of a node."""
    return cst.Module([]).code_for_node(node)
