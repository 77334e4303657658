"""What the parts of a fake share: its state, its lock, and who watches."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from typing import Any

from .._service.dispatch import Service


class Part(ABC):
    """A part of a fake."""

    _service: Service
    _lock: AbstractContextManager[Any]

    @abstractmethod
    def _changed(self) -> None:
        """Tell whoever watches."""
