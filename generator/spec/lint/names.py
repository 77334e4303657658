"""Names that would overwrite each other's module or attribute, or shadow a model's own member."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..document import Document
from ..problems import Problem
from .view import mapping, named_schemas


def schema_names_are_unique(document: Document) -> Iterator[Problem]:
    """No two schemas differ by case only or become the same Python class or module."""
    from generator import naming

    names = list(named_schemas(document))
    where = "#/components/schemas"
    yield from _collisions(names, str.casefold, where, "differ by case only")
    yield from _collisions(names, naming.module_name, where, "become the same module")
    yield from _collisions(names, naming.class_name, where, "become the same class")


def property_names_are_unique(document: Document) -> Iterator[Problem]:
    """No two properties of one schema differ by case only or become the same Python attribute."""
    for where, schema_name, names in _properties(document):
        yield from _collisions(names, str.casefold, where, "differ by case only")
        yield from _collisions(names, _attribute_rule(schema_name), where, "become the same attribute")


def attributes_are_unreserved(document: Document) -> Iterator[Problem]:
    """No property becomes a reserved name: the naming rule appends `_` to one that would."""
    from generator import naming

    for where, schema_name, names in _properties(document):
        attribute = _attribute_rule(schema_name)
        for name in names:
            try:
                if attribute(name) in naming.RESERVED_ATTRIBUTES:
                    yield Problem(f"{where}/{name}", f"becomes {attribute(name)!r}, a name that every model has already")
            except ValueError as error:
                yield Problem(f"{where}/{name}", str(error))


def _properties(document: Document) -> Iterator[tuple[str, str, list[str]]]:
    for name, schema in named_schemas(document).items():
        yield f"#/components/schemas/{name}/properties", name, list(mapping(schema, "properties"))


def _attribute_rule(schema_name: str) -> Callable[[str], str]:
    """A request's attributes are arguments of its method, too, and have more names to avoid."""
    from generator import naming

    return naming.argument_name if schema_name.endswith("Request") else naming.attribute_name


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
