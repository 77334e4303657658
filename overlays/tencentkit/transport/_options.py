"""What is asked for of the transports on httpx, and the client of httpx that it makes."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ..errors import RequestInvalid
from ._interception import left_to_httpx
from ._pool_state import IDLE, KEPT, MOST
from ._tls import authorities, checked_trust

if TYPE_CHECKING:
    from collections.abc import Callable

_Client = TypeVar("_Client")


class Options(NamedTuple):
    """What was asked for."""

    trust: ssl.SSLContext | None
    proxy: str | None
    trust_env: bool

    def straight(self) -> bool:
        """Whether requests go straight to their address; where a proxy may be named, httpx knows for whom."""
        return self.proxy is None and not (self.trust_env and left_to_httpx())

    def context(self) -> ssl.SSLContext:
        """The TLS context.

        Raises:
            ConnectionFailed: The environment is at fault.
        """
        return self.trust or authorities(trust_env=self.trust_env)

    def opened(self, make: Callable[..., _Client]) -> _Client:
        """A client of httpx.

        Raises:
            ConnectionFailed: The environment is at fault.
        """
        import httpx

        from ._proxy_env import opened

        trust = self.context()
        limits = httpx.Limits(max_connections=MOST, max_keepalive_connections=KEPT, keepalive_expiry=IDLE)
        return opened(
            lambda: make(verify=trust, proxy=self.proxy, trust_env=self.trust_env, limits=limits, follow_redirects=False),
            trust_env=self.trust_env,
        )

    def __repr__(self) -> str:
        return "Options()"  # a proxy's address may hold a password


def checked(trust: Any, proxy: Any, *, trust_env: bool) -> Options:
    """They, if they can be right.

    Raises:
        RequestInvalid: One cannot.
    """
    trust = checked_trust(trust)
    if proxy is not None:
        from ._proxy_env import proxy_fault

        fault = proxy_fault(proxy)
        if fault is not None:
            raise RequestInvalid("proxy", fault)
    return Options(trust, proxy, trust_env)
