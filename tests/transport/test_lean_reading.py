"""The lean reader against h11: the same bytes, the same verdict, however they come in pieces."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

import h11
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tencentkit.errors import TencentkitError
from tencentkit.transport import HttpRequest
from tencentkit.transport._lean.request_writer import _MAX_NAME_LENGTH, _MAX_NAMES, _names, lower_name, request_bytes
from tencentkit.transport._lean.response_parser import H11Parser, ResponseParser
from tencentkit.transport._origin import parse_origin
from tests.transport.raw_server import ok

SEEDS = (
    ok(),
    ok(b"{}", b"Content-Type: application/json", b"Date: Fri, 20 Nov 2026 12:00:00 GMT", b"Connection: keep-alive"),
    ok(b"{}", b"Set-Cookie: a=b", b"Set-Cookie: c=d", b"Server:nginx ", b"X-Empty:"),
    ok(b"{}", b"Connection: close"),
    ok(b"{}", b"Connection: Keep-Alive, Upgrade"),
    ok(b"{}", b"Content-Length: 2"),
    ok(b"{}", b"Content-Length: 3"),
    ok(b"{}", b"Transfer-Encoding: chunked"),
    ok() + ok(),
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\n{}\r\n0\r\nX-Trailer: y\r\n\r\n",
    b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
    b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\n{}",
    b"HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n{}",
    b"HTTP/1.1 100 Continue\r\n\r\n" + ok(),
    b"HTTP/1.1 200 OK\nContent-Length: 2\n\n{}",
    b"HTTP/1.1 200 OK\r\nX-Folded: a\r\n b\r\nContent-Length: 2\r\n\r\n{}",
    b"HTTP/1.1 200 OK\r\n\r\n{}",
    b"HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n",
)
PIECES = (
    *(b"\r\n", b"\n", b"\r", b" ", b"\t", b":", b",", b"\0", b"\x01", b"\x7f", b"\x80", b"0", b"9", b"+1", b"-1", b"1_0", b"\xc2\xb2"),
    *(b"Content-Length: 2\r\n", b"content-length:2\r\n", b"Content-Length : 2\r\n"),
    *(b"Content-Length: 2, 2\r\n", b"Content-Length: 0x2\r\n"),
    *(b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip\r\n", b"Connection: close\r\n", b"Connection: upgrade\r\n"),
    *(b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 101 Switch\r\n\r\n", b"HTTP/1.0", b"HTTP/2", b"http/1.1"),
    *(b"X: y\r\n", b"X:y\r\n", b"\r\n\r\n", b"\n\n"),
)


def verdict(reading: ResponseParser | H11Parser, chunks: list[bytes]) -> tuple[object, ...]:
    """What became of the bytes: status, headers, body and use of the connection, or the class of the error."""
    try:
        # What has come is read; at its end the other side hangs up.
        if not any(reading.feed(chunk) for chunk in chunks) and not reading.feed(b""):
            return ("more",)
        status, headers, body = reading.response()
    except TencentkitError as error:
        return (type(error).__name__,)
    return status, dict(headers), body, reading.reusable


def cut(data: bytes, places: list[int]) -> list[bytes]:
    ends = sorted({place % (len(data) + 1) for place in places} | {0, len(data)})
    return [data[start:end] for start, end in pairwise(ends)]


def mutated(chance: random.Random) -> bytes:
    data = bytearray(chance.choice(SEEDS))
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[at:at] = chance.choice(PIECES)
            case 1:
                del data[at : at + chance.choice((1, 1, 2, 5))]
            case 2:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                lines = bytes(data).split(b"\r\n")
                lines.insert(chance.randrange(1, len(lines) + 1), chance.choice(PIECES).rstrip(b"\r\n"))
                data = bytearray(b"\r\n".join(lines))
    return bytes(data)


def cases(number: int) -> Iterator[tuple[bytes, list[int]]]:
    chance = random.Random("lean")
    for _ in range(number):
        yield mutated(chance), [chance.randrange(10_000) for _ in range(chance.choice((0, 0, 1, 2)))]


def check(data: bytes, places: list[int]) -> bool:
    """Compare; whether the bytes made an answer."""
    chunks = [chunk for chunk in cut(data, places) if chunk]
    lean, strict = verdict(ResponseParser("POST"), chunks), verdict(H11Parser("POST"), chunks)
    assert lean == strict, (data, chunks)
    return len(lean) > 1


def test_mutated_answers_get_the_verdict_of_h11() -> None:
    """Four thousand answers, most of them spoilt, in one piece or several."""
    answers = sum(check(data, places) for data, places in cases(4_000))
    assert 400 < answers < 3_600


@pytest.mark.long
@pytest.mark.timeout(600)
def test_many_mutated_answers_get_the_verdict_of_h11() -> None:
    """The same for a hundred thousand."""
    for data, places in cases(100_000):
        check(data, places)


@settings(database=None, deadline=None, max_examples=100)
@given(data=st.binary(max_size=60), places=st.lists(st.integers(0, 100), max_size=2))
@example(data=b"\r\n\r\n", places=[])
def test_any_bytes_get_the_verdict_of_h11(data: bytes, places: list[int]) -> None:
    """Alone, and after a plain head."""
    check(data, places)
    check(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n" + data, places)


def test_a_plain_answer_is_read_without_h11() -> None:
    """What the service sends takes the short way; or nothing would be won."""
    reading = ResponseParser("POST")
    assert reading.feed(SEEDS[1])
    assert reading._h11_parser is None
    assert reading.reusable


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("X", value) for value in ("a\r\nY: b", "a\nY: b", "a\rb", "\0", " a", "a ", "", "é")),
        *((name, "a") for name in ("X Y", "X:", "")),
    ],
)
def test_no_header_smuggles_another(name: str, value: str) -> None:
    """A head that is not plainly right is left to httpx, and h11 behind it."""
    assert request_bytes(HttpRequest("http://h/", (("Host", "h"), (name, value)), b"{}"), "/") is None


@pytest.mark.parametrize("name_value", [("X", "a"), ("Content-Type", "application/json; charset=utf-8"), ("X", "a  b")])
def test_what_is_sent_is_what_h11_reads(name_value: tuple[str, str]) -> None:
    """A server's h11 reads from our bytes the request that was meant."""
    headers = (("Host", "h"), name_value, ("Content-Length", "2"))
    data = request_bytes(HttpRequest("http://h/", headers, b"{}"), "/")
    server = h11.Connection(h11.SERVER)
    server.receive_data(data)
    request, body = server.next_event(), server.next_event()
    assert isinstance(request, h11.Request)
    assert request.target == b"/"
    assert [(name.decode(), value.decode()) for name, value in request.headers.raw_items()] == list(headers)
    assert isinstance(body, h11.Data)
    assert bytes(body.data) == b"{}"


@pytest.mark.parametrize("steady", [0, 1, 2, 3, 9])
def test_what_is_prepared_once_changes_no_byte(steady: int) -> None:
    """However many headers are said to be the same each time, the request is the same, or left to httpx for the same reason."""
    headers = (("Host", "h"), ("X", "a"), ("Content-Length", "2"))
    plain = request_bytes(HttpRequest("http://h/", headers, b"{}"), "/")
    for _ in range(2):  # made, and kept
        assert request_bytes(HttpRequest("http://h/", headers, b"{}", steady=steady), "/") == plain
        odd = (("Host", "h"), ("X", "a\r\nY: b"), ("Content-Length", "2"))
        assert request_bytes(HttpRequest("http://h/", odd, b"{}", steady=steady), "/") is None


def test_what_is_kept_of_strangers_is_bounded() -> None:
    """Names of headers are kept up to a number and a length, whoever sends them; values are not kept at all."""
    for number in range(2 * _MAX_NAMES):
        assert lower_name(f"X-{number}") == f"x-{number}"
    assert lower_name("X" * 1000) == "x" * 1000
    assert lower_name("X Y") is lower_name("") is lower_name("é") is None
    assert len(_names) <= _MAX_NAMES
    assert max(map(len, _names)) <= _MAX_NAME_LENGTH


@pytest.mark.parametrize("url", ["ftp://h/", "http://u:p@h/", "http:///", "http://h/ä", "http://h:99999/", "http://h/#f", "h"])
def test_an_odd_address_is_left_to_httpx(url: str) -> None:
    """Whatever it means is httpx's to say."""
    assert parse_origin(url) is None
