"""Reset of locks in a forked child, where the threads that held them do not exist."""

from __future__ import annotations

import os
import weakref
from typing import Protocol


class Renewable(Protocol):
    """Object with locks, or with work that another thread does."""

    def renew_after_fork(self) -> None:
        """Make the object usable in a child, whatever state the parent's threads left."""
        ...


_LIVING: weakref.WeakSet[Renewable] = weakref.WeakSet()


def renewed_after_fork(thing: Renewable) -> None:
    """Call `thing.renew_after_fork()` in every forked child. It keeps a weak reference."""
    _LIVING.add(thing)


def _renew_all() -> None:
    for thing in list(_LIVING):
        thing.renew_after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_all)
