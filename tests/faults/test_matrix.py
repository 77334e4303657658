"""Fault matrix over real sockets: outcome, number of requests, time, and no leaks."""

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
from tencentkit.transport import AsyncLeanTransport, LeanTransport
from tests.conftest import Kind
from tests.faults.fault import Facts, Fault, FaultRun
from tests.faults.matrix import FAULTS
from tests.faults.scenes import tls

CASES = [
    pytest.param(fault, kind, write, id=f"{fault.name}-{kind}-{'write' if write else 'read'}")
    for fault in FAULTS
    for kind in fault.kinds
    for write in (False, True)
    if not (write and fault.write is None)
]
# Slow, so they run on one Python only: differences between Pythons appear in the table above.
LEAN = [pytest.param(*case.values, id=case.id, marks=pytest.mark.slow) for case in CASES]


@pytest.fixture(scope="module", autouse=True)
def _fresh_garbage() -> None:
    """Exclude earlier objects from garbage collection: each test below runs the collector a few times."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def no_leaks() -> Iterator[None]:
    """Assert that no socket and no thread of a call is left."""
    gc.collect()
    before = _open_files(), threading.active_count()
    yield
    ends = time.monotonic() + 5  # threads of abandoned credential requests end by themselves
    while (after := (_open_files(), threading.active_count())) != before and time.monotonic() < ends:
        gc.collect()
        time.sleep(0.01)
    assert after == before


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.usefixtures("no_leaks")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize(("fault", "kind_name", "write"), CASES)
def test_default_transport(fault: Fault, kind_name: str, write: bool) -> None:
    """Outcome and number of requests equal the table, within the time limit; the error can be pickled."""
    run_fault(fault, kind_name, write=write)


@pytest.mark.usefixtures("no_leaks", "lean")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize(("fault", "kind_name", "write"), LEAN)
def test_lean_transport(fault: Fault, kind_name: str, write: bool) -> None:
    """`LeanTransport` and `AsyncLeanTransport` have the same outcomes."""
    run_fault(fault, kind_name, write=write)


@pytest.fixture
def lean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use a lean transport in every client without a proxy."""
    monkeypatch.setattr(SyncClient, "_default_transport", lambda _: LeanTransport())
    monkeypatch.setattr(AsyncioClient, "_default_transport", lambda _: AsyncLeanTransport())
    monkeypatch.setattr(tls, "HttpxTransport", LeanTransport)
    monkeypatch.setattr(tls, "AsyncHttpxTransport", AsyncLeanTransport)


def run_fault(fault: Fault, kind_name: str, *, write: bool) -> None:
    kind = Kind(is_async=kind_name == "async")
    run = FaultRun(kind, write=write)
    try:
        started = time.monotonic()
        seen = fault.scene(run)
        elapsed = time.monotonic() - started
        kind.close_clients()
        if kind._runner is not None:
            for _ in range(3):
                kind.run(asyncio.sleep(0))  # asyncio closes remaining generators in its next iterations
            assert not asyncio.all_tasks(kind._runner.get_loop())
    finally:
        kind.close()
    assert seen == (fault.write if write else fault.read), repr(run.error)
    assert elapsed < fault.max_seconds
    if isinstance(run.error, TencentkitError):
        facts = Facts(run.error.retryable, run.error.maybe_executed)
        assert facts == fault.facts(write=write), repr(run.error)
        # No attempt follows a write that may have been executed.
        assert run.error.attempts <= 1 or not facts.maybe_executed
        for copy in (pickle.loads(pickle.dumps(run.error)), type(run.error)(*run.error.args)):
            assert copy.to_dict() == run.error.to_dict()
