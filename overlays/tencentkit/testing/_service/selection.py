"""Order and page of a listing, as the actions for functions and their kin take them.

No page states what holds without an order, or how much `Limit` may be: things come in the order in which they were made, and
any `Limit` is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from .action_request import Asked

_Item = TypeVar("_Item")
_LIMIT = 20


def ordered(asked: Asked, items: Sequence[_Item], keys: Mapping[str, Callable[[_Item], Any]], *, by: str) -> list[_Item]:
    """`items` in the order that a request wants.

    Args:
        asked: The request.
        items: What is listed, oldest first.
        keys: What to sort by, for each value of the parameter `by`.
        by: The parameter that says so.

    Raises:
        Refusal: There is no such order.
    """
    order, wanted = asked.parameters.get("Order", "ASC"), asked.parameters.get(by)
    asked.expect(order in {"ASC", "DESC"}, "order", "`Order` must be ASC or DESC.")
    asked.expect(wanted is None or wanted in keys, "order by", f"`{by}` must be one of {', '.join(keys)}.")
    numbered = list(enumerate(items))
    if wanted is not None:
        # Equal ones keep their order, so that pages neither repeat nor lose one.
        numbered.sort(key=lambda each: (keys[wanted](each[1]), each[0]))
    return [item for _, item in (reversed(numbered) if order == "DESC" else numbered)]


def page(asked: Asked, items: Sequence[_Item]) -> Sequence[_Item]:
    """The part of `items` between `Offset` and `Limit`, which some actions take as texts.

    Raises:
        Refusal: One is negative, or no number.
    """
    bounds = []
    for name, fault, usual in (("Offset", "offset", 0), ("Limit", "limit", _LIMIT)):
        given = asked.parameters.get(name, usual)
        try:
            bounds.append(int(given))
        except ValueError:
            raise asked.refusal(fault, f"`{name}` must be a number.") from None
        asked.expect(bounds[-1] >= 0, fault, f"`{name}` must not be negative.")
    offset, limit = bounds
    return items[offset : offset + limit]
