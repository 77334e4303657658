"""Parametrization of tests over the transports on httpx and the lean transports."""

from __future__ import annotations

import pytest

from tencentkit._client.async_client import AsyncioClient
from tencentkit._client.sync_client import SyncClient
from tencentkit.transport import AsyncLeanTransport, LeanTransport


@pytest.fixture(params=["httpx", "lean"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run with each transport: it replaces the default of every client and httpx's names in the test's module."""
    if request.param == "lean":
        monkeypatch.setattr(SyncClient, "_default_transport", lambda _: LeanTransport())
        monkeypatch.setattr(AsyncioClient, "_default_transport", lambda _: AsyncLeanTransport())
        monkeypatch.setattr(request.module, "HttpxTransport", LeanTransport)
        monkeypatch.setattr(request.module, "AsyncHttpxTransport", AsyncLeanTransport)
    return str(request.param)
