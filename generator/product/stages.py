"""Stages of the command `product`: duration of each, and the failed one."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any


class StageFailed(Exception):
    """A stage failed.

    Attributes:
        reasons: One line for each cause, such as a failed test.
    """

    def __init__(self, message: str, reasons: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.reasons = list(reasons) or message.strip().splitlines()[-1:]


@dataclass(slots=True)
class Outcome:
    """Result of the command for one product version, as `--json` prints it.

    Attributes:
        seconds: Processor time of each stage, child processes included.
        failed: Name of the failed stage; empty after success.
        reasons: Causes of the failure.
        version: The default API version.
        actions: Number of actions of each API version, the default one first.
        tests: Number of tests that passed, for each API version.
    """

    service: str
    version: str
    seconds: dict[str, float] = field(default_factory=dict)
    failed: str = ""
    reasons: list[str] = field(default_factory=list)
    actions: dict[str, int] = field(default_factory=dict)
    tests: dict[str, int] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the fields."""
        return asdict(self)

    @contextmanager
    def stage(self, name: str, report: Callable[[str], None]) -> Iterator[None]:
        """Measure and report a stage. An exception marks it as failed."""
        started, processor = time.monotonic(), _processor()
        try:
            yield
        except Exception as error:
            self.failed = name
            self.reasons = error.reasons if isinstance(error, StageFailed) else (str(error) or type(error).__name__).splitlines()
            raise
        finally:
            self.seconds[name] = round(_processor() - processor, 2)
        report(f"{self.service} {self.version}: {name}: {time.monotonic() - started:.1f} s")


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
