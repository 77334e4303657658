"""Differential test of the lean parser against h11: the same result for the same bytes, in any chunks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tencentkit.errors import TencentkitError
from tencentkit.transport._lean.response_parser import H11Parser, ResponseParser
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


def outcome(parser: ResponseParser | H11Parser, chunks: list[bytes]) -> tuple[object, ...]:
    """Return status, headers, body and reusability, or the class of the error."""
    try:
        # After the last chunk the server closes.
        if not any(parser.feed(chunk) for chunk in chunks) and not parser.feed(b""):
            return ("more",)
        status, headers, body = parser.response()
    except TencentkitError as error:
        return (type(error).__name__,)
    return status, dict(headers), body, parser.reusable


def split(data: bytes, positions: list[int]) -> list[bytes]:
    bounds = sorted({position % (len(data) + 1) for position in positions} | {0, len(data)})
    return [data[start:end] for start, end in pairwise(bounds)]


def mutated(rng: random.Random) -> bytes:
    data = bytearray(rng.choice(SEEDS))
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3))):
        at = rng.randrange(len(data) + 1)
        match rng.randrange(4):
            case 0:
                data[at:at] = rng.choice(PIECES)
            case 1:
                del data[at : at + rng.choice((1, 1, 2, 5))]
            case 2:
                data[at : at + 1] = bytes([rng.randrange(256)])
            case _:
                lines = bytes(data).split(b"\r\n")
                lines.insert(rng.randrange(1, len(lines) + 1), rng.choice(PIECES).rstrip(b"\r\n"))
                data = bytearray(b"\r\n".join(lines))
    return bytes(data)


def cases(number: int) -> Iterator[tuple[bytes, list[int]]]:
    rng = random.Random("lean")
    for _ in range(number):
        yield mutated(rng), [rng.randrange(10_000) for _ in range(rng.choice((0, 0, 1, 2)))]


def check(data: bytes, positions: list[int]) -> bool:
    """Compare both parsers; return whether the bytes are a valid response."""
    chunks = [chunk for chunk in split(data, positions) if chunk]
    lean, reference = outcome(ResponseParser("POST"), chunks), outcome(H11Parser("POST"), chunks)
    assert lean == reference, (data, chunks)
    return len(lean) > 1


def test_mutated_responses_parse_like_h11() -> None:
    """Four thousand responses, most of them invalid, in one chunk or several."""
    valid = sum(check(data, positions) for data, positions in cases(4_000))
    assert 400 < valid < 3_600


@pytest.mark.long
@pytest.mark.timeout(600)
def test_many_mutated_responses_parse_like_h11() -> None:
    """The same with a hundred thousand responses."""
    for data, positions in cases(100_000):
        check(data, positions)


@settings(database=None, deadline=None, max_examples=100)
@given(data=st.binary(max_size=60), positions=st.lists(st.integers(0, 100), max_size=2))
@example(data=b"\r\n\r\n", positions=[])
def test_any_bytes_parse_like_h11(data: bytes, positions: list[int]) -> None:
    """The bytes alone, and after a plain head."""
    check(data, positions)
    check(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n" + data, positions)


def test_plain_response_needs_no_h11() -> None:
    """Responses like the service's take the fast path."""
    parser = ResponseParser("POST")
    assert parser.feed(SEEDS[1])
    assert parser._h11_parser is None
    assert parser.reusable
