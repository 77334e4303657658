"""JSON inside a page, read strictly: an example that another reader could read differently is refused."""

from __future__ import annotations

import json
from collections import Counter
from math import isfinite
from typing import TYPE_CHECKING, Any, NoReturn

from ..json_types import JsonObject
from ..problems import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import Line


class _NotStrict(ValueError):
    """Text that `json` would take, and that has no one meaning."""


def read_json_object(lines: Sequence[Line], what: str, heading: Line) -> JsonObject:
    """The object in these lines, which must hold nothing else. Raises `PageRefused`, at the very line where the JSON goes wrong."""
    written = [line for line in lines if line.raw]
    if not written:
        raise heading.refused(f"{what} as JSON below it", "nothing")
    text = "\n".join(line.raw for line in written)
    if "\u00a0" in text and not _is_json(text):  # the blanks of a site's code box: no JSON has them outside of its strings
        text = text.replace("\u00a0", " ")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_float,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        line = written[min(error.lineno, len(written)) - 1]
        raise line.refused(f"{what} as JSON", f"{quoted(line.text)} ({error.msg})") from error
    except (ValueError, RecursionError) as error:  # our own strictness, an integer of thousands of digits, a bottomless nesting
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise written[0].refused(f"{what} as JSON", f"JSON that cannot be taken as it is ({reason})") from error
    if not isinstance(value, dict):
        raise written[0].refused(f"{what} as a JSON object")
    return value


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _NotStrict(f"the key {quoted(Counter(name for name, _ in pairs).most_common(1)[0][0])} stands twice")
    for text in (*value, *(item for item in value.values() if isinstance(item, str))):
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise _NotStrict("half of a surrogate pair")
    return value


def _float(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise _NotStrict(f"the number {quoted(text)} is too large")
    return value


def _constant(text: str) -> NoReturn:
    raise _NotStrict(f"{text} is no JSON")
