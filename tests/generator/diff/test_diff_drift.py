from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main

SPEC = Path(__file__).parents[3] / "spec/scf/2018-04-16"
PAGES = sorted(str(page) for page in (SPEC / "pages").glob("*.txt"))
LIST = (SPEC / "pages/ListAsyncEvents.txt").read_text(encoding="utf-8")


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Any:
    """Function that runs a command and returns its exit code and (class, where, fact, change) rows."""

    def run(*arguments: str) -> tuple[int, list[tuple[str, ...]]]:
        code = main([*arguments, "--format", "json"])
        found = json.loads(capsys.readouterr().out)["changes"]
        return code, [(row["class"], row["where"], row["fact"], row["change"]) for row in found]

    return run


def page(folder: Path, old: str, new: str) -> str:
    """Write the page of ListAsyncEvents with one edit."""
    assert old in LIST
    path = folder / "ListAsyncEvents.txt"
    path.write_text(LIST.replace(old, new), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("spec", [SPEC, SPEC / "openapi.json", SPEC / "transcribed.json"], ids=["folder", "openapi", "transcribed"])
@pytest.mark.parametrize("prose", ["keep", "drop"])
def test_committed_pages(spec: Path, prose: str, report: Any) -> None:
    """The committed pages change nothing in the committed spec, whatever SPEC is, with and without prose."""
    assert report("transcribe", *PAGES, "--prose", prose, "--against", str(spec)) == (0, [])
    assert report("transcribe", PAGES[0], "--prose", prose, "--against", str(spec)) == (0, [])
    assert report("watch", str(spec), str(SPEC / "pages"), "--prose", prose) == (0, [])


def test_changed_fact_of_page(tmp_path: Path, report: Any) -> None:
    """A lower rate limit is reported with the page's new digest; overlay facts do not count as removed."""
    code, found = report("transcribe", page(tmp_path, "20 requests", "10 requests"), "--against", str(SPEC))
    assert code == 2
    assert found == [
        ("breaking", "ListAsyncEvents", "rate limit", "lowered"),
        ("internal", "ListAsyncEvents", "source", "changed"),
    ]


@pytest.mark.parametrize(
    ("row", "place"), [("InvokeType.N", "Request.InvokeType"), ("Orderby", "Request.Orderby"), ("TotalCount", "Response.TotalCount")]
)
@pytest.mark.parametrize("command", ["transcribe", "watch"])
def test_withdrawn_by_pages(row: str, place: str, command: str, tmp_path: Path, report: Any) -> None:
    """A property that the page drops is a breaking statement, even if the definitions keep it."""
    (tmp_path / "ListAsyncEvents.txt").write_text(re.sub(rf"(?m)^{row}.*\n", "", LIST), encoding="utf-8")
    arguments = ["transcribe", str(tmp_path), "--against", str(SPEC)] if command == "transcribe" else ["watch", str(SPEC), str(tmp_path)]
    code, found = report(*arguments)
    assert code == 2
    assert ("breaking", f"ListAsyncEvents{place}", "statement", "withdrawn by the pages") in found
    assert not [fact for _, _, fact, _ in found if fact == "other"]
    assert (row == "TotalCount") == (("internal", "ListAsyncEvents", "unknown", "added") in found)


def test_withdrawn_by_definitions(tmp_path: Path, report: Any) -> None:
    """A property that the definitions drop is a breaking statement; missing actions are not reported."""
    definitions = json.loads((SPEC / "converted.json").read_bytes())
    del definitions["paths"]["/GetAsyncEventStatus"]
    definitions["components"]["schemas"]["ListAsyncEventsRequest"]["properties"].pop("Limit")
    part = tmp_path / "part.json"
    part.write_text(json.dumps(definitions), encoding="utf-8")
    code, found = report("watch", str(SPEC), str(part))
    assert code == 2
    assert ("breaking", "ListAsyncEventsRequest.Limit", "statement", "withdrawn by the definitions") in found
    assert not [where for _, where, fact, _ in found if fact == "statement" and where.startswith("GetAsyncEventStatus")]


def test_overridden_by_overlay(tmp_path: Path, report: Any) -> None:
    """A source change that the overlay overrides is reported, unless the source now equals the overlay."""
    spec = Path(shutil.copytree(SPEC, tmp_path / "scf/2018-04-16"))
    with (spec / "overlay.yaml").open("a", encoding="utf-8") as overlay:
        overlay.write('  - target: $.paths["/ListAsyncEvents"].post\n    description: Measured.\n    update: {x-tc-rate-limit: 15}\n')
        overlay.write("  - target: $.components.schemas.ImageConfig.properties.ImagePort\n    description: Measured.\n")
        overlay.write("    update: {x-tc-default: 7000}\n")
    shipped = json.loads((spec / "openapi.json").read_bytes())
    shipped["paths"]["/ListAsyncEvents"]["post"]["x-tc-rate-limit"] = 15
    shipped["components"]["schemas"]["ImageConfig"]["properties"]["ImagePort"]["x-tc-default"] = 7000
    (spec / "openapi.json").write_text(json.dumps(shipped), encoding="utf-8")

    code, found = report("transcribe", page(tmp_path, "20 requests", "10 requests"), "--against", str(spec))
    assert (code, found[0]) == (2, ("breaking", "ListAsyncEvents", "statement", "changed by the pages"))
    _, found = report("transcribe", page(tmp_path, "20 requests", "15 requests"), "--against", str(spec))
    assert {fact for _, _, fact, _ in found} == {"correction", "source"}  # the overlay has no effect any more

    definitions = json.loads((SPEC / "converted.json").read_bytes())
    definitions["components"]["schemas"]["ImageConfig"]["properties"]["ImagePort"]["x-tc-default"] = 8000
    newer = tmp_path / "newer.json"
    newer.write_text(json.dumps(definitions), encoding="utf-8")
    assert report("watch", str(spec), str(newer)) == (2, [("breaking", "ImageConfig.ImagePort", "statement", "changed by the definitions")])


def test_page_without_required_column(tmp_path: Path, report: Any) -> None:
    """A page without the column Required withdraws nothing: the definitions state the fact."""
    facts = json.loads((SPEC / "transcribed.json").read_bytes())
    facts["paths"]["/ListAsyncEvents"]["post"]["x-tc-unknown"] = [{"fact": "required", "line": 1, "reason": "The column is lost."}]
    del facts["components"]["schemas"]["ListAsyncEventsRequest"]["required"]
    newer = tmp_path / "newer.json"
    newer.write_text(json.dumps(facts), encoding="utf-8")
    assert report("watch", str(SPEC), str(newer)) == (1, [("internal", "ListAsyncEvents", "unknown", "added")])


def test_overlay_no_longer_applies(tmp_path: Path, report: Any) -> None:
    """A page that would make `build` fail gives a correction."""
    code, found = report("transcribe", page(tmp_path, "Maximum value: 100", "Maximum value: 50"), "--against", str(SPEC))
    assert code == 2
    where = "#/paths/~1ListAsyncEvents/post/x-tc-pagination/maximum"
    assert ("breaking", where, "correction", "no longer applies") in found
    assert ("breaking", "ListAsyncEventsRequest.Limit", "maximum", "lowered") in found


def test_overlay_action_without_a_target(tmp_path: Path, report: Any) -> None:
    """An overlay action without a target is reported with its number."""
    spec = tmp_path / "scf/2018-04-16"
    shutil.copytree(SPEC, spec)
    overlay = spec / "overlay.yaml"
    overlay.write_text(overlay.read_text(encoding="utf-8").replace("properties.Status.items", "properties.State.items"), encoding="utf-8")
    code, found = report("watch", str(spec), str(SPEC / "pages"))
    assert code == 2
    assert any(where.startswith("overlay.yaml actions[") and fact == "correction" for _, where, fact, _ in found)


def test_output_beside_the_report(tmp_path: Path, report: Any) -> None:
    """`--output` also writes the facts."""
    output = tmp_path / "facts.json"
    code, _ = report("transcribe", *PAGES, "--prose", "keep", "--against", str(SPEC), "--output", str(output))
    assert (code, output.read_bytes()) == (0, (SPEC / "transcribed.json").read_bytes())


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["transcribe", "no such page", "--against", str(SPEC)], "no such page:1:"),
        (["transcribe", "-", "-", "--against", str(SPEC)], "standard input again"),
        (["transcribe", PAGES[0], "--against", "no/such/spec"], "no/such/spec: cannot be read"),
        (["watch", str(SPEC), "no/such/pages"], "no/such/pages: cannot be read"),
        (["watch", str(SPEC), str(SPEC.parent)], "contains no pages"),
        (["watch", "no/such/spec", str(SPEC / "pages")], "no/such/spec: cannot be read"),
    ],
)
def test_unreadable_sources(arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An unreadable page or spec gives exit code 3 and no report."""
    assert main(arguments) == 3
    printed = capsys.readouterr()
    assert not printed.out
    assert reason in printed.err


def test_built_document_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An openapi.json without facts and overlay beside it is rejected, as overlay facts would seem removed."""
    alone = shutil.copy(SPEC / "openapi.json", tmp_path)
    assert main(["transcribe", *PAGES, "--against", str(alone)]) == 3
    assert "which no page states" in capsys.readouterr().err


def test_another_product(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sources of another product are rejected."""
    document = json.loads((SPEC / "transcribed.json").read_bytes())
    document["info"]["title"] = "cvm"
    other = tmp_path / "other.json"
    other.write_text(json.dumps(document), encoding="utf-8")
    assert main(["watch", str(SPEC), str(other)]) == 3
    assert "describes cvm 2018-04-16" in capsys.readouterr().err


def test_neither_output_nor_spec(capsys: pytest.CaptureFixture[str]) -> None:
    """`--output` is required without `--against`."""
    with pytest.raises(SystemExit) as caught:
        main(["transcribe", *PAGES])
    assert caught.value.code == 2
    assert "--output" in capsys.readouterr().err
