"""Pages of a listing: the items of a test, paged as the action's row of the paging table says."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tencentkit_api.action import Action, Paging
from tencentkit_api.model import Field

from .emulated_product import EmulatedProduct
from .service_error import ServiceError

_DEFAULT_LIMIT = 20
_TOKEN = re.compile(r"page-at-(\d{1,15})")
# Flags of responses that say whether there are more pages, by their names in the definitions of all products.
_MORE = frozenset({"HasMore", "HasNext", "HasNextPage", "IsTruncated", "HaveMore", "ExistMore", "IsMore"})
_END = frozenset({"IsEnd", "IsFinished", "IsLast", "IsLastPage", "IsOver", "ListOver"})

ItemSource = Callable[[dict[str, Any]], Sequence[Any]]
"""Returns all items with wire names, in order, from the parameters of the request."""


class PagedItems:
    """The responses of one listing.

    Args:
        product: The product of the listing.
        row: The action.
        paging: Its row of the paging table.
        items: All items.
        base: Response with the other fields, and with the objects that hold the items.
    """

    def __init__(self, product: EmulatedProduct, row: Action, paging: Paging, *, items: ItemSource, base: dict[str, Any]) -> None:
        self._product = product
        self._row = row
        self._paging = paging
        self._items = items
        self._base = base

    def __call__(self, parameters: dict[str, Any]) -> dict[str, Any]:
        """Return the page for the parameters of a request.

        Raises:
            ServiceError: The position or the size of the page is invalid.
        """
        size, start = self._selection(parameters)
        return self._page(self._items(parameters), start, size)

    def everything(self) -> dict[str, Any]:
        """Return one page with all items."""
        items = self._items({})
        return self._page(items, 0, len(items))

    def _page(self, items: Sequence[Any], start: int, size: int) -> dict[str, Any]:
        rows = list(items[start : start + size])
        end = start + len(rows)
        more = end < len(items)
        content = copy.deepcopy(self._base)
        self._put(content, self._paging.items, rows)
        if self._paging.total is not None:
            self._put(content, self._paging.total, len(items))
        if self._paging.style == "token" and self._paging.token is not None:
            self._put(content, self._paging.token, end if more else None)
        self._put_flags(content, more=more)
        return content

    def _put_flags(self, content: dict[str, Any], *, more: bool) -> None:
        """Set the flags that say whether there are more pages, in the response and in the object that holds the items."""
        response = f"{self._row.name}Response"
        holders = [(response, content)]
        if outer := self._paging.items.rpartition(".")[0]:
            wire, field = self._product.path(response, outer)
            holders += [(field.model, value_at(content, wire))] if field.model else []
        for model, values in holders:
            for field in self._product.fields(model):
                if field.kind in {"boolean", "integer"} and field.wire in _MORE | _END:
                    value = more if field.wire in _MORE else not more
                    values[field.wire] = value if field.kind == "boolean" else int(value)

    def _selection(self, parameters: Mapping[str, Any]) -> tuple[int, int]:
        """Return size and first position of the requested page."""
        request, paging = f"{self._row.name}Request", self._paging
        size = _DEFAULT_LIMIT
        if paging.limit:
            wire, field = self._product.path(request, paging.limit)
            size = self._number(value_at(parameters, wire), wire, default=_default(field, _DEFAULT_LIMIT))
        wire, field = self._product.path(request, paging.offset)
        value = value_at(parameters, wire)
        if paging.style == "token":
            return size, self._position_of(value, wire)
        if paging.style == "page":
            number = self._number(value, wire, default=_default(field, paging.first))
            return size, max(number - paging.first, 0) * size
        offset = self._number(value, wire, default=_default(field, 0))
        if paging.cap is not None and offset + size > paging.cap:
            raise ServiceError(paging.cap_error or "InvalidParameterValue", f"`{wire[-1]}` and the size of the page exceed {paging.cap}.")
        return size, offset

    def _number(self, value: Any, wire: tuple[str, ...], *, default: int) -> int:
        if value is None or value == "":
            return default
        # A listing may take its numbers as texts.
        if isinstance(value, str) and not re.fullmatch(r"\d{1,18}", value):
            raise self._invalid(wire)
        number = int(value)
        if number < 0:
            raise self._invalid(wire)
        return number

    def _position_of(self, token: Any, wire: tuple[str, ...]) -> int:
        if not token:
            return 0
        if isinstance(token, int):
            return token
        match = _TOKEN.fullmatch(token) if isinstance(token, str) else None
        if match is None:
            raise self._invalid(wire)
        return int(match[1])

    def _invalid(self, wire: tuple[str, ...]) -> ServiceError:
        code = f"InvalidParameterValue.{wire[0]}"
        where = ".".join(wire)
        return ServiceError(code if code in self._row.errors else "InvalidParameterValue", f"The parameter `{where}` is invalid.")

    def _put(self, content: dict[str, Any], attribute: str, value: Any) -> None:
        """Set a field of the response: items, a count, or a position, which is the token of a page."""
        wire, field = self._product.path(f"{self._row.name}Response", attribute)
        if attribute == self._paging.token:
            token = f"page-at-{value}" if field.kind == "string" else value
            value = ("" if field.kind == "string" else 0) if value is None else token
        elif attribute == self._paging.total and field.kind == "string":
            value = str(value)
        holder = content
        for name in wire[:-1]:
            holder = holder[name]
        holder[wire[-1]] = value


def value_at(content: Any, path: Sequence[str]) -> Any:
    """Return the value at a path of wire names; `None` if a part is missing."""
    for name in path:
        content = content.get(name) if isinstance(content, Mapping) else None
    return content


def _default(field: Field, otherwise: int) -> int:
    default = field.default
    if isinstance(default, str) and default.isdecimal():
        return int(default)
    return default if isinstance(default, int) and not isinstance(default, bool) else otherwise
