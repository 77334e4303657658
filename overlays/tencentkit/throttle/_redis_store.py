"""Slots in Redis or Valkey, shared by the processes of many hosts."""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from urllib.parse import urlsplit

from .._concurrency.fork_safety import renewed_after_fork
from .._redaction import Secret
from ..errors import RequestInvalid
from ._redis_protocol import ScriptCall, ServerClock
from ._redis_script import SCRIPT
from ._store import StoreFault, StoreReply, StoreRequest

if TYPE_CHECKING:
    import redis
    import redis.asyncio

_SemaphoreT = TypeVar("_SemaphoreT", threading.BoundedSemaphore, asyncio.Semaphore)

_TIMEOUT = 0.1
_AT_ONCE = 8
"""Questions under way at once, and so connections, of the threads of a process or of one event loop."""
_TRIES = 2
_NO_CLOCK = "its clock cannot be told"
_TIMEOUTS = {"socket_timeout": _TIMEOUT, "socket_connect_timeout": _TIMEOUT}
"""They count whatever the URL says: a call waits no longer for a store. Nor does redis-py retry, which takes it seconds."""
_PROTOCOL = 2
"""The third one takes two round trips more for each connection."""


class RedisStore:
    """Keeps the limits over all processes that are given the same server, by that server's clock: theirs may be off.

    One call is one atomic script and one round trip. A server that does not answer within 0.1 s counts as down.

    Args:
        url: `redis://…`, `rediss://…` or `unix://…`, as redis-py reads it; its parameters (`?db=1`) count.
        prefix: What the keys begin with.

    Raises:
        ImportError: The extra `redis` is not installed (`pip install 'tencentkit[redis]'`).
        RequestInvalid: The URL is none of Redis.
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
            self._opened_for_threads()
        except (redis.RedisError, ValueError, TypeError):
            # Its text may quote the password.
            raise RequestInvalid("url", "is none that redis-py reads") from None
        self._loops: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Opened] = weakref.WeakKeyDictionary()
        self._parents: list[object] = []
        renewed_after_fork(self)

    def __repr__(self) -> str:
        return self._shown

    def _opened_for_threads(self) -> None:
        import redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry

        self._client = redis.Redis.from_url(self._url, protocol=_PROTOCOL)
        self._client.connection_pool.connection_kwargs.update(_TIMEOUTS, retry=Retry(NoBackoff(), 0))
        self._script = self._client.register_script(SCRIPT)
        self._gate: _Gate[threading.BoundedSemaphore] = _Gate(threading.BoundedSemaphore(_AT_ONCE))

    def renew_after_fork(self) -> None:
        """See `Renewable`: connections are the parent's."""
        # They are kept, or an event loop that is the parent's, too, would stop to listen to them.
        self._parents += [self._client, *self._loops.values()]
        self._loops = weakref.WeakKeyDictionary()
        self._opened_for_threads()

    def turn(self, bucket: str, turn: StoreRequest) -> StoreReply:
        """See `Store.turn`."""
        import redis

        gate, question = self._gate, ScriptCall(self._clock, bucket, turn)
        seen = gate.failures
        with gate.semaphore:
            gate.check(seen)
            try:
                for _ in range(_TRIES):
                    answer = self._script(keys=[f"{self._prefix}:{bucket}"], args=question.arguments())
                    if (reply := question.read(answer)) is not None:
                        return reply
            except (redis.RedisError, OSError) as error:
                raise gate.failed(self, error) from error
        raise StoreFault(f"{self}: {_NO_CLOCK}", silent=True)

    async def turn_async(self, bucket: str, turn: StoreRequest) -> StoreReply:
        """See `Store.turn_async`."""
        import redis

        opened = self._opened()
        gate, question = opened.gate, ScriptCall(self._clock, bucket, turn)
        seen = gate.failures
        async with gate.semaphore:
            gate.check(seen)
            try:
                async with asyncio.timeout(_TIMEOUT):
                    for _ in range(_TRIES):
                        answer = await opened.script(keys=[f"{self._prefix}:{bucket}"], args=question.arguments())
                        if (reply := question.read(answer)) is not None:
                            return reply
            except (redis.RedisError, OSError) as error:  # TimeoutError is an OSError
                raise gate.failed(self, error) from error
        raise StoreFault(f"{self}: {_NO_CLOCK}", silent=True)

    def _opened(self) -> _Opened:
        """What belongs to this event loop."""
        import redis.asyncio
        from redis.asyncio.retry import Retry
        from redis.backoff import NoBackoff

        loop = asyncio.get_running_loop()
        opened = self._loops.get(loop)
        if opened is None:
            client = redis.asyncio.Redis.from_url(self._url, protocol=_PROTOCOL)
            client.connection_pool.connection_kwargs.update(_TIMEOUTS, retry=Retry(NoBackoff(), 0))
            opened = self._loops[loop] = _Opened(client, client.register_script(SCRIPT), _Gate(asyncio.Semaphore(_AT_ONCE)))
        return opened

    def close(self) -> None:
        """Close the connections of threads; they are opened again when they are needed."""
        self._client.close()

    async def aclose(self) -> None:
        """Close the connections of this event loop."""
        found = self._loops.pop(asyncio.get_running_loop(), None)
        if found is not None:
            await found.client.aclose()


class _Gate(Generic[_SemaphoreT]):
    """Lets a few ask at once: two hundred that all open a connection would be too slow to be answered in time.

    Who stood in line while the store failed gives up with those who asked.
    """

    def __init__(self, semaphore: _SemaphoreT) -> None:
        self.semaphore: _SemaphoreT = semaphore
        self.failures = 0
        self._silent = False

    def failed(self, store: RedisStore, error: Exception) -> StoreFault:
        """Note a failure; what to raise for it."""
        import redis

        self.failures += 1
        self._silent = isinstance(error, redis.TimeoutError | TimeoutError)
        return StoreFault(f"{store}: {str(error) or 'no answer in time'}", silent=self._silent)

    def check(self, seen: int) -> None:
        """Raise if there was a failure since `seen`."""
        if self.failures != seen:
            raise StoreFault("it failed for those before in the line", silent=self._silent)


class _Opened(NamedTuple):
    """The client of one event loop."""

    client: redis.asyncio.Redis
    script: Callable[..., Awaitable[list[Any]]]
    gate: _Gate[asyncio.Semaphore]


def _without_secrets(url: Any) -> str:
    """The address in `url`, without user name, password and parameters."""
    if not isinstance(url, str):
        raise RequestInvalid("url", f"must be a string, not {type(url).__name__}")
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    except ValueError:
        raise RequestInvalid("url", "is no URL") from None
    if parts.scheme not in {"redis", "rediss", "unix"}:
        raise RequestInvalid("url", "must begin with redis://, rediss:// or unix://")
    return f"{parts.scheme}://{host or parts.path}{port}"
