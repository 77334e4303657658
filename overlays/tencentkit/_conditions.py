"""Conditions on a response, for `wait`: paths of field names, with `[]` for the items of a list, and the expected values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from tencentkit_api.model import Field, Model, hidden

from ._validation.objects import described, is_async_callable, refuse_async
from .errors import RequestInvalid

_STEP: Final = re.compile(r"([A-Za-z_]\w*)((?:\[(?:all|any|\d*)\])*)")
_INDEX: Final = re.compile(r"\[(all|any|\d*)\]")
_KINDS: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (),
}
_SCALARS: Final = (str, int, float, bool, type(None))


class Condition(NamedTuple):
    """Expected values at one path."""

    text: str
    """Path as the caller wrote it."""
    steps: tuple[str | int, ...]
    """Names of attributes, positions in lists, and `[all]` or `[any]` for the items of a list."""
    values: tuple[Any, ...]
    allow_empty: bool = False
    """Whether an empty list satisfies `[all]`."""
    secret: bool = False
    """Whether messages hide the values."""

    @property
    def description(self) -> str:
        """Path and values, for messages."""
        return f"{self.text} is {' or '.join(hidden(value) if self.secret else str(value) for value in self.values)}"

    def holds(self, response: Any) -> bool:
        """Return whether a response has one of the values. `[all]` needs at least one item, unless `allow_empty` is set."""
        return _holds(response, self.steps, self.values, allow_empty=self.allow_empty)


Until = Mapping[str, Any] | Callable[[Any], object]


class Test(NamedTuple):
    """Conditions that must hold together, or a function of the caller."""

    description: str
    conditions: tuple[Condition, ...] = ()
    function: Callable[[Any], object] | None = None
    every: bool = True
    """Whether all conditions must hold; else one is enough."""

    name: str = "until"
    """Argument that describes the test."""

    def matched(self, response: Any) -> str | None:
        """Return what holds, for messages; `None` if the test fails."""
        if self.function is not None:
            result = self.function(response)
            if hasattr(result, "__await__"):
                refuse_async(result, self.name)
            return self.description if result else None
        if self.every:
            return self.description if all(each.holds(response) for each in self.conditions) else None
        single = (each._replace(values=(value,)) for each in self.conditions for value in each.values)
        return next((each.description for each in single if each.holds(response)), None)


def test_of(name: str, until: Any, model: type[Model] | None, *, every: bool, allow_empty: bool) -> Test:
    """Return the test that an argument describes.

    Args:
        name: Name of the argument, for errors.
        until: Values by path, or a function of the response.
        model: Model of the response; `None` if the action has none, so that only a function can examine it.
        every: Whether all paths must have their values, and `[]` means every item; else one path and any item.
        allow_empty: Whether an empty list satisfies "every item".

    Raises:
        RequestInvalid: The argument is of another type, a path does not exist in the response, or a value cannot occur there.
    """
    if callable(until):
        if is_async_callable(until):
            raise RequestInvalid(name, "must be a plain function, not an async one: it only examines the response")
        return Test(f"{getattr(until, '__name__', 'the function')}(response) is true", function=until, name=name)
    if not isinstance(until, Mapping) or not until:
        rule = f"must be a dict of paths and values, or a function of the response, not {described(until)}"
        raise RequestInvalid(name, "must have at least one path" if isinstance(until, Mapping) else rule)
    if model is None:
        raise RequestInvalid(name, "must be a function of the response, because the response of the method has no model")
    default = "[all]" if every else "[any]"
    conditions = tuple(_condition(name, path, values, model, default)._replace(allow_empty=allow_empty) for path, values in until.items())
    return Test((" and " if every else " or ").join(each.description for each in conditions), conditions, every=every, name=name)


def _condition(name: str, path: Any, values: Any, model: type[Model], default: str) -> Condition:
    if not isinstance(path, str):
        raise RequestInvalid(name, f"must have texts as paths, not {described(path)}")
    steps, field = resolve(name, path, model, default)
    expected: tuple[Any, ...] = tuple(values) if isinstance(values, list | tuple | set | frozenset) else (values,)
    if not expected:
        raise RequestInvalid(name, f"{path}: expects no value; pass a value or a list of them")
    for value in expected:
        kinds = () if field is None else tuple(kind for each in (field.kind, *field.other_kinds) for kind in _KINDS.get(each, ()))
        # A bool is an int in Python and not in JSON.
        fits = value is None or not kinds or (bool in kinds if isinstance(value, bool) else isinstance(value, kinds))
        if not isinstance(value, _SCALARS) or not fits:
            rule = f"{path}: the response has a field of type {field.kind if field else 'JSON'} there, never {described(value)}"
            raise RequestInvalid(name, rule)
    return Condition(path, steps, expected, secret=field is not None and field.secret)


def resolve(name: str, path: str, model: type[Model], default: str) -> tuple[tuple[str | int, ...], Field | None]:
    """Return the steps of a path and the field at its end, `None` in data without a model.

    Raises:
        RequestInvalid: The path does not exist in the response.
    """
    steps: list[str | int] = []
    inside: type[Model] | None = model
    field: Field | None = None
    part = path
    for part in path.split("."):
        match = _STEP.fullmatch(part)
        if match is None:
            raise RequestInvalid(name, f"{path}: {part!r} is not a field name, possibly with [], [any], [all] or an index")
        if field is not None and inside is None and field.kind != "object":
            raise RequestInvalid(name, f"{path}: {field.wire} is of type {field.kind}, which has no fields")
        field = None if inside is None else _field(name, path, match[1], inside)
        indexes = _INDEX.findall(match[2])
        if field is not None and field.array and not indexes:
            rule = f"{path}: {field.wire} is a list: write {field.wire}[] for its items, {field.wire}[any] for at least one"
            raise RequestInvalid(name, rule)
        if field is not None and not field.array and indexes:
            raise RequestInvalid(name, f"{path}: {field.wire} is not a list")
        if field is not None and len(indexes) > 1 and (field.kind != "object" or field.model) and "array" not in field.other_kinds:
            raise RequestInvalid(name, f"{path}: {field.wire} is a list of {field.kind}s, so it takes one pair of brackets")
        steps.append(match[1] if field is None else field.name)
        steps += [default if index == "" else int(index) if index.isdigit() else f"[{index}]" for index in indexes]
        inside = None if field is None or field.model is None or inside is None else _nested(inside, field.model)
    if inside is not None:
        fields = ", ".join(each.wire for each in inside.FIELDS)
        raise RequestInvalid(name, f"{path}: {part} is an object; add one of its fields: {fields}")
    return tuple(steps), field


def _field(name: str, path: str, part: str, model: type[Model]) -> Field:
    field = next((each for each in model.FIELDS if part in (each.wire, each.name)), None)
    if field is not None:
        return field
    from ._validation.suggestions import nearest, same_name

    known = [each.wire for each in model.FIELDS]
    close = same_name(part, known) or nearest(part, known) or nearest(part, [each.name for each in model.FIELDS])
    hint = f"did you mean {close}?" if close is not None else f"fields: {', '.join(known)}"
    raise RequestInvalid(name, f"{path}: the response has no field {part}; {hint}")


def _nested(owner: type[Model], name: str) -> type[Model] | None:
    from sys import modules

    found: type[Model] | None = getattr(modules[owner.__module__.rpartition(".")[0]], name, None)
    return found


def _holds(value: Any, steps: Sequence[str | int], values: Iterable[Any], *, allow_empty: bool) -> bool:
    for position, step in enumerate(steps):
        rest = steps[position + 1 :]
        if step == "[all]":
            if not value:
                return allow_empty
            return isinstance(value, list | tuple) and all(_holds(item, rest, values, allow_empty=allow_empty) for item in value)
        if step == "[any]":
            return isinstance(value, list | tuple) and any(_holds(item, rest, values, allow_empty=allow_empty) for item in value)
        if isinstance(step, int):
            value = value[step] if isinstance(value, list | tuple) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else getattr(value, step, None)
    return any(value == each and isinstance(value, bool) == isinstance(each, bool) for each in values)
