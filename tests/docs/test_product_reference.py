"""Reference pages of products other than SCF: imports, unknown facts, streams, pagination, API versions."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from generator.emit.document import OpenApiDocument
from generator.reference.command import has_versions, pages_of
from tests.docs.samples import blocks_of


def operation(action: str, **facts: Any) -> dict[str, Any]:
    def json_body(kind: str) -> dict[str, Any]:
        return {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{action}{kind}"}}}}

    return {
        "operationId": action,
        "x-tc-version": "2020-01-02",
        "requestBody": json_body("Request"),
        "responses": {"200": json_body("Response")},
        **facts,
    }


def document(service: str, *operations: dict[str, Any], **properties: Any) -> OpenApiDocument:
    schemas: dict[str, Any] = {}
    for each in operations:
        name = each["operationId"]
        schemas[f"{name}Request"] = {"type": "object", "properties": properties, "required": ["Name"] if "Name" in properties else []}
        schemas[f"{name}Response"] = {"type": "object", "properties": {"RequestId": {"type": "string"}}}
    data = {
        "info": {"title": service, "version": "2020-01-02"},
        "paths": {f"/{each['operationId']}": {"post": each} for each in operations},
        "components": {"schemas": schemas},
    }
    return OpenApiDocument(data, service, "")


def programs(page: str) -> list[str]:
    return [block.text for block in blocks_of(page) if block.kind == "python"]


READ = {"x-tc-read-only": True, "x-tc-inferred": {"x-tc-read-only": "prefix Describe"}}


@pytest.mark.parametrize(
    ("service", "package"), [("as", "as_"), ("cvm", "cvm"), ("import", "import_"), ("testing", "testing_"), ("scf", "scf")]
)
def test_examples_import_the_package(service: str, package: str) -> None:
    """A short name that is a keyword or a module of the core has an underscore; the programs compile."""
    page = pages_of(document(service, operation("DescribeThings", **READ), Name={"type": "string"}))["describe_things.md"]
    sync, asynchronous = programs(page)
    assert f"from tencentkit.{package} import Client\n" in sync
    assert f"from tencentkit.{package} import AsyncClient\n" in asynchronous
    assert f"result = {package}.describe_things(" in sync
    for program in (sync, asynchronous):
        ast.parse(program)


def test_import_of_an_api_version(tmp_path: Path) -> None:
    """A product with several API versions has a module for each."""
    for version in ("2018-05-25", "2020-01-02"):
        (tmp_path / "spec" / "tke" / version).mkdir(parents=True)
        (tmp_path / "spec" / "tke" / version / "openapi.json").touch()
    spec = tmp_path / "spec" / "tke" / "2020-01-02" / "openapi.json"
    assert has_versions(spec)
    page = pages_of(document("tke", operation("DescribeThings")), has_versions=True)["describe_things.md"]
    assert "from tencentkit.tke.v2020_01_02 import Client\n" in programs(page)[0]
    assert "with Client(region=" in programs(page)[0]


def test_missing_facts_are_not_known() -> None:
    """Silence of the sources is never stated as "none"."""
    pages = pages_of(document("cvm", operation("DescribeThings")))
    page = pages["describe_things.md"]
    for row in ("Published rate limit | not known", "Region | not known", "Kind | not known, treated as a write"):
        assert f"| {row} |" in page
    assert "Not known: the sources list no codes of this action." in page
    assert "| not known | not known, treated as a write |" in pages["index.md"]
    assert not re.search(r"\bnone\b|–", page + pages["index.md"])


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        (READ, "read-only (inferred: prefix Describe)"),
        ({"x-tc-read-only": True}, "read-only"),
        (
            {"x-tc-read-only": True, "x-tc-secret-read": True, "x-tc-inferred": {"x-tc-secret-read": "secret field"}},
            "reads secrets (inferred: secret field)",
        ),
        ({"x-tc-read-only": False, "x-tc-inferred": {"x-tc-read-only": "no read prefix"}}, "writes (inferred: no read prefix)"),
    ],
)
def test_kind_names_its_rule(facts: dict[str, Any], kind: str) -> None:
    """The page shows which rule inferred the class of an action."""
    assert f"| Kind | {kind} |" in pages_of(document("cvm", operation("DescribeThings", **facts)))["describe_things.md"]


def test_inferred_pagination_is_marked() -> None:
    """The page shows the rule, and that no source states the largest page."""
    paging = {"style": "offset", "items": "Things", "limit": "Limit", "offset": "Offset"}
    facts = READ | {"x-tc-pagination": paging, "x-tc-inferred": {"x-tc-pagination": "offset and limit"}}
    page = pages_of(document("cvm", operation("DescribeThings", **facts)))["describe_things.md"]
    assert "`paginate(client.describe_things, …)`; largest page not known (inferred: offset and limit)" in page
    refused = operation("DescribeThings", **READ, **{"x-tc-unpaged": "no array of objects in the response"})
    assert "| Pagination | not known: no array of objects" in pages_of(document("cvm", refused))["describe_things.md"]


def test_waiting_of_reads_only() -> None:
    """Only a method that reads can be polled."""
    read, write = operation("DescribeThings", **READ), operation("CreateThings", **{"x-tc-read-only": False})
    pages = pages_of(document("cvm", read, write))
    assert "`wait(client.describe_things, until=…, …)`" in pages["describe_things.md"]
    assert "`wait(client" not in pages["create_things.md"]


def test_stream_with_a_switch() -> None:
    """The result is a stream with the switch, and a model without it."""
    stream = {"switch": "Stream", "default": False, "done": "[DONE]"}
    facts = {"x-tc-stream": stream, "x-tc-inferred": {"x-tc-stream": "parameter Stream"}}
    page = pages_of(document("hunyuan", operation("Chat", **facts), Stream={"type": "boolean"}))["chat.md"]
    assert "| Stream | with `stream=True` (inferred: parameter Stream), see [streaming]" in page
    assert "With `stream=True`, a `Stream[models.ChatResponse]`" in page
    assert "result = hunyuan.chat()" in programs(page)[0]


def test_action_that_always_streams() -> None:
    """The example iterates over the events."""
    page = pages_of(document("hunyuan", operation("ChatSSE", **{"x-tc-read-only": True, "x-tc-stream": {}})))["chat_sse.md"]
    sync, asynchronous = programs(page)
    assert "with hunyuan.chat_sse() as result:\n        for event in result:" in sync
    assert "async with await hunyuan.chat_sse() as result:" in asynchronous
    for program in (sync, asynchronous):
        ast.parse(program)
    assert "A `Stream[models.ChatSSEResponse]`" in page
    assert "`wait(client" not in page


def test_fields_of_a_product() -> None:
    """Known values, secrets and the names that an overlay gives."""
    secret = {"type": "string", "x-tc-secret": True}
    state = {"type": "string", "x-tc-known-values": ["RUNNING", "STOPPED"]}
    named = {"type": "string", "x-tc-name": "other_id"}
    page = pages_of(document("cvm", operation("DescribeThings"), Name=secret, State=state, ID=named))["describe_things.md"]
    assert "| `name` | `Name` | `str` | yes | Secret: no repr shows the value. |" in page
    assert "Known values: `RUNNING`, `STOPPED`." in page
    assert "| `other_id` | `ID` |" in page


def test_links_of_nested_pages() -> None:
    """Pages in the folder of a product link to the guides by another path."""
    page = pages_of(document("cvm", operation("DescribeThings", **READ)), guides="../../../guides")["describe_things.md"]
    assert set(re.findall(r"\]\(([^)#]*/)[a-z]+\.md", page)) == {"../../../guides/"}


def test_prose_has_no_links() -> None:
    """A link of the vendor's text has no target in the site."""
    text = "See [the list](/document/1)."
    page = pages_of(document("cvm", operation("DescribeThings", description=text), Name={"type": "string", "description": text}))
    assert "](/document" not in page["describe_things.md"]
