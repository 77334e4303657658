"""FileStore: one limit for the processes of a machine, whatever happens to one of them, or to the disk."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Throttle
from tencentkit.testing import ManualClock
from tencentkit.throttle import BucketKey, FileStore
from tencentkit.throttle._file_store import _locked
from tencentkit.throttle._local_limiter import BucketSlot
from tencentkit.throttle._store import LeaseRequest, StoreFault

pytestmark = pytest.mark.timeout(120)


def lease(member: int = 7, sequence: int = 1, **fields: Any) -> LeaseRequest:
    return LeaseRequest(member, sequence, 20, want=20, fair_share=20)._replace(**fields)


def _renew_often(folder: Path, member: int, pipe: Connection) -> None:
    pipe.recv()
    store, held = FileStore(folder, timeout=50), 0
    for sequence in range(1, 30):
        held = store.renew("b", lease(member, sequence, held=held)).held
    pipe.send(held)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: fork beside threads of other tests
def test_real_processes_share_the_limit(tmp_path: Path) -> None:
    """Four processes renew at the same moment: together they hold twenty permits."""
    context = multiprocessing.get_context("fork")
    pipes = [context.Pipe() for _ in range(4)]
    processes = [context.Process(target=_renew_often, args=(tmp_path, number + 1, theirs)) for number, (_, theirs) in enumerate(pipes)]
    for process in processes:
        process.start()
    for ours, _ in pipes:
        ours.send(None)
    held = [ours.recv() for ours, _ in pipes]
    for process in processes:
        process.join()
    assert sum(held) == 20


def _hold_the_lock(path: Path, pipe: Connection) -> None:
    with path.open("r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        pipe.send(None)
        pipe.recv()


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_stopped_lock_holder_is_a_fault(tmp_path: Path) -> None:
    """While the holder of the lock is stopped, renewals time out; once it is killed, they work."""
    store = FileStore(tmp_path, timeout=0.2)
    store.renew("b", lease())
    [path] = tmp_path.glob("*.lock")
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_hold_the_lock, args=(path, theirs))
    process.start()
    ours.recv()
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    with pytest.raises(StoreFault, match="timed out") as caught:
        store.renew("b", lease(sequence=2, held=20))
    assert (caught.value.permanent, caught.value.delivered) == (False, False)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert FileStore(tmp_path, timeout=50).renew("b", lease(sequence=3, held=20)).held == 20


@pytest.mark.parametrize("length", [0, 1, 40])
def test_cut_file_is_lost_data(tmp_path: Path, length: int) -> None:
    """Another program cuts the file: no signal, and nobody gets permits that others hold."""
    store = FileStore(tmp_path, timeout=50)
    assert store.renew("b", lease()).held == 20
    [path] = tmp_path.glob("*.lease")
    os.truncate(path, length)
    assert store.renew("b", lease(sequence=2, held=20)).held == 20
    assert store.renew("b", lease(member=9)).held == 0


def test_removed_folder_is_made_again(tmp_path: Path) -> None:
    """Permits that are still in use are booked again."""
    store = FileStore(tmp_path / "x", timeout=50)
    store.renew("b", lease())
    for path in (tmp_path / "x").iterdir():
        path.unlink()
    (tmp_path / "x").rmdir()
    assert store.renew("b", lease(sequence=2, held=20)).held == 20
    assert store.renew("b", lease(member=9)).held == 0


def test_full_disk_is_a_fault(tmp_path: Path) -> None:
    """On a full file system the renewal fails with its reason, the process lives, and the old file stays."""
    mount = tmp_path / "mount"
    mount.mkdir()
    tools = [shutil.which(name) for name in ("mount", "umount")]
    if not all(tools) or subprocess.run([str(tools[0]), "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(mount)], check=False).returncode:
        pytest.skip("this user cannot mount a tmpfs; see test_file_size_limit_is_a_fault")
    try:
        store = FileStore(mount, timeout=50)
        assert store.renew("b", lease()).held == 20
        filler = os.open(mount / "filler", os.O_WRONLY | os.O_CREAT)
        with suppress(OSError):
            while os.write(filler, b"x" * 4096):
                pass
        os.close(filler)
        with pytest.raises(StoreFault, match=r"(?i)no space") as caught:
            store.renew("b", lease(sequence=2, held=20))
        assert (caught.value.permanent, caught.value.delivered) == (False, False)
        (mount / "filler").unlink()
        assert store.renew("b", lease(sequence=3, held=20)).held == 20
        assert store.renew("b", lease(member=9)).held == 0
    finally:
        subprocess.run([str(tools[1]), str(mount)], check=True)


def test_file_size_limit_is_a_fault(tmp_path: Path) -> None:
    """The same where no file may grow, in a process of its own."""
    program = (
        "import resource, signal, sys\n"
        "from tencentkit.throttle import FileStore\n"
        "from tencentkit.throttle._store import LeaseRequest, StoreFault\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))\n"
        "try:\n    FileStore(sys.argv[1]).renew('b', LeaseRequest(7, 1, 20, want=20))\n"
        "except StoreFault as fault:\n    print(fault)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("FileStore(")
    assert not list(tmp_path.glob("*.new"))


def test_unusable_folder_is_permanent(tmp_path: Path) -> None:
    """The folder is a file."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFault, match=r"FileStore\(.*file") as caught:
        FileStore(tmp_path / "file" / "x").renew("b", lease())
    assert caught.value.permanent


def test_missing_flock_suggests_redis_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On Windows."""
    monkeypatch.setattr("tencentkit.throttle._file_store.fcntl", None)
    with pytest.raises(NotImplementedError, match="RedisStore"):
        FileStore(tmp_path)


def test_secret_id_is_in_no_file(tmp_path: Path) -> None:
    """Neither in a name nor in the content; and only the owner may read the files."""
    limiter: Any = Throttle(store=FileStore(tmp_path)).limiter(BucketKey("AKIDcanary0000000001", "host", "Action"), 20, ManualClock())
    assert limiter.acquire(BucketSlot()) == 0
    paths = list(tmp_path.glob("*"))
    assert len(paths) == 2
    for path in paths:
        assert "canary" not in path.name
        assert b"canary" not in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: threads and fork
def test_forked_child_keeps_no_lock(tmp_path: Path) -> None:
    """A fork while another thread holds the lock: the child lives on, and the store stays usable."""
    path = tmp_path / "bucket.lock"
    reader, writer = os.pipe()
    with _locked(path) as locked:
        assert locked
        child = os.fork()
        if not child:
            os.close(writer)
            os.read(reader, 1)  # until the parent is done
            os._exit(0)
    with _locked(path) as locked_again:
        os.close(writer)
        os.waitpid(child, 0)
        os.close(reader)
        assert locked_again


def test_incomplete_store_has_repr() -> None:
    """A debugger, or a traceback with local variables, shows a store whose arguments were refused."""
    from tencentkit.throttle import RedisStore

    assert [repr(kind.__new__(kind)) for kind in (FileStore, RedisStore)] == ["FileStore('')", "RedisStore()"]
