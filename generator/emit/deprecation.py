"""Deprecation rows of an action: the action itself, its arguments, and nested fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .field import FieldView
from .literal import literal
from .model import ModelView


@dataclass(frozen=True)
class DeprecationRow:
    """Row in the table of an action."""

    notice: str
    path: tuple[str, ...] = ()
    wire: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Source of the row."""
        path = f", path={literal(self.path)}, wire={literal(self.wire)}" if self.path else ""
        return f"Deprecated({literal(self.notice)}{path})"


def deprecated_arguments(method: str, request: ModelView, models: Mapping[str, ModelView]) -> Iterator[DeprecationRow]:
    """Yield a row for each deprecated argument of a method, at any depth."""
    pending: list[tuple[ModelView, tuple[FieldView, ...], frozenset[str]]] = [(request, (), frozenset())]
    while pending:
        model, path, seen = pending.pop(0)
        if model.schema in seen:
            continue  # recursive type: the outermost level is enough
        for field in model.fields:
            fields = (*path, field)
            # A caller cannot omit a required argument, so a warning would not help.
            if field.deprecated is not None and not field.required:
                names = tuple(step.name for step in fields)
                yield DeprecationRow(f"{'.'.join(names)} of {method} {field.deprecated}", names, tuple(step.wire for step in fields))
            if field.model is not None:
                pending.append((models[field.model], fields, seen | {model.schema}))
