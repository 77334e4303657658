"""Circuit breaker under load, with a real Redis or Valkey that is killed or times out."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from tencentkit.errors import ThrottleUnavailable
from tencentkit.throttle._local_limiter import BucketSlot
from tests.throttle.fleet import Fleet
from tests.throttle.redis_server import RedisServer
from tests.throttle.simulation import busiest_second

Make = Callable[..., Fleet]
pytestmark = [pytest.mark.usefixtures("patient"), pytest.mark.timeout(300)]  # thousands of requests on a busy machine


@pytest.mark.parametrize("fault", ["kill", "silence"])
def test_open_circuit_probes_once_a_second(fleet: Make, any_redis: RedisServer, fault: str, caplog: pytest.LogCaptureFixture) -> None:
    """The server is killed or frozen: each process keeps to a quarter, probes once a second and warns once; no call fails."""
    one = fleet()
    one.run(5)
    failed_at = one.clock.monotonic()
    one.fail(any_redis, fault)
    with caplog.at_level(logging.WARNING, "tencentkit"):
        one.run(20)
    for process in one.processes:
        # A store request times out after 0.1 s, and each call sends one: no call waits longer for the store.
        assert process.store.failed <= 2 + 20
        assert [event.kind for event in process.events] == ["store down"]
        assert busiest_second([at for at in process.sent if at > failed_at + 1]) <= 5
        assert len([at for at in process.sent if at > failed_at]) >= 60
    assert busiest_second(one.sent()) == 20
    assert len(caplog.messages) == 4


@pytest.mark.parametrize("fault", ["kill", "silence"])
def test_closing_the_circuit_causes_no_burst(fleet: Make, any_redis: RedisServer, fault: str) -> None:
    """The processes return one by one and never exceed the limit together; at last the remaining ones share all of it."""
    one = fleet()
    one.run(3)
    one.fail(any_redis, fault)
    one.run(7)
    one.recover(any_redis, fault)
    one.run(7)
    for process in one.processes:
        assert [event.kind for event in process.events] == ["store down", "store up"]
    one.run(7)
    assert busiest_second(one.sent()) == 20
    gone = [one.processes.pop(), one.processes.pop()]
    one.run(10)
    since = one.clock.monotonic()
    one.run(3)
    assert busiest_second([*one.sent(), *(at for process in gone for at in process.sent)]) == 20
    assert busiest_second(one.sent(since)) == 20  # two processes may now use what four shared


def test_flapping_store_is_probed_no_more(fleet: Make) -> None:
    """Up and down each second: the limit holds, no call fails, and each process sees at most one event and failure a second."""
    one = fleet()
    for _ in range(10):
        one.silence()
        one.run(1)
        one.silence(silent=False)
        one.run(1)
    assert busiest_second(one.sent()) <= 20
    for process in one.processes:
        assert process.store.failed <= 20
        assert len(process.events) <= 20
    assert len(one.sent()) >= 140  # each outage costs a pause


@pytest.mark.parametrize("fault", ["kill", "silence"])
def test_fail_mode_raises_until_store_returns(fleet: Make, any_redis: RedisServer, fault: str) -> None:
    """Each call raises `ThrottleUnavailable` while the store is unavailable, and the first call after that succeeds."""
    one = fleet(1, on_unavailable="fail")
    process = one.processes[0]
    process.act()
    sent = len(process.sent)
    one.fail(any_redis, fault)
    one.clock.advance(2)
    with pytest.raises(ThrottleUnavailable, match="rate limit store unavailable") as caught:
        one._acquire(process.limiter, BucketSlot())
    assert (caught.value.retryable, caught.value.attempts) == (True, 0)
    one.recover(any_redis, fault)
    one.clock.advance(2)
    one.run(0.2)
    assert len(process.sent) > sent
    assert process.refused == 0
