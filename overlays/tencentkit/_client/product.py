"""Products: service, version, host and actions."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from tencentkit_api.action import Action

from ..errors import RequestInvalid

_VERSION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Product(NamedTuple):
    """One version of a Tencent Cloud product."""

    service: str
    version: str
    host: str
    actions: tuple[Action, ...]

    def action(self, name: str, version: str | None, *, read_only: bool) -> Action:
        """Return the row of an action, or a new row for an action that is not generated.

        Raises:
            RequestInvalid: `name` or `version` has an invalid form.
        """
        if not isinstance(name, str) or not name.isascii() or not name.isalnum():
            raise RequestInvalid("action", f"must be the action's name, such as {self._example(name)}")
        if version is not None and not (isinstance(version, str) and _VERSION.fullmatch(version)):
            raise RequestInvalid("version", "must be a date, such as 2018-04-16")
        if version is None or version == self.version:
            for row in self.actions:
                if row.name == name:
                    return row
        return Action(name, self.service, version or self.version, None, read_only=read_only, region_required=False, regions=(), errors=())

    def _example(self, name: Any) -> str:
        """Return the action that another spelling of its name means, such as `list_functions`, or else any action."""
        from .._validation.suggestions import same_name

        names = [row.name for row in self.actions]
        return (same_name(name, names) if isinstance(name, str) else None) or next(iter(names), "ListFunctions")
