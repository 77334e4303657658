"""Loopback server of one or several fakes: uvicorn in a separate thread."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from .._fake.fake_product import FakeProduct
from .asgi import TRANSPORT, FakeApplication
from .panel import panels_of
from .routing import ProductRouter

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from .._fake.fake import FakeScf

    FakeT = TypeVar("FakeT", bound=FakeProduct, default=FakeScf)
else:  # Python 3.11 has no default of a type variable
    from typing import TypeVar

    FakeT = TypeVar("FakeT", bound=FakeProduct)

_HOST = "127.0.0.1"
_START_TIMEOUT = 30.0
_NOT_RUNNING = "the server is not running: use it in a `with` block"
# Longer than any test, so that the server does not close idle connections of a pool.
_KEEP_ALIVE = 3600


class FakeServer(Generic[FakeT]):
    """A server on 127.0.0.1; see `serve`."""

    def __init__(self, fake: FakeT, *more: FakeProduct, tls: bool, host_names: Sequence[str], port: int = 0, panel: bool = False) -> None:
        self.fake: FakeT = fake
        """The served fake; the first one of several."""
        self.fakes: tuple[FakeProduct, ...] = (fake, *more)
        """All served fakes."""
        panels = panels_of(self.fakes) if panel else []
        self.panel_paths: tuple[str, ...] = tuple(each.prefix for each in panels)
        """Paths of the web panels, one for each fake."""
        self._application = FakeApplication(ProductRouter(self.fakes), panels)
        self._requested_port = port
        self._certificate = _Certificate(host_names) if tls else None
        self._socket: socket.socket | None = None
        self._uvicorn: _ThreadedUvicorn | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The requested port, or the one chosen by the system.

        Raises:
            RuntimeError: The server is not running.
        """
        if self._socket is None:
            raise RuntimeError(_NOT_RUNNING)
        return self._port

    @property
    def url(self) -> str:
        """Base URL with the port."""
        return f"{'http' if self._certificate is None else 'https'}://{_HOST}:{self.port}"

    @property
    def ca_file(self) -> Path:
        """PEM file of the certificate authority; it exists while the server runs.

        Raises:
            RuntimeError: The server does not use TLS, or is not running.
        """
        return self._tls.ca_file

    @property
    def trust(self) -> ssl.SSLContext:
        """A new SSL context that trusts only this server.

        Raises:
            RuntimeError: The server does not use TLS, or is not running.
        """
        return ssl.create_default_context(cafile=self.ca_file)

    @property
    def _tls(self) -> _Certificate:
        if self._certificate is None:
            raise RuntimeError("the server does not use TLS: call serve(fake, tls=True)")
        return self._certificate

    def __enter__(self) -> Self:
        if self._thread is not None:
            raise RuntimeError("the server is already running")
        config = uvicorn.Config(
            self._application,
            http=_AbortableConnection,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_keep_alive=_KEEP_ALIVE,
        )
        config.load()
        if self._certificate is not None:
            # The certificate arguments accept only files, and not every supported uvicorn accepts a factory.
            config.ssl = self._certificate.context
            self._certificate.write()
        # asyncio disables Nagle's algorithm only if the protocol is named; otherwise each response is delayed by 40 ms.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if self._requested_port:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((_HOST, self._requested_port))
        except OSError:
            self._stop()
            raise
        self._socket.listen()
        self._port: int = self._socket.getsockname()[1]
        self._uvicorn = _ThreadedUvicorn(config)
        self._thread = threading.Thread(
            target=self._uvicorn.run_on, args=(self._socket,), name=f"tencentkit-fake-{self._port}", daemon=True
        )
        self._thread.start()
        if not self._uvicorn.ready.wait(_START_TIMEOUT) or self._uvicorn.failure is not None:
            self._stop()
            raise RuntimeError("the server of the fake failed to start") from self._uvicorn.failure
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._stop()
        # The client saw only HTTP 500; the test must see the cause.
        if error is None and self._application.failure is not None:
            raise self._application.failure

    def _stop(self) -> None:
        if self._uvicorn is not None and self._thread is not None:
            self._uvicorn.stop()
            self._thread.join()
            self._thread = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        if self._certificate is not None:
            self._certificate.discard()


class _Certificate:
    """Server certificate and the certificate authority that signed it."""

    def __init__(self, host_names: Sequence[str]) -> None:
        import trustme

        authority = trustme.CA()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*host_names).configure_cert(self.context)
        self._authority = authority
        self._folder: TemporaryDirectory[str] | None = None

    @property
    def ca_file(self) -> Path:
        """PEM file of the authority.

        Raises:
            RuntimeError: The file is not written.
        """
        if self._folder is None:
            raise RuntimeError(_NOT_RUNNING)
        return Path(self._folder.name) / "ca.pem"

    def write(self) -> None:
        """Write the authority's file."""
        self._folder = TemporaryDirectory(prefix="tencentkit-fake-")
        self._authority.cert_pem.write_to_path(str(self.ca_file))

    def discard(self) -> None:
        """Remove the authority's file."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


class _ThreadedUvicorn(uvicorn.Server):
    """Uvicorn server that signals readiness and stops at once, without polling."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self.failure: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopped = asyncio.Event()

    def run_on(self, listener: socket.socket) -> None:
        """Serve in a new event loop until `stop`."""
        try:
            asyncio.run(self.serve(sockets=[listener]))
        except BaseException as error:  # noqa: BLE001  # raised again in the waiting thread
            self.failure = error
        finally:
            self.ready.set()

    def stop(self) -> None:
        """Stop the server; thread-safe."""
        self.should_exit = True  # uvicorn reads it between startup and main loop
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has already ended
                self._loop.call_soon_threadsafe(self._stopped.set)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self.ready.set()

    async def main_loop(self) -> None:
        await self._stopped.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # uvicorn waits until clients disconnect, and with TLS until they send close_notify; a connection pool does neither.
        # Stop accepting before closing: asyncio leaks a connection that is set up while its server closes.
        with suppress(NotImplementedError):  # Windows
            for listener in sockets or []:
                asyncio.get_running_loop().remove_reader(listener)
        # An accepted socket becomes a connection, or waits for a TLS handshake that may never come.
        await _run_loop_iterations()
        for server in self.servers:
            server.close()
        handshakes = asyncio.all_tasks() - self.server_state.tasks - {asyncio.current_task()}
        for task in handshakes:
            task.cancel()
        while connections := list(self.server_state.connections):
            for connection in connections:
                connection.transport.abort()
            await asyncio.sleep(0)
        await asyncio.gather(*handshakes, *self.server_state.tasks, return_exceptions=True)
        await _run_loop_iterations()


async def _run_loop_iterations() -> None:
    """Run more loop iterations than asyncio needs to set up or close a connection; it has no event for either."""
    for _ in range(10):
        await asyncio.sleep(0)


class _AbortableConnection(H11Protocol):
    """Connection that the application can abort, for which ASGI has no message."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        self.app_state = {**self.app_state, TRANSPORT: transport}
