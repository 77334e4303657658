"""Options of the transports on httpx, and the httpx client built from them."""

from __future__ import annotations

import os
import select
import ssl
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ..errors import RequestInvalid
from ._pool_state import IDLE_SECONDS, MAX_IDLE, MAX_IN_FLIGHT
from ._tls import check_trust, default_tls_context

if TYPE_CHECKING:
    from collections.abc import Callable

_Client = TypeVar("_Client")


def may_need_proxy() -> bool:
    """Decide when a request must go through httpx: the environment may name a proxy, or the system has no `poll`."""
    if not hasattr(select, "poll"):
        return True
    if sys.platform in {"darwin", "win32"}:
        from urllib.request import getproxies

        return bool(getproxies())
    return any(name.lower().endswith("_proxy") and value for name, value in os.environ.items())


class TransportOptions(NamedTuple):
    """Checked arguments of a transport on httpx."""

    trust: ssl.SSLContext | None
    proxy: str | None
    trust_env: bool

    def is_direct(self) -> bool:
        """Return whether no proxy can apply. Otherwise httpx decides which requests use one."""
        return self.proxy is None and not (self.trust_env and may_need_proxy())

    def tls_context(self) -> ssl.SSLContext:
        """Return the TLS context.

        Raises:
            ConnectionFailed: `SSL_CERT_FILE` or `SSL_CERT_DIR` is invalid.
        """
        return self.trust or default_tls_context(trust_env=self.trust_env)

    def new_client(self, make: Callable[..., _Client]) -> _Client:
        """Build a client of httpx.

        Raises:
            ConnectionFailed: An environment variable is invalid.
        """
        import httpx

        from ._proxy_env import build_client

        trust = self.tls_context()
        limits = httpx.Limits(max_connections=MAX_IN_FLIGHT, max_keepalive_connections=MAX_IDLE, keepalive_expiry=IDLE_SECONDS)
        return build_client(
            lambda: make(verify=trust, proxy=self.proxy, trust_env=self.trust_env, limits=limits, follow_redirects=False),
            trust_env=self.trust_env,
        )

    def __repr__(self) -> str:
        return "TransportOptions()"  # the URL of a proxy may hold a password


def check_options(trust: Any, proxy: Any, *, trust_env: bool) -> TransportOptions:
    """Return the checked options.

    Raises:
        RequestInvalid: `trust` or `proxy` is invalid.
    """
    trust = check_trust(trust)
    if proxy is not None:
        from ._proxy_env import proxy_fault

        fault = proxy_fault(proxy)
        if fault is not None:
            raise RequestInvalid("proxy", fault)
    return TransportOptions(trust, proxy, trust_env)
