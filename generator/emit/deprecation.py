"""What of an action is deprecated: itself, its arguments, and what stands inside of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .docstring import inline, sentence
from .literal import literal

if TYPE_CHECKING:
    from .field import FieldView
    from .model import ModelView


def deprecation(facts: Mapping[str, Any]) -> str | None:
    """The words that follow the name of what has these facts, in a warning; None where it is there to stay."""
    if not facts.get("deprecated", False):
        return None
    instead = sentence(inline(facts.get("x-tc-deprecated")))
    return f"is deprecated. {instead}" if instead else "is deprecated: the service means to take it away."


@dataclass(frozen=True)
class DeprecationRow:
    """One row of an action's table."""

    notice: str
    path: tuple[str, ...] = ()
    wire: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Source of the row."""
        way = f", path={literal(self.path)}, wire={literal(self.wire)}" if self.path else ""
        return f"Deprecated({literal(self.notice)}{way})"


def deprecated_arguments(method: str, request: ModelView, models: Mapping[str, ModelView]) -> Iterator[DeprecationRow]:
    """A row for each deprecated field that can be given to a method, at any depth."""
    pending: list[tuple[ModelView, tuple[FieldView, ...], frozenset[str]]] = [(request, (), frozenset())]
    while pending:
        model, way, seen = pending.pop(0)
        if model.schema in seen:
            continue  # a type that holds itself: its outermost level is looked at
        for field in model.fields:
            steps = (*way, field)
            # What must be given cannot be left out: to warn of it would help nobody.
            if field.deprecated is not None and not field.required:
                names = tuple(step.name for step in steps)
                yield DeprecationRow(f"{'.'.join(names)} of {method} {field.deprecated}", names, tuple(step.wire for step in steps))
            if field.model is not None:
                pending.append((models[field.model], steps, seen | {model.schema}))
