"""Callers: programs and tests that use only public names. A release keeps a copy; the next release runs it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

CALLERS: Final = "callers"

_PATTERNS: Final = (
    "tests/callers/*.py",
    "tests/conftest.py",
    "tests/pipeline/test_retry_loop.py",
    "tests/retry/test_policy.py",
    "tests/hooks/test_hooks.py",
    "tests/pagination/list_service.py",
    "tests/pagination/test_cursor.py",
    "tests/pagination/test_pager.py",
    "tests/scripted.py",
    "tests/testing/conftest.py",
    "tests/testing/test_fake.py",
    "tests/testing/test_fault_scripting.py",
    "tests/testing/test_rate_limits.py",
    "tests/typing/accepted.py",
)
"""Tests that a user could have written. `test_release_callers.py` checks that they use no private name."""


def callers_of(root: Path) -> Sequence[Path]:
    """Return the callers' files in the tree at `root`."""
    return sorted({path for pattern in _PATTERNS for path in root.glob(pattern)})
