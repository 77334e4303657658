"""DNS lookup with a timeout, and the order in which to try the addresses of a host.

`getaddrinfo` has no timeout; a resolver that hangs takes 10 s and more. Each lookup therefore has its own thread, which the caller leaves
at the deadline. An event loop's executor would wait for that thread at the end of the loop. Concurrent callers share one lookup
(single flight), so a resolver that hangs occupies one thread a host.
"""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._monotonic import monotonic
from ..errors import ConnectionFailed

if TYPE_CHECKING:
    from .._concurrency.single_flight import InFlight, SingleFlight

HEAD_START = 0.25
"""Seconds after which the next address is tried in parallel (RFC 8305)."""
_MEMORY = 600.0
"""Seconds for which an address without a response is tried last."""

_lookups: dict[tuple[int, str, int], SingleFlight[tuple[str, ...]]] = {}
_unresponsive: dict[str, float] = {}
"""Monotonic time until which an address is tried last."""


def resolve(host: str, port: int, timeout: float | None) -> tuple[str, ...]:
    """Return the addresses of `host` in the order in which to try them.

    Raises:
        ConnectionFailed: The lookup failed.
        TimedOut: It took longer than `timeout` seconds.
    """
    if _is_address(host):
        return (host,)
    try:
        return _lookup(host, port).wait(timeout)
    except (OSError, UnicodeError) as error:
        raise _lookup_failed(host, error) from error


async def resolve_async(host: str, port: int, timeout: float | None) -> tuple[str, ...]:
    """Return the addresses of `host` without blocking the event loop; see `resolve`."""
    if _is_address(host):
        return (host,)
    try:
        return await _lookup(host, port).wait_async(timeout)
    except (OSError, UnicodeError) as error:
        raise _lookup_failed(host, error) from error


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _lookup(host: str, port: int) -> InFlight[tuple[str, ...]]:
    from .._concurrency.single_flight import InFlight, SingleFlight  # an address does not need it

    def fetch() -> tuple[str, ...]:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return tuple(dict.fromkeys(str(address[0]) for *_, address in found))

    def start() -> InFlight[tuple[str, ...]]:
        return InFlight.in_thread(fetch, f"DNS lookup of {host}")

    # By process: a server that forks in C runs no hook, and the thread of a lookup exists in the parent only.
    return _lookups.setdefault((os.getpid(), host, port), SingleFlight()).join(start)


def responsive_first(addresses: Sequence[str]) -> list[str]:
    """Return the addresses, those last that recently gave no response."""
    if not _unresponsive:
        return list(addresses)
    now = monotonic()
    return sorted(addresses, key=lambda address: _unresponsive.get(address, 0.0) > now)


def note_attempts(addresses: Sequence[str], connected: str | None) -> None:
    """Remember which of the tried addresses gave no response, in their order up to the one that connected."""
    for address in addresses:
        if address == connected:
            _unresponsive.pop(address, None)
            return
        _unresponsive[address] = monotonic() + _MEMORY


def _lookup_failed(host: str, error: Exception) -> ConnectionFailed:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return ConnectionFailed(f"could not connect: DNS lookup of {host} failed ({reason})", sent=False)
