"""Run-time values of models against their annotations, as a type checker understands them.

It knows nothing of the generator, and runs beside an emitted package as well as in the tests.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def mismatches(model: Any, place: str) -> Iterator[str]:
    """Yield the place and the type of each attribute, at any depth, whose value its annotation excludes."""
    hints = _hints(type(model))
    for field in model.FIELDS:
        value, here = getattr(model, field.name), f"{place}.{field.name}"
        if not fits(value, hints[field.name]):
            yield f"{here}: {type(value).__name__} is outside {hints[field.name]}"
        for item in value if isinstance(value, list) else [value]:
            if hasattr(item, "FIELDS"):
                yield from mismatches(item, here)


def attributes(model: Any) -> Iterator[tuple[str, str]]:
    """Yield class and name of every attribute, at any depth."""
    for field in model.FIELDS:
        value = getattr(model, field.name)
        yield type(model).__name__, field.name
        for item in value if isinstance(value, list) else [value]:
            if hasattr(item, "FIELDS"):
                yield from attributes(item)


def fits(value: Any, hint: Any) -> bool:
    """Return whether a value has the annotated type. A boolean is no integer here; an integer is a float, as for type checkers."""
    origin = get_origin(hint)
    if hint is Any:
        return True
    if origin in (Union, UnionType):
        return any(fits(value, part) for part in get_args(hint))
    if origin is Literal:
        return any(type(value) is type(known) and value == known for known in get_args(hint))
    if origin is list:
        [item] = get_args(hint)
        return isinstance(value, list) and all(fits(each, item) for each in value)
    if origin is dict:
        return isinstance(value, dict)
    if hint in (None, NoneType):
        return value is None
    if hint is float:
        return type(value) in (int, float)
    if hint in (bool, int, str):
        return type(value) is hint
    return isinstance(value, hint)


@cache
def _hints(model: Any) -> dict[str, Any]:
    # Types in a reference cycle are imported for type checkers only; the package has all of them.
    package = sys.modules[model.__module__.rpartition(".")[0]]
    known = {name: getattr(package, name) for name in package.__all__}
    return get_type_hints(model, localns=known)
