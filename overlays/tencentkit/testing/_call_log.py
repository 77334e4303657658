"""What came to the fake, for a test to look at afterwards."""

from __future__ import annotations

from typing import Any, NamedTuple


class Call(NamedTuple):
    """One request, without its signature, its token or any other secret."""

    action: str
    version: str
    region: str
    host: str
    parameters: dict[str, Any] | None
    """The action's own parameters; `None` where the body was no JSON object."""
    request_id: str
    code: str | None
    """Code of the error that the fake answered with; `None` where it answered otherwise, or not at all."""
    arrived_at: float
    """Unix seconds by the server's clock."""
    executed: bool
    """Whether the action ran and gave a result, even if the caller never saw it."""
