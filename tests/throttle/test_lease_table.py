"""LeaseTable: fair shares, priorities, rotation, and what silence and lost data cost."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tencentkit.throttle._lease_table import ARRIVAL, LEASE, RESERVE, LeaseTable
from tencentkit.throttle._store import LeaseReply, LeaseRequest


class Driver:
    """Members that renew each second, and do what the replies say."""

    def __init__(self, limit: int, wants: dict[int, int], **settings: Any) -> None:
        self.table, self.limit, self.wants, self.settings = LeaseTable(), limit, wants, settings
        self.now = 0.0
        self.sequences: dict[int, int] = {}
        self.replies: dict[int, LeaseReply] = {}

    def renew(self, number: int, **changes: Any) -> LeaseReply:
        self.sequences[number] = self.sequences.get(number, 0) + 1
        last = self.replies.get(number, LeaseReply(0))
        held = min(last.held, last.target, self.wants[number])
        settings = {name: values[number] for name, values in self.settings.items() if number in values}
        request = LeaseRequest(
            number, self.sequences[number], self.limit, held, max(self.wants[number], held), last.held - held, fair_share=self.limit
        )._replace(**settings | changes)
        self.replies[number] = self.table.renew(request, self.now)
        return self.replies[number]

    def run(self, seconds: int) -> dict[int, int]:
        """Return the permits of each member after so many rounds."""
        for _ in range(seconds):
            self.now += 1.0
            for number in self.wants:
                self.renew(number)
        assert self.table.booked <= self.limit
        return {number: reply.held for number, reply in self.replies.items()}


def test_shares_are_max_min_fair() -> None:
    """Small demands are met, and the others share the rest equally."""
    held = Driver(100, {1: 5, 2: 20, 3: 200, 4: 200}).run(10)
    assert (held[1], held[2]) == (5, 20)
    assert held[3] + held[4] == 75
    assert abs(held[3] - held[4]) <= 1


def test_lone_member_gets_everything() -> None:
    """Members that want nothing hold nothing."""
    driver = Driver(100, {1: 500})
    assert driver.run(3) == {1: 100}


def test_priority_keeps_floors() -> None:
    """The highest class comes first, and each lower class keeps a tenth of the limit."""
    driver = Driver(100, {1: 500, 2: 500, 3: 500}, priority={1: 0, 2: 1, 3: 2})
    assert driver.run(10) == {1: 80, 2: 10, 3: 10}
    driver.wants[1] = 30
    assert driver.run(10) == {1: 30, 2: 60, 3: 10}


def test_permits_rotate() -> None:
    """Three members share two permits: each gets its turns."""
    driver, turns = Driver(2, {1: 9, 2: 9, 3: 9}), dict.fromkeys((1, 2, 3), 0)
    for _ in range(60):
        driver.now += 1.0
        for number in driver.wants:
            last = driver.replies.get(number, LeaseReply(0))
            over = last.turn_ends_in >= 0 and last.held > 0
            reply = driver.renew(number, **({"held": last.held - 1, "returned": 1} if over else {}))
            turns[number] += reply.held
        assert driver.table.booked <= 2
    assert max(turns.values()) <= 1.5 * min(turns.values())


def test_late_request_is_ignored() -> None:
    """A request that arrives after a later one changes nothing."""
    driver = Driver(20, {1: 20})
    driver.run(2)
    assert driver.table.renew(LeaseRequest(1, 1, 20, 0, 0), driver.now).held == -1
    assert driver.table.booked == 20


def test_lost_reply_frees_its_permits() -> None:
    """The next request says what its process holds; the rest is free again."""
    driver = Driver(20, {1: 20})
    driver.renew(1)
    driver.renew(1, held=0, returned=0)
    assert driver.replies[1].held == 20


def test_silent_member_loses_permits_late() -> None:
    """Its part is reserved after its lease, and half of the limit at most for all silent members together."""
    driver = Driver(20, {1: 20, 2: 20})
    driver.run(5)
    del driver.wants[1]
    assert driver.run(int(LEASE + 1.01 + ARRIVAL) - 1)[2] == 10
    assert driver.run(3)[2] == 10  # the silent member keeps ten: limit / members
    assert driver.run(int(RESERVE) + 3)[2] == 20


def test_leaving_member_frees_permits_at_once() -> None:
    """A process that ends gives everything back; its last request still counts for a second."""
    driver = Driver(20, {1: 20, 2: 20})
    driver.run(5)
    driver.wants.pop(1)
    driver.table.renew(LeaseRequest(1, 99, 20, 0, 0, returned=8, later=2, later_in=1.0), driver.now)
    assert driver.renew(2).held == 18
    assert driver.run(2)[2] == 20


def test_lost_data_freezes_grants() -> None:
    """A member that holds permits, unknown to a new table, shows that data was lost: nobody gets new permits for a while."""
    driver = Driver(20, {1: 20})
    driver.run(2)
    driver.table, driver.now = LeaseTable(), 100.0
    assert driver.renew(1).held == 20
    driver.wants[2] = 20
    assert driver.renew(2).held == 0


def test_new_table_is_cautious() -> None:
    """A new process cannot know whether the data was lost: it gets the fair share at first."""
    driver = Driver(20, {1: 20}, fair_share={1: 5})
    assert driver.renew(1).held == 5
    driver.now = 4.0
    assert driver.renew(1).held == 20


@pytest.mark.parametrize("step", [-3600.0, 3600.0])
def test_clock_step_grants_nothing_twice(step: float) -> None:
    """The server's clock is set: leases stay booked until every member has renewed."""
    driver = Driver(20, {1: 10, 2: 10})
    driver.run(5)
    driver.now += step
    driver.wants[3] = 20
    assert driver.renew(3).held == 0
    assert sum(driver.run(9).values()) == 20


def test_refusal_shrinks_all() -> None:
    """One refusal lowers the limit of all by a quarter, a series once; it rises again after half a minute."""
    driver = Driver(20, {1: 20, 2: 20})
    driver.run(5)
    driver.renew(1, refused=True)
    driver.renew(2, refused=True)
    assert sum(driver.run(5).values()) == 15
    assert sum(driver.run(100).values()) == 20


def test_dump_and_load_round_trip() -> None:
    """A table that was written to a file and read again replies in the same way."""
    driver = Driver(7, {1: 3, 2: 9, 3: 9, 4: 1}, priority={3: 0, 4: 2})
    for _ in range(40):
        driver.run(1)
        driver.table = LeaseTable.load(json.loads(json.dumps(driver.table.dump())))
    assert sum(driver.run(1).values()) == 7


def test_slow_limit_outlives_its_lease() -> None:
    """One request in a minute: its permit is free a minute after the end of the lease, not some seconds."""
    driver = Driver(1, {1: 1}, period={1: 60.0, 2: 60.0})
    assert driver.renew(1).held == 1
    driver.wants = {2: 1}
    for _ in range(60):
        driver.now += 1.0
        assert driver.renew(2).held == 0
    assert driver.run(30)[2] == 1
