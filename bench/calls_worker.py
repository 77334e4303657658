"""Worker process of `bench calls`, for one contender.

`python -m bench.calls_worker NAME URL LIMIT` reads orders (`{"calls", "at_once"}`, one a line) and writes the measurements.
With a number as fourth argument it makes so many calls and ends, for a tool that counts instructions or system calls.
"""

from __future__ import annotations

import asyncio
import gc
import json
import resource
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.calls_contenders import CONTENDERS
from bench.calls_parts import PARTS


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


class Worker:
    """Runner of the ordered calls."""

    def __init__(self, name: str, url: str, limit: int) -> None:
        self._contender = (CONTENDERS | PARTS)[name]
        self._runner = asyncio.Runner() if self._contender.is_async else None
        if self._runner is None:
            self._call = self._contender.make(url, limit)
        else:

            async def make() -> Any:
                return self._contender.make(url, limit)

            self._call = self._runner.run(make())

    def calls(self, number: int, at_once: int) -> None:
        """Make `number` calls, `at_once` of them concurrently."""
        if self._runner is not None:
            self._runner.run(self._in_tasks(number, at_once))
        elif at_once == 1:
            call = self._call
            for _ in range(number):
                call()
        else:
            threads = [threading.Thread(target=self.calls, args=(number // at_once, 1)) for _ in range(at_once)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

    async def _in_tasks(self, number: int, at_once: int) -> None:
        call: Callable[[], Any] = self._call
        if at_once == 1:
            for _ in range(number):
                await call()
            return

        async def some() -> None:
            for _ in range(number // at_once):
                await call()

        await asyncio.gather(*(some() for _ in range(at_once)))

    def measured(self, number: int, at_once: int) -> dict[str, float]:
        """Make the calls; return rate, CPU time of a call and resident memory."""
        number -= number % at_once
        gc.collect()
        wall, cpu = time.perf_counter(), time.process_time()
        self.calls(number, at_once)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        return {"rate": number / wall, "cpu": cpu / number * 1e6, "resident": _resident()}

    def close(self) -> None:
        """Close the event loop."""
        if self._runner is not None:
            self._runner.close()


def main(name: str, url: str, limit: str, number: str = "") -> None:
    """Run orders until standard input ends."""
    worker = Worker(name, url, int(limit))
    if number:
        worker.calls(int(number), 1)
    else:
        print("ready", flush=True)
        for line in sys.stdin:
            order = json.loads(line)
            print(json.dumps(worker.measured(order["calls"], order["at_once"])), flush=True)
    worker.close()


if __name__ == "__main__":
    import warnings

    warnings.simplefilter("ignore", ResourceWarning)
    main(*sys.argv[1:])
