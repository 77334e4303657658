"""`products-release`: dry runs over small definitions, compared with earlier wheels."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from concurrent.futures.process import BrokenProcessPool
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.publication import command
from generator.publication.record import ReleasedWheel
from generator.publication.release import ReleaseOutcome, is_older
from generator.publication.run_state import RunState, locked
from generator.spec.problems import SpecRefused
from tests.generator.publication.services import Company, rows, with_offset, with_other_text, without_drop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.publication.release import ReleaseRow, Task

ROOT = Path(__file__).parents[3]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Company:
    """A company with three products, and no settings of an index."""
    for name in list(os.environ):
        if name.startswith("TWINE_"):
            monkeypatch.delenv(name)
    made = Company(tmp_path)
    for service in ("apple", "berry", "cherry"):
        made.define(service)
    made.order()
    return made


def outcomes(output: str) -> dict[str, tuple[str, str]]:
    return {name: (row.outcome, row.version) for name, row in rows(output).items()}


def test_versions_and_changelogs(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run releases what changed, each product with its own version and changelog; a text alone releases nothing."""
    assert company.release("--all", "--check", "--json") == 0
    assert outcomes(capsys.readouterr().out) == dict.fromkeys(("apple", "berry", "cherry"), ("built", "0.1.0"))
    company.publish_built()
    company.define("apple", without_drop)
    company.define("berry", with_offset)
    company.define("cherry", with_other_text)
    company.define("damson")
    assert company.release("--changed", "--check", "--json") == 0
    captured = capsys.readouterr()
    assert outcomes(captured.out) == {
        "apple": ("built", "0.2.0"),
        "berry": ("built", "0.1.1"),
        "cherry": ("unchanged", "0.1.0"),
        "damson": ("built", "0.1.0"),
    }
    assert "apple: built, 0.1.0 -> 0.2.0, breaking" in captured.err
    text = company.changelog("apple")
    assert text.index("## 0.2.0") < text.index("## 0.1.0")
    assert "`DropBox` (`drop_box`): action removed." in text
    assert "sha256" not in text
    assert company.release("--changed", "--check") == 0
    assert "4 products: 3 built, 1 unchanged" in capsys.readouterr().out


def test_wheel(company: Company) -> None:
    """The wheel requires the core that emitted it, checks the contract, and has its record and no prose."""
    assert company.release("apple", "--check") == 0
    [(name, data)] = company.wheels().items()
    released = ReleasedWheel.read(name, data)
    assert released.origin.versions == ("2020-01-01",)
    assert set(released.sheets()) == {"2020-01-01"}
    assert "description" not in json.dumps(released.facts)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        metadata = archive.read("tencentkit_apple-0.1.0.dist-info/METADATA").decode()
        assert "Requires-Dist: tencentkit<0.2,>=0.1.0" in metadata
        assert "\n## 0.1.0\n" in metadata
        assert b'check_contract(1, "tencentkit-apple")' in archive.read("tencentkit_api/apple/__init__.py")


@pytest.mark.parametrize(("number", "upgraded"), [(0, "tencentkit-apple"), (2, "tencentkit")])
def test_contract(number: int, upgraded: str, company: Company, tmp_path: Path) -> None:
    """A product of another contract fails at import, and the message names the side to upgrade."""
    assert company.release("apple", "--check") == 0
    [data] = company.wheels().values()
    site = tmp_path / "site"
    zipfile.ZipFile(BytesIO(data)).extractall(site)
    package = site / "tencentkit_api/apple/__init__.py"
    package.write_text(package.read_text(encoding="utf-8").replace("check_contract(1,", f"check_contract({number},"), encoding="utf-8")
    path = os.pathsep.join((str(site), os.environ.get("PYTHONPATH", "")))
    program = [sys.executable, "-c", "from tencentkit.apple import Client"]
    done = subprocess.run(program, env={**os.environ, "PYTHONPATH": path}, cwd=ROOT, capture_output=True, text=True, check=False)
    [line] = [line for line in done.stderr.splitlines() if line.startswith("ImportError")]
    assert f"tencentkit-apple was generated for contract {number} of tencentkit, which has contract 1" in line
    assert line.endswith(f"pip install --upgrade {upgraded}")


def test_several_versions(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """All API versions are in one wheel; another order of the vendor is another default, which breaks."""
    company.define("berry", version="2021-01-01")
    company.order(berry=["2020-01-01", "2021-01-01"])
    assert company.release("berry", "--check") == 0
    company.publish_built()
    company.order(berry=["2021-01-01", "2020-01-01"])
    capsys.readouterr()
    assert company.release("berry", "--check", "--json") == 0
    assert outcomes(capsys.readouterr().out) == {"berry": ("built", "0.2.0")}
    assert "default API version: `2020-01-01` → `2021-01-01`" in company.changelog("berry")


def test_older_definitions(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """A stale package of definitions is refused, because it would take back actions; an option accepts it."""
    package = company.services.parent / "__init__.py"
    package.write_text("__version__ = '3.1.189.1'\n", encoding="utf-8")
    assert company.release("--all", "--check") == 0
    company.publish_built()
    package.write_text("__version__ = '3.1.100.1'\n", encoding="utf-8")
    company.define("apple", without_drop)
    assert company.release("--all", "--check") == 1
    err = capsys.readouterr().err
    assert "tencentkit_apple-0.1.0-py3-none-any.whl is from definitions 3.1.189.1; this run has definitions 3.1.100.1" in err
    assert company.release("--all", "--check", "--allow-older", "--json") == 0
    assert outcomes(capsys.readouterr().out)["apple"] == ("built", "0.2.0")


@pytest.mark.parametrize(
    ("present", "released", "older"),
    [
        ("tencentkit 0.2.0", "tencentkit 0.10.0", True),
        ("tencentkit 0.10.0", "tencentkit 0.2.0", False),
        ("tencentkit 0.1.0", "tencentkit 0.1.0", False),
        ("tccli 3.1.9.1", "tccli 3.1.189.1", True),
        ("mirror 1.0", "tccli 3.1.189.1", False),
        ("", "tccli 3.1.189.1", False),
        ("tccli 3.1.189.1", "", False),
    ],
)
def test_is_older(present: str, released: str, *, older: bool) -> None:
    """Versions of one package are compared by their numbers."""
    assert is_older(present, released) is older


def test_own_files(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """A person's files are in the wheel and count as inputs: a removed public name breaks."""
    own = company.folder / "products/apple/overlays/tencentkit/apple/boxes.py"
    own.parent.mkdir(parents=True)
    own.write_text('"""Boxes."""\n\n__all__ = ["one", "two"]\n\none = 1\ntwo = 2\n', encoding="utf-8")
    assert company.release("apple", "--check") == 0
    company.publish_built()
    own.write_text('"""Boxes."""\n\n__all__ = ["one"]\n\none = 1\n', encoding="utf-8")
    capsys.readouterr()
    assert company.release("--changed", "--check", "--json") == 0
    assert outcomes(capsys.readouterr().out)["apple"] == ("built", "0.2.0")
    assert "`tencentkit.apple.boxes.two`" in company.changelog("apple")
    [data] = [data for name, data in company.wheels().items() if "apple" in name]
    assert "tencentkit/apple/boxes.py" in zipfile.ZipFile(BytesIO(data)).namelist()


def test_settings_are_inputs(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """Another setting of a product converts it again: prose changes files and no fact, so it is a patch."""
    company.define("apple", with_other_text)
    assert company.release("--all", "--check") == 0
    company.publish_built()
    company.settings = '[product.apple]\nprose = "keep"\n'
    capsys.readouterr()
    assert company.release("--changed", "--check", "--json") == 0
    assert outcomes(capsys.readouterr().out) == {
        "apple": ("built", "0.1.1"),
        "berry": ("unchanged", "0.1.0"),
        "cherry": ("unchanged", "0.1.0"),
    }


def test_reproducible(company: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another folder, umask and source date give the same bytes."""
    assert company.release("apple", "--check") == 0
    other = Company(Path(shutil.copytree(tmp_path / "definitions", tmp_path / "elsewhere/definitions").parent))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    before = os.umask(0o077)
    try:
        assert other.release("apple", "--check") == 0
    finally:
        os.umask(before)
    assert other.wheels() == company.wheels()


def test_failure_of_one_product(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """A product that fails does not stop the others. The same command then repeats only this one."""
    company.define("berry", api={"version": "1.0", "metadata": {"apiVersion": "2020-01-01", "serviceShortName": "berry"}, "actions": 3})
    assert company.release("--all", "--check") == 1
    captured = capsys.readouterr()
    assert "3 products: 2 built, 1 failed" in captured.out
    assert "berry: facts failed: " in captured.err
    assert (company.work / "logs/berry.txt").is_file()
    company.define("berry")
    assert company.release("--all", "--check") == 0
    captured = capsys.readouterr()
    assert "continuing the previous run: 2 of 3 products are done" in captured.err
    assert [line.partition(":")[0] for line in captured.err.splitlines() if "/" in line] == ["1/1 berry"]
    # The next run begins anew.
    assert company.release("--all", "--check", "--json") == 0
    assert "continuing" not in capsys.readouterr().err


def test_failing_test_is_not_released(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """A wheel whose tests fail is not built into dist/, and the row names the test."""
    own = company.folder / "products/apple/tests/test_own.py"
    own.parent.mkdir(parents=True)
    own.write_text("def test_own() -> None:\n    assert False\n", encoding="utf-8")
    assert company.release("apple", "--check", "--json") == 1
    row = rows(capsys.readouterr().out)["apple"]
    assert (row.failed, company.wheels()) == ("tests", {})
    assert "tests/test_own.py::test_own" in row.reasons[0]


def test_unknown_name(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """A product that does not exist is refused with near names."""
    assert company.release("chery", "--check") == 1
    assert "did you mean cherry" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [(), ("--all", "--changed"), ("apple", "--all"), ("--all",)])
def test_refused_arguments(arguments: tuple[str, ...], company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """Exactly one selection is required, and the settings of an index unless the run is a dry run."""
    with pytest.raises(SystemExit):
        company.release(*arguments)
    expected = "TWINE_REPOSITORY_URL" if arguments == ("--all",) else "set one of NAME, --all and --changed"
    assert expected in capsys.readouterr().err


def test_pool(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    """Two processes release the same bytes as one."""
    assert company.release("--all", "--check") == 0
    alone = company.wheels()
    shutil.rmtree(company.work)
    assert company.release("--all", "--check", jobs=2) == 0
    assert company.wheels() == alone
    assert "3 products: 3 built" in capsys.readouterr().out


def test_interrupted_run_continues(company: Company, tmp_path: Path) -> None:
    """A run that is killed after its first product continues with the others."""
    (tmp_path / "products.toml").write_text("", encoding="utf-8")
    arguments = ["products-release", "--all", "--check", "--jobs", "1", "--definitions", str(company.services)]
    program = [sys.executable, "-m", "generator", *arguments]
    inherited = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    path = [ROOT, *map(Path.absolute, map(Path, inherited))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))}
    with subprocess.Popen(program, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("1/3 ")
        process.send_signal(signal.SIGKILL)
    with next(company.work.glob("state-*.jsonl")).open("a", encoding="utf-8") as state:
        state.write('{"row": {"name": "be')
    done = subprocess.run(program, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "continuing the previous run: 1 of 3 products are done" in done.stderr
    assert "3 products: 3 built" in done.stdout
    assert done.returncode == 0


def test_killed_process(company: Company, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A product whose process is killed fails, and the others are released."""

    def pooled(tasks: Sequence[Task], jobs: int) -> Iterator[ReleaseRow]:
        for task in tasks:
            if task.settings.name == "berry":
                raise BrokenProcessPool
            yield command.release_product(task)

    monkeypatch.setattr(command, "_pooled", pooled)
    assert company.release("--all", "--check", "--json", jobs=2) == 1
    assert {name: outcome for name, (outcome, _) in outcomes(capsys.readouterr().out).items()} == {
        "apple": ReleaseOutcome.BUILT,
        "berry": ReleaseOutcome.FAILED,
        "cherry": ReleaseOutcome.BUILT,
    }


def test_lock(company: Company) -> None:
    """Two runs cannot share a work folder."""
    with locked(company.work), pytest.raises(SpecRefused, match="another release runs"), locked(company.work):
        pass


def test_state_of_each_index(tmp_path: Path) -> None:
    """The state of one index says nothing about another one; another selection begins a new run."""
    states: list[Any] = [RunState(tmp_path, url) for url in ("https://one.example/simple/", "https://two.example/simple/", "")]
    assert len({state.path for state in states}) == 3
    assert states[0].begin("all") == {}
    assert states[0].begin("cvm") == {}
