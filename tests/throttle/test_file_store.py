"""Slots in a file: one limit for the processes of a machine, whatever happens to one of them."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Throttle
from tencentkit.throttle._file_store import FileStore
from tencentkit.throttle._local_limiter import Slot
from tencentkit.throttle._sliding_window import Rules
from tencentkit.throttle._store import StoreFault, StoreRequest
from tests.throttle.fleet import KEY, Fleet
from tests.throttle.simulation import busiest_second

RULES = Rules(20, gap=0.0)


def fleet_on(folder: Path, number: int = 4, **settings: Any) -> Fleet:
    return Fleet([FileStore(folder) for _ in range(number)], **settings)


@pytest.mark.parametrize("is_async", [False, True])
def test_four_stores_keep_one_limit(tmp_path: Path, is_async: bool) -> None:
    """Together they send twenty in any second, each its part."""
    one = fleet_on(tmp_path, is_async=is_async)
    one.play(12)
    assert busiest_second(one.went()) == 20
    assert len(one.went()) >= 200
    parts = [len(member.went) for member in one.members]
    assert max(parts) <= 3.5 * min(parts)
    one.close()


def _ask_often(folder: Path, pipe: Connection) -> None:
    pipe.recv()
    store, went = FileStore(folder), 0
    for ticket in range(50):
        while True:
            try:
                went += not store.turn("b", StoreRequest(os.getpid() * 1000 + ticket, 5.0, RULES, 0.0, (), known=True)).wait
            except StoreFault:
                continue  # the machine was too busy to let this process have its turn within 0.1 s
            break
    pipe.send(went)
    store.close()


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: fork beside threads of other tests
def test_real_processes_that_ask_at_once_get_the_limit_together(tmp_path: Path) -> None:
    """Four processes ask 200 times in one moment, and twenty may go."""
    FileStore(tmp_path).turn("b", StoreRequest(0, 0.0, RULES, 0.0, (), known=False))
    context = multiprocessing.get_context("fork")
    pipes = [context.Pipe() for _ in range(4)]
    processes = [context.Process(target=_ask_often, args=(tmp_path, theirs)) for _, theirs in pipes]
    for process in processes:
        process.start()
    for ours, _ in pipes:
        ours.send(None)
    went = [ours.recv() for ours, _ in pipes]
    for process in processes:
        process.join()
    assert sum(went) == 20


def _hold_the_lock(path: Path, pipe: Connection) -> None:
    with path.open("r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        pipe.send(None)
        pipe.recv()


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_process_that_stands_still_with_the_lock_is_a_store_that_is_down(tmp_path: Path) -> None:
    """The others keep to their fair share while it is stopped, and share again when it was killed."""
    one = fleet_on(tmp_path)
    one.play(1)
    [path] = tmp_path.glob("*.slots")
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_hold_the_lock, args=(path, theirs))
    process.start()
    ours.recv()
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    one.play(4)
    assert all([event.kind for event in member.events] == ["store down"] for member in one.members)
    assert all(2 <= member.store.failed <= 2 + 4 for member in one.members)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    one.play(8)
    assert all([event.kind for event in member.events] == ["store down", "store up"] for member in one.members)
    assert busiest_second(one.went()) == 20
    one.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_child_has_files_and_tickets_of_its_own(tmp_path: Path) -> None:
    """What the child takes is missing in the parent: they share the limit, not the lock or the names."""
    one = fleet_on(tmp_path, 1)
    pacer = one.members[0].pacer
    assert [pacer.ask(Slot()) for _ in range(5)] == [0.0] * 5
    child = os.fork()
    if not child:
        os._exit(sum(1 for _ in range(10) if pacer.ask(Slot()) == 0))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 10
    assert sum(1 for _ in range(10) if pacer.ask(Slot()) == 0) == 5
    one.close()


def test_a_process_killed_while_it_writes_spoils_nothing(tmp_path: Path) -> None:
    """The state is in the other half of the file: garbage where the next one was to be is never read."""
    store = FileStore(tmp_path)
    for ticket in range(1, 21):
        store.turn("b", StoreRequest(ticket, 5.0, RULES, 0.0, (), known=False))
    store.close()
    [path] = tmp_path.glob("*.slots")
    with path.open("r+b") as file:
        file.seek(8)
        bank = file.read(1)[0]
        file.seek(4096 + (1 - bank) * (1 << 20))
        file.write(b"\xff" * 4096)
    assert store.turn("b", StoreRequest(99, 5.0, RULES, 0.0, (), known=False)).wait > 0.9
    store.close()


def test_a_file_that_someone_removes_makes_no_burst(tmp_path: Path) -> None:
    """It is made anew, and whoever used it of late waits until the lost requests count no more."""
    one = fleet_on(tmp_path)
    one.play(5)
    for path in tmp_path.glob("*.slots"):
        path.unlink()
    one.play(5)
    assert busiest_second(one.went()) == 20
    assert len(list(tmp_path.glob("*.slots"))) == 1
    one.close()


def test_a_file_of_another_boot_delays_by_a_window_at_most(tmp_path: Path) -> None:
    """Its clock began anew, so all that it holds lies in the future."""
    store = FileStore(tmp_path)
    for ticket in range(1, 40):
        store.turn("b", StoreRequest(ticket, 90_000.0, RULES, 0.0, (), known=False))
    assert store.turn("b", StoreRequest(99, 10.0, RULES, 0.0, (), known=False)).wait <= 3.51
    store.close()


def test_a_folder_that_cannot_be_used_is_a_fault_of_the_store(tmp_path: Path) -> None:
    """A file stands where the folder should be: the throttle goes on with the fair share, and says so."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFault):
        FileStore(tmp_path / "file").turn("b", StoreRequest(1, 5.0, RULES, 0.0, (), known=False))
    one = fleet_on(tmp_path / "file")
    one.play(2)
    assert busiest_second(one.went()) == 20
    assert [event.kind for event in one.members[0].events] == ["store down"]


def test_where_there_is_no_flock_the_store_says_what_to_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On Windows: RedisStore."""
    monkeypatch.setattr("tencentkit.throttle._file_store.fcntl", None)
    with pytest.raises(NotImplementedError, match="RedisStore"):
        FileStore(tmp_path)


def test_the_secret_id_is_in_no_file(tmp_path: Path) -> None:
    """Neither in a name nor inside."""
    one = Fleet([])
    pacer: Any = Throttle(store=FileStore(tmp_path)).bucket(KEY._replace(account="AKIDcanary0000000001"), 20, one.clock)
    assert pacer.ask(Slot()) == 0
    [path] = tmp_path.glob("*")
    assert "canary" not in path.name
    assert b"canary" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
