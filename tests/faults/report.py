"""Fault matrix as a page."""

from __future__ import annotations

from collections.abc import Iterator

from tests.faults.fault import Fault
from tests.faults.matrix import FAULTS, GROUPS

_TOP = """\
# Reliability: the outcome of each fault

`python -m tests.faults > docs/reliability.md` writes this page from the rows that `tests/faults/test_matrix.py` runs. Change the rows, not the page.

Each fault runs over real sockets, with the sync and the async client, as a call that reads and as a call that writes. TLS uses test
certificates. The retry policy is the default one, without delays. After each run no socket, thread or task is left.

The outcome is `result` or the class of the error. The number is the number of requests that the server received. A write is repeated
only if it cannot have been executed. "Retryable" and "maybe executed" are the error's `retryable` and `maybe_executed`.

Further guarantees and their tests:

| Guarantee | Test |
|---|---|
| No write runs twice in 10,000 random sequences of faults, counted at the service. | `pytest tests/faults/test_writes.py` |
| Any JSON value in any field of any model is sent unchanged, or refused before anything is sent. | `pytest tests/client/test_round_trip.py` |
| Any bytes as a response give a result or a typed error. | `pytest tests/pipeline/test_envelope.py` |
| No log, repr, error, pickle, traceback or cassette contains a key, a token or a signature. | `pytest tests/security tests/cassettes` |
| An interrupt at any step of a call releases its slot and tokens, in memory, file and Redis. | `pytest tests/pipeline/test_interrupts.py tests/throttle/test_reservation.py` |
| Memory, sockets and threads do not grow over many calls with random faults, and every response belongs to its request. | `nox -s soak`; [last run](soak.md) |
"""


def report() -> str:
    """Return the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _TOP
    yield f"{len(FAULTS)} faults, {sum(len(fault.kinds) * (1 if fault.write is None else 2) for fault in FAULTS)} runs."
    for group, faults in GROUPS.items():
        yield f"\n## {group}\n"
        yield "| Fault | Outcome of a read | Outcome of a write | Time limit | Client |"
        yield "|---|---|---|---|---|"
        for fault in faults:
            clients = " and ".join(fault.kinds)
            yield f"| {fault.name} | {_cell(fault, write=False)} | {_cell(fault, write=True)} | {fault.max_seconds:g} s | {clients} |"


def _cell(fault: Fault, *, write: bool) -> str:
    seen = fault.write if write else fault.read
    if seen is None:
        return "–"
    failed = seen.outcome[0].isupper()
    facts = [name.replace("_", " ") for name, is_true in fault.facts(write=write)._asdict().items() if failed and is_true]
    outcome = f"`{seen.outcome}`" if failed else seen.outcome
    return ", ".join((outcome, f"{seen.requests or 'no'} request{'' if seen.requests == 1 else 's'}", *facts))
