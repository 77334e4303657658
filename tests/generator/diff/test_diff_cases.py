from __future__ import annotations

import pytest

from generator.diff.compare import Change
from generator.diff.report import Report
from generator.diff.rules import RULES
from tests.generator.diff.cases import CASES, OTHER_PAIRS, Case
from tests.generator.diff.specimens import changes, edited, specimen

SURFACE = {"name", "bases", "positions", "parameter", "overload", "returns", "type of an attribute"}
"""Facts that test_diff_surface.py has."""
SOURCES = {"correction", "statement"}
"""Facts that test_diff_newer.py has."""


def said(found: list[Change]) -> set[tuple[str, str, str]]:
    """Where, fact and change of each."""
    return {(change.fact.where, change.fact.kind, change.what) for change in found}


def worst(found: list[Change]) -> str:
    """The class of all of them."""
    impact = Report("", "", found).impact
    return "none" if impact is None else impact.word


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_there(case: Case) -> None:
    """A change made by hand is found in its place, in the words of the table, and has the class that was written beside it."""
    found = changes(specimen(), edited(case.edit))
    assert (case.where, case.fact, case.change) in said(found)
    assert worst(found) == case.there


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_back(case: Case) -> None:
    """The way back is found, too, with the class that was written beside it."""
    found = changes(edited(case.edit), specimen())
    assert (case.where, case.fact, case.change_back) in said(found)
    assert worst(found) == case.back


def test_cases_are_many() -> None:
    """The table has more than forty changes, and no two of one title."""
    assert len(CASES) > 40
    assert len({case.title for case in CASES}) == len(CASES)


def test_every_rule_has_a_case() -> None:
    """Every row of the table of rules about specs is met by at least one case."""
    pairs = [(specimen(), edited(case.edit)) for case in CASES] + [(edited(one), edited(other)) for one, other in OTHER_PAIRS]
    both_ways = [*pairs, *((new, old) for old, new in pairs)]
    met = {rule for old, new in both_ways for change in changes(old, new) for rule in change.rules}
    missing = [rule[:3] for rule in RULES if rule not in met and rule.fact not in SURFACE | SOURCES]
    assert not missing


def test_what_goes_takes_its_parts_along() -> None:
    """Of an action, a type or a property that goes, nothing inside is reported beside it."""
    document = specimen()
    del document["paths"]["/GetThing"]
    for name in ("GetThingRequest", "GetThingResponse"):
        del document["components"]["schemas"][name]
    found = changes(specimen(), document)
    assert said(found) == {
        ("GetThing", "action", "removed"),
        ("GetThingRequest", "type", "removed"),
        ("GetThingResponse", "type", "removed"),
    }


def test_both_directions_are_judged() -> None:
    """A type that is given and read is judged twice, and the worse of the two counts."""
    document = specimen()
    document["components"]["schemas"]["Both"]["properties"]["Size"]["maximum"] = 99
    (change,) = changes(specimen(), document)
    assert [(rule.direction, rule.impact.word) for rule in change.rules] == [("request", "additive"), ("response", "breaking")]
    assert change.impact.word == "breaking"
    assert change.reasons == ["One reads values that were ruled out."]
