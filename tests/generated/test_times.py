"""Conversion of times: never a wrong one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tencentkit import times
from tencentkit_api.times import text_time, unix_time
from tencentkit_api.unset import UNSET

EAST = timezone(timedelta(hours=8))
SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("value", "zone", "time"),
    [
        ("2020-12-01 08:35:00", SHANGHAI, datetime(2020, 12, 1, 0, 35, tzinfo=UTC)),
        ("2020-12-01 08:35:00.250", EAST, datetime(2020, 12, 1, 0, 35, 0, 250_000, tzinfo=UTC)),
        ("2020-12-01T08:35:00", UTC, datetime(2020, 12, 1, 8, 35, tzinfo=UTC)),
        # a zone in the value wins
        ("2020-12-01T08:35:00Z", SHANGHAI, datetime(2020, 12, 1, 8, 35, tzinfo=UTC)),
        ("2020-12-01T08:35:00+0800", None, datetime(2020, 12, 1, 0, 35, tzinfo=UTC)),
        ("2020-12-01 08:35:00.123456789-05:00", None, datetime(2020, 12, 1, 13, 35, 0, 123_456, tzinfo=UTC)),
    ],
)
def test_parse(value: str, zone: tzinfo | None, time: datetime) -> None:
    """A time is aware; its zone is that of the value, or else that of the caller."""
    parsed = times.parse(value, zone)
    assert parsed == time
    assert parsed is not None
    assert parsed.utcoffset() is not None


@pytest.mark.parametrize("value", ["", "-", "0000-00-00 00:00:00", "0001-01-01T00:00:00Z", None, UNSET])
def test_no_time(value: Any) -> None:
    """An event that has not ended has no end time."""
    assert times.parse(value) is times.parse(value, UTC) is text_time(value) is text_time(value, "+08:00") is unix_time(value, "seconds") is None


@pytest.mark.parametrize(
    "value",
    ["2020-12-01", "20201201T083500Z", "2020/12/01 08:35:00", "2020-12-01 08:35", "2020-W49-2T08:35:00Z", "soon", "2020-13-01 00:00:00",
     "2020-12-01 25:00:00", "2018-01-01 12 :16:09", " ", 1_600_000_001, True, ["2020-12-01 08:35:00"]],
)  # fmt: skip
def test_other_forms_refused(value: Any) -> None:
    """A value in another form raises an error that shows it."""
    for read in (times.parse, lambda value: times.parse(value, UTC), text_time, lambda value: text_time(value, "+08:00")):
        with pytest.raises(ValueError, match="is not a time such as"):
            read(value)


def test_zone_required() -> None:
    """A time without a zone is no time: the caller names it."""
    with pytest.raises(ValueError, match=r"'2020-12-01 08:35:00' names no time zone; pass zone"):
        times.parse("2020-12-01 08:35:00")
    with pytest.raises(ValueError, match=r"names no time zone, unlike documented; use tencentkit\.times\.parse"):
        text_time("2020-12-01 08:35:00")


@pytest.mark.parametrize("value", ["2020-10-25 02:30:00", "2020-03-29 02:30:00"])
def test_changing_clocks(value: str) -> None:
    """A time that exists twice or not at all is refused."""
    with pytest.raises(ValueError, match="ambiguous or missing in Europe/Berlin"):
        times.parse(value, BERLIN)


def test_documented_offset() -> None:
    """The documented offset applies to values without one."""
    assert text_time("2020-12-01 08:35:00", "+08:00") == datetime(2020, 12, 1, 0, 35, tzinfo=UTC)
    assert text_time("2020-12-01T08:35:00Z", "+08:00") == datetime(2020, 12, 1, 8, 35, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "unit", "time"),
    [
        (1_600_000_000, "seconds", datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC)),
        ("1600000000", "seconds", datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC)),
        (1_600_000_000.5, "seconds", datetime(2020, 9, 13, 12, 26, 40, 500_000, tzinfo=UTC)),
        (1_600_000_000_001, "milliseconds", datetime(2020, 9, 13, 12, 26, 40, 1000, tzinfo=UTC)),
        ("1600000000001", "milliseconds", datetime(2020, 9, 13, 12, 26, 40, 1000, tzinfo=UTC)),
        (0, "seconds", None),
        ("0", "milliseconds", None),
        (-1, "seconds", None),
        ("-1", "seconds", None),
    ],
    ids=repr,
)
def test_unix(value: Any, unit: str, time: datetime | None) -> None:
    """Seconds and milliseconds since 1970 are exact, as numbers and as texts; 0 and -1 are no time."""
    assert unix_time(value, unit) == time


@pytest.mark.parametrize(
    ("value", "unit"),
    [(1_600_000_000_000, "seconds"), (1_600_000_000, "milliseconds"), (12, "seconds"), (-5, "seconds"), ("2020-12-01 08:35:00", "seconds"),
     ("1e9", "seconds"), (True, "seconds"), ([1], "seconds"), (float("inf"), "seconds"), (float("nan"), "seconds")],
)  # fmt: skip
def test_unix_unit_checked(value: Any, unit: str) -> None:
    """A number that cannot be a time in the documented unit raises an error."""
    with pytest.raises(ValueError, match=f"is not a number of {unit} since 1970"):
        unix_time(value, unit)


@given(st.text() | st.integers() | st.floats() | st.none() | st.booleans())
def test_any_value(value: Any) -> None:
    """Any value is an aware time, no time, or a ValueError."""
    for read in (lambda: times.parse(value, UTC), lambda: text_time(value), lambda: unix_time(value, "milliseconds")):
        try:
            time = read()
        except ValueError:
            continue
        assert time is None or time.utcoffset() is not None
