"""The first `overlay.yaml` of a product: what `build` cannot do without, and where a person goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .. import naming
from ..spec.document import Document
from ..spec.lint.view import mapping, named_schemas, operations

_HEAD = """\
# What no source of {title} says. Each action gives its reason twice: here for whoever edits this file, and in `description` for whoever
# reads it by program. Written once as a start, by `python -m generator product`; from here on a person keeps it.
overlay: 1.0.0
info:
  title: {title}
  version: 1.0.0
extends: {facts}

actions:
"""
_REGION = """\
  # The definitions do not say whether a region must be sent. A client sends its region where it has one; if the product cannot do
  # without, write true, and a call without one is refused before it is sent.
  - target: $.paths.*.post
    description: No source says whether the region is required.
    update:
      x-tc-region: {required: false, only: []}
"""
_NAMED = """
  # {first} and {name} become one name in Python.
  - target: $.components.schemas[{schema}].properties[{property}]
    description: Another property has the name {attribute} already.
    update:
      x-tc-name: {chosen}
"""
_READS = """
  # By the API's own convention these only look: such a call may be sent again after any failure.
  - target: $.paths[{paths}].post
    description: Named Describe…, which changes nothing.
    update:
      x-tc-read-only: true
"""


def skeleton(facts: Document, source: str) -> str:
    """The text of an overlay for these facts, which are in the file `source`."""
    info = mapping(facts, "info")
    parts = [_HEAD.format(title=json.dumps(f"{info.get('title')} {info.get('version')}"), facts=source)]
    if any("x-tc-region" not in operation.node for operation in operations(facts)):
        parts.append(_REGION)
    reads = [operation.name for operation in operations(facts) if operation.name.startswith("Describe")]
    if reads:
        parts.append(_READS.format(paths=", ".join(_quoted(f"/{name}") for name in reads)))
    parts += _names(facts)
    return "".join(parts)


def _names(facts: Document) -> Iterator[str]:
    """A name for each property whose own name another property of the same type has already."""
    requests = {f"{operation.name}Request" for operation in operations(facts)}
    for schema, node in named_schemas(facts).items():
        rule = naming.argument_name if schema in requests or schema.endswith("Request") else naming.attribute_name
        properties = mapping(node, "properties")
        taken: dict[str, str] = {}
        folded: dict[str, str] = {}
        for name in properties:
            attribute = rule(name)
            if attribute in taken or name.casefold() in folded:
                chosen, number = attribute, 2
                while chosen in taken or chosen in {rule(other) for other in properties if other != name}:
                    chosen, number = f"{attribute}_{number}", number + 1
                yield _NAMED.format(
                    first=taken.get(attribute) or folded[name.casefold()],
                    name=name,
                    schema=_quoted(schema),
                    property=_quoted(name),
                    attribute=attribute if attribute in taken else "that differs by case only from it",
                    chosen=chosen,
                )
                attribute = chosen
            taken[attribute] = folded[name.casefold()] = name


def _quoted(name: str) -> str:
    return f"'{name}'"
