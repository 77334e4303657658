from __future__ import annotations

from collections import Counter

from generator.diff.report import Report
from tests.generator.diff.edits import made, spec
from tests.generator.diff.specimens import changes

SEEDS = range(500)


def test_500_random_edits() -> None:
    """Of 500 random edits of the SCF spec each one is found, and has the class that a plain look at the edit gives."""
    kinds: Counter[str] = Counter()
    wrong = []
    for seed in SEEDS:
        edit = made(seed)
        impact = Report("", "", changes(spec(), edit.document)).impact
        found = "none" if impact is None else impact.word
        kinds[edit.done.partition(" ")[0]] += 1
        if found != edit.expected:
            wrong.append(f"{seed}: {edit.done}: {found}, not {edit.expected}")
    assert not wrong
    assert len(kinds) == 27
    assert min(kinds.values()) >= 5


def test_edits_are_reproducible() -> None:
    """A seed gives the same edit again."""
    assert [made(seed) for seed in range(20)] == [made(seed) for seed in range(20)]
