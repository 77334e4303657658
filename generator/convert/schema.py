"""Named schemas from objects of the definitions."""

from __future__ import annotations

from typing import Final

from ..spec.document import Document
from ..spec.inferred import infer
from ..spec.secret_fields import mark_secret
from ..transcribe.tables.prose_facts import read_prose
from ..transcribe.tables.type_names import PageType
from .definitions import PRIMITIVES, MemberDefinition, ObjectDefinition
from .deprecation import is_deprecated_field
from .descriptions import Descriptions
from .text import plain
from .value_list import listed_values
from .value_patterns import Kind

_FORMATS: Final = frozenset({"int64", "uint64"})
_LISTED: Final[dict[str, Kind]] = {"string": "string", "int64": "integer", "uint64": "integer"}
"""Types of fields whose texts list values."""


def page_type(member: MemberDefinition) -> PageType:
    """Return the type as a page writes it."""
    return PageType(PRIMITIVES.get(member.type, member.type), member.array)


def schema_of(item: ObjectDefinition, *, keep_prose: bool, descriptions: Descriptions | None = None) -> Document:
    """Return the schema of an object, with properties in the order of the definitions."""
    schema: Document = {"type": "object"}
    texts = (descriptions or Descriptions()) if keep_prose else None
    if texts is not None and item.usage != "in" and (text := texts.of_object(item.name, item.document)):
        schema["description"] = text
    schema["properties"] = {member.name: _property(member, item.name, texts) for member in item.members}
    for member in item.members:
        mark_secret(schema["properties"][member.name], member.name, plain(member.document), owner=item.name, siblings=schema["properties"])
    required = [member.name for member in item.members if _is_required(member, item)]
    if required:
        schema["required"] = required
    return schema


def _is_required(member: MemberDefinition, item: ObjectDefinition) -> bool:
    """Return whether a property is required: in requests if stated, in responses unless stated as optional."""
    if item.usage != "out":
        return member.required is True
    stated = member.required if member.output_required is None else member.output_required
    return stated is not False


def _property(member: MemberDefinition, owner: str, texts: Descriptions | None) -> Document:
    schema = page_type(member).schema()
    if member.type in _FORMATS:
        (schema["items"] if member.array else schema)["format"] = member.type
    text = plain(member.document)
    if texts is not None and (shown := texts.of_field(owner, member.name, member.document)):
        schema["description"] = shown
    prose = read_prose(text, page_type(member))
    for key, value in (("minimum", prose.minimum), ("maximum", prose.maximum), ("x-tc-default", prose.default)):
        if value is not None:
            schema[key] = value
    inner = schema["items"] if member.array else schema
    if prose.known_values:
        inner["x-tc-known-values"] = list(prose.known_values)
    elif member.type in _LISTED and (values := listed_values(text, _LISTED[member.type])):
        infer(inner, "x-tc-known-values", value=list(values), rule="list of values")
    if member.nullable or prose.nullable:
        schema["x-tc-nullable"] = True
    if member.disabled or prose.deprecated:
        schema["deprecated"] = True
    elif is_deprecated_field(text):
        infer(schema, "deprecated", value=True, rule="deprecated by its text")
    return schema
