"""The fault matrix: every row is driven over real sockets, for threads and for event loops, as a read and as a write.

`docs/reliability.md` is made from these rows: `python -m tests.faults`.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping

from tests.faults import scenes
from tests.faults.row import Row, Seen, served, served_anew
from tests.transport.raw_server import Connection, Handler, answering, ok, once

HEAD = b"HTTP/1.1 200 OK\r\n"
EMPTY = b"Content-Length: 0\r\n\r\n"
GZIP = b"Content-Encoding: gzip"
ERROR = b'{"Response": {"Error": {"Code": "ResourceNotFound.Function", "Message": "no"}, "RequestId": "r"}}'
QUICK, SLOW = 5.0, 20.0

RESULT = Seen("result", 1)


def seen(outcome: str, read: int, write: int) -> tuple[Seen, Seen]:
    return Seen(outcome, read), Seen(outcome, write)


def broken(scenario: str, act: Callable[[Connection], None], *, within: float = QUICK) -> Row:
    """The connection breaks after the request was read: a read is tried three times, a write once."""
    return Row(scenario, served(once(act)), *seen("ConnectionFailed", 3, 1), within)


def malformed(scenario: str, answer: bytes, *, within: float = QUICK) -> Row:
    """An answer that is no envelope: as above."""
    return Row(scenario, served(answering(answer)), *seen("ResponseMalformed", 3, 1), within)


def final(scenario: str, outcome: str, answer: bytes, *, within: float = QUICK) -> Row:
    """An answer after which trying again is pointless."""
    return Row(scenario, served(answering(answer)), *seen(outcome, 1, 1), within)


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


def first(bad: Callable[[Connection], None]) -> Callable[[], Handler]:
    """Go wrong on the first connection and well on the next."""

    def make() -> Handler:
        handlers = iter([once(bad)])

        def handle(connection: Connection) -> None:
            next(handlers, answering(ok()))(connection)

        return handle

    return make


PAGE = ok(json.dumps({"Response": {"TotalCount": 100_000, "EventList": [{"InvokeRequestId": str(n)} for n in range(100_000)]}}).encode())
SMUGGLED = ok() + ok(b'{"Response": {"TotalCount": 666}}')
BOMB = ok(gzip.compress(b"0" * 60_000_000), GZIP)

GROUPS: Mapping[str, tuple[Row, ...]] = {
    "No connection": (
        Row("connection refused", scenes.refused, *seen("ConnectionFailed", 0, 0), QUICK),
        Row("name does not resolve", scenes.unresolved, *seen("ConnectionFailed", 0, 0), SLOW),
        Row("TLS: certificate for another name", scenes.tls_wrong_name, *seen("ConnectionFailed", 0, 0), QUICK),
        Row("TLS: certificate expired", scenes.tls_expired, *seen("ConnectionFailed", 0, 0), QUICK),
        Row("TLS: unknown authority", scenes.tls_untrusted, *seen("ConnectionFailed", 0, 0), QUICK),
        Row("TLS: handshake cut off", scenes.tls_cut, *seen("ConnectionFailed", 0, 0), QUICK),
        Row("TLS: as it should be", scenes.tls_right, RESULT, RESULT, QUICK),
        Row("a proxy in the environment that is none", scenes.proxy_is_none, *seen("ConnectionFailed", 0, 0), QUICK),
        Row("proxy that refuses to connect", scenes.proxy_refuses, *seen("ConnectionFailed", 0, 0), QUICK),
    ),
    "The connection breaks": (
        broken("reset before the answer", Connection.reset),
        broken("closed without an answer", lambda _: None),
        broken("reset in the headers", lambda c: (c.send(HEAD + b"Content-Le"), c.reset())[1]),
        broken("reset in the body", lambda c: (c.send(ok()[:-5]), c.reset())[1]),
        broken("body shorter than announced", lambda c: c.send(ok()[:-5])),
        broken("bad chunk", lambda c: c.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n")),
        broken("chunks without their end", lambda c: c.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")),
        broken("garbage instead of HTTP", lambda c: c.send(b"SSH-2.0-OpenSSH\r\n")),
        broken("more than 100 KB of headers", lambda c: c.send(HEAD + b"X-Filler: " + b"x" * 200_000 + b"\r\n\r\n")),
        Row("reset, then well", served_anew(first(Connection.reset)), Seen("result", 2), Seen("ConnectionFailed", 1), QUICK),
        Row("keep-alive closed under us", scenes.keep_alive_closed, Seen("result", 2), Seen("result", 2), QUICK),
        Row("keep-alive closed as we write", scenes.keep_alive_cut, Seen("result", 3), Seen("ConnectionFailed", 2), QUICK),
    ),
    "Time": (
        Row("hang, timeout of 0.1 s a read", served(once(hang), timeout=0.1), *seen("TimedOut", 3, 1), QUICK),
        Row("hang, deadline of 0.3 s", served(once(hang), deadline=0.3), *seen("DeadlineExceeded", 1, 1), QUICK),
        Row(
            "headers a byte at a time, deadline of 0.3 s", served(once(drip_headers), deadline=0.3), *seen("DeadlineExceeded", 1, 1), QUICK
        ),
        Row("body a byte at a time, deadline of 0.3 s", served(once(drip_body), deadline=0.3), *seen("DeadlineExceeded", 1, 1), QUICK),
        Row("hang in the TLS handshake, deadline of 0.3 s", scenes.tls_hangs, *seen("DeadlineExceeded", 0, 0), QUICK),
        Row("lookup of the name hangs, deadline of 0.3 s", scenes.lookup_hangs, *seen("DeadlineExceeded", 0, 0), QUICK),
        Row("pages that hang, one deadline of 0.5 s over all", scenes.pages_hang, Seen("DeadlineExceeded", 3), None, QUICK),
        Row("a wait that hangs, timeout of 0.5 s", scenes.wait_hangs, Seen("WaiterTimeout", 1), None, QUICK),
    ),
    "What stands in the answer": (
        malformed("JSON cut off", ok(b'{"Response": {"Tot')),
        malformed("gzip cut off", ok(gzip.compress(b'{"Response": {}}')[:-9], GZIP)),
        malformed("no gzip under that name", ok(b"no gzip", GZIP)),
        malformed("bytes after the gzip", ok(gzip.compress(b"{}") * 2, GZIP)),
        malformed("another encoding than was asked for", ok(b"x", b"Content-Encoding: br")),
        final("gzip bomb of 60 MB", "ResponseMalformed", BOMB, within=SLOW),
        Row("60 MB of body", served(once(flood)), *seen("ResponseMalformed", 1, 1), SLOW),
        malformed("HTML with status 502", status(b"502 Bad Gateway", b"<html>502</html>", b"Content-Type: text/html")),
        malformed("HTML with status 200", ok(b"<html></html>", b"Content-Type: text/html")),
        malformed("nothing with status 200", HEAD + EMPTY),
        malformed("nothing with status 503", b"HTTP/1.1 503 No\r\n" + EMPTY),
        Row("status 429", served(answering(status(b"429 Slow Down", b"<html>"))), *seen("ResponseMalformed", 3, 3), QUICK),
        malformed("status 499", status(b"499 Client Closed", b"<html>")),
        malformed("status 520", status(b"520 Unknown", b"<html>")),
        malformed("status 999", status(b"999 What", b"<html>")),
        malformed("a result under status 503", status(b"503 No", b'{"Response": {"TotalCount": 1}}')),
        Row("redirect to another host", scenes.redirect, *seen("ResponseMalformed", 1, 1), QUICK),
        malformed("no Response", ok(b"{}")),
        malformed("Response is null", ok(b'{"Response": null}')),
        malformed("Response is a list", ok(b'{"Response": []}')),
        malformed("a list", ok(b"[]")),
        malformed("NaN", ok(b'{"Response": {"TotalCount": NaN}}')),
        malformed("100,000 levels deep", ok(b'{"Response": ' + b"[" * 100_000)),
        malformed("an integer of 5,000 digits", ok(b'{"Response": {"TotalCount": ' + b"9" * 5000 + b"}}")),
        malformed("bad UTF-8", ok(b'{"Response": {"RequestId": "\xff"}}')),
        malformed("a second answer behind the first", SMUGGLED),
        malformed("the beginning of a second answer", ok() + HEAD),
        Row("a second answer, over TLS", scenes.tls_smuggled, *seen("ResponseMalformed", 3, 1), QUICK),
        Row("a second answer that comes later", scenes.smuggled_later, Seen("result", 2), Seen("result", 2), QUICK),
        Row("a second answer in a record of its own, over TLS", scenes.tls_smuggled_record, Seen("never believed", 2), None, QUICK),
    ),
    "Errors of the service": (
        *(
            final(f"error with status 200 as {kind.decode() if kind else 'no content type'}", "ResourceNotFound", typed(kind))
            for kind in (b"application/json", b"application/json; charset=utf-8", b"APPLICATION/JSON", b"text/plain", None)
        ),
        final("error without RequestId", "ResourceNotFound", ok(b'{"Response": {"Error": {"Code": "ResourceNotFound"}}}')),
        final("error under status 400", "ResourceNotFound", status(b"400 Bad", ERROR)),
        Row(
            "refused for its rate",
            served(answering(body({"Error": {"Code": "RequestLimitExceeded", "Message": "m"}}))),
            *seen("RequestLimitExceeded", 3, 3),
            QUICK,
        ),
        Row(
            "fault inside the service",
            served(answering(body({"Error": {"Code": "InternalError", "Message": "m"}}))),
            *seen("InternalError", 3, 1),
            QUICK,
        ),
        malformed("error without a code", body({"Error": {"Message": "m"}})),
    ),
    "Strange but right": (
        final("65 KB of headers", "result", ok(b'{"Response": {}}', b"X-Filler: " + b"x" * 65_000)),
        final("byte order mark", "result", ok(b'\xef\xbb\xbf{"Response": {}}')),
        final("duplicate keys: the last counts", "result", ok(b'{"Response": {"TotalCount": 1, "TotalCount": 3}}')),
        final("a page with 100,000 items", "result", PAGE, within=SLOW),
        final("unknown fields and values", "result", body({"EventList": [{"Status": "PAUSED", "Color": 1}], "New": {}})),
        final("null wherever something was promised", "result", body({"EventList": None, "TotalCount": None, "RequestId": None})),
        final("chunked", "result", HEAD + b"Transfer-Encoding: chunked\r\n\r\n10\r\n" + b'{"Response": {}}' + b"\r\n0\r\n\r\n"),
        final("gzip", "result", ok(gzip.compress(b'{"Response": {}}'), GZIP)),
        final("an interim answer before", "result", b"HTTP/1.1 100 Continue\r\n\r\n" + ok()),
    ),
    "Clock and credentials": (
        Row("our clock 10 minutes slow (two calls)", scenes.clock_off(600), Seen("result", 3), Seen("result", 3), QUICK),
        Row("our clock 10 minutes fast (two calls)", scenes.clock_off(-600), Seen("result", 3), Seen("result", 3), QUICK),
        Row("credentials end in the middle of a listing (5 pages)", scenes.expiring, Seen("result", 6), None, QUICK),
        Row("metadata service hangs", scenes.metadata("hang"), *seen("CredentialsMissing", 0, 0), SLOW),
        Row("metadata service hangs, deadline of 0.3 s", scenes.metadata("hang", deadline=0.3), *seen("DeadlineExceeded", 0, 0), QUICK),
        Row("metadata service drips", scenes.metadata("drip"), *seen("CredentialsMissing", 0, 0), SLOW),
        Row("metadata service answers HTML", scenes.metadata("html"), *seen("CredentialsMissing", 0, 0), QUICK),
        Row("metadata service gone", scenes.metadata("gone"), *seen("CredentialsMissing", 0, 0), QUICK),
    ),
    "Around the call": (
        Row("fork after use: parent and child go on", scenes.forked, Seen("result", 3), Seen("result", 3), SLOW),
        Row("client closed while a call waits for its retry", scenes.closed_in_its_wait, *seen("ConnectionFailed", 1, 1), QUICK),
        Row("event loop closed: the next one goes on", scenes.loop_closed, Seen("result", 2), Seen("result", 2), QUICK, ("async",)),
        Row("task cancelled at each await, then one call", scenes.cancelled(1), Seen("result", 1), None, SLOW, ("async",)),
        Row(
            "task cancelled twice at each await, then one call",
            scenes.cancelled(2),
            Seen("result", 1),
            None,
            SLOW,
            ("async",),
        ),
        Row("200 tasks cancelled under contention, then 20 calls", scenes.cancelled_crowd, Seen("result", 20), None, SLOW, ("async",)),
        Row("KeyboardInterrupt at each wait, then one call", scenes.interrupted(KeyboardInterrupt), Seen("result", 1), None, SLOW),
        Row("a signal's own exception at each wait, then one call", scenes.interrupted(scenes.Rang), Seen("result", 1), None, SLOW),
        Row("time limit of the caller's own, then one call", scenes.timed_out, Seen("result", 1), None, SLOW),
    ),
}

ROWS = tuple(row for rows in GROUPS.values() for row in rows)
