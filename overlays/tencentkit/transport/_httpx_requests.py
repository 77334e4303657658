"""Requests and responses of the transports on httpx: the part that threads and event loops have in common."""

from __future__ import annotations

import ssl
import threading
from typing import Any

from ..errors import RequestInvalid
from ._bodies import ResponseBody
from ._connections import IdleConnections
from ._engine import load_engine
from ._engine_pool import LIMITS, new_client
from ._limits import WaitLimits
from ._origin import HIGHEST_PORT
from ._proxies import EnvironmentProxies, environment_proxies
from ._settings import TransportSettings, check_connections, check_settings
from ._types import HttpRequest, HttpResponse

_MAX_ROUTES = 64
"""Cached routes; a client uses one or two URLs."""


class HttpxArguments:
    """Arguments of the transports on httpx; see `HttpxTransport`."""

    def __init__(
        self,
        *,
        trust: ssl.SSLContext | None = None,
        proxy: str | None = None,
        trust_env: bool = True,
        engine: str | None = None,
        max_connections: int = 100,
        max_idle: int | None = None,
        idle_timeout: float | None = 60.0,
        max_age: float | None = None,
    ) -> None:
        super().__init__()
        self._settings = check_settings(trust, trust_env=trust_env, proxy=proxy, engine=engine)
        self._limits = check_connections(max_connections, max_idle, idle_timeout, max_age)


class Routes:
    """Clients of httpx, one for each proxy, and the client for each URL.

    Args:
        settings: Settings of the transport.
        idle: Idle connections of all clients.
        is_async: Whether the clients run in an event loop.

    Raises:
        RequestInvalid: The environment variable names no installed engine.
    """

    def __init__(self, settings: TransportSettings, idle: IdleConnections[Any], *, is_async: bool) -> None:
        self._settings = settings
        self._idle = idle
        self._is_async = is_async
        self._lock = threading.Lock()
        self.engine = load_engine(settings.engine)
        self._proxies: EnvironmentProxies | None = None
        self._clients: dict[tuple[str | None, bool], Any] = {}
        self._routes: dict[str, tuple[Any, Any]] = {}

    def request(self, request: HttpRequest, limits: WaitLimits) -> tuple[Any, Any]:
        """Return the client for `request`, and the request in the form of httpx, built so that httpx adds nothing to the signed bytes.

        Raises:
            ConnectionFailed: An environment variable is invalid.
            RequestInvalid: A header is not ASCII.
        """
        client, url = self._routes.get(request.url) or self._new_route(request.url)
        extensions = {"timeout": {}, LIMITS: limits}  # the streams of the pool use the limits only
        limits.read_only = request.read_only
        body = self.engine.body(request, limits)
        try:
            return client, self.engine.http.Request(request.method, url, headers=request.headers, stream=body, extensions=extensions)
        except UnicodeEncodeError:
            name = next(name for name, value in request.headers if not (name + value).isascii())
            raise RequestInvalid("headers", f"{name!r} or its value contains a character that is not ASCII") from None

    def _new_route(self, text: str) -> tuple[Any, Any]:
        http = self.engine.http
        url = http.URL(text)
        if url.scheme not in {"http", "https"}:
            raise http.UnsupportedProtocol(f"the URL has the scheme {url.scheme!r}, not http or https")
        tls = url.scheme == "https"
        port = (443 if tls else 80) if url.port is None else url.port
        if not 0 < port <= HIGHEST_PORT:
            raise http.InvalidURL(f"port {url.port} is not in 1 to 65535")
        with self._lock:
            key = (self._proxy_for(url.scheme, url.host, port), tls)
            if key not in self._clients:
                self._clients[key] = self._new_client(*key)
            if len(self._routes) >= _MAX_ROUTES:
                self._routes.clear()
            route = self._routes[text] = (self._clients[key], url)
            return route

    def _proxy_for(self, scheme: str, host: str, port: int) -> str | None:
        if self._settings.proxy is not None or not self._settings.trust_env:
            return self._settings.proxy
        if self._proxies is None:
            self._proxies = environment_proxies(self._settings.engine)
        return self._proxies.proxy_for(scheme, host, port)

    def _new_client(self, proxy: str | None, tls: bool) -> Any:  # noqa: FBT001 - a part of the key
        # Without TLS, loading the authorities is not necessary; an empty context trusts none.
        to_proxy = proxy is not None and proxy.startswith("https:")
        trust = self._settings.tls_context() if tls or to_proxy else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        through = None if proxy is None else self.engine.http.Proxy(proxy, **({"ssl_context": trust} if to_proxy else {}))
        return new_client(self.engine, self._idle, is_async=self._is_async, proxy=through, trust=trust)


def complete_response(response: Any) -> HttpResponse | None:
    """Return a response that a mock or a recorder has read already, decoded; `None` if its body is still to be read.

    Raises:
        ResponseMalformed: It is a redirect, or larger than 50 MB.
    """
    if not response.is_stream_consumed:
        return None
    headers = {name: value for name, value in response.headers.items() if name != "content-encoding"}
    body = ResponseBody(response.status_code, headers)
    body.feed(response.content)
    return body.response()
