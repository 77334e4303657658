"""Objects of the definitions as named schemas."""

from __future__ import annotations

from typing import Final

from ..spec.document import Document
from ..transcribe.tables.prose_facts import read_prose
from ..transcribe.tables.type_names import PageType
from .definitions import PRIMITIVES, Member, Object
from .text import plain

_FORMATS: Final = frozenset({"int64", "uint64"})


def page_type(member: Member) -> PageType:
    """The type as a page writes it."""
    return PageType(PRIMITIVES.get(member.type, member.type), member.array)


def schema_of(item: Object, *, keep_prose: bool) -> Document:
    """An object with its properties in the definitions' order."""
    schema: Document = {"type": "object"}
    if keep_prose and item.usage != "in" and (description := plain(item.document)):
        schema["description"] = description
    schema["properties"] = {member.name: _property(member, keep_prose=keep_prose) for member in item.members}
    required = [member.name for member in item.members if _is_required(member, item)]
    if required:
        schema["required"] = required
    return schema


def _is_required(member: Member, item: Object) -> bool:
    """What one gives needs what is required of the giver; what one only reads promises what is not said to be optional."""
    if item.usage != "out":
        return member.required is True
    stated = member.required if member.output_required is None else member.output_required
    return stated is not False


def _property(member: Member, *, keep_prose: bool) -> Document:
    schema = page_type(member).schema()
    if member.type in _FORMATS:
        (schema["items"] if member.array else schema)["format"] = member.type
    text = plain(member.document)
    if keep_prose and text:
        schema["description"] = text
    prose = read_prose(text, page_type(member))
    for key, value in (("minimum", prose.minimum), ("maximum", prose.maximum), ("x-tc-default", prose.default)):
        if value is not None:
            schema[key] = value
    if prose.known_values:
        (schema["items"] if member.array else schema)["x-tc-known-values"] = list(prose.known_values)
    if member.nullable or prose.nullable:
        schema["x-tc-nullable"] = True
    if member.disabled or prose.deprecated:
        schema["deprecated"] = True
    return schema
