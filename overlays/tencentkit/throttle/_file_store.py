"""Slots in a file, shared by the processes of one machine."""

from __future__ import annotations

import asyncio
import hashlib
import mmap
import os
import random
import struct
import threading
import time
from pathlib import Path
from typing import Any

from .._concurrency.fork_safety import renewed_after_fork
from ..errors import RequestInvalid
from ._sliding_window import SlidingWindow
from ._snapshot import dump, load
from ._store import StoreFault, StoreReply, StoreRequest, play

fcntl: Any
try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

_MAGIC = b"tckslot2"
_SWITCH = len(_MAGIC)
_HEADER = 4096
_BANK = 1 << 20
_SIZE = _HEADER + 2 * _BANK
_LENGTH = struct.Struct("<Q")
_TIMEOUT = 0.1
_PAUSE = 0.0002


class FileStore:
    """Keeps the limits over all processes of one machine that are given the same folder; nothing has to run for it.

    Works where `flock` and one monotonic clock for all processes are there: Linux and macOS. The folder must be on a local disk
    (best `/dev/shm` or `/run`), and belong to the processes that share it.

    Args:
        folder: Where to keep one file of some kilobytes for each account, host and action; made where it is missing.

    Raises:
        NotImplementedError: The system has no `flock` (Windows): use `RedisStore` there.
        RequestInvalid: The folder is no path.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        if not folder or not isinstance(folder, str | os.PathLike) or isinstance(os.fspath(folder), bytes):
            raise RequestInvalid("folder", "must be a path")
        if fcntl is None:
            raise NotImplementedError("FileStore needs flock, which this system has not: use RedisStore")
        self._folder = Path(folder)
        self._files: dict[str, _SlotFile] = {}
        renewed_after_fork(self)

    def __repr__(self) -> str:
        return f"FileStore({str(self._folder)!r})"

    def turn(self, bucket: str, turn: StoreRequest) -> StoreReply:
        """See `Store.turn`."""
        ends = time.monotonic() + _TIMEOUT
        while (reply := self._try(bucket, turn)) is None:
            if time.monotonic() >= ends:
                raise StoreFault(f"{self} is locked", silent=True)
            time.sleep(_PAUSE * random.random())  # not all at the same moment
        return reply

    async def turn_async(self, bucket: str, turn: StoreRequest) -> StoreReply:
        """See `Store.turn_async`."""
        ends = time.monotonic() + _TIMEOUT
        while (reply := self._try(bucket, turn)) is None:
            if time.monotonic() >= ends:
                raise StoreFault(f"{self} is locked", silent=True)
            await asyncio.sleep(_PAUSE * random.random())
        return reply

    def close(self) -> None:
        """Close the files; they are opened again when they are needed."""
        for file in self._files.values():
            file.close()
        self._files.clear()

    def renew_after_fork(self) -> None:
        """See `Renewable`: a file that is shared with the parent would share its lock, too."""
        self.close()

    def _try(self, bucket: str, turn: StoreRequest) -> StoreReply | None:
        try:
            file = self._files.get(bucket)
            if file is None or file.is_deleted():
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                name = hashlib.sha256(bucket.encode()).hexdigest()[:32] + ".slots"
                file = self._files[bucket] = _SlotFile(self._folder / name)
            return file.turn(turn)
        except (OSError, ValueError) as error:
            raise StoreFault(f"{self}: {error}") from error


class _SlotFile:
    """One bucket: one byte says which of two banks holds the state, so that a process killed while it writes spoils nothing."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()  # flock knows files, not threads
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            if os.fstat(self._fd).st_size < _SIZE:
                os.ftruncate(self._fd, _SIZE)  # sparse: only what is used takes room
            self._map = mmap.mmap(self._fd, _SIZE)
        except BaseException:
            os.close(self._fd)
            raise

    def is_deleted(self) -> bool:
        """Whether someone removed the file: others would use another."""
        return os.fstat(self._fd).st_nlink == 0

    def turn(self, turn: StoreRequest) -> StoreReply | None:
        """Do a turn; `None` while another has the lock."""
        if not self._lock.acquire(blocking=False):
            return None
        try:
            try:
                fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return None
            try:
                return self._play(turn)
            finally:
                fcntl.flock(self._fd, fcntl.LOCK_UN)
        finally:
            self._lock.release()

    def _play(self, turn: StoreRequest) -> StoreReply:
        state = self._map
        known = state[: len(_MAGIC)] == _MAGIC
        bank = state[_SWITCH]
        log = SlidingWindow()
        if known:
            start = _HEADER + bank * _BANK
            (length,) = _LENGTH.unpack_from(state, start)
            log = load(struct.unpack_from(f"<{length}d", state, start + _LENGTH.size))
        reply = play(log, turn, lost=turn.known and not known)
        numbers = dump(log)
        if len(numbers) * 8 + _LENGTH.size > _BANK:
            raise ValueError(f"{len(log.tickets)} waiting requests are more than the file holds")
        bank = 1 - bank
        struct.pack_into(f"<Q{len(numbers)}d", state, _HEADER + bank * _BANK, len(numbers), *numbers)
        state[_SWITCH] = bank  # one byte: there is no half of it
        if not known:
            state[: len(_MAGIC)] = _MAGIC
        return reply

    def close(self) -> None:
        self._map.close()
        os.close(self._fd)
