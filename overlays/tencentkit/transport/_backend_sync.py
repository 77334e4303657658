"""The total time of an exchange in a thread.

httpx bounds each read only, and a server that drips bytes outlasts that; httpcore reads through a network backend, so the
bound is put there. An event loop needs none of it: see `AsyncHttpxTransport`.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpcore

from .._deadline import least
from ..errors import TimedOut
from ._connect_sync import connect_one
from ._dns import addresses

if TYPE_CHECKING:
    import httpx

_budget = threading.local()


@contextmanager
def bounded(budget: float | None) -> Generator[None]:
    """End every wait of this thread's exchange `budget` seconds from now."""
    before = getattr(_budget, "ends", None)
    _budget.ends = None if budget is None else time.monotonic() + budget
    try:
        yield
    finally:
        _budget.ends = before


def clamped(timeout: float | None) -> float | None:
    """`timeout`, or what is left of the budget where that is less."""
    ends: float | None = getattr(_budget, "ends", None)
    return least(timeout, None if ends is None else max(ends - time.monotonic(), 1e-6))


def check_budget() -> None:
    """Raise when the budget is used up: bytes that keep coming never wait."""
    ends: float | None = getattr(_budget, "ends", None)
    if ends is not None and time.monotonic() >= ends:
        raise TimedOut("no complete answer within the call's deadline", sent=True)


class BoundedBackend(httpcore.NetworkBackend):
    """A network backend whose every wait ends with the budget."""

    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self._inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        started = time.monotonic()
        found = addresses(host, port, clamped(timeout))
        left = None if timeout is None else max(1e-6, timeout - (time.monotonic() - started))

        def connect(address: str, wait: float | None) -> httpcore.NetworkStream:
            return self._inner.connect_tcp(address, port, wait, local_address, socket_options)

        return _BoundedStream(connect_one(found, clamped(left), connect))

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        return _BoundedStream(self._inner.connect_unix_socket(path, clamped(timeout), socket_options))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _BoundedStream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, clamped(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, clamped(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _BoundedStream(self._inner.start_tls(ssl_context, server_hostname, clamped(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def bound_pools(client: httpx.Client) -> None:
    """Let every pool of `client`, those behind proxies included, wait no longer than the budget."""
    import httpx

    # httpx offers no public way to give its pool a network backend; without these attributes the bound would be per read.
    for transport in (client._transport, *client._mounts.values()):  # noqa: SLF001
        if isinstance(transport, httpx.HTTPTransport):
            pool = transport._pool  # noqa: SLF001
            pool._network_backend = BoundedBackend(pool._network_backend)  # noqa: SLF001
