"""HTTP engine: httpx, or its maintained fork httpx2. All names of the library are used through this module."""

from __future__ import annotations

import os
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from ..errors import ConnectionFailed, RequestInvalid, TencentkitError, TimedOut
from ._bodies import RequestBody, proxy_refused
from ._limits import WaitLimits

VARIABLE = "TENCENTKIT_HTTP_ENGINE"
"""Environment variable that names the engine of transports without the argument `engine`."""
_CORES = {"httpx": "httpcore", "httpx2": "httpcore2"}
ENGINES = tuple(_CORES)
_PREFIXES = (
    # class, prefix of the message, never sent, permanent
    ("UnsupportedProtocol", "could not connect", True, True),
    ("ConnectError", "could not connect", True, False),
    ("ProxyError", "could not connect", True, False),
    ("InvalidURL", "base_url", True, True),
    ("ProtocolError", "HTTP protocol error", False, False),
    ("NetworkError", "connection reset or closed", False, False),
)


class Engine:
    """One of the libraries.

    Attributes:
        name: `httpx` or `httpx2`.
        http: Its package: clients, requests, errors.
        core: The package of its connections: httpcore or httpcore2.
        errors: Classes of errors that a request may raise.
        body: `RequestBody` as a stream of the library.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.http: Any = import_module(name)
        self.core: Any = import_module(_CORES[name])
        self.errors: tuple[type[Exception], ...] = (self.http.HTTPError, self.http.InvalidURL)
        self.body: Any = type("EngineRequestBody", (RequestBody, self.http.SyncByteStream, self.http.AsyncByteStream), {})

    def error(self, error: Any, limits: WaitLimits) -> TencentkitError:
        """Return our error for one of `errors`. A mock may not read the body, so for its errors the class decides about `sent`."""
        kind, cause = type(error).__name__, error.__cause__ or error.__context__
        text = str(error).strip() or (f"{kind} ({str(cause).strip() or type(cause).__name__})" if cause else kind)
        if isinstance(error, self.http.RequestError):
            error.request = None  # it has the headers, with the signature and the token
        sent = limits.sent or not limits.connected
        if isinstance(error, self.http.TimeoutException):
            sent = sent and not isinstance(error, (self.http.ConnectTimeout, self.http.PoolTimeout))
            return TimedOut(f"timed out waiting for the response ({kind})" if sent else f"connecting timed out ({kind})", sent=sent)
        if isinstance(error, self.http.ProxyError) and text.startswith("407"):
            return proxy_refused()
        for name, prefix, never_sent, permanent in _PREFIXES:
            if isinstance(error, getattr(self.http, name)):
                return ConnectionFailed(f"{prefix}: {text}", sent=sent and not never_sent, permanent=permanent)
        return ConnectionFailed(f"the exchange failed: {text}", sent=sent)


def load_engine(name: str | None = None) -> Engine:
    """Return the engine `name`; by default that of the environment variable, else httpx.

    Raises:
        RequestInvalid: The variable names no installed engine.
    """
    if name is None:
        name = os.environ.get(VARIABLE) or "httpx"
        check_engine(name, VARIABLE)
    return _load(name)


@lru_cache
def _load(name: str) -> Engine:
    return Engine(name)


def check_engine(name: Any, argument: str) -> None:
    """Check that `name` is an installed engine.

    Raises:
        RequestInvalid: It is not.
    """
    if not isinstance(name, str) or name not in _CORES:
        raise RequestInvalid(argument, f"must be one of {', '.join(_CORES)}, not {name!r}")
    if find_spec(name) is None:
        raise RequestInvalid(argument, f"{name} is not installed: pip install 'tencentkit[{name}]'")
