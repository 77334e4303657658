from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.spec.build import build
from generator.spec.decisions import apply_decisions
from generator.spec.merge import Contradiction, merge
from generator.spec.problems import SpecRefused

SPEC = Path(__file__).parents[3] / "spec/scf/2018-04-16"
PAGES, DEFINITIONS = (json.loads((SPEC / name).read_bytes()) for name in ("transcribed.json", "converted.json"))
REQUEST, RESPONSE = "ListAsyncEventsRequest", "ListAsyncEventsResponse"
LIMIT = f"#/components/schemas/{REQUEST}/properties/Limit"
Edit = Callable[[Any], object]


def schemas(document: Any) -> Any:
    return document["components"]["schemas"]


def merged(page: Edit = lambda _: None, definitions: Edit = lambda _: None) -> tuple[Any, list[Contradiction]]:
    """Merge SCF's facts after an edit of each side."""
    sides = copy.deepcopy(PAGES), copy.deepcopy(DEFINITIONS)
    page(sides[0])
    definitions(sides[1])
    return merge(*sides)


def limit(**facts: Any) -> Edit:
    """Return an edit of the property Limit; None removes a fact."""

    def edit(document: Any) -> None:
        node = schemas(document)[REQUEST]["properties"]["Limit"]
        node.update(facts)
        for key in [key for key, value in facts.items() if value is None]:
            del node[key]

    return edit


def test_sources_agree() -> None:
    """SCF's pages and definitions do not contradict each other; the result contains both and their sources."""
    document, contradictions = merged()
    assert contradictions == []
    assert len(document["paths"]) == 52
    sources = document["paths"]["/ListAsyncEvents"]["post"]["x-tc-source"]
    assert [source["kind"] for source in sources] == ["page", "definitions", "definitions"]
    assert {source["kind"] for source in document["paths"]["/Invoke"]["post"]["x-tc-source"]} == {"definitions"}


def test_fact_by_fact() -> None:
    """A property has the facts of both sides: description and bounds of the page, width of the definitions."""
    node = schemas(merged()[0])[REQUEST]["properties"]["Limit"]
    page = schemas(PAGES)[REQUEST]["properties"]["Limit"]
    assert node == page | {"format": "int64"}


@pytest.mark.parametrize(
    ("page", "definitions", "fact", "values"),
    [
        (limit(maximum=100), limit(maximum=20), "maximum", (100, 20)),
        (limit(**{"x-tc-default": 20}), limit(**{"x-tc-default": 10}), "x-tc-default", (20, 10)),
        (limit(type="string"), limit(), "type", ({"type": "string"}, {"type": "integer", "format": "int64"})),
        (limit(), lambda d: schemas(d)[REQUEST]["required"].append("Limit"), "required", (False, True)),
    ],
    ids=["maximum", "default", "type", "required"],
)
def test_contradiction(page: Edit, definitions: Edit, fact: str, values: tuple[Any, Any]) -> None:
    """A contradiction is reported with both values, and neither is used."""
    document, found = merged(page, definitions)
    assert found == [Contradiction(LIMIT, fact, *values)]
    if fact not in ("type", "required"):
        assert fact not in schemas(document)[REQUEST]["properties"]["Limit"]


def test_no_contradiction() -> None:
    """Missing facts, reordered known values and outputs optional only in the definitions are no contradictions."""

    def definitions(document: Any) -> None:
        schemas(document)[REQUEST]["properties"]["Order"]["x-tc-known-values"] = ["DESC", "ASC"]
        schemas(document)[REQUEST]["properties"]["New"] = {"type": "string"}
        schemas(document)[RESPONSE]["required"].remove("EventList")
        limit(deprecated=True)(document)

    document, found = merged(limit(maximum=None), definitions)
    assert found == []
    assert [*schemas(document)[REQUEST]["properties"]][-1] == "New"
    assert schemas(document)[RESPONSE]["required"] == ["TotalCount", "RequestId"]
    assert schemas(document)[REQUEST]["properties"]["Limit"]["deprecated"] is True


def test_page_with_missing_columns() -> None:
    """A page without types and the column Required gets both from the definitions and no longer lists them as unknown."""

    def page(document: Any) -> None:
        unknown = [{"fact": fact, "line": 1, "reason": "x"} for fact in ("required", "inputs.Limit.type", "rate-limit")]
        document["paths"]["/ListAsyncEvents"]["post"]["x-tc-unknown"] = unknown
        schemas(document)[REQUEST]["required"] = [*schemas(document)[REQUEST]["properties"]]
        limit(type=None)(document)

    document, found = merged(page)
    assert found == []
    assert schemas(document)[REQUEST]["required"] == ["FunctionName"]
    assert schemas(document)[REQUEST]["properties"]["Limit"]["type"] == "integer"
    assert [entry["fact"] for entry in document["paths"]["/ListAsyncEvents"]["post"]["x-tc-unknown"]] == ["rate-limit"]


@pytest.mark.parametrize(
    ("fact", "decision", "expected"),
    [
        ("maximum", 50, {"maximum": 50, "type": "integer", "format": "int64"}),
        ("maximum", None, {"type": "integer", "format": "int64"}),
        ("type", {"type": "string"}, {"maximum": 100, "type": "string"}),
        ("type", "number", {"maximum": 100, "type": "number"}),
    ],
)
def test_decision(fact: str, decision: Any, expected: Any) -> None:
    """A decision sets or removes the fact."""
    document = merged()[0]
    node = schemas(document)[REQUEST]["properties"]["Limit"]
    node["x-tc-decision"] = {fact: decision}
    assert apply_decisions(document, [Contradiction(LIMIT, fact, 1, 2)]) == []
    assert "x-tc-decision" not in node
    assert {key: node[key] for key in ("maximum", "type", "format") if key in node} == expected


@pytest.mark.parametrize("value", [True, False])
def test_decision_of_required(value: bool) -> None:
    """A decision on `required` is stated on the property and written to its schema."""
    document = merged()[0]
    schemas(document)[REQUEST]["properties"]["Limit"]["x-tc-decision"] = {"required": value}
    assert apply_decisions(document, [Contradiction(LIMIT, "required", page=True, definitions=False)]) == []
    assert schemas(document)[REQUEST]["required"] == (["FunctionName", "Limit"] if value else ["FunctionName"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A spec whose definitions and page have different maxima."""
    copied = tmp_path / "scf/2018-04-16"
    copied.mkdir(parents=True)
    edited = copy.deepcopy(DEFINITIONS)
    limit(maximum=20)(edited)
    (copied / "converted.json").write_text(json.dumps(edited), encoding="utf-8")
    for source in (SPEC / "transcribed.json", *SPEC.glob("*.yaml")):
        (copied / source.name).write_bytes(source.read_bytes())
    return copied


DECISION = """
  # The page is newer than the definitions, and the service takes a hundred.
  - target: $.components.schemas.ListAsyncEventsRequest.properties.Limit
    description: The service takes 100.
    update: {x-tc-decision: {maximum: 100}}
"""


def test_build_requires_decisions(folder: Path) -> None:
    """`build` rejects a contradiction until overlay.yaml decides it; the result then contains only the decided fact."""
    with pytest.raises(SpecRefused, match=r"maximum is 100 on the page but 20 in the definitions: decide it in overlay\.yaml"):
        build(folder)
    overlay = folder / "overlay.yaml"
    overlay.write_text(overlay.read_text(encoding="utf-8") + DECISION, encoding="utf-8")
    assert build(folder) == build(SPEC)


def test_unused_decision(folder: Path) -> None:
    """A decision without a contradiction is rejected: it is outdated or has the wrong target."""
    overlay = folder / "overlay.yaml"
    overlay.write_text(
        overlay.read_text(encoding="utf-8") + DECISION.replace("maximum: 100}", "maximum: 100, minimum: 1}"), encoding="utf-8"
    )
    with pytest.raises(
        SpecRefused, match=re.escape("x-tc-decision/minimum: unused decision: the sources do not contradict each other here")
    ):
        build(folder)


def test_other_product(folder: Path) -> None:
    """Pages and definitions of different versions are not merged."""
    facts = copy.deepcopy(DEFINITIONS)
    facts["info"]["version"] = "2019-04-16"
    (folder / "converted.json").write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(SpecRefused, match="'2018-04-16' on the pages but '2019-04-16' in the definitions"):
        build(folder)


@pytest.mark.parametrize(
    "damage", [{"paths": 1}, {"paths": {"/ListAsyncEvents": 1}}, {"components": {"schemas": {REQUEST: 1}}}, {"components": 1}]
)
def test_damaged(folder: Path, damage: Any) -> None:
    """Facts of the wrong shape are rejected with a message."""
    (folder / "converted.json").write_text(json.dumps(DEFINITIONS | damage), encoding="utf-8")
    with pytest.raises(SpecRefused):
        build(folder)
