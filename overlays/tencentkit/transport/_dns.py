"""The addresses of a host, within a time.

`getaddrinfo` has no time limit of its own, and where a resolver hangs it takes 10 s and more. In a thread of its own it is left
to itself at the deadline, and takes no place in an event loop's executor, for which the loop's end would wait. All who want the
same host wait for one lookup, so that a resolver that hangs holds one thread a host.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

from ..errors import ConnectionFailed

if TYPE_CHECKING:
    from .._concurrency.single_flight import InFlight, SingleFlight

_lookups: dict[tuple[str, int], SingleFlight[tuple[str, ...]]] = {}


def addresses(host: str, port: int, timeout: float | None) -> tuple[str, ...]:
    """The addresses of `host` in the order in which to try them.

    Raises:
        ConnectionFailed: It has none.
        TimedOut: They did not come within `timeout` seconds.
    """
    if _is_address(host):
        return (host,)
    try:
        return _lookup(host, port).wait(timeout)
    except (OSError, UnicodeError) as error:
        raise _not_found(host, error) from error


async def addresses_async(host: str, port: int, timeout: float | None) -> tuple[str, ...]:
    """`addresses` without blocking the event loop."""
    if _is_address(host):
        return (host,)
    try:
        return await _lookup(host, port).wait_async(timeout)
    except (OSError, UnicodeError) as error:
        raise _not_found(host, error) from error


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _lookup(host: str, port: int) -> InFlight[tuple[str, ...]]:
    from .._concurrency.single_flight import InFlight, SingleFlight  # an address needs no lookup, and a lookup brings asyncio with it

    def ask() -> tuple[str, ...]:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return tuple(dict.fromkeys(str(address[0]) for *_, address in found))

    def start() -> InFlight[tuple[str, ...]]:
        return InFlight.in_thread(ask, f"the address of {host}")

    return _lookups.setdefault((host, port), SingleFlight()).join(start)


def _not_found(host: str, error: Exception) -> ConnectionFailed:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return ConnectionFailed(f"no connection: {host} is not found ({reason})", sent=False)
