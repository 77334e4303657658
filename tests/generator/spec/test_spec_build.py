from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.spec.build import build
from generator.spec.derived import add_summaries
from generator.spec.document import arranged, dumps, read_document
from generator.spec.files import write_whole
from generator.spec.problems import SpecRefused

SPEC = Path(__file__).parents[3] / "spec/scf/2018-04-16"
STATES = ["RUNNING", "FINISHED", "ABORTED", "FAILED"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the spec for modification."""
    copy = tmp_path / "scf" / "2018-04-16"
    shutil.copytree(SPEC, copy)
    return copy


@pytest.fixture(scope="module")
def openapi() -> Any:
    return build(SPEC)


def test_committed_document(folder: Path) -> None:
    """`build` reproduces the committed openapi.json byte for byte."""
    committed = (SPEC / "openapi.json").read_bytes()
    (folder / "openapi.json").unlink()
    for _ in range(2):
        assert main(["build", str(folder)]) == 0
        assert (folder / "openapi.json").read_bytes() == committed


def test_output(folder: Path, tmp_path: Path) -> None:
    """`--output` sets the output file."""
    (folder / "openapi.json").unlink()
    assert main(["build", str(folder), "--output", str(tmp_path / "x.json")]) == 0
    assert (tmp_path / "x.json").read_bytes() == (SPEC / "openapi.json").read_bytes()
    assert not (folder / "openapi.json").exists()


def test_types_of_the_overlay(openapi: Any) -> None:
    """The three types that pages only name have all their fields, with required flags and descriptions."""
    schemas = openapi["components"]["schemas"]
    fields = {
        name: {field: (schema["type"], field in schemas[name]["required"]) for field, schema in schemas[name]["properties"].items()}
        for name in ("AsyncEvent", "AsyncEventStatus", "TimeInterval")
    }
    assert fields == {
        "AsyncEvent": dict.fromkeys(("InvokeRequestId", "InvokeType", "Qualifier", "Status", "StartTime", "EndTime"), ("string", True)),
        "AsyncEventStatus": {"Status": ("string", True), "StatusCode": ("integer", True), "InvokeRequestId": ("string", True)},
        "TimeInterval": {"Start": ("string", True), "End": ("string", True)},
    }
    assert all(schema["description"] for name in fields for schema in (schemas[name], *schemas[name]["properties"].values()))


def test_known_states(openapi: Any) -> None:
    """The four states are known values of both results and of the filter."""
    schemas = openapi["components"]["schemas"]
    assert schemas["AsyncEvent"]["properties"]["Status"]["x-tc-known-values"] == STATES
    assert schemas["AsyncEventStatus"]["properties"]["Status"]["x-tc-known-values"] == STATES
    assert schemas["ListAsyncEventsRequest"]["properties"]["Status"]["items"] == {"type": "string", "x-tc-known-values": STATES}


def test_behaviour(openapi: Any) -> None:
    """Pagination, waiter, read-only flag and required region come from the overlay; the page's facts stay."""
    listing, status = (openapi["paths"][f"/{name}"]["post"] for name in ("ListAsyncEvents", "GetAsyncEventStatus"))
    assert [operation["x-tc-read-only"] for operation in (listing, status)] == [True, True]
    assert [operation["x-tc-region"] for operation in (listing, status)] == [{"required": True, "only": []}] * 2
    assert [operation["x-tc-rate-limit"] for operation in (listing, status)] == [20, 20]
    assert listing["x-tc-pagination"] == {
        "offset": "Offset",
        "limit": "Limit",
        "maximum": 100,
        "total": "TotalCount",
        "items": "EventList",
        "key": "InvokeRequestId",
        "time": {
            "item": "StartTime",
            "format": "%Y-%m-%d %H:%M:%S",
            "interval": {"property": "StartTimeInterval", "start": "Start", "end": "End"},
            "newest-first": {"Order": "DESC", "Orderby": "StartTime"},
            "oldest-first": {"Order": "ASC", "Orderby": "StartTime"},
            "reach": 2592000,
        },
        "offset-cap": {"rows": 10000, "error": "LimitExceeded.Offset"},
    }
    assert "x-tc-pagination" not in status
    assert status["x-tc-waiters"] == [
        {
            "name": "AsyncEventFinished",
            "interval": 1,
            "acceptors": [
                {"state": "success", "path": "Result.Status", "values": ["FINISHED"]},
                {"state": "failure", "path": "Result.Status", "values": ["FAILED", "ABORTED"]},
                {"state": "retry", "error": "FailedOperation.AsyncEventStatus"},
            ],
        },
    ]
    assert all(operation["summary"] for operation in (listing, status))


def test_overlay_actions_have_reasons() -> None:
    """Each action of overlay.yaml has a comment above it and a description."""
    lines = (SPEC / "overlay.yaml").read_text(encoding="utf-8").split("\n")
    starts = [index for index, line in enumerate(lines) if line.startswith("  - ")]
    assert starts
    for start in starts:
        assert re.match(r"  # \w.{20}", lines[start - 1]), lines[start]
        assert re.match(r"    description: \w.{20}", lines[start + 1]), lines[start]


def test_all_problems_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each problem is printed on its own line, the exit code is 1, and nothing is written."""
    for name in ("transcribed.json", "converted.json"):
        facts = json.loads((folder / name).read_text(encoding="utf-8"))
        facts["paths"]["/ListAsyncEvents"]["post"]["operationId"] = "Other"
        facts["components"]["schemas"]["ListAsyncEventsRequest"]["properties"]["Offset"]["type"] = "string"
        facts["components"]["schemas"]["ListAsyncEventsResponse"]["properties"]["EventList"]["items"]["$ref"] += "s"
        (folder / name).write_text(json.dumps(facts), encoding="utf-8")
    (folder / "openapi.json").write_text("as it was")
    assert main(["build", str(folder)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert all(line.startswith(f"{folder / 'openapi.json'}: #/") for line in lines)
    for part in ("/operationId: 'Other'", "unresolved reference", "x-tc-pagination/offset", "x-tc-default: must be"):
        assert any(part in line for line in lines), part
    assert (folder / "openapi.json").read_text() == "as it was"


def test_missing_type(folder: Path) -> None:
    """A type that is named but not defined is rejected."""
    facts = json.loads((folder / "converted.json").read_text(encoding="utf-8"))
    facts["components"]["schemas"]["GetAccountResponse"]["properties"]["More"] = {"$ref": "#/components/schemas/Nowhere"}
    (folder / "converted.json").write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(SpecRefused, match=r"unresolved reference '#/components/schemas/Nowhere'"):
        build(folder)


def test_folder_of_another_version(folder: Path) -> None:
    """A spec in the folder of another product version is rejected."""
    other = folder.with_name("2019-04-16")
    folder.rename(other)
    with pytest.raises(SpecRefused, match="is scf 2018-04-16, but the folder is scf 2019-04-16"):
        build(other)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"openapi": 1, "openapi": 2}', '{"openapi": NaN}', "\udcff"])
def test_unreadable_facts(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Facts that are not a JSON object give one line of error."""
    (folder / "transcribed.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert main(["build", str(folder)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("name", ["transcribed.json", "overlay.yaml"])
def test_missing_file(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing source gives one line of error with its name."""
    (folder / name).unlink()
    assert main(["build", str(folder)]) == 1
    assert capsys.readouterr().err == f"{folder / name}: cannot be read: No such file or directory\n"


def test_invalid_openapi(folder: Path) -> None:
    """A finding of openapi-spec-validator is a problem with its location."""
    facts = json.loads((folder / "transcribed.json").read_text(encoding="utf-8"))
    facts["paths"]["/ListAsyncEvents"]["post"]["answers"] = 1
    (folder / "transcribed.json").write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(SpecRefused, match=r"#/paths/~1ListAsyncEvents/post: invalid OpenAPI: .*'answers'"):
        build(folder)
    facts["openapi"] = "3.0.0"
    (folder / "transcribed.json").write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(SpecRefused, match=r"openapi: must be 3\.1\.0"):
        build(folder)


def test_atomic_writing(tmp_path: Path) -> None:
    """A failed write keeps the old document and leaves no temporary file."""
    path = tmp_path / "x.json"
    path.write_text("as it was")
    with pytest.raises(ValueError, match="JSON"):
        write_whole(path, {"x": float("nan")})
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, {"x": "\ud800"})
    assert [file.name for file in tmp_path.iterdir()] == ["x.json"]
    assert path.read_text() == "as it was"
    write_whole(path, {"ü": 1})
    assert path.read_text(encoding="utf-8") == '{\n  "ü": 1\n}\n'


def test_key_order_is_stable(openapi: Any) -> None:
    """Sorting keys, writing and reading again gives the same text."""
    assert dumps(arranged(openapi)) == dumps(openapi)
    assert dumps(read_document(SPEC / "openapi.json")) == dumps(openapi)
    assert list(openapi["components"]["schemas"]) == sorted(openapi["components"]["schemas"])


def test_security_scheme(openapi: Any) -> None:
    """The document names the signature once, for all actions."""
    [(name, scheme)] = openapi["components"]["securitySchemes"].items()
    assert (name, scheme["type"], scheme["in"], scheme["name"]) == ("TC3-HMAC-SHA256", "apiKey", "header", "Authorization")
    assert openapi["security"] == [{name: []}]
    assert all("security" not in item["post"] for item in openapi["paths"].values())


def test_unsigned_action_without_security(folder: Path) -> None:
    """An action with x-tc-skip-sign has `security: []`, as OpenAPI writes it."""
    extend(folder, "{target: \"$.paths['/ListAsyncEvents'].post\", description: d, update: {x-tc-skip-sign: true}}")
    operations = {path: item["post"] for path, item in build(folder)["paths"].items()}
    assert [path for path, operation in operations.items() if operation.get("security") == []] == ["/ListAsyncEvents"]


def test_security_from_overlay_refused(folder: Path) -> None:
    """An overlay cannot state what build derives."""
    extend(folder, "{target: \"$.paths['/ListAsyncEvents'].post\", description: d, update: {security: []}}")
    with pytest.raises(SpecRefused, match="derives the security from x-tc-skip-sign"):
        build(folder)


def test_summary_of_every_action(openapi: Any) -> None:
    """Every action has a summary: of the overlay, its short description, or its name."""
    assert all(item["post"]["summary"] for item in openapi["paths"].values())
    nodes: list[dict[str, Any]] = [{"summary": "Own."}, {"description": "Short."}, {"description": "Long. " * 40}, {}]
    add_summaries({"paths": {f"/A{number}": {"post": node} for number, node in enumerate(nodes)}})
    assert [node["summary"] for node in nodes] == ["Own.", "Short.", "Call A2.", "Call A3."]


def extend(folder: Path, action: str) -> None:
    """Append an action to the overlay, in flow style."""
    overlay = folder / "overlay.yaml"
    overlay.write_text(overlay.read_text(encoding="utf-8") + f"\n  - {action}\n", encoding="utf-8")
