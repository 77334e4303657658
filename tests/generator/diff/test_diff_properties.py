from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.diff.formats import FORMATS
from generator.diff.report import Report
from generator.diff.rules import Impact
from tests.generator.diff.cases import CASES
from tests.generator.diff.specimens import Document, changes, edited, specimen
from tests.generator.diff.test_diff_cases import worst

PHASES = [phase for phase in Phase if phase is not Phase.shrink]
"""A failing example is small enough as it is, and to shrink it takes minutes."""

FLIPS = {
    ("maximum", "request"), ("minimum", "request"), ("maximum", "response"), ("minimum", "response"),
    ("nullable", "request"), ("nullable", "response"), ("required", "request"), ("form", "response"),
}  # fmt: skip
"""Facts and directions in which a change one way is additive exactly where the way back is breaking."""

_edits = st.lists(st.sampled_from(CASES), min_size=1, max_size=6)
_quick = settings(database=None, deadline=None, max_examples=60, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])


def document_of(cases: list[Any]) -> Document | None:
    """The specimen after several edits; None where one takes away what another needs."""
    try:
        return edited(*(case.edit for case in cases))
    except (KeyError, ValueError):
        return None


def shuffled(value: Any, source: random.Random) -> Any:
    """The same value with its keys in another order."""
    if isinstance(value, dict):
        keys = list(value)
        source.shuffle(keys)
        return {key: shuffled(value[key], source) for key in keys}
    return [shuffled(item, source) for item in value] if isinstance(value, list) else value


@_quick
@given(_edits)
def test_nothing_changes_against_itself(cases: list[Any]) -> None:
    """A document compared with itself has no change."""
    document = document_of(cases)
    if document is not None:
        assert changes(document, document) == []


@_quick
@given(_edits, st.integers(0, 1000))
def test_order_of_keys(cases: list[Any], seed: int) -> None:
    """The order of keys says nothing, neither on its own nor beside other changes, and every format comes out to the byte."""
    document = document_of(cases)
    if document is None:
        return
    source = random.Random(seed)
    assert changes(document, shuffled(document, source)) == []
    found = changes(specimen(), document)
    again = changes(shuffled(specimen(), source), shuffled(document, source))
    for form in FORMATS.values():
        assert form(Report("old", "new", found)) == form(Report("old", "new", again))


@_quick
@given(_edits)
def test_nothing_is_lost_on_the_way_back(cases: list[Any]) -> None:
    """A change that is found one way is found the other way, in the same place; only what is inside of what goes is told less of."""
    document = document_of(cases)
    if document is None:
        return
    there, back = (
        {(change.fact.where, change.fact.kind, change.fact.item) for change in found}
        for found in (changes(specimen(), document), changes(document, specimen()))
    )
    assert there == back


@_quick
@given(_edits)
def test_additive_there_is_breaking_back(cases: list[Any]) -> None:
    """Where the table says so, a change is additive one way exactly if it is breaking the other way."""
    document = document_of(cases)
    if document is None:
        return
    back = {change.fact: change for change in changes(document, specimen())}
    for change in changes(specimen(), document):
        other = back[change.fact]
        for rule in change.rules:
            twins = [twin for twin in other.rules if twin.direction == rule.direction]
            if (rule.fact, rule.direction) in FLIPS and rule.change != "changed":
                assert all({rule.impact, twin.impact} == {Impact.ADDITIVE, Impact.BREAKING} for twin in twins)


@_quick
@given(_edits)
def test_the_worst_wins(cases: list[Any]) -> None:
    """Several changes together are of the worst of their classes, and never of a lesser one than their table row."""
    document = document_of(cases)
    if document is not None and (found := changes(specimen(), document)):
        assert worst(found) == max(rule.impact for change in found for rule in change.rules).word


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@_quick
@given(_values)
def test_any_value_in_any_format(value: Any) -> None:
    """Whatever an unknown key holds, the change is told in every format, and no character of it ends a line."""
    document = specimen()
    document["x-any"] = {"key": value}
    found = changes(specimen(), document)
    assert found
    for form in FORMATS.values():
        text = form(Report("old", "new", found))
        assert text.splitlines() == text.split("\n")[:-1]
