"""Lease: when a process renews, and what a lost renewal may not give away."""

from __future__ import annotations

from tencentkit.throttle._lease import Lease, Usage
from tencentkit.throttle._lease_table import LeaseTable
from tencentkit.throttle._store import LeaseReply

_PERIOD = 1.01


def _contended_lease() -> tuple[Lease, Usage]:
    """Return a lease of 20 used permits whose share falls to 10, at the time 1.2, and its use."""
    lease = Lease(1, limit=20, period=_PERIOD, fair_share=20, priority=1, random=lambda: 0.5)
    arrivals = [1.0] * 20
    usage = Usage(20, 0, 5, lambda most: arrivals[:most])
    lease.accept(LeaseReply(20, target=10, contended=True, members=2, allowed=20), 0.0, 0.0)
    return lease, usage


def test_lost_renewal_delays_the_next() -> None:
    """The store frees what a lost renewal gave back as soon as the next one arrives, so that one waits until it no longer counts."""
    lease, usage = _contended_lease()
    request = lease.request(1.2, usage)
    assert request.later == 10
    lease.fail(request, 1.3, delivered=True)
    free_at = 1.0 + _PERIOD
    assert not lease.may_renew(free_at - 0.01)
    assert not lease.is_due(free_at - 0.01)
    assert not lease.should_return(free_at - 0.01, usage)
    assert lease.is_due(free_at + 0.5)


def test_refused_renewal_delays_nothing() -> None:
    """A store that did not get the renewal leaves its permits with the process."""
    lease, usage = _contended_lease()
    request = lease.request(1.2, usage)
    lease.fail(request, 1.3, delivered=False)
    assert lease.held == 20
    assert lease.may_renew(1.3)


def test_lost_renewal_frees_no_used_permit() -> None:
    """Another process gets a permit of a lost renewal only when its last request no longer counts."""
    table = LeaseTable()
    lease = Lease(1, limit=20, period=_PERIOD, fair_share=20, priority=1, random=lambda: 0.0)
    other = Lease(2, limit=20, period=_PERIOD, fair_share=20, priority=1, random=lambda: 0.0)
    idle = Usage(0, 0, 20, lambda _most: ())
    lease.accept(table.renew(lease.request(0.0, idle), 0.0), 0.0, 0.0)
    other.accept(table.renew(other.request(0.0, idle), 0.0), 0.0, 0.0)
    assert (lease.held, other.held) == (20, 0)
    now = 1.0
    arrivals = [1.0] * 20
    busy = Usage(20, 0, 20, lambda most: arrivals[:most])
    lease.accept(table.renew(lease.request(now, busy), now), now, now)
    request = lease.request(now + 0.1, busy)
    assert request.later > 0
    lease.fail(request, now + 0.2, delivered=True)
    while now < 2.0:
        now += 0.05
        if lease.is_due(now):
            lease.accept(table.renew(lease.request(now, busy), now), now, now)
        other.accept(table.renew(other.request(now, idle), now), now, now)
        assert other.permits(now) == 0
