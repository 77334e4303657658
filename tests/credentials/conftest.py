"""A source of temporary credentials that a test drives, and a home without any."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.credentials._refresh import RefreshingProvider
from tencentkit.testing import ManualClock


class Source(RefreshingProvider):
    """Numbers what it gives; does as it is told before."""

    def __init__(self, clock: ManualClock, life: float | None = 7200.0) -> None:
        super().__init__(clock=clock)
        self.life = life
        self.fetches = 0
        self.act: Callable[[], Any] = lambda: None
        self.landed = threading.Event()

    def _fetch(self) -> Credentials:
        self.fetches += 1
        number = self.fetches
        self.act()
        ends = None if self.life is None else self._clock.time() + self.life
        return Credentials(f"id-{number}", f"key-{number}", f"token-{number}", expires_at=ends)

    def _fetch_and_store(self) -> Credentials:
        try:
            return super()._fetch_and_store()
        finally:
            self.landed.set()

    def settled(self) -> None:
        """Wait for a fetch that nobody waits for."""
        assert self.landed.wait(10)
        self._single_flight.join(lambda: pytest.fail("none was begun")).wait(10) if not self._single_flight._flight.done else None  # type: ignore[union-attr]
        self.landed.clear()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def source(clock: ManualClock) -> Source:
    return Source(clock)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder without any credentials, an environment without any, and no metadata service."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("SECRET_ID", "SECRET_KEY", "TOKEN", "SECRETID", "SECRETKEY", "SESSIONTOKEN", "REGION"):
        monkeypatch.delenv(f"TENCENTCLOUD_{name}", raising=False)
    for name in ("REGION", "PROVIDER_ID", "WEB_IDENTITY_TOKEN_FILE", "ROLE_ARN"):
        monkeypatch.delenv(f"TKE_{name}", raising=False)
    monkeypatch.setattr("tencentkit.credentials._instance_role.METADATA", "http://127.0.0.1:1")
    return tmp_path
