"""Atomic replacement of a package folder."""

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
    """Yield a new folder that replaces `output/<package>` unless the body raises."""
    if not package.isidentifier() or iskeyword(package):
        raise EmitError(f"{package}: not a valid package name")
    target = output / package
    _check_replaceable(target)
    created = not output.exists()
    output.mkdir(parents=True, exist_ok=True)
    # Same file system, so that the swap is two renames.
    staging = Path(tempfile.mkdtemp(prefix=f".{package}-", dir=output))
    try:
        successor = staging / package
        yield successor
        _swap(successor, target, staging / "replaced")
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if created and not target.exists():
            output.rmdir()


def keep_other_products(output: Path, successor: Path, product: str) -> None:
    """Copy the other products of the package. A product is a folder with action tables."""
    for tables in sorted((output / PACKAGE).glob("*/actions.py")):
        if tables.parent.name != product:
            copied = shutil.ignore_patterns("__pycache__")
            shutil.copytree(tables.parent, successor / tables.parent.name, ignore=copied)


def _check_replaceable(target: Path) -> None:
    if not target.exists() and not target.is_symlink():
        return
    init = target / "__init__.py"
    if target.is_symlink() or not init.is_file() or not init.read_bytes().startswith(_MARK):
        raise EmitError(f"{target}: not replaced, because this command did not write it")


def _swap(successor: Path, target: Path, replaced: Path) -> None:
    existed = target.exists()
    if existed:
        target.rename(replaced)
    try:
        successor.rename(target)
    except BaseException:
        if existed:
            replaced.rename(target)
        raise
