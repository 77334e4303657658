"""Rate limits within a call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import Credentials, Throttle
from tencentkit.errors import ConnectionFailed, DeadlineExceeded, RequestInvalid
from tests.scripted import result

Make = Callable[..., Any]


def test_published_limit(stage: Make) -> None:
    """At most 20 of 100 calls in a row arrive in any window of one second."""
    made = stage(result(TotalCount=0, EventList=[]))
    arrivals: list[float] = []
    made.network.answers = [lambda _: arrivals.append(made.clock.monotonic()) or result(TotalCount=0, EventList=[])]
    for _ in range(100):
        made.list_events()
    assert max(sum(1 for other in arrivals if at <= other < at + 1) for at in arrivals) == 20


def test_buckets_by_action_and_account(stage: Make) -> None:
    """Another action and another account have their own buckets; another region shares the bucket."""
    throttle = Throttle(limits={"ListAsyncEvents": 1, "GetAsyncEventStatus": 1})
    made = stage(result(Result={}), throttle=throttle)
    made.list_events()
    made.run(made.client.get_async_event_status(invoke_request_id="x"))
    other = stage(result(), throttle=throttle, credentials=Credentials("other", "key"), clock=made.clock)
    other.list_events()
    assert made.clock.sleeps == []
    made.with_options(region="ap-beijing").list_events()
    assert made.clock.sleeps == [pytest.approx(1.01)]


def test_wait_beyond_the_deadline(stage: Make) -> None:
    """The call fails at once with the length of the wait; it releases its slot and sends nothing."""
    made = stage(result(), throttle=Throttle(limits={"ListAsyncEvents": 1}))
    made.list_events()
    for _ in range(2):
        with pytest.raises(DeadlineExceeded, match=r"wait 1\.01 s for its rate limit") as caught:
            made.with_options(deadline=1).list_events()
        assert (caught.value.wait, caught.value.maybe_executed, caught.value.retryable) == (pytest.approx(1.01), False, True)
    assert len(made.network.requests) == 1
    assert made.list_events().meta.throttle_wait == pytest.approx(1.01)


def test_share_of_the_limit(stage: Make) -> None:
    """With `share=0.5`, ten calls fit in a window."""
    made = stage(result(), throttle=Throttle(share=0.5))
    for _ in range(11):
        made.list_events()
    assert max(made.clock.sleeps) > 0.9


def test_throttle_none_never_waits(stage: Make) -> None:
    """`throttle=None` disables the throttle."""
    made = stage(result(), throttle=None)
    for _ in range(100):
        made.list_events()
    assert made.clock.sleeps == []


def test_retry_needs_another_slot(stage: Make) -> None:
    """The second attempt waits for the rate limit like any request."""
    made = stage(ConnectionFailed("x", sent=True), result(), throttle=Throttle(limits={"ListAsyncEvents": 1}))
    assert made.list_events().meta.throttle_wait == pytest.approx(1.01 - 0.025)


def test_unsent_attempt_releases_its_slot(stage: Make) -> None:
    """An attempt without a connection does not count."""
    made = stage(ConnectionFailed("x", sent=False), result(), throttle=Throttle(limits={"ListAsyncEvents": 1}))
    assert made.list_events().meta.throttle_wait == 0


@pytest.mark.parametrize(
    "settings",
    [{"share": 0}, {"share": 1.1}, {"window": 0.5}, {"gap": -1}, {"limits": {"A": 0}}, {"processes": 0}, {"on_unavailable": "x"}],
    ids=str,
)
def test_invalid_throttle(settings: dict[str, Any]) -> None:
    """`Throttle` raises for an invalid setting."""
    with pytest.raises(RequestInvalid, match="must be"):
        Throttle(**settings)
