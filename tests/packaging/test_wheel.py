from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path


def test_wheel_holds_the_two_packages_and_nothing_else(wheel: Path) -> None:
    """No test, no generator and no spec is shipped: the wheel's top level is two packages and their metadata."""
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    [metadata] = [top for top in tops if top.endswith(".dist-info")]
    assert tops - {metadata} == {"tencentkit", "tencentkit_api"}


def test_wheel_holds_every_file_of_the_packages(wheel: Path, root: Path) -> None:
    """Every file of the two packages is in the wheel byte for byte, the schemas and both py.typed among them."""
    archive = zipfile.ZipFile(wheel)
    shipped = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
    here = {
        file.relative_to(source).as_posix(): file.read_bytes()
        for source, package in ((root / "overlays", "tencentkit"), (root / "generated", "tencentkit_api"))
        for file in (source / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert shipped == here
    assert {"tencentkit/py.typed", "tencentkit_api/py.typed", "tencentkit_api/scf/schemas.json"} <= shipped.keys()


def test_sdist_holds_the_whole_workshop(sdist: Path) -> None:
    """Spec, generator, tests, documentation and the commands are in the sdist, so that it can be checked and changed."""
    with tarfile.open(sdist) as archive:
        inside = {name.split("/")[1] for name in archive.getnames()}
    folders = {"spec", "generator", "generated", "overlays", "tests", "docs"}
    assert folders | {"README.md", "CHANGELOG.md", "noxfile.py", "constraints.txt", "pyproject.toml"} <= inside
