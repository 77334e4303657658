"""Whole stories: a listing, a refusal for the rate, a clock that is off, waiting, unicode."""

from __future__ import annotations

from typing import Any

import pytest

from tencentkit.errors import WaiterFailed
from tencentkit.testing import FakeScf
from tests.cassettes.conftest import Studio

pytestmark = [pytest.mark.vcr, pytest.mark.scripted]

EVENT = "b379787f-8487-4bac-bd8c-17a20a9ce40e"


def test_a_listing_of_three_pages(studio: Studio) -> None:
    """Twenty-five events in pages of ten, newest first, each once."""

    def prepare(fake: FakeScf) -> None:
        for number in range(25):
            fake.start_event(
                "helloworld", runs_for=1, started_at=f"2019-02-25 12:00:{number:02}.000", invoke_request_id=f"event-{number:02}"
            )

    client = studio.client(prepare)
    pager = client.paginate(client.list_async_events, function_name="helloworld", limit=10)
    events = studio.kind.listed(pager)
    assert [event.invoke_request_id for event in events] == [f"event-{number:02}" for number in reversed(range(25))]
    assert pager.total == 25


def test_a_refusal_for_the_rate_and_then_success(studio: Studio) -> None:
    """RequestLimitExceeded is waited out and the result returned, in two attempts."""
    client = studio.client(lambda fake: fake.fail_next(code="RequestLimitExceeded", message="20/s"))
    page = studio.kind.run(client.list_async_events(function_name="helloworld"))
    assert (page.total_count, page.meta.attempts) == (0, 2)
    assert studio.clock.sleeps == [0.5, pytest.approx(0.625)]  # type: ignore[attr-defined]


def test_a_clock_that_is_off_is_corrected_once(studio: Studio) -> None:
    """Ten minutes off: one refusal, one corrected attempt, and the next call is right from the start."""

    def prepare(fake: FakeScf) -> None:
        fake.clock_offset = 600.0

    client = studio.client(prepare)
    for attempts in (2, 1):
        assert studio.kind.run(client.list_async_events(function_name="helloworld", limit=attempts)).meta.attempts == attempts


def waiting(studio: Studio, ends_as: Any) -> Any:
    def prepare(fake: FakeScf) -> None:
        fake.start_event("helloworld", runs_for=2.5, ends_as=ends_as, invoke_request_id=EVENT)

    client = studio.client(prepare)
    return studio.kind.run(client.wait_until_async_event_finished(invoke_request_id=EVENT, timeout=60))


def test_a_wait_that_ends_well(studio: Studio) -> None:
    """Polled once a second, running three times, then finished."""
    final = waiting(studio, "FINISHED")
    assert (final.result.status, final.result.status_code) == ("FINISHED", 200)
    assert studio.clock.sleeps == [1.0, 1.0, 1.0]  # type: ignore[attr-defined]


def test_a_wait_that_ends_badly(studio: Studio) -> None:
    """The event fails: the error says which rule matched and holds the result."""
    with pytest.raises(WaiterFailed, match=r"AsyncEventFinished: result\.status is FAILED") as caught:
        waiting(studio, "FAILED")
    assert caught.value.result.result.status == "FAILED"


def test_unicode(studio: Studio) -> None:
    """A function's name in any script goes out and its events come back."""
    name = "函数-é-😀"

    def prepare(fake: FakeScf) -> None:
        fake.add_function(name)
        fake.start_event(name, invoke_type="定时触发", invoke_request_id=EVENT)

    page = studio.kind.run(studio.client(prepare).list_async_events(function_name=name))
    assert [event.invoke_type for event in page.event_list] == ["定时触发"]
