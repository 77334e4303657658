"""Functions are run with a value and give a value, or the error that they ended with."""

from __future__ import annotations

import asyncio
import json
import pickle
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.errors import ConnectionFailed, FunctionError, RequestInvalid, ResponseMalformed
from tencentkit.scf import AsyncClient, Client, FunctionRun
from tencentkit.testing import ManualClock
from tencentkit_api.unset import UNSET
from tests.client.scripted import AsyncScript, SyncScript, result
from tests.conftest import Kind

ENDED = {
    "Log": "START\nEND\n", "RetMsg": '{"width": 320}', "ErrMsg": "", "MemUsage": 33554432, "Duration": 12.5, "BillDuration": 13,
    "FunctionRequestId": "2f8f2f3c", "InvokeResult": 0,
}  # fmt: skip


def client(*answers: Any) -> tuple[Client, SyncScript]:
    script = SyncScript(answers)
    return Client(region="ap-guangzhou", credentials=Credentials("id", "key"), transport=script, throttle=None, retry=None), script


def test_a_run_gives_what_the_function_returned() -> None:
    """Text, JSON, log, times in seconds and memory of an invocation are read from its result."""
    scf, script = client(result(Result=ENDED))
    run = scf.run_function(function_name="f", payload={"picture": "cat.png"}, log=True)
    assert run.json() == {"width": 320}
    assert (run.text, run.bytes, run.log) == ('{"width": 320}', b'{"width": 320}', "START\nEND\n")
    assert (run.duration, run.billed, run.memory, run.request_id) == (0.0125, 0.013, 33554432, "2f8f2f3c")
    assert run.meta.request_id == "r-1"
    assert script.body() == {
        "FunctionName": "f", "InvocationType": "RequestResponse", "ClientContext": '{"picture":"cat.png"}', "LogType": "Tail",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("payload", "text"),
    [(b'{"a": 1}', '{"a": 1}'), ({"a": 1}, '{"a":1}'), ("猫", '"猫"'), (None, "null"), ([1, 2.5, True], "[1,2.5,true]"), (b"", "")],
)
def test_a_payload_is_bytes_as_they_are_or_a_value_as_json(payload: Any, text: str) -> None:
    """Bytes are sent as they are, anything else is written as JSON."""
    scf, script = client(result(Result=ENDED))
    scf.run_function(function_name="f", payload=payload)
    assert script.body()["ClientContext"] == text


def _circle() -> list[Any]:
    circle: list[Any] = []
    circle.append(circle)
    return circle


@pytest.mark.parametrize(
    ("payload", "says"),
    [
        ({1, 2}, "payload: is set, which JSON cannot carry"),
        ({"a": [0, {"b": object()}]}, r"payload\.a\[1\].b: is object"),
        ({"a": float("inf")}, r"payload\.a: is NaN or infinite"),
    ],
)
def test_a_refused_payload_is_named_by_place_and_type(payload: Any, says: str) -> None:
    """What stands in the way is found in a large value, too."""
    scf, _ = client(result(Result=ENDED))
    with pytest.raises(RequestInvalid, match=says):
        scf.run_function(function_name="f", payload=payload)


@pytest.mark.parametrize("payload", [b"\xff", {1j: 2}, object(), float("nan"), _circle()])
def test_what_json_cannot_carry_is_refused_before_it_is_sent(payload: Any) -> None:
    """A payload that is no JSON raises RequestInvalid, and nothing is sent."""
    scf, script = client(result(Result=ENDED))
    with pytest.raises(RequestInvalid, match="payload"):
        scf.run_function(function_name="f", payload=payload)
    assert script.requests == []


@pytest.mark.parametrize("fields", [{"ErrMsg": "no such picture"}, {"InvokeResult": 430}, {"ErrMsg": None, "InvokeResult": -1}])
def test_a_function_that_failed_raises_with_its_run(fields: dict[str, Any]) -> None:
    """A failed function is a FunctionError with what it returned, which survives pickling and is not safe to repeat."""
    scf, _ = client(result(Result={**ENDED, **fields}))
    with pytest.raises(FunctionError) as caught:
        scf.run_function(function_name="f")
    error = pickle.loads(pickle.dumps(caught.value))
    assert error.run.log == "START\nEND\n"
    assert (error.retry_safe, error.attempts) == (False, 1)
    assert fields.get("ErrMsg") in {error.message, None}


def test_text_that_is_no_json_is_read_as_text() -> None:
    """A function may return any text; only json() minds."""
    scf, _ = client(result(Result={**ENDED, "RetMsg": "hello"}))
    run = scf.run_function(function_name="f")
    assert run.text == "hello"
    with pytest.raises(ValueError, match="Expecting"):
        run.json()


@pytest.mark.parametrize(
    ("given", "bounds", "connect"),
    [
        ({}, (30.0, 30.0), 15.0),
        ({"timeout": UNSET, "deadline": 200}, (200.0, 200.0), 15.0),
        ({"timeout": 20}, (20.0, 30.0), None),
    ],
)
def test_a_run_is_bounded_by_its_deadline_and_connecting_by_the_client(
    kind: Kind, given: dict[str, Any], bounds: tuple[float, float], connect: float | None
) -> None:
    """The client's timeout does not break off a function that runs; a timeout of the call's own bounds each read."""
    script = kind.pick(SyncScript, AsyncScript)([result(Result=ENDED)])
    scf = kind.client(transport=script, clock=ManualClock(), throttle=None, deadline=30)
    kind.run(scf.run_function(function_name="f", **given))
    assert script.bounds == [bounds]
    assert script.requests[0].connect == connect


def test_starting_gives_the_request_id_of_the_invocation() -> None:
    """start_function sends InvocationType Event and returns what wait_until_async_event_finished takes."""
    scf, script = client(result(Result={"FunctionRequestId": "2f8f2f3c"}))
    assert scf.start_function(function_name="f", payload=[1], qualifier="3", namespace="n") == "2f8f2f3c"
    assert script.body() == {
        "FunctionName": "f", "InvocationType": "Event", "ClientContext": "[1]", "Qualifier": "3", "Namespace": "n",
    }  # fmt: skip


@pytest.mark.parametrize("fields", [{}, {"Result": None}, {"Result": {}}])
def test_an_answer_without_an_invocation_is_malformed(fields: dict[str, Any]) -> None:
    """start_function never returns an ID that nobody gave."""
    scf, _ = client(result(**fields))
    with pytest.raises(ResponseMalformed):
        scf.start_function(function_name="f")


def test_a_start_that_may_have_run_is_not_repeated() -> None:
    """Invoke is a write: a connection that breaks after the request was sent ends the call."""
    script = SyncScript([ConnectionFailed("reset", sent=True)])
    scf = Client(region="ap-guangzhou", credentials=Credentials("id", "key"), transport=script, throttle=None)
    with pytest.raises(ConnectionFailed) as caught:
        scf.start_function(function_name="f")
    assert len(script.requests) == 1
    assert not caught.value.retry_safe


def test_in_an_event_loop_it_is_the_same() -> None:
    """AsyncClient has both methods, with the same arguments."""

    async def both() -> tuple[FunctionRun, str]:
        script = AsyncScript([result(Result=ENDED)])
        async with AsyncClient(region="ap-guangzhou", credentials=Credentials("id", "key"), transport=script, throttle=None) as scf:
            run = await scf.run_function(function_name="f", payload=1, log=True)
            started = await scf.start_function(function_name="f", payload=b"1")
        assert [json.loads(request.body)["InvocationType"] for request in script.requests] == ["RequestResponse", "Event"]
        return run, started

    run, started = asyncio.run(both())
    assert (run.json(), started) == ({"width": 320}, "2f8f2f3c")
