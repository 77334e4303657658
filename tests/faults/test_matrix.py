"""Every fault, over real sockets: the outcome, the number of requests, the time, and nothing left behind."""

from __future__ import annotations

import asyncio
import gc
import pickle
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tencentkit._client.async_client import AsyncioClient
from tencentkit._client.sync_client import SyncClient
from tencentkit.errors import TencentkitError
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpxTransport, LeanTransport
from tests.conftest import Kind
from tests.faults import scenes
from tests.faults.row import Row, Stage
from tests.faults.rows import ROWS

CASES = [
    pytest.param(row, kind, write, id=f"{row.scenario}-{kind}-{'write' if write else 'read'}")
    for row in ROWS
    for kind in row.kinds
    for write in (False, True)
    if not (write and row.write is None)
]
# Slow, all of them: on one Python is enough, for what differs between Pythons the table above has met.
LEAN = [pytest.param(*case.values, id=case.id, marks=pytest.mark.slow) for case in CASES]


@pytest.fixture(scope="module", autouse=True)
def _fresh_garbage() -> None:
    """Each test below collects garbage a few times: what earlier ones left for good (parsed specs, loaded tools) is not searched again."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def whole() -> Iterator[None]:
    """No socket, thread or task of a call outlives it."""
    gc.collect()
    before = _open_files(), threading.active_count()
    yield
    ends = time.monotonic() + 5  # threads of sources that were given up end by themselves
    while (after := (_open_files(), threading.active_count())) != before and time.monotonic() < ends:
        gc.collect()
        time.sleep(0.01)
    assert after == before


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.usefixtures("whole")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize(("row", "kind_name", "write"), CASES)
def test_a_fault_has_one_outcome(row: Row, kind_name: str, write: bool) -> None:
    """As the table says, within its time, in as many requests; the error is ours and can be pickled."""
    play(row, kind_name, write=write)


@pytest.mark.usefixtures("whole", "lean")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize(("row", "kind_name", "write"), LEAN)
def test_a_fault_has_the_same_outcome_with_the_lean_transports(row: Row, kind_name: str, write: bool) -> None:
    """The same table holds for `LeanTransport` and `AsyncLeanTransport`."""
    play(row, kind_name, write=write)


@pytest.fixture
def lean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every client is given a lean transport; only those that name a proxy keep httpx."""
    monkeypatch.setattr(SyncClient, "_default_transport", lambda _: LeanTransport())
    monkeypatch.setattr(AsyncioClient, "_default_transport", lambda _: AsyncLeanTransport())
    monkeypatch.setattr(scenes, "HttpxTransport", lambda **options: (HttpxTransport if "proxy" in options else LeanTransport)(**options))
    monkeypatch.setattr(
        scenes, "AsyncHttpxTransport", lambda **options: (AsyncHttpxTransport if "proxy" in options else AsyncLeanTransport)(**options)
    )


def play(row: Row, kind_name: str, *, write: bool) -> None:
    kind = Kind(is_async=kind_name == "async")
    stage = Stage(kind, write=write)
    try:
        started = time.monotonic()
        seen = row.play(stage)
        elapsed = time.monotonic() - started
        kind.close_clients()
        if kind._runner is not None:
            for _ in range(3):
                kind.run(asyncio.sleep(0))  # asyncio ends what was left of generators in its next turns
            assert not asyncio.all_tasks(kind._runner.get_loop())
    finally:
        kind.close()
    assert seen == (row.write if write else row.read), repr(stage.error)
    assert elapsed < row.within
    if isinstance(stage.error, TencentkitError):
        assert str(pickle.loads(pickle.dumps(stage.error))) == str(stage.error)
        # A write that may have run was the last request that was sent; what may be sent again was never executed.
        assert stage.error.attempts == 1 or stage.error.retry_safe
