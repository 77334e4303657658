"""Fleets on one store in simulated time: never more than the limit in any second, whatever happens to members and store."""

from __future__ import annotations

import pytest

from tests.throttle.lease_simulation import FleetSimulation, Weather

_BAD = Weather(lost=0.05, stall=0.7, skew=30.0, arriving=0.1, leaving=0.1, away=(30.0, 60.0))


@pytest.mark.parametrize(("members", "limit"), [(13, 20), (60, 20), (60, 100), (300, 20), (150, 300)])
@pytest.mark.parametrize("seed", [1, 2])
def test_limit_holds_in_bad_weather(members: int, limit: int, seed: int) -> None:
    """Members come, go, crash and stall, replies get lost, and the store is away for 30 s."""
    one = FleetSimulation(members=members, limit=limit, weather=_BAD, seed=seed)
    one.run(90)
    assert one.busiest_second() <= limit
    assert one.operations_per_member() <= 2
    # Crashes cost small fleets most: the part of a silent member is reserved for a while.
    assert one.use(70, 90) >= (0.85 if members >= 60 else 0.7)


@pytest.mark.parametrize(("members", "limit", "seconds"), [(4, 20, 30), (13, 20, 60), (50, 20, 60), (60, 100, 40), (200, 300, 30)])
def test_limit_is_used_and_shared(members: int, limit: int, seconds: int) -> None:
    """At least 90 % of the limit is used, and the members get equal parts, also where whole permits rotate."""
    one = FleetSimulation(members=members, limit=limit)
    one.run(seconds)
    assert one.busiest_second() <= limit
    assert one.use(5, seconds) >= 0.9
    assert one.fairness() >= 0.95
    assert one.operations_per_member() <= 2


def test_outage_keeps_permits_in_hands() -> None:
    """Permits stay where they are while the store is unreachable: most of the limit is used, and never more."""
    one = FleetSimulation(members=50, limit=20, weather=Weather(away=(20.0, 60.0)))
    one.run(80)
    assert one.busiest_second() <= 20
    assert one.use(25, 60) >= 0.5
    assert one.use(65, 80) >= 0.9
