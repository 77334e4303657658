"""Instructions and system calls of one call: the difference between a short and a long run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.calls_contenders import CONTENDERS
from bench.calls_parts import PARTS
from bench.calls_server import CallsServer, Door

_SHORT, _LONG = 30, 70


class Counts:
    """Counter of instructions and system calls, if the tools are installed.

    Args:
        environment: Environment of every process.
    """

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def all(self, contenders: Iterable[str], parts: Iterable[str]) -> dict[str, Any]:
        """Return thousands of instructions and system calls, by contender and number of events."""
        contenders = tuple(contenders)
        doors = [Door(events, botocore=botocore) for events in (2, 100) for botocore in (False, True)]
        found: dict[str, Any] = {}
        # In parallel: other load on the machine does not affect counts.
        with CallsServer(doors) as server, ThreadPoolExecutor(os.cpu_count()) as pool:
            for name in (*contenders, *parts):
                one = (CONTENDERS | PARTS)[name]
                if find_spec(one.needs) is not None:
                    sizes = (2, 100) if name in contenders or name.startswith("read-") else (2,)
                    urls = {events: server.urls[Door(events, botocore=one.botocore)] for events in sizes}
                    found[name] = {str(events): pool.submit(self._one, name, url, events) for events, url in urls.items()}
            return {name: {events: took.result() for events, took in row.items()} for name, row in found.items()}

    def _one(self, name: str, url: str, events: int) -> dict[str, float]:
        words = ["-m", "bench.calls_worker", name, url, str(events)]
        took: dict[str, float] = {}
        if shutil.which("valgrind"):
            took["thousands"] = self.difference(self.instructions, words) / 1000
        if shutil.which("strace") and name in CONTENDERS:
            took["system"] = self.difference(self.system_calls, words)
        print(f"counted  {name:20} {events:4} events", took, flush=True)
        return took

    def difference(self, count: Any, words: list[str]) -> float:
        """Return the count of one call."""
        return float(count([*words, str(_LONG)]) - count([*words, str(_SHORT)])) / (_LONG - _SHORT)

    def instructions(self, words: list[str]) -> int:
        """Return the user-mode instructions of a Python process."""
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, *words]
        done = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=True)  # noqa: S603
        match = re.search(r"Collected : (\d+)", done.stderr)
        return int(match[1]) if match else 0

    def system_calls(self, words: list[str]) -> int:
        """Return the system calls of a Python process and its threads."""
        with tempfile.TemporaryDirectory() as folder:
            summary = Path(folder, "summary")
            command = ["strace", "-f", "-c", "-o", str(summary), sys.executable, *words]
            subprocess.run(command, env=self._environment, capture_output=True, check=True)  # noqa: S603
            total = next(line for line in summary.read_text(encoding="utf-8").splitlines() if line.endswith("total"))
            return int(total.split()[-3 if total.split()[-2].isdigit() and len(total.split()) > 5 else -2])


def installed() -> bool:
    """Return whether this machine can count instructions."""
    return shutil.which("valgrind") is not None and os.name == "posix"
