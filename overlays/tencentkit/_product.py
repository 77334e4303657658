"""A product of the vendor's, as a client must know it."""

from __future__ import annotations

from typing import NamedTuple

from tencentkit_api.action import Action

from .errors import RequestInvalid


class Product(NamedTuple):
    """What a client must know of its product."""

    service: str
    version: str
    host: str
    actions: tuple[Action, ...]

    def action(self, name: str, version: str | None, *, read_only: bool) -> Action:
        """The table's row of an action; one made up for an action that is not generated.

        Raises:
            RequestInvalid: `name` cannot be an action's.
        """
        if not isinstance(name, str) or not name.isascii() or not name.isalnum():
            raise RequestInvalid("action", "must be the action's name, such as ListFunctions")
        if version is None or version == self.version:
            for row in self.actions:
                if row.name == name:
                    return row
        return Action(
            name=name,
            service=self.service,
            version=self.version if version is None else version,
            rate_limit=None,
            read_only=read_only,
            region_required=False,
            regions=(),
            errors=(),
        )
