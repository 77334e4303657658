"""What can be asked for: the actions and waiters of a product, read from what the generator emitted."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

import tencentkit_api
from tencentkit_api.action import Action
from tencentkit_api.model import Field, Model

_ARGUMENT = re.compile(r"^ {4}(\w+): (.*(?:\n {8,}\S.*)*)", re.MULTILINE)


class Entry(NamedTuple):
    """One thing to do: a method of the client's."""

    name: str
    """As on the command line: `list-async-events`."""
    method: str
    action: Action
    fields: tuple[Field, ...]
    """The parameters of the request."""
    request: type[Model]
    docstring: str
    waits: bool
    """Whether it polls until something has come to its end."""

    @property
    def summary(self) -> str:
        """The first sentence of its description."""
        return self.docstring.partition("\n")[0]

    @property
    def description(self) -> str:
        """What it does, without the parts on arguments and errors."""
        text = re.split(r"^ *(?:Args|Raises|Source):", self.docstring, maxsplit=1, flags=re.MULTILINE)[0]
        return "\n".join(line.strip() for line in text.strip().splitlines())

    @property
    def says(self) -> Mapping[str, str]:
        """What each argument is, by its name."""
        return {name: " ".join(text.split()) for name, text in _ARGUMENT.findall(self.docstring)}


def products() -> list[str]:
    """Names of the products that are installed."""
    return sorted(found.name for found in pkgutil.iter_modules(tencentkit_api.__path__) if found.ispkg)


@cache
def entries(product: str) -> dict[str, Entry]:
    """Everything that can be done with a product, by its name on the command line."""
    package = f"{tencentkit_api.__name__}.{product}"
    actions = import_module(f"{package}.actions")
    operations = import_module(f"{package}.operations").Operations
    models = import_module(f"{package}.models")
    found: dict[str, Entry] = {}
    for method_name in dir(operations):
        method = getattr(operations, method_name)
        action = getattr(method, "action", None)
        if method_name.startswith("_") or not isinstance(action, Action):
            continue
        request = getattr(models, f"{action.name}Request")
        known: tuple[str, ...] = method.known
        entry = Entry(
            name=method_name.replace("_", "-"),
            method=method_name,
            action=next(row for row in actions.ACTIONS if row.name == action.name),
            fields=tuple(field for field in request.FIELDS if field.name in known),
            request=request,
            docstring=inspect.getdoc(method) or "",
            waits=method_name.startswith("wait_until_"),
        )
        found[entry.name] = entry
    return found


def model(entry: Entry, name: str) -> type[Model]:
    """A model class of the entry's product."""
    made: Any = getattr(import_module(entry.request.__module__.rpartition(".")[0]), name)
    return made  # type: ignore[no-any-return]


def response_model(entry: Entry) -> type[Model]:
    """The model of what the entry's action answers."""
    return model(entry, f"{entry.action.name}Response")
