"""Connections of an event loop, from the host's name to the handshake.

The name is looked up in a thread of ours (see `_resolving`). httpcore 1.0 leaves the socket of a TLS handshake that is cancelled
to the garbage collector; here it is closed at once.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Awaitable, Iterable
from typing import TYPE_CHECKING, Any

import httpcore

from ._connect_async import connect_one_async
from ._dns import addresses_async

if TYPE_CHECKING:
    import httpx


class Backend(httpcore.AsyncNetworkBackend):
    """See the module's first lines."""

    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        started = time.monotonic()
        found = await addresses_async(host, port, timeout)
        left = None if timeout is None else max(0.0, timeout - (time.monotonic() - started))

        def connect(address: str) -> Awaitable[httpcore.AsyncNetworkStream]:
            return self._inner.connect_tcp(address, port, left, local_address, socket_options)

        return _Stream(await connect_one_async(found, connect))

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return _Stream(await self._inner.connect_unix_socket(path, timeout, socket_options))

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


class _Stream(httpcore.AsyncNetworkStream):
    """A connection, with or without TLS."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self.inner = inner

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return await self.inner.read(max_bytes, timeout)
        except ssl.SSLError as error:  # httpcore lets it through, here alone
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            await self.inner.write(buffer, timeout)
        except ssl.SSLError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        # A task of its own comes to its end, whoever is cancelled meanwhile.
        await asyncio.shield(asyncio.ensure_future(self.inner.aclose()))

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        try:
            return _Stream(await self.inner.start_tls(ssl_context, server_hostname, timeout))
        except BaseException:
            await self.aclose()
            raise

    def get_extra_info(self, info: str) -> Any:
        return self.inner.get_extra_info(info)


def connect_our_way(client: httpx.AsyncClient) -> None:
    """See the module's first lines; for every pool of `client`."""
    import httpx

    for transport in (client._transport, *client._mounts.values()):  # noqa: SLF001 - as in _budget
        if isinstance(transport, httpx.AsyncHTTPTransport):
            pool = transport._pool  # noqa: SLF001
            pool._network_backend = Backend(pool._network_backend)  # noqa: SLF001
