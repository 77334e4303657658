"""The fake SCF: one core without I/O, behind every shell."""

from __future__ import annotations

import random
import threading
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tencentkit_api.scf.actions import ACTIONS

from ..clock import Clock, SystemClock
from ..transport import HttpResponse
from . import _times
from ._call_log import Call
from ._executions import EndState
from ._faults import Fault, canned
from ._gateway import Arrival
from ._refusal import Refusal
from ._service import Answer, Service, new_id

if TYPE_CHECKING:
    from ._in_process import AsyncInProcessTransport, InProcessTransport

# The vendor's own example pair, which opens nothing.
SECRET_ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"
SECRET_KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"


class FakeCredentials(NamedTuple):
    """Credentials that a fake knows, in the order of the arguments of `tencentkit.Credentials`."""

    secret_id: str
    secret_key: str
    token: str | None = None


class FakeScf:
    """A fake of SCF 2018-04-16 that checks what the service checks.

    Every request is verified and counted as the service would; the time is the `clock`'s. Safe to use from several threads.

        fake = FakeScf(clock=ManualClock())
        fake.add_function("helloworld")
        event = fake.start_event("helloworld", runs_for=30)
        client = Client(region="ap-guangzhou", credentials=Credentials(*fake.credentials), transport=fake.transport())

    Args:
        clock: Source of time.
        credentials: Secret key of each secret id that is known; the example pair where none is given.
        tokens: Token of each of these secret ids that is temporary.
        hosts: Host names that are accepted beside the service's own and loopback, without a port.
        rate_limits: Requests a second of an action, instead of the published number; `None` for no limit.
        seed: The same seed gives the same ids.

    Raises:
        ValueError: `credentials` is empty, or `tokens` or `rate_limits` name what is not there.
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
    ) -> None:
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
        )
        self._lock = threading.Lock()

    @property
    def credentials(self) -> FakeCredentials:
        """The first pair that the fake knows, for `Credentials(*fake.credentials)`."""
        secret_id, secret_key = next(iter(self._secret_keys.items()))
        return FakeCredentials(secret_id, secret_key, self._tokens.get(secret_id))

    @property
    def calls(self) -> list[Call]:
        """The requests so far, oldest first, refused ones included."""
        with self._lock:
            return list(self._service.calls)

    @property
    def pending_faults(self) -> list[Fault]:
        """Scripted faults that no request has met yet."""
        with self._lock:
            return self._service.faults.pending()

    def now(self) -> float:
        """The server's time in Unix seconds."""
        return self.clock.time() + self.clock_offset

    # What is there ----------------------------------------------------------------------------------------------------

    def add_function(self, name: str, *, namespace: str = "default", qualifiers: Sequence[str] = ("$LATEST",)) -> None:
        """Add a function, and its namespace where that is new.

        Args:
            name: Function name.
            namespace: Namespace; `default` is there from the start.
            qualifiers: Its versions.

        Raises:
            ValueError: It is there already, or lacks a name or a qualifier.
        """
        with self._lock:
            self._service.executions.add_function(name, namespace, qualifiers)

    def start_event(
        self,
        name: str,
        *,
        namespace: str = "default",
        qualifier: str = "$LATEST",
        invoke_type: str = "COS",
        runs_for: float | None = None,
        ends_as: EndState = "FINISHED",
        started_at: float | str | None = None,
        invoke_request_id: str | None = None,
    ) -> str:
        """Start an asynchronous event, and return its `InvokeRequestId`.

        Args:
            name: The function that runs.
            namespace: Its namespace.
            qualifier: The version that runs.
            invoke_type: What started it: any string.
            runs_for: Seconds until it ends; `None`: until `end_event`.
            ends_as: Its status from then on.
            started_at: Unix seconds, or the text that the service would write (`2020-12-01 08:35:00.000`, UTC+8); now
                where nothing is given. An event that starts in the future is not there until then.
            invoke_request_id: Its id; one of 36 characters where nothing is given.

        Raises:
            ValueError: The function or version is not there, the id is taken, or a value can never be.
        """
        with self._lock:
            if isinstance(started_at, str):
                started = _times.from_text(started_at)
            else:
                started = _times.from_seconds(self.now() if started_at is None else started_at)
            given_id = new_id(self._event_ids) if invoke_request_id is None else invoke_request_id
            self._service.executions.start_event(
                name,
                namespace,
                invoke_request_id=given_id,
                invoke_type=invoke_type,
                qualifier=qualifier,
                started=started,
                ended=None if runs_for is None else started + _times.from_seconds(runs_for),
                ends_as=ends_as,
            )
            return given_id

    def end_event(self, invoke_request_id: str, *, ends_as: EndState = "FINISHED") -> None:
        """Let a running event end now.

        Raises:
            ValueError: No event with this id is running.
        """
        with self._lock:
            self._service.executions.end_event(invoke_request_id, ends_as, _times.from_seconds(self.now()))

    # What goes wrong --------------------------------------------------------------------------------------------------
    # A fault meets a request that the service would let in: a wrong signature or too many requests come before it.

    def fail_next(self, action: str | None = None, *, code: str, message: str = "Scripted.", times: int = 1) -> None:
        """Answer the next request with an error, and do not execute it.

        Args:
            action: Only this action; any where nothing is given.
            code: Error code.
            message: Error message.
            times: How many requests.

        Raises:
            ValueError: `times` is less than 1.
        """
        self._script(Fault(action, failure=Refusal(code, message)), times)

    def reply_next(
        self,
        action: str | None = None,
        *,
        body: bytes,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        times: int = 1,
    ) -> None:
        """Answer the next request with these bytes, and do not execute it; the action need not be one of the fake's.

        Args:
            action: Only this action; any where nothing is given.
            body: The body as it stands.
            status: HTTP status.
            headers: Headers beside `Content-Type` and `Date`, or instead of them.
            times: How many requests.

        Raises:
            ValueError: `times` is less than 1, or a header is one that only the server can write.
        """
        self._script(Fault(action, reply=canned(status, headers or {}, body)), times)

    def drop_next(self, action: str | None = None, *, executed: bool = False, times: int = 1) -> None:
        """Close the connection instead of answering the next request.

        Args:
            action: Only this action; any where nothing is given.
            executed: Whether the action runs before: the caller cannot tell.
            times: How many requests.

        Raises:
            ValueError: `times` is less than 1.
        """
        self._script(Fault(action, executed=executed), times)

    def delay_next(self, seconds: float, *, action: str | None = None, times: int = 1) -> None:
        """Hold back the answer to the next request, whatever it is; the action runs at once.

        In process the wait is the clock's; over a socket it is real.

        Args:
            seconds: How long.
            action: Only this action; any where nothing is given.
            times: How many requests.

        Raises:
            ValueError: `times` is less than 1, or `seconds` is negative.
        """
        if not seconds >= 0:  # NaN, too
            raise ValueError(f"an answer cannot come {seconds!r} s late")
        self._script(Fault(action, delay=float(seconds)), times)

    def _script(self, fault: Fault, times: int) -> None:
        with self._lock:
            self._service.faults.add(fault, times)

    # Shells -----------------------------------------------------------------------------------------------------------

    def transport(self) -> InProcessTransport:
        """A new `tencentkit.transport.Transport` that leads here without a socket."""
        from ._in_process import InProcessTransport

        return InProcessTransport(self)

    def async_transport(self) -> AsyncInProcessTransport:
        """A new `tencentkit.transport.AsyncTransport` that leads here without a socket."""
        from ._in_process import AsyncInProcessTransport

        return AsyncInProcessTransport(self)

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
            from ..errors import ConnectionFailed

            raise ConnectionFailed("the fake closed the connection without an answer", sent=True)
        return response

    def answer(self, method: str, headers: Mapping[str, str], body: bytes, *, target: str = "/") -> Answer:
        """What a shell is to do with one request; see `handle`."""
        lowered = {name.lower(): value for name, value in headers.items()}
        arrival = Arrival(method=method.upper(), target=target, headers=lowered, body=body)
        with self._lock:
            return self._service.answer(arrival, now=self.now(), monotonic=self.clock.monotonic())

    def __repr__(self) -> str:
        return f"<FakeScf with {len(self._service.calls)} calls>"
