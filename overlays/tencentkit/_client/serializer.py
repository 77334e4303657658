"""From a typed request to the bytes that are sent, refusing what can never be right.

Documented ranges and known values are not checked: the service may widen them any day.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Any, cast

from tencentkit_api.model import Field, Model
from tencentkit_api.unset import UNSET

from ..errors import RequestInvalid

MAXIMUM_BYTES = 10 * 1024 * 1024
"""The protocol's limit for a request signed with TC3."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)  # what it gets is a copy, made here
_PLAIN = {"string": str, "integer": int, "number": float, "boolean": bool}
"""The type that needs no second look."""
_NOUNS = {"string": "a string", "integer": "an integer", "number": "a number", "boolean": "a boolean"}

_MADE_BY = {"tencentkit_api.scf.models.code": "; tencentkit.scf.code_from_path makes one of a folder, a file or an archive"}
"""How to come by a model that people first give a path for, by its module."""


def _kept_encoder() -> Callable[[Any], str]:
    """`_ENCODER.encode`, which makes its encoder in C anew for each text, at the price of a short text; here one is kept."""
    try:
        make, quote = json.encoder.c_make_encoder, json.encoder.encode_basestring  # type: ignore[attr-defined] # undocumented
        kept = make(
            markers=None,
            default=_ENCODER.default,
            encoder=quote,
            indent=None,
            key_separator=_ENCODER.key_separator,
            item_separator=_ENCODER.item_separator,
            sort_keys=False,
            skipkeys=False,
            allow_nan=True,
        )
        if "".join(kept({"a": [1]}, 0)) == '{"a":[1]}':
            return lambda body: "".join(kept(body, 0))
    except (AttributeError, TypeError):
        pass  # a Python other than those that it was written for
    return _ENCODER.encode


_ENCODE = _kept_encoder()


def encode_request(request: Model) -> bytes:
    """The body of `request`.

    Raises:
        RequestInvalid: A required value is missing, a value has the wrong type or is none that JSON can carry,
            or the body is larger than 10 MB.
    """
    return _to_bytes(_object(request, type(request), ""))


def encode_parameters(parameters: Mapping[str, Any]) -> bytes:
    """The body of an action that is not generated: `parameters` with wire names, checked for what JSON can carry.

    Raises:
        RequestInvalid: As `encode_request`.
    """
    if not isinstance(parameters, Mapping):
        raise RequestInvalid("parameters", f"must be a mapping of wire names, not {_type(parameters)}")
    return _to_bytes(json_ready(parameters, "parameters"))


def _to_bytes(body: dict[str, Any]) -> bytes:
    try:
        encoded = _ENCODE(body).encode()
    except (ValueError, RecursionError):  # an integer of thousands of digits
        raise RequestInvalid("request", "holds what JSON cannot carry") from None
    if len(encoded) > MAXIMUM_BYTES:
        raise RequestInvalid("request", f"is {len(encoded):,} bytes long; the service takes at most {MAXIMUM_BYTES:,}")
    return encoded


def _object(value: Model | Mapping[str, Any], model: type[Model], path: str) -> dict[str, Any]:
    """The wire form of a model, or of a plain dict that stands for one."""
    result: dict[str, Any] = {}
    items: tuple[Any, ...]
    whole: Any = value
    if type(value) is model or isinstance(value, Model):  # to ask an abstract class costs more
        items = _values(model)(value)
        extra: dict[str, Any] = whole.extra
        if extra:
            result = {name: json_ready(item, _join(path, name)) for name, item in extra.items()}
    else:
        given = _attributes(value, model, path)
        items = tuple(given.get(field.name, UNSET) for field in model.FIELDS)
    for field, item in zip(model.FIELDS, items, strict=True):
        if item is UNSET:
            if field.required:
                raise RequestInvalid(_join(path, field.name), "is required")
            continue
        kind = type(item)
        if kind is _PLAIN.get(field.kind) and not field.array and (kind is int or (kind is str and item.isascii())):
            result[field.wire] = item  # what most are, and what needs neither a second look nor a path to name it by
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
    """What reads all fields of a model in one step: most are unset, and a loop in Python would ask for each."""
    names = [field.name for field in model.FIELDS]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _attributes(value: Mapping[str, Any], model: type[Model], path: str) -> dict[str, Any]:
    """A plain dict by attribute names; wire names are taken too, as they stand in the documentation's examples."""
    names = {field.wire: field.name for field in model.FIELDS} | {field.name: field.name for field in model.FIELDS}
    given: dict[str, Any] = {}
    for name, item in value.items():
        _check_name(name, path)
        if name not in names:
            known = ", ".join(field.name for field in model.FIELDS)
            raise RequestInvalid(_join(path, name), f"is not known to {model.__name__} (it has {known})")
        if names[name] in given:
            raise RequestInvalid(_join(path, names[name]), "is given twice")
        given[names[name]] = item
    return given


def _value(value: Any, field: Field, model: type[Model], path: str) -> Any:
    if field.kind == "object":
        if field.model is None:
            return json_ready(value, path)
        nested = _sibling(model, field.model)
        if not isinstance(value, nested | Mapping):
            made = _MADE_BY.get(nested.__module__, "")
            raise RequestInvalid(path, f"must be a {field.model} or a dict, not {_type(value)}{made}")
        try:
            return _object(value, nested, path)
        except RecursionError:
            raise RequestInvalid(path, "is nested too deeply") from None
    if type(value) is not _PLAIN[field.kind] and not _fits(value, field.kind):
        raise RequestInvalid(path, f"must be {_NOUNS[field.kind]}, not {_type(value)}")
    _check_scalar(value, path)
    return value


def _fits(value: Any, kind: str) -> bool:
    """Whether a value of another type than the plain one will do: of a subclass, or a whole number for any."""
    if kind == "string":
        return isinstance(value, str)
    return kind != "boolean" and not isinstance(value, bool) and isinstance(value, int if kind == "integer" else int | float)


def _sibling(model: type[Model], name: str) -> type[Model]:
    """Another model of the same product, loaded when it is first needed; `model` may be a user's subclass of an emitted one."""
    emitted = next(base for base in model.__mro__ if "FIELDS" in vars(base))
    package = sys.modules[emitted.__module__.rpartition(".")[0]]
    return cast("type[Model]", getattr(package, name))


def json_ready(value: Any, path: str) -> Any:
    """JSON-ready data whose shape is not known here.

    Raises:
        RequestInvalid: JSON cannot carry it; the message says where, and of what type it is.
    """
    try:
        return _checked(value, path)
    except RecursionError:
        raise RequestInvalid(path, "is nested too deeply") from None


def _checked(value: Any, path: str) -> Any:
    if isinstance(value, Model):
        return _object(value, type(value), path)
    if isinstance(value, Mapping):
        for name in value:
            _check_name(name, path)
            _check_scalar(name, path)
        return {name: _checked(item, _join(path, name)) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_checked(item, f"{path}[{index}]") for index, item in enumerate(value)]
    if value is None or isinstance(value, str | int | float):
        _check_scalar(value, path)
        return value
    raise RequestInvalid(path, f"is {_type(value)}, which JSON cannot carry")


def _check_name(name: Any, path: str) -> None:
    if not isinstance(name, str):
        raise RequestInvalid(path, f"has a key that is {_type(name)}, not a string")


def _check_scalar(value: Any, path: str) -> None:
    # The value itself stays out of the message: it may be a secret.
    if isinstance(value, float) and not math.isfinite(value):
        raise RequestInvalid(path, "is NaN or infinite, which JSON cannot carry")
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise RequestInvalid(path, "holds a lone surrogate, which UTF-8 cannot carry") from None


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _type(value: Any) -> str:
    return "None" if value is None else type(value).__name__
