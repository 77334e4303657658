"""Conversion of action and parameter names to wire names. Wire names and the client's names are both accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._service.emulated_product import EmulatedProduct


class WireNames:
    """Names of the actions and parameters of a product."""

    def __init__(self, product: EmulatedProduct) -> None:
        self._product = product

    def action(self, action: str) -> str:
        """Return the wire name of `action`, which may be the name of a client method.

        Raises:
            TypeError: `action` is not a string.
            ValueError: There is no such action.
        """
        if not isinstance(action, str):
            raise TypeError(f"action must be a string, not {type(action).__name__}")
        joined = action.replace("_", "").lower()
        known = {name.lower(): name for name in self._product.rows}
        if joined in known:
            return known[joined]
        from ..._validation.suggestions import nearest

        close = nearest(joined, known)
        raise ValueError(f"there is no action {action!r}" + (f"; did you mean {known[close]}?" if close else ""))

    def parameters(self, action: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Return `parameters` of `action` by their wire names.

        Raises:
            ValueError: The action has no such parameter.
        """
        fields = self._product.fields(f"{action}Request")
        names = {field.name: field.wire for field in fields} | {field.wire: field.wire for field in fields}
        for name in parameters:
            if name not in names:
                raise ValueError(f"{action} has no parameter {name!r}{_suggestion(name, [field.name for field in fields])}")
        return {names[name]: value for name, value in parameters.items()}


def _suggestion(name: str, known: Sequence[str]) -> str:
    from ..._validation.suggestions import nearest

    close = nearest(name, known)
    return f"; did you mean {close}?" if close else f"; its parameters are {', '.join(known) or 'none'}"
