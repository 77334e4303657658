"""The SCF actions that have state."""

from __future__ import annotations

from typing import Any

from . import times
from .action_request import ActionRequest
from .action_table import ACTIONS
from .state import ServiceState


class ScfActions:
    """Executes the actions of SCF 2018-04-16 that have state; see `StatefulActions`."""

    def __init__(self, state: ServiceState) -> None:
        self._state = state

    def execute(self, action: str, parameters: dict[str, Any], time: float) -> tuple[dict[str, Any], float] | None:
        """Execute an action with the parameters of a valid request; `None` if it has no state."""
        run = ACTIONS.get(action)
        if run is None:
            return None
        request = ActionRequest(action, parameters, times.from_seconds(time))
        return run(self._state, request), request.takes
