from __future__ import annotations

import pytest

from generator.diff.compare import Change
from generator.diff.report import DiffReport
from generator.diff.rules import RULES
from tests.generator.diff.cases import CASES, OTHER_PAIRS, Case
from tests.generator.diff.specimens import changes, edited, specimen

SURFACE = {"name", "bases", "positions", "parameter", "overload", "returns", "type of an attribute"}
"""Facts covered by test_diff_surface.py."""
SOURCES = {"correction", "statement"}
"""Facts covered by test_diff_drift.py."""


def said(found: list[Change]) -> set[tuple[str, str, str]]:
    """Return location, fact and change of each."""
    return {(change.fact.where, change.fact.kind, change.what) for change in found}


def worst(found: list[Change]) -> str:
    """Return the class of all changes together."""
    impact = DiffReport("", "", found).impact
    return "none" if impact is None else impact.word


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_forward(case: Case) -> None:
    """An edit is found at its location, with the expected change and class."""
    found = changes(specimen(), edited(case.edit))
    assert (case.where, case.fact, case.change) in said(found)
    assert worst(found) == case.there


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_reverse(case: Case) -> None:
    """The reverse of an edit is found with the expected change and class."""
    found = changes(edited(case.edit), specimen())
    assert (case.where, case.fact, case.change_back) in said(found)
    assert worst(found) == case.back


def test_cases_are_many() -> None:
    """There are more than forty cases with unique titles."""
    assert len(CASES) > 40
    assert len({case.title for case in CASES}) == len(CASES)


def test_every_rule_has_a_case() -> None:
    """At least one case covers every rule about specs."""
    pairs = [(specimen(), edited(case.edit)) for case in CASES] + [(edited(one), edited(other)) for one, other in OTHER_PAIRS]
    pairs_both_ways = [*pairs, *((new, old) for old, new in pairs)]
    met = {rule for old, new in pairs_both_ways for change in changes(old, new) for rule in change.rules}
    missing = [rule[:3] for rule in RULES if rule not in met and rule.fact not in SURFACE | SOURCES]
    assert not missing


def test_removed_containers_hide_their_facts() -> None:
    """Facts inside a removed action, type or property are not reported."""
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


def test_both_directions_are_classified() -> None:
    """A type used in requests and responses is classified twice; the worse class counts."""
    document = specimen()
    document["components"]["schemas"]["Both"]["properties"]["Size"]["maximum"] = 99
    (change,) = changes(specimen(), document)
    assert [(rule.direction, rule.impact.word) for rule in change.rules] == [("request", "additive"), ("response", "breaking")]
    assert change.impact.word == "breaking"
    assert change.reasons == ["Values outside the documented range are possible."]
