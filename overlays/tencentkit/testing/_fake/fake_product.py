"""Fake of a product, without I/O; transports and servers call it."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from ...clock import Clock, SystemClock
from ...errors import ApiError
from ...transport._types import HttpResponse
from .._service.dispatch import EmulatedService, FakeResponse, StatefulActions, new_id
from .._service.paged_items import ItemSource
from .._service.request_checks import ReceivedRequest
from .._service.scf_actions import ScfActions
from .._service.state import ServiceState
from .call_log import RecordedCall
from .canned_responses import CannedResponse, ResponseContent, ResponseSequence
from .expectations import Expectations
from .fault_scripting import FaultScripting
from .installed_products import installed_product
from .wire_names import WireNames

if TYPE_CHECKING:
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


class FakeProduct(FaultScripting):
    """A fake of an installed product that verifies requests as the service does.

    It checks signatures, parameters and rate limits, and responds to every action with the documented example, or with values from
    the schema. It is thread-safe.

        fake = FakeProduct("cvm")
        fake.items("DescribeInstances", [{"InstanceId": f"ins-{number}"} for number in range(250)])
        client = fake.client()

    Args:
        product: Name of an installed product, such as `cvm`, or `tke.v2018_05_25` for an API version; or its module or client class.
        clock: Source of time.
        credentials: Secret key of each accepted secret id; default: the example pair.
        tokens: Token of each of these secret ids that is temporary.
        hosts: Accepted host names besides the service's own and loopback, without a port.
        rate_limits: Requests per second of an action, instead of the published limit; `None` for no limit.
        seed: Seed of the ids and of the values from schemas; equal seeds give equal responses.
        keep_calls: Maximum length of `calls`; `None`: unbounded.

    Raises:
        TypeError: `hosts` is a string, or `product` is no product.
        ValueError: No such product is installed, `credentials` is empty, `tokens` or `rate_limits` have an unknown key, or a limit is
            less than 1.
    """

    _deploy_time = 1000
    clock_offset: float
    """Seconds that the server's clock is ahead of `clock`. It affects the timestamp check, the header `Date` and the state."""

    def __init__(
        self,
        product: str | ModuleType | type[Any],
        *,
        clock: Clock | None = None,
        credentials: Mapping[str, str] | None = None,
        tokens: Mapping[str, str] | None = None,
        hosts: Collection[str] = (),
        rate_limits: Mapping[str, int | None] | None = None,
        seed: int = 0,
        keep_calls: int | None = None,
    ) -> None:
        self._installed = installed_product(product)
        emulated = self._installed.emulated
        if isinstance(hosts, str):
            raise TypeError(f"hosts must be a collection of host names, not a string: write [{hosts!r}]")
        if too_low := [name for name, limit in (rate_limits or {}).items() if limit is not None and not limit >= 1]:
            raise ValueError(f"rate_limits must be at least 1, or None for no limit: {', '.join(too_low)}")
        self.clock: Clock = SystemClock() if clock is None else clock
        self.clock_offset = 0.0
        self._secret_keys = {SECRET_ID: SECRET_KEY} if credentials is None else dict(credentials)
        self._tokens = dict(tokens or {})
        limits = {row.name: row.rate_limit for row in emulated.rows.values()}
        if not self._secret_keys:
            raise ValueError("credentials must not be empty")
        if unknown := (self._tokens.keys() - self._secret_keys.keys()) | ((rate_limits or {}).keys() - limits.keys()):
            raise ValueError(f"unknown secret id or action: {', '.join(sorted(unknown))}")
        self._names = WireNames(emulated)
        self._service = EmulatedService(
            emulated,
            stateful=self._stateful_actions(seed),
            secret_keys=self._secret_keys,
            tokens=self._tokens,
            hosts=frozenset(host.lower() for host in hosts),
            limits=limits | dict(rate_limits or {}),
            request_ids=random.Random(f"{seed}/requests"),
            seed=seed,
            keep_calls=keep_calls,
        )
        # Reentrant: a handler may call the fake.
        self._lock = threading.RLock()
        self._watchers: list[Callable[[], object]] = []

    def _stateful_actions(self, seed: int) -> StatefulActions | None:
        """Return the actions of the product that have state."""
        emulated = self._installed.emulated
        if (emulated.service, emulated.version) != ("scf", "2018-04-16"):
            return None
        # A source of its own, so that the ids of events do not depend on the number of requests.
        self._event_ids = random.Random(f"{seed}/events")
        self._state = ServiceState(lambda: new_id(self._event_ids), self._deploy_time)
        return ScfActions(self._state)

    @property
    def service(self) -> str:
        """Short name of the product, as in the credential scope and the host."""
        return self._installed.emulated.service

    @property
    def version(self) -> str:
        """API version."""
        return self._installed.emulated.version

    @property
    def action_names(self) -> frozenset[str]:
        """Wire names of the actions."""
        return frozenset(self._installed.emulated.rows)

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
        return Expectations(self, self._names)

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

    def on(
        self,
        action: str,
        response: CannedResponse | ApiError | ResponseSequence | None = None,
        *,
        returns: CannedResponse | None = None,
    ) -> None:
        """Set the response to an action; its requests are still validated.

        Args:
            action: Wire name or client method of the action.
            response: Content of the response without `RequestId`: a dict with wire names, or a model. An `ApiError` is an error
                response. A function of the parameters returns one of these. A list has the responses to consecutive requests, the
                last of which repeats.
            returns: The same as `response`.

        Raises:
            SchemaViolation: The response does not match the schema.
            TypeError: Both or neither of `response` and `returns` are set, or the response has another type.
            ValueError: There is no such action, or the list is empty.
        """
        chosen = returns if response is None else response
        if chosen is None or (response is not None and returns is not None):
            raise TypeError("on needs one response: fake.on(action, {…}), or returns={…}")
        with self._lock:
            self._service.canned_responses.set(self._names.action(action), chosen)

    def items(self, action: str, items: Sequence[Any] | ItemSource) -> None:
        """Set all items of a listing; each request gets the page that its parameters select.

        Args:
            action: Wire name or client method of the action.
            items: Models, or dicts with wire names or the client's names, in order. Required fields that a dict lacks are added.
                A function of the parameters returns the items that match a request.

        Raises:
            SchemaViolation: An item does not match the schema.
            ValueError: There is no such action, or it is not declared to page.
        """
        with self._lock:
            name = self._names.action(action)
            listing = self._service.default_responses.listing(self._installed.emulated.rows[name], items)
            if not callable(items):
                self._installed.emulated.validator.check_response(name, {**listing.everything(), "RequestId": ""})
            self._service.canned_responses.set(name, listing)

    def stream(self, action: str, events: Sequence[ResponseContent]) -> None:
        """Set the events of an action whose response may be a stream of server-sent events.

        Args:
            action: Wire name or client method of the action.
            events: Contents of the events, without the one after the last: dicts with wire names, or models.

        Raises:
            SchemaViolation: An event has an unknown field or a value of a wrong type.
            ValueError: There is no such action, or its response is never a stream.
        """
        with self._lock:
            name = self._names.action(action)
            if self._installed.emulated.rows[name].stream is None:
                raise ValueError(f"the response of {name} is never a stream: set it with fake.on({name!r}, …)")
            complete = partial(self._service.default_responses.completed, name)
            self._service.canned_responses.set_events(name, events, complete)

    def transport(self) -> InProcessTransport:
        """Return a new `tencentkit.transport.Transport` that calls this fake without a socket."""
        from .._servers.in_process import InProcessTransport

        return InProcessTransport(self)

    def async_transport(self) -> AsyncInProcessTransport:
        """Return a new `tencentkit.transport.AsyncTransport` that calls this fake without a socket."""
        from .._servers.in_process import AsyncInProcessTransport

        return AsyncInProcessTransport(self)

    def client(self, **settings: Any) -> Any:
        """Return a new client of the product that calls this fake; `settings` override its arguments.

        Close it, or use it as a context manager.
        """
        return self._installed.client(**self._client_settings(self.transport()) | settings)

    def async_client(self, **settings: Any) -> Any:
        """Return a new asynchronous client of the product; see `client`."""
        return self._installed.async_client(**self._client_settings(self.async_transport()) | settings)

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
            response = self._service.process(received, now=self.now(), event_time=self._state_time(), monotonic=self.clock.monotonic())
        self._notify()
        return response

    def _state_time(self) -> float:
        """Return the time of the state in Unix seconds."""
        return self.now()

    def _notify(self) -> None:
        for changed in list(self._watchers):
            changed()

    def __repr__(self) -> str:
        # A debugger or pytest shows an object whose constructor failed, too.
        service = getattr(self, "_service", None)
        if service is None:
            return f"<{type(self).__name__}, not initialized>"
        return f"<{type(self).__name__} of {self.service} {self.version} with {service.calls.total} calls>"
