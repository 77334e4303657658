"""Executor for prefetched pages that runs work in a seeded random order, so that a race is reproducible."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any


class SeededPool(Executor):
    """Executor whose work runs in the thread that waits for it, in an order drawn from `chance`.

    Some work runs when more is submitted, so a result may exist before a thread waits for it, or be useless.
    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._pending: list[tuple[_Awaited, Callable[[], Any]]] = []

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **more: Any) -> Future[Any]:
        """See `Executor`."""
        future = _Awaited(self)
        self._pending.append((future, lambda: work(*arguments, **more)))
        while self._pending and self._chance.random() < 0.25:
            self.work()
        return future

    def work(self) -> None:
        """Run one pending item, chosen at random."""
        future, work = self._pending.pop(self._chance.randrange(len(self._pending)))
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - like any executor
            future.set_exception(error)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - see `Executor`
        """See `Executor`."""
        self._pending.clear()


class _Awaited(Future[Any]):
    def __init__(self, pool: SeededPool) -> None:
        super().__init__()
        self._pool = pool

    def result(self, timeout: float | None = None) -> Any:
        while not self.done():
            self._pool.work()
        return super().result(timeout)
