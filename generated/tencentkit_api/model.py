# Written by `python -m generator emit` from generator/emit/templates/shared/model.py.jinja.
# Do not edit: change the template.
"""Base class of all models: field table, parser and serializer."""

from __future__ import annotations

import sys
from abc import ABC
from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple, Self, TypeVar

from .unset import UNSET, Unset

_SCALARS = frozenset({str, int, float, bool})


class Field(NamedTuple):
    """Field of a model: Python name, wire name and documented facts."""

    name: str
    wire: str
    kind: str
    """`string`, `integer`, `number`, `boolean` or `object`. For an array, the kind of its items."""
    array: bool = False
    required: bool = False
    nullable: bool = False
    model: str | None = None
    """Model class of an `object`, in the package `models` of the same product."""
    default: Any = UNSET
    """Value that the service uses if the field is missing. The client never sends it."""
    minimum: int | float | None = None
    maximum: int | float | None = None
    known_values: tuple[Any, ...] = ()
    """Documented values. The service may send and accept others."""
    deprecated: str | None = None
    """Text of the deprecation warning; `None` if the field is not deprecated."""
    secret: bool = False
    """True if no repr may show the value."""
    other_kinds: tuple[str, ...] = ()
    """Further JSON types of the value, or of items, in documented responses. A request that returns such a value sends it."""


def hidden(value: Any) -> str:
    """Return the repr of a secret: `[hidden]`, or the repr of an empty value."""
    return "[hidden]" if value else repr(value)


class UnsetList(list[Any]):
    """Empty list of a field that was not received, was null, or is not set. `to_dict` leaves it out until it has an item."""

    __slots__ = ()


class Model(ABC):
    """Base class of all models. `extra` holds what the fields do not: unknown fields, and the nulls of known ones."""

    __slots__ = ()
    FIELDS: ClassVar[tuple[Field, ...]]
    NOT_SET: ClassVar[Unset | None] = None
    """Value of a field that is not set, other than a list. `UNSET` in the types of requests only, where `None` is a null to send."""
    extra: dict[str, Any]

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Parse a model from decoded JSON. Never raises: unknown fields and unexpected types keep their values.

        Types of responses have a parser of their own, which is twice as fast. This one is for types of requests.
        """
        values: dict[str, Any] = {}
        for field in cls.FIELDS:
            value = source.get(field.wire, UNSET)
            if field.model is not None:
                value = (read_array if field.array else read_object)(_sibling(cls, field.model), value)
            values[field.name] = value
        values["extra"] = unknown_fields(source, frozenset(field.wire for field in cls.FIELDS))
        return cls(**values)

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        """Parse each object of a decoded JSON array; other items keep their values."""
        return [cls.from_dict(item) if isinstance(item, dict) else item for item in source]

    def to_dict(self, *, wire_names: bool = True) -> dict[str, Any]:
        """Return JSON-ready data without fields that are not set. A parsed model returns data equal to its source.

        Args:
            wire_names: True for the names of the API, False for attribute names, as in a row of a table.
                Unknown fields keep their wire names; one that equals an attribute name gets a trailing underscore.
        """
        if not wire_names:
            return _row_of(self)
        result: dict[str, Any] = {}
        extra = self.extra
        for field in self.FIELDS:
            value = getattr(self, field.name)
            # Most values are scalars; the fast path skips a function call.
            if type(value) in _SCALARS:
                result[field.wire] = value
            elif not is_set(value, self.NOT_SET):
                if field.wire in extra:
                    result[field.wire] = extra[field.wire]
            else:
                result[field.wire] = _to_wire(value, type(self), field)
        for name, value in extra.items():
            result.setdefault(name, value)
        return result

    def __eq__(self, other: object) -> bool:
        """Compare fields and `extra` of two models of one class."""
        if not isinstance(other, Model) or other.__class__ is not self.__class__:
            return NotImplemented
        return (
            all(getattr(self, field.name) == getattr(other, field.name) for field in self.FIELDS)
            and self.extra == other.extra
        )

    __hash__: ClassVar[None]  # type: ignore[assignment] # models can change; `__eq__` alone removes the hash

    def __repr__(self) -> str:
        """Return the call that creates the model, without optional fields that are not set. Secrets are hidden."""
        shown = []
        for field in self.FIELDS:
            value = getattr(self, field.name)
            if field.required or is_set(value, self.NOT_SET):
                shown.append(f"{field.name}={_shown(value, type(self), field)}")
        if self.extra:
            shown.append(f"extra={_shown_plain(self.extra)}")
        return f"{type(self).__name__}({', '.join(shown)})"


def is_set(value: Any, not_set: Unset | None) -> bool:
    """Return whether a field with this value is part of the data. `not_set` is `NOT_SET` of the model."""
    return value is not not_set and value is not UNSET and (type(value) is not UnsetList or bool(value))


_ModelT = TypeVar("_ModelT", bound=type[Model])


def lazy_extra(model: _ModelT) -> _ModelT:
    """Create `extra` of a listed model on first access, because it is nearly always empty and unused."""
    model.extra = _LazyExtra(vars(model)["extra"])  # type: ignore[assignment] # descriptor that wraps the slot
    return model


class _LazyExtra:
    """Descriptor that wraps the slot. `__getattr__` would slow down access to every other field."""

    __slots__ = ("_slot",)

    def __init__(self, slot: Any) -> None:
        self._slot = slot

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        try:
            return self._slot.__get__(instance, owner)
        except AttributeError:
            made: dict[str, Any] = {}
            self._slot.__set__(instance, made)
            return made

    def __set__(self, instance: Any, value: Any) -> None:
        self._slot.__set__(instance, value)

    def __delete__(self, instance: Any) -> None:
        self._slot.__delete__(instance)


def _shown(value: Any, owner: type[Model], field: Field) -> str:
    """Return the repr of a field's value. A secret is `[hidden]`, also in a plain dict of the caller."""
    # A text in place of an object is that object in another form, such as JSON.
    if field.secret or (
        field.model is not None and isinstance(value, str) and _has_secrets(_sibling(owner, field.model))
    ):
        return hidden(value)
    if type(value) in _SCALARS:
        return repr(value)
    if (field.array or field.model is not None) and isinstance(value, list | tuple):
        item_field = field._replace(array=False)
        return f"[{', '.join(_shown(item, owner, item_field) for item in value)}]"
    if field.model is not None and isinstance(value, dict):
        model = _sibling(owner, field.model)
        known = {name: each for each in model.FIELDS for name in (each.name, each.wire)}
        items = (
            (name, _shown(item, model, known[name]) if name in known else _shown_plain(item, name))
            for name, item in value.items()
        )
        return f"{{{', '.join(f'{name!r}: {text}' for name, text in items)}}}"
    return _shown_plain(value)


def _has_secrets(model: type[Model], seen: frozenset[type[Model]] = frozenset()) -> bool:
    """Return whether a model or one inside it has a secret field; models may contain each other."""
    if model in seen:
        return False
    seen |= {model}
    return any(
        field.secret or (field.model is not None and _has_secrets(_sibling(model, field.model), seen))
        for field in model.FIELDS
    )


def _shown_plain(value: Any, name: str = "") -> str:
    """Return the repr of data without a model; the names of its fields say which are secrets."""
    from .secret_names import without_secrets

    return repr(without_secrets({name: value})[name])


def _row_of(model: Model) -> dict[str, Any]:
    """Return the data of a model with attribute names."""
    row: dict[str, Any] = {}
    extra = model.extra
    for field in model.FIELDS:
        value = getattr(model, field.name)
        if is_set(value, model.NOT_SET):
            row[field.name] = value if type(value) in _SCALARS else _with_attribute_names(value)
        elif field.wire in extra:
            row[field.name] = extra[field.wire]
    if extra:
        known, taken = {field.wire for field in model.FIELDS}, {field.name for field in model.FIELDS}
        for wire, value in extra.items():
            if wire in known:
                continue
            name = wire
            while name in taken or (name != wire and name in extra):
                name += "_"
            taken.add(name)
            row[name] = value
    return row


def _with_attribute_names(value: Any) -> Any:
    if isinstance(value, Model):
        return _row_of(value)
    if isinstance(value, list | tuple):
        return [_with_attribute_names(item) for item in value]
    if isinstance(value, dict):
        # A plain dict of the caller has attribute names already.
        return {name: _with_attribute_names(item) for name, item in value.items() if item is not UNSET}
    return value


def _to_wire(value: Any, owner: type[Model], field: Field) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if field.array and isinstance(value, list | tuple):
        item_field = field._replace(array=False)
        return [_to_wire(item, owner, item_field) for item in value]
    if field.model is not None and not field.array and isinstance(value, dict):
        # Parsed objects are models. A dict comes from the caller and has attribute names.
        return _dict_to_wire(value, _sibling(owner, field.model))
    return value


def _dict_to_wire(value: dict[str, Any], model: type[Model]) -> dict[str, Any]:
    fields = {field.name: field for field in model.FIELDS}
    result: dict[str, Any] = {}
    for name, item in value.items():
        if name not in fields:
            result[name] = item
        elif item is not UNSET:
            result[fields[name].wire] = _to_wire(item, model, fields[name])
    return result


def _sibling(owner: type[Model], name: str) -> type[Model]:
    """Return the model class `name` of the product of `owner` or of its generated base class."""
    emitted = next(base for base in owner.__mro__ if "FIELDS" in vars(base))
    package = sys.modules[emitted.__module__.rpartition(".")[0]]
    model: type[Model] = getattr(package, name)
    return model


def read_list(value: Any) -> Any:
    """Return a list; a missing or null one as an empty list, any other value unchanged."""
    return UnsetList() if value is None else value


def read_object(model: type[Model], value: Any) -> Any:
    """Parse `value` as a `model` if it is an object; return any other value unchanged."""
    return model.from_dict(value) if isinstance(value, dict) else value


def read_array(model: type[Model], value: Any) -> Any:
    """Parse each object of the list `value` as a `model`; return any other value unchanged."""
    return model.from_list(value) if isinstance(value, list) else value


def read_items(model: type[Model], value: Any) -> Any:
    """Parse each object of a list as a `model`; return a missing or null list as an empty one, any other value unchanged."""
    if isinstance(value, list):
        return model.from_list(value)
    return UnsetList() if value is None else value


def unknown_fields(source: Mapping[str, Any], known: frozenset[str]) -> dict[str, Any]:
    """Return the entries of `source` whose wire name is not `known`."""
    if source.keys() <= known:
        return {}
    return {name: value for name, value in source.items() if name not in known}


def unknown_or_null_fields(source: Mapping[str, Any], known: frozenset[str]) -> dict[str, Any]:
    """Return the entries of `source` that are null or whose wire name is not `known`."""
    if source.keys() <= known and None not in source.values():
        return {}
    return {name: value for name, value in source.items() if value is None or name not in known}
