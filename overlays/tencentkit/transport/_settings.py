"""Settings of a transport: trust, proxies, engine and connections."""

from __future__ import annotations

import ssl
from typing import Any, NamedTuple

from .._validation.numbers import check_count, check_seconds
from ..errors import RequestInvalid

_MOST_CONNECTIONS = 10_000


class ConnectionSettings(NamedTuple):
    """Checked limits of the connections of one process, or of one event loop."""

    max_connections: int
    max_idle: int
    idle_timeout: float
    max_age: float | None


def check_connections(max_connections: Any, max_idle: Any, idle_timeout: Any, max_age: Any) -> ConnectionSettings:
    """Return the checked settings of connections; `max_idle` is `max_connections` by default.

    Raises:
        RequestInvalid: One of them is invalid.
    """
    most = check_count("max_connections", max_connections, _MOST_CONNECTIONS)
    kept = most if max_idle is None else check_count("max_idle", max_idle, _MOST_CONNECTIONS, least=0)  # 0 keeps none
    seconds = check_seconds("idle_timeout", idle_timeout)
    return ConnectionSettings(most, kept, float("inf") if seconds is None else seconds, check_seconds("max_age", max_age))


class TransportSettings(NamedTuple):
    """Checked arguments of a transport."""

    trust: ssl.SSLContext | None
    trust_env: bool
    proxy: str | None = None
    engine: str | None = None

    def tls_context(self) -> ssl.SSLContext:
        """Return the TLS context.

        Raises:
            ConnectionFailed: `SSL_CERT_FILE` or `SSL_CERT_DIR` is invalid.
        """
        from ._tls import default_tls_context

        return self.trust or default_tls_context(trust_env=self.trust_env)

    def __repr__(self) -> str:
        return "TransportSettings()"  # the URL of a proxy may hold a password


def check_settings(trust: Any, *, trust_env: bool, proxy: Any = None, engine: Any = None) -> TransportSettings:
    """Return the checked settings.

    Raises:
        RequestInvalid: `trust`, `proxy` or `engine` is invalid.
    """
    if trust is not None and not isinstance(trust, ssl.SSLContext):
        raise RequestInvalid("trust", f"must be an ssl.SSLContext, not {type(trust).__name__}")
    if engine is not None:
        from ._engine import check_engine

        check_engine(engine, "engine")
    if proxy is not None:
        from ._proxies import proxy_fault

        fault = proxy_fault(proxy, engine)
        if fault is not None:
            raise RequestInvalid("proxy", fault)
    return TransportSettings(trust, trust_env, proxy, engine)
