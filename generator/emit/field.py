"""View of a property: field of a model and argument of a method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from openapi_python_client.parser.properties import AnyProperty, ModelProperty, Property
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.string import StringProperty

from .. import naming
from ..spec.observations import KEY as OBSERVED
from ..spec.observations import MISSING, NULL, TYPES
from .docstring import inline, sentence
from .errors import EmitError
from .literal import literal

_KINDS: tuple[tuple[type[Any], str, str], ...] = (
    (StringProperty, "string", "str"),
    (IntProperty, "integer", "int"),
    (FloatProperty, "number", "float"),
    (BooleanProperty, "boolean", "bool"),
)
_PYTHON = {kind: python for _, kind, python in _KINDS}
_OTHER_PYTHON = _PYTHON | {"array": "list[Any]", "object": "dict[str, Any]", NULL: "None"}


def limit(facts: dict[str, Any], keyword: str) -> int | float | None:
    """Return `minimum` or `maximum` of a property or of its items."""
    value: int | float | None = facts.get("items", facts).get(keyword, facts.get(keyword))
    return value


def known_values(facts: dict[str, Any]) -> tuple[Any, ...]:
    """Return the documented values of a property or of its items."""
    return tuple(facts.get("items", facts).get("x-tc-known-values", facts.get("x-tc-known-values", ())))


def deprecation_notice(facts: Mapping[str, Any]) -> str | None:
    """Return the predicate of a deprecation warning, to follow the name; `None` if the facts contain no deprecation."""
    if not facts.get("deprecated", False):
        return None
    instead = sentence(inline(facts.get("x-tc-deprecated")))
    return f"is deprecated. {instead}" if instead else "is deprecated. The service may remove it."


@dataclass(frozen=True)
class FieldView:
    """Template view of a property."""

    name: str
    wire: str
    kind: str
    array: bool
    required: bool
    nullable: bool
    model: str | None
    """Schema of an `object`."""
    facts: dict[str, Any]
    """The property in the document, with the facts that openapi-python-client drops."""
    example: Any = None
    """Scalar value of a documented example; `None` if the document has none to show."""
    holds: tuple[str, ...] = ()
    """Attribute names of the schema of an `object`."""

    @classmethod
    def of(cls, prop: Property, facts: dict[str, Any], *, name: str, types: dict[str, str], owner: str) -> Self:
        """Return the view of a parsed property. `types` maps class names of the parser to schemas."""
        wire = prop.name.get_untrusted_value()
        array = isinstance(prop, ListProperty)
        inner = prop.inner_property if isinstance(prop, ListProperty) else prop
        model = None
        if isinstance(inner, ModelProperty):
            kind, model = "object", types.get(inner.class_info.name)
            if model is None:
                raise EmitError(f"{owner}.{wire}: an inline object; move it to a named schema")
        elif isinstance(inner, AnyProperty):
            raise EmitError(f"{owner}.{wire}: the property has no type")
        else:
            try:
                kind = next(kind for parsed, kind, _ in _KINDS if isinstance(inner, parsed))
            except StopIteration:
                raise EmitError(f"{owner}.{wire}: unsupported type {type(inner).__name__}") from None
        return cls(
            name=name,
            wire=wire,
            kind=kind,
            array=array,
            required=prop.required,
            nullable=bool(facts.get("x-tc-nullable", False)),
            model=model,
            facts=facts,
        )

    @property
    def class_name(self) -> str:
        """Python type of one value."""
        return naming.class_name(self.model) if self.model is not None else _PYTHON[self.kind]

    @property
    def secret(self) -> bool:
        """True if no repr may show the value."""
        return bool(self.facts.get("x-tc-secret", False))

    def time_call(self) -> str | None:
        """Return the call that converts the documented time to a `datetime`; `None` if the form is not documented."""
        fact = self.facts.get("x-tc-time")
        if fact is None or self.array:
            return None
        match fact["format"]:
            case "iso8601":
                return f"text_time(self.{self.name})"
            case "local":
                return f"text_time(self.{self.name}, {literal(fact['offset'])})"
            case unit:
                return f"unix_time(self.{self.name}, {literal(unit)})"

    def assignment(self, default: str, *, required: bool) -> str:
        """Return the source of the default and repr setting, after the annotation."""
        arguments = ([] if required else [default]) + (["repr=hidden"] if self.secret else [])
        plain = default.removeprefix("default=") if arguments == [default] and default.startswith("default=") else None
        return f" = {plain}" if plain else f" = _field({', '.join(arguments)})" if arguments else ""

    def response_assignment(self, *, in_requests: bool) -> str:
        """Return the source of the default and repr setting of a parsed value, after the annotation."""
        # A request needs the field, even if a response may leave it out.
        required = self.required and (in_requests or MISSING not in self.observed)
        return self.assignment("factory=UnsetList" if self.array else "default=None", required=required)

    @property
    def observed(self) -> dict[str, bool]:
        """Kinds of values outside the documented type, in documented responses."""
        return dict(self.facts.get(OBSERVED, {}))

    @property
    def other_kinds(self) -> tuple[str, ...]:
        """Further JSON types of the value, or of the items of an array."""
        observed = self.facts.get("items", {}).get(OBSERVED, {}) if self.array else self.observed
        return tuple(kind for kind in TYPES if observed.get(kind))

    @property
    def deprecated(self) -> str | None:
        """Predicate of the deprecation warning, to follow the name."""
        return deprecation_notice(self.facts)

    def type(self, *, flexible: bool, prefix: str = "") -> str:
        """Return the annotation of an argument by the documented type; `flexible` allows tuples and plain dicts in it."""
        item = f"{prefix}{self.class_name}" if self.model is not None else self._scalar()
        if flexible and self.model is not None:
            item = f"{item} | {item}Dict"
        if not self.array:
            result = item
        elif not flexible:
            result = f"list[{item}]"
        elif self.model is not None:
            # Lists are invariant, so `list[Model]` is not a `list[Model | Dict]`; a Sequence is covariant.
            result = f"Sequence[{item}]"
        else:
            # Not a Sequence, because a string is a Sequence[str]. docs/design/emit.md compares further alternatives.
            result = f"list[{item}] | tuple[{item}, ...]"
        return f"{result} | None" if self.nullable else result

    def response_type(self) -> str:
        """Return the annotation of a parsed value: a list, or the documented type and what documented responses hold beside it."""
        more = [_OTHER_PYTHON[kind] for kind in TYPES if self.observed.get(kind)]
        if self.array:
            return " | ".join([f"list[{self.item_type()}]", *more])
        if self.nullable or not self.required or self.observed.keys() & {MISSING, NULL}:
            more.append("None")
        return " | ".join([self.class_name if self.model is not None else self._scalar(), *more])

    def item_type(self, prefix: str = "") -> str:
        """Return the annotation of a parsed item of an array."""
        item = f"{prefix}{self.class_name}" if self.model is not None else self._scalar()
        observed = self.facts.get("items", {}).get(OBSERVED, {})
        return " | ".join([item, *(_OTHER_PYTHON[kind] for kind in (*TYPES, NULL) if observed.get(kind))])

    def _scalar(self) -> str:
        python = _PYTHON[self.kind]
        shown = [value for value in known_values(self.facts) if isinstance(value, str | int) and not isinstance(value, bool)]
        if not shown:
            return python
        return f"Literal[{', '.join(literal(value) for value in shown)}] | {python}"

    def response_row(self) -> str:
        """Return the source of the row in `FIELDS` of a type that no request contains."""
        return replace(self, required=self.required and MISSING not in self.observed).row()

    def row(self) -> str:
        """Return the source of the row in `FIELDS`."""
        arguments = [literal(self.name), literal(self.wire), literal(self.kind)]
        arguments += [f"{flag}=True" for flag in ("array", "required", "nullable") if getattr(self, flag)]
        if self.model is not None:
            arguments.append(f"model={literal(self.class_name)}")
        if "x-tc-default" in self.facts:
            arguments.append(f"default={literal(self.facts['x-tc-default'])}")
        for keyword in ("minimum", "maximum"):
            if (value := limit(self.facts, keyword)) is not None:
                arguments.append(f"{keyword}={literal(value)}")
        if values := known_values(self.facts):
            arguments.append(f"known_values={literal(values)}")
        if self.deprecated is not None:
            arguments.append(f"deprecated={literal(f'{self.name} {self.deprecated}')}")
        if self.secret:
            arguments.append("secret=True")
        if self.other_kinds:
            arguments.append(f"other_kinds={literal(self.other_kinds)}")
        return f"Field({', '.join(arguments)})"
