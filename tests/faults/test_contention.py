"""Contention: a small soak run with many faults. Every response belongs to its request, and nothing grows."""

from __future__ import annotations

import pytest

from bench import soak


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # raised when the server process starts
def test_responses_match_their_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two thousand calls of threads and tasks; a fifth of the requests meet a fault, such as an extra response."""
    monkeypatch.setenv("SOAK_FAULTS", "0.2")
    soaked = soak.soak(2000)
    assert soaked.wrong == []
    assert sum(soaked.ends.values()) == soaked.rounds[-1].calls == 2000
    assert soaked.ends["right"] > 1900
    assert len({each.threads for each in soaked.rounds}) == 1
