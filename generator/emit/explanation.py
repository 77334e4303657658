"""What a reader is told of a field, beside its type."""

from __future__ import annotations

import re
from typing import Any

from .docstring import inline, sentence
from .field import FieldView
from .literal import literal


def explanation(field: FieldView) -> str:
    """The description, and the documented facts that the type does not show, on one line."""
    minimum, maximum = field.limit("minimum"), field.limit("maximum")
    values, default = field.known_values, field.facts.get("x-tc-default")
    text = inline(field.facts.get("description"))
    # A page states these in its prose, where `transcribe` found them; said twice they would only be noise.
    for words, fact in (
        ("minimum value", [minimum]),
        ("maximum value", [maximum]),
        ("default value", [default]),
        ("(?:valid|possible|available|optional) values?", [*values]),
    ):
        if fact and None not in fact:
            text = _without(text, words, fact)
    parts = ["Deprecated." if field.facts.get("deprecated") else "", sentence(text)]
    if minimum is not None:
        parts.append(f"At least {minimum}.")
    if maximum is not None:
        parts.append(f"At most {maximum}.")
    if default is not None:
        parts.append(f"Default: {_shown(default)}.")
    if values:
        parts.append(f"Known values: {', '.join(map(_shown, values))}.")
    if field.nullable:
        parts.append("May be null.")
    if field.deprecated is not None:
        parts.append(f"It {field.deprecated}")
    return " ".join(part for part in parts if part)


def _without(text: str, words: str, fact: list[Any]) -> str:
    """`text` without the sentence that states exactly `fact`; any other sentence stays."""
    stated = r",\s*".join(rf"[`\"']?{re.escape(inline(str(value)))}[`\"']?" for value in fact)
    return re.sub(rf"(?:^|(?<=[.;])\s+|(?<=[.;]))\b{words}\s*:\s*{stated}\s*(?:[.;](?=\s|$)|$)", "", text, flags=re.IGNORECASE).strip()


def _shown(value: Any) -> str:
    return f"`{inline(value)}`" if isinstance(value, str) else literal(value)
