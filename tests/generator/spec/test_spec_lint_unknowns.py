from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.spec.build import build
from generator.spec.document import dumps
from generator.spec.lint import lint
from generator.spec.problems import SpecRefused
from generator.transcribe import PageCollection, PageSource, assemble, read_page
from tests.generator.transcribe.pages import LIST

OVERLAY = """overlay: 1.0.0
info: {title: t, version: 1.0.0}
actions:
  - target: $.components.schemas
    description: d
    update:
      TimeInterval: {type: object, properties: {Start: {type: string}}}
      AsyncEvent: {type: object, properties: {Status: {type: string}}}
"""
DECIDED = """
  - target: $.paths['/ListAsyncEvents'].post
    description: d
    update: {x-tc-region: {required: false, only: []}}
  - target: $.components.schemas.ListAsyncEventsRequest
    description: d
    update: {required: [FunctionName]}
  - target: $.paths['/ListAsyncEvents'].post['x-tc-unknown']
    description: d
    remove: true
"""
NO_ENTRIES = ({}, [{}], [{"fact": "host", "line": "1", "reason": "x"}], [{"fact": "", "line": 1, "reason": "x"}], ["host"])


def test_decisions(tmp_path: Path) -> None:
    """`build` rejects an unknown fact that requests depend on until overlay.yaml states it and removes the entry."""
    folder = tmp_path / "scf/2018-04-16"
    folder.mkdir(parents=True)
    page = LIST.replace("Region No String Common parameter. This action can do without it.", "Region | | String | See the list. |")
    for row in ("Action", "Version"):
        page = page.replace(f"{row} Yes String ", f"{row} | | String | ")
    page = "\n".join(_piped(page.split("\n")))
    facts = assemble(PageCollection([read_page(PageSource("page", page.encode()))]), keep_prose=False)
    operation = facts["paths"]["/ListAsyncEvents"]["post"]
    assert {one["fact"] for one in operation["x-tc-unknown"]} == {"region", "required"}
    (folder / "transcribed.json").write_text(dumps(facts), encoding="utf-8")
    (folder / "overlay.yaml").write_text(OVERLAY)
    with pytest.raises(SpecRefused) as caught:
        build(folder)
    shown = str(caught.value)
    assert "required is unknown" in shown
    assert "region is unknown" in shown
    (folder / "overlay.yaml").write_text(OVERLAY + DECIDED)
    built = build(folder)
    assert "x-tc-unknown" not in built["paths"]["/ListAsyncEvents"]["post"]
    assert built["components"]["schemas"]["ListAsyncEventsRequest"]["required"] == ["FunctionName"]


def _piped(lines: list[str]) -> list[str]:
    """Return the input table with pipes and an empty column Required."""
    start = lines.index("Parameter Name Required Type Description")
    end = lines.index("3. Output Parameters")
    lines[start] = "Parameter Name | Required | Type | Description |"
    for index in range(start + 4, end):
        name, _, rest = lines[index].partition(" ")
        if rest:
            type_ = rest.split(" ", 1)[1]
            words = type_.split(" ")
            cut = 3 if words[0] == "Array" else 1
            lines[index] = f"{name} | | {' '.join(words[:cut])} | {' '.join(words[cut:])} |"
    return lines


@pytest.mark.parametrize(
    ("fact", "decides"),
    [
        *(("host", True), ("rate-limit", True), ("outputs.Foo.type", True)),
        *(("Example1.request", False), ("examples", False), ("error-text", False), ("updated", False), ("inputs.Limit.default", False)),
    ],
)
def test_needed_facts(fact: str, decides: bool) -> None:
    """Examples, dates and statements in prose may be unknown; host, rate limit and types may not."""
    document = _document([{"fact": fact, "line": 1, "reason": "lost"}])
    problems = [str(problem) for problem in lint(document)]
    assert any(f"{fact} is unknown: lost" in problem for problem in problems) is decides


@pytest.mark.parametrize("value", NO_ENTRIES, ids=range(len(NO_ENTRIES)))
def test_shape(value: Any) -> None:
    """x-tc-unknown is a list of facts with line and reason."""
    assert any('must be a list of {"fact", "line", "reason"}' in str(problem) for problem in lint(_document(value)))


def test_codes_of_a_product() -> None:
    """Error codes of the product are valid at the top level; other extensions are not."""
    document = _document([])
    document["x-tc-errors"] = [{"code": "InternalError"}]
    assert not [problem for problem in lint(document) if "x-tc-errors" in problem.where]
    document |= {"x-tc-errors": [{"name": "x"}], "x-tc-codes": []}
    assert {problem.where for problem in lint(document)} >= {"#/x-tc-errors", "#/x-tc-codes"}


def _document(unknown: Any) -> dict[str, Any]:
    document = assemble(PageCollection([read_page(PageSource("page", LIST.encode()))]), keep_prose=False)
    document["paths"]["/ListAsyncEvents"]["post"]["x-tc-unknown"] = unknown
    return document
