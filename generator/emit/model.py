"""A schema, as a model class in a module of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from .. import naming
from .docstring import Line, prose
from .errors import EmitError
from .field import FieldView

if TYPE_CHECKING:
    from openapi_python_client.parser.properties import ModelProperty

Role = Literal["request", "response", "part"]


@dataclass(frozen=True)
class ModelView:
    """What the templates write of a schema."""

    schema: str
    role: Role
    action: str | None
    """The action whose request or response it is."""
    description: str | None
    fields: tuple[FieldView, ...]
    given: bool
    """Reachable from a request: it has a `TypedDict` beside it."""
    read: bool
    """Reachable from a response: its fields have the types that one reads."""
    listed: bool
    """Stands in a list of a response, so that many of it are read at once."""
    cycle: frozenset[str]
    """Schemas that it needs and that need it; itself among them where it needs itself."""

    @property
    def class_name(self) -> str:
        """Name of its class."""
        return naming.class_name(self.schema)

    @property
    def module(self) -> str:
        """Name of its module."""
        return naming.module_name(self.schema)

    @property
    def has_dict(self) -> bool:
        """Whether a `TypedDict` stands beside it."""
        return self.given and self.role == "part"

    @property
    def flexible(self) -> bool:
        """Whether its fields take what one gives rather than what one reads."""
        return not self.read

    @property
    def exports(self) -> list[str]:
        """What its module offers."""
        return [self.class_name, f"{self.class_name}Dict"] if self.has_dict else [self.class_name]

    @property
    def has_deprecated_fields(self) -> bool:
        """Whether one of its fields warns whoever reads it: those of a request are only given."""
        return self.role != "request" and any(field.deprecated for field in self.fields)

    def needs(self, *, late: bool) -> list[str]:
        """Schemas whose modules it imports: with its own module, or (`late`) only when an object is read."""
        others = sorted({field.model for field in self.fields if field.model is not None} - {self.schema})
        return [name for name in others if (name in self.cycle) == late]

    @property
    def documentation(self) -> list[Line]:
        """The docstring of its class."""
        fallback = {
            "request": f"Arguments of {self.action}.",
            "response": f"Result of {self.action}.",
            "part": f"`{self.schema}`.",
        }
        return prose(self.description) or prose(fallback[self.role])


class SchemaGraph:
    """Which schemas hold which, from the parsed models."""

    def __init__(self, edges: dict[str, set[str]]) -> None:
        self._reachable = {name: self._walk(edges, name) for name in edges}

    @staticmethod
    def _walk(edges: dict[str, set[str]], start: str) -> frozenset[str]:
        seen: set[str] = set()
        pending = list(edges[start])
        while pending:
            name = pending.pop()
            if name not in seen:
                seen.add(name)
                pending += edges[name]
        return frozenset(seen)

    def below(self, names: set[str]) -> frozenset[str]:
        """`names` and everything that they hold."""
        return frozenset(names).union(*(self._reachable[name] for name in names))

    def cycle(self, name: str) -> frozenset[str]:
        """Schemas that `name` reaches and that reach it."""
        return frozenset(other for other in self._reachable[name] if name in self._reachable[other])


def models_of(
    parsed: list[ModelProperty],
    schemas: dict[str, dict[str, Any]],
    requests: dict[str, str],
    responses: dict[str, str],
) -> dict[str, ModelView]:
    """The models of a document, by schema. `requests` and `responses` lead from a schema to its action."""
    by_schema = {schema_of(model): model for model in parsed}
    # Each use of a model is a copy that has the property's name; the name of the class stays.
    types = {str(model.class_info.name): name for name, model in by_schema.items()}
    fields = {name: _fields(name, by_schema[name], schemas[name], types, is_request=name in requests) for name in sorted(by_schema)}
    edges = {name: {row.model for row in rows if row.model is not None} for name, rows in fields.items()}
    if held := sorted((requests.keys() | responses.keys()) & set().union(*edges.values())):
        raise EmitError(f"{held[0]}: the request or response of an action cannot be part of another schema")
    graph = SchemaGraph(edges)
    given, read = graph.below(set(requests)), graph.below(set(responses))
    listed = {row.model for name, rows in fields.items() if name in read | responses.keys() for row in rows if row.array}
    return {
        name: ModelView(
            schema=name,
            role="request" if name in requests else "response" if name in responses else "part",
            action=requests.get(name, responses.get(name)),
            description=schemas[name].get("description"),
            fields=rows,
            given=name in given,
            read=name in read or name not in given,
            listed=name in listed,
            cycle=graph.cycle(name),
        )
        for name, rows in fields.items()
    }


def schema_of(model: ModelProperty) -> str:
    """Name of the schema that a model was parsed from."""
    return model.name.get_untrusted_value().rpartition("/")[2]


def _fields(name: str, model: ModelProperty, schema: dict[str, Any], types: dict[str, str], *, is_request: bool) -> tuple[FieldView, ...]:
    facts: dict[str, dict[str, Any]] = schema.get("properties", {})
    properties = [*(model.required_properties or ()), *(model.optional_properties or ())]
    parsed = {prop.name.get_untrusted_value(): prop for prop in properties}
    if lost := sorted(facts.keys() ^ parsed.keys()):
        raise EmitError(f"{name}: properties that only one of document and parser knows: {', '.join(lost)}")
    to_python = naming.argument_name if is_request else naming.attribute_name
    # The library sorts required properties first; the page's own order is the one that readers know.
    # Two wire names may become one by the rule: then overlay.yaml gives a name.
    names = {wire: str(fact.get("x-tc-name") or to_python(wire)) for wire, fact in facts.items()}
    rows = tuple(FieldView.of(parsed[wire], facts[wire], name=names[wire], types=types, owner=name) for wire in facts)
    taken: dict[str, str] = {}
    for row in rows:
        if row.name in taken:
            raise EmitError(f"{name}: {taken[row.name]} and {row.wire} would both be called {row.name}")
        taken[row.name] = row.wire
    return rows
