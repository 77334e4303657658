"""Modules of models: the types that calls load together are in one module (docs/design/emit.md)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from .. import naming
from .model import ModelView

_FIRST_WORD: Final = re.compile(r"[A-Z][a-z0-9]*(?=[A-Z])")


@dataclass(frozen=True)
class ModelModule:
    """Template view of a module: models sorted by name."""

    name: str
    models: tuple[ModelView, ...]

    def imports(self, modules: Mapping[str, str], models: Mapping[str, ModelView]) -> list[tuple[str, str]]:
        """Return the module and the names of each import from another module. `modules` maps schemas to modules."""
        names: dict[str, set[str]] = defaultdict(set)
        for model in self.models:
            for field in model.fields:
                if field.model is not None and (home := modules[field.model]) != self.name:
                    names[home].update(models[field.model].exports)
        return [(home, ", ".join(sorted(names[home]))) for home in sorted(names)]


def model_modules(models: Mapping[str, ModelView]) -> list[ModelModule]:
    """Return the modules of a product.

    A module has the requests and responses of the actions with one noun, such as `CreateAlias` and `ListAliases`, and the types
    that only these actions use. Types that actions of several nouns use are together if the nouns are the same.

    A type refers only to types of its own module, or of modules whose types have more users. So modules never import each other
    in a cycle, even if types do.
    """
    nouns: dict[str, set[str]] = defaultdict(set)
    for model in models.values():
        if model.action is not None:
            for name in _reachable(models, model.schema):
                nouns[name].add(action_noun(model.action))
    groups: dict[tuple[frozenset[str], frozenset[str]], list[ModelView]] = defaultdict(list)
    for name, model in models.items():
        users = frozenset(nouns[name])
        # Types without a user: each alone, or with its cycle.
        groups[users, frozenset() if users else model.cycle | {name}].append(model)
    found: dict[str, tuple[ModelView, ...]] = {}
    for (users, _), group in sorted(groups.items(), key=lambda row: (len(row[0][0]) != 1, min(model.schema for model in row[1]))):
        members = tuple(sorted(group, key=lambda model: model.schema))
        name = naming.module_name(next(iter(users))) if len(users) == 1 else f"shared_{members[0].module}"
        while name in found:
            name += "_"
        found[name] = members
    return [ModelModule(name, members) for name, members in sorted(found.items())]


def action_noun(action: str) -> str:
    """Return the name of an action without its verb, in the singular: `Alias` for `ListAliases`."""
    noun = action[match.end() :] if (match := _FIRST_WORD.match(action)) else action
    for plural, singular in (("ies", "y"), ("sses", "ss"), ("iases", "ias"), ("xes", "x")):
        if noun.endswith(plural):
            return noun.removesuffix(plural) + singular
    return noun if noun.endswith(("ss", "us", "is", "as")) else noun.removesuffix("s")


def _reachable(models: Mapping[str, ModelView], start: str) -> Iterator[str]:
    seen, pending = {start}, [start]
    while pending:
        name = pending.pop()
        yield name
        for field in models[name].fields:
            if field.model is not None and field.model not in seen:
                seen.add(field.model)
                pending.append(field.model)
