"""Key of a bucket."""

from __future__ import annotations

from typing import NamedTuple


class BucketKey(NamedTuple):
    """Key of a bucket: the service counts by account, host and action. The region header does not matter.

    Attributes:
        account: See `credentials._account`.
        host: The endpoint's host.
        action: The action.
    """

    account: str
    host: str
    action: str
