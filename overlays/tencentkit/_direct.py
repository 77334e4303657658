"""httpx's transports without what its client does around each request.

A prepared request needs none of it: no cookie jar, no authentication, no redirects, no event hooks. Left out, a call takes a fifth
less. What stays is httpx's own: which transport serves an address (proxies and `NO_PROXY` included), pools, TLS, limits. Recorders
such as VCR stand in for the transports' own methods, and so see every request.
"""

from __future__ import annotations

from functools import lru_cache

import httpx

from ._sent_body import SentBody
from .transport import HttpRequest

_parsed = lru_cache(maxsize=64)(httpx.URL)


def prepared(request: HttpRequest, timeout: float | None, body: SentBody) -> httpx.Request:
    """`request` as httpx has it; by hand, so that nothing is added and the very bytes are sent that were signed."""
    return httpx.Request(
        request.method,
        _parsed(request.url),
        headers=request.headers,
        stream=body,
        extensions={"timeout": {"connect": timeout, "read": timeout, "write": timeout, "pool": timeout}},
    )


def send(client: httpx.Client, request: httpx.Request) -> httpx.Response:
    """The beginning of the answer; `response.stream` gives the rest, and `response.close` must be called."""
    # httpx has no public way to it; httpx<0.29 is required, as for the bound on the total time.
    return client._transport_for_url(request.url).handle_request(request)  # noqa: SLF001


async def send_async(client: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
    """`send` for an event loop; `response.aclose` must be called."""
    return await client._transport_for_url(request.url).handle_async_request(request)  # noqa: SLF001
