"""DNS lookup with a timeout.

`getaddrinfo` has no timeout; a resolver that hangs takes 10 s and more. Each lookup therefore has its own thread, which the caller leaves
at the deadline. An event loop's executor would wait for that thread at the end of the loop. Concurrent callers share one lookup
(single flight), so a resolver that hangs occupies one thread a host.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

from ..errors import ConnectionFailed

if TYPE_CHECKING:
    from .._concurrency.single_flight import InFlight, SingleFlight

_lookups: dict[tuple[str, int], SingleFlight[tuple[str, ...]]] = {}


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
    from .._concurrency.single_flight import InFlight, SingleFlight  # loads asyncio, which an address does not need

    def fetch() -> tuple[str, ...]:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return tuple(dict.fromkeys(str(address[0]) for *_, address in found))

    def start() -> InFlight[tuple[str, ...]]:
        return InFlight.in_thread(fetch, f"DNS lookup of {host}")

    return _lookups.setdefault((host, port), SingleFlight()).join(start)


def _lookup_failed(host: str, error: Exception) -> ConnectionFailed:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return ConnectionFailed(f"could not connect: DNS lookup of {host} failed ({reason})", sent=False)
