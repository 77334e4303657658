"""Serializer of request bodies: validates types and required fields, then writes JSON.

It does not check documented ranges and values, because the service may extend them at any time.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Any, cast

from tencentkit_api.model import Field, Model, UnsetList
from tencentkit_api.unset import UNSET

from ..errors import RequestInvalid

MAXIMUM_BYTES = 10 * 1024 * 1024
"""Limit of the protocol for a request that is signed with TC3."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)  # bodies are copies without cycles
_EXACT_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool}
_NOUNS = {"string": "a string", "integer": "an integer", "number": "a number", "boolean": "a boolean"}

_HINTS = {"tencentkit_api.scf.models.Code": "; tencentkit.scf.code_from_path makes one from a folder, a file or an archive"}
"""Hints for models that are easily mistaken for a path."""


def encode_request(request: Model) -> bytes:
    """Return the body of `request`.

    Raises:
        RequestInvalid: A required value is missing, a value has the wrong type or no JSON form, or the body exceeds 10 MB.
    """
    try:
        body = _object(request, type(request), "")
    except RequestInvalid as error:
        # The variables of the inner frames are parts of the request, also its secrets.
        raise error.with_traceback(None) from None
    return _to_bytes(body)


def encode_parameters(parameters: Mapping[str, Any]) -> bytes:
    """Return the body of an action that is not generated, from `parameters` with wire names.

    Raises:
        RequestInvalid: See `encode_request`.
    """
    if not isinstance(parameters, Mapping):
        raise RequestInvalid("parameters", f"must be a mapping of wire names, not {_type(parameters)}")
    return _to_bytes(json_ready(parameters, "parameters"))


def _to_bytes(body: dict[str, Any]) -> bytes:
    try:
        encoded = _ENCODER.encode(body).encode()
    except (ValueError, RecursionError):  # an integer of thousands of digits
        raise RequestInvalid("request", "contains a value that JSON cannot represent") from None
    if len(encoded) > MAXIMUM_BYTES:
        raise RequestInvalid("request", f"is {len(encoded):,} bytes long; the service accepts at most {MAXIMUM_BYTES:,}")
    return encoded


def _object(value: Model | Mapping[str, Any], model: type[Model], path: str) -> dict[str, Any]:
    """Return the wire form of a model, or of a dict in place of one."""
    result: dict[str, Any] = {}
    items: tuple[Any, ...]
    item: Any
    instance: Any = value
    not_set: Any = UNSET
    nulls: Mapping[str, Any] = {}
    if type(value) is model or isinstance(value, Model):  # isinstance with an abstract class is slow
        items = _values(model)(value)
        not_set = instance.NOT_SET
        extra: dict[str, Any] = instance.extra
        if extra:
            result = {name: json_ready(item, _join(path, name)) for name, item in extra.items()}
            nulls = {name: item for name, item in extra.items() if item is None}
    else:
        attributes = _attributes(value, model, path)
        items = tuple(attributes.get(field.name, UNSET) for field in model.FIELDS)
    for field, given in zip(model.FIELDS, items, strict=True):
        item, kind = given, type(given)
        if item is UNSET or ((item is not_set or kind is UnsetList) and not item):
            if field.wire not in nulls:
                if field.required:
                    raise RequestInvalid(_join(path, field.name), "is required")
                continue
            item, kind = None, type(None)
        if kind is _EXACT_TYPES.get(field.kind) and not field.array and (kind is int or (kind is str and item.isascii())):
            result[field.wire] = item  # the usual case needs no checks and no path
            continue
        where = f"{path}.{field.name}" if path else field.name
        if item is None and field.nullable:
            result[field.wire] = None
        elif field.array:
            if not isinstance(item, list | tuple):
                raise RequestInvalid(where, f"must be a list, not {_type(item)}")
            result[field.wire] = [_value(part, field, model, f"{where}[{index}]") for index, part in enumerate(item)]
        else:
            result[field.wire] = _value(item, field, model, where)
    return result


@lru_cache(maxsize=512)
def _values(model: type[Model]) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that reads all fields of a model in one step, which is faster than a loop in Python."""
    names = [field.name for field in model.FIELDS]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _attributes(value: Mapping[str, Any], model: type[Model], path: str) -> dict[str, Any]:
    """Return `value` by attribute names; it may use wire names, too, as the documentation's examples do."""
    names = {field.wire: field.name for field in model.FIELDS} | {field.name: field.name for field in model.FIELDS}
    values: dict[str, Any] = {}
    for name, item in value.items():
        _check_name(name, path)
        if name not in names:
            from .refusals import field_advice

            instead = field_advice(name, [field.name for field in model.FIELDS])
            raise RequestInvalid(_join(path, name), f"is not a field of {model.__name__}{instead}")
        if names[name] in values:
            raise RequestInvalid(_join(path, names[name]), "is set twice")
        values[names[name]] = item
    return values


def _value(value: Any, field: Field, model: type[Model], path: str) -> Any:
    if field.other_kinds and _is_other(value, field):
        return json_ready(value, path)
    if field.kind == "object":
        if field.model is None:
            return json_ready(value, path)
        nested = _sibling(model, field.model)
        if not isinstance(value, nested | Mapping):
            hint = _HINTS.get(f"{nested.__module__.rpartition('.')[0]}.{nested.__name__}", "")
            raise RequestInvalid(path, f"must be a {field.model} or a dict, not {_type(value)}{hint}")
        try:
            return _object(value, nested, path)
        except RecursionError:
            raise RequestInvalid(path, "is nested too deeply") from None
    if type(value) is not _EXACT_TYPES[field.kind] and not _fits(value, field.kind):
        raise RequestInvalid(path, f"must be {_NOUNS[field.kind]}, not {_type(value)}")
    _check_scalar(value, path)
    return value


def _is_other(value: Any, field: Field) -> bool:
    """Return whether documented responses have values of this type in the field: the service accepts what it sent."""
    containers = {"array": list | tuple, "object": Mapping}
    return any(
        isinstance(value, containers[kind]) if kind in containers else type(value) is _EXACT_TYPES[kind] for kind in field.other_kinds
    )


def _fits(value: Any, kind: str) -> bool:
    """Return whether a value of another type is acceptable: a subclass, or an integer as a number."""
    if kind == "string":
        return isinstance(value, str)
    return kind != "boolean" and not isinstance(value, bool) and isinstance(value, int if kind == "integer" else int | float)


def _sibling(model: type[Model], name: str) -> type[Model]:
    """Return another model of the same product; `model` may be a user's subclass of a generated model."""
    generated = next(base for base in model.__mro__ if "FIELDS" in vars(base))
    package = sys.modules[generated.__module__.rpartition(".")[0]]
    return cast("type[Model]", getattr(package, name))


def json_ready(value: Any, path: str) -> Any:
    """Return data of unknown structure in a form that JSON can represent.

    Raises:
        RequestInvalid: JSON cannot represent it; the message names path and type.
    """
    try:
        return _convert(value, path)
    except RecursionError:
        raise RequestInvalid(path, "is nested too deeply") from None


def _convert(value: Any, path: str) -> Any:
    if isinstance(value, Model):
        return _object(value, type(value), path)
    if isinstance(value, Mapping):
        for name in value:
            _check_name(name, path)
            _check_scalar(name, path)
        return {name: _convert(item, _join(path, name)) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_convert(item, f"{path}[{index}]") for index, item in enumerate(value)]
    if value is None or isinstance(value, str | int | float):
        _check_scalar(value, path)
        return value
    raise RequestInvalid(path, f"is {_type(value)}, which JSON cannot represent")


def _check_name(name: Any, path: str) -> None:
    if not isinstance(name, str):
        raise RequestInvalid(path, f"has a key that is {_type(name)}, not a string")


def _check_scalar(value: Any, path: str) -> None:
    # The message omits the value, which may be a secret.
    if isinstance(value, float) and not math.isfinite(value):
        raise RequestInvalid(path, "is NaN or infinite, which JSON cannot represent")
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise RequestInvalid(path, "contains a lone surrogate, which UTF-8 cannot represent") from None


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _type(value: Any) -> str:
    return "None" if value is None else type(value).__name__
