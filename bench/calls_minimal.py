"""Hand-written minimal client: one signed, typed call on one connection, without timeout, retry or any check.

It shows what the protocol, JSON and six attributes cost in Python.
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


class MinimalClient:
    """Serializer and parser that both clients share."""

    def __init__(self, url: str, limit: int) -> None:
        self._host = urlsplit(url).netloc
        self._limit = limit
        self._day = ""
        self._key = b""

    def request(self) -> bytes:
        """Return the signed request, with the current second as its timestamp."""
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
        """Return the events of a response."""
        rows = json.loads(body)["Response"]["EventList"]
        return [
            Event(row["InvokeRequestId"], row["InvokeType"], row["Qualifier"], row["Status"], row["StartTime"], row["EndTime"])
            for row in rows
        ]


def _closed() -> bytes:
    raise ConnectionError("connection closed by the server")


def missing(data: bytes) -> int:
    """Return the least number of bytes that the response still lacks."""
    head = data.find(b"\r\n\r\n")
    if head < 0:
        return 1
    at = data.find(b"Content-Length: ")
    return head + 4 + int(data[at + 16 : data.find(b"\r", at)]) - len(data)


def trust(url: str) -> ssl.SSLContext | None:
    """Return a TLS context for an https URL; it trusts `SSL_CERT_FILE`."""
    return ssl.create_default_context(cafile=os.environ.get("SSL_CERT_FILE")) if url.startswith("https:") else None


class MinimalSocketClient(MinimalClient):
    """Client on sockets, one for each call in flight."""

    def __init__(self, url: str, limit: int) -> None:
        super().__init__(url, limit)
        self._address = urlsplit(url)
        self._trust = trust(url)
        self._idle: list[socket.socket] = []

    def _connect(self) -> socket.socket:
        host = cast("str", self._address.hostname)
        connection = socket.create_connection((host, cast("int", self._address.port)))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection if self._trust is None else self._trust.wrap_socket(connection, server_hostname=host)

    def __call__(self) -> list[Event]:
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect()
        connection.sendall(self.request())
        data = connection.recv(65536)
        while missing(data) > 0:
            data += connection.recv(65536) or _closed()
        self._idle.append(connection)
        return self.events(data.partition(b"\r\n\r\n")[2])

    def close(self) -> None:
        """Close the idle connections."""
        for connection in self._idle:
            connection.close()


class _AsyncConnection(asyncio.Protocol):
    def __init__(self) -> None:
        self.data = b""
        self.response: asyncio.Future[bytes] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self.data += data
        if missing(self.data) <= 0 and self.response is not None:
            self.response.set_result(self.data)
            self.data = b""


class MinimalAsyncClient(MinimalClient):
    """Client on `asyncio.Protocol`, one connection for each call in flight."""

    def __init__(self, url: str, limit: int) -> None:
        super().__init__(url, limit)
        self._address = urlsplit(url)
        self._idle: list[_AsyncConnection] = []
        self._trust = trust(url)

    async def __call__(self) -> list[Event]:
        loop = asyncio.get_running_loop()
        if self._idle:
            connection = self._idle.pop()
        else:
            _, connection = await loop.create_connection(_AsyncConnection, self._address.hostname, self._address.port, ssl=self._trust)
        connection.response = loop.create_future()
        connection.transport.write(self.request())
        data = await connection.response
        self._idle.append(connection)
        return self.events(data.partition(b"\r\n\r\n")[2])

    async def aclose(self) -> None:
        """Close the idle connections."""
        for connection in self._idle:
            connection.transport.close()
