"""Commands of products that are made at test time: two versions, a broken wheel, and many wheels."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.__main__ import main as generate
from tencentkit._cli.catalogue import commands, items_field, items_of
from tencentkit._cli.main import main
from tencentkit.testing import FakeProduct, serve
from tests.cli.conftest import Run
from tests.generator.convert import depot
from tests.generator.products.packages import imported

_STARTED = """
import sys
from tencentkit._cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*sorted(sys.modules), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project of a product with two API versions."""
    folder = tmp_path_factory.mktemp("depot")
    newer = depot.api()
    newer["metadata"]["apiVersion"] = "2021-01-01"
    newer["actions"]["Call"] = {**newer["actions"]["Import"], "input": "CallRequest", "output": "CallResponse"}
    empty = {"document": "", "members": [], "type": "object"}
    newer["objects"] |= {"CallRequest": empty, "CallResponse": {**empty, "members": [depot.REQUEST_ID]}}
    depot.written(folder / "depot" / "v20200101")
    depot.written(folder / "depot" / "v20210101", api_json=newer)
    options = ["--definitions", str(folder / "depot"), "--output", str(folder / "project")]
    assert generate(["product", "depot", "2020-01-01", "2021-01-01", *options]) == 0
    return folder / "project"


@pytest.fixture
def product(project: Path) -> Iterator[None]:
    """Make the product importable."""
    commands.cache_clear()
    with imported(project, "depot"):
        yield
    commands.cache_clear()


def wheel(folder: Path, name: str, module: str) -> None:
    """Write the metadata of an installed wheel."""
    info = folder / f"tencentkit_{name}-1.2.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: tencentkit-{name}\nVersion: 1.2\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[tencentkit.products]\n{name} = {module}\n", encoding="utf-8")


@pytest.mark.usefixtures("product")
@pytest.mark.parametrize("name", ["depot", "depot.v2020_01_01", "depot.v2021_01_01"])
def test_each_version_is_called(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The default version and the named one reach the service with their own version."""
    fake = FakeProduct(name)
    with serve(fake) as server:
        assert main([name, "describe-crates", "--limit", "1", "--output", "json", "--base-url", server.url]) == 0
    assert "Crates" in json.loads(capsys.readouterr().out)
    assert fake.version == ("2021-01-01" if "2021" in name else "2020-01-01")
    assert [call.action for call in fake.calls] == ["DescribeCrates"]


@pytest.mark.usefixtures("product")
def test_action_named_like_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    """The action Call is `call-action`, a Python keyword has no underscore, and `call` stays the generic command."""
    assert {"call-action", "import"} <= commands("depot.v2021_01_01").keys()
    fake = FakeProduct("depot.v2021_01_01")
    with serve(fake) as server:
        for words in (["call-action"], ["call", "Call"]):
            assert main(["depot.v2021_01_01", *words, "--output", "jsonl", "--base-url", server.url]) == 0
    assert [call.action for call in fake.calls] == ["Call", "Call"]
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_nested_items_of_a_page() -> None:
    """The items of one page are found inside an object, and a missing object has none."""
    command = commands("scf")["list-async-events"]
    paging = command.action.paging
    assert paging is not None
    nested = command._replace(action=command.action._replace(paging=paging._replace(items="result.event_list")))
    field = items_field(command)
    assert field is not None
    assert items_of(nested, field, SimpleNamespace(result=SimpleNamespace(event_list=[1]))) == [1]
    assert items_of(nested, field, SimpleNamespace(result=None)) is None


@pytest.mark.usefixtures("product")
def test_unknown_version_lists_versions(capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the versions of the product."""
    with pytest.raises(SystemExit, match="2"):
        main(["depot.v1999_01_01", "describe-crates"])
    assert "installed: v2020_01_01, v2021_01_01" in capsys.readouterr().err


def test_entry_point_elsewhere(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A product whose module has another name is a command, too."""
    wheel(tmp_path, "warehouse", "tencentkit.scf")
    monkeypatch.syspath_prepend(str(tmp_path))
    commands.cache_clear()
    assert "list-functions" in commands("warehouse")
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    assert "actions of warehouse (tencentkit-warehouse 1.2)" in " ".join(capsys.readouterr().out.split())
    assert run("list-functions").code == 0


def test_broken_product_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It names the wheel; the completion of the other products is printed."""
    (tmp_path / "rubble.py").write_text("raise RuntimeError('contract 9')\n", encoding="utf-8")
    wheel(tmp_path, "rubble", "rubble")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert main(["rubble", "describe-crates"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "rubble of tencentkit-rubble 1.2 cannot be imported: contract 9" in error
    pytest.importorskip("shtab")
    assert main(["completion", "bash"]) == 0
    printed = capsys.readouterr()
    assert "list_functions" in printed.out or "list-functions" in printed.out
    assert "warning: no completion: rubble" in printed.err


@pytest.mark.parametrize("words", [("scf", "list-functions", "--help"), ("--help",)], ids=["named", "list"])
def test_many_products_add_no_import(words: tuple[str, ...], tmp_path: Path) -> None:
    """A command imports the same modules with and without a hundred other wheels; one that names its product reads no metadata."""
    for number in range(100):
        wheel(tmp_path, f"p{number}", f"p{number}")
        (tmp_path / f"p{number}.py").touch()

    def modules(*paths: str) -> set[str]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*paths, *sys.path])}
        done = subprocess.run([sys.executable, "-c", _STARTED, *words], env=environment, capture_output=True, text=True, check=True)
        assert ("p99" in done.stdout) == (bool(paths) and words == ("--help",))
        return set(done.stderr.split())

    alone, crowded = modules(), modules(str(tmp_path))
    assert {name for name in crowded - alone if not name.startswith("email.")} == set()  # --help reads the versions of the wheels
    assert ("importlib.metadata" in alone) == (words == ("--help",))
    assert ("tencentkit_api.scf" in alone) == (words != ("--help",))
