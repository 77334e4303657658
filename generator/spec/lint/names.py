"""Lint of names: collisions of modules, classes and attributes, and reserved attributes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ... import naming
from ..document import Document
from ..problems import Problem
from ..view import mapping, named_schemas

NAME: Final = "x-tc-name"
"""Python name of a property from overlay.yaml, for wire names that the naming rule maps to one attribute."""


def check_schema_names(document: Document) -> Iterator[Problem]:
    """Check that no two schemas differ only by case or share a Python class or module."""
    names = list(named_schemas(document))
    where = "#/components/schemas"
    yield from _collisions(names, str.casefold, where, "differ only by case")
    yield from _collisions(names, naming.module_name, where, "map to the same module")
    yield from _collisions(names, naming.class_name, where, "map to the same class")


def check_property_names(document: Document) -> Iterator[Problem]:
    """Check that no two properties of a schema differ only by case or share an attribute, unless `x-tc-name` separates them."""
    for where, properties in _properties(document):
        plain = [name for name, schema in properties.items() if NAME not in mapping(schema)]
        yield from _collisions(plain, str.casefold, where, "differ only by case")
        yield from _collisions(properties, _attribute_of(properties), where, "map to the same attribute")


def check_reserved_attributes(document: Document) -> Iterator[Problem]:
    """Check that no property has a reserved name, and that each `x-tc-name` follows the naming rule."""
    for where, properties in _properties(document):
        for name, schema in properties.items():
            try:
                given = mapping(schema).get(NAME)
                if isinstance(given, str) and naming.attribute_name(given) != given:
                    yield Problem(f"{where}/{name}/{NAME}", f"{given!r} must be {naming.attribute_name(given)!r}")
                if naming.attribute_name(name) in naming.RESERVED_ATTRIBUTES:
                    yield Problem(f"{where}/{name}", f"becomes {naming.attribute_name(name)!r}, a reserved name of models")
            except ValueError as error:
                yield Problem(f"{where}/{name}", str(error))


def _properties(document: Document) -> Iterator[tuple[str, Document]]:
    for name, schema in named_schemas(document).items():
        yield f"#/components/schemas/{name}/properties", mapping(schema, "properties")


def _attribute_of(properties: Document) -> Callable[[str], str]:
    return lambda name: str(mapping(properties, name).get(NAME) or naming.attribute_name(name))


def _collisions(names: Iterable[str], rule: Callable[[str], str], where: str, what: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name in names:
        try:
            becomes = rule(name)
        except ValueError as error:
            yield Problem(f"{where}/{name}", str(error))
            continue
        if becomes in first:
            yield Problem(where, f"{first[becomes]} and {name} {what}")
        else:
            first[becomes] = name
