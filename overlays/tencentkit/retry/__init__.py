"""Retry policy: `Retry`, and `Cause`, which classifies a failed attempt."""

from __future__ import annotations

from ._policy import Cause as Cause
from ._policy import Retry as Retry

__all__ = ["Cause", "Retry"]
