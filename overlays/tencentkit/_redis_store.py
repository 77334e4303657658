"""Slots in Redis or Valkey, shared by the processes of many hosts."""

from __future__ import annotations

import asyncio
import os
import threading
import weakref
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from urllib.parse import urlsplit

from ._redis_script import SCRIPT
from ._stores import Reply, StoreFault, Turn

if TYPE_CHECKING:
    import redis
    import redis.asyncio

_SemaphoreT = TypeVar("_SemaphoreT", threading.BoundedSemaphore, asyncio.Semaphore)

_TIMEOUT = 0.1
_AT_ONCE = 8
"""Questions under way at once, and so connections, of the threads of a process or of one event loop."""
_BELIEVED = 10.0
"""Seconds for which two clocks run alike."""
_TOLERANCE = 0.15
"""Seconds that an answer may take longer than thought before the server's clock must have been set."""


class RedisStore:
    """Keeps the limits over all processes that are given the same server, by that server's clock: theirs may be off.

    One call is one atomic script and one round trip. A server that does not answer within 0.1 s counts as down.

    Args:
        url: `redis://…`, `rediss://…` or `unix://…`, as redis-py reads it; its parameters (`?db=1`) count.
        prefix: What the keys begin with.

    Raises:
        ImportError: The extra `redis` is not installed (`pip install 'tencentkit[redis]'`).
        ValueError: The URL is none of Redis.
    """

    def __init__(self, url: str, *, prefix: str = "tencentkit:throttle") -> None:
        try:
            import redis
        except ImportError as error:
            raise ImportError("RedisStore needs redis-py: pip install 'tencentkit[redis]'") from error
        self._url = url
        self._prefix = prefix
        self._clock = _ServerClock()
        self._client = redis.Redis.from_url(url, **self._options())
        self._script = self._client.register_script(SCRIPT)
        self._gate: _Gate[threading.BoundedSemaphore] = _Gate(threading.BoundedSemaphore(_AT_ONCE))
        self._process = os.getpid()
        self._loops: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Opened] = weakref.WeakKeyDictionary()

    def __repr__(self) -> str:
        parts = urlsplit(self._url)
        return f"RedisStore({f'{parts.scheme}://{parts.hostname or parts.path}' + (f':{parts.port}' if parts.port else '')!r})"

    @staticmethod
    def _options(*, for_loop: bool = False) -> dict[str, Any]:
        from redis.backoff import NoBackoff

        if for_loop:
            from redis.asyncio.retry import Retry
        else:
            from redis.retry import Retry  # type: ignore[assignment]
        # redis-py's own retries take seconds.
        return {
            "retry": Retry(NoBackoff(), 0),
            "socket_timeout": _TIMEOUT,
            "socket_connect_timeout": _TIMEOUT,
        }

    def turn(self, bucket: str, turn: Turn) -> Reply:
        """See `Store.turn`."""
        import redis

        if self._process != os.getpid():
            self._gate, self._process = _Gate(threading.BoundedSemaphore(_AT_ONCE)), os.getpid()
        gate = self._gate
        seen = gate.failures
        with gate.semaphore:
            gate.check(seen)
            try:
                answer = self._script(keys=[f"{self._prefix}:{bucket}"], args=self._arguments(bucket, turn))
            except (redis.RedisError, OSError) as error:
                gate.failures += 1
                raise StoreFault(f"{self}: {error}") from error
        return self._read(bucket, answer, turn)

    async def turn_async(self, bucket: str, turn: Turn) -> Reply:
        """See `Store.turn_async`."""
        import redis

        opened = self._opened()
        gate = opened.gate
        seen = gate.failures
        async with gate.semaphore:
            gate.check(seen)
            try:
                async with asyncio.timeout(_TIMEOUT):
                    answer = await opened.script(keys=[f"{self._prefix}:{bucket}"], args=self._arguments(bucket, turn))
            except (redis.RedisError, OSError) as error:  # TimeoutError is an OSError
                gate.failures += 1
                raise StoreFault(f"{self}: {error or 'no answer in time'}") from error
        return self._read(bucket, answer, turn)

    def _opened(self) -> _Opened:
        """What belongs to this event loop, in this process."""
        import redis.asyncio

        loop = asyncio.get_running_loop()
        opened = self._loops.get(loop)
        if opened is None or opened.process != os.getpid():
            client = redis.asyncio.Redis.from_url(self._url, **self._options(for_loop=True))
            opened = _Opened(client, client.register_script(SCRIPT), _Gate(asyncio.Semaphore(_AT_ONCE)), os.getpid())
            self._loops[loop] = opened
        return opened

    def _arguments(self, bucket: str, turn: Turn) -> list[str]:
        expected = self._clock.expected(bucket, turn.now)
        rules = turn.rules
        numbers = (rules.limit, f"{rules.span:.6f}", f"{rules.gap:.6f}", f"{turn.lead:.6f}")
        expectation = ("" if expected is None else f"{expected:.6f}", str(_TOLERANCE))
        arguments = [str(turn.ticket), *map(str, numbers), str(int(turn.known)), *expectation]
        for kind, ticket, at, extra in turn.reports:
            arguments += [kind, str(ticket), f"{turn.now - at:.6f}", f"{extra:.6f}"]
        return arguments

    def _read(self, bucket: str, answer: list[Any], turn: Turn) -> Reply:
        wait, left, waiting, allowed, window, now = answer
        self._clock.learn(bucket, float(now), turn.now)
        return Reply(int(wait) / 1e6, int(left), int(waiting), int(allowed), float(window))

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

    def check(self, seen: int) -> None:
        """Raise if there was a failure since `seen`."""
        if self.failures != seen:
            raise StoreFault("it failed for those before in the line")


class _Opened(NamedTuple):
    """The client of one event loop."""

    client: redis.asyncio.Redis
    script: Callable[..., Awaitable[list[Any]]]
    gate: _Gate[asyncio.Semaphore]
    process: int


class _ServerClock:
    """What time the log of each bucket should have, by this process's monotonic clock."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[float, float]] = {}

    def expected(self, bucket: str, at: float) -> float | None:
        """The log's time at `at`; `None` if it was not seen of late."""
        seen = self._seen.get(bucket)
        return None if seen is None or at - seen[1] > _BELIEVED else seen[0] + at - seen[1]

    def learn(self, bucket: str, time_there: float, at: float) -> None:
        """The log's time was `time_there` just after `at`."""
        self._seen[bucket] = (time_there, at)
