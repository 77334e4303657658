from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import ApiError, ConnectionFailed, ResponseMalformed, TencentkitError, TimedOut
from tencentkit.testing import NAMED_FAULTS, FakeScf, ManualClock, SchemaViolation
from tencentkit.transport import HttpResponse

Ask = Callable[..., Any]


@pytest.fixture
def bare() -> FakeScf:
    """A fake without a function."""
    return FakeScf(clock=ManualClock())


def states(fake: FakeScf) -> dict[str, str]:
    return {event.invoke_request_id: event.status for event in fake.events()}


def test_events_are_seeded_in_words(bare: FakeScf) -> None:
    """Each word starts an event that is in that state now, and gives its id."""
    hello = bare.function("helloworld", namespace="prod", versions=("2", "1"))
    running = hello.running(ends_in=30, ago=5)
    ids = [running, hello.finished(ago=60, took=2), hello.failed(version="1"), hello.aborted(), *hello.many(3, every=10)]
    assert hello.ids == ids
    assert list(states(bare).values()) == ["RUNNING", "FINISHED", "FAILED", "ABORTED", *["FINISHED"] * 3]
    assert [event.qualifier for event in bare.events()[:3]] == ["2", "2", "1"]
    assert {event.namespace for event in bare.events()} == {"prod"}
    bare.travel(30)
    assert states(bare)[running] == "FINISHED"


def test_many_events_end_one_after_another(bare: FakeScf) -> None:
    """Oldest first, the last one `ago` seconds ago."""
    bare.function("helloworld").many(3, every=10, took=2, ago=1)
    ends = [event.end_time for event in bare.events()]
    assert ends == ["2019-02-26 00:44:04.000", "2019-02-26 00:44:14.000", "2019-02-26 00:44:24.000"]


WRONG_SEEDS: dict[str, Callable[[Any], Any]] = {
    "ended before it ran": lambda hello: hello.running(ends_in=0),
    "ends at NaN": lambda hello: hello.running(ends_in=math.nan),
    "ends at infinity": lambda hello: hello.running(ends_in=math.inf),
    "began later": lambda hello: hello.running(ago=-1),
    "ends later": lambda hello: hello.finished(ago=-1),
    "took NaN": lambda hello: hello.finished(took=math.nan),
    "no such version": lambda hello: hello.finished(version="7"),
    "none": lambda hello: hello.many(0),
    "no number": lambda hello: hello.many(count=True),
    "backwards": lambda hello: hello.many(2, every=-1),
}


@pytest.mark.parametrize("seed", WRONG_SEEDS.values(), ids=WRONG_SEEDS)
def test_what_can_never_be_is_refused_where_it_is_said(seed: Callable[[Any], Any], bare: FakeScf) -> None:
    """A seed that contradicts itself is a ValueError, and starts nothing."""
    hello = bare.function("helloworld")
    with pytest.raises(ValueError, match=r"\w"):
        seed(hello)
    assert bare.events() == []


def test_travelling_ages_events_alone(bare: FakeScf) -> None:
    """A signature stays in time, a rate stays counted, and the fake's date does not move."""
    event = bare.function("helloworld").running(ends_in=3600)
    before = bare.now()
    bare.travel(3600)
    with bare.client(throttle=None) as scf:
        assert scf.get_async_event_status(invoke_request_id=event).result.status == "FINISHED"
        bare.travel(4 * 24 * 3600)
        with pytest.raises(ApiError, match="ResourceNotFound"):
            scf.get_async_event_status(invoke_request_id=event)
    assert bare.now() == before
    for wrong in (-1, math.nan, math.inf):
        with pytest.raises(ValueError, match="time goes forward"):
            bare.travel(wrong)


def outcome(fake: FakeScf) -> TencentkitError | None:
    with fake.client(retry=None, throttle=None, timeout=5) as scf:
        try:
            scf.list_async_events(function_name="helloworld")
        except TencentkitError as error:
            return error
        return None


@pytest.mark.parametrize(
    ("name", "kind", "retry_safe"),
    [
        ("throttled", "RequestLimitExceeded", True),
        ("busy", "ResponseMalformed", True),
        ("internal error", "InternalError", True),
        ("unavailable", "ServiceUnavailable", True),
        ("bad gateway", "ResponseMalformed", True),
        ("cut off", "ResponseMalformed", True),
        ("redirect", "ResponseMalformed", True),
        ("dropped", "ConnectionFailed", True),
        ("dropped after it ran", "ConnectionFailed", True),
        ("hangs", "TimedOut", True),
        ("token refused", "AuthFailure", True),
        ("not permitted", "UnauthorizedOperation", True),
        ("not found", "ResourceNotFound", True),
    ],
)
def test_a_fault_by_its_name(name: str, kind: str, retry_safe: bool, fake: FakeScf) -> None:
    """Each name gives the error that a caller then meets, once."""
    fake.break_next(name, "ListAsyncEvents")
    error = outcome(fake)
    assert type(error).__name__ == kind
    assert error is not None
    assert error.retry_safe is retry_safe
    assert outcome(fake) is None


def test_every_named_fault_was_tried() -> None:
    """The parameters above are all the names that there are."""
    tried = {mark.args[1][row][0] for mark in test_a_fault_by_its_name.pytestmark for row in range(len(mark.args[1]))}  # type: ignore[attr-defined]
    assert tried == set(NAMED_FAULTS)


def test_an_unknown_name_says_which_there_are(fake: FakeScf) -> None:
    """A misspelt fault is found where it is written."""
    with pytest.raises(ValueError, match="no fault is named 'throtled'; there are: throttled"):
        fake.break_next("throtled")


def test_an_action_without_behaviour_answers_what_it_is_told(bare: FakeScf) -> None:
    """`on` answers any action of the table, by either of its names, from a mapping or from the request."""
    bare.on("get_async_event_status", returns={"Result": {"Status": "ABORTED", "StatusCode": 1, "InvokeRequestId": "x"}})
    bare.on("ListAsyncEvents", returns=lambda asked: {"TotalCount": asked["Limit"], "EventList": []})
    with bare.client() as scf:
        assert scf.get_async_event_status(invoke_request_id="x").result.status == "ABORTED"
        assert scf.list_async_events(function_name="any", limit=7).total_count == 7


def test_an_answer_that_the_page_does_not_allow_is_refused(bare: FakeScf) -> None:
    """A fake that answers what the service cannot would prove nothing."""
    with pytest.raises(SchemaViolation, match="Result"):
        bare.on("GetAsyncEventStatus", returns={"Status": "RUNNING"})
    with pytest.raises(ValueError, match="there is no action 'Nothing'"):
        bare.on("Nothing", returns={})
    bare.on("GetAsyncEventStatus", returns=lambda _: {"Result": None})
    with bare.client() as scf, pytest.raises(SchemaViolation):
        scf.get_async_event_status(invoke_request_id="x")


def test_requests_stay_checked_where_the_answer_is_given(bare: FakeScf, sign: Any, read: Any) -> None:
    """What the page does not take is refused all the same."""
    bare.on("ListAsyncEvents", returns={"TotalCount": 0, "EventList": []})
    signed = sign("ListAsyncEvents", {"FunctionName": 7})
    assert read(bare.handle("POST", signed.headers, signed.body)) == "InvalidParameter"


def test_expectations_say_what_came_instead(fake: FakeScf, ask: Ask) -> None:
    """A failed assertion lists the calls; a right one gives those that fit."""
    ask()
    ask("GetAsyncEventStatus", {"InvokeRequestId": "x"})
    [call] = fake.expect.called("ListAsyncEvents", times=1)
    assert call.parameters == {"FunctionName": "helloworld"}
    fake.expect.limits_kept()
    with pytest.raises(AssertionError, match=r"(?s)1 calls were refused; the calls were:.*ResourceNotFound.AsyncEvent"):
        fake.expect.nothing_refused()
    with pytest.raises(AssertionError, match="was to come 2 times and came 1 times"):
        fake.expect.called("list_async_events", times=2)
    with pytest.raises(AssertionError, match="was to come 0 times and came 1 times"):
        fake.expect.not_called("list_async_events", function_name="helloworld")
    with pytest.raises(ValueError, match="there is no action 'lists'"):
        fake.expect.called("lists")


def test_a_mistyped_parameter_never_passes(fake: FakeScf, ask: Ask) -> None:
    """A name that the action does not take is refused with the nearest one, so that `not_called` cannot pass by a typo."""
    ask()
    with pytest.raises(ValueError, match=r"^ListAsyncEvents takes no 'function_nam'; did you mean function_name\?$"):
        fake.expect.not_called("list_async_events", function_nam="helloworld")
    with pytest.raises(ValueError, match="takes no 'xyz'; it takes function_name, "):
        fake.expect.called("ListAsyncEvents", xyz=1)
    fake.expect.called("ListAsyncEvents", FunctionName="helloworld")


SCRIPTS: dict[str, Callable[[FakeScf, str], None]] = {
    "by name": lambda fake, action: fake.break_next("throttled", action),
    "by code": lambda fake, action: fake.fail_next(action, code="InternalError"),
    "dropped": lambda fake, action: fake.drop_next(action),
    "late": lambda fake, action: fake.delay_next(1, action=action),
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_a_fault_is_for_an_action_by_either_name(bare: FakeScf, script: Callable[[FakeScf, str], None]) -> None:
    """The client's method and the wire name are one action, and what is neither is refused where it is scripted."""
    script(bare, "list_async_events")
    script(bare, "ListAsyncEvents")
    assert [fault.action for fault in bare.pending_faults] == ["ListAsyncEvents"] * 2
    with pytest.raises(ValueError, match=r"there is no action 'ListAsyncEvent'; did you mean ListAsyncEvents\?"):
        script(bare, "ListAsyncEvent")
    assert len(bare.pending_faults) == 2


def test_a_reply_may_be_for_an_action_that_nobody_knows(bare: FakeScf) -> None:
    """It stays as it is named; a known one has both names."""
    bare.reply_next("SomeNewAction", body=b"{}")
    bare.reply_next("list_async_events", body=b"{}")
    assert [fault.action for fault in bare.pending_faults] == ["SomeNewAction", "ListAsyncEvents"]


def test_a_long_log_is_cut_in_messages(fake: FakeScf, ask: Ask) -> None:
    """The last calls are shown, and how many there were before."""
    for _ in range(20):
        ask()
    fake.expect.called("ListAsyncEvents", times=20)
    with pytest.raises(AssertionError, match="no call came"):
        FakeScf().expect.called("ListAsyncEvents")
    ask("GetAsyncEventStatus", {"InvokeRequestId": "y" * 500})
    with pytest.raises(AssertionError, match=r"… 1 before") as caught:
        fake.expect.nothing_refused()
    assert "y" * 200 not in str(caught.value)


WRONG_ARGUMENTS: dict[str, tuple[Callable[[], Any], type[Exception]]] = {
    "one host": (lambda: FakeScf(hosts="scf.example"), TypeError),
    "limit of 0": (lambda: FakeScf(rate_limits={"ListAsyncEvents": 0}), ValueError),
    "limit below": (lambda: FakeScf(rate_limits={"ListAsyncEvents": -1}), ValueError),
    "text as a body": (lambda: FakeScf().reply_next(body="text"), TypeError),  # type: ignore[arg-type]
    "interim answer": (lambda: FakeScf().reply_next(body=b"{}", status=100), ValueError),
    "body where none can be": (lambda: FakeScf().reply_next(body=b"{}", status=204), ValueError),
    "no status": (lambda: FakeScf().reply_next(body=b"{}", status=99), ValueError),
    "times that is no number": (lambda: FakeScf().fail_next(code="InternalError", times=True), ValueError),
    "delay without an end": (lambda: FakeScf().delay_next(math.inf), ValueError),
}


@pytest.mark.parametrize(("wrong", "error"), WRONG_ARGUMENTS.values(), ids=WRONG_ARGUMENTS)
def test_an_argument_that_can_never_be_right_is_refused(wrong: Callable[[], Any], error: type[Exception]) -> None:
    """The fake refuses in the script what would only show later, or never."""
    with pytest.raises(error):
        wrong()


def test_an_event_cannot_run_for_ever_by_a_number(fake: FakeScf) -> None:
    """`None` is for an event without an end; infinity and NaN are mistakes."""
    for seconds in (math.inf, math.nan, -1):
        with pytest.raises(ValueError, match="an event cannot run for"):
            fake.start_event("helloworld", runs_for=seconds)


@pytest.mark.parametrize("shell", ["in process", "loopback"])
@pytest.mark.parametrize(
    ("status", "headers"), [(302, {"location": "https://elsewhere.example/"}), (200, {"content-encoding": "br"}), (200, {})]
)
def test_a_reply_is_judged_alike_in_process_and_on_loopback(shell: str, status: int, headers: dict[str, str]) -> None:
    """A redirect and a foreign encoding are refused by either transport with the same error; a result is the same."""
    from tencentkit.testing import serve

    clock = ManualClock()
    fake = FakeScf(clock=clock)
    fake.reply_next(body=b'{"Response": {"TotalCount": 0, "EventList": [], "RequestId": "r"}}', status=status, headers=headers)

    def ask(**settings: Any) -> str:
        with fake.client(retry=None, throttle=None, **settings) as scf:
            try:
                return str(scf.list_async_events(function_name="x").total_count)
            except ResponseMalformed as error:
                return f"{error} {error.permanent} {error.status_code}"

    if shell == "in process":
        said = ask()
    else:
        with serve(fake) as server:
            said = ask(transport=None, base_url=server.url)
    assert (
        said
        == {
            (302, True): "ListAsyncEvents in ap-guangzhou: the response is a redirect, which is never followed True 302",
            (200, True): "ListAsyncEvents in ap-guangzhou: the response has the unsupported content encoding 'br' False 200",
            (200, False): "0",
        }[status, bool(headers)]
    )


def test_a_watcher_hears_of_calls_and_seeds_until_it_stops(fake: FakeScf, ask: Ask) -> None:
    """It is told after the fact, and may ask the fake."""
    heard: list[int] = []
    stop = fake.watch(lambda: heard.append(len(fake.calls) + 10 * len(fake.events())))
    fake.start_event("helloworld")
    ask()
    stop()
    ask()
    assert heard == [10, 11]


def test_a_bounded_log_forgets_the_oldest_and_counts_all(sign: Any) -> None:
    """So that a fake can be served for days."""
    fake = FakeScf(clock=sign.clock, keep_calls=2, rate_limits={"ListAsyncEvents": None})
    for _ in range(5):
        signed = sign()
        answer = fake.handle("POST", signed.headers, signed.body)
        assert isinstance(answer, HttpResponse)
    assert len(fake.calls) == 2
    assert fake.calls_since(4) == (fake.calls[1:], 5)
    assert fake.calls_since(0) == (fake.calls, 5)
    assert fake.calls_since(5) == ([], 5)


def test_faults_tell_what_they_do(fake: FakeScf) -> None:
    """A pending fault can be read by people."""
    fake.delay_next(2)
    fake.drop_next()
    fake.drop_next(executed=True)
    fake.reply_next(body=b"", status=502)
    kinds = [fault.kind for fault in fake.pending_faults]
    assert kinds == ["connection dropped", "connection dropped after the action ran", "reply with HTTP 502", "2 s of delay"]


def test_the_named_errors_are_the_clients_own(fake: FakeScf) -> None:
    """A hang is bounded by the client's timeout, and a drop says that it was sent."""
    fake.break_next("hangs")
    assert isinstance(outcome(fake), TimedOut)
    fake.break_next("dropped")
    error = outcome(fake)
    assert isinstance(error, ConnectionFailed)
    assert error.sent
