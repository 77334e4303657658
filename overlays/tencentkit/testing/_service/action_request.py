"""One request to an action that has state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from .error_codes import code_for
from .service_error import ServiceError


@define
class ActionRequest:
    """A request whose parameters match the schema."""

    action: str
    parameters: Mapping[str, Any]
    now: int
    """Milliseconds since 1970, by the server's clock."""
    takes: float = 0.0
    """Seconds until the response is sent; an action may raise it."""

    def error(self, reason: str, message: str) -> ServiceError:
        """Return the error to raise for `reason`, a key of `error_codes.CODES_BY_REASON`."""
        return ServiceError(code_for(self.action, reason), message)

    def require(self, condition: object, reason: str, message: str) -> None:
        """Check a condition.

        Raises:
            ServiceError: The condition is false.
        """
        if not condition:
            raise self.error(reason, message)
