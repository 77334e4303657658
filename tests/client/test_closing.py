"""Closing a client, also while calls wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import Throttle
from tencentkit.errors import ConnectionFailed, RequestInvalid
from tencentkit.testing import ManualClock
from tests.scripted import refusal, result


class ActingClock(ManualClock):
    """Clock that runs an action in the middle of a wait."""

    act: Callable[[], Any] = staticmethod(lambda: None)

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        self.act()

    async def sleep_async(self, seconds: float) -> None:
        await super().sleep_async(seconds)
        await self.act()


@pytest.mark.parametrize("waits_for", ["rate limit", "retry"])
@pytest.mark.parametrize("write", [False, True])
def test_waiting_call_is_not_sent(stage: Any, waits_for: str, write: bool) -> None:
    """The call fails with a typed error: it was not sent, and a retry is safe."""
    clock = ActingClock()
    throttle = Throttle(limits={"ListAsyncEvents": 1, "TerminateAsyncEvent": 1}) if waits_for == "rate limit" else None
    made = stage(result() if throttle else refusal("RequestLimitExceeded"), clock=clock, throttle=throttle)
    call = made.write if write else made.list_events
    if throttle:
        call()
    sent = len(made.network.requests)
    clock.act = made.client.aclose if hasattr(made.client, "aclose") else made.client.close
    with pytest.raises(ConnectionFailed, match="closed during the call") as caught:
        call()
    assert len(made.network.requests) == sent + (throttle is None)
    assert (caught.value.sent, caught.value.permanent, caught.value.retryable) == (False, True, False)
    if throttle:
        assert throttle.state()[0].waiting == 0
    with pytest.raises(RequestInvalid, match="client: is closed"):
        call()


Make = Callable[..., Any]


def test_call_after_closing(stage: Make) -> None:
    """A call on a closed client fails and opens no connection."""
    made = stage(result())
    made.run(made.client.aclose() if hasattr(made.client, "aclose") else made.client.close())
    with pytest.raises(RequestInvalid, match="client: is closed"):
        made.list_events()
