"""The fake SCF: one core without I/O, behind every shell."""

from __future__ import annotations

import math
import random
import threading
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from tencentkit_api.scf.actions import ACTIONS

from ...clock import Clock, SystemClock
from ...transport._types import HttpResponse
from .._service.dispatch import Answer, Service
from .._service.request_checks import Arrival
from .call_log import Call
from .canned_responses import Result
from .contents import Contents
from .expectations import Expectations
from .fault_scripting import Scripting
from .wire_names import wire_action

if TYPE_CHECKING:
    from ...scf import AsyncClient, Client
    from .._servers.in_process import AsyncInProcessTransport, InProcessTransport

# The vendor's own example pair, which opens nothing.
SECRET_ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"
SECRET_KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"
_REGION = "ap-guangzhou"


class FakeCredentials(NamedTuple):
    """Credentials that a fake knows, in the order of the arguments of `tencentkit.Credentials`."""

    secret_id: str
    secret_key: str
    token: str | None = None


class FakeScf(Contents, Scripting):
    """A fake of SCF 2018-04-16 that checks what the service checks.

    Every request is verified and counted as the service would; the time is the `clock`'s. Safe to use from several threads.

        fake = FakeScf(clock=ManualClock())
        event = fake.function("helloworld").running(ends_in=30)
        client = fake.client()

    Args:
        clock: Source of time.
        credentials: Secret key of each secret id that is known; the example pair where none is given.
        tokens: Token of each of these secret ids that is temporary.
        hosts: Host names that are accepted beside the service's own and loopback, without a port.
        rate_limits: Requests a second of an action, instead of the published number; `None` for no limit.
        seed: The same seed gives the same ids.
        keep_calls: How many calls to keep in `calls`; `None`: all.
        deploy_time: Seconds that a function or version is Creating, Updating or Publishing before it is Active.

    Raises:
        TypeError: `hosts` is one string.
        ValueError: `credentials` is empty, `tokens` or `rate_limits` name what is not there, a limit lets nothing in, or
            `deploy_time` is negative or endless.
    """

    clock_offset: float
    """Seconds that the server's clock is ahead of `clock`. It counts for the check of timestamps, the header `Date` and
    the events alike."""

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
            raise TypeError(f"hosts is a collection of host names: [{hosts!r}]")
        if closed := [name for name, limit in (rate_limits or {}).items() if limit is not None and not limit >= 1]:
            raise ValueError(f"a rate limit is at least 1, or None for no limit: {', '.join(closed)}")
        if not 0 <= deploy_time < math.inf:  # NaN is not, either
            raise ValueError(f"what is deployed is ready at last: not after {deploy_time!r} s")
        self.clock: Clock = SystemClock() if clock is None else clock
        self.clock_offset = 0.0
        self._secret_keys = {SECRET_ID: SECRET_KEY} if credentials is None else dict(credentials)
        self._tokens = dict(tokens or {})
        limits = {row.name: row.rate_limit for row in ACTIONS}
        if not self._secret_keys:
            raise ValueError("a fake without credentials lets nobody in")
        if unknown := (self._tokens.keys() - self._secret_keys.keys()) | ((rate_limits or {}).keys() - limits.keys()):
            raise ValueError(f"no such secret id or action: {', '.join(sorted(unknown))}")
        # Two sources, so that the ids of events do not depend on how many requests came before.
        self._event_ids = random.Random(f"{seed}/events")
        self._service = Service(
            secret_keys=self._secret_keys,
            tokens=self._tokens,
            hosts=frozenset(host.lower() for host in hosts),
            limits=limits | dict(rate_limits or {}),
            request_ids=random.Random(f"{seed}/requests"),
            event_ids=self._event_ids,
            deploy_time=deploy_time,
            keep_calls=keep_calls,
        )
        # A function that runs may call the fake.
        self._lock = threading.RLock()
        self._travelled = 0.0
        self._watchers: list[Callable[[], object]] = []

    @property
    def credentials(self) -> FakeCredentials:
        """The first pair that the fake knows, for `Credentials(*fake.credentials)`."""
        secret_id, secret_key = next(iter(self._secret_keys.items()))
        return FakeCredentials(secret_id, secret_key, self._tokens.get(secret_id))

    @property
    def calls(self) -> list[Call]:
        """The requests so far, oldest first, refused ones included."""
        with self._lock:
            return self._service.calls.since(0)

    @property
    def expect(self) -> Expectations:
        """Assertions on the calls so far."""
        return Expectations(self)

    def calls_since(self, number: int) -> tuple[list[Call], int]:
        """The calls that are kept after the first `number` ones, and how many there were in all."""
        with self._lock:
            return self._service.calls.since(number), self._service.calls.total

    def watch(self, changed: Callable[[], object]) -> Callable[[], None]:
        """Call `changed` after every call and every change of what is there; returns what ends that.

        It is called in the thread in which it happened.
        """
        self._watchers.append(changed)
        return lambda: self._watchers.remove(changed)

    def now(self) -> float:
        """The server's time in Unix seconds."""
        return self.clock.time() + self.clock_offset

    def event_time(self) -> float:
        """The time by which events start, run and end, in Unix seconds: `now` and what was travelled."""
        return self.now() + self._travelled

    def travel(self, seconds: float) -> None:
        """Let `seconds` pass for events alone: timestamps, rate limits and the caller's waits notice nothing.

        Raises:
            ValueError: `seconds` is negative or endless.
        """
        if not 0 <= seconds < math.inf:  # NaN is not, either
            raise ValueError(f"time goes forward, and ends somewhere: {seconds!r} s")
        self._travelled += seconds
        self._changed()

    def on(self, action: str, *, returns: Result) -> None:
        """Answer an action with this result from now on; its requests are still checked against the page.

        Args:
            action: The action, as on the wire or as the client's method.
            returns: The content of the response with wire names (`RequestId` is filled in), or what makes it of the
                parameters.

        Raises:
            SchemaViolation: The page does not allow such an answer.
            ValueError: There is no such action.
        """
        with self._lock:
            self._service.results.set(wire_action(action), returns)

    # Shells -----------------------------------------------------------------------------------------------------------

    def transport(self) -> InProcessTransport:
        """A new `tencentkit.transport.Transport` that leads here without a socket."""
        from .._servers.in_process import InProcessTransport

        return InProcessTransport(self)

    def async_transport(self) -> AsyncInProcessTransport:
        """A new `tencentkit.transport.AsyncTransport` that leads here without a socket."""
        from .._servers.in_process import AsyncInProcessTransport

        return AsyncInProcessTransport(self)

    def client(self, **settings: Any) -> Client:
        """A new `tencentkit.scf.Client` that calls this fake; `settings` are its own, `region` and the rest.

        Close it, or use it as a context manager.
        """
        from ...credentials import Credentials
        from ...scf import Client

        ours: dict[str, Any] = {
            "region": _REGION,
            "credentials": Credentials(*self.credentials),
            "transport": self.transport(),
            "clock": self.clock,
        }
        return Client(**ours | settings)

    def async_client(self, **settings: Any) -> AsyncClient:
        """`client`, for event loops."""
        from ...credentials import Credentials
        from ...scf import AsyncClient

        ours: dict[str, Any] = {
            "region": _REGION,
            "credentials": Credentials(*self.credentials),
            "transport": self.async_transport(),
            "clock": self.clock,
        }
        return AsyncClient(**ours | settings)

    # Answering --------------------------------------------------------------------------------------------------------

    def handle(self, method: str, headers: Mapping[str, str], body: bytes, *, target: str = "/") -> HttpResponse:
        """The service's answer to one request, at once.

        Args:
            method: HTTP method.
            headers: Headers as sent.
            body: Body as sent.
            target: Path, and the query where there is one.

        Raises:
            ConnectionFailed: A scripted fault closes the connection.
            SchemaViolation: The fake is about to answer what the page does not allow: a bug of the fake.
        """
        response = self.answer(method, headers, body, target=target).response
        if response is None:
            from ...errors import ConnectionFailed

            raise ConnectionFailed("the fake closed the connection without an answer", sent=True)
        return response

    def answer(self, method: str, headers: Mapping[str, str], body: bytes, *, target: str = "/") -> Answer:
        """What a shell is to do with one request; see `handle`."""
        lowered = {name.lower(): value for name, value in headers.items()}
        arrival = Arrival(method=method.upper(), target=target, headers=lowered, body=body)
        with self._lock:
            given = self._service.answer(arrival, now=self.now(), event_time=self.event_time(), monotonic=self.clock.monotonic())
        self._changed()
        return given

    def _changed(self) -> None:
        for changed in list(self._watchers):
            changed()

    def __repr__(self) -> str:
        return f"<FakeScf with {self._service.calls.total} calls>"
