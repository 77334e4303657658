"""Contents of wheel and sdist."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path


def test_wheel_has_two_packages(wheel: Path) -> None:
    """The top level of the wheel is two packages and their metadata: no test, generator or spec."""
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    [metadata] = [top for top in tops if top.endswith(".dist-info")]
    assert tops - {metadata} == {"tencentkit", "tencentkit_api"}


def test_wheel_has_every_file(wheel: Path, root: Path) -> None:
    """Every file of the packages is in the wheel byte for byte, including the schemas and both py.typed."""
    archive = zipfile.ZipFile(wheel)
    shipped = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
    here = {
        file.relative_to(source).as_posix(): file.read_bytes()
        for source, package in ((root / "overlays", "tencentkit"), (root / "generated", "tencentkit_api"))
        for file in (source / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert shipped == here
    data = {"tencentkit_api/scf/schemas.json", "tencentkit_api/scf/examples.json"}
    assert {"tencentkit/py.typed", "tencentkit_api/py.typed", *data} <= shipped.keys()


def test_sdist_has_the_project(sdist: Path) -> None:
    """The sdist contains spec, generator, tests, documentation and commands, so that it can be checked and changed."""
    with tarfile.open(sdist) as archive:
        inside = {name.split("/")[1] for name in archive.getnames()}
    folders = {"spec", "generator", "generated", "overlays", "tests", "docs"}
    assert folders | {"README.md", "CHANGELOG.md", "noxfile.py", "constraints.txt", "pyproject.toml"} <= inside
