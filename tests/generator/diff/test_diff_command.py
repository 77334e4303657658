from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.diff.rules import Impact
from generator.diff.version import is_sufficient, next_version, step
from tests.generator.diff.specimens import Edit, action, edited, prop, retyped, specimen

ROOT = Path(__file__).parents[3]
LOWER = prop("ListThingsRequest.Limit", {"maximum": 50})
CODES = [
    ([], 0, "none"),
    ([action("GetThing", {"summary": "New words."})], 1, "internal"),
    ([retyped("Thing.New", {"type": "string"})], 1, "additive"),
    ([LOWER], 2, "breaking"),
]


def written(folder: Path, name: str, *edits: Edit) -> str:
    """Write the edited specimen to a file."""
    path = folder / name
    path.write_text(json.dumps(edited(*edits)), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
@pytest.mark.parametrize(("edits", "code", "word"), CODES, ids=[word for _, _, word in CODES])
def test_exit_codes(edits: list[Edit], code: int, word: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is 0 for no change, 1 without breaking changes, 2 with one, in every format."""
    old, new = written(tmp_path, "old.json"), written(tmp_path, "new.json", *edits)
    assert main(["diff", old, new, "--format", form]) == code
    printed = capsys.readouterr()
    assert not printed.err
    if form == "json":
        report = json.loads(printed.out)
        assert (report["class"], report["exit_code"]) == (word, code)


def test_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The text contains location, old and new value, class and reason."""
    old, new = written(tmp_path, "old.json"), written(tmp_path, "new.json", LOWER, action("GetThing", {"summary": "New words."}))
    main(["diff", old, new, "--current", "0.1.3"])
    assert capsys.readouterr().out == (
        f"zoo 2020-01-01 ({old}) -> zoo 2020-01-01 ({new})\n"
        "1 breaking, 1 internal: the next version after 0.1.3 is 0.2.0.\n"
        "\n"
        "breaking\n"
        "  ListThingsRequest.Limit: maximum lowered: 100 -> 50\n"
        "      In the request: The service rejects values that were valid.\n"
        "\n"
        "internal\n"
        "  GetThing: summary added: New words.\n"
        "      Only documentation changes.\n"
    )


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_sources_are_one_line(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The new digest of a file with all actions is one line, not one an action."""
    names = [path.removeprefix("/") for path in specimen()["paths"]]
    digests = [[{"kind": "definitions", "title": title, "sha256": digit * 64} for title in ("a", "b", "c")] for digit in "01"]
    old, new = (written(tmp_path, f"{d[0]['sha256'][0]}.json", *(action(name, {"x-tc-source": d}) for name in names)) for d in digests)
    main(["diff", old, new, "--format", form])
    printed = capsys.readouterr().out
    assert printed.count("source of a fact") == 1
    assert f"source: {3 * len(names)} changes; --format json lists them" in printed
    main(["diff", old, new, "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)["changes"]) == 3 * len(names)


def test_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The Markdown has field names as code, and a warning sign only on breaking changes."""
    words = prop("Filter.Key", {"description": "With a `tick` and\na line."})
    old, new = written(tmp_path, "old.json"), written(tmp_path, "new.json", LOWER, words)
    main(["diff", old, new, "--format", "markdown"])
    assert capsys.readouterr().out == (
        "1 breaking, 1 internal: a minor release below 1.0, a major release from 1.0 on.\n"
        "\n"
        "### Breaking\n"
        "\n"
        "- \N{WARNING SIGN}\N{VARIATION SELECTOR-16} `ListThingsRequest.Limit`: maximum lowered: `100` → `50`. "
        "In the request: The service rejects values that were valid.\n"
        "\n"
        "### Internal\n"
        "\n"
        '- `Filter.Key`: description: `Words.` → ``"With a `tick` and\\na line."``. Only documentation changes.\n'
    )


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON has the documented keys, and the values of the documents."""
    old, new = written(tmp_path, "old.json"), written(tmp_path, "new.json", LOWER)
    main(["diff", old, new, "--format", "json"])
    assert json.loads(capsys.readouterr().out) == {
        "format": 1,
        "old": f"zoo 2020-01-01 ({old})",
        "new": f"zoo 2020-01-01 ({new})",
        "class": "breaking",
        "exit_code": 2,
        "step": {"below_1_0": "minor", "from_1_0": "major"},
        "current": None,
        "next": None,
        "notes": [],
        "counts": {"breaking": 1, "additive": 0, "internal": 0},
        "changes": [
            {
                "class": "breaking",
                "where": "ListThingsRequest.Limit",
                "fact": "maximum",
                "item": "",
                "change": "lowered",
                "old": 100,
                "new": 50,
                "pointer": "#/components/schemas/ListThingsRequest/properties/Limit",
                "judged": [{"direction": "request", "class": "breaking", "reason": "The service rejects values that were valid."}],
            }
        ],
    }


BAD = {
    "not there": (None, "cannot be read: No such file or directory"),
    "no JSON": (b"{", "is not valid JSON"),
    "no object": (b"[]", "is not a JSON object"),
    "no document": (b"{}", "is not an OpenAPI 3.1 document with paths"),
    "another OpenAPI": (b'{"openapi": "3.0.0", "paths": {}}', "is not an OpenAPI 3.1 document with paths"),
    "a key twice": (b'{"openapi": "3.1.0", "openapi": "3.1.0"}', "duplicate key"),
    "not UTF-8": (b'{"openapi": "\xff"}', "is not valid JSON"),
    "a list for an action": (b'{"openapi": "3.1.0", "paths": {"/A": []}}', "#/paths/~1A: must be an object"),
    "a rate of words": (
        b'{"openapi": "3.1.0", "paths": {"/A": {"post": {"x-tc-rate-limit": "many"}}}}',
        "x-tc-rate-limit: must be a number",
    ),
    "a rate of true": (b'{"openapi": "3.1.0", "paths": {"/A": {"post": {"x-tc-rate-limit": true}}}}', "x-tc-rate-limit: must be a number"),
    "a null": (b'{"openapi": "3.1.0", "paths": {"/A": {"post": {"x-tc-rate-limit": null}}}}', "x-tc-rate-limit: must not be null"),
    "a code twice": (
        b'{"openapi": "3.1.0", "paths": {"/A": {"post": {"x-tc-errors": [{"code": "A"}, {"code": "A"}]}}}}',
        "must contain each code once",
    ),
    "too deep": (b'{"openapi": "3.1.0", "paths": {}, "x": ' + b'{"x":' * 50_000 + b"1" + b"}" * 50_000 + b"}", "is not valid JSON"),
    "rather deep": (b'{"openapi": "3.1.0", "paths": {}, "x": ' + b'{"x":' * 700 + b"1" + b"}" * 700 + b"}", "deep"),
}


@pytest.mark.parametrize("side", ["old", "new"])
@pytest.mark.parametrize("name", BAD)
def test_bad_files(name: str, side: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unreadable file gives exit code 3, with its name and the reason on standard error only."""
    content, reason = BAD[name]
    good, bad = written(tmp_path, "good.json"), tmp_path / "bad.json"
    if content is not None:
        bad.write_bytes(content)
    code = main(["diff", *((str(bad), good) if side == "old" else (good, str(bad)))])
    printed = capsys.readouterr()
    if name == "rather deep" and code == 2:
        return  # readable with a deeper interpreter stack
    assert (code, printed.out) == (3, "")
    assert printed.err.startswith(f"{bad}: ")
    assert reason in printed.err


@pytest.mark.parametrize("arguments", [[], ["old.json"], ["old.json", "new.json", "--format", "xml"], ["a", "b", "--current", "1.0"]])
def test_wrong_arguments(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong arguments give exit code 2 and a usage line on standard error only."""
    with pytest.raises(SystemExit) as caught:
        main(["diff", *arguments])
    printed = capsys.readouterr()
    assert (caught.value.code, printed.out) == (2, "")
    assert printed.err.startswith("usage: python -m generator diff")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_any_terminal(form: str, encoding: str, tmp_path: Path) -> None:
    """Unprintable characters are escaped; output and exit code do not depend on the hash seed."""
    document = specimen()
    document["x-\ud800-广州"] = "\x1b[31m"
    new = tmp_path / "new.json"
    new.write_text(json.dumps(document), encoding="utf-8")
    command = [sys.executable, "-m", "generator", "diff", written(tmp_path, "old.json"), str(new), "--format", form]
    outputs = []
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (2, b"")
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    assert b"\x1b" not in outputs[0]


STEPS = [
    ("0.1.3", Impact.BREAKING, "0.2.0"),
    ("0.1.3", Impact.ADDITIVE, "0.1.4"),
    ("0.1.3", Impact.INTERNAL, "0.1.4"),
    ("0.1.3", None, "0.1.3"),
    ("1.4.2", Impact.BREAKING, "2.0.0"),
    ("1.4.2", Impact.ADDITIVE, "1.5.0"),
    ("1.4.2", Impact.INTERNAL, "1.4.3"),
    ("1.4.2", None, "1.4.2"),
]


@pytest.mark.parametrize(("current", "impact", "following"), STEPS)
def test_steps(current: str, impact: Impact | None, following: str) -> None:
    """Each class requires its version step, below 1.0 and from 1.0 on."""
    assert next_version(current, impact) == following
    assert is_sufficient(current, following, impact)
    assert step(None, stable=True) == "none"


@pytest.mark.parametrize(
    ("proposed", "sufficient"), [("0.1.4", False), ("0.2.0", True), ("0.3.0", True), ("1.0.0", True), ("0.1.99", False)]
)
def test_sufficient_versions(proposed: str, *, sufficient: bool) -> None:
    """A version is sufficient if it is at least the required one."""
    assert is_sufficient("0.1.3", proposed, Impact.BREAKING) is sufficient
