"""httpx's transports without what httpx does around them for each request.

A request that is signed needs none of it: no cookie jar, no authentication, no redirects, no event hooks, no second form of its headers.
Left out, a call takes a third less. What stays is httpx's own: which transport serves an address (proxies and `NO_PROXY` included),
its pool, TLS, limits. Where somebody stands in for a transport's method, as VCR does, requests take the way through that method.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import httpcore
import httpx

from ._deadline import least
from ._lean_limits import recorded
from ._sent_body import SentBody
from .transport import HttpRequest

PROTOCOL_ERRORS = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
)
"""What httpcore raises, where httpx does not translate it."""


class Answer:
    """The beginning of an answer; its stream gives the rest, and must be closed.

    Attributes:
        status_code: HTTP status.
        headers: Names in lower case.
        stream: The body as it comes.
        extensions: What httpcore tells beside.
    """

    __slots__ = ("extensions", "headers", "status_code", "stream")

    def __init__(self, response: httpcore.Response) -> None:
        self.status_code = response.status
        self.headers = _joined(response.headers)
        self.stream: Any = response.stream
        self.extensions: Mapping[str, Any] = response.extensions

    def close(self) -> None:
        """Give the connection back."""
        self.stream.close()

    async def aclose(self) -> None:
        """`close` for an event loop."""
        await self.stream.aclose()


def send(client: httpx.Client, request: HttpRequest, timeout: float | None, body: SentBody) -> Answer | httpx.Response:
    """Send `request` with `body`; `response.close` must be called."""
    url = _parsed(request.url)
    # httpx has no public way to either; httpx<0.29 is required, as for the bound on the total time.
    transport = client._transport_for_url(url)  # noqa: SLF001
    if type(transport) is not httpx.HTTPTransport or recorded("handle_request"):
        return transport.handle_request(_prepared(request, url, timeout, body))
    return Answer(transport._pool.handle_request(_bare(request, timeout, body)))  # noqa: SLF001


async def send_async(client: httpx.AsyncClient, request: HttpRequest, timeout: float | None, body: SentBody) -> Answer | httpx.Response:
    """`send` for an event loop; `response.aclose` must be called."""
    url = _parsed(request.url)
    transport = client._transport_for_url(url)  # noqa: SLF001
    if type(transport) is not httpx.AsyncHTTPTransport or recorded("handle_async_request"):
        return await transport.handle_async_request(_prepared(request, url, timeout, body))
    return Answer(await transport._pool.handle_async_request(_bare(request, timeout, body)))  # noqa: SLF001


def _prepared(request: HttpRequest, url: httpx.URL, timeout: float | None, body: SentBody) -> httpx.Request:
    # By hand, so that nothing is added and the very bytes are sent that were signed.
    return httpx.Request(request.method, url, headers=request.headers, stream=body, extensions={"timeout": _timeouts(request, timeout)})


def _bare(request: HttpRequest, timeout: float | None, body: SentBody) -> httpcore.Request:
    headers = [(name.encode("ascii"), value.encode("ascii")) for name, value in request.headers]
    return httpcore.Request(
        request.method, _address(request.url), headers=headers, content=body, extensions={"timeout": _timeouts(request, timeout)}
    )


def _timeouts(request: HttpRequest, timeout: float | None) -> dict[str, float | None]:
    before = least(timeout, request.connect)
    return {"connect": before, "read": timeout, "write": timeout, "pool": before}


_parsed = lru_cache(maxsize=64)(httpx.URL)


@lru_cache(maxsize=64)
def _address(url: str) -> httpcore.URL:
    parsed = _parsed(url)
    return httpcore.URL(scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=parsed.raw_path)


def _joined(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("ascii").lower(), raw_value.decode("latin-1")
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found
