"""Keeping the published limits, so that the service never has to refuse."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Mapping
from typing import NamedTuple

from attrs import Factory, field, frozen

from ._pacer import Pacer


class BucketKey(NamedTuple):
    """What the service counts by: not the region header, but where the host resolves to."""

    account: str
    host: str
    action: str


@frozen(eq=False)  # compared by identity: it holds the buckets
class Throttle:
    """Sends no more requests a second than the service allows, for each account, host and action.

    One object may serve many clients, threads and event loops: its buckets are shared. Clients that are given none share
    one for the whole process.

    Args:
        limits: Requests a second by action, in place of the published ones.
        share: Part of each limit to use, above 0 and up to 1, when consoles or other services use the same account.
        window: Seconds in which the limit's number of requests may be sent; more than 1, since what leaves evenly arrives less evenly.
        gap: Seconds between two requests at least.

    Raises:
        ValueError: A number is out of its range.
    """

    limits: Mapping[str, int] = Factory(dict)
    share: float = 1.0
    window: float = 1.05
    gap: float = 0.010
    _buckets: dict[BucketKey, Pacer] = field(factory=dict, init=False, repr=False)
    _lock: list[threading.Lock] = field(factory=lambda: [threading.Lock()], init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not 0 < self.share <= 1:
            raise ValueError("share must be above 0 and at most 1")
        if self.window < 1 or self.gap < 0:
            raise ValueError("window must be at least 1 s, gap at least 0 s")
        if any(limit < 1 for limit in self.limits.values()):
            raise ValueError("a limit must be at least 1 request a second")
        _LIVING.add(self)

    def bucket(self, key: BucketKey, published: int | None) -> Pacer | None:
        """The bucket for `key`; `None` where neither the user nor the documentation names a limit."""
        bucket = self._buckets.get(key)
        if bucket is not None:
            return bucket
        limit = self.limits.get(key.action, published)
        if limit is None:
            return None
        allowed = limit * self.share
        # A share below one request a second stretches the window instead.
        slots, window = (int(allowed), self.window) if allowed >= 1 else (1, self.window / allowed)
        with self._lock[0]:
            return self._buckets.setdefault(key, Pacer(slots, window=window, gap=min(self.gap, window / slots)))

    def renew_locks(self) -> None:
        """Make the buckets usable in a forked child, whatever the parent's threads were doing."""
        self._lock[0] = threading.Lock()
        for bucket in self._buckets.values():
            bucket.renew_lock()


_LIVING: weakref.WeakSet[Throttle] = weakref.WeakSet()


def _renew_all_locks() -> None:
    for throttle in _LIVING:
        throttle.renew_locks()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_all_locks)

PROCESS_WIDE = Throttle()
"""The throttle of every client that is given none."""
