from __future__ import annotations

import json
import os
import re
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.convert.command import convert
from generator.product.installed import InstalledVersion, find, listing, versions
from generator.product.skeleton import skeleton
from generator.spec.build import build
from generator.spec.files import write_whole
from generator.spec.inferred import rule_of
from generator.spec.problems import SpecRefused
from tests.generator.convert import depot
from tests.generator.emit.documents import source_of_model
from tests.generator.products.__main__ import main as products
from tests.generator.products.packages import imported

ROOT = Path(__file__).parents[3]


def made(folder: Path, *more: str) -> Path:
    """The project of the product `depot`."""
    definitions, output = depot.written(folder / "v20200101"), folder / "project"
    assert main(["product", "depot", "--definitions", str(definitions), "--output", str(output), *more]) == 0
    return output


EARLIER = """
  # The definitions do not state whether a request requires a region.
  - target: $.paths.*.post
    description: No source states whether the region is required.
    update:
      x-tc-region: {required: false, only: []}

  # By convention of the API these actions change nothing.
  - target: $.paths['/DescribeCrates'].post
    description: Describe actions are read-only.
    update:
      x-tc-read-only: true
"""
"""Actions of the first overlay of earlier releases."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("product"))


def test_files(project: Path) -> None:
    """One command writes the facts, the overlay, the document, the code, the client, the tests and the wheel's description."""
    for name in (
        "spec/depot/2020-01-01/converted.json",
        "spec/depot/2020-01-01/overlay.yaml",
        "spec/depot/2020-01-01/openapi.json",
        "generated/tencentkit_api/depot/models/crate.py",
        "generated/tencentkit_api/depot/py.typed",
        "generated/tencentkit/depot/_client.py",
        "generated/tencentkit/depot/py.typed",
        "generated/tencentkit/depot/v2020_01_01/__init__.py",
        "tests/test_v2020_01_01.py",
        "pyproject.toml",
        "README.md",
    ):
        assert (project / name).is_file(), name
    pyproject = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert any(line.startswith("tencentkit>=0.") for line in pyproject["dependencies"])
    assert pyproject["entry-points"] == {"tencentkit.products": {"depot": "tencentkit.depot"}}
    assert not (project / "generated/tencentkit_api/__init__.py").exists()
    assert not (project / "generated/tencentkit/__init__.py").exists()


REGION = """
  # Every action requires a region.
  - target: $.paths.*.post
    description: Every action requires a region.
    update:
      x-tc-region: {required: true, only: []}
"""
CLIENT = """from ._client import AsyncClient as AsyncClient
from ._client import Client as _Client


class Client(_Client):
    def crates(self) -> int:
        return 2
"""


def test_own_files_are_kept(tmp_path: Path) -> None:
    """A second run takes newer facts and leaves the files that a person may write; the package then has the client of a person."""
    project = made(tmp_path)
    client, overlay = project / "overlays/tencentkit/depot/client.py", project / "spec/depot/2020-01-01/overlay.yaml"
    own = {
        client: CLIENT,
        client.with_name("reports.py"): "NUMBER = 3\n",
        overlay: overlay.read_text(encoding="utf-8") + REGION,
        project / "tests/test_own.py": "# mine\n",
    }
    client.parent.mkdir(parents=True)
    for path, text in own.items():
        path.write_text(text, encoding="utf-8")
    made(tmp_path)
    assert {path: path.read_text(encoding="utf-8") for path in own} == own
    assert "region_required=True" in (project / "generated/tencentkit_api/depot/actions.py").read_text(encoding="utf-8")
    with imported(project, "depot") as product:
        assert product.Client.crates(None) == 2
        assert import_module("tencentkit.depot.reports").NUMBER == 3
        assert import_module("tencentkit.depot.v2020_01_01").Client is product.Client


def test_machine_files_are_replaced(tmp_path: Path) -> None:
    """The generator writes its files anew, whatever they contain, and deletes those of earlier runs."""
    project = made(tmp_path)
    names = ("pyproject.toml", "README.md", "generated/tencentkit/depot/_client.py", "tests/test_v2020_01_01.py")
    first = {name: (project / name).read_bytes() for name in names}
    for name in names:
        (project / name).write_text("old\n", encoding="utf-8")
    for name in ("tests/test_v2019_01_01.py", "generated/tencentkit/depot/old.py", "generated/tencentkit_api/depot/old.py"):
        (project / name).write_text("", encoding="utf-8")
    made(tmp_path)
    assert {name: (project / name).read_bytes() for name in names} == first
    assert [path.name for path in project.rglob("old.py")] == []
    assert [path.name for path in (project / "tests").glob("*.py")] == ["test_v2020_01_01.py"]


@pytest.mark.parametrize("name", ["depot/_client.py", "depot/__init__.py", "depot/v2020_01_01/__init__.py", "clock.py", "cvm"])
def test_clashing_own_file(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of a person with the name of a generated file, or in the folder of another wheel, is refused."""
    own = made(tmp_path) / "overlays/tencentkit" / name
    own.parent.mkdir(parents=True)
    own.write_text("", encoding="utf-8")
    assert main(["product", "depot", "--definitions", str(tmp_path / "v20200101"), "--output", str(tmp_path / "project")]) == 1
    what = "the generator writes a file of this name" if name.startswith("depot/") else "belongs to other wheels; move it to overlays/"
    assert f"overlays/tencentkit/{name}: {what}" in capsys.readouterr().err


@pytest.mark.parametrize(("version", "wanted"), [("0.1.4", "tencentkit>=0.1.4,<0.2"), ("1.4.0", "tencentkit>=1.4.0,<2")])
def test_range_follows_the_core(version: str, wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A product requires the core that emitted it, up to the next version that may break it; also after the core has moved on."""
    project = made(tmp_path)
    core = tmp_path / "_version.py"
    core.write_text(f'__version__ = "{version}"\n', encoding="utf-8")
    monkeypatch.setattr("generator.product.project._KIT", core)
    made(tmp_path)
    pyproject = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert wanted in pyproject["dependencies"]
    assert pyproject["version"] == version


def test_older_layout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A project with the older names is refused with the steps of its migration, and nothing is changed."""
    project = tmp_path / "project"
    (project / "overlays/tencentkit_depot").mkdir(parents=True)
    definitions = depot.written(tmp_path / "v")
    assert main(["product", "depot", "--definitions", str(definitions), "--output", str(project)]) == 1
    assert "older layout; move your changes of its client to overlays/tencentkit/depot/client.py" in capsys.readouterr().err
    assert [path.name for path in project.iterdir()] == ["overlays"]


def test_overlay_is_minimal(tmp_path: Path) -> None:
    """`build` needs nothing from a person: clashing names are inferred, and an overlay without actions is valid."""
    document = convert(depot.written(tmp_path / "v"), "depot", "2020-01-01").document
    spec = tmp_path / "depot/2020-01-01"
    spec.mkdir(parents=True)
    write_whole(spec / "converted.json", document)
    text = skeleton(document, "converted.json")
    (spec / "overlay.yaml").write_text(f"{text.partition('actions:')[0]}actions: []\n", encoding="utf-8")
    crate = build(spec)["components"]["schemas"]["Crate"]["properties"]
    assert {name: facts["x-tc-name"] for name, facts in crate.items() if "x-tc-name" in facts} == {"DnsFormat": "dns_format_2"}
    operations = [item["post"] for item in build(spec)["paths"].values()]
    assert [node["operationId"] for node in operations if node.get("x-tc-read-only")] == ["DescribeCrates"]
    assert not [node for node in operations if "x-tc-region" in node]


def test_earlier_skeleton(tmp_path: Path) -> None:
    """An overlay of an earlier project, which states what a rule now infers, stays valid and confirms the fact."""
    document = convert(depot.written(tmp_path / "v"), "depot", "2020-01-01").document
    spec = tmp_path / "depot/2020-01-01"
    spec.mkdir(parents=True)
    write_whole(spec / "converted.json", document)
    (spec / "overlay.yaml").write_text(skeleton(document, "converted.json") + EARLIER, encoding="utf-8")
    operation = build(spec)["paths"]["/DescribeCrates"]["post"]
    assert (operation["x-tc-read-only"], rule_of(operation, "x-tc-read-only")) == (True, None)


@pytest.mark.parametrize("name", ["dns_form", None])
def test_name_of_a_person(tmp_path: Path, name: str | None) -> None:
    """An overlay replaces an inferred name; without a name, the clash is an error."""
    project = made(tmp_path)
    overlay = project / "spec/depot/2020-01-01/overlay.yaml"
    action = {"target": "$.components.schemas.Crate.properties.DnsFormat", "description": "shorter", "update": {"x-tc-name": name}}
    overlay.write_text(f"{overlay.read_text(encoding='utf-8')}  - {json.dumps(action)}\n", encoding="utf-8")
    command = ["product", "depot", "--definitions", str(tmp_path / "v20200101"), "--output", str(project)]
    assert main(command) == (1 if name is None else 0)
    if name is not None:
        assert f"    {name}: " in source_of_model(project / "generated/tencentkit_api/depot", "Crate")


def test_pages_instead_of_definitions(tmp_path: Path) -> None:
    """A folder of pages serves as well; types that they only name are asked for, and found, in overlay.yaml."""
    output, pages = tmp_path / "scf", ROOT / "spec/scf/2018-04-16/pages"
    arguments = ["product", "scf", "--version", "2018-04-16", "--pages", str(pages), "--output", str(output)]
    assert main(arguments) == 1
    overlay = output / "spec/scf/2018-04-16/overlay.yaml"
    types = "".join(f"      {name}: {{type: object, properties: {{}}}}\n" for name in ("AsyncEvent", "AsyncEventStatus", "TimeInterval"))
    more = f"  # The pages only name these.\n  - target: $.components.schemas\n    description: Only named.\n    update:\n{types}"
    text = overlay.read_text(encoding="utf-8").replace("actions: []", "actions:")
    overlay.write_text(text + more, encoding="utf-8")
    assert main(arguments) == 0
    # The core has `tencentkit.scf`.
    assert (output / "generated/tencentkit_api/scf_/models/async_event.py").is_file()


def test_refusals(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Definitions that are not there, or of another product, are refused in a sentence."""
    definitions = depot.written(tmp_path / "v")
    assert main(["product", "other", "--definitions", str(definitions), "--output", str(tmp_path / "p")]) == 1
    assert "describes depot 2020-01-01, not other 2020-01-01" in capsys.readouterr().err
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(SpecRefused, match="tccli: is not installed"):
        find("cvm")


def test_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The installed definitions are found by the product's own name, in any case of letters, in whatever folder they are."""
    installed_depot(tmp_path, "2020-01-01", "2021-01-01")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("depot", "DEPOT", "warehouse", "Warehouse", "tencentkit.depot", "tencentkit-depot"):
        assert [(row.service, row.version) for row in find(name)] == [("depot", "2021-01-01"), ("depot", "2020-01-01")]
    assert [row.folder.name for row in find("depot", ["2020-01-01"])] == ["v20200101"]
    assert [row.version for row in find("depot", ["2020-01-01", "2021-01-01"])] == ["2020-01-01", "2021-01-01"]
    with pytest.raises(SpecRefused, match="no definitions of depot 2019-01-01; it has 2021-01-01, 2020-01-01"):
        find("depot", ["2019-01-01"])


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (["2020-01-01", "2021-01-01", "2019-01-01"], ["2020-01-01", "2021-01-01", "2019-01-01"]),
        (["2020-01-01", "2018-01-01"], ["2020-01-01", "2021-01-01", "2019-01-01"]),
        ([], ["2021-01-01", "2020-01-01", "2019-01-01"]),
        (None, ["2021-01-01", "2020-01-01", "2019-01-01"]),
    ],
    ids=["stated", "stated in part", "empty", "not stated"],
)
def test_order_of_versions(order: list[str] | None, found: list[str], tmp_path: Path) -> None:
    """The vendor's table decides the default version; versions that it omits follow, the newest first."""
    services = installed_depot(tmp_path, "2019-01-01", "2020-01-01", "2021-01-01", order=order) / "tccli/services"
    assert [row.version for row in versions(services)] == found


def installed_depot(folder: Path, *versions: str, order: list[str] | None = None) -> Path:
    """Write a package `tccli` with versions of the product `depot`, in a folder of another name."""
    (folder / "tccli").mkdir(parents=True)
    (folder / "tccli/__init__.py").write_text("", encoding="utf-8")
    for version in versions:
        api = depot.api()
        api["metadata"]["apiVersion"] = version
        depot.written(folder / f"tccli/services/warehouse/v{version.replace('-', '')}", api_json=api)
    table = "" if order is None else f"SERVICE_VERSIONS = {{'warehouse': {order}}}\n"
    (folder / "tccli/services/__init__.py").write_text(f"raise SystemExit  # never executed\n{table}", encoding="utf-8")
    return folder


def test_listing_and_near_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name the command lists products and versions; an unknown name gets near ones."""
    monkeypatch.syspath_prepend(str(installed_depot(tmp_path, "2020-01-01", "2021-01-01")))
    assert main(["product"]) == 0
    assert capsys.readouterr().out == "depot  2021-01-01 2020-01-01\n"
    assert listing([InstalledVersion(tmp_path, "as", "2018-04-19")]) == ["as  2018-04-19  (tencentkit.as_)"]
    assert main(["product", "depo"]) == 1
    assert capsys.readouterr().err == "tccli: has no definitions of depo; did you mean depot? nox -s product lists all\n"
    assert main(["product", "zzz"]) == 1
    assert capsys.readouterr().err == "tccli: has no definitions of zzz; no name is similar. nox -s product lists all\n"


def test_default_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All versions are in build/NAME, chosen ones in build/NAME-VERSION."""
    monkeypatch.syspath_prepend(str(installed_depot(tmp_path, "2020-01-01", "2021-01-01")))
    monkeypatch.chdir(tmp_path)
    assert main(["product", "depot"]) == 0
    assert main(["product", "depot", "2020-01-01"]) == 0
    specs = {str(path.parent.relative_to(tmp_path)) for path in tmp_path.glob("build/*/spec/*/*/openapi.json")}
    assert specs == {
        "build/depot/spec/depot/2021-01-01",
        "build/depot/spec/depot/2020-01-01",
        "build/depot-2020-01-01/spec/depot/2020-01-01",
    }


def test_versions_are_submodules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package has the default version, `v<date>` has each version, and the import of one loads no other."""
    monkeypatch.syspath_prepend(str(installed_depot(tmp_path, "2020-01-01", "2021-01-01", order=["2020-01-01", "2021-01-01"])))
    monkeypatch.chdir(tmp_path)
    assert main(["product", "depot"]) == 0
    with imported(tmp_path / "build/depot", "depot.v2021_01_01") as newer:
        assert newer.Client._product.version == "2021-01-01"
        loaded = {name for name in sys.modules if name.startswith(("tencentkit.depot", "tencentkit_api.depot"))}
        assert {name.split(".")[2] for name in loaded if name.count(".") > 1} == {"v2021_01_01"}
        default, alias = import_module("tencentkit.depot"), import_module("tencentkit.depot.v2020_01_01")
        assert default.Client._product.version == "2020-01-01"
        assert (alias.Client, alias.AsyncClient, alias.models) == (default.Client, default.AsyncClient, default.models)
        for module in ("actions", "operations", "async_operations", "models"):
            import_module(f"tencentkit_api.depot.v2021_01_01.{module}")
        assert import_module("tencentkit_api.depot.v2020_01_01.actions").ACTIONS is default.Client._product.actions


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_wheel(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--test` builds the wheel, which has both packages typed, installs it, and runs the tests of the documented examples on it."""
    made(project.parent, "--test", "--json")
    captured = capsys.readouterr()
    outcome = json.loads(captured.out.splitlines()[-1])
    assert outcome["failed"] == "", captured.err
    assert outcome["tests"]["2020-01-01"] >= outcome["actions"]["2020-01-01"] > 0
    assert list(outcome["seconds"]) == ["tools", "facts", "spec", "code", "wheel", "install", "tests"]
    site = project / "site"
    assert {"tencentkit/depot/py.typed", "tencentkit_api/depot/py.typed"} <= {str(path.relative_to(site)) for path in site.rglob("*")}
    assert (site / "tencentkit_depot-0.1.0.dist-info/RECORD").is_file()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_failed_stage_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed test, and a project that cannot be built, end the command with the stage, the cause and 1."""
    definitions, project = depot.written(tmp_path / "v20200101"), tmp_path / "project"
    arguments = ["product", "depot", "--definitions", str(definitions), "--output", str(project), "--test", "--json"]
    (project / "tests").mkdir(parents=True)
    (project / "tests/test_own.py").write_text(
        "import tencentkit.depot\n\ndef test_place():\n    assert 'elsewhere' in tencentkit.depot.__file__\n", encoding="utf-8"
    )
    assert main(arguments) == 1
    captured = capsys.readouterr()
    outcome = json.loads(captured.out)
    assert outcome["failed"] == "tests"
    [reason] = outcome["reasons"]
    # The tests see the installed package, not the sources.
    assert reason.startswith("tests/test_own.py::test_place - ")
    assert str(project / "site/tencentkit/depot/__init__.py") in captured.err
    monkeypatch.setattr("generator.product.wheel._BUILD", ["-c", "raise SystemExit('no')"])
    assert main(arguments) == 1
    assert json.loads(capsys.readouterr().out)["failed"] == "wheel"


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_session_of_all_products(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The session runs the command for each version, counts, writes its page, and repeats only failures with `--resume`."""
    package = installed_depot(tmp_path, "2020-01-01", "2021-01-01")
    monkeypatch.syspath_prepend(str(package))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(package), *(str(Path(path).absolute()) for path in sys.path if path)]))
    page = tmp_path / "page.md"
    arguments = ["depot", "--work", str(tmp_path / "work"), "--output", str(page)]
    assert products(arguments) == 0, capsys.readouterr().err
    out = capsys.readouterr().out
    assert re.search(r"product versions: 2\nfailed: 0\ngenerated tests passed: [1-9]\d*\nactions, lost: \d+, 0\n", out)
    assert "| depot 2021-01-01 | " in page.read_text(encoding="utf-8")
    (package / "tccli/services/warehouse/v20200101/api.json").write_text('{"metadata": {"serviceShortName": "depot"}}', encoding="utf-8")
    assert products([*arguments, "--resume"]) == 0
    assert capsys.readouterr().err == ""
    assert products(arguments) == 1
    captured = capsys.readouterr()
    # One wheel has both versions.
    assert "product versions: 2\nfailed: 2 (facts 2)\n" in captured.out
    assert "\n- depot 2020-01-01: facts failed: " in captured.out
    depot.written(package / "tccli/services/warehouse/v20200101", api_json={**depot.api()})
    assert products([*arguments, "--resume"]) == 0
    assert re.search(r"2/2 depot 2020-01-01: \d+ tests passed", capsys.readouterr().err)
