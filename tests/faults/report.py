"""The fault matrix as a page."""

from __future__ import annotations

from collections.abc import Iterator

from tests.faults.row import Row, Seen
from tests.faults.rows import GROUPS, ROWS

_TOP = """\
# Reliability: what a caller sees of each fault

Written by `python -m tests.faults > docs/reliability.md` from the rows that `tests/faults/test_matrix.py` runs. Do not edit: mend the rows.

Each row is driven over real sockets (TLS with certificates made for it) against a server that does exactly this, for threads and for
event loops, as a call that reads and as one that writes, with the default retry policy and no waits between attempts. After each, no
socket, thread or task is left. The outcome is a result or the class of the one error that is raised; behind it stands the number of
requests that the server saw.
A write is repeated only where it cannot have run; where its error does not say `retry_safe`, it was sent once.

Beside the rows:

| what holds | shown by |
|---|---|
| no write is executed twice in 10,000 random sequences of faults (the seed is in the test), counted at the service | `pytest tests/faults/test_writes.py` |
| any JSON value in any field of any model round-trips, or is refused before sending | `pytest tests/client/test_any_value.py` |
| any bytes as an answer give a result or a typed error | `pytest tests/client/test_responses.py` |
| random keys, tokens and their signatures stand in no log, repr, error, pickle or traceback; none in a recorded cassette | `pytest tests/client/test_redaction.py tests/cassettes` |
| a call interrupted at any of its steps gives back slot and tokens, in memory, file and Redis | `pytest tests/concurrency/test_interrupts.py tests/throttle/test_reservation.py` |
| memory, sockets and threads stay flat over many calls with random faults, and every answer is the one to its question | `nox -s soak`; [the last run](soak.md) |
"""


def report() -> str:
    """The page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _TOP
    yield f"{len(ROWS)} rows, {sum(len(row.kinds) * (1 if row.write is None else 2) for row in ROWS)} runs."
    for group, rows in GROUPS.items():
        yield f"\n## {group}\n"
        yield "| fault | a read | a write | within | |"
        yield "|---|---|---|---|---|"
        for row in rows:
            yield f"| {row.scenario} | {_cell(row.read)} | {_cell(row.write)} | {row.within:g} s | {_kinds(row)} |"


def _cell(seen: Seen | None) -> str:
    if seen is None:
        return "–"
    outcome = seen.outcome if seen.outcome[0].islower() else f"`{seen.outcome}`"
    return f"{outcome}, {seen.requests or 'no'} request{'' if seen.requests == 1 else 's'}"


def _kinds(row: Row) -> str:
    return "" if len(row.kinds) == 2 else {"async": "event loops", "sync": "threads"}[row.kinds[0]]
