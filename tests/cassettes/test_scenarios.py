"""Scenarios: pagination, rate limit, clock skew, waiters and Unicode."""

from __future__ import annotations

from typing import Any

import pytest

from tencentkit.errors import WaiterFailed
from tencentkit.testing import FakeScf
from tests.cassettes.conftest import CassetteClients

pytestmark = [pytest.mark.vcr, pytest.mark.scripted]

EVENT = "b379787f-8487-4bac-bd8c-17a20a9ce40e"


def test_pagination_over_three_pages(clients: CassetteClients) -> None:
    """Twenty-five events in pages of ten, newest first, each once."""

    def prepare(fake: FakeScf) -> None:
        for number in range(25):
            fake.start_event(
                "helloworld", runs_for=1, started_at=f"2019-02-25 12:00:{number:02}.000", invoke_request_id=f"event-{number:02}"
            )

    client = clients.client(prepare)
    pager = client.paginate(client.list_async_events, function_name="helloworld", limit=10)
    events = clients.kind.listed(pager)
    assert [event.invoke_request_id for event in events] == [f"event-{number:02}" for number in reversed(range(25))]
    assert pager.total == 25


def test_retry_after_rate_limit(clients: CassetteClients) -> None:
    """The client waits after RequestLimitExceeded and succeeds with the second attempt."""
    client = clients.client(lambda fake: fake.fail_next(code="RequestLimitExceeded", message="20/s"))
    page = clients.kind.run(client.list_async_events(function_name="helloworld"))
    assert (page.total_count, page.meta.attempts) == (0, 2)
    assert clients.clock.sleeps == [0.5, pytest.approx(0.625)]  # type: ignore[attr-defined]


def test_clock_skew_correction(clients: CassetteClients) -> None:
    """After one error and one corrected attempt, the next call needs one attempt."""

    def prepare(fake: FakeScf) -> None:
        fake.clock_offset = 600.0

    client = clients.client(prepare)
    for attempts in (2, 1):
        assert clients.kind.run(client.list_async_events(function_name="helloworld", limit=attempts)).meta.attempts == attempts


def wait_for_event(clients: CassetteClients, ends_as: Any) -> Any:
    def prepare(fake: FakeScf) -> None:
        fake.start_event("helloworld", runs_for=2.5, ends_as=ends_as, invoke_request_id=EVENT)

    client = clients.client(prepare)
    return clients.kind.run(client.wait_until_async_event_finished(invoke_request_id=EVENT, timeout=60))


def test_waiter_success(clients: CassetteClients) -> None:
    """The waiter polls once a second until the event is finished."""
    final = wait_for_event(clients, "FINISHED")
    assert (final.result.status, final.result.status_code) == ("FINISHED", 200)
    assert clients.clock.sleeps == [1.0, 1.0, 1.0]  # type: ignore[attr-defined]


def test_waiter_failure(clients: CassetteClients) -> None:
    """The error contains the matching rule and the result."""
    with pytest.raises(WaiterFailed, match=r"AsyncEventFinished: result\.status is FAILED") as caught:
        wait_for_event(clients, "FAILED")
    assert caught.value.result.result.status == "FAILED"


def test_unicode(clients: CassetteClients) -> None:
    """A function name in any script is sent, and its events are returned."""
    name = "函数-é-😀"

    def prepare(fake: FakeScf) -> None:
        fake.add_function(name)
        fake.start_event(name, invoke_type="定时触发", invoke_request_id=EVENT)

    page = clients.kind.run(clients.client(prepare).list_async_events(function_name=name))
    assert [event.invoke_type for event in page.event_list] == ["定时触发"]
