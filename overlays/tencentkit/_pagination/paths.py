"""Attributes of pages and arguments by dotted path, as rows of the paging table name them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from tencentkit_api.unset import Unset


def value_at(value: Any, path: str) -> Any:
    """Return the attribute at a dotted path; `None` if an object on the way is missing."""
    for name in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(name)
        elif value is None or isinstance(value, Unset):
            return None
        else:
            value = getattr(value, name, None)
    return None if isinstance(value, Unset) else value


def set_at(value: Any, path: str, new: Any) -> None:
    """Set the attribute at a dotted path of a page, unless an object on the way is missing."""
    outer, _, name = path.rpartition(".")
    holder = value_at(value, outer) if outer else value
    if holder is not None:
        setattr(holder, name, new)


def merged(arguments: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments with the changes; a dotted name changes a copy of the object that the caller passed."""
    result = dict(arguments)
    for path, new in changes.items():
        name, _, rest = path.partition(".")
        result[name] = _changed(result.get(name), rest, new) if rest else new
    return result


def _changed(value: Any, path: str, new: Any) -> Any:
    name, _, rest = path.partition(".")
    if value is None or isinstance(value, Mapping | Unset):
        before = {} if value is None or isinstance(value, Unset) else dict(value)
        return before | {name: _changed(before.get(name), rest, new) if rest else new}
    result = copy.copy(value)
    setattr(result, name, _changed(getattr(value, name, None), rest, new) if rest else new)
    return result
