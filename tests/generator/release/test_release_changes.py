from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.release.changes import changes_since_release
from generator.release.record import write_record
from generator.release.tree import Tree

ROOT = Path(__file__).parents[3]
SPEC = Path("spec/scf/2018-04-16/openapi.json")
FILES = (
    "overlays/tencentkit/__init__.py",
    "overlays/tencentkit/_pipeline/steps.py",
    "overlays/tencentkit/_version.py",
    "overlays/tencentkit/clock.py",
    "overlays/tencentkit/errors.py",
    "generated/tencentkit_api/__init__.py",
    "generated/tencentkit_api/action.py",
    "tests/callers/test_service.py",
)
WARNING = "\N{WARNING SIGN}\N{VARIATION SELECTOR-16}"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree released as 0.1.0, with two actions and a few modules to save time."""
    tree = tmp_path_factory.mktemp("released")
    for name in FILES:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tree / name)
    (tree / SPEC).parent.mkdir(parents=True)
    document = json.loads((ROOT / SPEC).read_bytes())
    document["paths"] = {path: document["paths"][path] for path in ("/GetAsyncEventStatus", "/ListAsyncEvents")}
    (tree / SPEC).write_text(json.dumps(document), encoding="utf-8")
    Tree(tree).raise_version("0.1.0")
    (tree / "wheel").write_bytes(b"as published")
    write_record(tree, [tree / "wheel"])
    return tree


@pytest.fixture
def tree(released: Path, tmp_path: Path) -> Path:
    """A copy of the released tree for modification."""
    return Path(shutil.copytree(released, tmp_path / "tree"))


def edit(tree: Path, **facts: object) -> None:
    """Change facts of ListAsyncEvents' Limit."""
    document = json.loads((tree / SPEC).read_bytes())
    limit = document["components"]["schemas"]["ListAsyncEventsRequest"]["properties"]["Limit"]
    limit |= facts
    (tree / SPEC).write_text(json.dumps(document), encoding="utf-8")


def changes(tree: Path, *options: str) -> int:
    """Run the command."""
    return main(["changes", "--root", str(tree), *options])


def fragments(tree: Path) -> dict[str, str]:
    """Return the files in changelog.d/."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((tree / "changelog.d").glob("*"))}


def test_nothing_changed(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Right after a release there are no changes, and the version is sufficient."""
    assert changes(tree) == changes(tree, "--check") == 0
    assert fragments(tree) == {}
    assert Tree(tree).version == "0.1.0"
    assert capsys.readouterr().out.startswith("since 0.1.0: none; required: 0.1.0 or higher")


def test_nothing_released_yet(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before the first release every version is sufficient, and there are no fragments."""
    shutil.rmtree(tree / "released")
    assert changes(tree) == changes(tree, "--check") == 0
    assert "0.1.0 is the first" in capsys.readouterr().out


def test_breaking_change(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A breaking change gives a fragment with wire name, Python name and reason, and raises the version."""
    edit(tree, maximum=50)
    assert changes(tree, "--check") == 1
    assert "version 0.1.0 is too low for the changes since 0.1.0 (breaking); required: 0.2.0 or higher" in capsys.readouterr().out
    assert changes(tree) == changes(tree, "--check") == 0
    assert Tree(tree).version == "0.2.0"
    line = (
        f"- {WARNING} `ListAsyncEventsRequest.Limit` (`list_async_events(limit=…)`): maximum lowered: `100` → `50`. "
        "In the request: The service rejects values that were valid."
    )
    assert fragments(tree) == {"+machine.scf-2018-04-16.breaking.md": f"scf 2018-04-16, as the service documents it:\n\n{line}\n"}
    Tree(tree).raise_version("0.1.9")
    assert changes(tree, "--check", "--json") == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["next"] == "0.2.0"


def test_parameter_withdrawn_by_page(released: Path, tmp_path: Path) -> None:
    """A parameter that its page drops is a breaking change, even if the definitions keep it in the spec."""
    tree = Path(shutil.copytree(released, tmp_path / "tree"))
    facts = ROOT / SPEC.with_name("transcribed.json")
    for folder in (tree, tree / "released"):
        shutil.copyfile(facts, folder / SPEC.with_name(facts.name))
    assert changes(tree, "--check") == 0
    document = json.loads(facts.read_bytes())
    del document["components"]["schemas"]["ListAsyncEventsRequest"]["properties"]["InvokeType"]
    (tree / SPEC.with_name(facts.name)).write_text(json.dumps(document), encoding="utf-8")
    assert changes(tree) == 0
    assert Tree(tree).version == "0.2.0"
    [text] = fragments(tree).values()
    assert "`ListAsyncEventsRequest.InvokeType` (`list_async_events(invoke_type=…)`): property withdrawn by the pages" in text


def test_record_keeps_the_facts(released: Path, tmp_path: Path) -> None:
    """The record keeps the source facts beside the spec."""
    tree = Path(shutil.copytree(released, tmp_path / "tree"))
    for name in ("transcribed.json", "converted.json"):
        (tree / SPEC.with_name(name)).write_text("{}", encoding="utf-8")
    write_record(tree, [tree / "wheel"])
    kept = {path.name for path in (tree / "released" / SPEC).parent.iterdir()}
    assert kept == {"openapi.json", "transcribed.json", "converted.json"}


def test_changes_accumulate_since_release(tree: Path) -> None:
    """Changes count since the last release, not the last run. A reverted change leaves no fragment, but the version stays."""
    edit(tree, maximum=50)
    changes(tree)
    edit(tree, maximum=50, description="Another description.")
    changes(tree)
    assert [*fragments(tree)] == ["+machine.scf-2018-04-16.breaking.md", "+machine.scf-2018-04-16.internal.md"]
    shutil.copyfile(tree / "released" / SPEC, tree / SPEC)
    (tree / "changelog.d/+by-hand.fixed.md").write_text("By hand.\n", encoding="utf-8")
    changes(tree)
    assert [*fragments(tree)] == ["+by-hand.fixed.md"]
    assert Tree(tree).version == "0.2.0"


def test_outdated_fragments(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` rejects outdated fragments; no fragments are valid, as towncrier deletes them."""
    edit(tree, maximum=50)
    changes(tree)
    [fragment] = (tree / "changelog.d").glob("+machine*")
    fragment.write_text("Nothing to see.\n", encoding="utf-8")
    assert changes(tree, "--check") == 1
    assert "do not match the changes" in capsys.readouterr().out
    fragment.unlink()
    assert changes(tree, "--check") == 0


@pytest.mark.parametrize(
    ("old", "new", "version", "kind"),
    [
        ("def drive(", "def drive2(", "0.1.1", None),  # no public name changes, but a file does
        ("class ApiError(TencentkitError):", "class ApiError(Exception):", "0.2.0", "breaking"),
        ('__all__ = ["Clock", "SystemClock"]', '__all__ = ["Clock", "SystemClock", "clock"]\nclock = None', "0.1.1", "added"),
    ],
)
def test_hand_written_code(old: str, new: str, version: str, kind: str | None, tree: Path) -> None:
    """Changes of hand-written names count like those of the spec; other file changes require a patch version."""
    path = next(path for path in (tree / "overlays/tencentkit").rglob("*.py") if old in path.read_text(encoding="utf-8"))
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert changes(tree) == 0
    assert Tree(tree).version == version
    assert [*fragments(tree)] == ([] if kind is None else [f"+machine.python.{kind}.md"])


def test_record_contents(released: Path) -> None:
    """The record contains the version, the digests of published files, the specs and the callers."""
    row = json.loads((released / "released/release.json").read_bytes())
    assert row["version"] == "0.1.0"
    assert row["files"] == {"wheel": hashlib.sha256(b"as published").hexdigest()}
    assert (released / "released" / SPEC).read_bytes() == (released / SPEC).read_bytes()
    assert (released / "released/callers/tests/callers/test_service.py").is_file()
    assert changes_since_release(released) is not None


def test_invalid_record(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An invalid record gives exit code 3, and does not count as a missing release."""
    (tree / "released/release.json").write_text("{}", encoding="utf-8")
    assert changes(tree) == 3
    assert "is not a valid release record" in capsys.readouterr().err
