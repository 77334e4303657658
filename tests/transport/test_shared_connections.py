"""Connections that are lent to clients outlive them, and nobody is surprised by what stays open."""

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
from tests.conftest import CREDENTIALS
from tests.transport.raw_server import Connection, answering, ok, raw_server
from tests.transport.test_forking import in_child
from tests.transport.test_httpx_transport import tls_server, trusting

Make = Callable[..., Transport]
EITHER = pytest.mark.parametrize("make", [HttpxTransport, LeanTransport])
SETTINGS: dict[str, Any] = {"region": "ap-guangzhou", "credentials": CREDENTIALS, "throttle": None, "retry": None}


def call_anew(shared: SharedConnections, url: str) -> int:
    """What a function in the cloud does each time it is invoked."""
    with Client(**SETTINGS, base_url=url, transport=shared.lend()) as client:
        return client.list_async_events(function_name="f").total_count


@EITHER
def test_clients_made_anew_share_one_handshake(make: Make) -> None:
    """Ten clients, each closed after its call: one TLS connection carries all ten requests."""
    ca = trustme.CA()
    with raw_server(answering(ok()), tls=tls_server(ca, "127.0.0.1")) as server, SharedConnections(make(trust=trusting(ca))) as shared:
        assert [call_anew(shared, server.url) for _ in range(10)] == [3] * 10
        assert (server.connections, len(server.requests)) == (1, 10)


def test_clients_that_share_nothing_shake_hands_each() -> None:
    """As before: what one closes, no other uses."""
    with raw_server(answering(ok())) as server:
        for _ in range(3):
            with Client(**SETTINGS, base_url=server.url) as client:
                client.list_async_events(function_name="f")
        assert (server.connections, len(server.requests)) == (3, 3)


@EITHER
def test_a_closed_client_stays_closed_while_others_go_on(make: Make) -> None:
    """To close one client ends its calls alone, those of its transport too."""
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
            lent.send(Any, timeout=1, budget=1)  # type: ignore[arg-type] # it is not looked at
        assert (caught.value.sent, caught.value.permanent) == (False, True)
        assert other.list_async_events(function_name="f").total_count == 3
        assert (server.connections, len(server.requests)) == (1, 2)


@EITHER
def test_after_the_end_of_the_connections_nothing_is_sent(make: Make) -> None:
    """Clients that are still open get a typed error, and so do those that come later."""
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
def test_a_lent_part_keeps_the_connections_and_the_last_one_closes_them(make: Make) -> None:
    """Whoever forgets the shared object loses nothing while a client lives, and leaks nothing afterwards."""
    hung_up = threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            connection.send(ok())
        hung_up.set()

    with raw_server(handle) as server:
        client = Client(**SETTINGS, base_url=server.url, transport=SharedConnections(make()).lend())
        gc.collect()
        assert client.list_async_events(function_name="f").total_count == 3
        assert client.list_async_events(function_name="f").total_count == 3
        del client
        gc.collect()
        assert hung_up.wait(10)
        assert server.connections == 1


@EITHER
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_forked_child_never_uses_its_parents_connections(make: Make) -> None:
    """It makes one of its own, can close everything, and the parent goes on with the one that it had."""
    with raw_server(answering(ok())) as server, SharedConnections(make()) as shared:
        call_anew(shared, server.url)

        def work() -> bool:
            counts = [call_anew(shared, server.url), call_anew(shared, server.url)]
            shared.close()
            return counts == [3, 3]

        in_child(work)
        assert call_anew(shared, server.url) == 3
        assert (server.connections, len(server.requests)) == (2, 4)


@EITHER
def test_threads_share_them(make: Make) -> None:
    """Many threads with a client for each call use no more connections than calls were under way at once."""
    with raw_server(answering(ok())) as server, SharedConnections(make()) as shared:
        counts: list[int] = []
        threads = [threading.Thread(target=lambda: counts.extend(call_anew(shared, server.url) for _ in range(5))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert counts == [3] * 20
        assert server.connections <= 4


@pytest.mark.parametrize("name", ["HttpxTransport", "LeanTransport"])
def test_the_end_of_the_program_closes_them(name: str) -> None:
    """A module that keeps them and never closes them leaves no socket to the interpreter, which would warn of it."""
    code = (
        "from tencentkit import Credentials; from tencentkit.scf import Client; from tencentkit import transport\n"
        f"KEPT = transport.SharedConnections(transport.{name}())\n"
        "with Client(region='r', credentials=Credentials('i', 'k'), base_url={url!r}, transport=KEPT.lend()) as scf:\n"
        "    print(scf.list_async_events(function_name='f').total_count)\n"
    )
    with raw_server(answering(ok())) as server:
        words = [sys.executable, "-X", "dev", "-W", "error::ResourceWarning", "-c", code.format(url=server.url)]
        done = subprocess.run(words, capture_output=True, text=True, check=True, env=dict(os.environ), cwd=Path.cwd())
    assert (done.stdout, done.stderr) == ("3\n", "")


def test_only_what_can_send_in_threads_is_shared() -> None:
    """An async transport belongs to its event loop; the shared object itself is no transport, so that it is not taken for one."""
    for wrong in (AsyncHttpxTransport(), AsyncLeanTransport(), object(), LeanTransport):
        with pytest.raises(RequestInvalid, match="transport"):
            SharedConnections(wrong)  # type: ignore[arg-type]
    with SharedConnections() as shared, pytest.raises(RequestInvalid, match="transport"):
        Client(**SETTINGS, transport=shared)  # type: ignore[arg-type]
