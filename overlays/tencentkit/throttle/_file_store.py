"""Store of buckets in files, shared by the processes of one machine."""

from __future__ import annotations

import asyncio
import hashlib
import mmap
import os
import random
import struct
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .._concurrency.fork_safety import register_fork_reset
from ..errors import RequestInvalid
from ._peers import Peer, Peers
from ._store import StoreFault, StoreReply, StoreRequest, apply_request
from ._store_window import StoreWindow

fcntl: Any
try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

_MAGIC = b"tckslot2"
_BANK_SELECTOR = len(_MAGIC)
_HEADER_SIZE = 4096
_BANK_SIZE = 1 << 20
_FILE_SIZE = _HEADER_SIZE + 2 * _BANK_SIZE
_LENGTH = struct.Struct("<Q")
_TIMEOUT = 0.1
_LOCK_RETRY = 0.0002


class FileStore:
    """Store that shares rate limits between all processes of one machine that use the same folder. It needs no server.

    It needs `flock` and one monotonic clock for all processes: Linux and macOS. The folder must be on a local disk (best
    `/dev/shm` or `/run`), and belong to the processes that share it.

    Args:
        folder: Folder with one file of some kilobytes for each account, host and action; created if missing.

    Raises:
        NotImplementedError: The system has no `flock` (Windows): use `RedisStore` there.
        RequestInvalid: The folder is not a path.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        if not folder or not isinstance(folder, str | os.PathLike) or isinstance(os.fspath(folder), bytes):
            raise RequestInvalid("folder", "must be a path")
        if fcntl is None:
            raise NotImplementedError("FileStore needs flock, which this system does not have: use RedisStore")
        self._folder = Path(folder)
        self._files: dict[str, _BucketFile] = {}
        register_fork_reset(self)

    def __repr__(self) -> str:
        return f"FileStore({str(self._folder)!r})"

    def apply(self, bucket: str, request: StoreRequest) -> StoreReply:
        """See `Store.apply`."""
        deadline = time.monotonic() + _TIMEOUT
        while (reply := self._try_apply(bucket, request)) is None:
            if time.monotonic() >= deadline:
                raise self._lock_timeout()
            time.sleep(_LOCK_RETRY * random.random())  # random, so that waiting processes do not collide again
        return reply

    async def apply_async(self, bucket: str, request: StoreRequest) -> StoreReply:
        """See `Store.apply_async`."""
        deadline = time.monotonic() + _TIMEOUT
        while (reply := self._try_apply(bucket, request)) is None:
            if time.monotonic() >= deadline:
                raise self._lock_timeout()
            await asyncio.sleep(_LOCK_RETRY * random.random())
        return reply

    def close(self) -> None:
        """Close the files; the next use opens them again."""
        for file in self._files.values():
            file.close()
        self._files.clear()

    def reset_after_fork(self) -> None:
        """See `ForkAware`: an inherited file would share the parent's lock."""
        self.close()

    def _lock_timeout(self) -> StoreFault:
        return StoreFault(f"{self} timed out after {_TIMEOUT:g} s: its file is locked", timed_out=True)

    def _try_apply(self, bucket: str, request: StoreRequest) -> StoreReply | None:
        try:
            file = self._files.get(bucket)
            if file is None or file.is_deleted():
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                name = hashlib.sha256(bucket.encode()).hexdigest()[:32] + ".slots"
                file = self._files[bucket] = _BucketFile(self._folder / name)
            return file.try_apply(request)
        except (OSError, ValueError) as error:
            raise StoreFault(f"{self}: {error}") from error


class _BucketFile:
    """File of one bucket. One byte selects one of two banks, so that a process killed while it writes corrupts nothing."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()  # flock excludes open files, not threads
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            if os.fstat(self._fd).st_size < _FILE_SIZE:
                os.ftruncate(self._fd, _FILE_SIZE)  # sparse: unused parts need no space
            self._map = mmap.mmap(self._fd, _FILE_SIZE)
        except BaseException:
            os.close(self._fd)
            raise

    def is_deleted(self) -> bool:
        """Return whether the file was removed: other processes would use a new one."""
        return os.fstat(self._fd).st_nlink == 0

    def try_apply(self, request: StoreRequest) -> StoreReply | None:
        """Apply a request; return `None` while another thread or process holds the lock."""
        if not self._lock.acquire(blocking=False):
            return None
        try:
            try:
                fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return None
            try:
                return self._apply(request)
            finally:
                fcntl.flock(self._fd, fcntl.LOCK_UN)
        finally:
            self._lock.release()

    def _apply(self, request: StoreRequest) -> StoreReply:
        content = self._map
        has_state = content[: len(_MAGIC)] == _MAGIC
        bank = content[_BANK_SELECTOR]
        window = StoreWindow()
        if has_state:
            start = _HEADER_SIZE + bank * _BANK_SIZE
            (length,) = _LENGTH.unpack_from(content, start)
            window = load(struct.unpack_from(f"<{length}d", content, start + _LENGTH.size))
        reply = apply_request(window, request, state_lost=request.used_recently and not has_state)
        numbers = dump(window)
        if len(numbers) * 8 + _LENGTH.size > _BANK_SIZE:
            raise ValueError(f"the file has no room for {len(window.waiters)} waiting requests")
        bank = 1 - bank
        struct.pack_into(f"<Q{len(numbers)}d", content, _HEADER_SIZE + bank * _BANK_SIZE, len(numbers), *numbers)
        content[_BANK_SELECTOR] = bank  # a single byte is written atomically
        if not has_state:
            content[: len(_MAGIC)] = _MAGIC
        return reply

    def close(self) -> None:
        self._map.close()
        os.close(self._fd)


def dump(window: StoreWindow) -> list[float]:
    """Return the state of a sliding window as numbers, in the order of the file format."""
    peers = window.peers.known
    return [
        *(window.last_acquired, window.paused_until, window.learned_limit, window.learned_floor, window.max_transit),
        *(window.refused_at, window.raised_at, window.recovery_delay),
        *(len(window.in_flight), len(window.arrivals), len(window.waiters), len(window.freed), len(peers)),
        *window.in_flight,
        *(acquired for acquired, _ in window.in_flight.values()),
        *(until for _, until in window.in_flight.values()),
        *window.arrivals,
        *window.waiters,
        *window.retry_at,
        *window.waiter_peers,
        *window.freed,
        *peers,
        *(peer.seen for peer in peers.values()),
        *(peer.fair_share for peer in peers.values()),
        *(peer.missing_until for peer in peers.values()),
    ]


def load(numbers: Sequence[float]) -> StoreWindow:
    """Return the sliding window of the numbers from `dump`."""
    window = StoreWindow()
    window.last_acquired, window.paused_until, limit, floor, window.max_transit = numbers[:5]
    window.refused_at, window.raised_at, window.recovery_delay = numbers[5:8]
    window.learned_limit, window.learned_floor = int(limit), int(floor)
    in_flight, arrivals, waiters, freed, peers = map(int, numbers[8:13])
    end = 13

    def part(count: int) -> list[float]:
        nonlocal end
        end += count
        return list(numbers[end - count : end])

    if in_flight:
        tickets, acquired, until = map(int, part(in_flight)), part(in_flight), part(in_flight)
        window.in_flight = dict(zip(tickets, zip(acquired, until, strict=True), strict=True))
    window.arrivals = part(arrivals)
    if waiters:
        window.waiters, window.retry_at, window.waiter_peers = [*map(int, part(waiters))], part(waiters), [*map(int, part(waiters))]
    window.freed = part(freed)
    if peers:
        names, seen, shares, missing = map(int, part(peers)), part(peers), map(int, part(peers)), part(peers)
        window.peers = Peers(dict(zip(names, map(Peer, seen, shares, missing), strict=True)))
    return window
