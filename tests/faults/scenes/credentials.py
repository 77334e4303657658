"""Clock skew and the metadata service."""

from __future__ import annotations

import time
from email.utils import formatdate
from typing import Any

from tencentkit import InstanceRoleCredentials
from tests.faults.fault import FaultRun, Scene, Seen
from tests.faults.scenes.connections import free_port
from tests.faults.scenes.listings import header
from tests.transport.raw_server import Connection, answering, ok, raw_server


def clock_skew(seconds: float) -> Scene:
    """Run a server whose clock is `seconds` ahead; it rejects a skew above 300 s, as the service does."""

    def handle(connection: Connection) -> None:
        while request := connection.request():
            stamp = int(header(request, b"x-tc-timestamp"))
            now = time.time() + seconds
            date = b"Date: " + formatdate(now, usegmt=True).encode()
            if abs(now - stamp) <= 300:
                connection.send(ok(b'{"Response": {"RequestId": "r"}}', date))
            else:
                connection.send(ok(b'{"Response": {"Error": {"Code": "AuthFailure.SignatureExpire", "Message": ""}}}', date))

    def scene(run: FaultRun) -> Seen:
        with raw_server(handle) as server:
            client = run.client(server.url)
            outcomes = {run.call(client), run.call(client)}
            run.kind.close_clients()
            return Seen("+".join(sorted(outcomes)), len(server.requests))

    return scene


def metadata(fault: str, **settings: Any) -> Scene:
    """Run a metadata service with a fault: hang, drip, html or gone."""

    def handle(connection: Connection) -> None:
        connection.request()
        if fault == "html":
            connection.send(ok(b"<html>"))
        elif fault == "drip":
            connection.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + b"x" * 1000, 0.05)
        else:
            connection.stopping.wait()

    def scene(run: FaultRun) -> Seen:
        with raw_server(handle) as machine, raw_server(answering(ok())) as server:
            url = f"http://127.0.0.1:{free_port()}" if fault == "gone" else machine.url
            client = run.client(server.url, credentials=InstanceRoleCredentials(base_url=url), **settings)
            outcome = run.call(client)
            run.kind.close_clients()
            return Seen(outcome, len(server.requests))

    return scene
