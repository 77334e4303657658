"""Order and pagination of the listings of functions, versions, aliases and namespaces.

No page documents the default order or a maximum of `Limit`. The fake lists items in order of creation and accepts any `Limit`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from .action_request import ActionRequest

_Item = TypeVar("_Item")
_DEFAULT_LIMIT = 20


def ordered(request: ActionRequest, items: Sequence[_Item], keys: Mapping[str, Callable[[_Item], Any]], *, by: str) -> list[_Item]:
    """Sort `items` in the requested order.

    Args:
        request: The request.
        items: Items in order of creation.
        keys: Sort key for each value of the parameter `by`.
        by: Name of the parameter that selects the key.

    Raises:
        ServiceError: The requested order does not exist.
    """
    order, key = request.parameters.get("Order", "ASC"), request.parameters.get(by)
    request.require(order in {"ASC", "DESC"}, "order", "`Order` must be ASC or DESC.")
    request.require(key is None or key in keys, "order by", f"`{by}` must be one of {', '.join(keys)}.")
    numbered = list(enumerate(items))
    if key is not None:
        # Ties keep the order of creation, so that pages neither repeat nor omit an item.
        numbered.sort(key=lambda each: (keys[key](each[1]), each[0]))
    return [item for _, item in (reversed(numbered) if order == "DESC" else numbered)]


def page(request: ActionRequest, items: Sequence[_Item]) -> Sequence[_Item]:
    """Return the page selected by `Offset` and `Limit`, which some actions declare as strings.

    Raises:
        ServiceError: One of the two is negative or not a number.
    """
    bounds = []
    for name, reason, default in (("Offset", "offset", 0), ("Limit", "limit", _DEFAULT_LIMIT)):
        value = request.parameters.get(name, default)
        try:
            bounds.append(int(value))
        except ValueError:
            raise request.error(reason, f"`{name}` must be a number.") from None
        request.require(bounds[-1] >= 0, reason, f"`{name}` must not be negative.")
    offset, limit = bounds
    return items[offset : offset + limit]
