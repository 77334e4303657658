"""Pages that were asked for ahead, answered in an order that a seed draws: what threads do by chance, but the same each time."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any


class SeededPool(Executor):
    """An executor whose work is done by the thread that waits for it, in an order drawn from `chance`.

    Some of it is done when more is asked for, so that an answer may also be there before anybody waits, or be asked for in vain.
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
        """Do any of what is pending."""
        future, work = self._pending.pop(self._chance.randrange(len(self._pending)))
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - as any executor
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
