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
    idle_timeout: float | None
    max_age: float | None


def check_connections(
    max_connections: Any = 100, max_idle: Any = None, idle_timeout: Any = 60.0, max_age: Any = None
) -> ConnectionSettings:
    """Return the checked settings of connections; `max_idle` is `max_connections` by default.

    Raises:
        RequestInvalid: One of them is invalid.
    """
    check_count("max_connections", max_connections, _MOST_CONNECTIONS)
    if max_idle is None:
        max_idle = max_connections
    elif max_idle != 0:  # 0 keeps no connection
        check_count("max_idle", max_idle, _MOST_CONNECTIONS)
    return ConnectionSettings(
        max_connections, int(max_idle), check_seconds("idle_timeout", idle_timeout), check_seconds("max_age", max_age)
    )


class TransportSettings(NamedTuple):
    """Checked arguments of a transport on httpx."""

    trust: ssl.SSLContext | None
    proxy: str | None
    trust_env: bool
    engine: str | None

    def __repr__(self) -> str:
        return "TransportSettings()"  # the URL of a proxy may hold a password


def check_settings(trust: Any, proxy: Any, *, trust_env: bool, engine: Any) -> TransportSettings:
    """Return the checked settings.

    Raises:
        RequestInvalid: `trust`, `proxy` or `engine` is invalid.
    """
    if engine is not None:
        from ._engine import check_engine

        check_engine(engine, "engine")
    trust = check_trust(trust)
    if proxy is not None:
        from ._proxies import proxy_fault

        fault = proxy_fault(proxy)
        if fault is not None:
            raise RequestInvalid("proxy", fault)
    return TransportSettings(trust, proxy, trust_env, engine)


def check_trust(trust: Any) -> ssl.SSLContext | None:
    """Return `trust`.

    Raises:
        RequestInvalid: `trust` is not an `ssl.SSLContext`.
    """
    if trust is not None and not isinstance(trust, ssl.SSLContext):
        raise RequestInvalid("trust", f"must be an ssl.SSLContext, not {type(trust).__name__}")
    return trust
