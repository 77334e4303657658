"""Arguments of the lean transports."""

from __future__ import annotations

import ssl

from ...errors import RequestInvalid
from .._proxies import named_proxy
from .._settings import check_connections, check_settings


class LeanArguments:
    """Arguments of the lean transports; see `LeanTransport`."""

    def __init__(
        self,
        *,
        trust: ssl.SSLContext | None = None,
        trust_env: bool = True,
        max_connections: int = 100,
        max_idle: int | None = None,
        idle_timeout: float | None = 60.0,
        max_age: float | None = None,
    ) -> None:
        super().__init__()
        self._settings = check_settings(trust, trust_env=trust_env)
        self._limits = check_connections(max_connections, max_idle, idle_timeout, max_age)
        proxy = named_proxy() if trust_env else None
        if proxy is not None:
            name = type(self).__name__
            use = f"use {name.replace('Lean', 'Httpx')}(), or trust_env=False to connect directly"
            raise RequestInvalid("transport", f"the environment names a proxy ({proxy}), and {name} uses none: {use}")
