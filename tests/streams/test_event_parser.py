"""Parser of server-sent events: every cut of the bytes gives the same events."""

from __future__ import annotations

import random

import pytest

from tencentkit._streams import event_parser
from tencentkit._streams.event_parser import EventParser
from tencentkit.errors import ResponseMalformed
from tencentkit_api.stream import ServerSentEvent

STREAM = (
    b"\xef\xbb\xbf: a comment\r\n\r\n"
    b"data: one\n\n"
    b"event: note\r\ndata:two\r\ndata\r\ndata:  three \r\nid: 7\r\nretry: 10\r\n\r\n"
    b"unknown: x\rdata: \xe4\xbd\xa0\xe5\xa5\xbd \xf0\x9f\x91\x8b\xe2\x80\xa8\r\r"
    b"\n\ndata\n\nid: \x00\nevent: none\n\n:\ndata: bad \xff\n\n"
    b"data: last"
)
EVENTS = [
    ServerSentEvent("one"),
    ServerSentEvent("two\n\n three ", "note", "7"),
    ServerSentEvent("你好 👋\u2028", id="7"),
    ServerSentEvent("", id="7"),
    ServerSentEvent("bad \ufffd", id="7"),
    ServerSentEvent("last", id="7"),
]


def parsed(*parts: bytes) -> list[ServerSentEvent]:
    parser = EventParser()
    return [event for part in (*parts, b"") for event in parser.feed(part)]


def test_grammar() -> None:
    """Comments, all line ends, a byte order mark, several data lines, unknown fields, and a last event without a blank line."""
    assert parsed(STREAM) == EVENTS


def test_every_cut_gives_the_same() -> None:
    """Cuts within characters, line ends and fields."""
    assert parsed(*(STREAM[at : at + 1] for at in range(len(STREAM)))) == EVENTS
    for cut in range(1, len(STREAM)):
        assert parsed(STREAM[:cut], STREAM[cut:]) == EVENTS


def test_same_as_httpx_sse() -> None:
    """Random streams of field lines: the decoder of httpx-sse gives the same events for the same lines."""
    decoder = pytest.importorskip("httpx_sse._decoders").SSEDecoder
    choice = random.Random(18)
    pieces = ["data: a", "data:b", "data", "event: e", "id: 1", "id", ": c", "", "", "other: x", "data: ü"]
    for _ in range(300):
        lines = [choice.choice(pieces) for _ in range(choice.randrange(1, 30))] + [""]
        theirs = decoder()
        expected = [event for line in lines if (event := theirs.decode(line)) is not None]
        wanted = [(event.data, event.event, event.id) for event in expected if event.data]
        ours = parsed("".join(line + choice.choice(("\n", "\r\n")) for line in lines).encode())
        assert [(event.data, event.event, event.id) for event in ours if event.data] == wanted


def test_large_event_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, or many, without an end; small events together have no limit."""
    monkeypatch.setattr(event_parser, "MAXIMUM_EVENT_BYTES", 1000)
    with pytest.raises(ResponseMalformed, match="larger than 1,000 bytes"):
        parsed(b"data: " + b"x" * 2000)
    with pytest.raises(ResponseMalformed):
        parsed(*[b"data: " + b"x" * 90 + b"\n"] * 20)
    assert len(parsed(*[b"data: " + b"x" * 90 + b"\n\n"] * 200)) == 200


def test_long_line_is_searched_once() -> None:
    """A line that arrives in many parts takes no quadratic time: each part is searched for its own bytes."""
    parser = EventParser()
    parser.feed(b"data: ")
    for _ in range(100):
        parser.feed(b"x" * 1000)
    assert parser._searched == len(parser._rest)
