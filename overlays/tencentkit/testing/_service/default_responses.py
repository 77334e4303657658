"""Responses of actions for which a test sets none: the documented example, or values from the schema."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from tencentkit_api.action import Action, Paging

from .emulated_product import EmulatedProduct
from .paged_items import ItemSource, PagedItems, value_at
from .schema_check import SchemaViolation
from .synthesis import ResponseSynthesizer, documented

_ITEMS = 3


class DefaultResponses:
    """One response of each action, computed on first use. A listing pages over the items of that response.

    Args:
        product: The product.
        seed: Seed of the values from schemas.
    """

    def __init__(self, product: EmulatedProduct, seed: int) -> None:
        self._product = product
        self._synthesizer = ResponseSynthesizer(product.schemas, seed)
        self._contents: dict[str, dict[str, Any]] = {}
        self._listings: dict[str, PagedItems] = {}

    def get(self, row: Action, parameters: dict[str, Any]) -> dict[str, Any]:
        """Return the response to a request, without `RequestId`."""
        if row.paging is None:
            return copy.deepcopy(self._content(row.name))
        if row.name not in self._listings:
            self._listings[row.name] = self.listing(row, self._default_items(row, row.paging))
        return self._listings[row.name](parameters)

    def listing(self, row: Action, items: Sequence[Any] | ItemSource) -> PagedItems:
        """Return the responses of a listing of these items.

        Args:
            row: The action.
            items: Models or dicts, in order; or a function that returns them from the parameters of a request. Required fields
                that a dict lacks are added.

        Raises:
            ValueError: No row of the paging table says how the action pages.
        """
        if row.paging is None:
            raise ValueError(f"{row.name} is not declared to page: set its response with fake.on({row.name!r}, …)")
        _, field = self._product.path(f"{row.name}Response", row.paging.items)

        def completed(found: Sequence[Any]) -> list[Any]:
            return [self._completed(field.model, each, index) for index, each in enumerate(found)]

        fixed = None if callable(items) else completed(items)

        def source(parameters: dict[str, Any]) -> Sequence[Any]:
            return fixed if fixed is not None else completed(items(parameters))  # type: ignore[operator]  # a function here

        return PagedItems(self._product, row, row.paging, items=source, base=self._base(row.name, row.paging))

    def completed(self, action: str, content: dict[str, Any]) -> dict[str, Any]:
        """Return a response with the required fields that it lacks."""
        return self._synthesizer.with_required_fields(f"{action}Response", content, action)

    def _base(self, action: str, paging: Paging) -> dict[str, Any]:
        """Return the response with the objects that hold the items and other fields of the page."""
        content = copy.deepcopy(self._content(action))
        for attribute in (paging.items, paging.total, paging.token):
            holder = content
            for name in self._product.path(f"{action}Response", attribute)[0][:-1] if attribute else ():
                if not isinstance(holder.get(name), dict):
                    holder[name] = {}
                holder = holder[name]
        return self.completed(action, content)

    def _completed(self, model: str | None, item: Any, index: int) -> Any:
        wire = self._product.wire_data(model, item)
        if model is None or not isinstance(wire, Mapping):
            return wire
        return self._synthesizer.with_required_fields(self._product.schema_name(model), wire, f"{model}[{index}]")

    def _default_items(self, row: Action, paging: Paging) -> list[Any]:
        wire, field = self._product.path(f"{row.name}Response", paging.items)
        if field.model is None or self._example(row.name) is not None:
            found = value_at(self._content(row.name), wire)
            return found if isinstance(found, list) else []
        return [self._synthesizer.item(self._product.schema_name(field.model), index) for index in range(_ITEMS)]

    def _content(self, action: str) -> dict[str, Any]:
        if action not in self._contents:
            self._contents[action] = self._example(action) or self._synthesizer.response(action)
        return self._contents[action]

    def _example(self, action: str) -> dict[str, Any] | None:
        """Return the documented response, without undocumented fields; `None` if it does not match the schema all the same."""
        example = self._product.examples.get(action)
        if example is None:
            return None
        schema = f"{action}Response"
        for content in (
            example,
            self._synthesizer.with_required_fields(schema, documented(self._product.schemas, schema, example), action),
        ):
            try:
                self._product.validator.check_response(action, {**content, "RequestId": ""})
            except SchemaViolation:
                continue
            return dict(content)
        return None
