from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.diff.rules import DIRECTIONAL, RULES, rule_for, table

PAGE = Path(__file__).parents[3] / "docs/design/compatibility.md"


def test_page_contains_rules() -> None:
    """The table in docs/design/compatibility.md equals the table in the code."""
    text = PAGE.read_text(encoding="utf-8")
    assert text.partition("diff --rules -->\n")[2].partition("<!-- end of rules")[0].strip() == table().strip()


def test_command_prints_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """`diff --rules` prints the table."""
    assert main(["diff", "--rules"]) == 0
    assert capsys.readouterr().out == table()


def test_rules_are_unique() -> None:
    """No two rows cover the same change."""
    assert max(Counter(rule[:3] for rule in RULES).values()) == 1


def test_reasons_are_sentences() -> None:
    """Every reason is a sentence, and no cell contains a table separator."""
    for rule in RULES:
        assert rule.reason.endswith(".")
        assert "|" not in f"{rule.fact}{rule.change}{rule.reason}"


@pytest.mark.parametrize("fact", sorted(DIRECTIONAL))
def test_directional_facts_have_both_directions(fact: str) -> None:
    """A directional fact has a row for each direction of each change."""
    for change in {rule.change for rule in RULES if rule.fact == fact}:
        for direction in ("request", "response"):
            assert rule_for(fact, change, direction).direction == direction
