"""View of a schema: model class in its own module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from .. import naming
from .docstring import DocstringLine, prose
from .errors import EmitError
from .field import FieldView
from .field_description import names_description

if TYPE_CHECKING:
    from openapi_python_client.parser.properties import ModelProperty

Role = Literal["request", "response", "nested"]


@dataclass(frozen=True)
class ModelView:
    """Template view of a schema."""

    schema: str
    role: Role
    action: str | None
    """Action of the request or response."""
    description: str | None
    fields: tuple[FieldView, ...]
    in_requests: bool
    """Reachable from a request: a `TypedDict` accompanies the model."""
    in_responses: bool
    """Reachable from a response: the fields have the types of parsed values."""
    in_arrays: bool
    """Item of an array in a response: the parser reads many at once."""
    cycle: frozenset[str]
    """Schemas in a reference cycle with this one, itself included if it refers to itself."""

    @property
    def class_name(self) -> str:
        """Name of its class."""
        return naming.class_name(self.schema)

    @property
    def module(self) -> str:
        """Name of the schema as a module, for modules that are named after a type."""
        return naming.module_name(self.schema)

    @property
    def has_dict(self) -> bool:
        """True if the module has a `TypedDict`."""
        return self.in_requests and self.role == "nested"

    @property
    def flexible(self) -> bool:
        """True if the fields have the types of arguments, not of parsed values."""
        return not self.in_responses

    @property
    def exports(self) -> list[str]:
        """Public names of the module."""
        return [self.class_name, f"{self.class_name}Dict"] if self.has_dict else [self.class_name]

    @property
    def has_deprecated_fields(self) -> bool:
        """True if reading a field can warn. A program only writes fields of requests."""
        return self.role != "request" and any(field.deprecated for field in self.fields)

    @property
    def times(self) -> list[tuple[str, FieldView]]:
        """Names and fields of the properties that return a `datetime`."""
        taken = {field.name for field in self.fields}
        found = []
        for field in self.fields:
            if self.in_responses and self.role != "request" and field.time_call() is not None:
                name = f"{field.name}_datetime"
                while name in taken:
                    name += "_"
                taken.add(name)
                found.append((name, field))
        return found

    @property
    def is_listed(self) -> bool:
        """True if the parser has a fast path for many items."""
        return self.in_arrays and bool(self.fields)

    @property
    def documentation(self) -> list[DocstringLine]:
        """Docstring of the class."""
        if self.description:
            return prose(self.description)
        if self.action is not None:
            return prose(f"{self.role.capitalize()} of {self.action}.")
        names = [field.name for field in self.fields]
        held = f" ({names_description(names)})" if names else ""
        return prose(f"{self.schema}{held}, part of {_sides(self.in_requests, self.in_responses)}.")


def _sides(in_requests: bool, in_responses: bool) -> str:  # noqa: FBT001
    return "requests and responses" if in_requests and in_responses else "requests" if in_requests else "responses"


class SchemaGraph:
    """Reference graph of the schemas."""

    def __init__(self, edges: dict[str, set[str]]) -> None:
        self._reachable = {name: self._reachable_from(edges, name) for name in edges}

    @staticmethod
    def _reachable_from(edges: dict[str, set[str]], start: str) -> frozenset[str]:
        seen: set[str] = set()
        pending = list(edges[start])
        while pending:
            name = pending.pop()
            if name not in seen:
                seen.add(name)
                pending += edges[name]
        return frozenset(seen)

    def closure(self, names: set[str]) -> frozenset[str]:
        """Return `names` and all schemas reachable from them."""
        return frozenset(names).union(*(self._reachable[name] for name in names))

    def cycle(self, name: str) -> frozenset[str]:
        """Return the schemas in a reference cycle with `name`."""
        return frozenset(other for other in self._reachable[name] if name in self._reachable[other])


def models_of(
    parsed: list[ModelProperty],
    schemas: dict[str, dict[str, Any]],
    requests: dict[str, str],
    responses: dict[str, str],
    examples: Mapping[tuple[str, str], Any] | None = None,
) -> dict[str, ModelView]:
    """Return the models of a document by schema.

    Args:
        parsed: Models of the parser.
        schemas: Named schemas.
        requests: Action of each request schema.
        responses: Action of each response schema.
        examples: Documented value of a property, by schema and wire name.
    """
    by_schema = {schema_of(model): model for model in parsed}
    # The parser copies a model for each use and renames the copy; only the class name stays.
    types = {str(model.class_info.name): name for name, model in by_schema.items()}
    fields = {name: _fields(name, by_schema[name], schemas[name], types) for name in sorted(by_schema)}
    names = {name: tuple(row.name for row in rows) for name, rows in fields.items()}
    values = examples or {}
    fields = {
        name: tuple(
            replace(row, example=values.get((name, row.wire)), holds=names[row.model] if row.model is not None else ()) for row in rows
        )
        for name, rows in fields.items()
    }
    edges = {name: {row.model for row in rows if row.model is not None} for name, rows in fields.items()}
    if nested := sorted((requests.keys() | responses.keys()) & set().union(*edges.values())):
        raise EmitError(f"{nested[0]}: another schema refers to this request or response of an action")
    graph = SchemaGraph(edges)
    sent, received = graph.closure(set(requests)), graph.closure(set(responses))
    in_arrays = {row.model for name, rows in fields.items() if name in received for row in rows if row.array}
    return {
        name: ModelView(
            schema=name,
            role="request" if name in requests else "response" if name in responses else "nested",
            action=requests.get(name, responses.get(name)),
            description=schemas[name].get("description"),
            fields=rows,
            in_requests=name in sent,
            in_responses=name in received or name not in sent,
            in_arrays=name in in_arrays,
            cycle=graph.cycle(name),
        )
        for name, rows in fields.items()
    }


def schema_of(model: ModelProperty) -> str:
    """Return the schema of a parsed model."""
    return model.name.get_untrusted_value().rpartition("/")[2]


def _fields(name: str, model: ModelProperty, schema: dict[str, Any], types: dict[str, str]) -> tuple[FieldView, ...]:
    facts: dict[str, dict[str, Any]] = schema.get("properties", {})
    properties = [*(model.required_properties or ()), *(model.optional_properties or ())]
    parsed = {prop.name.get_untrusted_value(): prop for prop in properties}
    if lost := sorted(facts.keys() ^ parsed.keys()):
        raise EmitError(f"{name}: document and parser disagree on the properties {', '.join(lost)}")
    # Keep the order of the page, which readers know; the library sorts required properties first.
    # `x-tc-name` in overlay.yaml resolves two wire names with the same Python name.
    names = {wire: str(fact.get("x-tc-name") or naming.attribute_name(wire)) for wire, fact in facts.items()}
    rows = tuple(FieldView.of(parsed[wire], facts[wire], name=names[wire], types=types, owner=name) for wire in facts)
    taken: dict[str, str] = {}
    for row in rows:
        if row.name in taken:
            raise EmitError(f"{name}: {taken[row.name]} and {row.wire} both have the Python name {row.name}; set x-tc-name in overlay.yaml")
        taken[row.name] = row.wire
    return rows
