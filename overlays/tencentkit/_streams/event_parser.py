"""Parser of server-sent events: bytes in, events out.

Source: the grammar of the WHATWG (HTML standard, section "Server-sent events").
"""

from __future__ import annotations

from tencentkit_api.stream import ServerSentEvent

from ..errors import ResponseMalformed

MAXIMUM_EVENT_BYTES = 16 * 1024 * 1024
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class EventParser:
    """Parser of one stream. It keeps at most one incomplete event."""

    def __init__(self) -> None:
        self._rest = bytearray()
        """Bytes after the last complete line."""
        self._searched = 0
        """How many of them hold no end of a line."""
        self._after_return = False
        """Whether the last line ended with CR, so that a following LF belongs to it."""
        self._at_start = True
        self._data: list[str] = []
        self._size = 0
        self._event = self._id = ""

    def feed(self, received: bytes) -> list[ServerSentEvent]:
        """Return the events that `received` completes; `b""` is the end, which completes an event without a blank line.

        Raises:
            ResponseMalformed: An event is larger than 16 MB.
        """
        self._rest += received
        if self._at_start and (len(self._rest) >= len(_BYTE_ORDER_MARK) or not received):
            self._at_start = False
            if self._rest.startswith(_BYTE_ORDER_MARK):
                del self._rest[: len(_BYTE_ORDER_MARK)]
        events = [] if self._at_start else self._complete_lines()
        if not received:
            events += self._line(bytes(self._rest)) + self._line(b"")
            self._rest.clear()
        elif self._size + len(self._rest) > MAXIMUM_EVENT_BYTES:
            raise ResponseMalformed(f"an event of the stream is larger than {MAXIMUM_EVENT_BYTES:,} bytes", permanent=True)
        return events

    def _complete_lines(self) -> list[ServerSentEvent]:
        events: list[ServerSentEvent] = []
        rest, start = self._rest, 0
        while True:
            if self._after_return and start < len(rest):
                self._after_return = False
                if rest[start] == 0x0A:
                    start += 1
            end = _line_end(rest, max(start, self._searched))
            if end < 0:
                break
            self._searched = 0
            events += self._line(bytes(rest[start:end]))
            self._after_return = rest[end] == 0x0D
            start = end + 1
        del rest[:start]
        self._searched = len(rest)
        return events

    def _line(self, line: bytes) -> list[ServerSentEvent]:
        """Parse one line without its end; return the event that a blank line completes."""
        if not line:
            return self._dispatch()
        name, _, value = line.decode("utf-8", "replace").partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
            self._size += len(line)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value
        return []

    def _dispatch(self) -> list[ServerSentEvent]:
        data, self._data, self._size = self._data, [], 0
        event, self._event = self._event or "message", ""
        return [ServerSentEvent("\n".join(data), event, self._id)] if data else []


def _line_end(text: bytearray, start: int) -> int:
    """Return the position of the first CR or LF, -1 without one."""
    feed = text.find(b"\n", start)
    # Only before the LF: a search of all received bytes for each line would take quadratic time.
    carriage = text.find(b"\r", start, len(text) if feed < 0 else feed)
    return feed if carriage < 0 else carriage
