"""ASGI application of one or several fakes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .._service.request_checks import MAX_BODY_BYTES, ReceivedRequest

if TYPE_CHECKING:
    from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope

    from .panel import Panel
    from .routing import ProductRouter

TRANSPORT = "tencentkit.transport"
"""Key of the connection's transport in the scope's state: ASGI has no message that closes a connection."""


class FakeApplication:
    """ASGI application that passes requests to the fakes and their panels."""

    def __init__(self, router: ProductRouter, panels: Sequence[Panel] = ()) -> None:
        self._router = router
        self._panels = panels
        self.failure: Exception | None = None

    async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        if scope["type"] != "http":
            raise RuntimeError(f"not an HTTP request: {scope['type']}")
        body = await _read(receive)
        if body is None:
            return
        headers, target = _joined_headers(scope["headers"]), _target(scope["raw_path"], scope["query_string"])
        panel = max((each for each in self._panels if each.serves(target)), key=lambda each: len(each.prefix), default=None)
        if panel is not None:
            await panel.handle(ReceivedRequest(scope["method"], target, headers, body), receive, send)
            return
        try:
            response = self._router.select(headers).answer(scope["method"], headers, body, target=target)
        except Exception as error:
            self.failure = self.failure or error
            raise
        if response.delay and await _disconnected(receive, within=response.delay):
            return
        if response.response is None:
            scope.get("state", {})[TRANSPORT].abort()
            # If this returns before uvicorn sees the disconnect, uvicorn tries to send HTTP 500.
            await receive()
            return
        sent = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in response.response.headers.items()]
        sent.append((b"content-length", str(len(response.response.body)).encode()))
        await send({"type": "http.response.start", "status": response.response.status, "headers": sent, "trailers": False})
        await send({"type": "http.response.body", "body": response.response.body, "more_body": False})


async def _read(receive: ASGIReceiveCallable) -> bytes | None:
    """Read the body, but stop collecting above the size limit; return `None` if the client disconnects."""
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            return None
        if len(body) <= MAX_BODY_BYTES:
            body += message["body"]
        more = message["more_body"]
    return bytes(body)


async def _disconnected(receive: ASGIReceiveCallable, *, within: float) -> bool:
    """Wait up to `within` seconds; return whether the client disconnected or the server stopped."""
    try:
        async with asyncio.timeout(within):
            await receive()
    except TimeoutError:
        return False
    return True


def _joined_headers(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return the headers by name, with repeated ones joined by commas."""
    result: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        result[name] = f"{result[name]}, {value}" if name in result else value
    return result


def _target(path: bytes, query: bytes) -> str:
    return (path + (b"?" + query if query else b"")).decode("latin-1")
