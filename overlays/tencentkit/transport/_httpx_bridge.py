"""What httpx is needed for: whom a proxy serves, addresses that are odd, and requests while somebody stands in for its transports."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpcore
import httpx

from ._request_body import SentBody, timeouts
from ._types import HttpRequest

_HIGHEST_PORT = 65535


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """`SentBody` as httpx wants it."""

    def __init__(self, body: SentBody) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._body)


def pool_for(client: httpx.Client | httpx.AsyncClient, url: str) -> tuple[httpcore.URL, Any]:
    """The address as httpcore has it, and the pool that makes connections to it, a proxy's where one is in between."""
    parsed = httpx.URL(url)
    if parsed.scheme not in {"http", "https"}:
        raise httpx.UnsupportedProtocol(f"Request URL is of the scheme {parsed.scheme!r}, not http or https.")
    if parsed.port is not None and not 0 < parsed.port <= _HIGHEST_PORT:
        raise httpx.InvalidURL(f"There is no port {parsed.port}.")
    address = httpcore.URL(scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=parsed.raw_path)
    transport: Any = client._transport_for_url(parsed)  # noqa: SLF001 - no public way; httpx<0.29 is required, as for the total time
    return address, transport._pool  # noqa: SLF001


def transport_for(client: httpx.Client | httpx.AsyncClient, url: str) -> Any:
    """The transport that serves an address."""
    return client._transport_for_url(httpx.URL(url))  # noqa: SLF001 - as above


def prepared(request: HttpRequest, timeout: float | None, body: SentBody) -> httpx.Request:
    """`request` for a transport of httpx, by hand, so that nothing is added and the very bytes are sent that were signed."""
    extensions = {"timeout": timeouts(request, timeout)}
    return httpx.Request(request.method, httpx.URL(request.url), headers=request.headers, stream=_Body(body), extensions=extensions)
