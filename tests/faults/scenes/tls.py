"""TLS: certificates, handshakes and unexpected data."""

from __future__ import annotations

import ssl
import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import trustme

from tencentkit.transport import AsyncHttpxTransport, HttpxTransport
from tests.faults.fault import FaultRun, Scene, Seen
from tests.transport.raw_server import Connection, Handler, answering, ok, raw_server

SECOND_RESPONSE = ok(b'{"Response": {"TotalCount": 666, "RequestId": "r"}}')
_CA = trustme.CA()


def _certificate(name: str = "127.0.0.1", *, ca: trustme.CA = _CA, expired: bool = False) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ended = datetime.now(UTC) - timedelta(days=1) if expired else None
    ca.issue_cert(name, not_before=ended - timedelta(days=1) if ended else None, not_after=ended).configure_cert(context)
    return context


def _transport(run: FaultRun) -> Any:
    """Return a transport that trusts the authority of these scenes."""
    context = ssl.create_default_context()
    _CA.configure_trust(context)
    return run.kind.pick(HttpxTransport, AsyncHttpxTransport)(trust=context)


def _tls_server(handler: Handler, **certificate: Any) -> Scene:
    def scene(run: FaultRun) -> Seen:
        with raw_server(handler, tls=_certificate(**certificate)) as server:
            outcome = run.call(run.client(server.url, transport=_transport(run)))
            run.kind.close_clients()
            return Seen(outcome, len(server.requests))

    return scene


valid = _tls_server(answering(ok()))
wrong_name = _tls_server(answering(ok()), name="other.example")
expired = _tls_server(answering(ok()), expired=True)
unknown_authority = _tls_server(answering(ok()), ca=trustme.CA())
second_response = _tls_server(answering(ok() + SECOND_RESPONSE))


def _server_without_tls(handler: Handler, **settings: Any) -> Scene:
    def scene(run: FaultRun) -> Seen:
        with raw_server(handler) as server:
            url = server.url.replace("http:", "https:")
            outcome = run.call(run.client(url, transport=_transport(run), **settings))
            run.kind.close_clients()
            return Seen(outcome, len(server.requests))

    return scene


handshake_closed = _server_without_tls(lambda _: None)
handshake_hangs = _server_without_tls(lambda connection: connection.stopping.wait() and None, deadline=0.3)


def second_record(run: FaultRun) -> Seen:
    """Send a second response in its own TLS record; no call may ever return it."""
    done = threading.Event()

    def handle(connection: Connection) -> None:
        both = not done.is_set()
        while connection.request():
            connection.send(ok())
            if both:
                connection.send(SECOND_RESPONSE)
                done.set()
                both = False

    with raw_server(handle, tls=_certificate()) as server:
        client = run.client(server.url, transport=_transport(run))
        counts = []
        for _ in range(2):
            try:
                counts.append(run.kind.run(run.start(client)).total_count)
            finally:
                assert done.wait(10)
        run.kind.close_clients()
        # If both records arrive at once, the client discards the response and repeats the read: three requests.
        return Seen("discarded" if counts == [3, 3] else f"{counts}", 2 if len(server.requests) in {2, 3} else -1)
