"""Descriptions of actions, objects and fields: the definitions' own, or those of definitions in another language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from ..spec.problems import Problem, SpecRefused
from .source import API, DefinitionFile
from .text import description


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Descriptions by action, by object, and by object and field. A name without an entry keeps the text of the definitions."""

    actions: Mapping[str, str] = field(default_factory=dict)
    objects: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, content: Mapping[str, object]) -> Self:
        """Return the descriptions of `api.json`. Anything without a text is skipped, because only the texts are used."""
        actions = {name: text for name, row in _rows(content.get("actions")) if (text := _text(row))}
        objects, fields = {}, {}
        for name, row in _rows(content.get("objects")):
            if text := _text(row):
                objects[name] = text
            members = row.get("members")
            for member in members if isinstance(members, list) else ():
                if isinstance(member, dict) and (text := _text(member)):
                    fields[name, str(member.get("name"))] = text
        return cls(actions, objects, fields)

    @classmethod
    def read(cls, folder: Path, service: str, version: str) -> Self:
        """Read the descriptions of a product version, below a folder of definitions. Without this version, they are empty.

        Raises:
            SpecRefused: The folder does not exist or has no definitions.
        """
        if not folder.is_dir():
            raise SpecRefused(str(folder), [Problem("", "is not a folder of definitions, such as tccli/services")])
        found = definitions_in(folder, service, version)
        if found is None:
            return cls()
        content = DefinitionFile.read(found / API).content
        metadata = content.get("metadata")
        if not isinstance(metadata, dict) or (metadata.get("serviceShortName"), metadata.get("apiVersion")) != (service, version):
            raise SpecRefused(str(found / API), [Problem("metadata", f"does not describe {service} {version}")])
        return cls.of(content)

    def of_action(self, name: str, own: str) -> str:
        """Return the description of an action. `own` is the text of the definitions."""
        return self.actions.get(name) or description(own)

    def of_object(self, name: str, own: str) -> str:
        """Return the description of an object."""
        return self.objects.get(name) or description(own)

    def of_field(self, owner: str, name: str, own: str) -> str:
        """Return the description of a field of `owner`."""
        return self.fields.get((owner, name)) or description(own)


def definitions_in(folder: Path, service: str, version: str) -> Path | None:
    """Return the folder of `api.json` of a product version: below all products, below one product, or `folder` itself."""
    dated = f"v{version.replace('-', '')}"
    return next((path for path in (folder / service / dated, folder / dated, folder) if (path / API).is_file()), None)


def _rows(value: object) -> list[tuple[str, dict[str, object]]]:
    return [(str(name), row) for name, row in value.items() if isinstance(row, dict)] if isinstance(value, dict) else []


def _text(row: Mapping[str, object]) -> str:
    text = row.get("document")
    return description(text) if isinstance(text, str) else ""
