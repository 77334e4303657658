from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.convert.command import convert
from generator.product.installed import find
from generator.product.skeleton import skeleton
from generator.spec.build import build
from generator.spec.files import write_whole
from generator.spec.problems import SpecRefused
from tests.generator.convert import depot
from tests.generator.products.__main__ import main as products

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
        "generated/tencentkit_depot_api/models/crate.py",
        "generated/tencentkit_depot_api/py.typed",
        "overlays/tencentkit_depot/_client.py",
        "overlays/tencentkit_depot/py.typed",
        "tests/test_examples.py",
        "pyproject.toml",
        "README.md",
    ):
        assert (project / name).is_file(), name
    assert '"tencentkit>=0.' in (project / "pyproject.toml").read_text(encoding="utf-8")
    assert "from tencentkit_api.model import" in (project / "generated/tencentkit_depot_api/models/crate.py").read_text(encoding="utf-8")


def test_what_a_person_wrote_is_kept(tmp_path: Path) -> None:
    """A second run takes newer facts and leaves overlay.yaml and the client as a person has them."""
    project = made(tmp_path)
    client, overlay = project / "overlays/tencentkit_depot/_client.py", project / "spec/depot/2020-01-01/overlay.yaml"
    client.write_text("# mine\n", encoding="utf-8")
    text = overlay.read_text(encoding="utf-8") + EARLIER.replace("required: false", "required: true")
    overlay.write_text(text, encoding="utf-8")
    made(tmp_path)
    assert (client.read_text(encoding="utf-8"), overlay.read_text(encoding="utf-8")) == ("# mine\n", text)
    assert "region_required=True" in (project / "generated/tencentkit_depot_api/actions.py").read_text(encoding="utf-8")


def test_skeleton(tmp_path: Path) -> None:
    """The first overlay states a name where two become one, and nothing that `convert` infers or that no source knows."""
    document = convert(depot.written(tmp_path / "v"), "depot", "2020-01-01").document
    spec = tmp_path / "depot/2020-01-01"
    spec.mkdir(parents=True)
    write_whole(spec / "converted.json", document)
    (spec / "overlay.yaml").write_text(skeleton(document, "converted.json"), encoding="utf-8")
    built = build(spec)
    crate = built["components"]["schemas"]["Crate"]["properties"]
    assert {name: facts["x-tc-name"] for name, facts in crate.items() if "x-tc-name" in facts} == {"DnsFormat": "dns_format_2"}
    assert [name for name, item in built["paths"].items() if item["post"].get("x-tc-read-only")] == ["/DescribeCrates"]
    assert not [name for name, item in built["paths"].items() if "x-tc-region" in item["post"]]


def test_earlier_skeleton(tmp_path: Path) -> None:
    """An overlay of an earlier project, which states what a rule now infers, stays valid and confirms the fact."""
    document = convert(depot.written(tmp_path / "v"), "depot", "2020-01-01").document
    spec = tmp_path / "depot/2020-01-01"
    spec.mkdir(parents=True)
    write_whole(spec / "converted.json", document)
    (spec / "overlay.yaml").write_text(skeleton(document, "converted.json") + EARLIER, encoding="utf-8")
    operation = build(spec)["paths"]["/DescribeCrates"]["post"]
    assert (operation["x-tc-read-only"], "x-tc-inferred" in operation) == (True, False)


def test_pages_instead_of_definitions(tmp_path: Path) -> None:
    """A folder of pages serves as well; types that they only name are asked for, and found, in overlay.yaml."""
    output, pages = tmp_path / "scf", ROOT / "spec/scf/2018-04-16/pages"
    arguments = ["product", "scf", "--version", "2018-04-16", "--pages", str(pages), "--output", str(output)]
    assert main(arguments) == 1
    overlay = output / "spec/scf/2018-04-16/overlay.yaml"
    types = "".join(f"      {name}: {{type: object, properties: {{}}}}\n" for name in ("AsyncEvent", "AsyncEventStatus", "TimeInterval"))
    more = f"  # The pages only name these.\n  - target: $.components.schemas\n    description: Only named.\n    update:\n{types}"
    text = overlay.read_text(encoding="utf-8")
    overlay.write_text(text + more, encoding="utf-8")
    assert main(arguments) == 0
    assert (output / "generated/tencentkit_scf_api/models/async_event.py").is_file()


def test_refusals(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Definitions that are not there, or of another product, are refused in a sentence."""
    definitions = depot.written(tmp_path / "v")
    assert main(["product", "other", "--definitions", str(definitions), "--output", str(tmp_path / "p")]) == 1
    assert "describes depot 2020-01-01, not other 2020-01-01" in capsys.readouterr().err
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(SpecRefused, match="tccli: is not installed"):
        find("cvm", None)


def test_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The installed definitions are found by the product's own name, the newest version first, in whatever folder they are."""
    installed_depot(tmp_path, "2020-01-01", "2021-01-01")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert (find("depot", None).version, find("warehouse", None).service) == ("2021-01-01", "depot")
    assert find("depot", "2020-01-01").folder.name == "v20200101"
    with pytest.raises(SpecRefused, match="no definitions of depot 2019-01-01; it has 2020-01-01, 2021-01-01"):
        find("depot", "2019-01-01")


def installed_depot(folder: Path, *versions: str) -> Path:
    """Write a package `tccli` with versions of the product `depot`, in a folder of another name."""
    (folder / "tccli").mkdir(parents=True)
    (folder / "tccli/__init__.py").write_text("", encoding="utf-8")
    for version in versions:
        api = depot.api()
        api["metadata"]["apiVersion"] = version
        depot.written(folder / f"tccli/services/warehouse/v{version.replace('-', '')}", api_json=api)
    return folder


def test_listing_and_near_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name the command lists products and versions; an unknown name gets near ones."""
    monkeypatch.syspath_prepend(str(installed_depot(tmp_path, "2020-01-01", "2021-01-01")))
    assert main(["product"]) == 0
    assert capsys.readouterr().out == "depot  2021-01-01 2020-01-01\n"
    assert main(["product", "depo"]) == 1
    assert capsys.readouterr().err == "tccli: has no definitions of depo; did you mean depot? nox -s product lists all\n"
    assert main(["product", "zzz"]) == 1
    assert capsys.readouterr().err == "tccli: has no definitions of zzz; no name is similar. nox -s product lists all\n"


def test_default_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest version is in build/NAME, a chosen one in build/NAME-VERSION, so that two versions never share files."""
    monkeypatch.syspath_prepend(str(installed_depot(tmp_path, "2020-01-01", "2021-01-01")))
    monkeypatch.chdir(tmp_path)
    assert main(["product", "depot"]) == 0
    assert main(["product", "depot", "2020-01-01"]) == 0
    assert (tmp_path / "build/depot/spec/depot/2021-01-01/openapi.json").is_file()
    assert (tmp_path / "build/depot-2020-01-01/spec/depot/2020-01-01/openapi.json").is_file()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_wheel(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--test` builds the wheel, which has both packages typed, installs it, and runs the tests of the documented examples on it."""
    made(project.parent, "--test", "--json")
    captured = capsys.readouterr()
    outcome = json.loads(captured.out.splitlines()[-1])
    assert outcome["failed"] == "", captured.err
    assert outcome["tests"] >= outcome["actions"] > 0
    assert list(outcome["seconds"]) == ["tools", "facts", "spec", "code", "wheel", "install", "tests"]
    site = project / "site"
    assert {"tencentkit_depot/py.typed", "tencentkit_depot_api/py.typed"} <= {str(path.relative_to(site)) for path in site.rglob("*")}
    assert (site / "tencentkit_depot-0.1.0.dist-info/RECORD").is_file()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_failed_stage_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A failed test, and a project that cannot be built, end the command with the stage, the cause and 1."""
    definitions, project = depot.written(tmp_path / "v20200101"), tmp_path / "project"
    arguments = ["product", "depot", "--definitions", str(definitions), "--output", str(project), "--test", "--json"]
    (project / "tests").mkdir(parents=True)
    (project / "tests/test_examples.py").write_text(
        "import tencentkit_depot\n\ndef test_place():\n    assert 'elsewhere' in tencentkit_depot.__file__\n", encoding="utf-8"
    )
    assert main(arguments) == 1
    captured = capsys.readouterr()
    outcome = json.loads(captured.out)
    assert outcome["failed"] == "tests"
    [reason] = outcome["reasons"]
    # The tests see the installed package, not the sources.
    assert reason.startswith("tests/test_examples.py::test_place - ")
    assert str(project / "site/tencentkit_depot/__init__.py") in captured.err
    (project / "pyproject.toml").write_text("[project", encoding="utf-8")
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
    assert "product versions: 2\nfailed: 1 (facts 1)\n" in captured.out
    assert "\n- depot 2020-01-01: facts failed: " in captured.out
    depot.written(package / "tccli/services/warehouse/v20200101", api_json={**depot.api()})
    assert products([*arguments, "--resume"]) == 0
    assert re.search(r"2/2 depot 2020-01-01: \d+ tests passed", capsys.readouterr().err)
