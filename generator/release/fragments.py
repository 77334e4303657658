"""Changelog fragments for the changes since the last release; towncrier combines them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from .. import naming
from ..diff.compare import Change
from ..diff.formats import bullet
from ..diff.rules import Impact
from ..spec.document import SCHEMAS, Document, read_document
from ..spec.view import mapping
from .changes import ReleaseChanges
from .record import ReleaseRecord
from .tree import Tree

FOLDER: Final = "changelog.d"
_MACHINE: Final = "+machine."
"""Name prefix of machine-written fragments; the plus tells towncrier that no issue belongs to it."""
_KINDS: Final = {Impact.BREAKING: "breaking", Impact.ADDITIVE: "added", Impact.INTERNAL: "internal"}
_GENERATED: Final = "tencentkit_api."


def fragments(since: ReleaseChanges, root: Path) -> dict[str, str]:
    """Return the text of each fragment by name: one per product and class, and one per class for hand-written names."""
    record, tree = ReleaseRecord.read(root), Tree(root)
    written: dict[str, str] = {}
    for name, changes in since.specs.items():
        old = {} if record is None else python_names(read_document(record.specs[name]))
        python = old | python_names(read_document(tree.specs[name]))
        written |= _written(name.replace("/", "-"), f"{name.replace('/', ' ')}, as the service documents it:", changes, python)
    own = [change for change in since.surface if not change.fact.where.startswith(_GENERATED)]
    # A change of generated names follows from a spec, which describes it better. Without a spec change, a template changed.
    if not any(since.specs.values()):
        own = list(since.surface)
    return written | _written("python", "Python names:", own, {})


def _written(name: str, title: str, changes: Iterable[Change], python: Mapping[str, str]) -> dict[str, str]:
    written = {}
    for impact, kind in _KINDS.items():
        lines = [bullet(change, python.get(change.fact.where)) for change in changes if change.impact is impact]
        if lines:
            written[f"{_MACHINE}{name}.{kind}.md"] = "\n".join([title, "", *lines, ""])
    return written


def python_names(document: Document) -> dict[str, str]:
    """Return the Python spelling of each location: `list_async_events(limit=…)` for `ListAsyncEventsRequest.Limit`."""
    methods = {}
    names = {}
    for operation in (mapping(item, "post") for item in mapping(document, "paths").values()):
        action = str(operation.get("operationId"))
        method = names[action] = naming.method_name(action)
        body = mapping(operation, "requestBody", "content", "application/json", "schema")
        methods[str(body.get("$ref")).removeprefix(SCHEMAS)] = method
    for schema, value in mapping(document, "components", "schemas").items():
        for wire in mapping(value, "properties"):
            if schema in methods:
                names[f"{schema}.{wire}"] = f"{methods[schema]}({naming.attribute_name(wire)}=…)"
            else:
                names[f"{schema}.{wire}"] = f"{naming.class_name(schema)}.{naming.attribute_name(wire)}"
    return names


def machine_written(root: Path) -> dict[str, str]:
    """Return the fragments that this command wrote, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((root / FOLDER).glob(f"{_MACHINE}*"))}


def write_fragments(root: Path, expected: Mapping[str, str]) -> None:
    """Write the fragments and delete older machine-written ones. Hand-written fragments stay."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    for name in machine_written(root).keys() - expected.keys():
        (folder / name).unlink()
    for name, text in expected.items():
        (folder / name).write_text(text, encoding="utf-8")
