from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.release.record import write_record
from generator.release.since import since_release
from generator.release.tree import Tree

ROOT = Path(__file__).parents[3]
SPEC = Path("spec/scf/2018-04-16/openapi.json")
FILES = (
    "overlays/tencentkit/__init__.py",
    "overlays/tencentkit/_pipeline/drivers.py",
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
    """A tree of which 0.1.0 was released, with two actions and a few modules only: the rest would only take time."""
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
    """A copy of it to change."""
    return Path(shutil.copytree(released, tmp_path / "tree"))


def edit(tree: Path, **facts: object) -> None:
    """Change facts of ListAsyncEvents' Limit; None takes one away."""
    document = json.loads((tree / SPEC).read_bytes())
    limit = document["components"]["schemas"]["ListAsyncEventsRequest"]["properties"]["Limit"]
    limit |= facts
    (tree / SPEC).write_text(json.dumps(document), encoding="utf-8")


def changes(tree: Path, *options: str) -> int:
    """Run the command."""
    return main(["changes", "--root", str(tree), *options])


def fragments(tree: Path) -> dict[str, str]:
    """What stands in changelog.d/."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((tree / "changelog.d").glob("*"))}


def test_nothing_changed(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Right after a release there is nothing to say, and its version fits."""
    assert changes(tree) == changes(tree, "--check") == 0
    assert fragments(tree) == {}
    assert Tree(tree).version == "0.1.0"
    assert capsys.readouterr().out.startswith("since 0.1.0: none; at least 0.1.0")


def test_nothing_released_yet(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before the first release every version fits, and there are no words of changes."""
    shutil.rmtree(tree / "released")
    assert changes(tree) == changes(tree, "--check") == 0
    assert "0.1.0 is the first" in capsys.readouterr().out


def test_a_break(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A break is told with its fields as they are on the wire and in programs, a warning sign and its reason, and raises the version."""
    edit(tree, maximum=50)
    assert changes(tree, "--check") == 1
    assert "0.1.0 understates what changed since 0.1.0 (breaking): at least 0.2.0" in capsys.readouterr().out
    assert changes(tree) == changes(tree, "--check") == 0
    assert Tree(tree).version == "0.2.0"
    line = (
        f"- {WARNING} `ListAsyncEventsRequest.Limit` (`list_async_events(limit=…)`): maximum lowered: `100` → `50`. "
        "In the request: The service refuses values that were right."
    )
    assert fragments(tree) == {"+machine.scf-2018-04-16.breaking.md": f"scf 2018-04-16, as the service documents it:\n\n{line}\n"}
    Tree(tree).raise_version("0.1.9")
    assert changes(tree, "--check", "--json") == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["next"] == "0.2.0"


def test_what_a_page_drops(released: Path, tmp_path: Path) -> None:
    """A parameter that its page states no longer breaks, though the spec that is shipped has it still from the definitions."""
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
    """What the sources of a release stated is kept beside its spec."""
    tree = Path(shutil.copytree(released, tmp_path / "tree"))
    for name in ("transcribed.json", "converted.json"):
        (tree / SPEC.with_name(name)).write_text("{}", encoding="utf-8")
    write_record(tree, [tree / "wheel"])
    kept = {path.name for path in (tree / "released" / SPEC).parent.iterdir()}
    assert kept == {"openapi.json", "transcribed.json", "converted.json"}


def test_all_since_the_release_counts(tree: Path) -> None:
    """Changes add up since the last release, not since the last run; one that is taken back leaves no words, and no lower version."""
    edit(tree, maximum=50)
    changes(tree)
    edit(tree, maximum=50, description="Other words.")
    changes(tree)
    assert [*fragments(tree)] == ["+machine.scf-2018-04-16.breaking.md", "+machine.scf-2018-04-16.internal.md"]
    shutil.copyfile(tree / "released" / SPEC, tree / SPEC)
    (tree / "changelog.d/+by-hand.fixed.md").write_text("By hand.\n", encoding="utf-8")
    changes(tree)
    assert [*fragments(tree)] == ["+by-hand.fixed.md"]
    assert Tree(tree).version == "0.2.0"


def test_old_fragments_are_found(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` refuses fragments that are not those of what changed; none at all are right once they stand in the changelog."""
    edit(tree, maximum=50)
    changes(tree)
    [fragment] = (tree / "changelog.d").glob("+machine*")
    fragment.write_text("Nothing to see.\n", encoding="utf-8")
    assert changes(tree, "--check") == 1
    assert "are not those of what changed" in capsys.readouterr().out
    fragment.unlink()
    assert changes(tree, "--check") == 0


@pytest.mark.parametrize(
    ("old", "new", "version", "kind"),
    [
        ("def drive(", "def drive2(", "0.1.1", None),  # nothing that a name shows, but other bytes
        ("class ApiError(TencentkitError):", "class ApiError(Exception):", "0.2.0", "breaking"),
        ("class SystemClock", "class OtherClock:\n    pass\n\n\nclass SystemClock", "0.1.1", "added"),
    ],
)
def test_hand_written_code(old: str, new: str, version: str, kind: str | None, tree: Path) -> None:
    """A change of hand-written names counts like one of the spec; one that no name shows asks for a patch: a version never changes."""
    path = next(path for path in (tree / "overlays/tencentkit").rglob("*.py") if old in path.read_text(encoding="utf-8"))
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert changes(tree) == 0
    assert Tree(tree).version == version
    assert [*fragments(tree)] == ([] if kind is None else [f"+machine.python.{kind}.md"])


def test_the_record(released: Path) -> None:
    """The record holds the version, the digests of what was published, the specs, and the callers."""
    row = json.loads((released / "released/release.json").read_bytes())
    assert row["version"] == "0.1.0"
    assert row["files"] == {"wheel": hashlib.sha256(b"as published").hexdigest()}
    assert (released / "released" / SPEC).read_bytes() == (released / SPEC).read_bytes()
    assert (released / "released/callers/tests/callers/test_service.py").is_file()
    assert since_release(released) is not None


def test_a_spoilt_record(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record that cannot be read is exit code 3: nobody may take it for "nothing was released"."""
    (tree / "released/release.json").write_text("{}", encoding="utf-8")
    assert changes(tree) == 3
    assert "is no record of a release" in capsys.readouterr().err
