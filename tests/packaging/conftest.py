"""The built files that these tests look at, and how to build them again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

ROOT = Path(__file__).parents[2]


class Build(Protocol):
    """Build what `arguments` ask for (`--wheel`, `--sdist`; both when empty) from the tree at `source`; returns the new files' folder."""

    def __call__(self, source: Path, *arguments: str) -> Path: ...


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of this source tree."""
    return ROOT


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds with this environment's hatchling, as nox does."""

    def run(source: Path, *arguments: str) -> Path:
        folder = tmp_path_factory.mktemp("dist")
        command = [sys.executable, "-m", "build", "--no-isolation", *arguments, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True)
        return folder

    return run


@pytest.fixture(scope="session")
def dist(build: Build, root: Path) -> Path:
    """The folder of the wheel and the sdist under test: those that nox built and installed, or new ones."""
    made = os.environ.get("TENCENTKIT_DIST")
    return Path(made) if made else build(root)


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    """The wheel under test."""
    [file] = dist.glob("*.whl")
    return file


@pytest.fixture(scope="session")
def sdist(dist: Path) -> Path:
    """The sdist under test."""
    [file] = dist.glob("*.tar.gz")
    return file


@pytest.fixture
def tree(root: Path, tmp_path: Path) -> Path:
    """A copy of the source tree, without what git does not keep."""
    unkept = shutil.ignore_patterns(".git", ".nox", ".venv", "dist", "__pycache__", ".*_cache")
    return Path(shutil.copytree(root, tmp_path / "tree", ignore=unkept))
