"""Store protocol: lease requests and replies, and the exceptions of a store."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable


class LeaseRequest(NamedTuple):
    """Renewal of one process's lease of one bucket.

    Attributes:
        member: Number of the process.
        sequence: Number of the request; the store ignores a request that arrives after a later one.
        limit: Limit of the bucket.
        held: Permits that the process keeps.
        want: Permits that it could use, all together; 0 with nothing held: it leaves.
        returned: Permits that it gives back.
        returned_in: Seconds until they no longer count.
        later: Permits that it gives back, and that count longer.
        later_in: Seconds until those no longer count.
        priority: Priority class: 0 is the highest.
        refused: The service refused a request of the process for its rate since the last renewal.
        fair_share: Permits that all processes together may get from a store without data.
        period: Seconds for which a request counts after its arrival.
    """

    member: int
    sequence: int
    limit: int
    held: int = 0
    want: int = 0
    returned: int = 0
    returned_in: float = 0.0
    later: int = 0
    later_in: float = 0.0
    priority: int = 1
    refused: bool = False
    fair_share: int = 1
    period: float = 1.01


class LeaseReply(NamedTuple):
    """Lease of one process.

    Attributes:
        held: Permits of the process; -1: the request came after a later one.
        delayed: How many of them it may use only after `starts_in` seconds.
        starts_in: Seconds.
        target: Permits to go down to: it gives the others back with the next renewal.
        turn_ends_in: Seconds after which a permit that rotates goes to the next process; -1: no permit rotates.
        lease: Seconds after the request was sent until which the permits may be used.
        renew_in: Seconds until the next renewal.
        members: Processes that share the bucket.
        allowed: Permits of all processes together.
        contended: Processes want more permits than there are.
        wait: Estimated seconds until the process gets a permit.
    """

    held: int
    delayed: int = 0
    starts_in: float = 0.0
    target: int = 0
    turn_ends_in: float = -1.0
    lease: float = 5.0
    renew_in: float = 1.2
    members: int = 1
    allowed: int = 0
    contended: bool = False
    wait: float = 0.0


class StoreFault(Exception):
    """The store failed or timed out.

    Args:
        reason: The failure.
        permanent: It fails in the same way until its configuration changes.
        delivered: The store may have applied the request.
    """

    def __init__(self, reason: str, *, permanent: bool = False, delivered: bool = True) -> None:
        super().__init__(reason)
        self.permanent = permanent
        self.delivered = delivered


@runtime_checkable
class Store(Protocol):
    """Store of the leases of several processes: `FileStore`, `RedisStore`."""

    def renew(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        """Renew one process's lease of a bucket.

        Args:
            bucket: Name of the bucket.
            request: The renewal.
            budget: Maximum seconds to wait.

        Raises:
            StoreFault: The store failed or timed out.
        """
        ...

    async def renew_async(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        """`renew` for an event loop."""
        ...
