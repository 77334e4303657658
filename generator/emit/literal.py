"""Python source of JSON values."""

from __future__ import annotations

import json
import re
from typing import Any

# By code point, because `str.isprintable` and `repr` depend on the Unicode tables of the Python version.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Characters to escape in source files: control and format characters, lone surrogates."""


def literal(value: Any) -> str:
    """Return the source of a JSON value or of a tuple of values, identical on every Python version."""
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
