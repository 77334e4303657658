"""`progress=True`: a progress bar, on a terminal only."""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import RequestInvalid
from tests.pagination.list_service import ListService, row

Make = Callable[..., Any]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def listed(stage: Make) -> int:
    made = stage(ListService([row(number) for number in range(250)]), throttle=None)
    return len(made.listed(made.client.paginate(made.client.list_async_events, function_name="f", progress=True)))


def test_silent_without_terminal(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """No output, and the extra is not needed."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    assert listed(stage) == 250
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_shows_bar_on_terminal(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the action and counts up to the total, without a thread of its own."""
    pytest.importorskip("rich")
    monkeypatch.setattr(sys, "stderr", Terminal())
    before = threading.active_count()
    assert listed(stage) == 250
    assert threading.active_count() == before
    shown = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "ListAsyncEvents" in shown
    assert "250/250" in shown


def test_missing_extra_is_named(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    with pytest.raises(RequestInvalid, match=r"tencentkit\[progress\]"):
        listed(stage)
