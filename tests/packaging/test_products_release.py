"""`products-release` over a real index: two releases of the vendor's definitions, an upgrade and a rollback with pip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.generator.publication.services import Company, rows, with_offset

if TYPE_CHECKING:
    from tests.packaging.conftest import Index, Nox

ZH, OLDER = "TENCENTKIT_DEFINITIONS_ZH", "TENCENTKIT_DEFINITIONS_OLDER"
SETTINGS = 'names = ["cvm", "ecm", "edgezone", "sts", "tke"]\n'
NEW = "edgezone"
PROGRAM = """
import importlib.metadata
from tencentkit.ecm import Client
from tencentkit.tke import Client as Tke
from tencentkit.tke.v2022_05_01 import Client as Newer

print(hasattr(Client, "create_disks"), Tke._product.version, Newer._product.version, importlib.metadata.version("tencentkit-ecm"))
"""


@pytest.fixture
def published_core(index: Index, wheel: Path) -> Index:
    """The index, with the wheel of the core."""
    shutil.copy(wheel, index.folder)
    return index


def settings_of(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the environment variables that `nox -s products-release` sets."""
    for name, value in {**index.settings, "TWINE_CHECK_URL": f"{index.url}simple/", "NO_PROXY": "127.0.0.1"}.items():
        monkeypatch.setenv(name, value)


class Service:
    """A downstream program: an environment that installs from the index only, with the dependencies of this one."""

    def __init__(self, folder: Path, index: Index) -> None:
        venv.create(folder)
        self.python = folder / "bin/python"
        self.index = index
        [site] = folder.glob("lib/python*/site-packages")
        [purelib] = {path for path in sys.path if path.endswith("site-packages") and Path(path, "httpx").is_dir()}
        (site / "dependencies.pth").write_text(f"{purelib}\n", encoding="utf-8")

    def install(self, *requirements: str) -> None:
        """Upgrade to the newest versions that the requirements accept."""
        options = ["--upgrade", "--quiet", "--disable-pip-version-check", "--no-cache-dir", "--index-url", self.index.simple]
        self._pip("install", *options, *requirements)

    def versions(self) -> dict[str, str]:
        """Return the installed versions of the products."""
        freeze = self._pip("list", "--format", "freeze", "--disable-pip-version-check").splitlines()
        found = dict(line.split("==") for line in freeze if line.startswith("tencentkit-"))
        return {name.removeprefix("tencentkit-"): version for name, version in found.items()}

    def run(self) -> list[str]:
        return subprocess.run(
            [self.python, "-c", PROGRAM], capture_output=True, text=True, check=True, env=self._environment()
        ).stdout.split()

    def _pip(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "pip", "--python", str(self.python), *arguments]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, env=self._environment())
        assert done.returncode == 0, done.stdout
        return done.stdout

    def _environment(self) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH" and not name.startswith("PIP_")}
        return {**inherited, "NO_PROXY": "127.0.0.1", "PIP_CONFIG_FILE": os.devnull}


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_index_decides(published_core: Index, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run uploads what is missing, skips what is there, and never replaces a file; the state folder is not needed."""
    index = published_core
    settings_of(index, monkeypatch)
    company = Company(tmp_path / "company", 'names = ["apple", "berry"]\n[product.berry]\npublish = false\n')
    company.define("apple")
    company.define("berry")
    company.order()
    assert company.release("--all", "--json") == 0
    assert {name: row.outcome for name, row in rows(capsys.readouterr().out).items()} == {"apple": "published", "berry": "built"}
    first = index.digests()
    assert {name.partition("-")[0] for name in first} == {"tencentkit", "tencentkit_apple"}

    # On another machine, without the state.
    shutil.rmtree(company.work)
    assert company.release("--changed", "--json") == 0
    assert rows(capsys.readouterr().out)["apple"].outcome == "unchanged"
    # A run that ended between the upload and its row.
    shutil.rmtree(company.work)
    assert company.release("apple", "--json") == 0
    assert rows(capsys.readouterr().out)["apple"].outcome == "unchanged"
    assert index.digests() == first

    # A setting that is no input.
    company.settings = company.settings.replace("false", "true")
    assert company.release("--changed", "--json") == 0
    assert {name: row.outcome for name, row in rows(capsys.readouterr().out).items()} == {"apple": "unchanged", "berry": "published"}

    # Another release took the next version, and the index does not offer it.
    company.define("apple", with_offset)
    other = index.folder / "tencentkit_apple-0.1.1-py3-none-any.whl"
    other.write_bytes(b"not a wheel")
    assert company.release("--changed", "--json") == 0
    row = rows(capsys.readouterr().out)["apple"]
    assert (row.outcome, row.released, row.version) == ("published", "0.1.1", "0.2.0")
    assert other.read_bytes() == b"not a wheel"


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_failed_upload_continues(
    published_core: Index, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A refused upload is a failure without the password in any output; the same command continues."""
    index = published_core
    settings_of(index, monkeypatch)
    monkeypatch.setenv("TWINE_REPOSITORY_URL", f"{index.url}nothing-here/")
    company = Company(tmp_path / "company", 'names = ["apple"]\n')
    company.define("apple")
    company.order()
    assert company.release("--all") == 1
    captured = capsys.readouterr()
    assert "apple: publish failed: the upload of tencentkit_apple-0.1.0-py3-none-any.whl failed" in captured.err
    logs = "".join(path.read_text(encoding="utf-8") for path in company.work.glob("logs/*"))
    assert index.password not in captured.out + captured.err + logs
    settings_of(index, monkeypatch)
    assert company.release("--all") == 0
    assert "tencentkit_apple-0.1.0-py3-none-any.whl" in index.digests()


@pytest.mark.slow
def test_missing_core(index: Index, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the core on the index nothing is built, because no product could be installed."""
    settings_of(index, monkeypatch)
    company = Company(tmp_path / "company", 'names = ["apple"]\n')
    company.define("apple")
    company.order()
    assert company.release("--all") == 1
    assert "the index does not have version" in capsys.readouterr().err
    assert index.digests() == {}


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.timeout(1800)
def test_two_definition_releases(
    published_core: Index, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], nox: Nox, root: Path
) -> None:
    """Five products from two releases of the definitions: one has several versions, one lost actions, one is new."""
    if ZH not in os.environ or OLDER not in os.environ:
        pytest.skip(f"set {ZH} and {OLDER}; nox -s long does")
    index = published_core
    settings_of(index, monkeypatch)
    company = Company(tmp_path / "company", SETTINGS.replace(f'"{NEW}", ', ""))
    company.definitions = Path(os.environ[OLDER])
    assert company.release("--all", "--json", jobs=2) == 0
    first = rows(capsys.readouterr().out)
    assert {row.version for row in first.values()} == {"0.1.0"}
    assert {row.outcome for row in first.values()} == {"published"}

    service = Service(tmp_path / "service", index)
    pinned = [f"tencentkit-{name}~=0.1.0" for name in first]
    service.install(*pinned)
    assert service.versions() == dict.fromkeys(first, "0.1.0")
    assert service.run() == ["True", "2018-05-25", "2022-05-01", "0.1.0"]

    company.definitions = Path(os.environ[ZH])
    company.settings = SETTINGS
    assert company.release("--changed", "--json", jobs=2) == 0
    second = rows(capsys.readouterr().out)
    assert {row.outcome for row in second.values()} == {"published"}
    assert (second["ecm"].version, second["ecm"].impact) == ("0.2.0", "breaking")
    assert second[NEW].version == "0.1.0"
    assert "action removed (7): " in company.changelog("ecm")
    for name, row in second.items():
        assert (row.version >= "0.2.0") is (row.impact == "breaking"), name

    # `~=` takes what breaks nothing; without it pip takes all; the old version stays installable.
    service.install(*pinned)
    compatible = {name: row.version for name, row in second.items() if name in first and row.impact != "breaking"}
    assert compatible
    assert service.versions() == dict.fromkeys(first, "0.1.0") | compatible
    assert service.run()[0] == "True"
    service.install(*(f"tencentkit-{name}" for name in second))
    assert service.versions() == {name: row.version for name, row in second.items()}
    assert service.run()[::3] == ["False", "0.2.0"]
    service.install("tencentkit-ecm==0.1.0")
    assert service.run()[::3] == ["True", "0.1.0"]

    # Nothing changes any more, with and without the state of this machine.
    before = index.digests()
    for arguments in (["--changed"], ["--all"], ["--changed"]):
        assert company.release(*arguments, "--json", jobs=2) == 0
        assert {row.outcome for row in rows(capsys.readouterr().out).values()} == {"unchanged"}
        shutil.rmtree(company.work)
    # The other command for an upload knows product wheels, too.
    wheels = sorted(map(str, index.folder.glob("tencentkit_*.whl")))
    done = nox(root, "-s", "publish", "--", *wheels, **index.settings)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("already published: ") == len(wheels)
    assert index.digests() == before
