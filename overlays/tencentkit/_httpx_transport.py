"""httpx as the transport: the only module that knows it.

What is done differently from `httpx.Client.post`, and why: docs/design/call.md, "Transport".
"""

from __future__ import annotations

import asyncio
import os
import ssl
import threading
import time
import weakref
from collections.abc import Awaitable, Callable, Generator, Iterable
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

from ._body import Body
from .errors import ConnectionFailed, TimedOut
from .transport import HttpRequest, HttpResponse

_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20)
_GRACE = 5.0
"""Seconds for an abandoned exchange to end by itself before it is cancelled."""

_contexts: dict[tuple[str | None, str | None], ssl.SSLContext] = {}


def _trust_store() -> ssl.SSLContext:
    """One TLS context for the process, as httpx makes it: to build one costs some 50 ms."""
    named = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    if named not in _contexts:
        _contexts[named] = httpx.create_ssl_context()
    return _contexts[named]


class HttpxTransport:
    """`Transport` on httpx's connection pool, with a bound on the total time and on the size of the answer.

    Proxies are taken from the environment, as httpx does.

    Args:
        trust: Which certificates to trust; the usual authorities (or `SSL_CERT_FILE`) where it is not given.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None) -> None:
        self._trust = trust
        self._client: httpx.Client | None = None
        self._process = os.getpid()
        self._lock = threading.Lock()

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `Transport.send`."""
        client = self._open()
        with _translated(), _bounded(budget):
            response = client.send(_prepared(request, timeout, _trace(request)), stream=True)
            try:
                body = Body(response.status_code, response.headers)
                # The raw stream: httpx's own decoding has no bound on what a small answer may swell to.
                for chunk in response.stream:  # type: ignore[union-attr]
                    body.feed(chunk)
                    _check_budget()
            finally:
                response.close()
        return body.response()

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None and self._process == os.getpid():
            client.close()

    def _open(self) -> httpx.Client:
        client = self._client
        if client is not None and self._process == os.getpid():
            return client
        with self._lock:
            # After a fork the parent's connections are left alone: closing them here would end them there.
            if self._client is None or self._process != os.getpid():
                self._client = httpx.Client(verify=self._trust or _trust_store(), limits=_LIMITS, follow_redirects=False)
                self._process = os.getpid()
                for pool in _pools(self._client):
                    pool._network_backend = _BoundedBackend(pool._network_backend)  # noqa: SLF001 - see _pools
            return self._client


class AsyncHttpxTransport:
    """`AsyncTransport` on httpx's connection pool; each event loop gets a pool of its own.

    Args:
        trust: As for `HttpxTransport`.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None) -> None:
        self._trust = trust
        self._clients: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncClient] = weakref.WeakKeyDictionary()
        self._process = os.getpid()
        self._abandoned: set[asyncio.Task[HttpResponse]] = set()

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `AsyncTransport.send`."""
        # A task of its own: httpcore 1.0 loses a place in its pool for ever when an exchange is cancelled at a bad moment,
        # so a cancelled call leaves its exchange to end by itself.
        exchange = asyncio.ensure_future(self._exchange(request, timeout))
        try:
            async with asyncio.timeout(budget):
                return await asyncio.shield(exchange)
        except TimeoutError:
            raise TimedOut("no answer within the call's deadline", sent=True) from None
        finally:
            if not exchange.done():
                self._abandon(exchange)

    async def _exchange(self, request: HttpRequest, timeout: float | None) -> HttpResponse:
        client = self._open()
        with _translated():
            response = await client.send(_prepared(request, timeout, _trace_async(request)), stream=True)
            try:
                body = Body(response.status_code, response.headers)
                async for chunk in response.stream:  # type: ignore[union-attr]
                    body.feed(chunk)
                    if asyncio.current_task() in self._abandoned:
                        break
            finally:
                await response.aclose()
        return body.response()

    def _abandon(self, exchange: asyncio.Task[HttpResponse]) -> None:
        self._abandoned.add(exchange)
        timer = asyncio.get_running_loop().call_later(_GRACE, exchange.cancel)

        def forget(ended: asyncio.Task[HttpResponse]) -> None:
            timer.cancel()
            self._abandoned.discard(ended)
            if not ended.cancelled():
                ended.exception()  # nobody else will look at it

        exchange.add_done_callback(forget)

    async def aclose(self) -> None:
        """Close every connection of this event loop."""
        loop = asyncio.get_running_loop()
        leftover = [exchange for exchange in self._abandoned if exchange.get_loop() is loop]
        for exchange in leftover:
            exchange.cancel()
        await asyncio.gather(*leftover, return_exceptions=True)
        client = self._clients.pop(loop, None)
        if client is not None:
            await client.aclose()

    def _open(self) -> httpx.AsyncClient:
        if self._process != os.getpid():
            self._clients = weakref.WeakKeyDictionary()
            self._process = os.getpid()
        loop = asyncio.get_running_loop()
        client = self._clients.get(loop)
        if client is None:
            client = httpx.AsyncClient(verify=self._trust or _trust_store(), limits=_LIMITS, follow_redirects=False)
            self._clients[loop] = client
        return client


def _prepared(request: HttpRequest, timeout: float | None, trace: Callable[..., object]) -> httpx.Request:
    # Prepared by hand: the client then adds no header and no cookie, and sends the very bytes that were signed.
    return httpx.Request(
        "POST",
        request.url,
        headers=request.headers,
        content=request.body,
        extensions={"timeout": httpx.Timeout(timeout).as_dict(), "trace": trace},
    )


_WRITTEN = "http11.send_request_body.complete"


def _trace(request: HttpRequest) -> Callable[[str, Any], None]:
    """For httpcore, which tells what it does: says when the request is written."""

    def trace(event: str, _: Any) -> None:
        if event == _WRITTEN and request.written is not None:
            request.written()

    return trace


def _trace_async(request: HttpRequest) -> Callable[[str, Any], Awaitable[None]]:
    async def trace(event: str, _: Any) -> None:
        if event == _WRITTEN and request.written is not None:
            request.written()

    return trace


@contextmanager
def _translated() -> Generator[None]:
    """httpx's errors as ours, with what is known of whether the request left."""
    try:
        yield
    except (httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        raise TimedOut(f"no connection in time ({_kind(error)})", sent=False) from error
    except (httpx.ConnectError, httpx.ProxyError, httpx.UnsupportedProtocol) as error:
        permanent = isinstance(error, httpx.UnsupportedProtocol) or _certificate_fault(error)
        raise ConnectionFailed(f"no connection: {error or _kind(error)}", sent=False, permanent=permanent) from error
    except httpx.TimeoutException as error:
        raise TimedOut(f"no answer in time ({_kind(error)})", sent=True) from error
    except httpx.TransportError as error:
        raise ConnectionFailed(f"the connection broke: {error or _kind(error)}", sent=True) from error
    except httpx.InvalidURL as error:
        raise ConnectionFailed(f"base_url: {error}", sent=False, permanent=True) from error


def _kind(error: Exception) -> str:
    return type(error).__name__


def _certificate_fault(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


# The total time of an exchange in a thread. httpx bounds each read only, and a server that drips bytes outlasts that;
# httpcore reads through a network backend, so the bound is put there. An event loop needs none of it: see AsyncHttpxTransport.

_budget = threading.local()


@contextmanager
def _bounded(budget: float | None) -> Generator[None]:
    _budget.ends = None if budget is None else time.monotonic() + budget
    try:
        yield
    finally:
        _budget.ends = None


def _clamped(timeout: float | None) -> float | None:
    ends: float | None = getattr(_budget, "ends", None)
    if ends is None:
        return timeout
    left = max(ends - time.monotonic(), 1e-6)
    return left if timeout is None else min(timeout, left)


def _check_budget() -> None:
    ends: float | None = getattr(_budget, "ends", None)
    if ends is not None and time.monotonic() >= ends:
        raise TimedOut("no complete answer within the call's deadline", sent=True)


class _BoundedBackend(httpcore.NetworkBackend):
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
        return _BoundedStream(self._inner.connect_tcp(host, port, _clamped(timeout), local_address, socket_options))

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        return _BoundedStream(self._inner.connect_unix_socket(path, _clamped(timeout), socket_options))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _BoundedStream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _clamped(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _clamped(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _BoundedStream(self._inner.start_tls(ssl_context, server_hostname, _clamped(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _pools(client: httpx.Client) -> list[httpcore.ConnectionPool]:
    # httpx offers no public way to give its pool a network backend; without these attributes the bound would be per read.
    transports = [client._transport, *client._mounts.values()]  # noqa: SLF001
    return [transport._pool for transport in transports if isinstance(transport, httpx.HTTPTransport)]  # noqa: SLF001
