"""Recording and replaying: over TLS against the fake, under the service's real name.

Replaying (the usual run) needs no server: sockets are blocked and every stored interaction must be played.
`--record-mode=rewrite` records against the fake; with `--live` against the real service, with credentials from the environment.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpcore
import pytest

from tencentkit import DefaultCredentials
from tencentkit.clock import Clock, SystemClock
from tencentkit.testing import FakeScf, FakeServer, ManualClock, serve
from tencentkit.transport import AsyncHttpxTransport, HttpxTransport
from tests.cassettes import tape
from tests.conftest import Kind

HOST = "scf.tencentcloudapi.com"
LOOPBACK = "127.0.0.1"
TAPES = Path(__file__).parent / "tapes"


def pytest_recording_configure(vcr: Any) -> None:
    """Store readable files, and match what the service decides by."""
    vcr.register_serializer("yaml", tape)
    vcr.register_matcher("target", tape.target)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Replay without any socket, not even on loopback, where the other tests have their servers."""
    for item in items:
        if item.get_closest_marker("vcr"):
            item.add_marker(pytest.mark.block_network(allowed_hosts=["no host at all"]))


@pytest.fixture(scope="session")
def vcr_config() -> dict[str, Any]:
    return {
        "match_on": ["method", "scheme", "host", "port", "path", "query", "target", "body"],
        "before_record_request": tape.kept_request,
        "before_record_response": tape.kept_response,
        "decode_compressed_response": True,
    }


@pytest.fixture(scope="module")
def vcr_cassette_dir(request: pytest.FixtureRequest) -> str:
    return str(TAPES / request.path.stem.removeprefix("test_"))


@pytest.fixture(autouse=True)
def all_played(vcr: Any, record_mode: str) -> Iterator[None]:
    """A stored interaction that no request asks for any more is a fault."""
    yield
    if vcr is not None and record_mode == "none":
        assert vcr.play_count == len(vcr), f"{len(vcr) - vcr.play_count} interactions were not played"


class Studio:
    """Makes clients whose calls are recorded or replayed."""

    def __init__(self, kind: Kind, *, recording: bool, live: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kind = kind
        self._recording = recording
        self._live = live
        self._monkeypatch = monkeypatch
        self._server: FakeServer | None = None
        self.clock: Clock = SystemClock() if live else ManualClock()

    def client(self, prepare: Callable[[FakeScf], Any] | None = None, **settings: Any) -> Any:
        """A client of the kind at hand; while recording, `prepare` puts into the fake what the scene needs."""
        if self._live:
            settings["credentials"] = DefaultCredentials()
        elif self._recording:
            fake = FakeScf(clock=self.clock)
            fake.add_function("helloworld", qualifiers=("$LATEST", "1"))
            if prepare is not None:
                prepare(fake)
            self._server = serve(fake, tls=True).__enter__()
            self._divert(self._server.port)
            settings["transport"] = self.kind.pick(HttpxTransport, AsyncHttpxTransport)(trust=self._server.trust)
        return self.kind.client(clock=self.clock, rng=lambda: 0.5, **settings)

    def _divert(self, port: int) -> None:
        """Lead connections for the service's host to the fake; URL, Host header, SNI and TLS stay as they are."""
        look_up = socket.getaddrinfo
        sync_connect, async_connect = httpcore.SyncBackend.connect_tcp, httpcore.AnyIOBackend.connect_tcp

        def found(host: Any, *rest: Any, **named: Any) -> Any:
            return look_up(LOOPBACK if host == HOST else host, *rest, **named)

        def connect(self: Any, host: str, _: int, *rest: Any, **named: Any) -> Any:
            assert host == LOOPBACK
            return sync_connect(self, host, port, *rest, **named)

        async def connect_async(self: Any, host: str, _: int, *rest: Any, **named: Any) -> Any:
            assert host == LOOPBACK
            return await async_connect(self, host, port, *rest, **named)

        # The client looks the name up itself (`transport._dns`), and connects to an address.
        self._monkeypatch.setattr(socket, "getaddrinfo", found)
        self._monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
        self._monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect_async)

    def close(self) -> None:
        # Before the server ends, which waits for its connections.
        self.kind.close_clients()
        if self._server is not None:
            self._server.__exit__(None, None, None)


@pytest.fixture
def studio(request: pytest.FixtureRequest, kind: Kind, record_mode: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """A studio for one test."""
    live = bool(request.config.getoption("--live"))
    if live and record_mode == "none":
        pytest.fail("--live records: give --record-mode=rewrite too, as `nox -s record -- --live` does")
    made = Studio(kind, recording=record_mode != "none", live=live, monkeypatch=monkeypatch)
    yield made
    made.close()
