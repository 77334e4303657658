"""Reset of locks in a forked child, where the threads that held them do not exist."""

from __future__ import annotations

import os
import weakref
from typing import Protocol


class ForkAware(Protocol):
    """Object with locks, or with work that another thread does."""

    def reset_after_fork(self) -> None:
        """Make the object usable in a child, whatever state the parent's threads left."""
        ...


_LIVING: weakref.WeakSet[ForkAware] = weakref.WeakSet()


def register_fork_reset(thing: ForkAware) -> None:
    """Call `thing.reset_after_fork()` in every forked child. It keeps a weak reference."""
    _LIVING.add(thing)


def _reset_all() -> None:
    for thing in list(_LIVING):
        thing.reset_after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset_all)
