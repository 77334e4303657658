"""Throttle: state, events, validation of arguments, and refusals that concern more than one bucket."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Callable
from typing import Any, cast

import pytest

from tencentkit import Credentials, Throttle
from tencentkit.errors import DeadlineExceeded, RequestInvalid, RequestLimitExceeded
from tencentkit.hooks import Hook
from tencentkit.testing import ManualClock
from tencentkit.throttle import BucketKey, FileStore, RedisStore, ThrottleEvent
from tencentkit.throttle._local_limiter import BucketSlot
from tencentkit.throttle._reservation import Reservation
from tests.conftest import Kind
from tests.scripted import refusal, result

Make = Callable[..., Any]


@pytest.fixture
def stage(kind: Kind) -> Make:
    """A client on a scripted network and a manual clock."""
    from tests.conftest import Stage
    from tests.scripted import AsyncScript, SyncScript

    def make(*responses: Any, **settings: Any) -> Stage:
        clock = settings.pop("clock", None) or ManualClock()
        network = kind.pick(SyncScript, AsyncScript)(responses)
        client = kind.client(transport=network, clock=clock, rng=lambda: 0.5, **settings)
        return Stage(client, network, clock, kind.run, kind.listed)

    return make


def test_state_shows_each_bucket(stage: Make) -> None:
    """`client.throttle.state()` shows slots, waits and refusals of each bucket, and no secret id."""
    made = stage(result(), credentials=Credentials("AKIDcanary0000000001", "key"))
    for _ in range(3):
        made.list_events()
    made.run(made.client.call("NewAction"))
    first, second = made.client.throttle.state()
    assert (first.action, first.host, first.allowed, first.left, first.waiting) == ("ListAsyncEvents", "scf.tencentcloudapi.com", 20, 17, 0)
    assert (first.waits, first.refusals, first.paused) == (2, 0, 0)
    assert first.waited == pytest.approx(0.02)
    assert (second.action, second.allowed, second.left) == ("NewAction", None, None)
    assert "canary" not in repr(made.client.throttle.state())


def test_refusal_lowers_the_limit(stage: Make) -> None:
    """After a refusal the bucket pauses and allows fewer requests, an event reports it, and the retry waits."""
    events: list[ThrottleEvent] = []
    made = stage(refusal("RequestLimitExceeded"), result(), throttle=Throttle(on_event=events.append))
    made.list_events()
    state = made.client.throttle.state()[0]
    assert (state.refusals, state.allowed) == (1, 10)
    assert [(event.kind, event.action, event.reason) for event in events] == [
        ("refusal", "ListAsyncEvents", "RequestLimitExceeded"),
        ("wait", "ListAsyncEvents", ""),
    ]
    assert made.clock.monotonic() == pytest.approx(1001.125)


@pytest.mark.parametrize(
    ("code", "same_account", "other_account"),
    [
        ("RequestLimitExceeded", False, False),
        ("RequestLimitExceeded.UinLimitExceeded", True, False),
        ("RequestLimitExceeded.GlobalRegionUinLimitExceeded", True, False),
        ("RequestLimitExceeded.IPLimitExceeded", True, True),
    ],
)
def test_refusal_code_selects_paused_buckets(stage: Make, code: str, same_account: bool, other_account: bool) -> None:
    """One bucket; all buckets of the account, also later ones; or all buckets of the throttle."""
    throttle, clock = Throttle(), ManualClock()
    other = stage(result(), throttle=throttle, clock=clock, credentials=Credentials("other", "key"))
    other.list_events()
    made = stage(refusal(code), result(), throttle=throttle, clock=clock, retry=None)
    with pytest.raises(RequestLimitExceeded):
        made.list_events()
    for target, paused in ((made, same_account), (other, other_account)):
        client = target.client.with_options(deadline=1)
        if paused:
            with pytest.raises(DeadlineExceeded, match="rate limit"):
                target.run(client.get_async_event_status(invoke_request_id="x"))
        else:
            target.run(client.get_async_event_status(invoke_request_id="x"))


def test_unused_buckets_are_dropped() -> None:
    """A thousand accounts leave no bucket ten minutes later; one that a call still uses comes back with its requests."""
    throttle, clock = Throttle(), ManualClock()
    first = Reservation(throttle, BucketKey("first", "host", "Action"), 1, clock)
    for number in range(1000):
        done = Reservation(throttle, BucketKey(f"account {number}", "host", "Action"), 20, clock)
        assert done.acquire(lambda: None) == 0
        done.mark_completed()
    clock.advance(700)
    assert Reservation(throttle, BucketKey("other", "host", "Action"), 20, clock).acquire(lambda: None) == 0
    assert [state.account for state in throttle.state()] == ["other"]
    assert first.acquire(lambda: None) == 0
    assert cast("float", Reservation(throttle, BucketKey("first", "host", "Action"), 1, clock).acquire(lambda: None)) > 0


def test_failing_callback_fails_no_call(stage: Make, caplog: pytest.LogCaptureFixture) -> None:
    """Its exception is logged."""

    def broken(_: ThrottleEvent) -> None:
        raise RuntimeError("observer")

    made = stage(result(), throttle=Throttle(on_event=broken))
    made.list_events()
    made.list_events()
    assert "Throttle(on_event=…) raised" in caplog.text


def test_hooks_get_events_of_the_throttle(stage: Make, caplog: pytest.LogCaptureFixture) -> None:
    """Each hook once, however many clients have it; one that fails fails no call."""
    seen: list[ThrottleEvent] = []

    class Recorder(Hook):
        def on_throttle_event(self, event: ThrottleEvent) -> None:
            seen.append(event)
            raise RuntimeError("canary")

    throttle, hook = Throttle(), Recorder()
    stage(throttle=throttle, hooks=[hook])
    made = stage(refusal("RequestLimitExceeded"), result(), throttle=throttle, hooks=[hook, Hook()])
    made.list_events()
    assert [(event.kind, event.action) for event in seen] == [("refusal", "ListAsyncEvents"), ("wait", "ListAsyncEvents")]
    assert "Recorder failed in on_throttle_event with RuntimeError" in caplog.text
    assert "canary" not in caplog.text


def test_throttle_keeps_no_hook_alive() -> None:
    """A throttle may outlive thousands of clients and their hooks."""

    class Recorder(Hook):
        def on_throttle_event(self, event: ThrottleEvent) -> None:
            """Do nothing."""

    throttle, hook = Throttle(), Recorder()
    throttle.add_hooks([hook])
    reference = weakref.ref(hook)
    del hook
    gc.collect()
    assert reference() is None
    throttle.notify(ThrottleEvent("wait"))


def test_ended_pauses_are_forgotten(stage: Make) -> None:
    """Refusals of a thousand accounts leave no memory once their pauses have ended."""
    throttle, clock = Throttle(), ManualClock()
    for number in range(20):
        made = stage(
            refusal("RequestLimitExceeded.UinLimitExceeded"), throttle=throttle, clock=clock, retry=None,
            credentials=Credentials(f"id-{number}", "key"),
        )  # fmt: skip
        with pytest.raises(RequestLimitExceeded):
            made.list_events()
        clock.advance(2)
    assert len(throttle._pauses) == 1


def test_fork_without_hooks_forgets_waiters() -> None:
    """A child of uWSGI does not line up behind the parent's waiting calls."""
    throttle, clock, key = Throttle(), ManualClock(), BucketKey("a", "h", "A")
    for _ in range(100):
        throttle.limiter(key, 20, clock).acquire(BucketSlot())
    throttle._process[0] -= 1  # as after a fork in C
    assert throttle.limiter(key, 20, clock).snapshot().waiting == 0


async def test_cancelled_waiters_release_their_slots() -> None:
    """A hundred tasks are cancelled while they wait, and the next caller waits one window at most."""
    from tencentkit.scf import AsyncClient
    from tests.scripted import AsyncScript

    class BlockingClock(ManualClock):
        async def sleep_async(self, _: float) -> None:
            await asyncio.Event().wait()

    clock = BlockingClock()
    script = AsyncScript([result()])
    async with AsyncClient(
        region="ap-guangzhou", credentials=Credentials("id", "key"), transport=script, clock=clock, throttle=Throttle(gap=0)
    ) as client:
        tasks = [asyncio.ensure_future(client.list_async_events(function_name="f")) for _ in range(120)]
        for _ in range(5):
            await asyncio.sleep(0)
        assert client.throttle.state()[0].waiting == 100
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        with pytest.raises(DeadlineExceeded) as caught:
            await client.with_options(deadline=0.5).list_async_events(function_name="f")
        assert caught.value.wait <= 1.05
        assert client.throttle.state()[0].waiting == 0
        assert len(script.requests) == 20


_INVALID_NUMBERS: list[Any] = [float("nan"), float("inf"), float("-inf"), -1, True, "1", None, [], 10**400]
_INVALID: list[tuple[str, Any]] = [
    *((name, value) for name in ("share", "window", "gap", "processes") for value in _INVALID_NUMBERS),
    *(("limits", {"ListAsyncEvents": value}) for value in (*_INVALID_NUMBERS, 0, 0.5, 20.0)),
    *(("share", value) for value in (0, 0.0, 1.01)),
    *(("window", value) for value in (0, 0.99)),
    *(("processes", value) for value in (0, 2.0)),
    *(("limits", value) for value in (None, 20, "20", [("A", 1)], {1: 1}, {"": 1}, {None: 1})),
    *(("priority", value) for value in ("", "low", None, 1)),
    *(("default_limit", value) for value in (*(v for v in _INVALID_NUMBERS if v is not None), 0, 0.5)),
    *(("on_unavailable", value) for value in ("", "LOCAL", None, [], True)),
    *(("account", value) for value in ("", " ", 7, b"x")),
    *(("store", value) for value in ("redis://cache", "/run/x", 7, FileStore)),
    ("on_event", "print"),
]


@pytest.mark.parametrize(("name", "value"), _INVALID, ids=[f"{name}-{value!r:.40}" for name, value in _INVALID])
def test_invalid_argument_is_named(name: str, value: Any) -> None:
    """NaN, infinite, negative, a string, zero, a bool, nothing: `RequestInvalid` from the constructor."""
    with pytest.raises(RequestInvalid) as caught:
        Throttle(**{name: value})
    assert caught.value.argument.split("[")[0] == name
    assert caught.value.rule.startswith("must ")


def test_limits_are_copied(stage: Make) -> None:
    """Later changes of the mapping have no effect."""
    limits = {"ListAsyncEvents": 3}
    made = stage(result(), throttle=Throttle(limits=limits, share=0.5))
    limits["ListAsyncEvents"] = 20
    made.list_events()
    assert made.client.throttle.state()[0].allowed == 1


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("list_functions", "did you mean ListFunctions?"),
        ("listFunctions", "did you mean ListFunctions?"),
        ("ListFunctions ", "did you mean ListFunctions?"),
        ("2Days", "such as ListFunctions"),
        ("--", "such as ListFunctions"),
    ],
)
def test_impossible_action_name_is_refused(name: str, hint: str) -> None:
    """No request would use it; for a method name, the error suggests the action."""
    with pytest.raises(RequestInvalid) as caught:
        Throttle(limits={name: 1})
    assert hint in caught.value.rule


def test_similar_action_name_warns_once(kind: Kind, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names without a similar action are valid: a throttle may serve other products and newer actions."""
    monkeypatch.setattr("tencentkit.throttle._limit_names._warned", set())
    throttle = Throttle(limits={"ListAsyncEvent": 10, "ListAsyncEvents": 10, "DescribeInstances": 1})
    for _ in range(2):
        kind.client(throttle=throttle)
    [record] = caplog.records
    assert (record.name, record.levelname) == ("tencentkit", "WARNING")
    assert "scf has no action ListAsyncEvent; did you mean ListAsyncEvents?" in record.getMessage()


def test_limits_name_products(stage: Make) -> None:
    """A limit with its product applies to that product only, and precedes one without."""
    made = stage(result(), throttle=Throttle(limits={"scf.ListAsyncEvents": 3, "ListAsyncEvents": 5, "cvm.GetAsyncEventStatus": 1}))
    made.list_events()
    made.run(made.client.get_async_event_status(invoke_request_id="x"))
    assert [state.allowed for state in made.client.throttle.state()] == [3, 20]


def test_ambiguous_limit_is_refused(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two products in use have the action: the error lists both names."""
    monkeypatch.setattr("tencentkit.throttle._limit_names._products", {"cvm": frozenset({"ListAsyncEvents"})})
    with pytest.raises(RequestInvalid, match=r"cvm\.ListAsyncEvents or scf\.ListAsyncEvents"):
        kind.client(throttle=Throttle(limits={"ListAsyncEvents": 3}))
    kind.client(throttle=Throttle(limits={"scf.ListAsyncEvents": 3}))


def test_default_limit_covers_unknown_actions(stage: Make) -> None:
    """Actions without a published limit get it; the others keep theirs."""
    made = stage(result(), throttle=Throttle(default_limit=7))
    made.list_events()
    made.run(made.client.call("NewAction"))
    assert [state.allowed for state in made.client.throttle.state()] == [20, 7]


@pytest.mark.parametrize("value", ["x", 20, True, Throttle])
def test_client_validates_its_throttle(kind: Kind, value: Any) -> None:
    """The constructor of the client raises, not its first call."""
    with pytest.raises(RequestInvalid, match="throttle: must be a Throttle"):
        kind.client(throttle=value)


@pytest.mark.parametrize(
    "url",
    ["", 7, None, "cache:6379", "http://cache", "redis://:hunter2/x@cache", "redis://cache:99999", "redis://:hunter2@cache/1?db=hunter2"],
)
def test_invalid_redis_url_hides_password(url: Any) -> None:
    """The password of an invalid URL is in neither message nor cause."""
    with pytest.raises(RequestInvalid, match="url: ") as caught:
        RedisStore(url)
    assert "hunter2" not in f"{caught.value!r} {caught.value.__cause__!r}"
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


@pytest.mark.parametrize("folder", ["", None, 7, b"x"])
def test_invalid_folder_is_refused(folder: Any) -> None:
    """The constructor of the store raises."""
    with pytest.raises(RequestInvalid, match="folder: "):
        FileStore(folder)
