from __future__ import annotations

from typing import Any

import pytest

from tencentkit.testing import FakeScf, ManualClock, SchemaViolation


@pytest.fixture
def empty_fake() -> FakeScf:
    """A fake without a function."""
    return FakeScf(clock=ManualClock())


def test_canned_response(empty_fake: FakeScf) -> None:
    """`on` accepts both names of an action, and a mapping or a function."""
    empty_fake.on("get_async_event_status", returns={"Result": {"Status": "ABORTED", "StatusCode": 1, "InvokeRequestId": "x"}})
    empty_fake.on("ListAsyncEvents", returns=lambda parameters: {"TotalCount": parameters["Limit"], "EventList": []})
    with empty_fake.client() as scf:
        assert scf.get_async_event_status(invoke_request_id="x").result.status == "ABORTED"
        assert scf.list_async_events(function_name="any", limit=7).total_count == 7


def test_invalid_canned_response(empty_fake: FakeScf) -> None:
    """A response that does not match the schema raises `SchemaViolation`."""
    with pytest.raises(SchemaViolation, match="Result"):
        empty_fake.on("GetAsyncEventStatus", returns={"Status": "RUNNING"})
    with pytest.raises(ValueError, match="there is no action 'Nothing'"):
        empty_fake.on("Nothing", returns={})
    empty_fake.on("GetAsyncEventStatus", returns=lambda _: {"Result": None})
    with empty_fake.client() as scf, pytest.raises(SchemaViolation):
        scf.get_async_event_status(invoke_request_id="x")


def test_requests_are_validated(empty_fake: FakeScf, sign: Any, parse: Any) -> None:
    """Requests are validated even if the response is canned."""
    empty_fake.on("ListAsyncEvents", returns={"TotalCount": 0, "EventList": []})
    signed = sign("ListAsyncEvents", {"FunctionName": 7})
    assert parse(empty_fake.handle("POST", signed.headers, signed.body)) == "InvalidParameter"
