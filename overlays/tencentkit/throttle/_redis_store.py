"""Store of buckets in Redis or Valkey, shared by the processes of many hosts."""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from urllib.parse import urlsplit

from .._concurrency.fork_safety import register_fork_reset
from .._redaction import Secret
from ..errors import RequestInvalid
from ._redis_protocol import SCRIPT, ScriptCall, ServerClock
from ._store import StoreFault, StoreReply, StoreRequest

if TYPE_CHECKING:
    import redis
    import redis.asyncio

_SemaphoreT = TypeVar("_SemaphoreT", threading.BoundedSemaphore, asyncio.Semaphore)

_TIMEOUT = 0.1
_MAX_IN_FLIGHT = 8
"""Store requests in flight at once, and so connections, for the threads of a process or for one event loop."""
_ATTEMPTS = 2
_CLOCK_FAULT = "the server clock is unstable: it was set again during the request"
_TIMEOUTS = {"socket_timeout": _TIMEOUT, "socket_connect_timeout": _TIMEOUT}
"""They override the URL's: no call waits longer for a store. Retries of redis-py would take seconds, so they are off, too."""
_PROTOCOL = 2
"""RESP3 would take two more round trips for each connection."""


class RedisStore:
    """Store that shares rate limits between all processes that use the same server. Only the server's clock matters.

    One acquire is one atomic script and one round trip. A server that does not reply within 0.1 s counts as unavailable.

    Args:
        url: `redis://…`, `rediss://…` or `unix://…` for redis-py, with its parameters (`?db=1`).
        prefix: Prefix of the keys.

    Raises:
        ImportError: The extra `redis` is not installed (`pip install 'tencentkit[redis]'`).
        RequestInvalid: redis-py does not accept the URL.
    """

    def __init__(self, url: str, *, prefix: str = "tencentkit:throttle") -> None:
        try:
            import redis
        except ImportError as error:
            raise ImportError("RedisStore needs redis-py: pip install 'tencentkit[redis]'") from error
        if not isinstance(prefix, str):
            raise RequestInvalid("prefix", f"must be a string, not {type(prefix).__name__}")
        self._shown = f"RedisStore({_without_secrets(url)!r})"
        self._url = Secret(url)
        self._prefix = prefix
        self._clock = ServerClock()
        try:
            self._open_for_threads()
        except (redis.RedisError, ValueError, TypeError):
            # Its message may quote the password.
            raise RequestInvalid("url", "must be a URL that redis-py accepts") from None
        self._loops: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _LoopClient] = weakref.WeakKeyDictionary()
        self._inherited: list[object] = []
        register_fork_reset(self)

    def __repr__(self) -> str:
        return self._shown

    def _open_for_threads(self) -> None:
        import redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry

        self._client = redis.Redis.from_url(self._url, protocol=_PROTOCOL)
        self._client.connection_pool.connection_kwargs.update(_TIMEOUTS, retry=Retry(NoBackoff(), 0))
        self._script = self._client.register_script(SCRIPT)
        self._queue: _RequestQueue[threading.BoundedSemaphore] = _RequestQueue(threading.BoundedSemaphore(_MAX_IN_FLIGHT))

    def reset_after_fork(self) -> None:
        """See `ForkAware`: connections belong to the parent."""
        # Closing them here would unregister them from an event loop that the parent still uses.
        self._inherited += [self._client, *self._loops.values()]
        self._loops = weakref.WeakKeyDictionary()
        self._open_for_threads()

    def apply(self, bucket: str, request: StoreRequest) -> StoreReply:
        """See `Store.apply`."""
        import redis

        queue, call = self._queue, ScriptCall(self._clock, bucket, request)
        failures = queue.failures
        with queue.semaphore:
            queue.check(failures)
            try:
                for _ in range(_ATTEMPTS):
                    result = self._script(keys=[f"{self._prefix}:{bucket}"], args=call.arguments())
                    if (reply := call.parse_reply(result)) is not None:
                        return reply
            except (redis.RedisError, OSError) as error:
                raise queue.fault(self, error) from error
        raise StoreFault(f"{self}: {_CLOCK_FAULT}", timed_out=True)

    async def apply_async(self, bucket: str, request: StoreRequest) -> StoreReply:
        """See `Store.apply_async`."""
        import redis

        client = self._loop_client()
        queue, call = client.queue, ScriptCall(self._clock, bucket, request)
        failures = queue.failures
        async with queue.semaphore:
            queue.check(failures)
            try:
                async with asyncio.timeout(_TIMEOUT):
                    for _ in range(_ATTEMPTS):
                        result = await client.script(keys=[f"{self._prefix}:{bucket}"], args=call.arguments())
                        if (reply := call.parse_reply(result)) is not None:
                            return reply
            except (redis.RedisError, OSError) as error:  # TimeoutError is an OSError
                raise queue.fault(self, error) from error
        raise StoreFault(f"{self}: {_CLOCK_FAULT}", timed_out=True)

    def _loop_client(self) -> _LoopClient:
        """Return the client of this event loop."""
        import redis.asyncio
        from redis.asyncio.retry import Retry
        from redis.backoff import NoBackoff

        loop = asyncio.get_running_loop()
        found = self._loops.get(loop)
        if found is None:
            client = redis.asyncio.Redis.from_url(self._url, protocol=_PROTOCOL)
            client.connection_pool.connection_kwargs.update(_TIMEOUTS, retry=Retry(NoBackoff(), 0))
            queue = _RequestQueue(asyncio.Semaphore(_MAX_IN_FLIGHT))
            found = self._loops[loop] = _LoopClient(client, client.register_script(SCRIPT), queue)
        return found

    def close(self) -> None:
        """Close the connections of threads; the next use opens them again."""
        self._client.close()

    async def aclose(self) -> None:
        """Close the connections of this event loop."""
        found = self._loops.pop(asyncio.get_running_loop(), None)
        if found is not None:
            await found.client.aclose()


class _RequestQueue(Generic[_SemaphoreT]):
    """Concurrency limit for store requests: two hundred that open a connection each would time out.

    When a request in flight fails, the queued requests fail with it.
    """

    def __init__(self, semaphore: _SemaphoreT) -> None:
        self.semaphore: _SemaphoreT = semaphore
        self.failures = 0
        self._timed_out = False

    def fault(self, store: RedisStore, error: Exception) -> StoreFault:
        """Count a failure; return the exception for it."""
        import redis

        self.failures += 1
        self._timed_out = isinstance(error, redis.TimeoutError | TimeoutError)
        return StoreFault(f"{store}: {str(error) or 'timed out'}", timed_out=self._timed_out)

    def check(self, failures: int) -> None:
        """Raise if a request has failed since there were `failures`."""
        if self.failures != failures:
            raise StoreFault("the store failed for earlier requests in the queue", timed_out=self._timed_out)


class _LoopClient(NamedTuple):
    """Client of one event loop."""

    client: redis.asyncio.Redis
    script: Callable[..., Awaitable[list[Any]]]
    queue: _RequestQueue[asyncio.Semaphore]


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
