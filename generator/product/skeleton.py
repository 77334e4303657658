"""Initial `overlay.yaml` of a product: Python names of clashing properties, and no facts that `convert` infers."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .. import naming
from ..spec.document import Document
from ..spec.view import mapping, named_schemas

_HEAD = """\
# Facts that no source of {title} states, and corrections of facts that `convert` infers (`python -m generator inferred FILE`).
# Each action states its reason twice: in a comment for the editor of this file, and in `description` for programs.
# `python -m generator product` wrote this file once; edit it by hand from now on.
overlay: 1.0.0
info:
  title: {title}
  version: 1.0.0
extends: {facts}

actions:
"""
_NAMED = """
  # {first} and {name} have the same name in Python.
  - target: $.components.schemas[{schema}].properties[{property}]
    description: Another property already has the name {attribute}.
    update:
      x-tc-name: {chosen}
"""


def skeleton(facts: Document, source: str) -> str:
    """Return an overlay for these facts from the file `source`."""
    info = mapping(facts, "info")
    title = json.dumps(f"{info.get('title')} {info.get('version')}")
    return "".join([_HEAD.format(title=title, facts=source), *_names(facts)])


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
