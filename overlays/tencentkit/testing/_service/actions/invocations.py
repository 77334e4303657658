"""Running functions: what the test gave as their code is called, and what it gives or raises is the result."""

from __future__ import annotations

import json
import math
from typing import Any, NamedTuple

from .. import times as _times
from ..action_request import Asked
from ..function_store import ACTIVE, LATEST, Function, Version
from ..state import State

_INVOKE_TYPE = "OTHERS"
_MOST = 6 * 1024 * 1024
_MOST_OF_AN_EVENT = 128 * 1024
# Only 0, for success, is documented.
_FAILED = 430


class _Run(NamedTuple):
    """What came of a run."""

    text: str
    """What the function returned, in JSON; empty where it failed."""
    failure: str
    """Why it failed; empty where it did not."""
    seconds: float


def invoke(state: State, asked: Asked) -> dict[str, Any]:
    """Answer Invoke."""
    kind = asked.parameters.get("InvocationType", "RequestResponse")
    asked.expect(kind in {"RequestResponse", "Event"}, "invocation", "`InvocationType` must be RequestResponse or Event.")
    if kind == "Event":
        return _start(state, asked)
    return _run(state, asked, "ClientContext", LATEST)


def invoke_function(state: State, asked: Asked) -> dict[str, Any]:
    """Answer InvokeFunction."""
    return _run(state, asked, "Event", "$DEFAULT")


def _run(state: State, asked: Asked, payload: str, usual: str) -> dict[str, Any]:
    function, version = _asked(state, asked, usual)
    event = _event(asked, payload, _MOST)
    run_id = state.new_id()
    run = _called(state, function, version, event, run_id)
    asked.takes = run.seconds
    milliseconds = run.seconds * 1000
    log = f"START RequestId: {run_id}\n{run.failure}\nEND RequestId: {run_id}\n" if asked.parameters.get("LogType") == "Tail" else ""
    return {
        "Result": {
            "Log": log,
            "RetMsg": run.text,
            "ErrMsg": run.failure,
            "MemUsage": 0,
            "Duration": milliseconds,
            "BillDuration": math.ceil(milliseconds),
            "FunctionRequestId": run_id,
            "InvokeResult": _FAILED if run.failure else 0,
        }
    }


def _start(state: State, asked: Asked) -> dict[str, Any]:
    function, version = _asked(state, asked, LATEST)
    event = _event(asked, "ClientContext", _MOST_OF_AN_EVENT)
    run_id = state.new_id()
    run = _called(state, function, version, event, run_id)
    state.executions.add(
        function,
        invoke_request_id=run_id,
        invoke_type=_INVOKE_TYPE,
        qualifier=version.number,
        started=asked.now,
        ended=asked.now + _times.from_seconds(run.seconds),
        ends_as="FAILED" if run.failure else "FINISHED",
    )
    told = dict.fromkeys(("Log", "RetMsg", "ErrMsg", "MemUsage", "Duration", "BillDuration"))
    return {"Result": {**told, "FunctionRequestId": run_id, "InvokeResult": 0}}


def _asked(state: State, asked: Asked, usual: str) -> tuple[Function, Version]:
    function = state.functions.asked(asked)
    version = state.functions.asked_version(asked, function, asked.parameters.get("Qualifier", usual))
    status = version.status(asked.now)
    # While it is Updating, the code from before runs on.
    asked.expect(status in {ACTIVE, "Updating"}, "busy", f"The function cannot run while it is {status}.")
    return function, version


def _event(asked: Asked, name: str, most: int) -> Any:
    """What the function is given; an empty object where nothing is."""
    text: str = asked.parameters.get(name, "{}")
    asked.expect(len(text.encode()) <= most, "payload", f"`{name}` is of more than {most} bytes.")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise asked.refusal("payload", f"`{name}` is no JSON.") from None


def _called(state: State, function: Function, version: Version, event: Any, run_id: str) -> _Run:
    code = state.code(function.namespace, function.name)
    context = {
        "request_id": run_id,
        "function_name": function.name,
        "function_version": version.number,
        "namespace": function.namespace,
        "memory_limit_in_mb": version.setting("MemorySize"),
        "time_limit_in_ms": version.setting("Timeout") * 1000,
    }
    try:
        text = json.dumps(code.run(event, context), ensure_ascii=False, allow_nan=False)
        text.encode()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever ends a function is its failure
        return _Run("", f"{type(error).__name__}: {error}".encode(errors="backslashreplace").decode(), code.takes)
    longest = version.setting("Timeout")
    if code.takes > longest:
        return _Run("", f"The run took more than {longest} seconds.", longest)
    return _Run(text, "", code.takes)
