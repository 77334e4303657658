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
    "tests/client/shelf.py",
    "tests/client/test_paging.py",
    "tests/client/test_resuming.py",
    "tests/client/test_retry.py",
    "tests/hooks/test_hooks.py",
    "tests/testing/conftest.py",
    "tests/testing/test_fake.py",
    "tests/testing/test_fault_scripting.py",
    "tests/testing/test_rate_limits.py",
    "tests/typing/accepted.py",
)
"""Those of our tests that a user could have written; a test checks that they name nothing private."""


def callers_of(root: Path) -> Sequence[Path]:
    """Their files in the tree at `root`."""
    return sorted({path for pattern in _PATTERNS for path in root.glob(pattern)})
