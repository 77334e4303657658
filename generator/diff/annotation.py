"""Two annotations as text: does the new one take more, less, or something else?"""

from __future__ import annotations

import ast

RESPELLED, WIDENED, NARROWED, CHANGED = "respelled", "widened", "narrowed", "changed"


def relation(old: str, new: str) -> str:
    """`widened` where the new one takes all that the old one took and more; `narrowed` the other way round.

    `respelled` where both take the same, such as two lists of known values beside `str`; else `changed`.
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
    """The members of a union. A literal beside the type of its values says nothing more than that type does."""
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
    """The text of a member, and for a literal the name of its values' type."""
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
