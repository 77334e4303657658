"""One request to an action that has state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from .error_codes import code_for
from .refusal import Refusal


@define
class Asked:
    """What is asked for, already checked against its schema."""

    action: str
    parameters: Mapping[str, Any]
    now: int
    """Milliseconds since 1970, by the server's clock."""
    takes: float = 0.0
    """Seconds until the answer comes: what answers may raise it."""

    def refusal(self, fault: str, message: str) -> Refusal:
        """What to raise for `fault`, one of `_codes.WANTED`."""
        return Refusal(code_for(self.action, fault), message)

    def expect(self, fits: object, fault: str, message: str) -> None:
        """Refuse what does not fit.

        Raises:
            Refusal: It does not.
        """
        if not fits:
            raise self.refusal(fault, message)
