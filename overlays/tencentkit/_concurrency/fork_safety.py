"""Locks in a forked child: whoever held one in the parent does not exist there."""

from __future__ import annotations

import os
import weakref
from typing import Protocol


class Renewable(Protocol):
    """Something with locks, or with work under way in another thread."""

    def renew_after_fork(self) -> None:
        """Make it usable in a child, whatever the parent's threads were doing."""
        ...


_LIVING: weakref.WeakSet[Renewable] = weakref.WeakSet()


def renewed_after_fork(thing: Renewable) -> None:
    """Call `thing.renew_after_fork()` in every forked child, as long as `thing` lives."""
    _LIVING.add(thing)


def _renew_all() -> None:
    for thing in list(_LIVING):
        thing.renew_after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_all)
