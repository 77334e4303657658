"""The installed distribution: origin, types, version, dependencies."""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.resources
import os
import re
import sysconfig
from pathlib import Path

import pytest

PACKAGES = ("tencentkit", "tencentkit_api")


@pytest.mark.parametrize("package", PACKAGES)
def test_installed_wheel_is_imported(package: str, root: Path) -> None:
    """Under nox the packages come from site-packages; otherwise from this tree."""
    place = Path(sysconfig.get_path("purelib")) if "TENCENTKIT_DIST" in os.environ else root
    file = importlib.import_module(package).__file__
    assert file is not None
    assert Path(file).is_relative_to(place)


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_have_py_typed(package: str) -> None:
    """Type checkers ignore annotations of packages without py.typed."""
    assert importlib.resources.files(package).joinpath("py.typed").is_file()


def test_version_equals_metadata() -> None:
    """`__version__` equals the version in the metadata."""
    assert importlib.import_module("tencentkit").__version__ == importlib.metadata.version("tencentkit")


def test_required_dependencies() -> None:
    """Without extras, tencentkit requires attrs, httpx and sniffio."""
    needs = importlib.metadata.requires("tencentkit") or []
    names = {re.split(r"[<>=;]", need)[0] for need in needs if "extra ==" not in need}
    assert names == {"attrs", "httpx", "sniffio"}
