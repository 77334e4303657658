"""Replaces a folder whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from keyword import iskeyword
from pathlib import Path

from .errors import EmitError

PACKAGE = "tencentkit_api"
_MARK = b"# Written by `python -m generator emit`"


@contextmanager
def staged_package(output: Path, package: str) -> Iterator[Path]:
    """A folder beside `output/<package>`, for its successor; it takes its place unless the body raises."""
    if not package.isidentifier() or iskeyword(package):
        raise EmitError(f"{package} is no name of a package")
    target = output / package
    _check_replaceable(target)
    made = not output.exists()
    output.mkdir(parents=True, exist_ok=True)
    # On the same file system, so that the change of places is two renames.
    staging = Path(tempfile.mkdtemp(prefix=f".{package}-", dir=output))
    try:
        successor = staging / package
        yield successor
        _swap(successor, target, staging / "replaced")
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if made and not target.exists():
            output.rmdir()


def keep_other_products(output: Path, successor: Path, product: str) -> None:
    """Copy the products that were emitted into the same package before; each is a folder with its own tables."""
    for tables in sorted((output / PACKAGE).glob("*/actions.py")):
        if tables.parent.name != product:
            copied = shutil.ignore_patterns("__pycache__")
            shutil.copytree(tables.parent, successor / tables.parent.name, ignore=copied)


def _check_replaceable(target: Path) -> None:
    if not target.exists() and not target.is_symlink():
        return
    init = target / "__init__.py"
    if target.is_symlink() or not init.is_file() or not init.read_bytes().startswith(_MARK):
        raise EmitError(f"{target} was not written by this command; it is left alone")


def _swap(successor: Path, target: Path, replaced: Path) -> None:
    had_one = target.exists()
    if had_one:
        target.rename(replaced)
    try:
        successor.rename(target)
    except BaseException:
        if had_one:
            replaced.rename(target)
        raise
