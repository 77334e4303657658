"""Fault matrix: every fault runs over real sockets, sync and async, as a read and as a write.

`python -m tests.faults` writes `docs/reliability.md` from these rows.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping

from tests.faults.fault import Fault, Seen, served, served_by_new
from tests.faults.scenes import connections, credentials, interrupts, lifecycle, listings, tls, uploads
from tests.transport.raw_server import Connection, Handler, answering, ok, once

HEAD = b"HTTP/1.1 200 OK\r\n"
EMPTY = b"Content-Length: 0\r\n\r\n"
GZIP = b"Content-Encoding: gzip"
ERROR = b'{"Response": {"Error": {"Code": "ResourceNotFound.Function", "Message": "no"}, "RequestId": "r"}}'
QUICK, SLOW = 5.0, 20.0

RESULT = Seen("result", 1)


def seen(outcome: str, read: int, write: int) -> tuple[Seen, Seen]:
    return Seen(outcome, read), Seen(outcome, write)


def broken(name: str, act: Callable[[Connection], None], *, max_seconds: float = QUICK) -> Fault:
    """Return a fault that breaks the connection after the request: a read is tried three times, a write once."""
    return Fault(name, served(once(act)), *seen("ConnectionFailed", 3, 1), max_seconds, transient=True, executes=True)


def malformed(name: str, response: bytes, *, max_seconds: float = QUICK) -> Fault:
    """Return a fault with an invalid envelope: a read is tried three times, a write once."""
    return Fault(name, served(answering(response)), *seen("ResponseMalformed", 3, 1), max_seconds, transient=True, executes=True)


def final(name: str, outcome: str, response: bytes, *, max_seconds: float = QUICK, executes: bool = False) -> Fault:
    """Return a fault without retries."""
    return Fault(name, served(answering(response)), *seen(outcome, 1, 1), max_seconds, executes=executes)


def body(content: object) -> bytes:
    return ok(json.dumps({"Response": {"RequestId": "r"} | content} if isinstance(content, dict) else content).encode())


def status(line: bytes, content: bytes, *headers: bytes) -> bytes:
    lines = [b"HTTP/1.1 " + line, b"Content-Length: %d" % len(content), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + content


def typed(content_type: bytes | None) -> bytes:
    return ok(ERROR, *([] if content_type is None else [b"Content-Type: " + content_type]))


def hang(connection: Connection) -> None:
    connection.stopping.wait()


def drip_headers(connection: Connection) -> None:
    connection.drip(HEAD + b"X-Filler: x\r\n" * 1000, 0.02)


def drip_body(connection: Connection) -> None:
    connection.send(HEAD + b"Content-Length: 100000\r\n\r\n")
    connection.drip(b" " * 100_000, 0.02)


def flood(connection: Connection) -> None:
    connection.send(HEAD + b"Content-Length: 60000000\r\n\r\n")
    for _ in range(60):
        connection.send(b" " * 1_000_000)


def first_connection(bad: Callable[[Connection], None]) -> Callable[[], Handler]:
    """Return a maker of handlers that fail on the first connection only."""

    def make() -> Handler:
        handlers = iter([once(bad)])

        def handle(connection: Connection) -> None:
            next(handlers, answering(ok()))(connection)

        return handle

    return make


PAGE = ok(json.dumps({"Response": {"TotalCount": 100_000, "EventList": [{"InvokeRequestId": str(n)} for n in range(100_000)]}}).encode())
TWO_RESPONSES = ok() + ok(b'{"Response": {"TotalCount": 666}}')
GZIP_BOMB = ok(gzip.compress(b"0" * 60_000_000), GZIP)

GROUPS: Mapping[str, tuple[Fault, ...]] = {
    "No connection": (
        Fault("connection refused", connections.refused, *seen("ConnectionFailed", 0, 0), QUICK, transient=True),
        Fault("host name not found", connections.unresolved, *seen("ConnectionFailed", 0, 0), SLOW, transient=True),
        Fault("TLS: certificate of another host", tls.wrong_name, *seen("ConnectionFailed", 0, 0), QUICK),
        Fault("TLS: certificate expired", tls.expired, *seen("ConnectionFailed", 0, 0), QUICK),
        Fault("TLS: certificate of an unknown authority", tls.unknown_authority, *seen("ConnectionFailed", 0, 0), QUICK),
        Fault("TLS: closed during the handshake", tls.handshake_closed, *seen("ConnectionFailed", 0, 0), QUICK, transient=True),
        Fault("TLS: valid certificate", tls.valid, RESULT, RESULT, QUICK),
        Fault("invalid proxy URL in the environment", connections.invalid_proxy, *seen("ConnectionFailed", 0, 0), QUICK),
        Fault("proxy refuses CONNECT", connections.proxy_refuses, *seen("ConnectionFailed", 0, 0), QUICK, transient=True),
        Fault("proxy requires authentication (HTTPS)", connections.proxy_demands("https"), *seen("ConnectionFailed", 1, 1), QUICK),
        Fault("proxy requires authentication (HTTP)", connections.proxy_demands("http"), *seen("ConnectionFailed", 1, 1), QUICK),
    ),
    "Broken connection": (
        broken("reset before the response", Connection.reset),
        broken("closed before the response", lambda _: None),
        broken("reset within the headers", lambda c: (c.send(HEAD + b"Content-Le"), c.reset())[1]),
        broken("reset within the body", lambda c: (c.send(ok()[:-5]), c.reset())[1]),
        broken("body shorter than Content-Length", lambda c: c.send(ok()[:-5])),
        broken("invalid chunk size", lambda c: c.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n")),
        broken("missing last chunk", lambda c: c.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")),
        broken("response of another protocol", lambda c: c.send(b"SSH-2.0-OpenSSH\r\n")),
        broken("200 KB of headers", lambda c: c.send(HEAD + b"X-Filler: " + b"x" * 200_000 + b"\r\n\r\n")),
        Fault(
            "first connection reset, second valid",
            served_by_new(first_connection(Connection.reset)),
            Seen("result", 2),
            Seen("ConnectionFailed", 1),
            QUICK,
            transient=True,
            executes=True,
        ),
        Fault("idle connection closed by the server (two calls)", connections.idle_closed, Seen("result", 2), Seen("result", 2), QUICK),
        Fault("ten idle connections without their peer (eleven calls)", connections.died_together, Seen("result", 12), None, SLOW),
        Fault("first address without a response", connections.mute_address, RESULT, RESULT, QUICK),
        Fault(
            "reused connection closed after the request (two calls)",
            connections.closed_during_request,
            Seen("result", 3),
            Seen("ConnectionFailed", 2),
            QUICK,
            transient=True,
            executes=True,
        ),
    ),
    "Timeouts and deadlines": (
        Fault(
            "no response, timeout of 0.1 s", served(once(hang), timeout=0.1), *seen("TimedOut", 3, 1), QUICK, transient=True, executes=True
        ),
        Fault(
            "no response, deadline of 0.3 s",
            served(once(hang), deadline=0.3),
            *seen("DeadlineExceeded", 1, 1),
            QUICK,
            transient=True,
            executes=True,
        ),
        Fault(
            "slow headers (one byte at a time), deadline of 0.3 s",
            served(once(drip_headers), deadline=0.3),
            *seen("DeadlineExceeded", 1, 1),
            QUICK,
            transient=True,
            executes=True,
        ),
        Fault(
            "slow body (one byte at a time), deadline of 0.3 s",
            served(once(drip_body), deadline=0.3),
            *seen("DeadlineExceeded", 1, 1),
            QUICK,
            transient=True,
            executes=True,
        ),
        Fault("TLS: no handshake, deadline of 0.3 s", tls.handshake_hangs, *seen("DeadlineExceeded", 0, 0), QUICK, transient=True),
        Fault("no DNS response, deadline of 0.3 s", connections.lookup_hangs, *seen("DeadlineExceeded", 0, 0), QUICK, transient=True),
        Fault(
            "listing without its third page, deadline of 0.5 s",
            listings.page_hangs,
            Seen("DeadlineExceeded", 3),
            None,
            QUICK,
            transient=True,
        ),
        Fault("waiter without a response, timeout of 0.5 s", listings.wait_hangs, Seen("WaiterTimeout", 1), None, QUICK, transient=True),
    ),
    "Large requests": (
        Fault(
            "error before the request is complete; the server stops reading",
            uploads.upload(uploads.answers_early(uploads.ERROR, uploads.stop_reading)),
            *seen("ResourceNotFound", 1, 1),
            QUICK,
        ),
        Fault(
            "error before the request is complete; the server closes",
            uploads.upload(uploads.answers_early(uploads.ERROR, uploads.close_unread)),
            *seen("ResourceNotFound", 1, 1),
            QUICK,
        ),
        Fault(
            "status 413 before the request is complete",
            uploads.upload(uploads.answers_early(uploads.TOO_LARGE, uploads.stop_reading)),
            *seen("ResponseMalformed", 3, 1),
            QUICK,
            transient=True,
            executes=True,
        ),
        Fault(
            "slow upload, longer than the timeout but never idle",
            uploads.upload(uploads.read_slowly, timeout=0.7, deadline=60),
            *seen("result", 1, 1),
            SLOW,
        ),
    ),
    "Malformed response": (
        malformed("truncated JSON", ok(b'{"Response": {"Tot')),
        malformed("truncated gzip", ok(gzip.compress(b'{"Response": {}}')[:-9], GZIP)),
        malformed("invalid gzip", ok(b"no gzip", GZIP)),
        malformed("data after the gzip stream", ok(gzip.compress(b"{}") * 2, GZIP)),
        malformed("unsupported content encoding", ok(b"x", b"Content-Encoding: br")),
        final("gzip that expands to 60 MB", "ResponseMalformed", GZIP_BOMB, max_seconds=SLOW, executes=True),
        Fault("body of 60 MB", served(once(flood)), *seen("ResponseMalformed", 1, 1), SLOW, executes=True),
        malformed("HTML with status 502", status(b"502 Bad Gateway", b"<html>502</html>", b"Content-Type: text/html")),
        malformed("HTML with status 200", ok(b"<html></html>", b"Content-Type: text/html")),
        malformed("empty body with status 200", HEAD + EMPTY),
        malformed("empty body with status 503", b"HTTP/1.1 503 No\r\n" + EMPTY),
        Fault(
            "status 429", served(answering(status(b"429 Slow Down", b"<html>"))), *seen("ResponseMalformed", 3, 3), QUICK, transient=True
        ),
        malformed("status 499", status(b"499 Client Closed", b"<html>")),
        malformed("status 520", status(b"520 Unknown", b"<html>")),
        malformed("status 999", status(b"999 What", b"<html>")),
        malformed("result with status 503", status(b"503 No", b'{"Response": {"TotalCount": 1}}')),
        Fault("redirect to another host", connections.redirect, *seen("ResponseMalformed", 1, 1), QUICK, executes=True),
        malformed("missing Response object", ok(b"{}")),
        malformed("Response is null", ok(b'{"Response": null}')),
        malformed("Response is a list", ok(b'{"Response": []}')),
        malformed("JSON list instead of an object", ok(b"[]")),
        malformed("NaN", ok(b'{"Response": {"TotalCount": NaN}}')),
        malformed("JSON with 100,000 levels", ok(b'{"Response": ' + b"[" * 100_000)),
        malformed("integer with 5,000 digits", ok(b'{"Response": {"TotalCount": ' + b"9" * 5000 + b"}}")),
        malformed("invalid UTF-8", ok(b'{"Response": {"RequestId": "\xff"}}')),
        malformed("second response after the first", TWO_RESPONSES),
        malformed("part of a second response", ok() + HEAD),
        Fault(
            "TLS: second response after the first",
            tls.second_response,
            *seen("ResponseMalformed", 3, 1),
            QUICK,
            transient=True,
            executes=True,
        ),
        Fault("second response later (two calls)", connections.second_response_later, Seen("result", 2), Seen("result", 2), QUICK),
        Fault("TLS: second response in its own record (two calls)", tls.second_record, Seen("discarded", 2), None, QUICK),
    ),
    "Error responses": (
        *(
            final(f"error with status 200, {kind.decode() if kind else 'no content type'}", "ResourceNotFound", typed(kind))
            for kind in (b"application/json", b"application/json; charset=utf-8", b"APPLICATION/JSON", b"text/plain", None)
        ),
        final("error without RequestId", "ResourceNotFound", ok(b'{"Response": {"Error": {"Code": "ResourceNotFound"}}}')),
        final("error with status 400", "ResourceNotFound", status(b"400 Bad", ERROR)),
        Fault(
            "rate limit exceeded",
            served(answering(body({"Error": {"Code": "RequestLimitExceeded", "Message": "m"}}))),
            *seen("RequestLimitExceeded", 3, 3),
            QUICK,
            transient=True,
        ),
        Fault(
            "internal error of the service",
            served(answering(body({"Error": {"Code": "InternalError", "Message": "m"}}))),
            *seen("InternalError", 3, 1),
            QUICK,
            transient=True,
            executes=True,
        ),
        malformed("error without a code", body({"Error": {"Message": "m"}})),
    ),
    "Unusual but valid responses": (
        final("65 KB of headers", "result", ok(b'{"Response": {}}', b"X-Filler: " + b"x" * 65_000)),
        final("byte order mark", "result", ok(b'\xef\xbb\xbf{"Response": {}}')),
        final("duplicate keys (the last one counts)", "result", ok(b'{"Response": {"TotalCount": 1, "TotalCount": 3}}')),
        final("page with 100,000 items", "result", PAGE, max_seconds=SLOW),
        final("unknown fields and values", "result", body({"EventList": [{"Status": "PAUSED", "Color": 1}], "New": {}})),
        final("null in required fields", "result", body({"EventList": None, "TotalCount": None, "RequestId": None})),
        final("chunked encoding", "result", HEAD + b"Transfer-Encoding: chunked\r\n\r\n10\r\n" + b'{"Response": {}}' + b"\r\n0\r\n\r\n"),
        final("gzip", "result", ok(gzip.compress(b'{"Response": {}}'), GZIP)),
        final("interim response 100 before the result", "result", b"HTTP/1.1 100 Continue\r\n\r\n" + ok()),
    ),
    "Clock and credentials": (
        Fault("client clock 10 minutes slow (two calls)", credentials.clock_skew(600), Seen("result", 3), Seen("result", 3), QUICK),
        Fault("client clock 10 minutes fast (two calls)", credentials.clock_skew(-600), Seen("result", 3), Seen("result", 3), QUICK),
        Fault("token expires during a listing (5 pages)", listings.token_expires, Seen("result", 6), None, QUICK),
        Fault("metadata service: no response", credentials.metadata("hang"), *seen("CredentialsMissing", 0, 0), SLOW, transient=True),
        Fault(
            "metadata service: no response, deadline of 0.3 s",
            credentials.metadata("hang", deadline=0.3),
            *seen("DeadlineExceeded", 0, 0),
            QUICK,
            transient=True,
        ),
        Fault(
            "metadata service: slow response (one byte at a time)",
            credentials.metadata("drip"),
            *seen("CredentialsMissing", 0, 0),
            SLOW,
            transient=True,
        ),
        Fault("metadata service: HTML response", credentials.metadata("html"), *seen("CredentialsMissing", 0, 0), QUICK),
        Fault(
            "metadata service: connection refused", credentials.metadata("gone"), *seen("CredentialsMissing", 0, 0), QUICK, transient=True
        ),
    ),
    "Lifecycle and interrupts": (
        Fault("fork after a call; parent and child call again", lifecycle.forked, Seen("result", 3), Seen("result", 3), SLOW),
        Fault("client closed during the retry delay", lifecycle.closed_during_retry_delay, *seen("ConnectionFailed", 1, 1), QUICK),
        Fault(
            "event loop closed; the next loop calls again", lifecycle.loop_closed, Seen("result", 2), Seen("result", 2), QUICK, ("async",)
        ),
        Fault("task cancelled at each await, then one call", interrupts.cancelled(1), Seen("result", 1), None, SLOW, ("async",)),
        Fault(
            "task cancelled twice at each await, then one call",
            interrupts.cancelled(2),
            Seen("result", 1),
            None,
            SLOW,
            ("async",),
        ),
        Fault("200 competing tasks cancelled, then 20 calls", interrupts.cancelled_crowd, Seen("result", 20), None, SLOW, ("async",)),
        Fault("KeyboardInterrupt at each wait, then one call", interrupts.interrupted(KeyboardInterrupt), Seen("result", 1), None, SLOW),
        Fault(
            "exception of a signal handler at each wait, then one call",
            interrupts.interrupted(interrupts.Alarm),
            Seen("result", 1),
            None,
            SLOW,
        ),
        Fault("time limit of the caller exceeded, then one call", interrupts.time_limit, Seen("result", 1), None, SLOW),
    ),
}

FAULTS = tuple(fault for faults in GROUPS.values() for fault in faults)
