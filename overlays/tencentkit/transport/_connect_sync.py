"""Connecting to one of several addresses of a host within one time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import httpcore


def connect_one(
    addresses: Sequence[str], timeout: float | None, connect: Callable[[str, float | None], httpcore.NetworkStream]
) -> httpcore.NetworkStream:
    """Try one address after the other; each has its part of the time that is left, so that one that is mute leaves some to the next."""
    ends = None if timeout is None else time.monotonic() + timeout
    failure: Exception = httpcore.ConnectError("the host has no address")
    for number, address in enumerate(addresses):
        left = None if ends is None else max(1e-6, ends - time.monotonic())
        try:
            return connect(address, None if left is None else left / (len(addresses) - number))
        except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
            failure = error
    raise failure
