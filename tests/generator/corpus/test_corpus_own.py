from __future__ import annotations

from dataclasses import replace

import pytest

from generator.transcribe import PageCollection, PageSource, assemble, read_page
from generator.transcribe.pages.data_types_page import read_data_types
from tests.generator.corpus.compare import compare
from tests.generator.corpus.definitions import OWN, Action, actions, data_types, products
from tests.generator.corpus.measure import LOST, measure, measure_types, page_of
from tests.generator.corpus.report import document
from tests.generator.corpus.style import draw
from tests.generator.corpus.types_writer import write_types
from tests.generator.corpus.writer import write

ACTIONS = [action for product in products(OWN) for action in actions(product)]
FORMS = ("text", "pipe", "piperow", "cells", "tabs", "stack", "headless", "html")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_our_own_actions(action: Action, form: str, language: str) -> None:
    """A page of each of twelve looks, in every form and both languages, gives back exactly the facts that it was written from."""
    for seed in range(12):
        style = draw(f"{seed}", action.service, language)
        page = page_of(action, style, form)
        facts = read_page(PageSource("page", page.encode()), types=action.types)
        assert compare(facts, action, style, LOST.get(form, ())).differences == [], page


@pytest.mark.parametrize("form", ["text", "pipe", "piperow", "cells"])
def test_our_own_types(form: str) -> None:
    """A page of data types, in every form and both languages, gives back exactly the fields that it was written from."""
    for language in ("en", "zh"):
        tally = measure_types(products(OWN)[0], language, form)
        assert (tally.right, tally.pages) == (3, 3), tally.failures


def test_damaged_examples_are_reported() -> None:
    """An example that is no JSON, or names an input that no row has, is left out alone, and stands under x-tc-unknown."""
    action = next(action for action in ACTIONS if action.name == "ListBoxes")
    facts = read_page(PageSource("page", write(action, draw("1", "demo", "en")).encode()))
    assert [one.fact for one in facts.unknown if one.fact.startswith("Example")] == ["Example1.response", "Example2.request"]
    operation = assemble(PageCollection([facts]), keep_prose=False)["paths"]["/ListBoxes"]["post"]
    shown = operation["requestBody"]["content"]["application/json"]["examples"]
    assert {name: entry["value"] for name, entry in shown.items()} == {"Example1": {"Limit": 1}}
    assert [entry["fact"] for entry in operation["x-tc-unknown"]] == [one.fact for one in facts.unknown]


def test_types_become_schemas() -> None:
    """The types of a page of data types are schemas of the document, so that nothing dangles."""
    product = products(OWN)[0]
    style = draw("2", "demo", "en")
    table = read_data_types(PageSource("types", write_types(list(data_types(product)), style).encode()))
    pages = [
        read_page(PageSource(action.name, write(action, replace(style, host="demo.tencentcloudapi.com")).encode())) for action in ACTIONS
    ]
    schemas = assemble(PageCollection(pages, [table]), keep_prose=False)["components"]["schemas"]
    assert schemas["Code"] == {
        "type": "object",
        "properties": {"Name": {"type": "string"}, "Weight": {"type": "number"}},
        "required": ["Name"],
    }
    assert schemas["BoxInfo"]["required"] == ["Name", "Inner"]


def test_lost_required_column() -> None:
    """Where a Chinese page has lost the column of what is required, it is unknown, and never guessed."""
    action = next(action for action in ACTIONS if action.name == "ListBoxes")
    page = write(action, draw("3", "demo", "zh")).replace("\u00a0", " ").replace(" 是 ", " ").replace(" 否 ", " ")
    facts = read_page(PageSource("page", page.encode()))
    assert [(one.name, one.required) for one in facts.inputs] == [("Offset", None), ("Limit", None)]
    assert "required" in {one.fact for one in facts.unknown}
    assert "required" not in assemble(PageCollection([facts]), keep_prose=False)["components"]["schemas"]["ListBoxesRequest"]


def test_report() -> None:
    """The report names the share, and each failure by its cause, without a word of what stood on the page."""
    tally = measure(ACTIONS, "en", "text")
    tally.failures += [("demo A", "refused", '7: found "secret"; expected "y" here'), ("demo B", "wrong", "outputs: secret != secret")]
    text = document({("English", "text"): tally})
    assert f"| English | text | {len(ACTIONS)} | {len(ACTIONS)} | 100.000 % | {tally.examples_read} of {tally.examples} |" in text
    assert "- refused: expected … here (1): demo A" in text
    assert "- wrong: outputs (1): demo B" in text
    assert "secret" not in text
