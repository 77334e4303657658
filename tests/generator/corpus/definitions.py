"""Actions as machine-readable definitions hold them: the vendor's, where its CLI package is installed, and a few of our own."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

OWN: Final = Path(__file__).parent / "definitions"

_DOC_TYPES: Final = {
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


@dataclass(frozen=True, slots=True)
class Field:
    """A member of an object, typed as a page types it."""

    name: str
    type: str
    array: bool
    required: bool
    document: str


@dataclass(frozen=True, slots=True)
class Sample:
    """An example as the definitions carry it: text that need not be what it should."""

    title: str
    document: str
    input: str
    output: str


@dataclass(frozen=True, slots=True)
class Action:
    """One action with all that its page shows, and the names of its product's types."""

    service: str
    version: str
    name: str
    document: str
    inputs: tuple[Field, ...]
    outputs: tuple[Field, ...]
    samples: tuple[Sample, ...]
    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class DataType:
    """A type of a product; `used_in_requests` decides whether its table has the column of what is required."""

    name: str
    document: str
    fields: tuple[Field, ...]
    used_in_requests: bool
    used_by: tuple[str, ...]


def installed(language: str) -> Path | None:
    """The folder of the vendor's definitions: `TENCENTKIT_DEFINITIONS_EN` or `_ZH`, or the installed CLI package for Chinese text."""
    folder = os.environ.get(f"TENCENTKIT_DEFINITIONS_{language.upper()}")
    if folder:
        return Path(folder)
    found = importlib.util.find_spec("tccli") if language == "zh" else None
    return Path(found.origin).parent / "services" if found is not None and found.origin else None


def products(folder: Path) -> list[Path]:
    """The product versions in a folder of definitions, sorted."""
    return sorted(path.parent for path in folder.glob("*/v*/api.json"))


def actions(product: Path) -> Iterator[Action]:
    """The actions of one product version, in the order of their names."""
    definitions = json.loads((product / "api.json").read_bytes())
    samples = json.loads((product / "examples.json").read_bytes())["actions"]
    objects = definitions["objects"]
    envelopes = {action[side] for action in definitions["actions"].values() for side in ("input", "output")}
    types = frozenset(name for name in objects if name not in envelopes)
    version = definitions["metadata"]["apiVersion"]
    for name, action in sorted(definitions["actions"].items()):
        yield Action(
            service=definitions["metadata"]["serviceShortName"],
            version=version,
            name=name,
            document=action["document"] or "",
            inputs=_fields(objects[action["input"]]),
            outputs=_fields(objects[action["output"]]),
            samples=tuple(Sample(*(one[key] or "" for key in ("title", "document", "input", "output"))) for one in samples.get(name, ())),
            types=types,
        )


def data_types(product: Path) -> Iterator[DataType]:
    """The types of one product version, in the order of their names."""
    definitions = json.loads((product / "api.json").read_bytes())
    objects = definitions["objects"]
    envelopes = {action[side] for action in definitions["actions"].values() for side in ("input", "output")}
    users: dict[str, list[str]] = {}
    for name, action in sorted(definitions["actions"].items()):
        for member in (*objects[action["input"]]["members"], *objects[action["output"]]["members"]):
            users.setdefault(member["member"], []).append(name)
    for name, type_ in sorted(objects.items()):
        if name not in envelopes:
            yield DataType(
                name, type_["document"] or "", _fields(type_), type_.get("usage") != "out", tuple(dict.fromkeys(users.get(name, ())))
            )


def _fields(definition: Mapping[str, Any]) -> tuple[Field, ...]:
    return tuple(
        Field(
            name=member["name"],
            type=_DOC_TYPES.get(member["member"], member["member"]),
            array=member["type"] == "list",
            required=bool(member.get("required")),
            document=member["document"] or "",
        )
        for member in definition["members"]
    )
