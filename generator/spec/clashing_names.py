"""Python names of properties whose wire names the naming rule maps to one attribute: `x-tc-name`, inferred (docs/design/naming.md)."""

from __future__ import annotations

from .. import naming
from .document import Document
from .inferred import infer
from .view import mapping, named_schemas

_FACT = "x-tc-name"


def infer_names(document: Document) -> None:
    """Infer a name for each property that has the attribute name of an earlier one, or differs from it only by the case of letters."""
    for node in named_schemas(document).values():
        properties = mapping(node, "properties")
        attributes = {name: _attribute(name) for name in properties}
        taken: dict[str, str] = {}
        folded: dict[str, str] = {}
        for name, attribute in attributes.items():
            other = taken.get(attribute) or folded.get(name.casefold())
            chosen, number = attribute, 2
            while other is not None and (chosen in taken or chosen in {attributes[each] for each in properties if each != name}):
                chosen, number = f"{attribute}_{number}", number + 1
            if other is not None:
                infer(properties[name], _FACT, value=chosen, rule=f"clash with {other}")
            taken[chosen] = folded[name.casefold()] = name


def _attribute(wire: str) -> str:
    try:
        return naming.attribute_name(wire)
    except ValueError:  # the lint reports it
        return wire
