from __future__ import annotations

from collections import Counter

from generator.diff.report import DiffReport
from tests.generator.diff.edits import seeded_edit, spec
from tests.generator.diff.specimens import changes

SEEDS = range(500)


def test_500_random_edits() -> None:
    """Each of 500 random edits of the SCF spec is found with its expected class."""
    kinds: Counter[str] = Counter()
    wrong = []
    for seed in SEEDS:
        edit = seeded_edit(seed)
        impact = DiffReport("", "", changes(spec(), edit.document)).impact
        found = "none" if impact is None else impact.word
        kinds[edit.done.partition(" ")[0]] += 1
        if found != edit.expected:
            wrong.append(f"{seed}: {edit.done}: {found}, not {edit.expected}")
    assert not wrong
    assert len(kinds) == 27
    assert min(kinds.values()) >= 5


def test_edits_are_reproducible() -> None:
    """The same seed gives the same edit."""
    assert [seeded_edit(seed) for seed in range(20)] == [seeded_edit(seed) for seed in range(20)]
