"""Wheels of products beside the wheel of the core, in each layout that docs/design/products.md lists."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
import zipapp
import zipfile
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.__main__ import main
from tests.generator.convert import depot

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

DEPENDENCIES = ("attr", "attrs", "httpx", "httpcore", "h11", "anyio", "certifi", "idna", "sniffio", "typing_extensions")
RIGHT = """
from tencentkit import Credentials
from tencentkit.depot import AsyncClient, Client, models
from tencentkit.depot.v2020_01_01 import Client as Same
from tencentkit.depot.v2021_01_01 import Client as Newer
from tencentkit.depot.v2021_01_01 import models as newer
from tencentkit.scf import Client as Scf
from tencentkit.times_ import Client as Times
from tencentkit_api.depot.v2020_01_01.actions import ACTIONS
from tencentkit_api.depot.v2020_01_01.operations import Operations

KEYS = Credentials("AKIDEXAMPLE", "key-of-the-example")


def first(client: Client, more: Newer, times: Times, scf: Scf) -> models.DescribeCratesResponse:
    scf.list_functions(limit=1)
    times.describe_crates(limit=1)
    last: newer.DescribeCratesResponse = more.describe_crates(limit=1)
    print(last.total_count + 1)
    return client.describe_crates(limit=1)


async def later(client: AsyncClient) -> int:
    return (await client.describe_crates(limit=1)).total_count


def make() -> Same:
    return Client(region="ap-guangzhou", credentials=KEYS)


def operations(client: Client) -> Operations:
    return client


assert ACTIONS[0].version == "2020-01-01"
with make() as made, Newer(region="ap-guangzhou", credentials=KEYS) as other:
    print(made.region, len(ACTIONS), type(made)._product.version, type(other)._product.version)
"""
WRONG = """
from tencentkit.depot import Client, models
from tencentkit.depot.v2021_01_01 import Client as Newer
from tencentkit.times_ import Client as Times


def use(client: Client, newer: Newer, times: Times) -> None:
    client.describe_crates(limit="1")
    newer.describe_crates(limit="1")
    times.describe_crates(limit="1")
    print(models.Crates)
    client.describe_cratez()
"""
WRONG_LINES = {8, 9, 10, 11, 12}
READING = """
from importlib.metadata import entry_points
from importlib.resources import files

schemas = (files("tencentkit_api.depot") / "schemas.json").read_text(encoding="utf-8")
print("Crate" in schemas, sorted({each.name for each in entry_points(group="tencentkit.products")}))
"""
PRINTED = "ap-guangzhou 5 2020-01-01 2021-01-01\n"


class Wheels(NamedTuple):
    """Wheels of the core and of two products: `depot` with two versions, and `times`, which has the name of a module of the core."""

    core: Path
    products: list[Path]
    editable: list[Path]


class Place(NamedTuple):
    """Environment, and a folder on PYTHONPATH."""

    python: Path
    path: str = ""

    @property
    def site(self) -> Path:
        """Folder of the installed packages."""
        [found] = self.python.parents[1].glob("lib/python*/site-packages")
        return found

    def install(self, *wheels: Path, target: Path | None = None) -> None:
        """Install wheels without their dependencies."""
        options = ["--no-deps", "--no-index", "--disable-pip-version-check", "--quiet", *(["--target", str(target)] if target else [])]
        self.pip("install", *options, *map(str, wheels))

    def pip(self, *arguments: str) -> None:
        subprocess.run([sys.executable, "-m", "pip", "--python", str(self.python), *arguments], check=True, capture_output=True)

    def run(self, program: Path) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": self.path}
        return subprocess.run([self.python, program], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheels(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Wheels:
    """Build the products: `depot` with two versions, and `times`."""
    folder = tmp_path_factory.mktemp("products")
    for service, version in (("depot", "2020-01-01"), ("depot", "2021-01-01"), ("times", "2020-01-01")):
        api: dict[str, Any] = depot.api()
        api["metadata"] |= {"apiVersion": version, "serviceShortName": service}
        depot.written(folder / f"services/{service}/v{version.replace('-', '')}", api_json=api)
    (folder / "services/__init__.py").write_text("SERVICE_VERSIONS = {'depot': ['2020-01-01', '2021-01-01']}\n", encoding="utf-8")
    built: dict[str, list[Path]] = {"standard": [], "editable": []}
    for service in ("depot", "times"):
        project = folder / service
        assert main(["product", service, "--definitions", str(folder / "services" / service), "--output", str(project)]) == 0
        for kind in built:
            command = [sys.executable, "-m", "hatchling", "build", "--target", f"wheel:{kind}", "--directory", str(project / kind)]
            subprocess.run(command, cwd=project, check=True, capture_output=True)
            built[kind] += (project / kind).glob("*.whl")
    return Wheels(wheel, built["standard"], built["editable"])


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return a new environment that has only the dependencies of the core."""
    folder = tmp_path / "environment"
    venv.create(folder)
    found = Place(folder / "bin/python")
    for name in DEPENDENCIES:
        spec = find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        source = Path(spec.origin)
        source = source.parent if source.name == "__init__.py" else source
        (found.site / source.name).symlink_to(source)
    return found


def checked(place: Place, folder: Path, checker: str) -> dict[str, set[int]]:
    """Return the lines with errors in both programs, as `mypy --strict` or strict pyright reports them."""
    programs = {"right.py": RIGHT, "wrong.py": WRONG}
    for name, text in programs.items():
        (folder / name).write_text(text, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name not in ("MYPYPATH", "PYTHONPATH")}
    if checker == "mypy":
        (folder / "mypy.ini").write_text("[mypy]\nstrict = true\n", encoding="utf-8")
        command = ["mypy", "--no-incremental", "--python-executable", str(place.python), *programs]
        environment |= {"MYPYPATH": place.path} if place.path else {}
    else:
        settings = {"include": list(programs), "typeCheckingMode": "strict", "reportPrivateUsage": False}
        settings |= {"extraPaths": [place.path]} if place.path else {}
        (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
        command = ["pyright", "--pythonpath", str(place.python)]
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    found: dict[str, set[int]] = {name: set() for name in programs}
    for name, line in re.findall(r"\b((?:right|wrong)\.py):(\d+):.* error: ", done.stdout):
        found[name].add(int(line))
    assert sum(map(len, found.values())) > 0, done.stdout
    return found


def editable_core(place: Place, root: Path) -> None:
    """Write the file that `pip install --editable` writes for this tree."""
    (place.site / "_tencentkit.pth").write_text(f"{root / 'generated'}\n{root / 'overlays'}\n", encoding="utf-8")


LAYOUTS = {
    # Whether pyright finds the products: it ignores a folder without __init__ if another folder has one.
    "one folder": True,
    "editable core": False,
    "editable product": True,
    "both editable": True,
    "target folder": True,
    "target folder without core": False,
}


def laid_out(layout: str, wheels: Wheels, place: Place, root: Path, folder: Path) -> Place:
    """Install the core and the products."""
    if layout == "one folder":
        place.install(wheels.core, *wheels.products)
    elif layout == "editable core":
        place.install(*wheels.products)
        editable_core(place, root)
    elif layout == "editable product":
        place.install(wheels.core, *wheels.editable)
    elif layout == "both editable":
        place.install(*wheels.editable)
        editable_core(place, root)
    elif layout == "target folder":
        place.install(wheels.core, *wheels.products, target=folder / "target")
    else:
        place.install(wheels.core)
        place.install(*wheels.products, target=folder / "target")
    return place._replace(path=str(folder / "target")) if layout.startswith("target") else place


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(layout: str, wheels: Wheels, place: Place, root: Path, tmp_path: Path) -> None:
    """Programs run and mypy sees all types in every layout; pyright in those of docs/design/products.md."""
    place = laid_out(layout, wheels, place, root, tmp_path)
    program = tmp_path / "program.py"
    program.write_text(RIGHT, encoding="utf-8")
    done = place.run(program)
    assert (done.stdout, done.stderr) == (PRINTED, "")
    folder = tmp_path / "programs"
    folder.mkdir()
    for checker in ("mypy", "pyright"):
        found = checked(place, folder, checker)
        assert (found == {"right.py": set(), "wrong.py": WRONG_LINES}) is (checker == "mypy" or LAYOUTS[layout]), (checker, found)


@pytest.mark.parametrize("archives", [("core+products",), ("core", "products"), ("products", "core")], ids="-".join)
def test_zip_archives(archives: tuple[str, ...], wheels: Wheels, place: Place, tmp_path: Path) -> None:
    """Core and products run from one zip archive, and from two in any order, with schemas and entry points."""
    program = f"{RIGHT}\n{READING}"
    for archive in archives:
        folder = tmp_path / archive
        parts = {"core": [wheels.core], "products": wheels.products}
        place.install(*(file for part in archive.split("+") for file in parts[part]), target=folder)
        (folder / "__main__.py").write_text(program, encoding="utf-8")
        zipapp.create_archive(folder, folder.with_suffix(".pyz"))
    path = os.pathsep.join(str(tmp_path / f"{archive}.pyz") for archive in archives)
    done = place._replace(path=path).run(tmp_path / f"{archives[0]}.pyz")
    assert (done.stdout, done.stderr) == (f"{PRINTED}True ['depot', 'scf', 'times_']\n", "")


def test_no_common_files(wheels: Wheels) -> None:
    """No file is in two wheels, and a product has nothing but its own folders."""
    names = [set(zipfile.ZipFile(file).namelist()) for file in (wheels.core, *wheels.products)]
    for one, other in combinations(names, 2):
        assert one & other == set()
    for name, package in zip(names[1:], ("depot", "times_"), strict=True):
        assert {"/".join(path.split("/")[:2]) for path in name if ".dist-info/" not in path} == {
            f"tencentkit/{package}",
            f"tencentkit_api/{package}",
        }


def test_uninstalled_product(wheels: Wheels, place: Place) -> None:
    """The core is whole after a product was uninstalled, and a product after the other one."""

    def files() -> set[Path]:
        found = (path for name in ("tencentkit", "tencentkit_api") for path in (place.site / name).rglob("*"))
        return {path for path in found if "__pycache__" not in path.parts}

    place.install(wheels.core)
    before = files()
    place.install(wheels.products[0])
    with_depot = files()
    place.install(wheels.products[1])
    place.pip("uninstall", "--yes", "tencentkit-times")
    assert files() == with_depot
    place.pip("uninstall", "--yes", "tencentkit-depot")
    assert files() == before
