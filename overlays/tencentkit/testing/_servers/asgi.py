"""The fake as an ASGI application."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .._service.request_checks import MAXIMUM_BYTES, Arrival

if TYPE_CHECKING:
    from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope

    from .._fake.fake import FakeScf
    from .panel import Panel

TRANSPORT = "tencentkit.transport"
"""Where the server puts the connection's transport into the scope's state: ASGI has no message for closing it."""


class Application:
    """Asks the fake, and does what it says."""

    def __init__(self, fake: FakeScf, panel: Panel | None = None) -> None:
        self._fake = fake
        self._panel = panel
        self.failure: Exception | None = None

    async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        if scope["type"] != "http":
            raise RuntimeError(f"not an HTTP request: {scope['type']}")
        body = await _read(receive)
        if body is None:
            return
        headers, target = _joined(scope["headers"]), _target(scope["raw_path"], scope["query_string"])
        if self._panel is not None and self._panel.serves(target):
            await self._panel.answer(Arrival(scope["method"], target, headers, body), receive, send)
            return
        try:
            answer = self._fake.answer(scope["method"], headers, body, target=target)
        except Exception as error:
            self.failure = self.failure or error
            raise
        if answer.delay and await _hung_up(receive, within=answer.delay):
            return
        if answer.response is None:
            scope.get("state", {})[TRANSPORT].abort()
            # uvicorn must have seen the end before we return, or it would try to answer 500.
            await receive()
            return
        sent = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.response.headers.items()]
        sent.append((b"content-length", str(len(answer.response.body)).encode()))
        await send({"type": "http.response.start", "status": answer.response.status, "headers": sent, "trailers": False})
        await send({"type": "http.response.body", "body": answer.response.body, "more_body": False})


async def _read(receive: ASGIReceiveCallable) -> bytes | None:
    """The body, or as much of it as shows that it is too large; `None` when the client hung up."""
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            return None
        if len(body) <= MAXIMUM_BYTES:
            body += message["body"]
        more = message["more_body"]
    return bytes(body)


async def _hung_up(receive: ASGIReceiveCallable, *, within: float) -> bool:
    """Wait; whether the client gave up meanwhile. The end of the server counts as that, too."""
    try:
        async with asyncio.timeout(within):
            await receive()
    except TimeoutError:
        return False
    return True


def _joined(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by name; repeated ones joined, as HTTP says."""
    result: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        result[name] = f"{result[name]}, {value}" if name in result else value
    return result


def _target(path: bytes, query: bytes) -> str:
    return (path + (b"?" + query if query else b"")).decode("latin-1")
