"""Names that a test gives, as they stand on the wire: its own names and the client's are both taken, and no others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from tencentkit_api.scf.actions import ACTIONS


def wire_action(action: str) -> str:
    """The wire name of `action`, which may be given as the client's method.

    Raises:
        TypeError: It is no text.
        ValueError: The table has no such action.
    """
    if not isinstance(action, str):
        raise TypeError(f"an action is named by a text, not {type(action).__name__}")
    joined = action.replace("_", "").lower()
    known = {row.name.lower(): row.name for row in ACTIONS}
    if joined in known:
        return known[joined]
    from ..._validation.suggestions import nearest

    close = nearest(joined, known)
    raise ValueError(f"there is no action {action!r}" + (f"; did you mean {known[close]}?" if close else ""))


def wire_parameters(action: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """`parameters` of an action of the table by their wire names.

    Raises:
        ValueError: The action takes no parameter of such a name.
    """
    models = import_module("tencentkit_api.scf.models")
    fields = getattr(models, f"{action}Request").FIELDS
    names = {field.name: field.wire for field in fields} | {field.wire: field.wire for field in fields}
    for name in parameters:
        if name not in names:
            raise ValueError(f"{action} takes no {name!r}{_hint(name, [field.name for field in fields])}")
    return {names[name]: value for name, value in parameters.items()}


def _hint(name: str, known: Sequence[str]) -> str:
    from ..._validation.suggestions import nearest

    close = nearest(name, known)
    return f"; did you mean {close}?" if close else f"; it takes {', '.join(known) or 'none'}"
