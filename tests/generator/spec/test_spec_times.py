"""Form of a time: the rule that proposes it, and its lint."""

from __future__ import annotations

from typing import Any

import pytest

from generator.spec.times import is_time, time_fact

ISO, LOCAL = {"format": "iso8601"}, {"format": "local", "offset": "+08:00"}
SECONDS, MILLISECONDS = {"format": "seconds"}, {"format": "milliseconds"}


@pytest.mark.parametrize(
    ("page_type", "json_type", "text", "values", "fact"),
    [
        # each value names its zone
        ("Timestamp ISO8601", "string", "", [], ISO),
        ("Timestamp ISO8601", "string", "", ["2020-01-01T00:00:00Z", "", None, "0001-01-01T00:00:00Z"], ISO),
        ("String", "string", "", ["2020-01-01T00:00:00+08:00"], ISO),
        ("String", "string", "Format: ISO 8601", [], None),
        ("Timestamp ISO8601", "string", "", ["2020-01-01 00:00:00"], None),
        ("Timestamp ISO8601", "string", "UTC", ["2020-01-01 00:00:00"], None),
        ("String", "string", "", ["2020-01-01T00:00:00Z", "2020-01-01 00:00:00"], None),
        # the text names the zone
        ("Timestamp", "string", "Beijing time", [], LOCAL),
        ("Timestamp", "string", "时区为GMT+8:00", ["2020-01-01 00:00:00"], LOCAL),
        ("String", "string", "UTC+8", ["2020-01-01 00:00:00.123", "-"], LOCAL),
        ("String", "string", "UTC time", ["2020-01-01 00:00:00"], LOCAL | {"offset": "+00:00"}),
        ("String", "string", "UTC+8", [], None),
        ("String", "string", "UTC+8", ["2020-01-01"], None),
        ("String", "string", "UTC, which is UTC+8 less eight hours", ["2020-01-01 00:00:00"], None),
        ("String", "string", "UTC+9", ["2020-01-01 00:00:00"], None),
        ("String", "string", "UTC, by ISO 8601", ["2020-01-01 00:00:00"], None),
        ("Timestamp", "string", "", ["2020-01-01 00:00:00"], None),
        # since 1970
        ("Integer", "integer", "Unix timestamp", [1600000000, 0], SECONDS),
        ("Integer", "integer", "毫秒时间戳", [1600000000000], MILLISECONDS),
        ("String", "string", "timestamp in seconds", ["1600000000"], SECONDS),
        ("Float", "number", "timestamp", [1600000000.5], SECONDS),
        ("Integer", "integer", "Unix timestamp in seconds", [], None),
        ("Integer", "integer", "Account", [1600000000], None),
        ("Integer", "integer", "timestamp in seconds", [1600000000000], None),
        ("Integer", "integer", "timestamp", [1600000000, 1600000000000], None),
        ("Integer", "integer", "timestamp within the recording", [12], None),
        ("Integer", "integer", "timestamp in microseconds", [1600000000], None),
        ("Boolean", "boolean", "timestamp", [True], None),
    ],
)
def test_rule(page_type: str, json_type: str, text: str, values: list[Any], fact: Any) -> None:
    """The documentation states the form of a time without a contradiction, or there is no fact."""
    assert time_fact(page_type, json_type, text, values) == fact


@pytest.mark.parametrize(
    ("schema", "fact", "valid"),
    [
        ({"type": "string"}, ISO, True),
        ({"type": "string"}, LOCAL, True),
        ({"type": "string"}, SECONDS, True),
        ({"type": "integer"}, MILLISECONDS, True),
        ({"type": "integer"}, ISO, False),
        ({"type": "integer"}, LOCAL, False),
        ({"type": "string"}, {"format": "local"}, False),
        ({"type": "string"}, {"format": "local", "offset": "UTC"}, False),
        ({"type": "string"}, ISO | {"offset": "+08:00"}, False),
        ({"type": "array"}, ISO, False),
        ({"type": "boolean"}, SECONDS, False),
        ({"type": "string"}, {"format": "days"}, False),
        ({"type": "string"}, "iso8601", False),
    ],
)
def test_lint(schema: Any, fact: Any, valid: bool) -> None:
    """A fact must fit the type of its property."""
    assert is_time(schema, fact) is valid
