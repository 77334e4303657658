"""The fake SCF, without I/O; transports and servers call it."""

from __future__ import annotations

import math
import random
import threading
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from tencentkit_api.scf.actions import ACTIONS

from ...clock import Clock, SystemClock
from ...transport._types import HttpResponse
from .._service.dispatch import EmulatedService, FakeResponse
from .._service.request_checks import ReceivedRequest
from .call_log import RecordedCall
from .canned_responses import CannedResponse
from .contents import FakeContents
from .expectations import Expectations
from .fault_scripting import FaultScripting
from .wire_names import wire_action

if TYPE_CHECKING:
    from ...scf._client import AsyncClient, Client
    from .._servers.in_process import AsyncInProcessTransport, InProcessTransport

# The vendor's published example, which gives no access.
SECRET_ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"
SECRET_KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"
_REGION = "ap-guangzhou"


class FakeCredentials(NamedTuple):
    """Credentials that a fake accepts, in the order of the arguments of `tencentkit.Credentials`."""

    secret_id: str
    secret_key: str
    token: str | None = None


class FakeScf(FakeContents, FaultScripting):
    """A fake of SCF 2018-04-16 that verifies requests as the service does.

    It checks signatures, parameters and rate limits, and takes the time from `clock`. It is thread-safe.

        fake = FakeScf(clock=ManualClock())
        event = fake.function("helloworld").running(ends_in=30)
        client = fake.client()

    Args:
        clock: Source of time.
        credentials: Secret key of each accepted secret id; default: the example pair.
        tokens: Token of each of these secret ids that is temporary.
        hosts: Accepted host names besides the service's own and loopback, without a port.
        rate_limits: Requests per second of an action, instead of the published limit; `None` for no limit.
        seed: Seed of the ids; equal seeds give equal ids.
        keep_calls: Maximum length of `calls`; `None`: unbounded.
        deploy_time: Seconds that a function or version is Creating, Updating or Publishing before it is Active.

    Raises:
        TypeError: `hosts` is a string.
        ValueError: `credentials` is empty, `tokens` or `rate_limits` have an unknown key, a limit is less than 1, or `deploy_time`
            is negative or not finite.
    """

    clock_offset: float
    """Seconds that the server's clock is ahead of `clock`. It affects the timestamp check, the header `Date` and the events."""

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        credentials: Mapping[str, str] | None = None,
        tokens: Mapping[str, str] | None = None,
        hosts: Collection[str] = (),
        rate_limits: Mapping[str, int | None] | None = None,
        seed: int = 0,
        keep_calls: int | None = None,
        deploy_time: float = 1.0,
    ) -> None:
        if isinstance(hosts, str):
            raise TypeError(f"hosts must be a collection of host names, not a string: write [{hosts!r}]")
        if too_low := [name for name, limit in (rate_limits or {}).items() if limit is not None and not limit >= 1]:
            raise ValueError(f"rate_limits must be at least 1, or None for no limit: {', '.join(too_low)}")
        if not 0 <= deploy_time < math.inf:  # false for NaN
            raise ValueError(f"deploy_time must be finite and not negative: {deploy_time!r}")
        self.clock: Clock = SystemClock() if clock is None else clock
        self.clock_offset = 0.0
        self._secret_keys = {SECRET_ID: SECRET_KEY} if credentials is None else dict(credentials)
        self._tokens = dict(tokens or {})
        limits = {row.name: row.rate_limit for row in ACTIONS}
        if not self._secret_keys:
            raise ValueError("credentials must not be empty")
        if unknown := (self._tokens.keys() - self._secret_keys.keys()) | ((rate_limits or {}).keys() - limits.keys()):
            raise ValueError(f"unknown secret id or action: {', '.join(sorted(unknown))}")
        # Two sources, so that the ids of events do not depend on the number of requests.
        self._event_ids = random.Random(f"{seed}/events")
        self._service = EmulatedService(
            secret_keys=self._secret_keys,
            tokens=self._tokens,
            hosts=frozenset(host.lower() for host in hosts),
            limits=limits | dict(rate_limits or {}),
            request_ids=random.Random(f"{seed}/requests"),
            event_ids=self._event_ids,
            deploy_time=deploy_time,
            keep_calls=keep_calls,
        )
        # Reentrant: a handler may call the fake.
        self._lock = threading.RLock()
        self._travelled = 0.0
        self._watchers: list[Callable[[], object]] = []

    @property
    def credentials(self) -> FakeCredentials:
        """The first accepted pair, for `Credentials(*fake.credentials)`."""
        secret_id, secret_key = next(iter(self._secret_keys.items()))
        return FakeCredentials(secret_id, secret_key, self._tokens.get(secret_id))

    @property
    def calls(self) -> list[RecordedCall]:
        """The requests so far, oldest first, failed ones included."""
        with self._lock:
            return self._service.calls.since(0)

    @property
    def expect(self) -> Expectations:
        """Assertions on the calls so far."""
        return Expectations(self)

    def calls_since(self, number: int) -> tuple[list[RecordedCall], int]:
        """Return the recorded calls after the first `number` ones, and the number of all calls."""
        with self._lock:
            return self._service.calls.since(number), self._service.calls.total

    def watch(self, changed: Callable[[], object]) -> Callable[[], None]:
        """Call `changed` after every request and every change of the contents; return a function that stops this.

        `changed` runs in the thread of the request or change.
        """
        self._watchers.append(changed)
        return lambda: self._watchers.remove(changed)

    def now(self) -> float:
        """Return the server's time in Unix seconds."""
        return self.clock.time() + self.clock_offset

    def event_time(self) -> float:
        """Return the time of functions and events in Unix seconds: `now` plus the seconds of `travel`."""
        return self.now() + self._travelled

    def travel(self, seconds: float) -> None:
        """Advance the time of functions and events alone; timestamps, rate limits and waits are unaffected.

        Raises:
            ValueError: `seconds` is negative or not finite.
        """
        if not 0 <= seconds < math.inf:  # false for NaN
            raise ValueError(f"seconds must be finite and not negative: {seconds!r}")
        self._travelled += seconds
        self._notify()

    def on(self, action: str, *, returns: CannedResponse) -> None:
        """Set a canned response for an action; its requests are still validated.

        Args:
            action: Wire name or client method of the action.
            returns: Content of the response with wire names, without `RequestId`; or a function of the parameters that returns it.

        Raises:
            SchemaViolation: The response does not match the schema.
            ValueError: There is no such action.
        """
        with self._lock:
            self._service.canned_responses.set(wire_action(action), returns)

    def transport(self) -> InProcessTransport:
        """Return a new `tencentkit.transport.Transport` that calls this fake without a socket."""
        from .._servers.in_process import InProcessTransport

        return InProcessTransport(self)

    def async_transport(self) -> AsyncInProcessTransport:
        """Return a new `tencentkit.transport.AsyncTransport` that calls this fake without a socket."""
        from .._servers.in_process import AsyncInProcessTransport

        return AsyncInProcessTransport(self)

    def client(self, **settings: Any) -> Client:
        """Return a new `tencentkit.scf.Client` that calls this fake; `settings` override its arguments.

        Close it, or use it as a context manager.
        """
        from ...scf._client import Client

        return Client(**self._client_settings(self.transport()) | settings)

    def async_client(self, **settings: Any) -> AsyncClient:
        """Return a new `tencentkit.scf.AsyncClient`; see `client`."""
        from ...scf._client import AsyncClient

        return AsyncClient(**self._client_settings(self.async_transport()) | settings)

    def _client_settings(self, transport: object) -> dict[str, Any]:
        from ...credentials._types import Credentials

        return {"region": _REGION, "credentials": Credentials(*self.credentials), "transport": transport, "clock": self.clock}

    def handle(self, method: str, headers: Mapping[str, str], body: bytes, *, target: str = "/") -> HttpResponse:
        """Return the response to one request, without its delay.

        Args:
            method: HTTP method.
            headers: Headers as sent.
            body: Body as sent.
            target: Path and query.

        Raises:
            ConnectionFailed: An injected fault closes the connection.
            SchemaViolation: The response does not match the schema.
        """
        response = self.answer(method, headers, body, target=target).response
        if response is None:
            from ...errors import ConnectionFailed

            raise ConnectionFailed("the fake closed the connection without a response", sent=True)
        return response

    def answer(self, method: str, headers: Mapping[str, str], body: bytes, *, target: str = "/") -> FakeResponse:
        """Return the response to one request and its delay; see `handle`."""
        lowered = {name.lower(): value for name, value in headers.items()}
        received = ReceivedRequest(method=method.upper(), target=target, headers=lowered, body=body)
        with self._lock:
            response = self._service.process(received, now=self.now(), event_time=self.event_time(), monotonic=self.clock.monotonic())
        self._notify()
        return response

    def _notify(self) -> None:
        for changed in list(self._watchers):
            changed()

    def __repr__(self) -> str:
        return f"<FakeScf with {self._service.calls.total} calls>"
