"""Request serializer of the lean transports, and the origin of a URL."""

from __future__ import annotations

import h11
import pytest

from tencentkit.transport import HttpRequest
from tencentkit.transport._lean.request_writer import _MAX_NAME_LENGTH, _MAX_NAMES, _names, lower_name, request_bytes
from tencentkit.transport._origin import parse_origin


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("X", value) for value in ("a\r\nY: b", "a\nY: b", "a\rb", "\0", " a", "a ", "", "é")),
        *((name, "a") for name in ("X Y", "X:", "")),
    ],
)
def test_header_injection_is_rejected(name: str, value: str) -> None:
    """An unusual head goes through httpx and h11."""
    assert request_bytes(HttpRequest("http://h/", (("Host", "h"), (name, value)), b"{}"), "/") is None


@pytest.mark.parametrize("name_value", [("X", "a"), ("Content-Type", "application/json; charset=utf-8"), ("X", "a  b")])
def test_h11_parses_the_serialized_request(name_value: tuple[str, str]) -> None:
    """A server with h11 parses the intended request from our bytes."""
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
def test_cached_headers_change_no_byte(steady: int) -> None:
    """For any `steady`, the serialized request is the same, or goes through httpx."""
    headers = (("Host", "h"), ("X", "a"), ("Content-Length", "2"))
    plain = request_bytes(HttpRequest("http://h/", headers, b"{}"), "/")
    for _ in range(2):  # serialized, then cached
        assert request_bytes(HttpRequest("http://h/", headers, b"{}", steady=steady), "/") == plain
        odd = (("Host", "h"), ("X", "a\r\nY: b"), ("Content-Length", "2"))
        assert request_bytes(HttpRequest("http://h/", odd, b"{}", steady=steady), "/") is None


def test_name_cache_is_bounded() -> None:
    """The cache limits number and length of the header names, also of those that a server sends."""
    for number in range(2 * _MAX_NAMES):
        assert lower_name(f"X-{number}") == f"x-{number}"
    assert lower_name("X" * 1000) == "x" * 1000
    assert lower_name("X Y") is lower_name("") is lower_name("é") is None
    assert len(_names) <= _MAX_NAMES
    assert max(map(len, _names)) <= _MAX_NAME_LENGTH


@pytest.mark.parametrize("url", ["ftp://h/", "http://u:p@h/", "http:///", "http://h/ä", "http://h:99999/", "http://h/#f", "h"])
def test_unusual_url_has_no_origin(url: str) -> None:
    """httpx parses it."""
    assert parse_origin(url) is None
