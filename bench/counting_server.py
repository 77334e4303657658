"""A server that counts arrivals as the service does: the first N of any second pass, by arrival; what comes on top is refused."""

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
    """What came in a run.

    Attributes:
        arrivals: Seconds (monotonic) at which a request arrived, refused or not.
        passed: When those came that were not refused.
    """

    arrivals: list[float]
    passed: list[float]

    @property
    def refusals(self) -> int:
        """How many were refused."""
        return len(self.arrivals) - len(self.passed)

    @property
    def busiest_second(self) -> int:
        """The most arrivals in any sliding second."""
        most, window = 0, deque[float]()
        for at in sorted(self.arrivals):
            window.append(at)
            while window[0] <= at - 1.0:
                window.popleft()
            most = max(most, len(window))
        return most

    def use(self, limit: int = LIMIT) -> float:
        """Part of the allowance used in the long run: from the first arrival to the last that begins another round of `limit`."""
        times = sorted(self.passed)
        rounds = (len(times) - 1) // limit
        return rounds / (times[rounds * limit] - times[0]) if rounds > 0 else 0.0


class _Service(asyncio.Protocol):
    """One connection: enough of HTTP/1.1 for a POST with Content-Length."""

    def __init__(self, jitter: float, limit: int) -> None:
        self.jitter = jitter
        self.limit = limit
        self._received = b""
        self._transport: asyncio.Transport | None = None

    accepted: ClassVar[deque[float]] = deque()
    arrivals: ClassVar[list[float]] = []  # of the one server of this process
    passed: ClassVar[list[float]] = []

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
        # The network between us and the service: nothing has arrived before it ends.
        asyncio.get_running_loop().call_later(random.uniform(0, self.jitter), self._arrive)

    def _arrive(self) -> None:
        now = time.monotonic()
        accepted = _Service.accepted
        _Service.arrivals.append(now)
        while accepted and accepted[0] <= now - 1.0:
            accepted.popleft()
        content: dict[str, object] = {"RequestId": "r"}
        if len(accepted) < self.limit:
            accepted.append(now)
            _Service.passed.append(now)
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
        pipe.send(Count(_Service.arrivals, _Service.passed))
        server.close()

    asyncio.run(main())


class CountingServer:
    """The server, in a process of its own.

    Args:
        jitter: Seconds that a request is on its way at most; each takes a random part of it.
        limit: Arrivals a second that pass.
        host: Where to listen.
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
        """End it, and tell what came."""
        self._pipe.send(None)
        count: Count = self._pipe.recv()
        return count

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.join()
