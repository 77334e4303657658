"""Loopback server that lists any number of events as fast as Python can; it computes rows instead of storing them.

`python -m bench.loopback_scf EVENTS LATENCY`. It validates nothing, since the benchmark measures the client. The first line of output is
its port.
"""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import datetime, timedelta

PER_SECOND = 4
NEWEST = datetime(2026, 11, 20, 12, 0, 0)  # noqa: DTZ001 - without a zone, as in the service's responses
FORM = "%Y-%m-%d %H:%M:%S"


def second_of(text: str) -> int:
    """Return the whole seconds between `text` and the newest second."""
    return round((NEWEST - datetime.strptime(text, FORM)).total_seconds())  # noqa: DTZ007 - as above


def page(request: dict[str, object], events: int) -> bytes:
    """Return the response body; event 0 is the newest, and four events start in each second."""
    first, last = 0, events
    interval = request.get("StartTimeInterval")
    if isinstance(interval, dict):
        first = max(0, (second_of(interval["End"]) + 1) * PER_SECOND)
        last = min(events, (second_of(interval["Start"]) + 1) * PER_SECOND)
    begin = first + int(str(request.get("Offset", 0)))
    end = min(last, begin + int(str(request.get("Limit", 20))))
    rows = []
    for number in range(begin, end):
        second, part = divmod(number, PER_SECOND)
        if part == 0 or number == begin:
            text = (NEWEST - timedelta(seconds=second)).strftime(FORM)
        rows.append(
            f'{{"InvokeRequestId":"00000000-0000-4000-8000-{number:012d}","InvokeType":"COS","Qualifier":"$LATEST",'
            f'"Status":"FINISHED","StartTime":"{text}.{999 - part * 250:03d}","EndTime":"2026-11-20 12:00:00.000"}}'
        )
    return f'{{"Response":{{"TotalCount":{last - first},"EventList":[{",".join(rows)}],"RequestId":"r"}}}}'.encode()


async def serve(events: int, latency: float) -> None:
    """Serve until the process ends."""

    async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
                body = page(json.loads(await reader.readexactly(length)), events)
                if latency:
                    await asyncio.sleep(latency)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), float(sys.argv[2])))
