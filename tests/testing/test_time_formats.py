"""Documented forms of times: values in the form are those that the client converts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import jsonschema_rs
import pytest

from tencentkit.testing._service.schema_check import SchemaValidator, SchemaViolation
from tencentkit.testing._service.synthesis import ResponseSynthesizer
from tencentkit.testing._service.time_formats import time_schema, time_value
from tencentkit_api.times import text_time, unix_time

ISO, LOCAL = {"format": "iso8601"}, {"format": "local", "offset": "-03:30"}
SECONDS, MILLISECONDS = {"format": "seconds"}, {"format": "milliseconds"}
MOMENT = 1_700_000_000


def converted(fact: dict[str, str], value: Any) -> datetime | None:
    """Return the time as the client converts it."""
    if fact["format"] in ("iso8601", "local"):
        return text_time(value, fact.get("offset", ""))
    return unix_time(value, fact["format"])


@pytest.mark.parametrize("fact", [ISO, LOCAL, SECONDS, MILLISECONDS])
@pytest.mark.parametrize("as_text", [True, False])
def test_values_are_the_moment(fact: dict[str, str], *, as_text: bool) -> None:
    """A value in each form converts to the moment, and its schema accepts it."""
    value = time_value(fact, MOMENT, as_text=as_text)
    assert converted(fact, value) == datetime.fromtimestamp(MOMENT, UTC)
    assert jsonschema_rs.is_valid(time_schema(fact), value)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        *((fact, value) for fact in (ISO, LOCAL) for value in ("", "-", "0000-00-00 00:00:00", "2023-11-14T22:13:20.5+08:00")),
        (LOCAL, "2023-11-14 22:13:20"),
        *((fact, value) for fact in (SECONDS, MILLISECONDS) for value in (0, -1, "0", "-1", "")),
        (SECONDS, 1_700_000_000),
        (MILLISECONDS, "1700000000000"),
    ],
)
def test_accepted_values(fact: dict[str, str], value: Any) -> None:
    """The schema accepts what the client converts, values for no time included."""
    assert jsonschema_rs.is_valid(time_schema(fact), value)
    converted(fact, value)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        (ISO, "2023-11-14 22:13:20"),
        (ISO, "2023-11-14"),
        (LOCAL, "yesterday"),
        (LOCAL, "2023-11-14 22:13"),
        (SECONDS, 1_700_000_000_000),
        (SECONDS, "1700000000000"),
        (MILLISECONDS, 1_700_000_000),
    ],
)
def test_other_forms(fact: dict[str, str], value: Any) -> None:
    """The schema rejects what the client cannot convert."""
    assert not jsonschema_rs.is_valid(time_schema(fact), value)
    with pytest.raises(ValueError, match="time"):
        converted(fact, value)


def test_responses_are_checked() -> None:
    """A response with a time in another form than documented is a violation; a synthesized one is not."""
    node = {"type": "string", "x-tc-time": ISO, "x-tc-nullable": True}
    schemas = {"GetResponse": {"type": "object", "properties": {"Since": node}, "required": ["Since"]}}
    validator = SchemaValidator(schemas)
    for since in (None, "", "2023-11-14T22:13:20Z"):
        validator.check_response("Get", {"Since": since})
    with pytest.raises(SchemaViolation, match="Since"):
        validator.check_response("Get", {"Since": "2023-11-14 22:13:20"})
    validator.check_response("Get", ResponseSynthesizer(schemas, 0).response("Get"))
