"""A property of a schema, as a field of a model and as an argument of a method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from openapi_python_client.parser.properties import AnyProperty, ModelProperty, Property
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.string import StringProperty

from .. import naming
from .deprecation import deprecation
from .errors import EmitError
from .literal import literal

_KINDS: tuple[tuple[type[Any], str, str], ...] = (
    (StringProperty, "string", "str"),
    (IntProperty, "integer", "int"),
    (FloatProperty, "number", "float"),
    (BooleanProperty, "boolean", "bool"),
)
_PYTHON = {kind: python for _, kind, python in _KINDS}


@dataclass(frozen=True)
class FieldView:
    """What the templates write of a property."""

    name: str
    wire: str
    kind: str
    array: bool
    required: bool
    nullable: bool
    model: str | None
    """Name of the schema that an `object` has."""
    facts: dict[str, Any]
    """The property as the document has it, for what openapi-python-client does not keep."""
    items: dict[str, Any]
    """The items of an array; the property itself otherwise."""

    @classmethod
    def of(cls, prop: Property, facts: dict[str, Any], *, name: str, types: dict[str, str], owner: str) -> Self:
        """`types` leads from the parser's name of a class to the name of its schema."""
        wire = prop.name.get_untrusted_value()
        array = isinstance(prop, ListProperty)
        inner = prop.inner_property if isinstance(prop, ListProperty) else prop
        model = None
        if isinstance(inner, ModelProperty):
            kind, model = "object", types.get(inner.class_info.name)
            if model is None:
                raise EmitError(f"{owner}.{wire}: an object without a name of its own")
        elif isinstance(inner, AnyProperty):
            raise EmitError(f"{owner}.{wire}: a property without a type")
        else:
            try:
                kind = next(kind for parsed, kind, _ in _KINDS if isinstance(inner, parsed))
            except StopIteration:
                raise EmitError(f"{owner}.{wire}: no way to emit {type(inner).__name__}") from None
        return cls(
            name=name,
            wire=wire,
            kind=kind,
            array=array,
            required=prop.required,
            nullable=bool(facts.get("x-tc-nullable", False)),
            model=model,
            facts=facts,
            items=facts["items"] if array else facts,
        )

    @property
    def class_name(self) -> str:
        """Python type of one value."""
        return naming.class_name(self.model) if self.model is not None else _PYTHON[self.kind]

    @property
    def known_values(self) -> tuple[Any, ...]:
        """Documented values, of the items where it is an array."""
        return tuple(self.items.get("x-tc-known-values", self.facts.get("x-tc-known-values", ())))

    @property
    def secret(self) -> bool:
        """Whether no repr may show its value."""
        return bool(self.facts.get("x-tc-secret", False))

    @property
    def assignment(self) -> str:
        """Source of what follows its annotation in the class: its default, and how it is shown."""
        if self.secret:
            return " = _field(repr=hidden)" if self.required else " = _field(default=UNSET, repr=hidden)"
        return "" if self.required else " = UNSET"

    @property
    def deprecated(self) -> str | None:
        """What follows its name in a warning; None where it is there to stay."""
        return deprecation(self.facts)

    def limit(self, keyword: str) -> int | float | None:
        """`minimum` or `maximum`, of the items where it is an array."""
        value: int | float | None = self.items.get(keyword, self.facts.get(keyword))
        return value

    def type(self, *, flexible: bool, prefix: str = "") -> str:
        """The annotation. `flexible`: of what one gives, so a tuple or a plain dict will do; otherwise of what one reads."""
        item = f"{prefix}{self.class_name}" if self.model is not None else self._scalar()
        if flexible and self.model is not None:
            item = f"{item} | {item}Dict"
        if not self.array:
            result = item
        elif not flexible:
            result = f"list[{item}]"
        elif self.model is not None:
            # A list of models is no list of "model or dict", for lists are invariant; a sequence is not.
            result = f"Sequence[{item}]"
        else:
            # Not a sequence, for a string is a sequence of strings too.
            # What a sequence of known values beside these would cost stands in docs/design/emit.md.
            result = f"list[{item}] | tuple[{item}, ...]"
        return f"{result} | None" if self.nullable else result

    def _scalar(self) -> str:
        python = _PYTHON[self.kind]
        shown = [value for value in self.known_values if isinstance(value, str | int) and not isinstance(value, bool)]
        if not shown:
            return python
        return f"Literal[{', '.join(literal(value) for value in shown)}] | {python}"

    def row(self) -> str:
        """Source of the row in `FIELDS`."""
        arguments = [literal(self.name), literal(self.wire), literal(self.kind)]
        arguments += [f"{flag}=True" for flag in ("array", "required", "nullable") if getattr(self, flag)]
        if self.model is not None:
            arguments.append(f"model={literal(self.class_name)}")
        if "x-tc-default" in self.facts:
            arguments.append(f"default={literal(self.facts['x-tc-default'])}")
        for keyword in ("minimum", "maximum"):
            if (value := self.limit(keyword)) is not None:
                arguments.append(f"{keyword}={literal(value)}")
        if self.known_values:
            arguments.append(f"known_values={literal(self.known_values)}")
        if self.deprecated is not None:
            arguments.append(f"deprecated={literal(f'{self.name} {self.deprecated}')}")
        if self.secret:
            arguments.append("secret=True")
        return f"Field({', '.join(arguments)})"
