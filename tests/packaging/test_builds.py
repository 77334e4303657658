"""Reproducible builds."""

from __future__ import annotations

import hashlib
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.packaging.conftest import Build

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file in `folder`; a failure shows digests instead of archives."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir() if file.suffix in {".whl", ".gz"}}


def test_reproducible_builds(dist: Path, tree: Path, build: Build) -> None:
    """A second build, from a copy of the tree, gives the same wheel and sdist."""
    assert digests(build(tree)) == digests(dist)


def test_wheel_from_sdist(sdist: Path, tree: Path, tmp_path: Path, build: Build) -> None:
    """The wheel of the unpacked sdist equals the wheel of the tree."""
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    [unpacked] = tmp_path.glob("tencentkit-*")
    assert digests(build(unpacked, "--wheel")) == digests(build(tree, "--wheel"))
