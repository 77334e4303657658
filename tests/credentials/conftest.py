"""A source of temporary credentials that a test controls, and a home folder without credentials."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.credentials._refresh import RefreshingProvider
from tencentkit.testing import ManualClock
from tests.scripted import AsyncScript, SyncScript


class Source(RefreshingProvider):
    """Provider that numbers its credentials and runs `on_fetch` before each fetch."""

    def __init__(self, clock: ManualClock, lifetime: float | None = 7200.0) -> None:
        super().__init__(clock=clock)
        self.lifetime = lifetime
        self.fetches = 0
        self.on_fetch: Callable[[], Any] = lambda: None
        self.finished = threading.Event()

    def _fetch(self) -> Credentials:
        self.fetches += 1
        number = self.fetches
        self.on_fetch()
        expires_at = None if self.lifetime is None else self._clock.time() + self.lifetime
        return Credentials(f"id-{number}", f"key-{number}", f"token-{number}", expires_at=expires_at)

    def _fetch_and_store(self) -> Credentials:
        try:
            return super()._fetch_and_store()
        finally:
            self.finished.set()

    def wait_for_fetch(self) -> None:
        """Wait for a fetch in the background."""
        assert self.finished.wait(10)
        if not self._single_flight._flight.done:  # type: ignore[union-attr]
            self._single_flight.join(lambda: pytest.fail("no fetch was started")).wait(10)
        self.finished.clear()


def write_profile(home: Path, text: str) -> Path:
    """Write the INI file of profiles and return its path."""
    file = home / ".tencentcloud" / "credentials"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def list_events(kind: Any, client: Any, **arguments: Any) -> Any:
    """Make one call."""
    return kind.run(client.list_async_events(function_name="f", **arguments))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def source(clock: ManualClock) -> Source:
    return Source(clock)


@pytest.fixture
def make_client(kind: Any, clock: Any) -> Any:
    """Return a function that makes a client with a scripted network."""

    def make(*responses: Any, **settings: Any) -> tuple[Any, Any]:
        network = kind.pick(SyncScript, AsyncScript)(responses)
        return kind.client(transport=network, clock=clock, rng=lambda: 0.5, **settings), network

    return make


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder without credentials, an environment without variables, and no metadata service."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("SECRET_ID", "SECRET_KEY", "TOKEN", "SECRETID", "SECRETKEY", "SESSIONTOKEN", "REGION"):
        monkeypatch.delenv(f"TENCENTCLOUD_{name}", raising=False)
    for name in ("REGION", "PROVIDER_ID", "WEB_IDENTITY_TOKEN_FILE", "ROLE_ARN"):
        monkeypatch.delenv(f"TKE_{name}", raising=False)
    monkeypatch.setattr("tencentkit.credentials._instance_role.METADATA", "http://127.0.0.1:1")
    return tmp_path
