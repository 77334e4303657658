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
def test_tests_import_the_installed_wheel(package: str, root: Path) -> None:
    """Under nox the packages come from site-packages; from this tree only where someone has installed it editable."""
    place = Path(sysconfig.get_path("purelib")) if "TENCENTKIT_DIST" in os.environ else root
    file = importlib.import_module(package).__file__
    assert file is not None
    assert Path(file).is_relative_to(place)


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_carry_their_types(package: str) -> None:
    """Both packages have a py.typed, without which type checkers ignore their annotations."""
    assert importlib.resources.files(package).joinpath("py.typed").is_file()


def test_version_is_the_distribution_s() -> None:
    """The version that the code states is the one that the installer knows."""
    assert importlib.import_module("tencentkit").__version__ == importlib.metadata.version("tencentkit")


def test_run_time_needs_three_packages() -> None:
    """Whoever installs tencentkit without an extra gets attrs, httpx, sniffio and what those need."""
    needs = importlib.metadata.requires("tencentkit") or []
    names = {re.split(r"[<>=;]", need)[0] for need in needs if "extra ==" not in need}
    assert names == {"attrs", "httpx", "sniffio"}
