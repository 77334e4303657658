"""httpx as the transport: the only module that knows it.

What is done differently from `httpx.Client.post`, and why: docs/design/call.md, "Transport".
"""

from __future__ import annotations

import asyncio
import os
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

import httpcore
import httpx

from ._async_backend import at_the_network, connect_our_way
from ._body import Body
from ._budget import bound_pools, bounded, check_budget
from ._deadline import least
from ._direct import PROTOCOL_ERRORS, send, send_async
from ._fork import renewed_after_fork
from ._leftover import Leftover, leftover, leftover_async, retire
from ._pool import Pool, closed
from ._redaction import bare
from ._sent_body import SentBody
from ._surroundings import authorities, opened, proxy_fault
from .errors import ConnectionFailed, RequestInvalid, ResponseMalformed, TencentkitError, TimedOut
from .transport import HttpRequest, HttpResponse

_Client = TypeVar("_Client")

_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20)
_GRACE = 5.0
"""Seconds for an abandoned exchange to end by itself before it is cancelled."""
_AGAIN = 0.01
"""Seconds until that is tried again, where it is not safe."""


class HttpxTransport:
    """`Transport` on httpx's connection pool, with a bound on the total time and on the size of the answer.

    Args:
        trust: Which certificates to trust; the usual authorities (or `SSL_CERT_FILE`, `SSL_CERT_DIR`) where it is not given.
        proxy: Address of a proxy for every request; else `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, as for httpx.
        trust_env: Whether to look at these variables.

    Raises:
        RequestInvalid: `trust` is no `ssl.SSLContext`, or `proxy` no address of a proxy.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None, proxy: str | None = None, trust_env: bool = True) -> None:
        self._options = _checked(trust, proxy, trust_env=trust_env)
        self._client: httpx.Client | None = None
        self._under_way: set[object] = set()
        self._closed = False
        self._process = os.getpid()
        self._lock = threading.Lock()
        renewed_after_fork(self)

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `Transport.send`."""
        try:
            with bounded(budget):
                return self._begun(request, timeout)
        except (httpx.HTTPError, httpx.InvalidURL, *PROTOCOL_ERRORS) as error:
            raise _translated(error) from bare(error)
        except BaseException as error:  # noqa: BLE001 - interrupts and cancellation are raised on as they are
            # Without the frames below: their variables hold headers, and the answer's bytes.
            raise bare(error)  # noqa: B904 - it is the same error

    def _begun(self, request: HttpRequest, timeout: float | None) -> HttpResponse:
        exchange = object()
        try:
            return self._exchange(self._open(exchange), request, timeout)
        finally:
            self._end(exchange)

    def _exchange(self, client: httpx.Client, request: HttpRequest, timeout: float | None) -> HttpResponse:
        response = send(client, request, timeout, SentBody(request))
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
        """Close every connection, for good; where other threads' exchanges are under way, the last of them does it."""
        with self._lock:
            self._closed = True
        self._end(None)

    def renew_after_fork(self) -> None:
        """See `Renewable`: the parent's connections are left alone, since closing them here would end them there."""
        self._lock = threading.Lock()
        self._under_way = set()

    def _open(self, exchange: object) -> httpx.Client:
        with self._lock:
            if self._closed:
                raise closed()
            self._under_way.add(exchange)
            if self._client is None or self._process != os.getpid():
                client = self._options.opened(httpx.Client)
                bound_pools(client)
                self._client = client
                self._process = os.getpid()
            return self._client

    def _end(self, exchange: object) -> None:
        with self._lock:
            self._under_way.discard(exchange)
            if not self._closed or self._under_way:
                return
            client, self._client = self._client, None
        if client is not None and self._process == os.getpid():
            client.close()


class AsyncHttpxTransport:
    """`AsyncTransport` on httpx's connection pool; each event loop gets a pool of its own.

    Args:
        trust: As for `HttpxTransport`.
        proxy: As for `HttpxTransport`.
        trust_env: As for `HttpxTransport`.

    Raises:
        RequestInvalid: As for `HttpxTransport`.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None, proxy: str | None = None, trust_env: bool = True) -> None:
        self._options = _checked(trust, proxy, trust_env=trust_env)
        self._pools: dict[asyncio.AbstractEventLoop, Pool] = {}
        self._closed = False
        self._process = os.getpid()
        self._abandoned: set[asyncio.Task[HttpResponse]] = set()

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `AsyncTransport.send`."""
        body = SentBody(request)
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
                body.given_up = True
                self._abandon(exchange)

    async def _exchange(self, request: HttpRequest, body: SentBody, timeout: float | None) -> HttpResponse:
        try:
            pool = self._open()
            # httpcore's own queue is where it loses places, so that nobody ever waits there.
            async with pool.place(least(timeout, request.connect)):
                return await self._received(pool.client, request, timeout, body)
        except (httpx.HTTPError, httpx.InvalidURL, *PROTOCOL_ERRORS) as error:
            raise _translated(error) from bare(error)
        except BaseException as error:  # noqa: BLE001 - as for threads
            raise bare(error)  # noqa: B904

    async def _received(self, client: httpx.AsyncClient, request: HttpRequest, timeout: float | None, sent: SentBody) -> HttpResponse:
        response = await send_async(client, request, timeout, sent)
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
        loop = asyncio.get_running_loop()

        def cut() -> None:
            if at_the_network(exchange):
                exchange.cancel()
            elif not exchange.done():
                loop.call_later(_AGAIN, cut)  # it is on its way to the next wait, or to its end

        timer = loop.call_later(_GRACE, cut)

        def forget(ended: asyncio.Task[HttpResponse]) -> None:
            timer.cancel()
            self._abandoned.discard(ended)
            if not ended.cancelled():
                ended.exception()  # nobody else will look at it

        exchange.add_done_callback(forget)

    async def aclose(self) -> None:
        """Close every connection, for good; where other tasks' exchanges are under way, the last of them does it.

        The connections of other event loops are closed there.
        """
        self._closed = True
        here = asyncio.get_running_loop()
        left = [exchange for exchange in self._abandoned if exchange.get_loop() is here]
        for exchange in left:
            exchange.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        if self._process != os.getpid():
            return  # a forked child: they are its parent's
        for loop, pool in list(self._pools.items()):
            if loop is here:
                await pool.close()
            else:
                with suppress(RuntimeError):  # it has ended, and its sockets with it
                    loop.call_soon_threadsafe(pool.close_later)
        self._pools.clear()

    def _open(self) -> Pool:
        if self._closed:
            raise closed()
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
            made = self._options.opened(httpx.AsyncClient)
            connect_our_way(made)
            pool = self._pools[loop] = Pool(made, _LIMITS.max_connections or 1)
        return pool


class _Options(NamedTuple):
    """What was asked for of either transport."""

    trust: ssl.SSLContext | None
    proxy: str | None
    trust_env: bool

    def opened(self, make: Callable[..., _Client]) -> _Client:
        """A client of httpx.

        Raises:
            ConnectionFailed: The environment is at fault.
        """
        trust = self.trust or authorities(trust_env=self.trust_env)
        return opened(
            lambda: make(verify=trust, proxy=self.proxy, trust_env=self.trust_env, limits=_LIMITS, follow_redirects=False),
            trust_env=self.trust_env,
        )

    def __repr__(self) -> str:
        return "_Options()"  # a proxy's address may hold a password


def _checked(trust: Any, proxy: Any, *, trust_env: bool) -> _Options:
    if trust is not None and not isinstance(trust, ssl.SSLContext):
        raise RequestInvalid("trust", f"must be an ssl.SSLContext, not {type(trust).__name__}")
    fault = None if proxy is None else proxy_fault(proxy)
    if fault is not None:
        raise RequestInvalid("proxy", fault)
    return _Options(trust, proxy, trust_env)


def _alone(body: Body, found: Leftover) -> HttpResponse:
    """The answer, if nothing followed it."""
    if found is Leftover.BYTES:
        raise ResponseMalformed("the connection delivered more than one answer: none is believed", status_code=body.status)
    return body.response()


_NO_CONNECTION_IN_TIME = (httpx.ConnectTimeout, httpx.PoolTimeout, httpcore.ConnectTimeout, httpcore.PoolTimeout)
_NO_CONNECTION = (httpx.ConnectError, httpx.ProxyError, httpcore.ConnectError, httpcore.ProxyError)
_NO_PROTOCOL = (httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol)


def _translated(error: Exception) -> TencentkitError:
    """The error of httpx, or of httpcore below it, as ours, with what is known of whether the request left."""
    if isinstance(error, _NO_CONNECTION_IN_TIME):
        return TimedOut(f"no connection in time ({_kind(error)})", sent=False)
    if isinstance(error, (*_NO_CONNECTION, *_NO_PROTOCOL)):
        permanent = isinstance(error, _NO_PROTOCOL) or _certificate_fault(error)
        return ConnectionFailed(f"no connection: {error or _kind(error)}", sent=False, permanent=permanent)
    if isinstance(error, httpx.TimeoutException | httpcore.TimeoutException):
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
