"""Base of the classes that make up a fake."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from typing import Any

from .._service.dispatch import EmulatedService
from .wire_names import WireNames


class FakeComponent(ABC):
    """The service and the lock of a fake."""

    _service: EmulatedService
    _names: WireNames
    _lock: AbstractContextManager[Any]

    @abstractmethod
    def _notify(self) -> None:
        """Call the watchers."""
