"""Large requests: responses before the request is complete, slow uploads."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable
from typing import Any

from tests.faults.fault import FaultRun, Scene, Seen
from tests.transport.raw_server import Connection, ok, raw_server

_SIZE = 9_000_000
ERROR = ok(b'{"Response": {"Error": {"Code": "ResourceNotFound.Function", "Message": "no"}, "RequestId": "r"}}')
TOO_LARGE = b"HTTP/1.1 413 Payload Too Large\r\nContent-Length: 6\r\n\r\n<html>"


def upload(handler: Callable[[Connection], None], **settings: Any) -> Scene:
    """Return a scene of one call with a large body; the number of requests is that of connections."""

    def scene(run: FaultRun) -> Seen:
        with raw_server(handler) as server:
            client = run.client(server.url, **settings)
            action = "TerminateAsyncEvent" if run.write else "ListAsyncEvents"
            outcome = run.outcome(lambda: client.call(action, {"FunctionName": "x" * _SIZE}))
            run.kind.close_clients()
            return Seen(outcome, server.connections)

    return scene


def answers_early(response: bytes, end: Callable[[Connection], object]) -> Callable[[Connection], None]:
    """Return a handler that responds to the beginning of a request, and then calls `end`."""

    def handle(connection: Connection) -> None:
        connection.sock.recv(65_536)
        connection.send(response)
        end(connection)

    return handle


def stop_reading(connection: Connection) -> None:
    """Keep the connection open without reading."""
    connection.stopping.wait()


def read_slowly(connection: Connection) -> None:
    """Read 9 MB in small pieces; the whole takes longer than the timeout of the client."""
    connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
    left = _SIZE
    while left > 0:
        left -= len(connection.sock.recv(65_536))
        connection.stopping.wait(0.01)
    connection.send(ok())


def close_unread(connection: Connection) -> None:
    """Close with unread data, which resets the connection; the response is on its way."""
    connection.stopping.wait(0.05)
    connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 5))
