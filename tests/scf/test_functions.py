"""Invocation of functions by both clients."""

from __future__ import annotations

import asyncio
import json
import pickle
from typing import Any

import pytest

from tencentkit import Credentials, errors
from tencentkit.errors import ConnectionFailed, RequestInvalid, ResponseMalformed
from tencentkit.scf import AsyncClient, Client, FunctionError, FunctionRun
from tencentkit.testing import ManualClock
from tencentkit_api.unset import UNSET
from tests.conftest import Kind
from tests.scripted import AsyncScript, SyncScript, result

ENDED = {
    "Log": "START\nEND\n", "RetMsg": '{"width": 320}', "ErrMsg": "", "MemUsage": 33554432, "Duration": 12.5, "BillDuration": 13,
    "FunctionRequestId": "2f8f2f3c", "InvokeResult": 0,
}  # fmt: skip


def client(*responses: Any) -> tuple[Client, SyncScript]:
    script = SyncScript(responses)
    return Client(region="ap-guangzhou", credentials=Credentials("id", "key"), transport=script, throttle=None, retry=None), script


def test_run_result_fields() -> None:
    """Text, JSON, log, times in seconds and memory come from the result of the invocation."""
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
def test_payload_serialization(payload: Any, text: str) -> None:
    """Bytes are sent unchanged, any other value as JSON."""
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
        ({1, 2}, "payload: is set, which JSON cannot represent"),
        ({"a": [0, {"b": object()}]}, r"payload\.a\[1\].b: is object"),
        ({"a": float("inf")}, r"payload\.a: is NaN or infinite"),
    ],
)
def test_invalid_payload_path_and_type(payload: Any, says: str) -> None:
    """The error names the path and type of the value, also deep inside."""
    scf, _ = client(result(Result=ENDED))
    with pytest.raises(RequestInvalid, match=says):
        scf.run_function(function_name="f", payload=payload)


@pytest.mark.parametrize("payload", [b"\xff", {1j: 2}, object(), float("nan"), _circle()])
def test_unserializable_payload_is_not_sent(payload: Any) -> None:
    """A payload that is not serializable as JSON raises RequestInvalid."""
    scf, script = client(result(Result=ENDED))
    with pytest.raises(RequestInvalid, match="payload"):
        scf.run_function(function_name="f", payload=payload)
    assert script.requests == []


@pytest.mark.parametrize("fields", [{"ErrMsg": "no such picture"}, {"InvokeResult": 430}, {"ErrMsg": None, "InvokeResult": -1}])
def test_failed_function_raises(fields: dict[str, Any]) -> None:
    """FunctionError has the outcome, survives pickling and is not safe to retry."""
    scf, _ = client(result(Result={**ENDED, **fields}))
    with pytest.raises(FunctionError) as caught:
        scf.run_function(function_name="f")
    error = pickle.loads(pickle.dumps(caught.value))
    assert error.run.log == "START\nEND\n"
    assert (error.retryable, error.maybe_executed, error.attempts) == (False, True, 1)
    assert fields.get("ErrMsg") in {error.message, None}
    rebuilt = FunctionError(*error.args)
    assert (str(rebuilt), rebuilt.run, rebuilt.to_dict()) == (str(error), error.run, error.to_dict())
    assert "START" not in str(error.to_dict())


def test_text_result() -> None:
    """A function may return any text; only json() fails on it."""
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
def test_run_timeouts(kind: Kind, given: dict[str, Any], bounds: tuple[float, float], connect: float | None) -> None:
    """The deadline bounds a run and the client's timeout its connecting; a timeout of the call bounds each read, too."""
    script = kind.pick(SyncScript, AsyncScript)([result(Result=ENDED)])
    scf = kind.client(transport=script, clock=ManualClock(), throttle=None, deadline=30)
    kind.run(scf.with_options(**given).run_function(function_name="f"))
    assert script.bounds == [bounds]
    assert script.requests[0].connect == connect


def test_start_returns_request_id() -> None:
    """start_function sends InvocationType Event and returns the ID for wait_until_async_event_finished."""
    scf, script = client(result(Result={"FunctionRequestId": "2f8f2f3c"}))
    assert scf.start_function(function_name="f", payload=[1], qualifier="3", namespace="n") == "2f8f2f3c"
    assert script.body() == {
        "FunctionName": "f", "InvocationType": "Event", "ClientContext": "[1]", "Qualifier": "3", "Namespace": "n",
    }  # fmt: skip


@pytest.mark.parametrize("fields", [{}, {"Result": None}, {"Result": {}}])
def test_start_response_without_request_id(fields: dict[str, Any]) -> None:
    """A response without a request ID raises ResponseMalformed."""
    scf, _ = client(result(**fields))
    with pytest.raises(ResponseMalformed):
        scf.start_function(function_name="f")


def test_start_is_not_retried() -> None:
    """Invoke is a write: a connection reset after the request was sent ends the call."""
    script = SyncScript([ConnectionFailed("reset", sent=True)])
    scf = Client(region="ap-guangzhou", credentials=Credentials("id", "key"), transport=script, throttle=None)
    with pytest.raises(ConnectionFailed) as caught:
        scf.start_function(function_name="f")
    assert len(script.requests) == 1
    assert (caught.value.retryable, caught.value.maybe_executed) == (False, True)


def test_async_client_methods() -> None:
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


def test_errors_alias() -> None:
    """`tencentkit.errors.FunctionError` is still importable at run time, and other unknown names are not."""
    assert vars(errors).get("FunctionError") is None
    assert errors.FunctionError is FunctionError  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="has no attribute 'FunctionErrors'"):
        _ = errors.FunctionErrors  # type: ignore[attr-defined]
