"""Connections: refused, not resolved, proxied, redirected, reused."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
from collections.abc import Callable
from typing import Any
from unittest import mock

from tencentkit.transport import AsyncHttpxTransport, HttpxTransport
from tests.faults.fault import FaultRun, Scene, Seen
from tests.faults.scenes.tls import SECOND_RESPONSE
from tests.transport.raw_server import Connection, Handler, MuteAddress, answering, ok, raw_server


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port: int = held.getsockname()[1]
        return port


def refused(run: FaultRun) -> Seen:
    return Seen(run.call(run.client(f"http://127.0.0.1:{free_port()}")), 0)


def unresolved(run: FaultRun) -> Seen:
    return Seen(run.call(run.client("http://scf.invalid")), 0)


def lookup_hangs(run: FaultRun) -> Seen:
    """Block `getaddrinfo` until the call has ended."""
    ended = threading.Event()

    def hang(*_: Any, **__: Any) -> Any:
        ended.wait(30)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with mock.patch("tencentkit.transport._dns.socket.getaddrinfo", hang):
        outcome = run.call(run.client("http://scf.example", deadline=0.3))
        run.kind.close_clients()
        ended.set()
        return Seen(outcome, 0)


def invalid_proxy(run: FaultRun) -> Seen:
    with raw_server(answering(ok())) as server, mock.patch.dict(os.environ, {"HTTPS_PROXY": "foo://127.0.0.1:1"}):
        transport = run.kind.pick(HttpxTransport, AsyncHttpxTransport)()  # a lean transport uses no proxy
        outcome = run.call(run.client(server.url, transport=transport))
        run.kind.close_clients()
        return Seen(outcome, len(server.requests))


def proxy_refuses(run: FaultRun) -> Seen:
    """Run a proxy that responds to CONNECT with 403; no request reaches the service."""

    def refuse(connection: Connection) -> None:
        connection.request()
        connection.send(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

    with raw_server(refuse) as proxy:
        transport = run.kind.pick(HttpxTransport, AsyncHttpxTransport)(proxy=proxy.url)
        outcome = run.call(run.client("https://scf.tencentcloudapi.com", transport=transport))
        run.kind.close_clients()
        return Seen(outcome, sum(not request.startswith(b"CONNECT") for request in proxy.requests))


def proxy_demands(scheme: str) -> Scene:
    """Run a proxy that responds with 407, to CONNECT or to a request; the number of requests is that of the proxy."""

    def demand(connection: Connection) -> None:
        while connection.request():
            connection.send(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")

    def scene(run: FaultRun) -> Seen:
        with raw_server(demand) as proxy:
            transport = run.kind.pick(HttpxTransport, AsyncHttpxTransport)(proxy=proxy.url)
            outcome = run.call(run.client(f"{scheme}://scf.tencentcloudapi.com", transport=transport))
            run.kind.close_clients()
            return Seen(outcome, len(proxy.requests))

    return scene


def redirect(run: FaultRun) -> Seen:
    """Redirect to another host; its requests are counted, too."""
    with raw_server(answering(ok())) as other:
        moved = b"HTTP/1.1 307 Moved\r\nLocation: %s/\r\nContent-Length: 0\r\n\r\n" % other.url.encode()
        with raw_server(answering(moved)) as server:
            outcome = run.call(run.client(server.url))
            run.kind.close_clients()
            return Seen(outcome, len(server.requests) + len(other.requests))


def _two_calls(handler: Callable[[threading.Event], Handler]) -> Scene:
    """Make a second call as soon as the server sets the event."""

    def scene(run: FaultRun) -> Seen:
        done = threading.Event()
        with raw_server(handler(done)) as server:
            client = run.client(server.url)
            first = run.call(client)
            assert done.wait(10)
            second = run.call(client)
            run.kind.close_clients()
            return Seen(second if first == "result" else f"first: {first}", len(server.requests))

    return scene


def _close_after_response(done: threading.Event) -> Handler:
    def handle(connection: Connection) -> None:
        if connection.request():
            connection.send(ok())
            connection.sock.shutdown(socket.SHUT_RDWR)
            done.set()

    return handle


def _close_after_second_request(done: threading.Event) -> Handler:
    def handle(connection: Connection) -> None:
        first = not done.is_set()
        if connection.request():
            connection.send(ok())
        done.set()
        if first:
            connection.request()  # read, without a response
        else:
            while connection.request():
                connection.send(ok())

    return handle


def _send_second_response(done: threading.Event) -> Handler:
    def handle(connection: Connection) -> None:
        first = not done.is_set()
        while connection.request():
            connection.send(ok())
            if first:
                # Together with the first response it would make that response malformed.
                connection.stopping.wait(0.1)
                connection.send(SECOND_RESPONSE)
                done.set()

    return handle


def died_together(run: FaultRun) -> Seen:
    """Open ten connections, then never respond on them again: one attempt fails, and its retry opens a new connection."""
    together, dead = threading.Barrier(10), threading.Event()

    def handle(connection: Connection) -> None:
        inherited = dead.is_set()
        while connection.request():
            if not inherited:
                together.wait(60)
            connection.send(ok())
            if not inherited:
                connection.request()
                connection.stopping.wait()

    with raw_server(handle) as server:
        client = run.client(server.url)
        outcomes = _at_once(run, client, 10)
        dead.set()
        outcomes.append(run.call(client.with_options(timeout=0.3)))
        run.kind.close_clients()
        return Seen("+".join(sorted(set(outcomes))), len(server.requests))


def _at_once(run: FaultRun, client: Any, number: int) -> list[str]:
    if run.kind.is_async:

        async def gather() -> None:
            await asyncio.gather(*(run.start(client) for _ in range(number)))

        return [run.outcome(gather)]
    outcomes: list[str] = []
    threads = [threading.Thread(target=lambda: outcomes.append(run.call(client))) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def mute_address(run: FaultRun) -> Seen:
    """Resolve the host to an address that drops all packets, and to one that responds."""
    with raw_server(answering(ok())) as server, MuteAddress(server.port) as mute:
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, server.port)) for address in (mute.address, "127.0.0.1")]
        with mock.patch("tencentkit.transport._dns.socket.getaddrinfo", return_value=found):
            outcome = run.call(run.client(f"http://scf.example:{server.port}"))
        run.kind.close_clients()
        return Seen(outcome, len(server.requests))


idle_closed = _two_calls(_close_after_response)
closed_during_request = _two_calls(_close_after_second_request)
second_response_later = _two_calls(_send_second_response)
