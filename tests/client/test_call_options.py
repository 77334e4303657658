"""Options of one call: region, timeout, deadline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import RequestInvalid
from tests.scripted import result

Make = Callable[..., Any]


def test_options_override_settings(stage: Make) -> None:
    """Options of one call override the settings of the client."""
    made = stage(result(TotalCount=0, EventList=[]), timeout=7, deadline=50, throttle=None)
    made.list_events()
    made.list_events(region="ap-beijing", timeout=3, deadline=2)
    made.list_events(timeout=None, deadline=None)
    assert made.network.bounds == [(7, 50), (2, 2), (None, None)]
    assert made.network.headers(1)["x-tc-region"] == "ap-beijing"


def test_region_is_required(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call without a region fails; the environment variable sets one."""
    monkeypatch.delenv("TENCENTCLOUD_REGION", raising=False)
    made = stage(result(), region=None)
    with pytest.raises(RequestInvalid, match="region: is required"):
        made.list_events()
    monkeypatch.setenv("TENCENTCLOUD_REGION", "ap-shanghai")
    made = stage(result(), region=None)
    made.list_events()
    assert made.network.headers()["x-tc-region"] == "ap-shanghai"
