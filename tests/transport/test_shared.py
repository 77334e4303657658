"""Shared connections: they outlive clients, and close with the last reference, at exit or on `close`."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import trustme

from tencentkit.errors import ConnectionFailed, RequestInvalid
from tencentkit.scf import Client
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpxTransport, LeanTransport, SharedConnections, Transport
from tests.concurrency.test_fork_safety import in_child
from tests.conftest import CREDENTIALS
from tests.transport.raw_server import Connection, answering, ok, raw_server
from tests.transport.tls import tls_server, trusting

Make = Callable[..., Transport]
EITHER = pytest.mark.parametrize("make", [HttpxTransport, LeanTransport])
SETTINGS: dict[str, Any] = {"region": "ap-guangzhou", "credentials": CREDENTIALS, "throttle": None, "retry": None}


def call_once(shared: SharedConnections, url: str) -> int:
    """Call with a new client, as a cloud function does at each invocation."""
    with Client(**SETTINGS, base_url=url, transport=shared.lend()) as client:
        return client.list_async_events(function_name="f").total_count


@EITHER
def test_new_clients_share_one_handshake(make: Make) -> None:
    """Ten clients, each closed after its call: one TLS connection carries all ten requests."""
    ca = trustme.CA()
    with raw_server(answering(ok()), tls=tls_server(ca, "127.0.0.1")) as server, SharedConnections(make(trust=trusting(ca))) as shared:
        assert [call_once(shared, server.url) for _ in range(10)] == [3] * 10
        assert (server.connections, len(server.requests)) == (1, 10)


def test_sharing_is_not_the_default() -> None:
    """Each client without shared connections opens its own."""
    with raw_server(answering(ok())) as server:
        for _ in range(3):
            with Client(**SETTINGS, base_url=server.url) as client:
                client.list_async_events(function_name="f")
        assert (server.connections, len(server.requests)) == (3, 3)


@EITHER
def test_closing_a_client_spares_others(make: Make) -> None:
    """Closing one client ends only its own calls, also those of its transport."""
    with raw_server(answering(ok())) as server, SharedConnections(make()) as shared:
        lent = shared.lend()
        one = Client(**SETTINGS, base_url=server.url, transport=lent)
        other = Client(**SETTINGS, base_url=server.url, transport=shared.lend())
        one.list_async_events(function_name="f")
        one.close()
        one.close()
        with pytest.raises(RequestInvalid, match="client: is closed"):
            one.list_async_events(function_name="f")
        with pytest.raises(ConnectionFailed, match="the client is closed") as caught:
            lent.send(Any, timeout=1, budget=1)  # type: ignore[arg-type] # unused
        assert (caught.value.sent, caught.value.permanent) == (False, True)
        assert other.list_async_events(function_name="f").total_count == 3
        assert (server.connections, len(server.requests)) == (1, 2)


@EITHER
def test_close_ends_all_clients(make: Make) -> None:
    """Open clients and later ones fail with a typed error."""
    with raw_server(answering(ok())) as server:
        shared = SharedConnections(make())
        client = Client(**SETTINGS, base_url=server.url, transport=shared.lend())
        client.list_async_events(function_name="f")
        shared.close()
        shared.close()
        for each in (client, Client(**SETTINGS, base_url=server.url, transport=shared.lend())):
            with pytest.raises(ConnectionFailed, match="the shared connections are closed"):
                each.list_async_events(function_name="f")
        assert len(server.requests) == 1


@EITHER
def test_last_reference_closes_the_connections(make: Make) -> None:
    """A lent transport keeps the connections open without a reference to the shared object."""
    closed = threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            connection.send(ok())
        closed.set()

    with raw_server(handle) as server:
        client = Client(**SETTINGS, base_url=server.url, transport=SharedConnections(make()).lend())
        gc.collect()
        assert client.list_async_events(function_name="f").total_count == 3
        assert client.list_async_events(function_name="f").total_count == 3
        del client
        gc.collect()
        assert closed.wait(10)
        assert server.connections == 1


@EITHER
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_forked_child_opens_its_own_connection(make: Make) -> None:
    """The child can close everything, and the parent's connection stays usable."""
    with raw_server(answering(ok())) as server, SharedConnections(make()) as shared:
        call_once(shared, server.url)

        def work() -> bool:
            counts = [call_once(shared, server.url), call_once(shared, server.url)]
            shared.close()
            return counts == [3, 3]

        in_child(work)
        assert call_once(shared, server.url) == 3
        assert (server.connections, len(server.requests)) == (2, 4)


@EITHER
def test_threads_share_connections(make: Make) -> None:
    """Threads with a client for each call use no more connections than calls were in flight at once."""
    with raw_server(answering(ok())) as server, SharedConnections(make()) as shared:
        counts: list[int] = []
        threads = [threading.Thread(target=lambda: counts.extend(call_once(shared, server.url) for _ in range(5))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert counts == [3] * 20
        assert server.connections <= 4


@pytest.mark.parametrize("name", ["HttpxTransport", "LeanTransport"])
def test_exit_closes_the_connections(name: str) -> None:
    """A module that never closes them causes no ResourceWarning at exit."""
    code = (
        "from tencentkit import Credentials; from tencentkit.scf import Client; from tencentkit import transport\n"
        f"SHARED = transport.SharedConnections(transport.{name}())\n"
        "with Client(region='r', credentials=Credentials('i', 'k'), base_url={url!r}, transport=SHARED.lend()) as scf:\n"
        "    print(scf.list_async_events(function_name='f').total_count)\n"
    )
    with raw_server(answering(ok())) as server:
        words = [sys.executable, "-X", "dev", "-W", "error::ResourceWarning", "-c", code.format(url=server.url)]
        done = subprocess.run(words, capture_output=True, text=True, check=True, env=dict(os.environ), cwd=Path.cwd())
    assert (done.stdout, done.stderr) == ("3\n", "")


def test_invalid_transport_is_rejected() -> None:
    """Async transports cannot be shared, and the shared object itself is not a transport."""
    for wrong in (AsyncHttpxTransport(), AsyncLeanTransport(), object(), LeanTransport):
        with pytest.raises(RequestInvalid, match="transport"):
            SharedConnections(wrong)  # type: ignore[arg-type]
    with SharedConnections() as shared, pytest.raises(RequestInvalid, match="transport"):
        Client(**SETTINGS, transport=shared)  # type: ignore[arg-type]
