"""Client-side rate limiting: throttle, buckets, and the stores that share them between processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy_exports
from ..hooks import ThrottleEvent as ThrottleEvent
from ._bucket_key import BucketKey as BucketKey
from ._throttle import BucketState as BucketState
from ._throttle import Throttle as Throttle

if TYPE_CHECKING:
    from ._file_store import FileStore as FileStore
    from ._redis_store import RedisStore as RedisStore

__all__ = [
    "BucketKey",
    "BucketState",
    "FileStore",
    "RedisStore",
    "Throttle",
    "ThrottleEvent",
]

if not TYPE_CHECKING:  # a type checker would accept every name
    __getattr__, __dir__ = lazy_exports(
        globals(),
        {
            "FileStore": "._file_store",
            "RedisStore": "._redis_store",
        },
    )
