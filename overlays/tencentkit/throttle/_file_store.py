"""Store of leases in files, shared by the processes of one machine."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from .. import _timers
from .._monotonic import monotonic
from .._validation.numbers import check_number
from ..errors import RequestInvalid
from ._lease_table import LeaseTable
from ._store import LeaseReply, LeaseRequest, StoreFault

fcntl: Any
try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

_VERSION = 3
_LOCK_RETRY = 0.0005
_PERMANENT = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP)


class FileStore:
    """Store that shares rate limits between all processes of one machine that use the same folder. It needs no server.

    It needs `flock` and one monotonic clock for all processes: Linux and macOS. The folder must be on a local disk (best
    `/dev/shm` or `/run`), and belong to the processes that share it.

    Args:
        folder: Folder with two small files for each account, host and action; created if missing.
        timeout: Seconds to wait while other processes use the files.

    Raises:
        NotImplementedError: The system has no `flock` (Windows): use `RedisStore` there.
        RequestInvalid: An argument is invalid.
    """

    def __init__(self, folder: str | os.PathLike[str], *, timeout: float = 1.0) -> None:
        if not folder or not isinstance(folder, str | os.PathLike) or isinstance(os.fspath(folder), bytes):
            raise RequestInvalid("folder", "must be a path")
        check_number("timeout", timeout, 0, 60, above=True)
        if fcntl is None:
            raise NotImplementedError("FileStore needs flock, which this system does not have: use RedisStore")
        self._folder = Path(folder)
        self._timeout = timeout
        self._now: Callable[[], float] = monotonic  # one clock for all processes of the machine

    def __repr__(self) -> str:
        return f"FileStore({str(getattr(self, '_folder', ''))!r})"  # a debugger may show one whose arguments were refused

    def renew(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        """See `Store.renew`."""
        ends = monotonic() + self._allowed(budget)
        while (reply := self._try_renew(bucket, request)) is None:
            if monotonic() >= ends:
                raise self._lock_timeout()
            time.sleep(_LOCK_RETRY * random.random())  # random, so that waiting processes do not collide again
        return reply

    async def renew_async(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        """See `Store.renew_async`."""
        ends = monotonic() + self._allowed(budget)
        while (reply := self._try_renew(bucket, request)) is None:
            if monotonic() >= ends:
                raise self._lock_timeout()
            await _timers.sleep(_LOCK_RETRY * random.random())
        return reply

    def _allowed(self, budget: float | None) -> float:
        return self._timeout if budget is None else min(self._timeout, budget)

    def _lock_timeout(self) -> StoreFault:
        return StoreFault(f"{self} timed out: its file is locked", delivered=False)

    def _try_renew(self, bucket: str, request: LeaseRequest) -> LeaseReply | None:
        path = self._folder / hashlib.sha256(bucket.encode()).hexdigest()[:32]
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with _locked(path.with_suffix(".lock")) as locked:
                if not locked:
                    return None
                table = _read(path.with_suffix(".lease"))
                reply = table.renew(request, self._now())
                _write(path.with_suffix(".lease"), table)
                return reply
        except OSError as error:
            # Its text may name the path twice; the store's name has it already.
            raise StoreFault(f"{self}: {error.strerror or error}", permanent=error.errno in _PERMANENT, delivered=False) from error


@contextmanager
def _locked(path: Path) -> Iterator[bool]:
    """Yield whether the lock was acquired; it is released afterwards, also when the process is killed."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        try:
            yield os.fstat(descriptor).st_nlink > 0  # else the file was removed, and others lock a new one
        finally:
            # A child that another thread forked meanwhile has a copy of the descriptor, which would keep the lock.
            fcntl.flock(descriptor, fcntl.LOCK_UN)
    finally:
        os.close(descriptor)


def _read(path: Path) -> LeaseTable:
    """Return the table in a file. A file that was cut or damaged is a store that lost its data."""
    try:
        content = json.loads(path.read_bytes())
        if isinstance(content, dict) and content.get("version") == _VERSION:
            return LeaseTable.load(content["table"])
    except FileNotFoundError:
        return LeaseTable()
    except (ValueError, KeyError, TypeError, IndexError):
        pass
    return LeaseTable()


def _write(path: Path, table: LeaseTable) -> None:
    """Replace the file as a whole: a process that is killed, or a full disk, leaves the old one."""
    new = path.with_suffix(".new")
    try:
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        try:
            content = json.dumps({"version": _VERSION, "table": table.dump()}, separators=(",", ":")).encode()
            if os.write(descriptor, content) < len(content):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        finally:
            os.close(descriptor)
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise
