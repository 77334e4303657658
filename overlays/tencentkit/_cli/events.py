"""Output of a stream: each event is printed when it arrives."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .output import LINE_CONTROLS, escape_controls, write_items

if TYPE_CHECKING:
    from tencentkit_api.model import Model
    from tencentkit_api.stream import Stream

_DELTA, _TEXT = "Delta", "Content"


def print_events(stream: Stream[Model], columns: Sequence[str], output: str) -> None:
    """Print the events of a stream and close it.

    Args:
        stream: The open stream.
        columns: Field names of an event.
        output: `json`, `jsonl` or `csv` for whole events; `table` for their text,
            or one line of JSON for an event without text.

    Raises:
        TencentkitError: The stream ends with an error. The events before it are printed.
    """
    with stream:
        events = _flushed(event.to_dict() for event in stream)
        if output == "table":
            _print_texts(events)
        else:
            write_items(events, columns=columns, output=output)


def _flushed(events: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the events; flush the output of each one before the wait for the next."""
    for event in events:
        yield event
        sys.stdout.flush()


def _print_texts(events: Iterable[dict[str, Any]]) -> None:
    is_line_open = False
    try:
        for event in events:
            found = list(_texts(event))
            text = "".join(found) if found else json.dumps(event, ensure_ascii=False) + "\n"
            if not found and is_line_open:
                text = "\n" + text
            sys.stdout.write(escape_controls(text, LINE_CONTROLS) if sys.stdout.isatty() else text)
            is_line_open = not text.endswith("\n") if text else is_line_open
    finally:
        if is_line_open:  # the next prompt, or the error, begins on its own line
            print(flush=True)


def _texts(value: Any, *, in_delta: bool = False) -> Iterator[str]:
    """Yield the texts of an event's deltas."""
    if isinstance(value, dict):
        if in_delta:
            text = value.get(_TEXT)
            yield text if isinstance(text, str) else ""
            return
        for name, each in value.items():
            yield from _texts(each, in_delta=name == _DELTA)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
