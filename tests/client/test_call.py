"""One call: what is sent, what comes back, and how long it may take."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials, Throttle
from tencentkit.errors import ConnectionFailed, DeadlineExceeded, RequestInvalid, TimedOut
from tencentkit.scf import AsyncClient
from tencentkit.testing import ManualClock
from tencentkit.transport import HttpRequest, HttpResponse
from tests.scripted import AsyncScript, refusal, result

Make = Callable[..., Any]


def test_the_request_is_what_the_protocol_asks_for(stage: Make) -> None:
    """POST to /, the action in a header, only the action's own parameters in the body, three headers signed."""
    made = stage(result(TotalCount=0, EventList=[]))
    made.list_events(qualifier="1", headers={"X-TC-TraceId": "t"})
    headers = made.network.headers()
    assert made.network.requests[0].url == "https://scf.tencentcloudapi.com/"
    assert made.network.body() == {"FunctionName": "helloworld", "Qualifier": "1"}
    assert headers["host"] == "scf.tencentcloudapi.com"
    assert headers["x-tc-action"] == "ListAsyncEvents"
    assert headers["x-tc-version"] == "2018-04-16"
    assert headers["x-tc-region"] == "ap-guangzhou"
    assert headers["x-tc-traceid"] == "t"
    assert headers["x-tc-timestamp"] == "1551113065"
    assert "SignedHeaders=content-type;host;x-tc-action, " in headers["authorization"]
    assert "x-tc-token" not in headers


def test_a_token_is_sent_beside_the_signature(stage: Make) -> None:
    """Temporary credentials bring their token."""
    made = stage(result(), credentials=Credentials("id", "key", token="tok"))
    made.list_events()
    assert made.network.headers()["x-tc-token"] == "tok"


def test_another_host_is_signed_as_it_is_sent(stage: Make) -> None:
    """The host in the signature is the one in the header, its port included."""
    made = stage(result(), base_url="https://scf.intl.tencentcloudapi.com:8443/")
    made.list_events()
    assert made.network.headers()["host"] == "scf.intl.tencentcloudapi.com:8443"


def test_unicode_is_sent_as_it_is(stage: Make) -> None:
    """Names in any script reach the service."""
    made = stage(result(TotalCount=0, EventList=[]))
    made.list_events(function_name="函数-é-😀")
    assert made.network.body()["FunctionName"] == "函数-é-😀"


def test_a_call_takes_its_own_region_timeout_and_deadline(stage: Make) -> None:
    """Arguments of one call stand before the client's settings."""
    made = stage(result(TotalCount=0, EventList=[]), timeout=7, deadline=50, throttle=None)
    made.list_events()
    made.list_events(region="ap-beijing", timeout=3, deadline=2)
    made.list_events(timeout=None, deadline=None)
    assert made.network.bounds == [(7, 50), (2, 2), (None, None)]
    assert made.network.headers(1)["x-tc-region"] == "ap-beijing"


def test_meta_tells_of_the_call(stage: Make) -> None:
    """`meta` holds request id, attempts, elapsed time, the wait for the limit, and headers."""
    made = stage(
        HttpResponse(200, {"date": "now"}, json.dumps({"Response": {"RequestId": "r-9"}}).encode()),
        throttle=Throttle(limits={"ListAsyncEvents": 1}),
    )
    made.list_events()
    meta = made.list_events().meta
    assert (meta.request_id, meta.attempts, dict(meta.headers)) == ("r-9", 1, {"date": "now"})
    assert meta.throttle_wait == pytest.approx(1.01)
    assert meta.elapsed == pytest.approx(1.01)


def test_a_response_survives_pickling(stage: Make) -> None:
    """A result can be sent to another process, with its meta."""
    made = stage(result(TotalCount=1, EventList=[{"InvokeRequestId": "x", "Fresh": 1}]))
    page = made.list_events()
    copy = pickle.loads(pickle.dumps(page))
    assert copy == page
    assert copy.meta == page.meta
    assert copy.event_list[0].extra == {"Fresh": 1}


def test_call_sends_an_action_that_is_not_generated(stage: Make) -> None:
    """`call` returns the plain fields with `meta`; the version can be another."""
    made = stage(result(Anything=[1]))
    answer = made.run(made.client.call("SomeNewAction", {"Wire": "names"}, version="2020-01-01"))
    assert (answer["Anything"], answer.meta.request_id) == ([1], "r-1")
    assert made.network.headers()["x-tc-action"] == "SomeNewAction"
    assert made.network.headers()["x-tc-version"] == "2020-01-01"
    assert made.network.body() == {"Wire": "names"}


def test_call_knows_the_limit_of_a_generated_action(stage: Make) -> None:
    """An action of the tables is throttled and retried by its row, also when it is called by name."""
    made = stage(result())
    for _ in range(21):
        made.run(made.client.call("ListAsyncEvents", {"FunctionName": "f"}))
    assert made.clock.monotonic() == pytest.approx(1000 + 1.01, abs=0.02)


class TestThrottle:
    """The limit of twenty a second, which the pages publish."""

    def test_the_published_limit_is_kept(self, stage: Make) -> None:
        """A hundred calls in a row take five windows."""
        made = stage(result(TotalCount=0, EventList=[]))
        arrivals: list[float] = []
        made.network.answers = [lambda _: arrivals.append(made.clock.monotonic()) or result(TotalCount=0, EventList=[])]
        for _ in range(100):
            made.list_events()
        assert max(sum(1 for other in arrivals if at <= other < at + 1) for at in arrivals) == 20

    def test_actions_hosts_and_accounts_have_buckets_of_their_own(self, stage: Make) -> None:
        """Neither another action nor another account waits for this one's limit; another region header does."""
        throttle = Throttle(limits={"ListAsyncEvents": 1, "GetAsyncEventStatus": 1})
        made = stage(result(Result={}), throttle=throttle)
        made.list_events()
        made.run(made.client.get_async_event_status(invoke_request_id="x"))
        other = stage(result(), throttle=throttle, credentials=Credentials("other", "key"), clock=made.clock)
        other.list_events()
        assert made.clock.sleeps == []
        made.list_events(region="ap-beijing")
        assert made.clock.sleeps == [pytest.approx(1.01)]

    def test_a_wait_that_would_outlast_the_deadline_is_refused_at_once(self, stage: Make) -> None:
        """The error says how long the wait would be; the slot is given back; nothing was sent."""
        made = stage(result(), throttle=Throttle(limits={"ListAsyncEvents": 1}))
        made.list_events()
        for _ in range(2):
            with pytest.raises(DeadlineExceeded, match=r"wait 1\.01 s for its rate limit") as caught:
                made.list_events(deadline=1)
            assert (caught.value.wait, caught.value.sent, caught.value.retry_safe) == (pytest.approx(1.01), False, True)
        assert len(made.network.requests) == 1
        assert made.list_events().meta.throttle_wait == pytest.approx(1.01)

    def test_share_takes_a_part_of_the_limit(self, stage: Make) -> None:
        """With half the share, ten go in a window."""
        made = stage(result(), throttle=Throttle(share=0.5))
        for _ in range(11):
            made.list_events()
        assert max(made.clock.sleeps) > 0.9

    def test_throttle_none_never_waits(self, stage: Make) -> None:
        """`throttle=None` turns it off."""
        made = stage(result(), throttle=None)
        for _ in range(100):
            made.list_events()
        assert made.clock.sleeps == []

    def test_a_retry_takes_a_slot_of_its_own(self, stage: Make) -> None:
        """The second attempt waits for the limit like any request."""
        made = stage(ConnectionFailed("x", sent=True), result(), throttle=Throttle(limits={"ListAsyncEvents": 1}))
        assert made.list_events().meta.throttle_wait == pytest.approx(1.01 - 0.025)

    def test_what_was_never_sent_does_not_count(self, stage: Make) -> None:
        """An attempt that found no connection leaves its slot to the next."""
        made = stage(ConnectionFailed("x", sent=False), result(), throttle=Throttle(limits={"ListAsyncEvents": 1}))
        assert made.list_events().meta.throttle_wait == 0

    @pytest.mark.parametrize(
        "settings",
        [{"share": 0}, {"share": 1.1}, {"window": 0.5}, {"gap": -1}, {"limits": {"A": 0}}, {"processes": 0}, {"on_unavailable": "x"}],
        ids=str,
    )
    def test_a_throttle_out_of_range_is_refused(self, settings: dict[str, Any]) -> None:
        """A throttle that makes no sense cannot be made."""
        with pytest.raises(RequestInvalid, match="must be"):
            Throttle(**settings)


class TestDeadline:
    """One number over waits, attempts and answers."""

    def slow(self, clock: ManualClock, seconds: float) -> Callable[[HttpRequest], HttpResponse]:
        def answer(_: HttpRequest) -> HttpResponse:
            clock.advance(seconds)
            raise TimedOut("slow", sent=True)

        return answer

    def test_it_covers_all_attempts_and_says_where_the_time_went(self, stage: Make) -> None:
        """Two slow attempts and a wait use it up; the error tells network and retry time."""
        clock = ManualClock()
        made = stage(self.slow(clock, 4), self.slow(clock, 2), deadline=6.025, clock=clock)
        with pytest.raises(DeadlineExceeded) as caught:
            made.list_events()
        error = caught.value
        assert error.spent == {"credentials": 0.0, "throttle": 0.0, "network": pytest.approx(6), "retry": pytest.approx(0.025)}
        assert (error.attempts, error.deadline, error.retry_safe) == (2, 6.025, True)
        assert isinstance(error.__cause__, TimedOut)
        assert made.network.bounds[1] == (pytest.approx(2), pytest.approx(2))

    def test_a_write_that_may_have_run_says_so(self, stage: Make) -> None:
        """After a write went out, the deadline's error is not safe to retry."""
        clock = ManualClock()
        with pytest.raises(DeadlineExceeded) as caught:
            stage(self.slow(clock, 5), deadline=5, clock=clock).write()
        assert (caught.value.sent, caught.value.retry_safe) == (True, False)

    def test_an_error_survives_pickling(self, stage: Make) -> None:
        """The error reaches another process with all that it says."""
        clock = ManualClock()
        with pytest.raises(DeadlineExceeded) as caught:
            stage(self.slow(clock, 5), deadline=5, clock=clock).write()
        arrived = pickle.loads(pickle.dumps(caught.value))
        assert (str(arrived), vars(arrived)) == (str(caught.value), vars(caught.value))


def test_a_deprecation_notice_warns_and_nothing_else(stage: Make) -> None:
    """`DeprecatedWarning` in the envelope becomes a DeprecationWarning; the application's filters stay as they are."""
    filters = list(warnings.filters)
    made = stage(result(DeprecatedWarning="use another"))
    with pytest.warns(DeprecationWarning, match="ListAsyncEvents: use another"):
        made.list_events()
    assert list(warnings.filters) == filters


def test_a_deprecation_notice_points_at_the_users_line(stage: Make) -> None:
    """Of a method's call, of `call`, of a step of a listing and of a wait: at the line outside of tencentkit, however deep it is met."""
    fields = {"DeprecatedWarning": "use another", "TotalCount": 0, "EventList": [], "Result": {"Status": "FINISHED"}}
    made = stage(result(**fields))

    def use(how: str) -> None:
        client = made.client
        if how == "method":
            made.run(client.list_async_events(function_name="f"))
        elif how == "call":
            made.run(client.call("ListAsyncEvents", {"FunctionName": "f"}))
        elif how == "listing":
            made.listed(client.paginate(client.list_async_events, function_name="f"))
        else:
            made.run(client.wait_until_async_event_finished(invoke_request_id="e", timeout=5))

    for how in ("method", "call", "listing", "wait"):
        with pytest.warns(DeprecationWarning, match="use another") as seen:
            use(how)
        # An event loop that runs our coroutine itself stands between: then its line is the nearest.
        assert {Path(each.filename).name for each in seen} <= {"test_call.py", "conftest.py", "events.py"}
        assert not [each for each in seen if "tencentkit" in Path(each.filename).parent.name]


async def test_an_await_is_the_users_line() -> None:
    """Within a coroutine of the user's, the line of the `await`."""
    client = AsyncClient(
        region="ap-guangzhou", credentials=Credentials("i", "k"), transport=AsyncScript([result(DeprecatedWarning="old")]), throttle=None
    )
    with pytest.warns(DeprecationWarning, match="old") as seen:
        await client.list_async_events(function_name="f")
    assert [Path(each.filename).name for each in seen] == ["test_call.py"]


def test_a_copy_of_a_plain_response_has_its_facts(stage: Make) -> None:
    """`copy()` keeps `meta`, as pickling does."""
    made = stage(result(A=1))
    answer = made.run(made.client.call("ListAsyncEvents", {"FunctionName": "f"}))
    for other in (answer.copy(), copy.copy(answer), pickle.loads(pickle.dumps(answer))):
        assert (other, other.meta.request_id) == ({"RequestId": "r-1", "A": 1}, "r-1")


def test_logs_hold_no_secret(stage: Make, caplog: pytest.LogCaptureFixture) -> None:
    """At DEBUG each attempt leaves one line with action, code and request id; no key, token or signature."""
    caplog.set_level(logging.DEBUG)
    credentials = Credentials("AKIDcanary0000000001", "key-canary", token="token-canary")
    made = stage(refusal("RequestLimitExceeded", "who is AKIDcanary0000000001"), result(), credentials=credentials)
    made.list_events()
    records = [record for record in caplog.records if record.name == "tencentkit"]
    text = caplog.text + repr([vars(record) for record in records])
    assert len(records) == 2
    assert "RequestLimitExceeded" in text
    assert not [secret for secret in ("canary", "Signature=", "TC3-HMAC") if secret in text]


def test_reprs_and_errors_hold_no_secret(stage: Make) -> None:
    """Nothing that can be printed of a client, its errors and what they hold shows a key."""
    credentials = Credentials("AKIDcanary0000000001", "key-canary", token="token-canary")
    made = stage(refusal("AuthFailure.SecretIdNotFound", "AKIDcanary0000000001 / key-canary"), credentials=credentials)
    with pytest.raises(Exception, match="SecretIdNotFound") as caught:
        made.list_events()
    shown = [repr(made.client), repr(credentials), repr(made.client._settings), repr(made.network.requests)]
    shown += [str(caught.value), repr(caught.value), repr(vars(caught.value)), pickle.dumps(caught.value).decode("latin-1")]
    for entry in caught.traceback:
        if "tencentkit" in str(entry.path):
            shown += [repr(value) for value in entry.locals.values()]
    assert not [text for text in shown if "key-canary" in text or "token-canary" in text]


def test_users_interrupts_pass_and_give_the_slot_back(kind: Any) -> None:
    """KeyboardInterrupt in the wait for the limit reaches the caller, and the next call gets that slot."""
    from tests.scripted import AsyncScript, SyncScript

    class Interrupting(ManualClock):
        armed = False

        def sleep(self, seconds: float) -> None:
            if self.armed:
                raise KeyboardInterrupt
            super().sleep(seconds)

        async def sleep_async(self, seconds: float) -> None:
            self.sleep(seconds)

    clock = Interrupting()
    network = kind.pick(SyncScript, AsyncScript)([result()])
    client = kind.client(transport=network, clock=clock, throttle=Throttle(limits={"ListAsyncEvents": 1}))

    async def interrupted() -> None:
        with pytest.raises(KeyboardInterrupt):
            await client.list_async_events(function_name="f")

    kind.run(client.list_async_events(function_name="f"))
    clock.armed = True
    if kind.is_async:
        kind.run(interrupted())
    else:
        with pytest.raises(KeyboardInterrupt):
            client.list_async_events(function_name="f")
    clock.armed = False
    assert kind.run(client.list_async_events(function_name="f")).meta.throttle_wait == pytest.approx(1.01)
