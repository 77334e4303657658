"""FileStore: one limit for the processes of a machine, whatever happens to one of them."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import random
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Throttle
from tencentkit.throttle._file_store import FileStore, dump, load
from tencentkit.throttle._limits import BucketLimit
from tencentkit.throttle._local_limiter import BucketSlot
from tencentkit.throttle._store import StoreFault, StoreRequest
from tencentkit.throttle._store_window import StoreWindow
from tests.throttle.fleet import KEY, Fleet
from tests.throttle.simulation import busiest_second

LIMIT = BucketLimit(20, gap=0.0)


def fleet_on(folder: Path, number: int = 4, **settings: Any) -> Fleet:
    return Fleet([FileStore(folder) for _ in range(number)], **settings)


@pytest.mark.parametrize("is_async", [False, True])
def test_four_stores_keep_one_limit(tmp_path: Path, is_async: bool) -> None:
    """Together they send at most twenty requests in any second, and each gets its share."""
    one = fleet_on(tmp_path, is_async=is_async)
    one.run(12)
    assert busiest_second(one.sent()) == 20
    assert len(one.sent()) >= 200
    parts = [len(process.sent) for process in one.processes]
    assert max(parts) <= 3.5 * min(parts)
    one.close()


def _acquire_often(folder: Path, pipe: Connection) -> None:
    pipe.recv()
    store, sent = FileStore(folder), 0
    for ticket in range(50):
        while True:
            try:
                sent += not store.apply("b", StoreRequest(os.getpid() * 1000 + ticket, 5.0, LIMIT, 0.0, (), used_recently=True)).wait
            except StoreFault:
                continue  # a busy machine: this process did not get the lock within 0.1 s
            break
    pipe.send(sent)
    store.close()


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: fork beside threads of other tests
def test_real_processes_share_the_limit(tmp_path: Path) -> None:
    """Four processes acquire 200 slots at the same moment, and get twenty."""
    FileStore(tmp_path).apply("b", StoreRequest(0, 0.0, LIMIT, 0.0, (), used_recently=False))
    context = multiprocessing.get_context("fork")
    pipes = [context.Pipe() for _ in range(4)]
    processes = [context.Process(target=_acquire_often, args=(tmp_path, theirs)) for _, theirs in pipes]
    for process in processes:
        process.start()
    for ours, _ in pipes:
        ours.send(None)
    sent = [ours.recv() for ours, _ in pipes]
    for process in processes:
        process.join()
    assert sum(sent) == 20


def _hold_the_lock(path: Path, pipe: Connection) -> None:
    with path.open("r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        pipe.send(None)
        pipe.recv()


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_stopped_lock_holder_opens_the_circuit(tmp_path: Path) -> None:
    """While the lock holder is stopped, the others keep to their fair share; once it is killed, they share again."""
    one = fleet_on(tmp_path)
    one.run(1)
    [path] = tmp_path.glob("*.slots")
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_hold_the_lock, args=(path, theirs))
    process.start()
    ours.recv()
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    one.run(4)
    assert all([event.kind for event in process.events] == ["store down"] for process in one.processes)
    assert all(2 <= process.store.failed <= 2 + 4 for process in one.processes)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    one.run(8)
    assert all([event.kind for event in process.events] == ["store down", "store up"] for process in one.processes)
    assert busiest_second(one.sent()) == 20
    one.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_forked_child_has_own_files(tmp_path: Path) -> None:
    """Parent and child share the limit, not the lock or the ticket numbers."""
    one = fleet_on(tmp_path, 1)
    limiter = one.processes[0].limiter
    assert [limiter.acquire(BucketSlot()) for _ in range(5)] == [0.0] * 5
    child = os.fork()
    if not child:
        os._exit(sum(1 for _ in range(10) if limiter.acquire(BucketSlot()) == 0))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 10
    assert sum(1 for _ in range(10) if limiter.acquire(BucketSlot()) == 0) == 5
    one.close()


def test_kill_during_write_corrupts_nothing(tmp_path: Path) -> None:
    """The state is in the other bank of the file: garbage in the next one is never read."""
    store = FileStore(tmp_path)
    for ticket in range(1, 21):
        store.apply("b", StoreRequest(ticket, 5.0, LIMIT, 0.0, (), used_recently=False))
    store.close()
    [path] = tmp_path.glob("*.slots")
    with path.open("r+b") as file:
        file.seek(8)
        bank = file.read(1)[0]
        file.seek(4096 + (1 - bank) * (1 << 20))
        file.write(b"\xff" * 4096)
    assert store.apply("b", StoreRequest(99, 5.0, LIMIT, 0.0, (), used_recently=False)).wait > 0.9
    store.close()


def test_removed_file_causes_no_burst(tmp_path: Path) -> None:
    """The store creates it again, and processes that used it recently wait until the lost requests no longer count."""
    one = fleet_on(tmp_path)
    one.run(5)
    for path in tmp_path.glob("*.slots"):
        path.unlink()
    one.run(5)
    assert busiest_second(one.sent()) == 20
    assert len(list(tmp_path.glob("*.slots"))) == 1
    one.close()


def test_file_of_another_boot_delays_little(tmp_path: Path) -> None:
    """The clock started again, so all times in the file are in the future."""
    store = FileStore(tmp_path)
    for ticket in range(1, 40):
        store.apply("b", StoreRequest(ticket, 90_000.0, LIMIT, 0.0, (), used_recently=False))
    assert store.apply("b", StoreRequest(99, 10.0, LIMIT, 0.0, (), used_recently=False)).wait <= 3.51
    store.close()


def test_unusable_folder_is_a_store_fault(tmp_path: Path) -> None:
    """The folder is a file: the throttle continues with the fair share, and reports it."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFault):
        FileStore(tmp_path / "file").apply("b", StoreRequest(1, 5.0, LIMIT, 0.0, (), used_recently=False))
    one = fleet_on(tmp_path / "file")
    one.run(2)
    assert busiest_second(one.sent()) == 20
    assert [event.kind for event in one.processes[0].events] == ["store down"]


def test_missing_flock_suggests_redis_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On Windows."""
    monkeypatch.setattr("tencentkit.throttle._file_store.fcntl", None)
    with pytest.raises(NotImplementedError, match="RedisStore"):
        FileStore(tmp_path)


def test_secret_id_is_in_no_file(tmp_path: Path) -> None:
    """Neither in a name nor in the content."""
    one = Fleet([])
    limiter: Any = Throttle(store=FileStore(tmp_path)).limiter(KEY._replace(account="AKIDcanary0000000001"), 20, one.clock)
    assert limiter.acquire(BucketSlot()) == 0
    [path] = tmp_path.glob("*")
    assert "canary" not in path.name
    assert b"canary" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_dump_and_load_round_trip() -> None:
    """At any moment, `load` restores what `dump` wrote."""
    draw, window, now = random.Random(3), StoreWindow(), 0.0
    for step in range(2000):
        now += draw.choice((0.0, 0.01, 0.05))
        copy = load(dump(window))
        assert dump(copy) == dump(window)
        ticket = draw.randrange(step + 1)
        act = draw.choice(("acquire", "acquire", "mark_completed", "mark_written", "release", "mark_refused", "mark_seen"))
        peer = draw.randrange(3)
        for one in (window, copy):
            if act == "acquire":
                one.acquire(step, now, BucketLimit(20), peer=peer)
            elif act == "mark_seen":
                one.peers.mark_seen(peer, 5, now)
            elif act == "release":
                one.release(ticket)
            elif act == "mark_refused":
                if ticket % 50 == 0:
                    one.mark_refused(ticket, now, BucketLimit(20), 0.1)
            else:
                getattr(one, act)(ticket, now, BucketLimit(20))
        assert dump(copy) == dump(window)
