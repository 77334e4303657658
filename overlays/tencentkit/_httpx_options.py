"""What is asked for of the transports on httpx, and the client of httpx that it makes."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import httpx

from ._pool import IDLE, KEPT, MOST
from ._surroundings import authorities, opened, proxy_fault
from .errors import RequestInvalid

_Client = TypeVar("_Client")

_LIMITS = httpx.Limits(max_connections=MOST, max_keepalive_connections=KEPT, keepalive_expiry=IDLE)


class Options(NamedTuple):
    """What was asked for."""

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
        return "Options()"  # a proxy's address may hold a password


def checked(trust: Any, proxy: Any, *, trust_env: bool) -> Options:
    if trust is not None and not isinstance(trust, ssl.SSLContext):
        raise RequestInvalid("trust", f"must be an ssl.SSLContext, not {type(trust).__name__}")
    fault = None if proxy is None else proxy_fault(proxy)
    if fault is not None:
        raise RequestInvalid("proxy", fault)
    return Options(trust, proxy, trust_env)
