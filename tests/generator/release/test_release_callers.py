from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.release.callers import callers_of

ROOT = Path(__file__).parents[3]
CALLERS = callers_of(ROOT)


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the dotted names that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("file", CALLERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_callers_use_public_names(file: Path) -> None:
    """A caller imports no private name, no development module, and only test modules that are callers."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for name in imported(tree):
        steps = name.split(".")
        assert steps[0] not in {"generator", "bench"}, name
        if steps[0] in {"tencentkit", "tencentkit_api"}:
            assert not [step for step in steps if step.startswith("_") and step != "__version__"], name
        if steps[0] == "tests":
            assert any(ROOT.joinpath(*steps[:end]).with_suffix(".py") in CALLERS for end in range(1, len(steps) + 1)), name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
            assert isinstance(node.value, ast.Name), ast.unparse(node)
            assert node.value.id == "self", ast.unparse(node)


def test_expected_callers() -> None:
    """The list includes programs, tests and their support modules."""
    names = {path.name for path in CALLERS}
    assert {"accepted.py", "conftest.py", "test_service.py", "test_pager.py", "test_retry_loop.py"} <= names
