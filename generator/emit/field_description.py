"""Description of a field in docstrings and on reference pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .docstring import inline, sentence
from .field import FieldView, deprecation_notice, known_values, limit
from .literal import literal

_OBSERVED = {
    "missing": "no value",
    "null": "null",
    "boolean": "a boolean",
    "integer": "an integer",
    "number": "a number",
    "string": "a string",
    "array": "a list",
    "object": "an object",
}


def field_description(facts: dict[str, Any]) -> str:
    """Return the description of a property and its documented facts, on one line."""
    minimum, maximum = limit(facts, "minimum"), limit(facts, "maximum")
    values, default = known_values(facts), facts.get("x-tc-default")
    text = inline(facts.get("description"))
    # Some descriptions repeat a fact that the spec has as data, too.
    for words, fact in (
        ("minimum value", [minimum]),
        ("maximum value", [maximum]),
        ("default(?: value)?", [default]),
        ("(?:valid|possible|available|optional) values?", [*values]),
    ):
        if fact and None not in fact:
            text = _without_statement(text, words, fact)
    parts = ["Deprecated." if facts.get("deprecated") else "", sentence(text)]
    if minimum is not None:
        parts.append(f"At least {minimum}.")
    if maximum is not None:
        parts.append(f"At most {maximum}.")
    if default is not None:
        parts.append(f"Default: {_value(default)}.")
    if values:
        parts.append(f"Known values: {', '.join(map(_value, values))}.")
    if facts.get("x-tc-nullable"):
        parts.append("May be null.")
    if shown := [_OBSERVED[kind] for kind in facts.get("x-tc-observed", {}) if kind in _OBSERVED]:
        parts.append(f"Documented examples have other values, too: {', '.join(shown)}.")
    if (notice := deprecation_notice(facts)) is not None:
        parts.append(f"It {notice}")
    return " ".join(part for part in parts if part)


def argument_description(field: FieldView) -> str:
    """Return the description of a parameter. Without the vendor's text it states type, presence and facts."""
    facts = field_description(field.facts)
    if field.facts.get("description"):
        return facts
    shape = f"`{field.class_name}`"
    if field.array:
        shape = f"list of {shape}"
    if field.holds:
        shape = f"{shape} ({names_description(field.holds)})"
    return " ".join(part for part in (f"{'Required' if field.required else 'Optional'}, {shape}.", facts, _example(field)) if part)


def attribute_description(field: FieldView) -> str:
    """Return the description of an attribute. Its annotation states the type."""
    facts = field_description(field.facts)
    return facts if field.facts.get("description") else " ".join(part for part in (facts, _example(field)) if part)


def names_description(names: Sequence[str], shown: int = 4) -> str:
    """Return the first names of a long list and the number of the others."""
    listed = ", ".join(f"`{name}`" for name in names[:shown])
    return listed if len(names) <= shown else f"{listed}, {len(names) - shown} more"


def _example(field: FieldView) -> str:
    return "" if field.example is None else f"Example: {_value(field.example)}."


def time_description(name: str) -> str:
    """Return the description of the property that returns a field as a `datetime`."""
    return f"`{name}` with its time zone; `None` if there is no time. Raises ValueError for another form."


def _without_statement(text: str, words: str, fact: list[Any]) -> str:
    """Return `text` without a sentence that states exactly `fact`."""
    stated = r",\s*".join(rf"[`\"']?{re.escape(inline(str(value)))}[`\"']?" for value in fact)
    return re.sub(rf"(?:^|(?<=[.;])\s+|(?<=[.;]))\b{words}\s*:\s*{stated}\s*(?:[.;](?=\s|$)|$)", "", text, flags=re.IGNORECASE).strip()


def _value(value: Any) -> str:
    return f"`{inline(value)}`" if isinstance(value, str) else literal(value)
