"""Scenarios of the fault matrix that take more than one server and one call."""

from __future__ import annotations

import asyncio
import gc
import inspect
import json
import os
import signal
import socket
import ssl
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from email.utils import formatdate
from typing import Any
from unittest import mock

import httpcore
import trustme

from tencentkit import Credentials, InstanceRoleCredentials, Throttle
from tencentkit._concurrency.single_flight import InFlight
from tencentkit.credentials import CallableCredentials
from tencentkit.testing import ManualClock
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpxTransport
from tencentkit.transport._lean import connection as _lean
from tencentkit.transport._lean.async_transport import AsyncLeanConnection
from tests.faults.row import Play, Seen, Stage
from tests.transport.raw_server import Connection, Handler, answering, ok, raw_server

# Authorities ----------------------------------------------------------------------------------------------------------

_CA = trustme.CA()


def _certificate(name: str = "127.0.0.1", *, ca: trustme.CA = _CA, expired: bool = False) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ended = datetime.now(UTC) - timedelta(days=1) if expired else None
    ca.issue_cert(name, not_before=ended - timedelta(days=1) if ended else None, not_after=ended).configure_cert(context)
    return context


def _trusting(stage: Stage) -> Any:
    context = ssl.create_default_context()
    _CA.configure_trust(context)
    return stage.kind.pick(HttpxTransport, AsyncHttpxTransport)(trust=context)


def _tls(handler: Handler, **certificate: Any) -> Play:
    def play(stage: Stage) -> Seen:
        with raw_server(handler, tls=_certificate(**certificate)) as server:
            outcome = stage.call(stage.client(server.url, transport=_trusting(stage)))
            stage.kind.close_clients()
            return Seen(outcome, len(server.requests))

    return play


tls_right = _tls(answering(ok()))
tls_wrong_name = _tls(answering(ok()), name="other.example")
tls_expired = _tls(answering(ok()), expired=True)
tls_untrusted = _tls(answering(ok()), ca=trustme.CA())
_SECOND = ok(b'{"Response": {"TotalCount": 666, "RequestId": "r"}}')
tls_smuggled = _tls(answering(ok() + _SECOND))


def _plain_where_tls_is_expected(handler: Handler, **settings: Any) -> Play:
    def play(stage: Stage) -> Seen:
        with raw_server(handler) as server:
            url = server.url.replace("http:", "https:")
            outcome = stage.call(stage.client(url, transport=_trusting(stage), **settings))
            stage.kind.close_clients()
            return Seen(outcome, len(server.requests))

    return play


tls_cut = _plain_where_tls_is_expected(lambda _: None)
tls_hangs = _plain_where_tls_is_expected(lambda connection: connection.stopping.wait() and None, deadline=0.3)


# Where nothing answers ------------------------------------------------------------------------------------------------


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port: int = held.getsockname()[1]
        return port


def refused(stage: Stage) -> Seen:
    return Seen(stage.call(stage.client(f"http://127.0.0.1:{_free_port()}")), 0)


def unresolved(stage: Stage) -> Seen:
    return Seen(stage.call(stage.client("http://scf.invalid")), 0)


def lookup_hangs(stage: Stage) -> Seen:
    """A resolver that does not answer; what was begun ends with the row."""
    answered = threading.Event()

    def hang(*_: Any, **__: Any) -> Any:
        answered.wait(30)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with mock.patch("tencentkit.transport._dns.socket.getaddrinfo", hang):
        outcome = stage.call(stage.client("http://scf.example", deadline=0.3))
        stage.kind.close_clients()
        answered.set()
        return Seen(outcome, 0)


def proxy_is_none(stage: Stage) -> Seen:
    with raw_server(answering(ok())) as server, mock.patch.dict(os.environ, {"HTTPS_PROXY": "foo://127.0.0.1:1"}):
        outcome = stage.call(stage.client(server.url))
        stage.kind.close_clients()
        return Seen(outcome, len(server.requests))


def proxy_refuses(stage: Stage) -> Seen:
    """A proxy that answers CONNECT with 403; the service is never reached."""

    def refuse(connection: Connection) -> None:
        connection.request()
        connection.send(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

    with raw_server(refuse) as proxy:
        transport = stage.kind.pick(HttpxTransport, AsyncHttpxTransport)(proxy=proxy.url)
        outcome = stage.call(stage.client("https://scf.tencentcloudapi.com", transport=transport))
        stage.kind.close_clients()
        return Seen(outcome, sum(not request.startswith(b"CONNECT") for request in proxy.requests))


def redirect(stage: Stage) -> Seen:
    """The other host must see nothing: it is counted with the first."""
    with raw_server(answering(ok())) as other:
        moved = b"HTTP/1.1 307 Moved\r\nLocation: %s/\r\nContent-Length: 0\r\n\r\n" % other.url.encode()
        with raw_server(answering(moved)) as server:
            outcome = stage.call(stage.client(server.url))
            stage.kind.close_clients()
            return Seen(outcome, len(server.requests) + len(other.requests))


# Connections that are used again --------------------------------------------------------------------------------------


def _twice(handler: Callable[[threading.Event], Handler], *, tls: bool = False) -> Play:
    """A call, then another as soon as the server has done what it does in between."""

    def play(stage: Stage) -> Seen:
        done = threading.Event()
        with raw_server(handler(done), tls=_certificate() if tls else None) as server:
            client = stage.client(server.url, **({"transport": _trusting(stage)} if tls else {}))
            first = stage.call(client)
            assert done.wait(10)
            second = stage.call(client)
            stage.kind.close_clients()
            requests = len(server.requests)
        if tls:
            return Seen("never believed" if first in {"result", "ResponseMalformed"} and second == "result" else second, requests)
        return Seen(second if first == "result" else f"first: {first}", requests)

    return play


def _closing(done: threading.Event) -> Handler:
    def handle(connection: Connection) -> None:
        if connection.request():
            connection.send(ok())
            connection.sock.shutdown(socket.SHUT_RDWR)
            done.set()

    return handle


def _cutting(done: threading.Event) -> Handler:
    def handle(connection: Connection) -> None:
        fresh = not done.is_set()
        if connection.request():
            connection.send(ok())
        done.set()
        if fresh:
            connection.request()  # read, and then nothing
        else:
            while connection.request():
                connection.send(ok())

    return handle


def _following(done: threading.Event) -> Handler:
    def handle(connection: Connection) -> None:
        late = not done.is_set()
        while connection.request():
            connection.send(ok())
            if late:
                # Not with the first, which would then not be believed either.
                connection.stopping.wait(0.1)
                connection.send(_SECOND)
                done.set()

    return handle


def _recording(done: threading.Event) -> Handler:
    def handle(connection: Connection) -> None:
        both = not done.is_set()
        while connection.request():
            connection.send(ok())
            if both:
                connection.send(_SECOND)
                done.set()
                both = False

    return handle


keep_alive_closed = _twice(_closing)
keep_alive_cut = _twice(_cutting)
smuggled_later = _twice(_following)


def tls_smuggled_record(stage: Stage) -> Seen:
    """Whether both records come at once is chance; no call may ever get the second answer."""
    done = threading.Event()
    with raw_server(_recording(done), tls=_certificate()) as server:
        client = stage.client(server.url, transport=_trusting(stage))
        counts = []
        for _ in range(2):
            try:
                counts.append(stage.kind.run(stage.start(client)).total_count)
            finally:
                assert done.wait(10)
        stage.kind.close_clients()
        # A read that was not believed has been asked again.
        return Seen("never believed" if counts == [3, 3] else f"{counts}", 2 if len(server.requests) in {2, 3} else -1)


# Listings and waits ---------------------------------------------------------------------------------------------------


def _page(total: int, size: int = 10, start: int = 0) -> bytes:
    items = [{"InvokeRequestId": f"e-{start + number}"} for number in range(size)]
    return ok(json.dumps({"Response": {"TotalCount": total, "EventList": items, "RequestId": "r"}}).encode())


def pages_hang(stage: Stage) -> Seen:
    """Two pages come, the third never does."""

    def handle(connection: Connection) -> None:
        for _ in range(2):
            connection.request()
            connection.send(_page(100))
        connection.request()
        connection.stopping.wait()

    with raw_server(handle) as server:
        client = stage.client(server.url)
        pager = client.paginate(client.list_async_events, function_name="f", limit=10, deadline=0.5)
        outcome = stage.outcome(lambda: stage.kind.listed(pager) and None)
        stage.kind.close_clients()
        assert stage.error is not None
        assert getattr(stage.error, "cursor", None) == pager.cursor
        return Seen(outcome, len(server.requests))


def wait_hangs(stage: Stage) -> Seen:
    with raw_server(lambda connection: (connection.request(), connection.stopping.wait())[0] and None) as server:
        client = stage.client(server.url)
        outcome = stage.outcome(lambda: client.wait_until_async_event_finished(invoke_request_id="e", timeout=0.5))
        stage.kind.close_clients()
        return Seen(outcome, len(server.requests))


# Clock and credentials ------------------------------------------------------------------------------------------------


def clock_off(seconds: float) -> Play:
    """The server's clock is `seconds` ahead of ours, and it refuses what is more than 300 s off, as the service does."""

    def handle(connection: Connection) -> None:
        while request := connection.request():
            stamp = int(_header(request, b"x-tc-timestamp"))
            now = time.time() + seconds
            date = b"Date: " + formatdate(now, usegmt=True).encode()
            if abs(now - stamp) <= 300:
                connection.send(ok(b'{"Response": {"RequestId": "r"}}', date))
            else:
                connection.send(ok(b'{"Response": {"Error": {"Code": "AuthFailure.SignatureExpire", "Message": ""}}}', date))

    def play(stage: Stage) -> Seen:
        with raw_server(handle) as server:
            client = stage.client(server.url)
            outcomes = {stage.call(client), stage.call(client)}
            stage.kind.close_clients()
            return Seen("+".join(sorted(outcomes)), len(server.requests))

    return play


def _header(request: bytes, name: bytes) -> bytes:
    return next(line.split(b": ", 1)[1] for line in request.split(b"\r\n") if line.lower().startswith(name + b":"))


def expiring(stage: Stage) -> Seen:
    """After two pages the service refuses the first token."""

    def handle(connection: Connection) -> None:
        pages = 0
        while request := connection.request():
            if _header(request, b"x-tc-token") == b"token-1" and pages == 2:
                connection.send(ok(b'{"Response": {"Error": {"Code": "AuthFailure.TokenFailure", "Message": ""}}}'))
            else:
                connection.send(_page(50, start=pages * 10))
                pages += 1

    given: list[int] = []

    def fetch() -> Credentials:
        given.append(1)
        return Credentials("id", "key", f"token-{len(given)}")

    provider = CallableCredentials(fetch)
    with raw_server(handle) as server, mock.patch("tencentkit.credentials._refresh._MIN_AGE", 0.0):
        client = stage.client(server.url, credentials=provider)
        pager = client.paginate(client.list_async_events, function_name="f", limit=10)
        items: list[Any] = []
        outcome = stage.outcome(lambda: items.extend(stage.kind.listed(pager)))
        stage.kind.close_clients()
        assert [item.invoke_request_id for item in items] == [f"e-{number}" for number in range(50)]
        return Seen(outcome, len(server.requests))


def metadata(how: str, **settings: Any) -> Play:
    def handle(connection: Connection) -> None:
        connection.request()
        if how == "html":
            connection.send(ok(b"<html>"))
        elif how == "drip":
            connection.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + b"x" * 1000, 0.05)
        else:
            connection.stopping.wait()

    def play(stage: Stage) -> Seen:
        with raw_server(handle) as machine, raw_server(answering(ok())) as server:
            url = f"http://127.0.0.1:{_free_port()}" if how == "gone" else machine.url
            client = stage.client(server.url, credentials=InstanceRoleCredentials(base_url=url), **settings)
            outcome = stage.call(client)
            stage.kind.close_clients()
            return Seen(outcome, len(server.requests))

    return play


# Around the call ------------------------------------------------------------------------------------------------------


def forked(stage: Stage) -> Seen:
    with raw_server(answering(ok())) as server:
        client = stage.client(server.url, retry=None)
        outcomes = [stage.call(client)]
        child = os.fork()
        if child == 0:
            try:
                value = stage.start(client)
                result = asyncio.new_event_loop().run_until_complete(value) if stage.kind.is_async else value
                os._exit(0 if result is not None else 1)
            except BaseException:  # noqa: BLE001 - the child must end here, whatever happened
                os._exit(2)
        assert os.waitpid(child, 0)[1] == 0
        outcomes.append(stage.call(client))
        stage.kind.close_clients()
        return Seen("+".join(sorted(set(outcomes))), len(server.requests))


def loop_closed(stage: Stage) -> Seen:
    with raw_server(answering(ok())) as server:
        client = stage.client(server.url)

        async def call() -> None:
            await stage.start(client)

        for _ in range(2):
            asyncio.run(call())
        transport = client._transport
        pools = transport._loops if isinstance(transport, AsyncLeanTransport) else transport._pools
        assert len(pools) == 1
        with warnings.catch_warnings():
            # A loop that was closed over open connections leaves them to the collector, which says so.
            warnings.simplefilter("ignore", ResourceWarning)
            pools.clear()
            gc.collect()
        return Seen("result", len(server.requests))


@contextmanager
def _one_place() -> Iterator[None]:
    """A pool of one connection, so that a place that is lost is missed at once."""
    with _places(1):
        yield


@contextmanager
def _places(number: int) -> Iterator[None]:
    with mock.patch("tencentkit.transport._pool_state.MAX_IN_FLIGHT", number):
        yield


class _Scale:
    """One call that meets every wait there is: credentials, rate limit, connection, request, answer, retry; and what it must give back."""

    def __init__(self, stage: Stage, url: str, first: list[int], clock: ManualClock) -> None:
        self._first = first
        self.provider = CallableCredentials(_fetch_async if stage.kind.is_async else _fetch)
        self.throttle = Throttle(limits={"ListAsyncEvents": 1})
        self.client = stage.client(url, throttle=self.throttle, clock=clock, credentials=self.provider, rng=lambda: 0.5)
        self._quota = self.client._settings.quota
        self._full = self._quota.left

    def renew(self) -> None:
        """The next call fetches credentials, and its first request fails."""
        self.provider._kept = None
        self._first[:] = [1]

    def check(self) -> None:
        """No token is gone, nobody waits for a slot, no exchange is under way."""
        assert self._quota.left == self._full
        assert [state.waiting for state in self.throttle.state()] in ([], [0])
        transport = self.client._transport
        pools = transport._pools.values() if hasattr(transport, "_pools") else [transport]
        assert not any(getattr(pool, "in_flight", 0) or getattr(pool, "_in_flight", ()) for pool in pools)


def _fetch() -> Credentials:
    return Credentials("id", "key")


async def _fetch_async() -> Credentials:
    await asyncio.sleep(0)
    return Credentials("id", "key")


def _failing_first(first: list[int]) -> Handler:
    """Refuse the first request of a call, answer the second."""

    def handle(connection: Connection) -> None:
        while connection.request():
            failing = first.pop() if first else 0
            connection.send(ok(b'{"Response": {"Error": {"Code": "InternalError", "Message": ""}}}') if failing else ok())

    return handle


def cancelled(times: int) -> Play:
    """Cancel a call after one turn of the loop, two, three, …, until it ends before; then nothing may be missing.

    Args:
        times: How often, a turn of the loop in between: the second meets what the first made it close.
    """
    first: list[int] = []

    async def main(stage: Stage, scale: _Scale) -> int:
        turns = 0
        while True:
            scale.renew()
            task = asyncio.ensure_future(stage.start(scale.client))
            for _ in range(turns):
                await asyncio.sleep(0)
            for _ in range(times):
                task.cancel()
                await asyncio.sleep(0)
            ended = await asyncio.gather(task, return_exceptions=True)
            scale.check()
            if not isinstance(ended[0], asyncio.CancelledError):
                return turns
            turns += 1

    def play(stage: Stage) -> Seen:
        with raw_server(_failing_first(first)) as server, _one_place():
            scale = _Scale(stage, server.url, first, ManualClock())
            assert stage.kind.run(main(stage, scale)) > 10
            return _one_more(stage, scale, server, first)

    return play


def _one_more(stage: Stage, scale: _Scale, server: Any, first: list[int]) -> Seen:
    """A call after all that, as if nothing had been."""
    first.clear()
    outcome = stage.call(scale.client, headers={"X-Later": "1"})
    scale.check()
    stage.kind.close_clients()
    # By its mark: the server may read a request of those that were cut off late.
    return Seen(outcome, sum(b"X-Later: 1" in request for request in server.requests))


def closed_in_its_wait(stage: Stage) -> Seen:
    """The client is closed while a call waits to be sent again."""

    class Closing(ManualClock):
        def sleep(self, _: float) -> None:
            client.close()

        async def sleep_async(self, _: float) -> None:
            await client.aclose()

    with raw_server(answering(ok(b'{"Response": {"Error": {"Code": "RequestLimitExceeded", "Message": "m"}}}'))) as server:
        client = stage.client(server.url, clock=Closing(), rng=lambda: 0.5)
        return Seen(stage.call(client), len(server.requests))


def cancelled_crowd(stage: Stage) -> Seen:
    """The pool of ten is fought for by 200 tasks, all cancelled."""
    released = threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            released.wait(10)
            connection.send(ok())

    async def storm(client: Any) -> None:
        tasks = [asyncio.ensure_future(stage.start(client)) for _ in range(200)]
        await asyncio.sleep(0.05)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def later(client: Any) -> None:
        await asyncio.gather(*(stage.start(client, headers={"X-Later": "1"}) for _ in range(20)))

    with raw_server(handle) as server, _places(10):
        client = stage.client(server.url)
        stage.kind.run(storm(client))
        released.set()
        outcome = stage.outcome(lambda: later(client))
        stage.kind.close_clients()
        # The server may read a request of the cancelled ones late.
        return Seen(outcome, sum(b"X-Later: 1" in request for request in server.requests))


def interrupted(error: type[BaseException]) -> Play:
    """Raise `error` in the first wait of a call, in the second, …, until it ends before; as Ctrl-C and signals do."""

    def play(stage: Stage) -> Seen:
        first: list[int] = []
        waits = {"left": -1}

        def count() -> None:
            if waits["left"] == 0:
                waits["left"] = -1
                raise error
            waits["left"] -= 1

        def counting(original: Callable[..., Any]) -> Callable[..., Any]:
            def wait(*arguments: Any, **named: Any) -> Any:
                count()
                return original(*arguments, **named)

            async def wait_async(*arguments: Any, **named: Any) -> Any:
                count()
                return await original(*arguments, **named)

            return wait_async if inspect.iscoroutinefunction(original) else wait

        class Counting(ManualClock):
            sleep = counting(ManualClock.sleep)
            sleep_async = counting(ManualClock.sleep_async)

        from httpcore._backends.anyio import AnyIOBackend, AnyIOStream
        from httpcore._backends.sync import SyncStream

        backend, stream = stage.kind.pick(lambda: (httpcore.SyncBackend, SyncStream), lambda: (AnyIOBackend, AnyIOStream))()
        with raw_server(_failing_first(first)) as server, _one_place(), ExitStack() as patches:
            lean = stage.kind.pick(
                lambda: (
                    (_lean, "_connect"),
                    (_lean.LeanConnection, "_write"),
                    (_lean.LeanConnection, "_wait"),
                ),
                lambda: ((AsyncLeanTransport, "_connect"), (AsyncLeanConnection, "exchange")),
            )()
            httpx = ((backend, "connect_tcp"), (stream, "read"), (stream, "write"))
            for owner, name in (*httpx, *lean, (InFlight, "wait"), (InFlight, "wait_async")):
                patches.enter_context(mock.patch.object(owner, name, counting(getattr(owner, name))))
            scale = _Scale(stage, server.url, first, Counting())
            number = 0
            while _ends_with(stage, scale, error, waits, number):
                number += 1
            assert number > 8
            waits["left"] = -1
            return _one_more(stage, scale, server, first)

    return play


def _ends_with(stage: Stage, scale: _Scale, error: type[BaseException], waits: dict[str, int], number: int) -> bool:
    """Whether a call was interrupted in its wait of this number."""
    scale.renew()
    waits["left"] = number
    try:
        stage.kind.run(stage.start(scale.client))
    except error:
        if stage.kind.is_async:
            _settle(stage, error)
        scale.check()
        return True
    return False


def _settle(stage: Stage, error: type[BaseException]) -> None:
    """An interrupt that leaves the loop in the middle of a task meets those who wait for that task when it runs again."""
    for _ in range(5):
        with suppress(error):
            stage.kind.run(asyncio.sleep(0))


class Rang(Exception):
    """Not a TimeoutError, which a socket's own timeout is too: within a read nobody could tell them apart."""


def timed_out(stage: Stage) -> Seen:
    """A signal's TimeoutError in a thread's read, `asyncio.timeout` around a task's await."""
    silent = threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            if not silent.is_set():
                silent.wait(10)
            connection.send(ok())

    def ring(*_: Any) -> None:
        raise Rang

    async def bounded(client: Any) -> None:
        async with asyncio.timeout(0.1):
            await stage.start(client)

    def alarmed(client: Any) -> None:
        before = signal.signal(signal.SIGALRM, ring)
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        try:
            stage.start(client)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    with raw_server(handle) as server:
        client = stage.client(server.url)
        for _ in range(3):
            assert stage.outcome(lambda: stage.kind.pick(alarmed, bounded)(client)) == stage.kind.pick("Rang", "TimeoutError")  # type: ignore[arg-type, comparison-overlap]
        stage.error = None
        silent.set()
        outcome = stage.call(client, headers={"X-Later": "1"})
        stage.kind.close_clients()
        return Seen(outcome, sum(b"X-Later: 1" in request for request in server.requests))
