"""Names that would overwrite each other's module or attribute, or shadow a model's own member."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ..document import Document
from ..problems import Problem
from .view import mapping, named_schemas

NAME: Final = "x-tc-name"
"""The Python name of a property, where overlay.yaml gives one: two wire names may become one attribute by the rule."""


def schema_names_are_unique(document: Document) -> Iterator[Problem]:
    """No two schemas differ by case only or become the same Python class or module."""
    from generator import naming

    names = list(named_schemas(document))
    where = "#/components/schemas"
    yield from _collisions(names, str.casefold, where, "differ by case only")
    yield from _collisions(names, naming.module_name, where, "become the same module")
    yield from _collisions(names, naming.class_name, where, "become the same class")


def property_names_are_unique(document: Document) -> Iterator[Problem]:
    """No two properties of one schema differ by case only or become the same Python attribute, unless `x-tc-name` tells them apart."""
    for where, schema_name, properties in _properties(document):
        plain = [name for name, schema in properties.items() if NAME not in mapping(schema)]
        yield from _collisions(plain, str.casefold, where, "differ by case only")
        yield from _collisions(properties, _attribute_of(properties, schema_name), where, "become the same attribute")


def attributes_are_unreserved(document: Document) -> Iterator[Problem]:
    """No property becomes a reserved name: the naming rule appends `_` to one that would, and a name that is given obeys the rule."""
    from generator import naming

    for where, schema_name, properties in _properties(document):
        attribute = _attribute_rule(schema_name)
        for name, schema in properties.items():
            try:
                given = mapping(schema).get(NAME)
                if isinstance(given, str) and attribute(given) != given:
                    yield Problem(f"{where}/{name}/{NAME}", f"{given!r} would have to be {attribute(given)!r}")
                if attribute(name) in naming.RESERVED_ATTRIBUTES:
                    yield Problem(f"{where}/{name}", f"becomes {attribute(name)!r}, a name that every model has already")
            except ValueError as error:
                yield Problem(f"{where}/{name}", str(error))


def _properties(document: Document) -> Iterator[tuple[str, str, Document]]:
    for name, schema in named_schemas(document).items():
        yield f"#/components/schemas/{name}/properties", name, mapping(schema, "properties")


def _attribute_rule(schema_name: str) -> Callable[[str], str]:
    """A request's attributes are arguments of its method, too, and have more names to avoid."""
    from generator import naming

    return naming.argument_name if schema_name.endswith("Request") else naming.attribute_name


def _attribute_of(properties: Document, schema_name: str) -> Callable[[str], str]:
    rule = _attribute_rule(schema_name)
    return lambda name: str(mapping(properties, name).get(NAME) or rule(name))


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
