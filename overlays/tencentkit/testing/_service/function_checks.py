"""Checks of a function's settings and code package against the documented limits."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from .action_request import ActionRequest
from .function_store import DEFAULT_SETTINGS

_MAX_DESCRIPTION = 1000
_MAX_TIMEOUT = 900
_MEMORY_SIZES = frozenset({64, *range(128, 3072 + 1, 128)})


def check_description(request: ActionRequest) -> None:
    """Check the length of a description.

    Raises:
        ServiceError: The description is too long.
    """
    description = request.parameters.get("Description", "")
    request.require(len(description) <= _MAX_DESCRIPTION, "description", f"`Description` must have at most {_MAX_DESCRIPTION} characters.")


def check_settings(request: ActionRequest) -> None:
    """Check description, memory size and timeout.

    Raises:
        ServiceError: A setting is out of range.
    """
    check_description(request)
    memory, timeout = (request.parameters.get(name, DEFAULT_SETTINGS[name]) for name in ("MemorySize", "Timeout"))
    request.require(memory in _MEMORY_SIZES, "memory", "`MemorySize` must be 64, or 128 to 3072 in steps of 128.")
    request.require(1 <= timeout <= _MAX_TIMEOUT, "timeout", f"`Timeout` must be from 1 to {_MAX_TIMEOUT}.")


def code_size(request: ActionRequest, code: Mapping[str, Any]) -> int:
    """Return the size of the code package in bytes; 0 if the request does not contain it.

    The archive is not opened: a test may send any bytes.

    Raises:
        ServiceError: There is more than one source of code, or `ZipFile` is not base64.
    """
    sources = [name for name in ("ZipFile", "CosObjectName", "DemoId", "TempCosObjectName", "ImageConfig") if code.get(name)]
    request.require(len(sources) <= 1, "code", f"The code must have one source, not {', '.join(sources)}.")
    try:
        return len(base64.b64decode(code.get("ZipFile", ""), validate=True))
    except (binascii.Error, ValueError):
        raise request.error("archive", "`ZipFile` is not base64.") from None
