"""Network backend of httpcore for threads: DNS lookup, connection attempts, and the total timeout of an exchange.

httpx limits each read only, so a server that sends single bytes can outlast any read timeout. httpcore reads through its network backend,
which therefore enforces the limit. An event loop has `asyncio.timeout` instead.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpcore

from .._deadline import shorter_limit
from ..errors import TimedOut
from ._dns import resolve

if TYPE_CHECKING:
    import httpx

_budget = threading.local()


@contextmanager
def time_budget(budget: float | None) -> Generator[None]:
    """End every wait of this thread's exchange `budget` seconds from now."""
    before = getattr(_budget, "ends", None)
    _budget.ends = None if budget is None else time.monotonic() + budget
    try:
        yield
    finally:
        _budget.ends = before


def clamp_timeout(timeout: float | None) -> float | None:
    """Return `timeout`, or the rest of the budget if that is less."""
    ends: float | None = getattr(_budget, "ends", None)
    return shorter_limit(timeout, None if ends is None else max(ends - time.monotonic(), 1e-6))


def check_budget() -> None:
    """Raise after the end of the budget. A steady flow of bytes causes no wait that could time out."""
    ends: float | None = getattr(_budget, "ends", None)
    if ends is not None and time.monotonic() >= ends:
        raise TimedOut("timed out: the response was incomplete at the call's deadline", sent=True)


def connect_first(
    addresses: Sequence[str], timeout: float | None, connect: Callable[[str, float | None], httpcore.NetworkStream]
) -> httpcore.NetworkStream:
    """Try the addresses in turn. Each gets an equal part of the time left, so an unresponsive one leaves time for the next."""
    ends = None if timeout is None else time.monotonic() + timeout
    failure: Exception = httpcore.ConnectError("the DNS lookup returned no address")
    for number, address in enumerate(addresses):
        left = None if ends is None else max(1e-6, ends - time.monotonic())
        try:
            return connect(address, None if left is None else left / (len(addresses) - number))
        except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
            failure = error
    raise failure


class BoundedBackend(httpcore.NetworkBackend):
    """Network backend whose waits end with the budget."""

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
        addresses = resolve(host, port, clamp_timeout(timeout))
        left = None if timeout is None else max(1e-6, timeout - (time.monotonic() - started))

        def connect(address: str, wait: float | None) -> httpcore.NetworkStream:
            return self._inner.connect_tcp(address, port, wait, local_address, socket_options)

        return _BoundedStream(connect_first(addresses, clamp_timeout(left), connect))

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        return _BoundedStream(self._inner.connect_unix_socket(path, clamp_timeout(timeout), socket_options))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _BoundedStream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, clamp_timeout(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, clamp_timeout(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _BoundedStream(self._inner.start_tls(ssl_context, server_hostname, clamp_timeout(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def install_backend(client: httpx.Client) -> None:
    """Give every pool of `client`, also those behind proxies, a `BoundedBackend`."""
    import httpx

    # httpx has no public access to the backend of its pool.
    for transport in (client._transport, *client._mounts.values()):  # noqa: SLF001
        if isinstance(transport, httpx.HTTPTransport):
            pool = transport._pool  # noqa: SLF001
            pool._network_backend = BoundedBackend(pool._network_backend)  # noqa: SLF001
