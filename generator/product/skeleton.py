"""Initial `overlay.yaml` of a product: the minimum for `build`, to be edited by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .. import naming
from ..spec.document import Document
from ..spec.view import mapping, named_schemas, operations

_HEAD = """\
# Facts that no source of {title} states. Each action states its reason twice: in a comment for the editor of this file, and in
# `description` for programs. `python -m generator product` wrote this file once; edit it by hand from now on.
overlay: 1.0.0
info:
  title: {title}
  version: 1.0.0
extends: {facts}

actions:
"""
_REGION = """\
  # The definitions do not state whether a request requires a region. A client sends its region if it has one. With required: true,
  # a call without a region fails before it is sent.
  - target: $.paths.*.post
    description: No source states whether the region is required.
    update:
      x-tc-region: {required: false, only: []}
"""
_NAMED = """
  # {first} and {name} have the same name in Python.
  - target: $.components.schemas[{schema}].properties[{property}]
    description: Another property already has the name {attribute}.
    update:
      x-tc-name: {chosen}
"""
_READS = """
  # By convention of the API these actions change nothing, so a call is retryable after any failure.
  - target: $.paths[{paths}].post
    description: Describe actions are read-only.
    update:
      x-tc-read-only: true
"""


def skeleton(facts: Document, source: str) -> str:
    """Return an overlay for these facts from the file `source`."""
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
    """Yield an `x-tc-name` action for each property whose Python name is already taken."""
    for schema, node in named_schemas(facts).items():
        properties = mapping(node, "properties")
        taken: dict[str, str] = {}
        folded: dict[str, str] = {}
        for name in properties:
            attribute = naming.attribute_name(name)
            if attribute in taken or name.casefold() in folded:
                chosen, number = attribute, 2
                while chosen in taken or chosen in {naming.attribute_name(other) for other in properties if other != name}:
                    chosen, number = f"{attribute}_{number}", number + 1
                yield _NAMED.format(
                    first=taken.get(attribute) or folded[name.casefold()],
                    name=name,
                    schema=_quoted(schema),
                    property=_quoted(name),
                    attribute=attribute if attribute in taken else "with a difference in case only",
                    chosen=chosen,
                )
                attribute = chosen
            taken[attribute] = folded[name.casefold()] = name


def _quoted(name: str) -> str:
    return f"'{name}'"
