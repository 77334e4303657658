"""Parser and validation of definitions. Unknown keys are errors, so that new content is never ignored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from ..spec.problems import Problem, SpecRefused
from .reach import Usage, reached
from .source import DefinitionFile

PRIMITIVES: Final = {
    "string": "String",
    "int64": "Integer",
    "uint64": "Integer",
    "float": "Float",
    "bool": "Boolean",
    "datetime": "Timestamp",
    "datetime_iso": "Timestamp ISO8601",
    "date": "Date",
    "binary": "Binary",
}
"""Primitive types of the definitions, with their names on a page. Any other type is the name of an object."""

_ACTION: Final = re.compile(r"[A-Z][A-Za-z0-9_]*")
_MEMBER: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_VERSION: Final = re.compile(r"\d{4}-\d\d-\d\d")
_SERVICE: Final = re.compile(r"[a-z][a-z0-9]*")

_TOP_KEYS: Final = frozenset({"actions", "metadata", "objects", "version"})
_METADATA_KEYS: Final = frozenset({"apiVersion", "api_brief", "serviceNameCN", "serviceShortName"})
_ACTION_KEYS: Final = frozenset({"document", "input", "name", "output", "skip_sign", "status"})
_OBJECT_KEYS: Final = frozenset({"document", "members", "type", "usage"})
_MEMBER_KEYS: Final = frozenset(
    {"disabled", "document", "example", "member", "name", "output_required", "required", "type", "value_allowed_null"}
)
_STATUSES: Final = ("online", "deprecated", "offline")
_KINDS: Final = ("list", "object", "string", "int", "bool", "float", "binary")


@dataclass(frozen=True, slots=True)
class MemberDefinition:
    """A field of an object. Facts that are not stated are None."""

    name: str
    type: str
    """A primitive such as `int64`, or the name of an object; for an array, the type of its items."""
    array: bool
    required: bool | None
    output_required: bool | None
    nullable: bool | None
    disabled: bool
    document: str


@dataclass(frozen=True, slots=True)
class ObjectDefinition:
    """A type, or the inputs or outputs of an action."""

    name: str
    usage: Usage
    """Where actions use it; as stated only if no action does, because half-used types are stated as `both`."""
    document: str
    members: tuple[MemberDefinition, ...]


@dataclass(frozen=True, slots=True)
class ActionDefinition:
    """An action. Its inputs and outputs are the objects `<Action>Request` and `<Action>Response`."""

    name: str
    title: str
    status: str
    skip_sign: bool
    document: str


@dataclass(frozen=True, slots=True)
class Definitions:
    """Definitions of one product version."""

    service: str
    version: str
    actions: dict[str, ActionDefinition]
    objects: dict[str, ObjectDefinition]


def read_definitions(file: DefinitionFile) -> Definitions:
    """Parse and validate. Raises `SpecRefused` with all problems."""
    reader = _DefinitionsParser()
    content = reader.mapping(file.content, _TOP_KEYS, "")
    metadata = reader.mapping(content.get("metadata"), _METADATA_KEYS, "metadata")
    service = reader.word(metadata.get("serviceShortName"), _SERVICE, "metadata.serviceShortName")
    version = reader.word(metadata.get("apiVersion"), _VERSION, "metadata.apiVersion")
    if content.get("version") != "1.0":
        reader.refuse("version", f"must be the format version 1.0, not {content.get('version')!r}")
    actions = {name: reader.action(name, value) for name, value in reader.entries(content.get("actions"), "actions")}
    sides: dict[str, Usage] = {f"{name}Request": "in" for name in actions}
    sides |= {f"{name}Response": "out" for name in actions}
    objects = {
        name: reader.object(name, value, sides.get(name, "both")) for name, value in reader.entries(content.get("objects"), "objects")
    }
    for name in sides:
        if name not in objects:
            reader.refuse("objects", f"{name} is missing")
    for name, item in objects.items():
        for member in item.members:
            if member.type not in PRIMITIVES and member.type not in objects:
                what = f"the type {member.type} is neither a known primitive nor an object of these definitions"
                reader.refuse(f"objects.{name}.{member.name}", what)
    if reader.problems:
        raise SpecRefused(str(file.path), reader.problems)
    members = {name: [member.type for member in item.members] for name, item in objects.items()}
    usages = reached(members, (name for name in sides if sides[name] == "in"), (name for name in sides if sides[name] == "out"))
    return Definitions(
        service, version, actions, {name: replace(item, usage=usages.get(name, item.usage)) for name, item in objects.items()}
    )


@dataclass(slots=True)
class _DefinitionsParser:
    """Parser that collects all problems."""

    problems: list[Problem] = field(default_factory=list)

    def refuse(self, where: str, what: str) -> None:
        self.problems.append(Problem(where, what))

    def mapping(self, value: Any, known: frozenset[str], where: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self.refuse(where, "must be an object")
            return {}
        for key in value.keys() - known:
            self.refuse(where, f"unknown key {key!r}")
        return value

    def entries(self, value: Any, where: str) -> Iterator[tuple[str, Any]]:
        if not isinstance(value, dict) or not value:
            self.refuse(where, "must be a non-empty object")
        else:
            yield from value.items()

    def word(self, value: Any, shape: re.Pattern[str], where: str) -> str:
        if not isinstance(value, str) or not shape.fullmatch(value):
            self.refuse(where, f"{value!r} does not match the pattern {shape.pattern}")
        return str(value)

    def flag(self, value: Any, where: str) -> bool | None:
        # Some flags are 1 and 0.
        if value is None or isinstance(value, bool) or value in (0, 1):
            return None if value is None else bool(value)
        self.refuse(where, f"must be true or false, not {value!r}")
        return None

    def text(self, value: Any, where: str) -> str:
        if value is not None and not isinstance(value, str):
            self.refuse(where, "must be a string")
        elif value and any("\ud800" <= char <= "\udfff" for char in value):
            self.refuse(where, "contains a lone surrogate")
        return str(value or "")

    def action(self, name: str, value: Any) -> ActionDefinition:
        where = f"actions.{name}"
        row = self.mapping(value, _ACTION_KEYS, where)
        self.word(name, _ACTION, where)
        for key, expected in (("input", f"{name}Request"), ("output", f"{name}Response")):
            if row.get(key) != expected:
                self.refuse(f"{where}.{key}", f"must be {expected}, not {row.get(key)!r}")
        status = row.get("status", _STATUSES[0])
        if status not in _STATUSES:
            self.refuse(f"{where}.status", f"must be one of {', '.join(_STATUSES)}, not {status!r}")
        skip_sign = self.flag(row.get("skip_sign"), f"{where}.skip_sign") or False
        title = self.text(row.get("name"), f"{where}.name")
        return ActionDefinition(name, title, str(status), skip_sign, self.text(row.get("document"), f"{where}.document"))

    def object(self, name: str, value: Any, side: Usage) -> ObjectDefinition:
        where = f"objects.{name}"
        row = self.mapping(value, _OBJECT_KEYS, where)
        self.word(name, _ACTION, where)
        usage = row.get("usage", side)
        if usage not in ("in", "out", "both"):
            self.refuse(f"{where}.usage", f"must be in, out or both, not {usage!r}")
        if row.get("type", "object") != "object":
            self.refuse(f"{where}.type", f"must be object, not {row['type']!r}")
        members: dict[str, MemberDefinition] = {}
        for item in row.get("members") or ():
            member = self.member(item, where)
            if member.name in members:
                self.refuse(f"{where}.{member.name}", "is defined twice")
            members[member.name] = member
        return ObjectDefinition(name, usage, self.text(row.get("document"), f"{where}.document"), tuple(members.values()))

    def member(self, value: Any, owner: str) -> MemberDefinition:
        row = self.mapping(value, _MEMBER_KEYS, owner)
        name = self.word(row.get("name"), _MEMBER, owner)
        where = f"{owner}.{name}"
        if row.get("type") not in _KINDS:
            self.refuse(f"{where}.type", f"unknown type {row.get('type')!r}")
        return MemberDefinition(
            name=name,
            type=self.word(row.get("member"), _MEMBER, f"{where}.member"),
            array=row.get("type") == "list",
            required=self.flag(row.get("required"), f"{where}.required"),
            output_required=self.flag(row.get("output_required"), f"{where}.output_required"),
            nullable=self.flag(row.get("value_allowed_null"), f"{where}.value_allowed_null"),
            disabled=self.flag(row.get("disabled"), f"{where}.disabled") or False,
            document=self.text(row.get("document"), f"{where}.document"),
        )
