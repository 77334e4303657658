"""`progress=True`: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import RequestInvalid
from tests.client.shelf import Shelf, row

Make = Callable[..., Any]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def listed(stage: Make) -> int:
    made = stage(Shelf([row(number) for number in range(250)]), throttle=None)
    return len(made.listed(made.client.paginate(made.client.list_async_events, function_name="f", progress=True)))


def test_nothing_where_there_is_no_terminal(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither output nor the extra is needed there."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    assert listed(stage) == 250
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_a_bar_on_a_terminal(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the action and counts up to the total, without a thread of its own."""
    pytest.importorskip("rich")
    monkeypatch.setattr(sys, "stderr", Terminal())
    before = threading.active_count()
    assert listed(stage) == 250
    assert threading.active_count() == before
    shown = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "ListAsyncEvents" in shown
    assert "250/250" in shown


def test_a_terminal_without_the_extra(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for a bar that cannot be shown is told what to install."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    with pytest.raises(RequestInvalid, match=r"tencentkit\[progress\]"):
        listed(stage)
