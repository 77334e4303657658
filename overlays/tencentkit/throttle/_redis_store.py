"""Store of leases in Redis or Valkey, shared by the processes of many hosts."""

from __future__ import annotations

import asyncio
import hashlib
import os
import threading
import weakref
from collections.abc import Callable
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from .. import _timers
from .._concurrency.fork_safety import register_fork_reset
from .._redaction import Secret
from .._validation.numbers import check_number
from ..errors import RequestInvalid
from ._store import LeaseReply, LeaseRequest, StoreFault

SCRIPT = files("tencentkit.throttle").joinpath("lease.lua").read_text("utf-8")
_PARTS = ("", ":expiries", ":line", ":demand", ":pending")
_PROTOCOL = 2
"""RESP3 would take two more round trips for each connection."""
_DIGEST = hashlib.sha1(SCRIPT.encode(), usedforsecurity=False).hexdigest()
_SHORT_TIMEOUTS = (1.0, 0.5, 0.2, 0.1, 0.05)
_REFUSAL_TIMEOUT = 0.2
_CLUSTER_RETRIES = 1
"""To follow a slot that moved; the default of redis-py sleeps for seconds between three retries."""
_PERMANENT = (
    *("NOAUTH", "WRONGPASS", "NOPERM", "DENIED", "unauthenticated", "unknown command"),
    *("invalid password", "invalid username", "no password is set"),
)
_RECONNECT = ("READONLY", "MOVED", "MASTERDOWN", "LOADING", "CLUSTERDOWN", "TRYAGAIN", "ASK ")


class RedisStore:
    """Store that shares rate limits between all processes that use the same server. Only the server's clock matters.

    A process renews its lease about each second with one atomic script and one round trip; its calls need no store.

    Args:
        url: `redis://…`, `rediss://…` or `unix://…` for redis-py, with its parameters (`?db=1`, `?ssl_ca_certs=…`).
        client: Client of redis-py instead of the URL, sync or async: also from `redis.sentinel` and `redis.cluster`.
            The store does not close it. A synchronous client serves threads, an asynchronous one its event loop.
        prefix: Prefix of the keys.
        connect_timeout: Seconds to connect. Not used for `client`.
        timeout: Seconds to wait for a reply. Not used for a synchronous `client`, which has its own.

    Raises:
        ImportError: The extra `redis` is not installed (`pip install 'tencentkit[redis]'`).
        RequestInvalid: redis-py does not accept the URL, or not exactly one of `url` and `client` is set.
    """

    def __init__(
        self,
        url: str | None = None,
        *,
        client: Any = None,
        prefix: str = "tencentkit:throttle",
        connect_timeout: float = 2.0,
        timeout: float = 1.0,
    ) -> None:
        try:
            import redis
        except ImportError as error:
            raise ImportError("RedisStore needs redis-py: pip install 'tencentkit[redis]'") from error
        if not isinstance(prefix, str):
            raise RequestInvalid("prefix", f"must be a string, not {type(prefix).__name__}")
        check_number("connect_timeout", connect_timeout, 0, 60, above=True)
        check_number("timeout", timeout, 0, 60, above=True)
        if url is not None and client is not None:
            raise RequestInvalid("client", "must not be set together with url")
        self._timeout = timeout
        self._options: dict[str, Any] = {"socket_timeout": timeout, "socket_connect_timeout": connect_timeout, "protocol": _PROTOCOL}
        self._prefix = prefix
        self._cluster = self._closed = False
        self._url: Secret | None = None
        self._given = client
        if client is None:
            self._shown = f"RedisStore({_without_secrets(url)!r})"
            self._url = Secret(str(url))
        else:
            if not callable(getattr(client, "eval", None)):
                raise RequestInvalid("client", f"must be a client of redis-py, not {type(client).__name__}")
            self._shown = f"RedisStore(client={type(client).__module__.split('.')[0]}.{type(client).__name__})"
        self._is_async = asyncio.iscoroutinefunction(getattr(client, "execute_command", None))
        self._loops: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, Any] = weakref.WeakKeyDictionary()
        self._inherited: list[object] = []
        self._lock = threading.Lock()
        self._pid = os.getpid()
        self._now: Callable[[], float] | None = None  # for tests; else the time of the server
        self._clients: dict[float | None, Any] = {}
        """Clients of threads by timeout: those for calls with little time left have shorter ones."""
        try:
            self._client_within(None)
        except (redis.RedisError, ValueError, TypeError):
            # Its message may quote the password.
            raise RequestInvalid("url", "must be a URL that redis-py accepts") from None
        register_fork_reset(self)

    def __repr__(self) -> str:
        return getattr(self, "_shown", "RedisStore()")  # as in `FileStore`

    def _follow_cluster(self, error: Exception) -> bool:
        """Return whether the address belongs to a cluster, and use clients for clusters from now on."""
        import redis.exceptions

        if self._url is None or self._cluster or not isinstance(error, redis.exceptions.MovedError):
            return False
        with self._lock:
            self._cluster = True
            self._drop_clients()
        return True

    def _drop_clients(self) -> None:
        """Use new clients from now on; the old ones stay open, because other calls or the parent may use them."""
        self._inherited += [*self._clients.values(), *self._loops.values()]
        self._clients, self._loops = {}, weakref.WeakKeyDictionary()

    def _client_within(self, budget: float | None) -> Any:
        """Return the client of threads; for a call with little time left, one with short timeouts."""
        if self._url is None:
            return self._given
        seconds = None
        if budget is not None and budget < self._options["socket_connect_timeout"] + self._timeout:
            # Connecting and the reply may take as long each.
            seconds = next((short for short in _SHORT_TIMEOUTS if 2 * short <= budget), _SHORT_TIMEOUTS[-1])
        found = self._clients.get(seconds)
        if found is None:
            created = self._new_client(self._url, seconds)  # a client for a cluster connects, so no lock is held
            with self._lock:
                found = self._clients.setdefault(seconds, created)
        return found

    def _new_client(self, url: Secret, timeout: float | None) -> Any:
        import redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry

        options = dict(self._options)
        if timeout is not None:
            for name in ("socket_timeout", "socket_connect_timeout"):
                options[name] = min(options[name], timeout)
        if self._cluster:
            return redis.RedisCluster.from_url(url, **options, retry=Retry(NoBackoff(), _CLUSTER_RETRIES))
        client = redis.Redis.from_url(url, **options)
        # The options override those of the URL. Retries of redis-py would exceed the timeout.
        client.connection_pool.connection_kwargs.update(options, retry=Retry(NoBackoff(), 0))
        return client

    def reset_after_fork(self) -> None:
        """See `ForkAware`: connections belong to the parent."""
        # Closing them here would unregister them from an event loop that the parent still uses.
        self._lock, self._pid = threading.Lock(), os.getpid()
        if self._url is not None:
            self._drop_clients()

    def renew(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        """See `Store.renew`."""
        import redis.exceptions

        if os.getpid() != self._pid:
            self.reset_after_fork()  # a fork without hooks
        if self._closed and not request.want:
            raise StoreFault(f"{self} is closed", delivered=False)  # a last report opens no connection again
        if self._is_async:
            raise StoreFault(f"{self}: the client is asynchronous, so a thread cannot use it", permanent=True)
        self._closed = False
        client: Any = None
        arguments = self._arguments(bucket, request)
        for attempt in (1, 2):
            try:
                client = client or self._client_within(budget)
                try:
                    return _parse(client.evalsha(_DIGEST, *arguments))
                except redis.exceptions.NoScriptError:
                    return _parse(client.eval(SCRIPT, *arguments))
            except (redis.RedisError, redis.exceptions.RedisClusterException, OSError) as error:
                if attempt == 2 or not _should_reconnect(error):
                    raise self._fault(_refusal(client) if _was_reset(error) else None, error) from error
                if self._follow_cluster(error):
                    return self.renew(bucket, request, budget)
                _disconnect(client)
        raise AssertionError

    async def renew_async(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        """See `Store.renew_async`."""
        import redis.exceptions

        if not (request.want or self._is_async or self._url is None) and asyncio.get_running_loop() not in self._loops:
            raise StoreFault(f"{self} is closed", delivered=False)
        client: Any = None
        arguments = self._arguments(bucket, request)
        allowed = self._options["socket_connect_timeout"] + self._timeout
        for attempt in (1, 2):
            try:
                async with _timers.timeout(allowed if budget is None else min(allowed, budget)):
                    client = client or self._loop_client()
                    try:
                        return _parse(await client.evalsha(_DIGEST, *arguments))
                    except redis.exceptions.NoScriptError:
                        return _parse(await client.eval(SCRIPT, *arguments))
            except (redis.RedisError, redis.exceptions.RedisClusterException, OSError) as error:  # TimeoutError is an OSError
                if attempt == 2 or not _should_reconnect(error):
                    raise self._fault(await _refusal_async(client) if _was_reset(error) else None, error) from error
                if self._follow_cluster(error):
                    return await self.renew_async(bucket, request, budget)
                await _disconnect_async(client)
        raise AssertionError

    def _loop_client(self) -> Any:
        """Return the client of this event loop."""
        if self._is_async:
            return self._given
        if self._url is None:
            return _ThreadedClient(self._given)
        import redis.asyncio
        from redis.asyncio.retry import Retry
        from redis.backoff import NoBackoff

        loop = asyncio.get_running_loop()
        found = self._loops.get(loop)
        if found is None:
            if self._cluster:
                retry = Retry(NoBackoff(), _CLUSTER_RETRIES)
                found = self._loops[loop] = redis.asyncio.RedisCluster.from_url(self._url, **self._options, retry=retry)
                return found
            found = self._loops[loop] = redis.asyncio.Redis.from_url(self._url, **self._options)
            found.connection_pool.connection_kwargs.update(self._options, retry=Retry(NoBackoff(), 0))
        return found

    def _arguments(self, bucket: str, request: LeaseRequest) -> tuple[Any, ...]:
        now = () if self._now is None else (f"{self._now():.6f}",)
        return (len(_PARTS), *self._keys(bucket), *_arguments(request), *now)

    def _keys(self, bucket: str) -> list[str]:
        # One hash tag, so that a cluster keeps the keys of a bucket together.
        return [f"{self._prefix}:{{{bucket}}}{part}" for part in _PARTS]

    def _fault(self, refusal: Exception | None, error: Exception) -> StoreFault:
        import redis.exceptions

        error = refusal or error
        text = str(error) or "timed out"
        permanent = isinstance(error, redis.AuthenticationError | redis.exceptions.NoPermissionError) or any(
            word in text for word in _PERMANENT
        )
        # A server that refuses a command, or the connection, has not applied the renewal.
        delivered = not (isinstance(error, redis.ResponseError | redis.AuthenticationError) or "connecting to" in text)
        return StoreFault(f"{self}: {type(error).__name__}: {text}", permanent=permanent, delivered=delivered)

    def close(self) -> None:
        """Close the connections of threads; the next call opens them again."""
        self._closed = True
        if self._url is not None:
            for client in list(self._clients.values()):
                client.close()

    async def disconnect_idle(self) -> None:
        """Close the idle connections of this event loop; the next renewal opens one again."""
        client = self._loops.get(asyncio.get_running_loop())
        if client is not None and self._cluster:
            await self.aclose()  # a client of a cluster does not tell idle connections from used ones
        elif client is not None:
            await client.connection_pool.disconnect(inuse_connections=False)

    async def aclose(self) -> None:
        """Close the connections of this event loop."""
        found = self._loops.pop(asyncio.get_running_loop(), None)
        if found is not None:
            await found.aclose()


class _ThreadedClient:
    """Synchronous client of the user's, for an event loop: each request runs in a thread."""

    def __init__(self, client: Any) -> None:
        self._client = client

    async def eval(self, *arguments: Any) -> Any:
        return await asyncio.to_thread(self._client.eval, *arguments)

    async def evalsha(self, *arguments: Any) -> Any:
        return await asyncio.to_thread(self._client.evalsha, *arguments)

    async def ping(self) -> Any:
        return await asyncio.to_thread(self._client.ping)


def _arguments(request: LeaseRequest) -> list[str]:
    return [f"{value:.6f}" if isinstance(value, float) else str(int(value)) for value in request]


def _parse(reply: list[Any]) -> LeaseReply:
    held, delayed, starts, target, turn, lease, renew, members, allowed, contended, wait = reply
    return LeaseReply(
        int(held), int(delayed), float(starts), int(target), float(turn), float(lease), float(renew), int(members), int(allowed),
        bool(int(contended)), float(wait),
    )  # fmt: skip


def _should_reconnect(error: Exception) -> bool:
    """Return whether the server says that another one is responsible, or that its connection is stale."""
    text = f"{type(error).__name__.upper()} {error}"
    return any(word in text for word in _RECONNECT)


def _was_reset(error: Exception) -> bool:
    """Return whether the server closed the connection. It does so, perhaps before the client reads why, if a password is missing."""
    return type(error).__name__ in {"ConnectionError", "ConnectionResetError"} and "connecting to" not in str(error)


def _refusal(client: Any) -> Exception | None:
    """Return the error for which the server refuses the client: a short command without a password gets it for certain."""
    import redis.exceptions

    try:
        client.ping()
    except redis.ResponseError as error:
        return error
    except (redis.RedisError, redis.exceptions.RedisClusterException, OSError) as error:
        return error if isinstance(error, redis.AuthenticationError) else None
    return None


async def _refusal_async(client: Any) -> Exception | None:
    """`_refusal` for an event loop."""
    import redis.exceptions

    try:
        async with _timers.timeout(_REFUSAL_TIMEOUT):
            await client.ping()
    except redis.ResponseError as error:
        return error
    except (redis.RedisError, redis.exceptions.RedisClusterException, OSError) as error:
        return error if isinstance(error, redis.AuthenticationError) else None
    return None


def _disconnect(client: Any) -> None:
    pool = getattr(client, "connection_pool", None)
    if pool is not None:
        pool.disconnect()


async def _disconnect_async(client: Any) -> None:
    pool = getattr(client, "connection_pool", None)
    if pool is not None:
        await pool.disconnect()


def _without_secrets(url: Any) -> str:
    """Return the address in `url`, without user name, password and parameters."""
    if not isinstance(url, str):
        raise RequestInvalid("url", f"must be a string, not {type(url).__name__}")
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    except ValueError:
        raise RequestInvalid("url", "must be a valid URL") from None
    if parts.scheme not in {"redis", "rediss", "unix"}:
        raise RequestInvalid("url", "must begin with redis://, rediss:// or unix://")
    return f"{parts.scheme}://{host or parts.path}{port}"
