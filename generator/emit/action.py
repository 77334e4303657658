"""An operation of the document, as a row of the tables and as a method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .. import naming
from .deprecation import DeprecationRow, deprecated_arguments, deprecation
from .document import reference
from .errors import EmitError
from .field import FieldView
from .literal import literal
from .model import ModelView
from .paging import paging_field, paging_row


@dataclass(frozen=True)
class WaiterView:
    """What the templates write of a waiter."""

    name: str
    interval: int | float
    acceptors: tuple[str, ...]
    """Sources of the rows."""

    @property
    def constant(self) -> str:
        """Name of its row."""
        return naming.constant_name(self.name)

    @property
    def method(self) -> str:
        """Name of its method."""
        return naming.waiter_method_name(self.name)


@dataclass(frozen=True)
class ActionView:
    """What the templates write of an operation."""

    operation: dict[str, Any]
    request: ModelView
    response: ModelView
    models: dict[str, ModelView]

    @property
    def name(self) -> str:
        """Name on the wire."""
        return str(self.operation["operationId"])

    @property
    def constant(self) -> str:
        """Name of its row."""
        return naming.constant_name(self.name)

    @property
    def method(self) -> str:
        """Name of its method."""
        return naming.method_name(self.name)

    @property
    def rate_limit(self) -> int | None:
        """Published requests a second."""
        limit: int | None = self.operation.get("x-tc-rate-limit")
        return limit

    @property
    def read_only(self) -> bool:
        """Whether it changes nothing."""
        return bool(self.operation.get("x-tc-read-only", False))

    @property
    def skip_sign(self) -> bool:
        """Whether it is sent without a signature."""
        return bool(self.operation.get("x-tc-skip-sign", False))

    @property
    def region_required(self) -> bool:
        """Whether it must be told a region."""
        return bool(self.operation.get("x-tc-region", {}).get("required", False))

    @property
    def regions(self) -> tuple[str, ...]:
        """The only regions that serve it; empty: all."""
        return tuple(self.operation.get("x-tc-region", {}).get("only", ()))

    @property
    def errors(self) -> tuple[str, ...]:
        """Documented codes of the business logic."""
        return tuple(error["code"] for error in self.operation.get("x-tc-errors", ()))

    @property
    def deprecated(self) -> str | None:
        """What type checkers and readers are told of the method; None where it is there to stay."""
        words = deprecation(self.operation)
        return None if words is None else f"{self.method} {words}"

    @property
    def deprecations(self) -> list[DeprecationRow]:
        """The rows of what is deprecated: itself first."""
        own = [] if self.deprecated is None else [DeprecationRow(self.deprecated)]
        return own + list(deprecated_arguments(self.method, self.request, self.models))

    @property
    def signatures(self) -> list[tuple[str | None, list[FieldView]]]:
        """The arguments of each way to call it, with what type checkers are told of that way.

        Where optional arguments are deprecated, a first way is without them, and only the second, with all of them, is marked.
        """
        fields = list(self.request.fields)
        old = [field for field in fields if field.deprecated is not None and not field.required]
        if self.deprecated is not None or not old:
            return [(self.deprecated, fields)]
        notice = " ".join(f"{field.name} {field.deprecated}" for field in old)
        return [(None, [field for field in fields if field not in old]), (notice, fields)]

    @property
    def paginated(self) -> bool:
        """Whether it pages."""
        return "x-tc-pagination" in self.operation

    def paging_row(self) -> str:
        """Source of its `Paging`."""
        return paging_row(self)

    def item_class(self) -> str:
        """Class of the items that its pages hold."""
        items = paging_field(self, self.response, "items")
        if not items.array:
            raise EmitError(f"{self.name}: the items of its pages, {items.wire}, are no array")
        return items.class_name if items.model is None else f"models.{items.class_name}"

    def waiters(self) -> list[WaiterView]:
        """Its waiters, in the document's order."""
        return [
            WaiterView(waiter["name"], waiter["interval"], tuple(self._acceptor(row) for row in waiter["acceptors"]))
            for waiter in self.operation.get("x-tc-waiters", ())
        ]

    def _acceptor(self, row: dict[str, Any]) -> str:
        arguments = [f"state={literal(row['state'])}"]
        if "path" in row:
            arguments.append(f"path={literal(self._attributes(row['path']))}")
            arguments.append(f"values={literal(tuple(row['values']))}")
        if "error" in row:
            arguments.append(f"error={literal(row['error'])}")
        return f"Acceptor({', '.join(arguments)})"

    def _attributes(self, path: str) -> tuple[str, ...]:
        """Attributes for a path of wire names that starts at the response."""
        model: ModelView | None = self.response
        names: list[str] = []
        for wire in path.split("."):
            field = next((field for field in model.fields if field.wire == wire), None) if model else None
            if field is None:
                raise EmitError(f"{self.name}: a waiter follows {path}, but there is no {wire}")
            names.append(field.name)
            model = self.models[field.model] if field.model is not None else None
        return tuple(names)


def action_of(operation: dict[str, Any], models: dict[str, ModelView]) -> ActionView:
    """The view of an operation whose schemas are `models`."""
    name = operation["operationId"]
    body = operation["requestBody"]["content"]["application/json"]["schema"]
    result = operation["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["Response"]
    try:
        return ActionView(operation, models[reference(body) or ""], models[reference(result) or ""], models)
    except KeyError as error:
        raise EmitError(f"{name}: its request and response must be named schemas") from error
