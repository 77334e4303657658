from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.diff.formats import FORMATS
from generator.diff.report import DiffReport
from generator.diff.rules import Impact
from tests.generator.diff.cases import CASES
from tests.generator.diff.specimens import Document, changes, edited, specimen
from tests.generator.diff.test_diff_cases import worst

PHASES = [phase for phase in Phase if phase is not Phase.shrink]
"""Shrinking takes minutes, and failing examples are small anyway."""

FLIPS = {
    ("maximum", "request"), ("minimum", "request"), ("maximum", "response"), ("minimum", "response"),
    ("nullable", "request"), ("nullable", "response"), ("required", "request"), ("form", "response"),
}  # fmt: skip
"""Facts and directions whose change is additive one way exactly if the reverse is breaking."""

_edits = st.lists(st.sampled_from(CASES), min_size=1, max_size=6)
_quick = settings(database=None, deadline=None, max_examples=60, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])


def document_of(cases: list[Any]) -> Document | None:
    """Return the specimen after several edits; None if they conflict."""
    try:
        return edited(*(case.edit for case in cases))
    except (KeyError, ValueError):
        return None


def shuffled(value: Any, source: random.Random) -> Any:
    """Return the value with shuffled keys."""
    if isinstance(value, dict):
        keys = list(value)
        source.shuffle(keys)
        return {key: shuffled(value[key], source) for key in keys}
    return [shuffled(item, source) for item in value] if isinstance(value, list) else value


@_quick
@given(_edits)
def test_no_changes_against_itself(cases: list[Any]) -> None:
    """A document has no changes against itself."""
    document = document_of(cases)
    if document is not None:
        assert changes(document, document) == []


@_quick
@given(_edits, st.integers(0, 1000))
def test_order_of_keys(cases: list[Any], seed: int) -> None:
    """Key order affects neither the changes nor the bytes of any format."""
    document = document_of(cases)
    if document is None:
        return
    source = random.Random(seed)
    assert changes(document, shuffled(document, source)) == []
    found = changes(specimen(), document)
    again = changes(shuffled(specimen(), source), shuffled(document, source))
    for form in FORMATS.values():
        assert form(DiffReport("old", "new", found)) == form(DiffReport("old", "new", again))


@_quick
@given(_edits)
def test_reverse_has_same_locations(cases: list[Any]) -> None:
    """The reverse comparison finds changes of the same facts at the same locations."""
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
def test_additive_reversed_is_breaking(cases: list[Any]) -> None:
    """For the listed facts, a change is additive exactly if its reverse is breaking."""
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
def test_worst_class_wins(cases: list[Any]) -> None:
    """Several changes together have the worst of their classes."""
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
    """Every format reports a change of an unknown key, and no value breaks a line."""
    document = specimen()
    document["x-any"] = {"key": value}
    found = changes(specimen(), document)
    assert found
    for form in FORMATS.values():
        text = form(DiffReport("old", "new", found))
        assert text.splitlines() == text.split("\n")[:-1]
