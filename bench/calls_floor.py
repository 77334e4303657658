"""The floor: one signed, typed call by hand on one connection, with no guarantee whatever.

No timeout, no retry, no check of anything: what the protocol, JSON and six attributes cost in Python, and nothing else.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import os
import socket
import ssl
import time
from collections.abc import Awaitable, Callable
from typing import cast
from urllib.parse import urlsplit

from attrs import define

_ENCODE = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


@define
class Event:
    """An event."""

    invoke_request_id: str
    invoke_type: str
    qualifier: str
    status: str
    start_time: str
    end_time: str


class Floor:
    """What both floors share: the bytes out, the bytes in."""

    def __init__(self, url: str, limit: int) -> None:
        self._host = urlsplit(url).netloc
        self._limit = limit
        self._day = ""
        self._key = b""

    def request(self) -> bytes:
        """The request of this second."""
        body = _ENCODE({"FunctionName": "helloworld", "Limit": self._limit}).encode()
        now = int(time.time())
        day = time.strftime("%Y-%m-%d", time.gmtime(now))
        if day != self._day:
            self._day, self._key = day, b"TC3secret"
            for part in (day, "scf", "tc3_request"):
                self._key = hmac.digest(self._key, part.encode(), "sha256")
        digest = hashlib.sha256(body).hexdigest()
        kind = "application/json; charset=utf-8"
        head = f"content-type:{kind}\nhost:{self._host}\nx-tc-action:listasyncevents\n\ncontent-type;host;x-tc-action"
        canonical = hashlib.sha256(f"POST\n/\n\n{head}\n{digest}".encode()).hexdigest()
        text = f"TC3-HMAC-SHA256\n{now}\n{day}/scf/tc3_request\n{canonical}"
        signature = hmac.digest(self._key, text.encode(), "sha256").hex()
        lines = (
            f"POST / HTTP/1.1\r\nHost: {self._host}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
            f"X-TC-Action: ListAsyncEvents\r\nX-TC-Version: 2018-04-16\r\nX-TC-Region: ap-guangzhou\r\nX-TC-Timestamp: {now}\r\n"
            f"Authorization: TC3-HMAC-SHA256 Credential=id/{day}/scf/tc3_request, "
            f"SignedHeaders=content-type;host;x-tc-action, Signature={signature}\r\n\r\n"
        )
        return lines.encode() + body

    def events(self, body: bytes) -> list[Event]:
        """The events of an answer."""
        rows = json.loads(body)["Response"]["EventList"]
        return [
            Event(row["InvokeRequestId"], row["InvokeType"], row["Qualifier"], row["Status"], row["StartTime"], row["EndTime"])
            for row in rows
        ]


def _hung_up() -> bytes:
    raise ConnectionError("the server hung up")


def missing(data: bytes) -> int:
    """How many bytes are still to come, at least."""
    head = data.find(b"\r\n\r\n")
    if head < 0:
        return 1
    at = data.find(b"Content-Length: ")
    return head + 4 + int(data[at + 16 : data.find(b"\r", at)]) - len(data)


def trust(url: str) -> ssl.SSLContext | None:
    """For TLS: the bundle that the environment names."""
    return ssl.create_default_context(cafile=os.environ.get("SSL_CERT_FILE")) if url.startswith("https:") else None


class SocketFloor(Floor):
    """On sockets, one for each call that is under way."""

    def __init__(self, url: str, limit: int) -> None:
        super().__init__(url, limit)
        self._address = urlsplit(url)
        self._trust = trust(url)
        self._idle: list[socket.socket] = []

    def _connect(self) -> socket.socket:
        host = cast("str", self._address.hostname)
        line = socket.create_connection((host, cast("int", self._address.port)))
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return line if self._trust is None else self._trust.wrap_socket(line, server_hostname=host)

    def __call__(self) -> list[Event]:
        try:
            line = self._idle.pop()
        except IndexError:
            line = self._connect()
        line.sendall(self.request())
        data = line.recv(65536)
        while missing(data) > 0:
            data += line.recv(65536) or _hung_up()
        self._idle.append(line)
        return self.events(data.partition(b"\r\n\r\n")[2])

    def close(self) -> None:
        """Hang up."""
        for line in self._idle:
            line.close()


class _Line(asyncio.Protocol):
    def __init__(self) -> None:
        self.data = b""
        self.answer: asyncio.Future[bytes] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self.data += data
        if missing(self.data) <= 0 and self.answer is not None:
            self.answer.set_result(self.data)
            self.data = b""


class LoopFloor(Floor):
    """On asyncio's protocols, a connection for each call that is under way."""

    def __init__(self, url: str, limit: int) -> None:
        super().__init__(url, limit)
        self._address = urlsplit(url)
        self._idle: list[_Line] = []
        self._trust = trust(url)

    async def __call__(self) -> list[Event]:
        loop = asyncio.get_running_loop()
        if self._idle:
            line = self._idle.pop()
        else:
            _, line = await loop.create_connection(_Line, self._address.hostname, self._address.port, ssl=self._trust)
        line.answer = loop.create_future()
        line.transport.write(self.request())
        data = await line.answer
        self._idle.append(line)
        return self.events(data.partition(b"\r\n\r\n")[2])

    async def aclose(self) -> None:
        """Hang up."""
        for line in self._idle:
            line.transport.close()


Call = Callable[[], object]
AsyncCall = Callable[[], Awaitable[object]]
