"""Loopback server of `bench calls`: prebuilt responses, from a process of its own.

`python -m bench.calls_server JSON`: a list of doors, each `{"events", "latency", "tls", "botocore"}`. The first line of output is the
list of their ports. The server only finds the end of each request, since the benchmark measures the clients.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple, Self, cast


class Door(NamedTuple):
    """One listening port of the server, and its response.

    Attributes:
        events: Number of events in a response.
        latency: Delay of the response in seconds.
        tls: Certificate and key, in one file; empty for plain HTTP.
        botocore: Respond in the format of botocore instead.
    """

    events: int = 2
    latency: float = 0.0
    tls: str = ""
    botocore: bool = False


def body(door: Door) -> bytes:
    """Return the body of the response, as the service formats it."""
    numbers = range(door.events)
    if door.botocore:
        arn = "arn:aws:states:eu-central-1:123456789012:execution:helloworld:"
        runs = [{"executionArn": f"{arn}{number:036d}", "name": f"{number:036d}", "status": "SUCCEEDED"} for number in numbers]
        return json.dumps({"executions": [run | {"startDate": 1.7e9, "stopDate": 1.7e9, "stateMachineArn": arn} for run in runs]}).encode()
    events = [
        {
            "InvokeRequestId": f"00000000-0000-4000-8000-{number:012d}",
            "InvokeType": "COS",
            "Qualifier": "$LATEST",
            "Status": "FINISHED",
            "StartTime": f"2026-11-20 12:00:00.{number:03d}",
            "EndTime": f"2026-11-20 12:00:01.{number:03d}",
        }
        for number in numbers
    ]
    content = {"TotalCount": door.events, "EventList": events, "RequestId": "6c4a1b8e-1111-4222-8333-444455556666"}
    return json.dumps({"Response": content}, separators=(",", ":")).encode()


def response(door: Door) -> bytes:
    """Return the whole response, with the headers of the service."""
    kind = b"application/x-amz-json-1.0" if door.botocore else b"application/json"
    lines = (b"HTTP/1.1 200 OK", b"Server: nginx", b"Date: Fri, 20 Nov 2026 12:00:00 GMT", b"Content-Type: " + kind)
    return b"\r\n".join((*lines, b"Content-Length: %d" % len(body(door)), b"Connection: keep-alive", b"\r\n")) + body(door)


class _Connection(asyncio.Protocol):
    def __init__(self, prepared: bytes, latency: float) -> None:
        self._prepared = prepared
        self._latency = latency
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        data = self._received + data
        head = data.find(b"\r\n\r\n")
        if head < 0:
            self._received = data
            return
        at = data[:head].lower().find(b"\r\ncontent-length:")
        length = int(data[at + 17 : data.find(b"\r\n", at + 2)]) if at >= 0 else 0
        if len(data) < head + 4 + length:
            self._received = data
            return
        self._received = b""
        if self._latency:
            asyncio.get_running_loop().call_later(self._latency, self._respond)
        else:
            self._respond()

    def _respond(self) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(self._prepared)


async def _serve(doors: Sequence[Door]) -> None:
    loop = asyncio.get_running_loop()
    ports = []
    for door in doors:
        context = None
        if door.tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(door.tls)
        prepared = response(door)
        server = await loop.create_server(
            lambda prepared=prepared, latency=door.latency: _Connection(prepared, latency), "127.0.0.1", 0, ssl=context, backlog=1000
        )
        ports.append(server.sockets[0].getsockname()[1])
    print(json.dumps(ports), flush=True)
    await asyncio.Event().wait()


class CallsServer:
    """Process of the server; `urls` has the URL of each door."""

    def __init__(self, doors: Sequence[Door]) -> None:
        self._doors = doors
        self.urls: dict[Door, str] = {}

    def __enter__(self) -> Self:
        argument = json.dumps([door._asdict() for door in self._doors])
        self._process = subprocess.Popen([sys.executable, "-m", "bench.calls_server", argument], stdout=subprocess.PIPE, text=True)  # noqa: S603
        assert self._process.stdout is not None  # noqa: S101
        ports = json.loads(self._process.stdout.readline())
        self.urls = {door: f"{'https' if door.tls else 'http'}://127.0.0.1:{port}" for door, port in zip(self._doors, ports, strict=True)}
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()


if __name__ == "__main__":
    asyncio.run(_serve([Door(**door) for door in json.loads(sys.argv[1])]))
