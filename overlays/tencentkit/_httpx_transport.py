"""httpx as the transport: the only module that knows it.

What is done differently from `httpx.Client.post`, and why: docs/design/call.md, "Transport".
"""

from __future__ import annotations

import asyncio
import os
import ssl
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import httpx

from ._body import Body
from ._budget import bound_pools, bounded, check_budget
from ._fork import renewed_after_fork
from ._handshake import close_given_up_handshakes
from ._leftover import Leftover, leftover, leftover_async, retire
from ._redaction import bare
from .errors import ConnectionFailed, ResponseMalformed, TencentkitError, TimedOut
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

    Args:
        trust: Which certificates to trust; the usual authorities (or `SSL_CERT_FILE`, `SSL_CERT_DIR`) where it is not given.
        proxy: Address of a proxy for every request; else `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, as for httpx.
        trust_env: Whether to look at these variables.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None, proxy: str | None = None, trust_env: bool = True) -> None:
        self._options = _Options(trust, proxy, trust_env)
        self._client: httpx.Client | None = None
        self._process = os.getpid()
        self._lock = threading.Lock()
        renewed_after_fork(self)

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `Transport.send`."""
        try:
            with bounded(budget):
                return self._exchange(request, timeout)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _translated(error) from bare(error)
        except BaseException as error:  # noqa: BLE001 - interrupts and cancellation are raised on as they are
            # Without the frames below: their variables hold headers, and the answer's bytes.
            raise bare(error)  # noqa: B904 - it is the same error

    def _exchange(self, request: HttpRequest, timeout: float | None) -> HttpResponse:
        response = self._open().send(_prepared(request, timeout, _SentBody(request)), stream=True)
        try:
            body = Body(response.status_code, response.headers)
            # The raw stream: httpx's own decoding has no bound on what a small answer may swell to.
            for chunk in response.stream:  # type: ignore[union-attr]
                body.feed(chunk)
                check_budget()
            found = leftover(response)
            if found is not Leftover.NONE and not retire(response):
                response.extensions["network_stream"].close()
            return _alone(body, found)
        finally:
            response.close()

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None and self._process == os.getpid():
            client.close()

    def renew_after_fork(self) -> None:
        """See `Renewable`: the parent's connections are left alone, since closing them here would end them there."""
        self._lock = threading.Lock()

    def _open(self) -> httpx.Client:
        client = self._client
        if client is not None and self._process == os.getpid():
            return client
        with self._lock:
            if self._client is None or self._process != os.getpid():
                client = httpx.Client(**self._options.of_client())
                bound_pools(client)
                self._client = client
                self._process = os.getpid()
            return self._client


class AsyncHttpxTransport:
    """`AsyncTransport` on httpx's connection pool; each event loop gets a pool of its own.

    Args:
        trust: As for `HttpxTransport`.
        proxy: As for `HttpxTransport`.
        trust_env: As for `HttpxTransport`.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None, proxy: str | None = None, trust_env: bool = True) -> None:
        self._options = _Options(trust, proxy, trust_env)
        self._pools: dict[asyncio.AbstractEventLoop, _Pool] = {}
        self._process = os.getpid()
        self._abandoned: set[asyncio.Task[HttpResponse]] = set()

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `AsyncTransport.send`."""
        body = _SentBody(request)
        # A task of its own: httpcore 1.0 loses a place in its pool for ever when an exchange is cancelled at a bad moment,
        # so a cancelled call leaves its exchange to end by itself.
        exchange = asyncio.ensure_future(self._exchange(request, body, timeout))
        try:
            async with asyncio.timeout(budget):
                return await asyncio.shield(exchange)
        except TimeoutError:
            raise TimedOut("no answer within the call's deadline", sent=body.begun) from None
        finally:
            if not exchange.done():
                self._abandon(exchange)

    async def _exchange(self, request: HttpRequest, body: _SentBody, timeout: float | None) -> HttpResponse:
        try:
            pool = self._open()
            # httpcore's own queue is where it loses places, so that nobody ever waits there.
            async with pool.place(timeout):
                return await self._received(pool.client, _prepared(request, timeout, body))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _translated(error) from bare(error)
        except BaseException as error:  # noqa: BLE001 - as for threads
            raise bare(error)  # noqa: B904

    async def _received(self, client: httpx.AsyncClient, request: httpx.Request) -> HttpResponse:
        response = await client.send(request, stream=True)
        try:
            body = Body(response.status_code, response.headers)
            async for chunk in response.stream:  # type: ignore[union-attr]
                body.feed(chunk)
                if asyncio.current_task() in self._abandoned:
                    break
            found = leftover_async(response)
            if found is not Leftover.NONE and not retire(response):
                await response.extensions["network_stream"].aclose()
            return _alone(body, found)
        finally:
            await response.aclose()

    def _abandon(self, exchange: asyncio.Task[HttpResponse]) -> None:
        pool = self._pools.get(asyncio.get_running_loop())
        if pool is None or exchange in pool.queued:
            exchange.cancel()  # it has not begun
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
        pool = self._pools.pop(loop, None)
        if pool is not None:
            await pool.client.aclose()

    def _open(self) -> _Pool:
        if self._process != os.getpid():
            self._pools = {}
            self._abandoned = set()
            self._process = os.getpid()
        loop = asyncio.get_running_loop()
        pool = self._pools.get(loop)
        if pool is None:
            # A pool refers to its loop, so that only this ends both; their sockets close with them.
            for ended in [other for other in self._pools if other.is_closed()]:
                del self._pools[ended]
            made = httpx.AsyncClient(**self._options.of_client())
            close_given_up_handshakes(made)
            pool = self._pools[loop] = _Pool(made)
        return pool


class _Pool:
    """The connections of one event loop, and the queue for a place among them."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.queued: set[asyncio.Task[Any] | None] = set()
        self._places = asyncio.Semaphore(_LIMITS.max_connections or 1)

    @asynccontextmanager
    async def place(self, timeout: float | None) -> AsyncGenerator[None]:
        """Have a place, after a wait of `timeout` seconds at most."""
        task = asyncio.current_task()
        self.queued.add(task)
        try:
            async with asyncio.timeout(timeout):
                await self._places.acquire()
        except TimeoutError:
            raise TimedOut("no connection in time: all are in use", sent=False) from None
        finally:
            self.queued.discard(task)
        try:
            yield
        finally:
            self._places.release()


class _SentBody(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body on its way: before it has begun the service cannot have done anything; once it is written, the throttle is told."""

    def __init__(self, request: HttpRequest) -> None:
        self._content = request.body
        self._written = request.written
        self.begun = False

    def __iter__(self) -> Iterator[bytes]:
        self.begun = True
        yield self._content
        # Asked for more, so all of it is with the kernel.
        if self._written is not None:
            self._written()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk


class _Options(NamedTuple):
    """What was asked for of either transport."""

    trust: ssl.SSLContext | None
    proxy: str | None
    trust_env: bool

    def of_client(self) -> dict[str, Any]:
        trust = self.trust or _trust_store()
        return {
            "verify": trust,
            "proxy": self.proxy,
            "trust_env": self.trust_env,
            "limits": _LIMITS,
            "follow_redirects": False,
        }

    def __repr__(self) -> str:
        return "_Options()"  # a proxy's address may hold a password


def _alone(body: Body, found: Leftover) -> HttpResponse:
    """The answer, if nothing followed it."""
    if found is Leftover.BYTES:
        raise ResponseMalformed("the connection delivered more than one answer: none is believed", status_code=body.status)
    return body.response()


def _prepared(request: HttpRequest, timeout: float | None, body: _SentBody) -> httpx.Request:
    # Prepared by hand: the client then adds no header and no cookie, and sends the very bytes that were signed.
    return httpx.Request(
        request.method,
        request.url,
        headers=request.headers,
        stream=body,
        extensions={"timeout": httpx.Timeout(timeout).as_dict()},
    )


def _translated(error: Exception) -> TencentkitError:
    """httpx's error as ours, with what is known of whether the request left."""
    if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
        return TimedOut(f"no connection in time ({_kind(error)})", sent=False)
    if isinstance(error, httpx.ConnectError | httpx.ProxyError | httpx.UnsupportedProtocol):
        permanent = isinstance(error, httpx.UnsupportedProtocol) or _certificate_fault(error)
        return ConnectionFailed(f"no connection: {error or _kind(error)}", sent=False, permanent=permanent)
    if isinstance(error, httpx.TimeoutException):
        return TimedOut(f"no answer in time ({_kind(error)})", sent=True)
    if isinstance(error, httpx.InvalidURL):
        return ConnectionFailed(f"base_url: {error}", sent=False, permanent=True)
    return ConnectionFailed(f"the connection broke: {error or _kind(error)}", sent=True)


def _kind(error: Exception) -> str:
    return type(error).__name__


def _certificate_fault(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
