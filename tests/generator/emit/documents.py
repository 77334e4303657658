"""Documents in the shape of docs/design/spec.md, made in a few words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import Any

ROOT = Path(__file__).parents[3]
Document = dict[str, Any]


def ref(schema: str, **facts: Any) -> Document:
    """A reference, with what stands beside it."""
    return {"$ref": f"#/components/schemas/{schema}", **facts}


def array(items: Document, **facts: Any) -> Document:
    """An array."""
    return {"type": "array", "items": items, **facts}


def schema(properties: Document, required: list[str] | None = None, **facts: Any) -> Document:
    """An object."""
    result: Document = {"type": "object", "properties": properties, **facts}
    return result | {"required": required} if required else result


STRING, INTEGER, NUMBER, BOOLEAN = ({"type": kind} for kind in ("string", "integer", "number", "boolean"))


def action(
    name: str,
    request: Document,
    response: Document,
    *,
    required: list[str] | None = None,
    **facts: Any,
) -> tuple[Document, Document]:
    """The path item of an action, and its two schemas."""
    answer = {**response, "RequestId": STRING}
    operation = {
        "operationId": name,
        "tags": ["x"],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": ref(f"{name}Request"), "examples": {"Example1": {"value": {}}}}},
        },
        "responses": {
            "200": {
                "description": "…",
                "content": {
                    "application/json": {
                        "schema": {"type": "object", "properties": {"Response": ref(f"{name}Response")}, "required": ["Response"]},
                        "examples": {"Example1": {"value": {"Response": {"RequestId": "1"}}}},
                    }
                },
            },
            "default": {"$ref": "#/components/responses/Error"},
        },
        "x-tc-version": "2020-01-01",
        **facts,
    }
    schemas = {f"{name}Request": schema(request, required), f"{name}Response": schema(answer, list(answer))}
    return operation, schemas


def document(*actions: tuple[Document, Document], types: Document | None = None, service: str = "zoo") -> Document:
    """A whole document."""
    schemas = dict(types or {})
    for _, own in actions:
        schemas |= own
    error = {"type": "object", "properties": {"Response": {"type": "object"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": service, "version": "2020-01-01"},
        "servers": [{"url": f"https://{service}.tencentcloudapi.com"}],
        "tags": [{"name": "x"}],
        "paths": {f"/{operation['operationId']}": {"post": operation} for operation, _ in actions},
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "responses": {"Error": {"description": "…", "content": {"application/json": {"schema": error}}}},
        },
    }


AWKWARD_TEXT = 'A path such as C:\\new\\x41, a """quoted""" word,\x00 a bell\x07 and "the end"'


def zoo() -> Document:
    """A product with everything that has broken generated clients before."""
    page = {"offset": "Offset", "limit": "Limit", "maximum": 100, "total": "TotalCount", "items": "Items"}
    paged = {"Offset": INTEGER, "Limit": INTEGER | {"maximum": 100, "x-tc-default": 20}}
    types = {
        "Node": schema({"Name": STRING, "Children": array(ref("Node")), "Parent": ref("Node", **{"x-tc-nullable": True})}, ["Name"]),
        "Ping": schema({"Pong": ref("Pong"), "Pongs": array(ref("Pong"))}),
        "Pong": schema({"Ping": ref("Ping"), "Name": STRING}, ["Name"]),
        # used both ways
        "Both": schema({"Tags": array(ref("Tag")), "Names": array(STRING), "Node": ref("Node")}, ["Names"], description=AWKWARD_TEXT),
        "Tag": schema({"Key": STRING, "Value": STRING | {"x-tc-secret": True}}, ["Key", "Value"]),
        "Empty": schema({}),
        # names that the emitted code has for itself
        "Field": schema({"Field": STRING, "Unset": ref("Unset"), "Model": ref("Model")}),
        "Unset": schema({"UNSET": STRING, "Any": INTEGER, "Literal": BOOLEAN}),
        "Model": schema({"Meta": STRING, "Exception": ref("Exception"), "Operation": STRING}),
        "Exception": schema({"Type": STRING, "Filter": STRING, "Class": STRING}),
        "Filter": schema(
            {
                "From": STRING, "Class": STRING, "Import": STRING, "Cls": STRING, "Self": STRING, "Source": STRING,
                "Field": STRING, "UNSET": STRING, "List": array(STRING), "Dict": STRING, "Str": INTEGER, "Int": STRING,
                "Type": STRING, "Id": STRING, "Property": STRING, "Extra": STRING, "Meta": STRING, "FromDict": STRING,
                "ToDict": STRING, "FIELDS": STRING, "Timeout": INTEGER, "Start": STRING, "Models": array(STRING), "Get": STRING,
            }
        ),
        "Times": schema(
            {
                "Made": STRING | {"x-tc-time": {"format": "iso8601"}},
                "Property": STRING | {"x-tc-time": {"format": "local", "offset": "+08:00"}},
                "Datetime": INTEGER | {"x-tc-time": {"format": "seconds"}}, "DatetimeDatetime": STRING, "Plain": STRING,
            }, ["Made"],
        ),
    }  # fmt: skip
    many = {
        "Filter": ref("Filter", description=AWKWARD_TEXT),
        "Timeout": INTEGER,
        "Region": STRING,
        "Deadline": STRING,
        "Headers": array(STRING),
        "Retry": INTEGER,
        "Models": array(STRING),
        "Self": STRING,
        "List": array(INTEGER | {"x-tc-known-values": [1, 2]}),
        "Ratio": NUMBER | {"x-tc-known-values": [0.5, 1.0], "minimum": 0.5},
        "Flag": BOOLEAN | {"x-tc-default": True},
        "Both": ref("Both"),
        "Nodes": array(ref("Node")),
        "Fields": array(ref("Field")),
        "Status": array(STRING | {"x-tc-known-values": ["ON", 'O"FF', "\\"]}, description='Ends in a "quote"'),
    }
    return document(
        action("Wander", {}, {"Empty": ref("Empty"), "Node": ref("Node"), "Times": array(ref("Times"))}),
        action("ListNodes", {"Ping": ref("Ping"), **paged}, {"TotalCount": INTEGER, "Items": array(ref("Node"))},
               **{"x-tc-pagination": page, "summary": AWKWARD_TEXT}),
        action("ListTags", {"Key": STRING, **paged}, {"TotalCount": INTEGER, "Items": array(ref("Tag"))}, required=["Key"],
               **{"x-tc-pagination": page}),
        action("ListNames", paged, {"Items": array(STRING)}, **{"x-tc-pagination": {**page, "total": None}}),
        # parameters with the names of own keywords of `paginate` and of waiters
        action("ListMoves", {"Start": STRING, "Method": STRING, "MaxItems": INTEGER, "Marker": STRING},
               {"Marker": STRING, "Items": array(STRING)},
               **{"x-tc-pagination": {"style": "token", "offset": "Marker", "limit": "MaxItems", "maximum": 100, "token": "Marker",
                                      "items": "Items", "total": None}}),
        action("GetMove", {"Id": STRING, "Timeout": INTEGER, "OnProgress": STRING}, {"Status": STRING}, required=["Id"],
               **{"x-tc-read-only": True, "x-tc-waiters": [
                   {"name": "MoveDone", "interval": 1, "acceptors": [{"state": "success", "path": "Status", "values": ["UP"]}]}]}),
        action("Import", many, {"Both": ref("Both"), "Model": ref("Model", **{"x-tc-nullable": True}), "Exception": ref("Exception")},
               required=["Filter", "List"],
               **{"x-tc-errors": [{"code": "A.B", "description": AWKWARD_TEXT}, {"code": "C"}],
                  "x-tc-region": {"required": True, "only": ["a-b"]}, "x-tc-rate-limit": 5, "description": AWKWARD_TEXT,
                  "x-tc-source": [{"kind": "page", "title": 'The "page"', "updated": "2020"}]}),
        action("GetBoth", {"Id": STRING}, {"Both": ref("Both"), "Status": STRING | {"x-tc-known-values": ["UP", "DOWN"]}}, required=["Id"],
               **{"x-tc-read-only": True, "x-tc-waiters": [
                   {"name": "BothUp", "interval": 1, "acceptors": [{"state": "success", "path": "Status", "values": ["UP"]}]},
                   {"name": "BothGone", "interval": 2.5, "acceptors": [
                       {"state": "success", "error": "ResourceNotFound"},
                       {"state": "failure", "path": "Both.Node.Name", "values": ["x", "y"]}]}]}),
        types=types,
    )  # fmt: skip


def write(path: Path, data: Document) -> Path:
    """Write a document as `build` does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by relative path; none for a folder that is not there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def run_emit(spec: Path, output: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    return subprocess.run(  # this interpreter, with arguments of our own making
        [sys.executable, "-B", "-m", "generator", "emit", str(spec), "--output", str(output)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def run_python(code: str, folder: Path) -> None:
    """Run assertions in an interpreter that sees the packages of `folder` before any that is installed."""
    done = subprocess.run(  # this interpreter, with code of our own making
        [sys.executable, "-I", "-B", "-W", "error", "-c", f"import sys; sys.path.insert(0, sys.argv[1])\n{dedent(code)}", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr


def source_of_model(package: Path, name: str) -> str:
    """Return the source of the module that defines the model `name`."""
    [found] = [
        text for path in (package / "models").glob("*.py") if f"\nclass {name}(Model):" in (text := path.read_text(encoding="utf-8"))
    ]
    return found
