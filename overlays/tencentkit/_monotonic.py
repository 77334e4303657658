"""Monotonic clock of the system, which neither freezegun nor a patched `time.monotonic` stops: each wait must end."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

# A partial, because freezegun replaces functions of `time` in the namespaces of all modules.
monotonic: Callable[[], float] = (
    partial(time.clock_gettime, time.CLOCK_MONOTONIC) if hasattr(time, "CLOCK_MONOTONIC") else partial(time.monotonic)
)
"""Return seconds; see `time.monotonic`."""
