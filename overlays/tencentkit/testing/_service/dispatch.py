"""What the service does with one request: decisions on its state, given the time."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Mapping
from contextlib import suppress
from email.utils import formatdate
from typing import Any, NamedTuple

from tencentkit_api.scf import actions as table

from ...transport._types import HttpResponse
from .._fake.call_log import Call, CallLog
from .._fake.canned_responses import Results
from .._fake.faults import Fault, Faults
from . import times as _times
from .action_request import Asked
from .action_table import ACTIONS
from .rate_limits import Bucket, RateLimits
from .refusal import Refusal
from .request_checks import Arrival, check_common_parameters, check_form, check_host
from .schema_check import published_schemas
from .signature_check import verify
from .state import State

ROWS = {action.name: action for action in table.ACTIONS}


class Answer(NamedTuple):
    """What a shell is to do with a request."""

    response: HttpResponse | None
    """What to answer; `None`: close the connection without a word."""
    delay: float
    """Seconds to wait before."""


class _Outcome(NamedTuple):
    response: HttpResponse | None
    executed: bool
    takes: float = 0.0
    """Seconds that the action itself takes."""


class Service:
    """The state behind a fake, and the way of a request through it. Not safe for threads: `FakeScf` holds the lock.

    Args:
        secret_keys: Secret key of each secret id.
        tokens: Token of each secret id that is temporary.
        hosts: Host names that are accepted beside the service's own and loopback.
        limits: Requests a second of each action; `None` for no limit.
        request_ids: Source of request ids.
        event_ids: Source of the ids of runs.
        deploy_time: Seconds that a function is busy after a change.
        keep_calls: How many calls the log keeps; `None`: all.
    """

    def __init__(
        self,
        *,
        secret_keys: Mapping[str, str],
        tokens: Mapping[str, str],
        hosts: frozenset[str],
        limits: Mapping[str, int | None],
        request_ids: random.Random,
        event_ids: random.Random,
        deploy_time: float,
        keep_calls: int | None,
    ) -> None:
        self.state = State(lambda: new_id(event_ids), _times.from_seconds(deploy_time))
        self.faults = Faults()
        self.calls = CallLog(keep_calls)
        self._secret_keys = secret_keys
        self._tokens = tokens
        self._hosts = hosts
        self._limits = limits
        self._request_ids = request_ids
        self._rates = RateLimits()
        self._schemas = published_schemas()
        self.results = Results(self._schemas)

    def answer(self, arrival: Arrival, *, now: float, event_time: float, monotonic: float) -> Answer:
        """Answer one request, and log it.

        Args:
            arrival: The request.
            now: The server's time, in Unix seconds.
            event_time: The same for functions and events, which a test may have aged.
            monotonic: Seconds that never step, for counting.

        Raises:
            SchemaViolation: The answer would break the schemas.
        """
        request_id = new_id(self._request_ids)
        code: str | None = None
        message: str | None = None
        delay = 0.0
        try:
            account = self._admit(arrival, now)
            fault = self._arrive(account, arrival, monotonic)
            delay = self.faults.take_delay(arrival.action)
            outcome = self._outcome(arrival, fault, request_id, now, event_time)
        except Refusal as refusal:
            code, message = refusal.code, refusal.message
            error = {"Code": refusal.code, "Message": refusal.message}
            outcome = _Outcome(_envelope({"Error": error, "RequestId": request_id}, now), executed=False)
        self.calls.append(
            Call(
                action=arrival.action,
                version=arrival.header("x-tc-version"),
                region=arrival.header("x-tc-region"),
                host=arrival.host,
                parameters=_readable(arrival),
                request_id=request_id,
                code=code,
                arrived_at=now,
                executed=outcome.executed,
                message=message,
            )
        )
        return Answer(outcome.response, delay + outcome.takes)

    def _admit(self, arrival: Arrival, now: float) -> str:
        """The account that the request comes from, if the request is well formed and signed."""
        check_form(arrival)
        check_host(arrival.host, table.SERVICE, self._hosts)
        account = verify(
            method=arrival.method,
            headers=arrival.headers,
            body=arrival.body,
            service=table.SERVICE,
            now=now,
            secret_keys=self._secret_keys,
            tokens=self._tokens,
        )
        row = ROWS.get(arrival.action)
        check_common_parameters(arrival, table.VERSION, region_required=row is not None and row.region_required)
        return account

    def _arrive(self, account: str, arrival: Arrival, monotonic: float) -> Fault | None:
        """Count the request against its rate limit, and take the fault that is scripted for it."""
        bucket = Bucket(account, arrival.host, arrival.action)
        self._rates.check(bucket, self._limits.get(arrival.action), monotonic)
        fault = self.faults.take_outcome(arrival.action)
        # The service does not count what it turns away for its rate, whether by itself or by a script.
        if fault is None or fault.failure is None or not fault.failure.code.startswith("RequestLimitExceeded"):
            self._rates.count(bucket, monotonic)
        return fault

    def _outcome(self, arrival: Arrival, fault: Fault | None, request_id: str, now: float, event_time: float) -> _Outcome:
        if fault is None:
            result, takes = self._execute(arrival, request_id, event_time)
            return _Outcome(_envelope(result, now), executed=True, takes=takes)
        if fault.failure is not None:
            raise Refusal(fault.failure.code, fault.failure.message)
        if fault.reply is not None:
            headers = {**_headers(now), **fault.reply.headers}
            return _Outcome(fault.reply._replace(headers=headers), executed=False)
        executed = False
        if fault.executed:
            # Nobody hears of a refusal either.
            with suppress(Refusal):
                self._execute(arrival, request_id, event_time)
                executed = True
        return _Outcome(None, executed=executed)

    def _execute(self, arrival: Arrival, request_id: str, event_time: float) -> tuple[dict[str, Any], float]:
        """The content of the answer, and the seconds until it comes."""
        row = ROWS.get(arrival.action)
        if row is None:
            raise Refusal("InvalidAction", f"There is no action `{arrival.action}`.")
        if row.regions and arrival.header("x-tc-region") not in row.regions:
            raise Refusal("UnsupportedRegion", f"The action is not served in `{arrival.header('x-tc-region')}`.")
        parameters = arrival.parameters()
        self._schemas.check_request(row.name, parameters, row.errors)
        asked = Asked(row.name, parameters, _times.from_seconds(event_time))
        given = self.results.run(row.name, parameters)
        if given is None:
            run = ACTIONS.get(row.name)
            if run is None:
                raise Refusal("InvalidAction", f"This fake has no behaviour for `{row.name}`: say fake.on({row.name!r}, returns=…).")
            given = run(self.state, asked)
        result = {**given, "RequestId": request_id}
        self._schemas.check_response(row.name, result)
        return result, asked.takes


def new_id(source: random.Random) -> str:
    """The next id of 36 characters."""
    return str(uuid.UUID(int=source.getrandbits(128), version=4))


def _headers(now: float) -> dict[str, str]:
    return {"content-type": "application/json", "date": formatdate(now, usegmt=True)}


def _envelope(content: Mapping[str, Any], now: float) -> HttpResponse:
    return HttpResponse(200, _headers(now), json.dumps({"Response": content}, ensure_ascii=False).encode())


def _readable(arrival: Arrival) -> dict[str, Any] | None:
    """The parameters for the log, even of a request that was refused before they were looked at."""
    try:
        return arrival.parameters()
    except Refusal:
        return None
