"""Names of the classes that modules define."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path


def ambiguous_classes(files: Iterable[Path]) -> dict[str, list[Path]]:
    """Return the class names that more than one file defines; a leading underscore does not make another name."""
    found: dict[str, set[Path]] = {}
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name.lstrip("_"), set()).add(path)
    return {name: sorted(paths) for name, paths in sorted(found.items()) if len(paths) > 1}


def public_names(path: Path) -> set[str]:
    """Return the names without an underscore that a module defines, or re-exports as `name as name`."""
    found: set[str] = set()
    for node in _statements(ast.parse(path.read_text(encoding="utf-8")).body):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.name for alias in node.names if alias.asname == alias.name}
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in found if not name.startswith("_")} - {"TYPE_CHECKING"}


def _statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a module, those below `if` and `try` included."""
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try):
            yield from _statements(node.body)
