"""JSON on the command line or in a file: validation against the models, with errors in terms of JSON."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from tencentkit_api.model import Field, Model

from ..errors import RequestInvalid
from .catalogue import ApiCommand, model

_NOUNS = {"string": "a string", "integer": "an integer", "number": "a number", "boolean": "true or false"}
_KINDS: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,)}


class JsonInput(NamedTuple):
    """JSON value of an option with the file it came from, or an empty text."""

    value: Any
    file: str


def read_text(text: str) -> tuple[str, str]:
    """Return the text and the name of its file; `@FILE` reads a file.

    Raises:
        argparse.ArgumentTypeError: The file is unreadable.
    """
    if not text.startswith("@"):
        return text, ""
    file = text[1:]
    try:
        return Path(file).read_text(encoding="utf-8"), file
    except OSError as error:
        raise argparse.ArgumentTypeError(f"cannot read the file {file!r}: {error.strerror}") from error
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"cannot read the file {file!r}: not UTF-8") from error


def parse_json(text: str) -> JsonInput:
    """Parse JSON; `@FILE` reads a file.

    Raises:
        argparse.ArgumentTypeError: The file is unreadable, or the text is not JSON.
    """
    content, file = read_text(text)
    place = f" (in {file})" if file else ""
    try:
        return JsonInput(json.loads(content, parse_constant=_refuse_constant), file)
    except RecursionError as error:
        raise argparse.ArgumentTypeError(f"not JSON: nested too deeply{place}") from error
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not JSON: {error}{place}") from error


def parse_object(text: str) -> JsonInput:
    """Parse a JSON object; `@FILE` reads a file.

    Raises:
        argparse.ArgumentTypeError: The file is unreadable, or the text is not a JSON object.
    """
    parsed = parse_json(text)
    if not isinstance(parsed.value, dict):
        place = f" (in {parsed.file})" if parsed.file else ""
        raise argparse.ArgumentTypeError(f"expected a JSON object, got {_described(parsed.value)}{place}")
    return parsed


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def to_model(command: ApiCommand, name: str, given: JsonInput, path: str) -> Model:
    """Return a model of the command's product; the names in `given` may be those of the wire or of Python.

    Raises:
        RequestInvalid: The object does not fit the model. The path has the names as written.
    """
    try:
        return model(command, name).from_dict(_object(command, name, given.value, path))
    except RequestInvalid as error:
        if not given.file:
            raise
        raise RequestInvalid(error.argument, f"{error.rule} (in {given.file})") from None
    except RecursionError:
        raise RequestInvalid(path, "is nested too deeply") from None


def _object(command: ApiCommand, name: str, value: Any, path: str) -> dict[str, Any]:
    """Return `value` with wire names."""
    if not isinstance(value, dict):
        raise RequestInvalid(path, f"must be an object, not {_described(value)}")
    fields = model(command, name).FIELDS
    by_name = {field.name: field for field in fields} | {field.wire: field for field in fields}
    result: dict[str, Any] = {}
    for key, item in value.items():
        where = f"{path}.{key}"
        field = by_name.get(key)
        if field is None:
            raise RequestInvalid(where, f"is not a field of {name} (fields: {', '.join(each.wire for each in fields)})")
        if field.wire in result:
            raise RequestInvalid(where, f"is set twice: {field.name} and {field.wire} are the same field")
        result[field.wire] = _value(command, field, item, where)
    for field in fields:
        if field.required and field.wire not in result:
            raise RequestInvalid(f"{path}.{field.wire}", "is required")
    return result


def _value(command: ApiCommand, field: Field, value: Any, path: str) -> Any:
    if value is None and field.nullable:
        return None
    if not field.array:
        return _item(command, field, value, path)
    if not isinstance(value, list):
        raise RequestInvalid(path, f"must be a list, not {_described(value)}")
    return [_item(command, field, item, f"{path}[{index}]") for index, item in enumerate(value)]


def _item(command: ApiCommand, field: Field, value: Any, path: str) -> Any:
    if field.model is not None:
        return _object(command, field.model, value, path)
    kinds = _KINDS.get(field.kind)
    if kinds is not None and (not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds)):
        raise RequestInvalid(path, f"must be {_NOUNS[field.kind]}, not {_described(value)}")
    return value


def _described(value: Any) -> str:
    """Return a JSON value's kind; the message omits the value, which may be a secret."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    names = {str: "a string", int: "an integer", float: "a number", list: "a list", dict: "an object"}
    return names[type(value)]
