"""Pagination row of an action, for the table of actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .errors import EmitError
from .field import FieldView
from .literal import literal
from .model import ModelView


@dataclass(frozen=True)
class PaginationView:
    """`x-tc-pagination` of an action, resolved against its models."""

    action: str
    facts: dict[str, Any]
    request: ModelView
    response: ModelView
    models: dict[str, ModelView]
    inferred: bool = False
    """Whether a rule infers the row and no overlay confirms it."""

    def row(self) -> str:
        """Return the source of the `Paging` row. Facts missing from the document keep their defaults."""
        facts = self.facts
        total = facts.get("total")
        arguments = [
            f"offset={self._path(self.request, facts['offset'])}",
            f"limit={self._path(self.request, facts['limit'])}",
            f"maximum={literal(facts['maximum'])}",
            f"items={self._path(self.response, facts['items'])}",
            f"total={literal(None) if total is None else self._path(self.response, total)}",
        ]
        arguments += [f"{key}={literal(facts[key])}" for key in ("style", "first") if key in facts]
        if self._fields(self.request, facts["limit"])[-1].kind == "string":
            arguments.append("as_text=True")
        if "token" in facts:
            arguments.append(f"token={self._path(self.response, facts['token'])}")
        if "more" in facts:
            arguments += [f"more={self._path(self.response, facts['more']['property'])}", f"last={literal(facts['more']['last'])}"]
        if "key" in facts:
            arguments.append(f"key={literal(self._fact_field(self._model(self.items), 'key').name)}")
        if "time" in facts:
            arguments.append(f"time={self._timeline(facts['time'])}")
        if "offset-cap" in facts:
            cap = facts["offset-cap"]
            arguments += [f"cap={literal(cap['rows'])}", f"cap_error={literal(cap['error'])}"]
        if self.inferred:
            arguments.append("inferred=True")
        return f"Paging({', '.join(arguments)})"

    @property
    def items(self) -> FieldView:
        """Response field with the items of a page."""
        return self._fields(self.response, self.facts["items"])[-1]

    def item_class(self) -> str:
        """Return the class of the items."""
        items = self.items
        if not items.array:
            raise EmitError(f"{self.action}: x-tc-pagination names the items {items.wire}, which is not an array")
        return items.item_type("models.")

    def _fact_field(self, model: ModelView, key: str) -> FieldView:
        return self._field(model, self.facts[key])

    def _path(self, model: ModelView, path: str) -> str:
        """Return the source of the attribute path for a dotted path of wire names."""
        return literal(".".join(field.name for field in self._fields(model, path)))

    def _fields(self, model: ModelView, path: str) -> list[FieldView]:
        found: list[FieldView] = []
        for wire in path.split("."):
            found.append(self._field(self._model(found[-1]) if found else model, wire))
        return found

    def _field(self, model: ModelView, wire: str) -> FieldView:
        found = next((field for field in model.fields if field.wire == wire), None)
        if found is None:
            raise EmitError(f"{self.action}: x-tc-pagination names {wire}, which {model.schema} does not have")
        return found

    def _model(self, field: FieldView) -> ModelView:
        if field.model is None:
            raise EmitError(f"{self.action}: x-tc-pagination names a property of {field.wire}, which is not an object")
        return self.models[field.model]

    def _timeline(self, time: dict[str, Any]) -> str:
        interval = self._field(self.request, time["interval"]["property"])
        bounds = self._model(interval)
        arguments = [
            f"item={literal(self._field(self._model(self.items), time['item']).name)}",
            f"format={literal(time['format'])}",
            f"interval={literal(interval.name)}",
            f"start={literal(self._field(bounds, time['interval']['start']).name)}",
            f"end={literal(self._field(bounds, time['interval']['end']).name)}",
        ]
        for key in ("newest-first", "oldest-first"):
            order = tuple((self._field(self.request, wire).name, value) for wire, value in time[key].items())
            arguments.append(f"{key.replace('-', '_')}={literal(order)}")
        arguments.append(f"reach={literal(time['reach'])}")
        return f"Timeline({', '.join(arguments)})"
