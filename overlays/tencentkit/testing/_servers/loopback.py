"""The fake on a loopback socket: uvicorn in a thread of its own."""

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
from typing import TYPE_CHECKING, Self

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from .asgi import TRANSPORT, Application
from .panel import Panel

if TYPE_CHECKING:
    from .._fake.fake import FakeScf

_HOST = "127.0.0.1"
_START_TIMEOUT = 30.0
_NOT_RUNNING = "the server does not run: enter it with `with`"
# Longer than any test: the server does not close a connection that a pool still counts on.
_KEEP_ALIVE = 3600


class FakeServer:
    """A server on 127.0.0.1; see `serve`."""

    def __init__(self, fake: FakeScf, *, tls: bool, host_names: Sequence[str], port: int = 0, panel: bool = False) -> None:
        self.fake = fake
        """Who answers."""
        self._panel = Panel(fake) if panel else None
        self._application = Application(fake, self._panel)
        self._wanted_port = port
        self._certificate = _Certificate(host_names) if tls else None
        self._socket: socket.socket | None = None
        self._uvicorn: _Uvicorn | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port: the one that was asked for, or one that the system chose.

        Raises:
            RuntimeError: The server has not been entered.
        """
        if self._socket is None:
            raise RuntimeError(_NOT_RUNNING)
        return self._port

    @property
    def url(self) -> str:
        """The base URL, with the port."""
        return f"{'http' if self._certificate is None else 'https'}://{_HOST}:{self.port}"

    @property
    def ca_file(self) -> Path:
        """A PEM file with the authority to trust; it is there while the server runs.

        Raises:
            RuntimeError: The server does not speak TLS, or has not been entered.
        """
        return self._tls.ca_file

    @property
    def trust(self) -> ssl.SSLContext:
        """A new client context that trusts this server and no other.

        Raises:
            RuntimeError: The server does not speak TLS, or has not been entered.
        """
        return ssl.create_default_context(cafile=self.ca_file)

    @property
    def _tls(self) -> _Certificate:
        if self._certificate is None:
            raise RuntimeError("the server speaks plain HTTP: serve(fake, tls=True)")
        return self._certificate

    def __enter__(self) -> Self:
        if self._thread is not None:
            raise RuntimeError("the server runs already")
        config = uvicorn.Config(
            self._application,
            http=_Connection,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_keep_alive=_KEEP_ALIVE,
        )
        config.load()
        if self._certificate is not None:
            # Its arguments take files only, and not every supported uvicorn takes a factory.
            config.ssl = self._certificate.context
            self._certificate.write()
        # With the protocol named: asyncio turns Nagle's algorithm off for no other socket, and each answer would come 40 ms late.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if self._wanted_port:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((_HOST, self._wanted_port))
        except OSError:
            self._stop()
            raise
        self._socket.listen()
        self._port: int = self._socket.getsockname()[1]
        self._uvicorn = _Uvicorn(config)
        self._thread = threading.Thread(
            target=self._uvicorn.run_on, args=(self._socket,), name=f"tencentkit-fake-{self._port}", daemon=True
        )
        self._thread.start()
        if not self._uvicorn.ready.wait(_START_TIMEOUT) or self._uvicorn.failure is not None:
            self._stop()
            raise RuntimeError("the fake's server did not start") from self._uvicorn.failure
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._stop()
        # A bug of the fake came to the client as a mere HTTP 500; the test must hear of it.
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
    """A certificate, and the authority that signed it."""

    def __init__(self, host_names: Sequence[str]) -> None:
        import trustme

        authority = trustme.CA()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*host_names).configure_cert(self.context)
        self._authority = authority
        self._folder: TemporaryDirectory[str] | None = None

    @property
    def ca_file(self) -> Path:
        """The authority's file.

        Raises:
            RuntimeError: It is not written.
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


class _Uvicorn(uvicorn.Server):
    """A uvicorn that tells when it is ready and stops at once, without polling."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self.failure: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopped = asyncio.Event()

    def run_on(self, listener: socket.socket) -> None:
        """Serve until `stop`, in a new event loop."""
        try:
            asyncio.run(self.serve(sockets=[listener]))
        except BaseException as error:  # noqa: BLE001  # it is raised again in the thread that waits for us
            self.failure = error
        finally:
            self.ready.set()

    def stop(self) -> None:
        """Ask the server to end; safe from any thread, at any time."""
        self.should_exit = True  # read by uvicorn between its start and its main loop
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended by itself
                self._loop.call_soon_threadsafe(self._stopped.set)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self.ready.set()

    async def main_loop(self) -> None:
        await self._stopped.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # uvicorn's own waits until clients hang up, and TLS until they say goodbye: a pool does neither.
        # First accept no more, without closing: asyncio leaks a connection whose server closes while it is being set up.
        with suppress(NotImplementedError):  # Windows
            for listener in sockets or []:
                asyncio.get_running_loop().remove_reader(listener)
        # What was just accepted becomes a connection, or waits for a greeting in TLS that may never come.
        await _turns()
        for server in self.servers:
            server.close()
        greeting = asyncio.all_tasks() - self.server_state.tasks - {asyncio.current_task()}
        for task in greeting:
            task.cancel()
        while connections := list(self.server_state.connections):
            for connection in connections:
                connection.transport.abort()
            await asyncio.sleep(0)
        await asyncio.gather(*greeting, *self.server_state.tasks, return_exceptions=True)
        await _turns()


async def _turns() -> None:
    """Let the event loop turn more often than asyncio needs to set up or to close a connection, which it does unasked."""
    for _ in range(10):
        await asyncio.sleep(0)


class _Connection(H11Protocol):
    """A connection whose application can close it without a word, for which ASGI has no message."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        self.app_state = {**self.app_state, TRANSPORT: transport}
