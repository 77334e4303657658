"""Limiters of a throttle by bucket; buckets that are not used any more are dropped."""

from __future__ import annotations

from weakref import WeakValueDictionary

from ._bucket_key import BucketKey
from ._local_limiter import LocalLimiter
from ._shared_limiter import SharedLimiter

Limiter = LocalLimiter | SharedLimiter
_UNUSED_FOR = 600.0
"""Seconds without a request after which a bucket is dropped."""
_SWEEP_INTERVAL = 60.0


class Buckets:
    """Limiters by bucket. The throttle's lock guards every method."""

    def __init__(self) -> None:
        self.limiters: dict[BucketKey, Limiter] = {}
        """Those that were not dropped; to be read only."""
        self._dropped: WeakValueDictionary[BucketKey, Limiter] = WeakValueDictionary()
        """Limiters that a call may still use: a second limiter of the same bucket would double its limit."""
        self._swept_at = -1e9

    def revive(self, key: BucketKey) -> Limiter | None:
        """Return the limiter of a bucket, also of one that was dropped while a call used it."""
        limiter = self.limiters.get(key) or self._dropped.get(key)
        if limiter is not None:
            self.limiters[key] = limiter
        return limiter

    def add(self, key: BucketKey, limiter: Limiter, now: float) -> None:
        """Add the limiter of a new bucket, and drop unused ones."""
        if now - self._swept_at > _SWEEP_INTERVAL:
            self._swept_at = now
            for other, unused in list(self.limiters.items()):
                if unused.is_unused(_UNUSED_FOR):
                    self._dropped[other] = self.limiters.pop(other)
        self.limiters[key] = limiter

    def all(self) -> dict[BucketKey, Limiter]:
        """Return a copy of the limiters that were not dropped."""
        return dict(self.limiters)
