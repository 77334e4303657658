"""A warning of the line that the user wrote, whichever of our ways leads from there to the warning."""

from __future__ import annotations

import sys
import warnings

_OURS = ("tencentkit", "tencentkit_api")


def warn_of_deprecation(message: str) -> None:
    """Warn of the nearest line outside of tencentkit: a method's call, a step of a listing, a poll.

    Frames are looked at rather than counted: calls, listings and waiters come here at different depths, and a task's await
    adds its own.
    """
    level, frame = 1, sys._getframe(0)  # noqa: SLF001 - what `warnings` itself walks along
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] in _OURS:
        level, frame = level + 1, frame.f_back
    warnings.warn(message, DeprecationWarning, stacklevel=level)
