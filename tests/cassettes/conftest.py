"""Recording and replay of the cassettes of our own tests.

A recording calls the fake over TLS, under the real host name of the service. Replay, the default, blocks all sockets, and every
stored interaction must be used.
`--record-mode=rewrite` records from the fake; with `--live` from the real service, with credentials from the environment.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tencentkit import DefaultCredentials
from tencentkit.clock import Clock, SystemClock
from tencentkit.testing import FakeScf, FakeServer, ManualClock, serve
from tencentkit.transport import AsyncHttpxTransport, HttpxTransport, _stream_async, _stream_sync
from tests.cassettes import cassette_format
from tests.conftest import Kind

HOST = "scf.tencentcloudapi.com"
LOOPBACK = "127.0.0.1"
RECORDINGS = Path(__file__).parent / "recordings"


def pytest_recording_configure(vcr: Any) -> None:
    """Register the readable file format and the matcher for the headers."""
    vcr.register_serializer("yaml", cassette_format)
    vcr.register_matcher("headers_kept", cassette_format.match_headers)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Block all sockets during replay, loopback included."""
    for item in items:
        if item.get_closest_marker("vcr"):
            item.add_marker(pytest.mark.block_network(allowed_hosts=["no host at all"]))


@pytest.fixture(scope="session")
def vcr_config() -> dict[str, Any]:
    return {
        "match_on": ["method", "scheme", "host", "port", "path", "query", "headers_kept", "body"],
        "before_record_request": cassette_format.kept_request,
        "before_record_response": cassette_format.kept_response,
        "decode_compressed_response": True,
    }


@pytest.fixture(scope="module")
def vcr_cassette_dir(request: pytest.FixtureRequest) -> str:
    return str(RECORDINGS / request.path.stem.removeprefix("test_"))


@pytest.fixture(autouse=True)
def all_used(vcr: Any, record_mode: str) -> Iterator[None]:
    """Fail if a stored interaction is not used."""
    yield
    if vcr is not None and record_mode == "none":
        assert vcr.play_count == len(vcr), f"{len(vcr) - vcr.play_count} interactions were not used"


class CassetteClients:
    """Factory of clients whose calls are recorded or replayed."""

    def __init__(self, kind: Kind, *, recording: bool, live: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kind = kind
        self._recording = recording
        self._live = live
        self._monkeypatch = monkeypatch
        self._server: FakeServer | None = None
        self.clock: Clock = SystemClock() if live else ManualClock()

    def client(self, prepare: Callable[[FakeScf], Any] | None = None, **settings: Any) -> Any:
        """Return a client of the current kind; while recording, `prepare` seeds the fake."""
        if self._live:
            settings["credentials"] = DefaultCredentials()
        elif self._recording:
            fake = FakeScf(clock=self.clock)
            fake.add_function("helloworld", qualifiers=("$LATEST", "1"))
            if prepare is not None:
                prepare(fake)
            self._server = serve(fake, tls=True).__enter__()
            self._redirect(self._server.port)
            settings["transport"] = self.kind.pick(HttpxTransport, AsyncHttpxTransport)(trust=self._server.trust)
        return self.kind.client(clock=self.clock, rng=lambda: 0.5, **settings)

    def _redirect(self, port: int) -> None:
        """Redirect connections for the service's host to the fake; URL, Host header, SNI and TLS are unchanged."""
        original = socket.getaddrinfo
        start, connect_first = _stream_sync._start, _stream_async._connect_first

        def getaddrinfo(host: Any, *rest: Any, **named: Any) -> Any:
            return original(LOOPBACK if host == HOST else host, *rest, **named)

        def start_redirected(address: str, _: int) -> Any:
            assert address == LOOPBACK
            return start(address, port)

        async def connect_redirected(make: Any, addresses: Any, _: int) -> Any:
            assert addresses == [LOOPBACK]
            return await connect_first(make, addresses, port)

        # The client resolves the name itself (`transport._dns`), and connects to an address.
        self._monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        self._monkeypatch.setattr(_stream_sync, "_start", start_redirected)
        self._monkeypatch.setattr(_stream_async, "_connect_first", connect_redirected)

    def close(self) -> None:
        # Before the server stops, which waits for its connections.
        self.kind.close_clients()
        if self._server is not None:
            self._server.__exit__(None, None, None)


@pytest.fixture
def clients(request: pytest.FixtureRequest, kind: Kind, record_mode: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[CassetteClients]:
    """Return the client factory of one test."""
    live = bool(request.config.getoption("--live"))
    if live and record_mode == "none":
        pytest.fail("--live requires --record-mode=rewrite: run `nox -s record -- --live`")
    factory = CassetteClients(kind, recording=record_mode != "none", live=live, monkeypatch=monkeypatch)
    yield factory
    factory.close()
