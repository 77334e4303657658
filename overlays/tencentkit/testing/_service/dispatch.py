"""Processing of one request: authenticate, rate limit, inject faults, execute, validate and record."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Mapping
from contextlib import suppress
from email.utils import formatdate
from typing import Any, NamedTuple, Protocol

from tencentkit_api.action import Action

from ...transport._types import HttpResponse
from .._fake.call_log import CallLog, RecordedCall
from .._fake.canned_responses import CannedResponses
from .._fake.faults import Fault, FaultQueue
from .default_responses import DefaultResponses
from .emulated_product import EmulatedProduct
from .event_streams import stream_response, wants_stream
from .rate_limits import Bucket, RateLimits
from .request_checks import ReceivedRequest, check_common_parameters, check_form, check_host
from .service_error import ServiceError
from .signature_check import SKIPPED, verify


class FakeResponse(NamedTuple):
    """Response to a request, for a transport or server to send."""

    response: HttpResponse | None
    """The HTTP response; `None` closes the connection without a response."""
    delay: float
    """Seconds to wait before sending it."""


class _RequestOutcome(NamedTuple):
    response: HttpResponse | None
    executed: bool
    takes: float = 0.0
    """Seconds that the action takes."""


class StatefulActions(Protocol):
    """The actions of a product that have state."""

    def execute(self, action: str, parameters: dict[str, Any], time: float) -> tuple[dict[str, Any], float] | None:
        """Execute an action; return the content of the response without `RequestId`, and the seconds until it is sent.

        `None`: the action has no state.

        Args:
            action: Name of the action.
            parameters: Valid parameters.
            time: The time of the state, in Unix seconds.

        Raises:
            ServiceError: The response is an error.
        """
        ...


class EmulatedService:
    """The emulated service. Not thread-safe: `FakeProduct` holds the lock.

    Args:
        product: The product.
        stateful: Its actions with state.
        secret_keys: Secret key of each secret id.
        tokens: Token of each secret id that is temporary.
        hosts: Accepted host names besides the service's own and loopback.
        limits: Requests per second of each action; `None` for no limit.
        request_ids: Source of request ids.
        seed: Seed of the responses that schemas define.
        keep_calls: Maximum length of the call log; `None`: unbounded.
    """

    def __init__(
        self,
        product: EmulatedProduct,
        *,
        stateful: StatefulActions | None,
        secret_keys: Mapping[str, str],
        tokens: Mapping[str, str],
        hosts: frozenset[str],
        limits: Mapping[str, int | None],
        request_ids: random.Random,
        seed: int,
        keep_calls: int | None,
    ) -> None:
        self.faults = FaultQueue()
        self.calls = CallLog(keep_calls)
        self._product = product
        self._stateful = stateful
        self._secret_keys = secret_keys
        self._tokens = tokens
        self._hosts = hosts
        self._limits = limits
        self._request_ids = request_ids
        self._rates = RateLimits()
        self.default_responses = DefaultResponses(product, seed)
        self.canned_responses = CannedResponses(product)

    def process(self, received: ReceivedRequest, *, now: float, event_time: float, monotonic: float) -> FakeResponse:
        """Process one request and record it.

        Args:
            received: The request.
            now: The server's time, in Unix seconds.
            event_time: The time of the state, in Unix seconds; `FakeScf.travel` moves it ahead of `now`.
            monotonic: Monotonic seconds, for rate limits.

        Raises:
            SchemaViolation: The response does not match the schema.
        """
        request_id = new_id(self._request_ids)
        code: str | None = None
        message: str | None = None
        delay = 0.0
        try:
            account = self._authenticate(received, now)
            fault = self._count_and_take_fault(account, received, monotonic)
            delay = self.faults.take_delay(received.action)
            outcome = self._outcome(received, fault, request_id, now, event_time)
        except ServiceError as raised:
            code, message = raised.code, raised.message
            error = {"Code": code, "Message": message}
            outcome = _RequestOutcome(_envelope({"Error": error, "RequestId": request_id}, now), executed=False)
        self.calls.append(
            RecordedCall(
                action=received.action,
                version=received.header("x-tc-version"),
                region=received.header("x-tc-region"),
                host=received.host,
                parameters=_recorded_parameters(received),
                request_id=request_id,
                code=code,
                arrived_at=now,
                executed=outcome.executed,
                message=message,
            )
        )
        return FakeResponse(outcome.response, delay + outcome.takes)

    def _authenticate(self, received: ReceivedRequest, now: float) -> str:
        """Check form, host, signature and common parameters; return the secret id."""
        product, row = self._product, self._product.rows.get(received.action)
        check_form(received)
        check_host(received.host, product.service, self._hosts | {product.host})
        if row is not None and row.skip_sign and received.header("authorization") == SKIPPED:
            account = SKIPPED
        else:
            account = verify(
                method=received.method,
                headers=received.headers,
                body=received.body,
                service=product.service,
                now=now,
                secret_keys=self._secret_keys,
                tokens=self._tokens,
            )
        check_common_parameters(received, product.version, region_required=row is not None and row.region_required)
        return account

    def _count_and_take_fault(self, account: str, received: ReceivedRequest, monotonic: float) -> Fault | None:
        """Apply the rate limit, and take the scripted fault for the request."""
        bucket = Bucket(account, received.host, received.action)
        self._rates.check(bucket, self._limits.get(received.action), monotonic)
        fault = self.faults.take_outcome(received.action)
        # The service does not count a request that exceeds the rate limit; neither does a scripted rate limit error.
        if fault is None or fault.failure is None or not fault.failure.code.startswith("RequestLimitExceeded"):
            self._rates.count(bucket, monotonic)
        return fault

    def _outcome(self, received: ReceivedRequest, fault: Fault | None, request_id: str, now: float, event_time: float) -> _RequestOutcome:
        if fault is None:
            response, takes = self._execute(received, request_id, now, event_time)
            return _RequestOutcome(response, executed=True, takes=takes)
        if fault.failure is not None:
            raise ServiceError(fault.failure.code, fault.failure.message)
        if fault.reply is not None:
            headers = {**_headers(now), **fault.reply.headers}
            return _RequestOutcome(fault.reply._replace(headers=headers), executed=False)
        executed = False
        if fault.executed:
            # The dropped connection hides an error response as well.
            with suppress(ServiceError):
                self._execute(received, request_id, now, event_time)
                executed = True
        return _RequestOutcome(None, executed=executed)

    def _execute(self, received: ReceivedRequest, request_id: str, now: float, event_time: float) -> tuple[HttpResponse, float]:
        """Execute the action; return the response and the seconds until it is sent."""
        row = self._product.rows.get(received.action)
        if row is None:
            raise ServiceError("InvalidAction", f"The action `{received.action}` does not exist.")
        if row.regions and received.header("x-tc-region") not in row.regions:
            raise ServiceError("UnsupportedRegion", f"The region `{received.header('x-tc-region')}` does not support the action.")
        parameters = received.parameters()
        self._product.validator.check_request(row.name, parameters, row.errors)
        streams = wants_stream(self._product, row, parameters)
        if streams and (events := self.canned_responses.events(row.name)) is not None:
            return stream_response(events, row, _headers(now), request_id), 0.0
        content, takes = self._content(row, parameters, event_time)
        result = {**content, "RequestId": request_id}
        self._product.validator.check_response(row.name, result)
        return (stream_response([content], row, _headers(now), request_id) if streams else _envelope(result, now)), takes

    def _content(self, row: Action, parameters: dict[str, Any], event_time: float) -> tuple[dict[str, Any], float]:
        content = self.canned_responses.get(row.name, parameters)
        if content is not None:
            return content, 0.0
        executed = None if self._stateful is None else self._stateful.execute(row.name, parameters, event_time)
        return (self.default_responses.get(row, parameters), 0.0) if executed is None else executed


def new_id(source: random.Random) -> str:
    """Return the next id, of 36 characters."""
    return str(uuid.UUID(int=source.getrandbits(128), version=4))


def _headers(now: float) -> dict[str, str]:
    return {"content-type": "application/json", "date": formatdate(now, usegmt=True)}


def _envelope(content: Mapping[str, Any], now: float) -> HttpResponse:
    return HttpResponse(200, _headers(now), json.dumps({"Response": content}, ensure_ascii=False).encode())


def _recorded_parameters(received: ReceivedRequest) -> dict[str, Any] | None:
    """Return the parameters for the call log; a request may fail before they are parsed."""
    try:
        return received.parameters()
    except ServiceError:
        return None
