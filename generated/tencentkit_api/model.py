# Written by `python -m generator emit` from generator/emit/templates/shared/model.py.jinja.
# Do not edit: mend the template.
"""What every model shares: a table of its fields, and the way to and from the wire."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple, Self, TypeVar

from .unset import UNSET

_SCALARS = frozenset({str, int, float, bool, type(None)})


class Field(NamedTuple):
    """One field of a model: its Python name, its wire name, and what the documentation says of it."""

    name: str
    wire: str
    kind: str
    """`string`, `integer`, `number`, `boolean` or `object`; of the items where `array` is true."""
    array: bool = False
    required: bool = False
    nullable: bool = False
    model: str | None = None
    """Name of the model class of an `object`, in the package `models` of the same product."""
    default: Any = UNSET
    """What the service takes where the field is absent; it is never sent for you."""
    minimum: int | float | None = None
    maximum: int | float | None = None
    known_values: tuple[Any, ...] = ()
    """Documented values; the service may send and take others."""
    deprecated: str | None = None
    """What to tell whoever still uses it; `None` where it is there to stay."""
    secret: bool = False
    """Whether its value is shown by no repr."""


def hidden(value: Any) -> str:
    """What the repr of a model shows of a secret: whether it is there."""
    return "[hidden]" if value else repr(value)


class Model(ABC):
    """Base of all models. `extra` holds the fields that the service sent and this version does not know."""

    __slots__ = ()
    FIELDS: ClassVar[tuple[Field, ...]]
    extra: dict[str, Any]

    @classmethod
    @abstractmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Read a model from decoded JSON. Never fails: unknown fields, nulls and other types are kept as they came."""

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        """Read each object of decoded JSON; what is no object stays as it came."""
        return [cls.from_dict(item) if isinstance(item, dict) else item for item in source]

    def to_dict(self) -> dict[str, Any]:
        """The model as JSON-ready data with wire names: what was read comes out equal, fields that are unset stay out."""
        result: dict[str, Any] = {}
        for field in self.FIELDS:
            value = getattr(self, field.name)
            if value is not UNSET:
                # Most values are scalars; the rest is asked more closely.
                result[field.wire] = value if type(value) in _SCALARS else _to_wire(value, type(self), field)
        result.update(self.extra)
        return result


_ModelT = TypeVar("_ModelT", bound=type[Model])


def lazy_extra(model: _ModelT) -> _ModelT:
    """Let `extra` of a model that comes in lists be made when somebody asks for it: nearly always it would be empty, and nobody asks."""
    model.extra = _LazyExtra(vars(model)["extra"])  # type: ignore[assignment] # it stands in front of the slot
    return model


class _LazyExtra:
    """In front of the slot. A `__getattr__` instead would make Python read every other field the slow way."""

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


def _to_wire(value: Any, owner: type[Model], field: Field) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if field.array and isinstance(value, list | tuple):
        item_field = field._replace(array=False)
        return [_to_wire(item, owner, item_field) for item in value]
    if field.model is not None and not field.array and isinstance(value, dict):
        # Only a caller puts a dict here, by attribute names: what is read becomes a model.
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
    """The model class `name` of the product that `owner`, or the emitted class that it derives from, belongs to."""
    emitted = next(base for base in owner.__mro__ if "FIELDS" in vars(base))
    package = sys.modules[emitted.__module__.rpartition(".")[0]]
    model: type[Model] = getattr(package, name)
    return model


def read_object(model: type[Model], value: Any) -> Any:
    """`value` as a `model` where it is an object; as it came where the service sent something else."""
    return model.from_dict(value) if isinstance(value, dict) else value


def read_array(model: type[Model], value: Any) -> Any:
    """Each object of the list `value` as a `model`; as it came where the service sent something else."""
    return model.from_list(value) if isinstance(value, list) else value


def unknown_fields(source: Mapping[str, Any], known: frozenset[str]) -> dict[str, Any]:
    """What of `source` has a wire name that is not `known`."""
    if source.keys() <= known:
        return {}
    return {name: value for name, value in source.items() if name not in known}
