"""Strict parser of the JSON of examples: refuses everything that JSON parsers may interpret differently."""

from __future__ import annotations

import json
from collections import Counter
from math import isfinite
from typing import TYPE_CHECKING, Any, NoReturn

from ..json_types import JsonObject
from ..problems import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import SourceLine


class _AmbiguousJson(ValueError):
    """Valid input for `json` without a unique meaning."""


def read_json_object(lines: Sequence[SourceLine], label: str, heading: SourceLine) -> JsonObject:
    """Return the JSON object in these lines. Raises `PageRefused` at the line with the error."""
    written = [line for line in lines if line.raw]
    if not written:
        raise heading.refusal(f"{label} as JSON below it", "nothing")
    text = "\n".join(line.raw for line in written)
    if "\u00a0" in text and not _is_json(text):  # non-breaking spaces of a site's code box; JSON has them only inside strings
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
        raise line.refusal(f"{label} as JSON", f"{quoted(line.text)} ({error.msg})") from error
    except (ValueError, RecursionError) as error:  # own checks, an integer of thousands of digits, or too deep nesting
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise written[0].refusal(f"{label} as JSON", f"JSON without a unique meaning or of excessive size ({reason})") from error
    if not isinstance(value, dict):
        raise written[0].refusal(f"{label} as a JSON object")
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
        raise _AmbiguousJson(f"duplicate key {quoted(Counter(name for name, _ in pairs).most_common(1)[0][0])}")
    for text in (*value, *(item for item in value.values() if isinstance(item, str))):
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise _AmbiguousJson("half of a surrogate pair")
    return value


def _float(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise _AmbiguousJson(f"the number {quoted(text)} is too large")
    return value


def _constant(text: str) -> NoReturn:
    raise _AmbiguousJson(f"{text} is not valid JSON")
