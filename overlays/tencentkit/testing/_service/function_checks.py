"""What of a function's settings and code the documentation rules out."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from .action_request import Asked
from .function_store import SETTINGS

_LONGEST_DESCRIPTION = 1000
_LONGEST_RUN = 900
_MEMORY = frozenset({64, *range(128, 3072 + 1, 128)})


def check_description(asked: Asked) -> None:
    """Refuse a description that is too long.

    Raises:
        Refusal: It is.
    """
    given = asked.parameters.get("Description", "")
    asked.expect(len(given) <= _LONGEST_DESCRIPTION, "description", f"`Description` must be of {_LONGEST_DESCRIPTION} characters at most.")


def check_settings(asked: Asked) -> None:
    """Refuse settings out of their range.

    Raises:
        Refusal: One is.
    """
    check_description(asked)
    memory, timeout = (asked.parameters.get(name, SETTINGS[name]) for name in ("MemorySize", "Timeout"))
    asked.expect(memory in _MEMORY, "memory", "`MemorySize` must be 64, or 128 to 3072 in steps of 128.")
    asked.expect(1 <= timeout <= _LONGEST_RUN, "timeout", f"`Timeout` must be from 1 to {_LONGEST_RUN}.")


def size_of_code(asked: Asked, code: Mapping[str, Any]) -> int:
    """Bytes of the code package; 0 where it lies elsewhere.

    The archive is not opened: a test may give any bytes.

    Raises:
        Refusal: There is more than one code, or base64 it is not.
    """
    sources = [name for name in ("ZipFile", "CosObjectName", "DemoId", "TempCosObjectName", "ImageConfig") if code.get(name)]
    asked.expect(len(sources) <= 1, "code", f"the code comes from one place only, not from {', '.join(sources)}.")
    try:
        return len(base64.b64decode(code.get("ZipFile", ""), validate=True))
    except (binascii.Error, ValueError):
        raise asked.refusal("archive", "`ZipFile` is not base64.") from None
