"""Comparison of two type annotations: equivalent, widened, narrowed or changed."""

from __future__ import annotations

import ast

RESPELLED, WIDENED, NARROWED, CHANGED = "respelled", "widened", "narrowed", "changed"


def relation(old: str, new: str) -> str:
    """Return the relation of two annotations.

    `widened`: the new one accepts everything the old one did, and more. `narrowed`: the reverse. `respelled`: both accept the same,
    for example known values beside `str`. `changed`: anything else.
    """
    if not old or not new:
        return CHANGED
    before, after = parts(old), parts(new)
    if before == after:
        return RESPELLED
    if before <= after:
        return WIDENED
    return NARROWED if before >= after else CHANGED


def parts(text: str) -> frozenset[str]:
    """Return the members of a union, without literals that a type in the same union covers."""
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError):
        return frozenset({text})
    return _parts(tree)


def _parts(node: ast.expr) -> frozenset[str]:
    members = [_folded(member) for member in _members(node)]
    types = {text for text, _ in members}
    return frozenset(text for text, values in members if not values or values not in types)


def _members(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return [*_members(left), *_members(right)]
        case ast.Subscript(value=ast.Name(id="Optional"), slice=inner):
            return [*_members(inner), ast.Constant(value=None)]
        case ast.Subscript(value=ast.Name(id="Union"), slice=ast.Tuple(elts=inner)):
            return [member for item in inner for member in _members(item)]
        case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Tuple(elts=values)):
            return [ast.Subscript(value=ast.Name(id="Literal"), slice=value) for value in values]
    return [node]


def _folded(node: ast.expr) -> tuple[str, str]:
    """Return the text of a member and, for a literal, the type name of its value."""
    match node:
        case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Constant(value=value)):
            return ast.unparse(node), type(value).__name__
        case ast.Subscript(value=value, slice=ast.Tuple(elts=arguments)):
            return f"{ast.unparse(value)}[{', '.join(_text(argument) for argument in arguments)}]", ""
        case ast.Subscript(value=value, slice=argument):
            return f"{ast.unparse(value)}[{_text(argument)}]", ""
    return ast.unparse(node), ""


def _text(node: ast.expr) -> str:
    return " | ".join(sorted(_parts(node)))
