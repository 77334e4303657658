"""Facts of a package tree's public Python names. griffe reads the sources; nothing is imported or run."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import griffe

from ..spec.problems import Problem, SpecRefused
from .facts import Fact, FactSheet

PACKAGES: Final = ("tencentkit", "tencentkit_api")
_FOLDERS: Final = ("overlays", "generated", ".")
_MODELS: Final = "models"
_NOT_CALLED: Final = frozenset({"__slots__", "__all__", "__dir__", "__getattr__", "__reduce__", "__attrs_post_init__", "__repr__"})


def read_surface(folder: Path) -> FactSheet:
    """Return the public names in a checkout, an unpacked wheel or a site-packages folder. Raises `SpecRefused`."""
    paths = [folder / name for name in _FOLDERS if (folder / name).is_dir()]
    found = [name for name in PACKAGES if any((path / name / "__init__.py").is_file() for path in paths)]
    if found != list(PACKAGES):
        missing = ", ".join(name for name in PACKAGES if name not in found)
        raise SpecRefused(str(folder), [Problem("", f"contains no package {missing}, directly or in overlays/ and generated/")])
    logging.getLogger("griffe").setLevel(logging.CRITICAL)  # `_parse_all` reports syntax errors
    loader = griffe.GriffeLoader(search_paths=[str(path) for path in paths], allow_inspection=False)
    _parse_all(folder, paths)
    for name in PACKAGES:
        loader.load(name, try_relative_path=False)
    loader.resolve_aliases(external=False, implicit=True)
    reader = _SurfaceReader(FactSheet(str(folder)))
    for name in PACKAGES:
        reader.module(loader.modules_collection[name])
    return reader.sheet


def _parse_all(folder: Path, paths: list[Path]) -> None:
    """Raise `SpecRefused` for a file with a syntax error: griffe would skip it, and its names would seem removed."""
    for path in sorted(file for base in paths for name in PACKAGES for file in (base / name).rglob("*.py")):
        try:
            compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise SpecRefused(str(folder), [Problem(str(path.relative_to(folder)), f"is not valid Python: {error}")]) from error


class _SurfaceReader:
    """Reader of public modules, classes and functions."""

    def __init__(self, sheet: FactSheet) -> None:
        self.sheet = sheet
        self._recorded: set[str] = set()

    def state(self, path: str, kind: str, value: Any, item: str = "") -> None:
        self.sheet.facts[Fact(path, kind, item, path)] = value

    def module(self, module: griffe.Module) -> None:
        self.state(module.path, "name", "module")
        exported = module.exports
        for name, member in sorted(module.members.items()):
            if member.is_alias and (exported is None or name not in exported):
                continue  # imported for internal use
            if not member.is_alias and member.is_module:
                if not name.startswith("_"):
                    self.module(member)  # type: ignore[arg-type] # checked by is_module
            elif not name.startswith("_") if exported is None else name in {str(export) for export in exported}:
                self.object(f"{module.path}.{name}", member)

    def object(self, path: str, member: griffe.Object | griffe.Alias) -> None:
        try:
            target = member.final_target if isinstance(member, griffe.Alias) else member
        except griffe.AliasResolutionError:
            self.state(path, "name", "imported")
            return
        self.state(path, "name", target.kind.value)
        if path != target.path and (_is_public(target.path) or target.path in self._recorded):
            return  # an alias: the object is recorded where it is defined
        self._recorded.add(target.path)
        if isinstance(target, griffe.Class):
            self.class_(path, target)
        elif isinstance(target, griffe.Function):
            self.function(path, target)
        elif isinstance(target, griffe.Attribute):
            self.attribute(path, target)

    def _member(self, path: str, member: griffe.Object | griffe.Alias) -> None:
        self.state(path, "name", member.kind.value)
        if isinstance(member, griffe.Function):
            self.function(path, member)
        elif isinstance(member, griffe.Attribute):
            self.attribute(path, member)

    def class_(self, path: str, class_: griffe.Class) -> None:
        self.state(path, "bases", [base.path for base in _ancestors(class_) if _is_public(base.path)])
        for name, member in _members(class_):
            if name.startswith("_") and (not name.startswith("__") or name in _NOT_CALLED):
                continue
            self._member(f"{path}.{name}", member)
        if _is_attrs(class_) and not _is_generated_model(class_):
            for name, member in _members(class_):
                if isinstance(member, griffe.Attribute) and not name.startswith("_") and "instance-attribute" in member.labels:
                    self._field(path, name, member)

    def _field(self, path: str, name: str, member: griffe.Attribute) -> None:
        """Record a field as a constructor parameter, because attrs generates the constructor."""
        value = str(member.value) if member.value is not None else None
        if value is not None and "init=False" in value.replace(" ", ""):
            return
        demanded = value is None or (value.startswith("field(") and "default" not in value and "factory" not in value)
        row = {"required": demanded, "default": None if demanded else value, "kind": "field", "type": str(member.annotation or "")}
        self.state(path, "parameter", row, name)

    def function(self, path: str, function: griffe.Function) -> None:
        for overload in function.overloads or ():
            signature = " ".join(overload.signature().split())
            self.state(path, "overload", signature, signature)
        positions = []
        for parameter in function.parameters:
            if parameter.name in {"self", "cls"}:
                continue
            kind = parameter.kind.value if parameter.kind else ""
            if kind.startswith("positional"):
                positions.append(parameter.name)
            row = {
                "required": parameter.required,
                "default": None if parameter.default is None else str(parameter.default),
                "kind": kind,
                "type": _without_quotes(parameter.annotation),
            }
            self.state(path, "parameter", row, parameter.name)
        self.state(path, "positions", positions)
        self.state(path, "returns", _without_quotes(function.returns))

    def attribute(self, path: str, attribute: griffe.Attribute) -> None:
        # The code does not state the direction of a generated field: the diff of the specs compares its type.
        if attribute.annotation is not None and not _is_generated_model(attribute.parent):
            self.state(path, "type of an attribute", _without_quotes(attribute.annotation))


def _members(class_: griffe.Class) -> Iterator[tuple[str, griffe.Object | griffe.Alias]]:
    """Yield the members of a class and of its private bases."""
    members: dict[str, griffe.Object | griffe.Alias] = {}
    for base in reversed(_ancestors(class_)):
        if not _is_public(base.path):
            members |= base.members
    yield from sorted((members | class_.members).items())


def _ancestors(class_: griffe.Class) -> list[griffe.Class]:
    try:
        return list(class_.mro())
    except ValueError:
        return []


def _is_public(path: str) -> bool:
    return not any(step.startswith("_") for step in path.split("."))


def _is_attrs(class_: griffe.Class) -> bool:
    names = (str(decorator.value).partition("(")[0].rpartition(".")[2] for decorator in class_.decorators)
    return not {"define", "frozen", "mutable"}.isdisjoint(names)


def _is_generated_model(owner: griffe.Object | griffe.Alias | None) -> bool:
    steps = owner.path.split(".") if owner is not None else []
    return steps[:1] == ["tencentkit_api"] and _MODELS in steps


def _without_quotes(annotation: Any) -> str:
    return "" if annotation is None else str(annotation)
