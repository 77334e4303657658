"""References in prose to files and modules of the project."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

_FILE = re.compile(r"\b((?:tests|docs|overlays|generated|generator|bench|demo)/[\w./-]+\.(?:py|md|toml|lua))(?!\.?\w)")
_MODULE = re.compile(r"`((?:tencentkit|generator|bench)(?:\.\w+)+)`")
_NO_MODULES = frozenset({"tencentkit.compat"})
"""A rejected compatibility layer."""
_PRODUCTS = frozenset({"api", "as_", "cvm", "depot", "scf_", "times_", "tke", "vod"})
"""Packages of products in examples; their wheels and project folders are not in this tree."""
_PRIVATE = re.compile(r"`(_[a-z][a-z0-9_]+)`")


def stale_references(root: Path, files: list[Path], stems: set[str]) -> Iterator[str]:
    """Yield the files, modules and private names that prose mentions and that do not exist.

    Args:
        root: The project's folder.
        files: Python files and Markdown pages; of the former only docstrings and comments are read.
        stems: Private names that exist: of modules, functions, methods and attributes.
    """
    names = root / "overlays/tencentkit/otel.py"  # of attributes and instruments
    telemetry = names.read_text(encoding="utf-8") if names.exists() else ""
    for path in files:
        prose = path.read_text(encoding="utf-8") if path.suffix == ".md" else "\n".join(_prose(path))
        where = path.relative_to(root)
        for name in _FILE.findall(prose):
            if not (root / name).exists() and not _of_product(name.split("/")[1:]):
                yield f"{where}: {name}"
        for name in _MODULE.findall(prose):
            if name not in _NO_MODULES and not _of_product(name.split(".")) and not _exists(root, name) and f'"{name}"' not in telemetry:
                yield f"{where}: {name}"
        for name in _PRIVATE.findall(prose):
            if name not in stems:
                yield f"{where}: {name}"


def private_names(files: list[Path]) -> set[str]:
    """Return the stems of the files, and every identifier in them that begins with an underscore."""
    names = {path.stem for path in files} | {part for path in files for part in path.parts}
    for path in files:
        for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
            if token.type == tokenize.NAME and token.string.startswith("_"):
                names.add(token.string)
    return names


def _of_product(parts: list[str]) -> bool:
    return len(parts) > 1 and parts[0] in ("tencentkit", "tencentkit_api") and parts[1] in _PRODUCTS


def _exists(root: Path, dotted: str) -> bool:
    """Return whether a dotted name leads to a module, or to a name in one."""
    parts = dotted.split(".")
    for folder in (root / "overlays", root):
        for depth in range(len(parts), 0, -1):
            path = folder.joinpath(*parts[:depth])
            module = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
            if module.exists():
                rest = parts[depth:]
                return not rest or rest[0] in module.read_text(encoding="utf-8")
    return False


def _prose(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
