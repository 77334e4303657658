"""Invocations: call the handler that the test supplied; its result or exception is the result of the run."""

from __future__ import annotations

import json
import math
from typing import Any, NamedTuple

from .. import times
from ..action_request import ActionRequest
from ..function_store import ACTIVE, LATEST, StoredFunction, StoredVersion
from ..state import ServiceState

_INVOKE_TYPE = "OTHERS"
_MAX_SYNC_PAYLOAD = 6 * 1024 * 1024
_MAX_EVENT_PAYLOAD = 128 * 1024
# Only 0, for success, is documented.
_FAILED = 430


class _HandlerRun(NamedTuple):
    """Outcome of one run."""

    text: str
    """The return value as JSON; empty after a failure."""
    failure: str
    """Reason of the failure; empty after success."""
    seconds: float


def invoke(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute Invoke."""
    kind = request.parameters.get("InvocationType", "RequestResponse")
    request.require(kind in {"RequestResponse", "Event"}, "invocation", "`InvocationType` must be RequestResponse or Event.")
    if kind == "Event":
        return _start_event(state, request)
    return _run_sync(state, request, "ClientContext", LATEST)


def invoke_function(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute InvokeFunction."""
    return _run_sync(state, request, "Event", "$DEFAULT")


def _run_sync(state: ServiceState, request: ActionRequest, payload: str, default_qualifier: str) -> dict[str, Any]:
    function, version = _runnable(state, request, default_qualifier)
    event = _payload(request, payload, _MAX_SYNC_PAYLOAD)
    run_id = state.new_id()
    run = _call_handler(state, function, version, event, run_id)
    request.takes = run.seconds
    milliseconds = run.seconds * 1000
    log = f"START RequestId: {run_id}\n{run.failure}\nEND RequestId: {run_id}\n" if request.parameters.get("LogType") == "Tail" else ""
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


def _start_event(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    function, version = _runnable(state, request, LATEST)
    event = _payload(request, "ClientContext", _MAX_EVENT_PAYLOAD)
    run_id = state.new_id()
    run = _call_handler(state, function, version, event, run_id)
    state.events.add(
        function,
        invoke_request_id=run_id,
        invoke_type=_INVOKE_TYPE,
        qualifier=version.number,
        started=request.now,
        ended=request.now + times.from_seconds(run.seconds),
        ends_as="FAILED" if run.failure else "FINISHED",
    )
    unknown = dict.fromkeys(("Log", "RetMsg", "ErrMsg", "MemUsage", "Duration", "BillDuration"))
    return {"Result": {**unknown, "FunctionRequestId": run_id, "InvokeResult": 0}}


def _runnable(state: ServiceState, request: ActionRequest, default_qualifier: str) -> tuple[StoredFunction, StoredVersion]:
    function = state.functions.requested(request)
    version = state.functions.requested_version(request, function, request.parameters.get("Qualifier", default_qualifier))
    status = version.status(request.now)
    # While the function is Updating, its previous code still runs.
    request.require(status in {ACTIVE, "Updating"}, "function status", f"The function cannot run while it is {status}.")
    return function, version


def _payload(request: ActionRequest, name: str, maximum: int) -> Any:
    """Return the parsed payload; an empty object if the request has none."""
    text: str = request.parameters.get(name, "{}")
    request.require(len(text.encode()) <= maximum, "payload", f"`{name}` is larger than {maximum} bytes.")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise request.error("payload", f"`{name}` is not JSON.") from None


def _call_handler(state: ServiceState, function: StoredFunction, version: StoredVersion, event: Any, run_id: str) -> _HandlerRun:
    handler = state.handler(function.namespace, function.name)
    context = {
        "request_id": run_id,
        "function_name": function.name,
        "function_version": version.number,
        "namespace": function.namespace,
        "memory_limit_in_mb": version.setting("MemorySize"),
        "time_limit_in_ms": version.setting("Timeout") * 1000,
    }
    try:
        text = json.dumps(handler.run(event, context), ensure_ascii=False, allow_nan=False)
        text.encode()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - every exception of a handler is a failure of its function
        return _HandlerRun("", f"{type(error).__name__}: {error}".encode(errors="backslashreplace").decode(), handler.takes)
    timeout = version.setting("Timeout")
    if handler.takes > timeout:
        return _HandlerRun("", f"The run timed out after {timeout} seconds.", timeout)
    return _HandlerRun(text, "", handler.takes)
