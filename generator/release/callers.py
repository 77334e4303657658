"""The callers that a release takes along: programs and tests that speak public names only, so that the next one must still bear them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

CALLERS: Final = "callers"

_PATTERNS: Final = (
    "tests/callers/*.py",
    "tests/conftest.py",
    "tests/client/conftest.py",
    "tests/client/scripted.py",
    "tests/client/test_retry.py",
    "tests/hooks/test_hooks.py",
    "tests/pagination/conftest.py",
    "tests/pagination/list_service.py",
    "tests/pagination/test_cursor.py",
    "tests/pagination/test_pager.py",
    "tests/testing/conftest.py",
    "tests/testing/test_fake_faults.py",
    "tests/testing/test_fake_rate_limits.py",
    "tests/testing/test_fake_with_client.py",
    "tests/typing/accepted.py",
)
"""Those of our tests that a user could have written; a test checks that they name nothing private."""


def callers_of(root: Path) -> Sequence[Path]:
    """Their files in the tree at `root`."""
    return sorted({path for pattern in _PATTERNS for path in root.glob(pattern)})
