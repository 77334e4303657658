"""Benchmark of streams: time to the first event beside a bare socket, and events a second.

`python -m bench streams` prints the tables; `--update docs/guides/streaming.md` writes them into that file.
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import json
import multiprocessing
import socket
import statistics
import threading
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tencentkit import Credentials
from tencentkit.scf import AsyncClient, Client
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpxTransport, LeanTransport
from tencentkit_api.scf import models
from tencentkit_api.scf.actions import INVOKE
from tests.transport.raw_server import Connection

_BEGIN, _END = "<!-- begin: python -m bench streams -->", "<!-- end -->"
_ROUNDS = 60
_EVENTS = 20_000
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
_REQUEST = models.InvokeRequest(function_name="f")
_SETTINGS: dict[str, Any] = {"region": "ap-guangzhou", "credentials": Credentials("AKID", "key"), "throttle": None}


def _event(text: str) -> bytes:
    data = b"data: " + json.dumps({"Result": {"RetMsg": text}}).encode() + b"\n\n"
    return b"%x\r\n%s\r\n" % (len(data), data)


def serve(listener: socket.socket, thinks: float, events: int) -> None:
    """Respond to each request with a stream, after `thinks` seconds."""
    body = _event("word") * events + b"0\r\n\r\n"

    def respond(connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with connection:
            requests = Connection(connection, threading.Event())
            while requests.request():
                time.sleep(thinks)
                connection.sendall(_HEAD + body)

    while True:
        threading.Thread(target=respond, args=(listener.accept()[0],), daemon=True).start()


class Server:
    """Server in a process of its own, within its `with` block."""

    def __init__(self, thinks: float, events: int) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._process = multiprocessing.get_context("fork").Process(target=serve, args=(self._listener, thinks, events), daemon=True)

    def __enter__(self) -> str:
        self._process.start()
        return f"http://127.0.0.1:{self.port}"

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join()
        self._listener.close()


def bare(url: str) -> Callable[[], float]:
    """Return a function that returns the seconds to the first event, read by the HTTP client of the standard library."""
    connection = http.client.HTTPConnection(url.removeprefix("http://"))
    connection.connect()
    connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def first() -> float:
        started = time.perf_counter()
        connection.request("POST", "/", b'{"FunctionName": "f"}', {"Content-Type": "application/json"})
        response = connection.getresponse()
        json.loads(response.readline().removeprefix(b"data: "))
        seconds = time.perf_counter() - started
        response.read()
        return seconds

    return first


def threads(url: str, transport: Any) -> tuple[Callable[[], float], Callable[[], int]]:
    """Return functions for the seconds to the first event and for the number of events, in a thread."""
    client = Client(base_url=url, transport=transport, **_SETTINGS)

    def first() -> float:
        started = time.perf_counter()
        with client._stream(INVOKE, _REQUEST, models.InvokeResponse) as stream:
            next(stream)
            seconds = time.perf_counter() - started
            for _ in stream:
                pass
        return seconds

    return first, lambda: sum(1 for _ in client._stream(INVOKE, _REQUEST, models.InvokeResponse))


def loops(url: str, transport: Any) -> tuple[Callable[[], float], Callable[[], int]]:
    """`threads` for an event loop."""
    client = AsyncClient(base_url=url, transport=transport, **_SETTINGS)
    loop = asyncio.new_event_loop()

    async def first() -> float:
        started = time.perf_counter()
        async with await client._stream(INVOKE, _REQUEST, models.InvokeResponse) as stream:
            await anext(stream)
            seconds = time.perf_counter() - started
            async for _ in stream:
                pass
        return seconds

    async def count() -> int:
        return len([None async for _ in await client._stream(INVOKE, _REQUEST, models.InvokeResponse)])

    return lambda: loop.run_until_complete(first()), lambda: loop.run_until_complete(count())


CLIENTS: dict[str, tuple[Callable[..., Any], Callable[[], Any]]] = {
    "HttpxTransport": (threads, lambda: HttpxTransport(trust_env=False)),
    "AsyncHttpxTransport": (loops, lambda: AsyncHttpxTransport(trust_env=False)),
    "LeanTransport": (threads, lambda: LeanTransport(trust_env=False)),
    "AsyncLeanTransport": (loops, lambda: AsyncLeanTransport(trust_env=False)),
}


def first_events(thinks: float) -> dict[str, float]:
    """Return the median time to the first event, as a ratio to that of the bare client; all clients take turns."""
    with Server(thinks, 3) as url:
        contenders = {"bare": bare(url)} | {name: make(url, transport())[0] for name, (make, transport) in CLIENTS.items()}
        seconds: dict[str, list[float]] = {name: [] for name in contenders}
        for _ in range(_ROUNDS):
            for name, first in contenders.items():
                seconds[name].append(first())
    medians = {name: statistics.median(each[5:]) for name, each in seconds.items()}
    return {name: median / medians["bare"] for name, median in medians.items()}


def rates() -> dict[str, tuple[float, float]]:
    """Return the events a second of each client, and the most megabytes that it allocated meanwhile."""
    found = {}
    with Server(0.0, _EVENTS) as url:
        for name, (make, transport) in CLIENTS.items():
            count = make(url, transport())[1]
            started = time.perf_counter()
            received = count()
            seconds = time.perf_counter() - started
            tracemalloc.start()
            count()
            megabytes = tracemalloc.get_traced_memory()[1] / 1e6
            tracemalloc.stop()
            found[name] = received / seconds, megabytes
    return found


def table() -> str:
    """Return the table of this page."""
    slow, fast, speeds = first_events(0.05), first_events(0.0), rates()
    lines = [
        "| Client | First event, service takes 50 ms | First event, service takes no time | Events a second | MB of memory |",
        "|---|---:|---:|---:|---:|",
        f"| `http.client` alone | {slow['bare']:.2f} | {fast['bare']:.2f} | | |",
    ]
    lines += [f"| {name} | {slow[name]:.2f} | {fast[name]:.2f} | {speeds[name][0]:,.0f} | {speeds[name][1]:.1f} |" for name in CLIENTS]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the table, or write it into a page."""
    parser = argparse.ArgumentParser(prog="python -m bench streams", description=__doc__)
    parser.add_argument("--update", type=Path, metavar="PAGE", help="page to write the table into")
    chosen = parser.parse_args(arguments)
    made = table()
    if chosen.update is None:
        print(made)
        return 0
    text = chosen.update.read_text(encoding="utf-8")
    before, _, rest = text.partition(_BEGIN)
    chosen.update.write_text(f"{before}{_BEGIN}\n\n{made}\n\n{_END}{rest.partition(_END)[2]}", encoding="utf-8")
    return 0
