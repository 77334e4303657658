"""Server that counts arrivals like the service: it accepts the first N of any second, and refuses the others."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import random
import time
from collections import deque
from multiprocessing.connection import Connection
from typing import ClassVar, NamedTuple, Self, cast

LIMIT = 20


class Count(NamedTuple):
    """Arrivals of a run.

    Attributes:
        arrivals: Time (monotonic) of each request, refused or not.
        accepted: Time of each accepted request.
    """

    arrivals: list[float]
    accepted: list[float]

    @property
    def refusals(self) -> int:
        """Number of refused requests."""
        return len(self.arrivals) - len(self.accepted)

    @property
    def busiest_second(self) -> int:
        """Maximum number of arrivals in any sliding second."""
        most, window = 0, deque[float]()
        for at in sorted(self.arrivals):
            window.append(at)
            while window[0] <= at - 1.0:
                window.popleft()
            most = max(most, len(window))
        return most

    def use(self, limit: int = LIMIT) -> float:
        """Return the used part of the limit, from the first arrival to the last one that begins another round of `limit`."""
        times = sorted(self.accepted)
        rounds = (len(times) - 1) // limit
        return rounds / (times[rounds * limit] - times[0]) if rounds > 0 else 0.0


class _Service(asyncio.Protocol):
    """One connection: HTTP/1.1 POST with Content-Length only."""

    def __init__(self, jitter: float, limit: int) -> None:
        self.jitter = jitter
        self.limit = limit
        self._received = b""
        self._transport: asyncio.Transport | None = None

    recent: ClassVar[deque[float]] = deque()  # accepted within the last second
    arrivals: ClassVar[list[float]] = []  # of the one server of this process
    accepted: ClassVar[list[float]] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        if not found:
            return
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        if len(body) < length:
            return
        self._received = body[length:]
        # Simulated network: the request arrives after this delay.
        asyncio.get_running_loop().call_later(random.uniform(0, self.jitter), self._arrive)

    def _arrive(self) -> None:
        now = time.monotonic()
        recent = _Service.recent
        _Service.arrivals.append(now)
        while recent and recent[0] <= now - 1.0:
            recent.popleft()
        content: dict[str, object] = {"RequestId": "r"}
        if len(recent) < self.limit:
            recent.append(now)
            _Service.accepted.append(now)
            content |= {"TotalCount": 0, "EventList": []}
        else:
            content["Error"] = {"Code": "RequestLimitExceeded", "Message": "too many requests"}
        body = json.dumps({"Response": content}).encode()
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body)


def _serve(pipe: Connection, host: str, jitter: float, limit: int) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: _Service(jitter, limit), host, 0, backlog=1000)
        pipe.send(server.sockets[0].getsockname()[1])
        await loop.run_in_executor(None, pipe.recv)
        pipe.send(Count(_Service.arrivals, _Service.accepted))
        server.close()

    asyncio.run(main())


class CountingServer:
    """Counting server in a process of its own.

    Args:
        jitter: Maximum transit time in seconds; each request takes a random part of it.
        limit: Accepted requests a second.
        host: Address to listen on.
    """

    def __init__(self, *, jitter: float = 0.0, limit: int = LIMIT, host: str = "127.0.0.1") -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, host, jitter, limit), daemon=True)
        self._host = host

    def __enter__(self) -> Self:
        self._process.start()
        self.url = f"http://{self._host}:{self._pipe.recv()}"
        return self

    def stop(self) -> Count:
        """Stop the server; return its count."""
        self._pipe.send(None)
        count: Count = self._pipe.recv()
        return count

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.join()
