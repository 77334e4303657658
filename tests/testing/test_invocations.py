from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.errors import FunctionError, TimedOut
from tencentkit.testing import FakeScf, ManualClock
from tests.conftest import Kind


@pytest.fixture
def fake() -> FakeScf:
    """A fake without a function."""
    return FakeScf(clock=ManualClock(), deploy_time=5)


def test_started_function(kind: Kind, fake: FakeScf, scf: Any) -> None:
    """An asynchronous run is an event: it is listed, waited for, and can be terminated."""
    run = kind.run
    payloads: list[Any] = []
    fake.function("hello").handler(payloads.append, takes=2)
    started = run(scf.start_function(function_name="hello", payload=[1, "ä"]))
    [event] = kind.listed(scf.paginate(scf.list_async_events, function_name="hello"))
    assert (event.invoke_request_id, event.status, event.qualifier) == (started, "RUNNING", "$LATEST")
    assert run(scf.wait_until_async_event_finished(invoke_request_id=started)).result.status == "FINISHED"
    assert payloads == [[1, "ä"]]

    fake.set_handler("hello", lambda event: event["missing"])
    failed = run(scf.start_function(function_name="hello"))
    assert run(scf.get_async_event_status(invoke_request_id=failed)).result.status == "FAILED"

    fake.set_handler("hello", lambda _: None, takes=2)
    ended = run(scf.start_function(function_name="hello"))
    run(scf.terminate_async_event(function_name="hello", invoke_request_id=ended))
    assert run(scf.get_async_event_status(invoke_request_id=ended)).result.status == "ABORTED"
    run(scf.delete_function(function_name="hello"))
    fake.add_function("hello")
    assert run(scf.list_async_events(function_name="hello")).total_count == 0  # another function of the same name


def test_handler_failures(kind: Kind, fake: FakeScf, scf: Any) -> None:
    """An exception or a result that is not JSON fails the run, not the call."""
    failures: dict[str, Callable[[Any], Any]] = {
        "KeyError: 'name'": lambda event: event["name"],
        "TypeError: Object of type set is not JSON serializable": lambda _: {1},
        "UnicodeEncodeError: invalid in UTF-8": lambda _: "\ud800",
        "SystemExit: 3": lambda _: sys.exit(3),
        "ValueError: Out of range float values are not JSON compliant": lambda _: float("nan"),
    }
    hello = fake.function("hello")
    for failure, handler in failures.items():
        hello.handler(handler)
        with pytest.raises(FunctionError) as caught:
            kind.run(scf.run_function(function_name="hello", log=True))
        assert failure.partition(":")[0] in str(caught.value)
        assert caught.value.run.text == ""
        assert failure.partition(":")[0] in caught.value.run.log
    result = kind.run(scf.invoke_function(function_name="hello")).result
    assert result.to_dict()["InvokeResult"]
    fake.expect.nothing_refused()


def test_call_times_out(kind: Kind, fake: FakeScf) -> None:
    """A function that takes longer than the timeout of the call has run anyway."""
    ran: list[Any] = []
    fake.function("hello").handler(ran.append, takes=3)
    scf = kind.client(
        transport=kind.pick(fake.transport, fake.async_transport)(), clock=fake.clock, credentials=Credentials(*fake.credentials)
    )
    with pytest.raises(TimedOut):
        kind.run(scf.with_options(timeout=1).run_function(function_name="hello"))
    assert ran == [{}]


def test_run_times_out(fake: FakeScf) -> None:
    """A run fails after the Timeout of its function."""
    fake.function("hello").handler(lambda _: "late", takes=3.5)
    with fake.client() as scf, pytest.raises(FunctionError, match="timed out after 3 seconds") as caught:
        scf.run_function(function_name="hello")
    assert caught.value.run.duration == 3
    assert sum(fake.clock.sleeps) == 3  # type: ignore[attr-defined]


def test_nested_call(fake: FakeScf) -> None:
    """A handler may use a client of the same fake."""
    with fake.client() as scf:
        fake.function("inner").handler(lambda event: event * 2)
        fake.function("outer").handler(lambda event: scf.run_function(function_name="inner", payload=event).json() + 1)
        assert scf.run_function(function_name="outer", payload=20).json() == 41
    assert [call.parameters and call.parameters["FunctionName"] for call in fake.calls] == ["inner", "outer"]


def test_function_deletes_itself(fake: FakeScf) -> None:
    """The run finishes, and its event can still be requested."""
    with fake.client() as scf:
        fake.function("once").handler(lambda _: scf.delete_function(function_name="once").meta.attempts)
        event = scf.start_function(function_name="once")
        assert scf.get_async_event_status(invoke_request_id=event).result.status == "FINISHED"
    assert fake.functions() == []


def test_handler_context(fake: FakeScf) -> None:
    """A handler with a second parameter gets the context; a parameter with a default only binds its value."""
    with fake.client() as scf:
        scf.create_namespace(namespace="prod")
        fake.function("hello", namespace="prod")

        def main_handler(event: Any, context: Any) -> Any:
            return [event, context]

        fake.set_handler("hello", main_handler, namespace="prod")
        run = scf.run_function(function_name="hello", namespace="prod", payload=7)
        assert run.json() == [
            7,
            {
                "request_id": run.request_id,
                "function_name": "hello",
                "function_version": "$LATEST",
                "namespace": "prod",
                "memory_limit_in_mb": 128,
                "time_limit_in_ms": 3000,
            },
        ]
        started: list[Any] = []
        fake.set_handler("hello", lambda _, context=None: started.append(context["request_id"]), namespace="prod")
        assert [scf.start_function(function_name="hello", namespace="prod")] == started
        fake.set_handler("hello", lambda _, number=5: number, namespace="prod")
        assert scf.run_function(function_name="hello", namespace="prod").json() == 5
        fake.set_handler("hello", max, namespace="prod")  # it has no signature
        assert scf.run_function(function_name="hello", namespace="prod", payload=[1, 3]).json() == 3


def test_invalid_handler(fake: FakeScf) -> None:
    """Coroutine functions and objects that cannot be called raise `TypeError`."""

    async def handler(_: Any) -> None: ...

    for wrong in (handler, {"hello": "you"}):
        with pytest.raises(TypeError, match="plain function"):
            fake.function("hello" if wrong is handler else "other").handler(wrong)  # type: ignore[arg-type]
