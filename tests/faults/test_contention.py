"""Under contention nobody gets another's answer, and nothing grows: the soak, small, with many faults."""

from __future__ import annotations

import pytest

from bench import soak


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # of the other process's own start
def test_every_answer_is_the_one_to_its_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two thousand calls from threads and tasks, a fifth of them with a stranger's answer behind their own, or worse."""
    monkeypatch.setenv("SOAK_FAULTS", "0.2")
    soaked = soak.soak(2000)
    assert soaked.wrong == []
    assert sum(soaked.ends.values()) == soaked.rounds[-1].calls == 2000
    assert soaked.ends["right"] > 1900
    assert len({each.threads for each in soaked.rounds}) == 1
