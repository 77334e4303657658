"""Use of httpx for proxies, unusual URLs and intercepted requests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpcore
import httpx

from ._bodies import RequestBody, timeout_extension
from ._origin import HIGHEST_PORT
from ._types import HttpRequest


class _HttpxBody(httpx.SyncByteStream, httpx.AsyncByteStream):
    """`RequestBody` as a stream of httpx."""

    def __init__(self, body: RequestBody) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._body)


def pool_for(client: httpx.Client | httpx.AsyncClient, url: str) -> tuple[httpcore.URL, Any]:
    """Return the URL in the form of httpcore, and the pool of httpcore that connects to it, perhaps through a proxy."""
    parsed = httpx.URL(url)
    if parsed.scheme not in {"http", "https"}:
        raise httpx.UnsupportedProtocol(f"the URL has the scheme {parsed.scheme!r}, not http or https")
    if parsed.port is not None and not 0 < parsed.port <= HIGHEST_PORT:
        raise httpx.InvalidURL(f"port {parsed.port} is not in 1 to 65535")
    target = httpcore.URL(scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=parsed.raw_path)
    transport: Any = client._transport_for_url(parsed)  # noqa: SLF001 - not public, hence httpx<0.29
    return target, transport._pool  # noqa: SLF001


def transport_for(client: httpx.Client | httpx.AsyncClient, url: str) -> Any:
    """Return the transport of httpx for `url`."""
    return client._transport_for_url(httpx.URL(url))  # noqa: SLF001 - as above


def httpx_request(request: HttpRequest, timeout: float | None, body: RequestBody) -> httpx.Request:
    """Return `request` in the form of httpx, built so that httpx adds nothing to the signed bytes."""
    extensions = {"timeout": timeout_extension(request, timeout)}
    return httpx.Request(request.method, httpx.URL(request.url), headers=request.headers, stream=_HttpxBody(body), extensions=extensions)
