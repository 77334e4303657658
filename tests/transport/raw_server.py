"""Scripted server on loopback that controls every byte."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Self

Handler = Callable[["Connection"], None]


class Connection:
    """Accepted connection; a handler reads requests from it and writes any bytes."""

    def __init__(self, sock: socket.socket, stopping: threading.Event) -> None:
        self.sock = sock
        self.stopping = stopping
        self._pending = b""

    def request(self) -> bytes:
        """Return one complete request; empty after the client has closed."""
        data = self._pending
        while b"\r\n\r\n" not in data:
            chunk = self.sock.recv(65536)
            if not chunk:
                return b""
            data += chunk
        head, _, rest = data.partition(b"\r\n\r\n")
        lengths = (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
        length = next(lengths, 0)  # a GET has none
        while len(rest) < length:
            chunk = self.sock.recv(65536)
            if not chunk:
                return b""  # a truncated request does not count
            rest += chunk
        self._pending = rest[length:]
        return head + b"\r\n\r\n" + rest[:length]

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def drip(self, data: bytes, every: float) -> None:
        """Send single bytes until the client closes or the test ends."""
        for byte in data:
            if self.stopping.wait(every):
                return
            self.sock.sendall(bytes([byte]))

    def reset(self) -> None:
        """Reset the connection (RST instead of FIN)."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self.sock.close()


class RawServer:
    """URL of the server, and the requests that it received."""

    def __init__(self, port: int, *, tls: bool) -> None:
        self.port = port
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{port}"
        self.requests: list[bytes] = []
        self.connections = 0


@contextmanager
def raw_server(handler: Handler, *, tls: ssl.SSLContext | None = None) -> Iterator[RawServer]:
    """Run `handler` for each connection in its own thread, until the block ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = RawServer(listener.getsockname()[1], tls=tls is not None)
    stopping = threading.Event()
    threads: list[threading.Thread] = []
    sockets: list[socket.socket] = []

    def serve(sock: socket.socket) -> None:
        try:
            if tls is not None:
                sock = tls.wrap_socket(sock, server_side=True)
                sockets.append(sock)
            connection = Connection(sock, stopping)
            read = connection.request

            def recording_request() -> bytes:
                request = read()
                if request:
                    server.requests.append(request)
                return request

            connection.request = recording_request  # type: ignore[method-assign]
            handler(connection)
        except OSError:
            pass  # the client closed, which many tests intend
        finally:
            sock.close()

    def accept() -> None:
        while True:
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            # Otherwise the kernel delays a second small response until the first is acknowledged.
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            server.connections += 1
            sockets.append(sock)
            thread = threading.Thread(target=serve, args=(sock,))
            threads.append(thread)
            thread.start()

    acceptor = threading.Thread(target=accept)
    acceptor.start()
    try:
        yield server
    finally:
        stopping.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        acceptor.join()
        for sock in sockets:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join()


class MuteAddress:
    """The address `::1`, which drops all packets for one port: a listener with a full backlog."""

    address = "::1"

    def __init__(self, port: int) -> None:
        self._listener = socket.socket(socket.AF_INET6)
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind((self.address, port))
        self._listener.listen(0)
        self._fill: list[socket.socket] = []

    def __enter__(self) -> Self:
        connected = True
        while connected:  # until the kernel accepts no further handshake
            one = socket.socket(socket.AF_INET6)
            self._fill.append(one)
            one.settimeout(0.2)
            try:
                one.connect(self._listener.getsockname()[:2])
            except TimeoutError:
                connected = False
        return self

    def __exit__(self, *_: object) -> None:
        for each in (*self._fill, self._listener):
            each.close()


def ok(body: bytes = b'{"Response": {"TotalCount": 3, "EventList": [], "RequestId": "r"}}', *headers: bytes) -> bytes:
    """Return a complete response."""
    lines = [b"HTTP/1.1 200 OK", b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def answering(data: bytes) -> Handler:
    """Return a handler that sends this response to every request."""

    def handle(connection: Connection) -> None:
        while connection.request():
            connection.send(data)

    return handle


def once(act: Callable[[Connection], None]) -> Handler:
    """Return a handler that reads one request, calls `act` and closes."""

    def handle(connection: Connection) -> None:
        if connection.request():
            act(connection)

    return handle
