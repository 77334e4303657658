"""In-process transports: no sockets, and delays wait on the fake's clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlsplit

from ...clock import Clock
from ...errors import ConnectionFailed, TimedOut
from ...transport._bodies import ResponseBody
from ...transport._types import AsyncResponseStream, HttpRequest, HttpResponse, ResponseStream
from .._service.dispatch import FakeResponse


class RequestHandler(Protocol):
    """The part of a fake that the transports use."""

    @property
    def clock(self) -> Clock:
        """Clock for delays."""
        ...

    def answer(self, method: str, headers: Mapping[str, str], body: bytes, *, target: str = "/") -> FakeResponse:
        """Return the response to one request and its delay."""
        ...


class InProcessTransport:
    """A `tencentkit.transport.Transport` that calls a fake."""

    def __init__(self, fake: RequestHandler) -> None:
        self._fake = fake
        self.closed: bool = False
        """True after `close`."""

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Pass `request` to the fake, and wait for a delayed response on the fake's clock.

        Raises:
            ConnectionFailed: An injected fault closes the connection.
            TimedOut: The delay exceeds `timeout` or `budget`.
            ResponseMalformed: A canned reply is a redirect, or cannot be decoded.
            RuntimeError: The transport is closed.
        """
        response = _call(self._fake, request, closed=self.closed)
        self._fake.clock.sleep(_wait(response, timeout, budget))
        return _received(response, timeout, budget)

    def open(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> ResponseStream:
        """Send `request` and return its response, whose body is read in parts; see `send`."""
        return InProcessStream(self.send(request, timeout=timeout, budget=budget))

    def close(self) -> None:
        """Close the transport; further requests raise `RuntimeError`."""
        self.closed = True


class AsyncInProcessTransport:
    """A `tencentkit.transport.AsyncTransport` that calls a fake."""

    def __init__(self, fake: RequestHandler) -> None:
        self._fake = fake
        self.closed: bool = False
        """True after `aclose`."""

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Pass `request` to the fake; see `InProcessTransport.send`."""
        response = _call(self._fake, request, closed=self.closed)
        await self._fake.clock.sleep_async(_wait(response, timeout, budget))
        return _received(response, timeout, budget)

    async def open(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> AsyncResponseStream:
        """Send `request` and return its response, whose body is read in parts; see `send`."""
        return AsyncInProcessStream(await self.send(request, timeout=timeout, budget=budget))

    async def aclose(self) -> None:
        """Close the transport; further requests raise `RuntimeError`."""
        self.closed = True


class InProcessStream:
    """A response whose body is read in parts: each event of a stream is one part."""

    def __init__(self, response: HttpResponse) -> None:
        self.status: int = response.status
        self.headers: Mapping[str, str] = response.headers
        self._parts = [part for part in re.split(rb"(?<=\n\n)", response.body) if part]

    def read(self) -> bytes:
        """Return the next part; empty at the end."""
        return self._parts.pop(0) if self._parts else b""

    def finish(self) -> None:
        """End the exchange."""
        self._parts.clear()

    def close(self) -> None:
        """End the exchange."""
        self._parts.clear()


class AsyncInProcessStream:
    """`InProcessStream` for event loops."""

    def __init__(self, response: HttpResponse) -> None:
        self._stream = InProcessStream(response)
        self.status: int = response.status
        self.headers: Mapping[str, str] = response.headers

    async def read(self) -> bytes:
        """Return the next part; empty at the end."""
        return self._stream.read()

    async def finish(self) -> None:
        """End the exchange."""
        self._stream.finish()

    async def aclose(self) -> None:
        """End the exchange."""
        self._stream.close()


def _call(fake: RequestHandler, request: HttpRequest, *, closed: bool) -> FakeResponse:
    if closed:
        raise RuntimeError("the transport is closed")
    url = urlsplit(request.url)
    headers = {"host": url.netloc}
    for name, value in request.headers:
        key = name.lower()
        # HTTP joins repeated headers. The host of the URL only applies if the request has no Host header.
        headers[key] = f"{headers[key]}, {value}" if key in headers and key != "host" else value
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    return fake.answer("POST", headers, request.body, target=target)


def _limit(timeout: float | None, budget: float | None) -> float:
    return min(float("inf") if bound is None else bound for bound in (timeout, budget))


def _wait(response: FakeResponse, timeout: float | None, budget: float | None) -> float:
    return min(response.delay, _limit(timeout, budget))


def _received(response: FakeResponse, timeout: float | None, budget: float | None) -> HttpResponse:
    if response.delay > _limit(timeout, budget):
        raise TimedOut(f"timed out: no response of the fake within {_limit(timeout, budget)} s", sent=True)
    if response.response is None:
        raise ConnectionFailed("the fake closed the connection without a response", sent=True)
    # The checks of a response from a socket apply: redirects, encodings and size.
    body = ResponseBody(response.response.status, response.response.headers)
    body.feed(response.response.body)
    return body.response()
