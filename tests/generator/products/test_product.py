from __future__ import annotations

import os
import subprocess
import sys
import zipfile
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

ROOT = Path(__file__).parents[3]


def made(folder: Path, *more: str) -> Path:
    """The project of the product `depot`."""
    definitions, output = depot.written(folder / "v20200101"), folder / "project"
    assert main(["product", "depot", "--definitions", str(definitions), "--output", str(output), *more]) == 0
    return output


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
    text = overlay.read_text(encoding="utf-8").replace("required: false", "required: true")
    overlay.write_text(text, encoding="utf-8")
    made(tmp_path)
    assert (client.read_text(encoding="utf-8"), overlay.read_text(encoding="utf-8")) == ("# mine\n", text)
    assert "region_required=True" in (project / "generated/tencentkit_depot_api/actions.py").read_text(encoding="utf-8")


def test_skeleton(tmp_path: Path) -> None:
    """The first overlay states what `build` cannot do without: a name where two become one; and which actions only look."""
    document = convert(depot.written(tmp_path / "v"), "depot", "2020-01-01").document
    spec = tmp_path / "depot/2020-01-01"
    spec.mkdir(parents=True)
    write_whole(spec / "converted.json", document)
    (spec / "overlay.yaml").write_text(skeleton(document, "converted.json"), encoding="utf-8")
    built = build(spec)
    crate = built["components"]["schemas"]["Crate"]["properties"]
    assert {name: facts["x-tc-name"] for name, facts in crate.items() if "x-tc-name" in facts} == {"DnsFormat": "dns_format_2"}
    assert [name for name, item in built["paths"].items() if item["post"].get("x-tc-read-only")] == ["/DescribeCrates"]
    assert all(item["post"]["x-tc-region"] == {"required": False, "only": []} for item in built["paths"].values())


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
    (tmp_path / "tccli").mkdir()
    (tmp_path / "tccli/__init__.py").write_text("", encoding="utf-8")
    for folder, version in (("v20200101", "2020-01-01"), ("v20210101", "2021-01-01")):
        api = depot.api()
        api["metadata"]["apiVersion"] = version
        depot.written(tmp_path / "tccli/services/warehouse" / folder, api_json=api)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert (find("depot", None).version, find("warehouse", None).service) == ("2021-01-01", "depot")
    assert find("depot", "2020-01-01").folder.name == "v20200101"
    with pytest.raises(SpecRefused, match="no definitions of depot 2019-01-01; it has 2020-01-01, 2021-01-01"):
        find("depot", "2019-01-01")


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_wheel(project: Path, tmp_path: Path) -> None:
    """The wheel builds, holds both packages typed, and its own tests of the documented examples pass on it."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path), str(project)]
    subprocess.run(command, check=True, capture_output=True)
    [wheel] = tmp_path.glob("tencentkit_depot-*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    assert {"tencentkit_depot/py.typed", "tencentkit_depot_api/py.typed"} <= {str(path.relative_to(site)) for path in site.rglob("*")}
    path = os.pathsep.join([str(site), *filter(None, sys.path)])
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(project / "tests"), "-c", str(project / "pyproject.toml")]
    done = subprocess.run(tests, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "8 passed" in done.stdout
