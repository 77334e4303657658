"""What changed since the last release as fragments of the changelog, which towncrier puts together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from .. import naming
from ..diff.compare import Change
from ..diff.formats import bullet
from ..diff.rules import Impact
from ..spec.document import SCHEMAS, Document, read_document
from ..spec.lint.view import mapping
from .record import Record
from .since import Since
from .tree import Tree

FOLDER: Final = "changelog.d"
_MACHINE: Final = "+machine."
"""How the names of machine-written fragments begin; towncrier takes the plus for "no issue"."""
_KINDS: Final = {Impact.BREAKING: "breaking", Impact.ADDITIVE: "added", Impact.INTERNAL: "internal"}
_GENERATED: Final = "tencentkit_api."


def fragments(since: Since, root: Path) -> dict[str, str]:
    """The text of each fragment by its name: one for each product and class, and one of each class for the hand-written names."""
    record, tree = Record.read(root), Tree(root)
    written: dict[str, str] = {}
    for name, changes in since.specs.items():
        old = {} if record is None else python_names(read_document(record.specs[name]))
        python = old | python_names(read_document(tree.specs[name]))
        written |= _written(name.replace("/", "-"), f"{name.replace('/', ' ')}, as the service documents it:", changes, python)
    own = [change for change in since.surface if not change.fact.where.startswith(_GENERATED)]
    # What is generated follows from a spec, whose words tell more, or from a template.
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
    """How a program writes what a fact's place says: `list_async_events(limit=…)` for `ListAsyncEventsRequest.Limit`."""
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
                names[f"{schema}.{wire}"] = f"{methods[schema]}({naming.argument_name(wire)}=…)"
            else:
                names[f"{schema}.{wire}"] = f"{naming.class_name(schema)}.{naming.attribute_name(wire)}"
    return names


def machine_written(root: Path) -> dict[str, str]:
    """The fragments in the tree that this command wrote, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((root / FOLDER).glob(f"{_MACHINE}*"))}


def write_fragments(root: Path, wanted: Mapping[str, str]) -> None:
    """Write these, and take away those that this command wrote before; what people wrote stays."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    for name in machine_written(root).keys() - wanted.keys():
        (folder / name).unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


def handwritten(root: Path) -> Sequence[str]:
    """The fragments that people wrote."""
    return sorted(path.name for path in (root / FOLDER).glob("*.md") if not path.name.startswith((_MACHINE, "README")))
