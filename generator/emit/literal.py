"""Values of the document as Python source."""

from __future__ import annotations

import json
import re
from typing import Any

# Named by code point, for `str.isprintable` and `repr` change with the Unicode tables of each Python.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Characters that no source file may hold as they are: control and format characters, lone surrogates."""


def literal(value: Any) -> str:
    """Source of a JSON value or of a tuple of them; equal on every Python."""
    if isinstance(value, str):
        return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
    if isinstance(value, tuple):
        inner = ", ".join(literal(item) for item in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, list):
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in value.items())}}}"
    return repr(value)
