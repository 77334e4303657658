"""What can be asked for: the actions and waiters of a product, read from what the generator emitted."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

import tencentkit_api
from tencentkit_api.action import Action
from tencentkit_api.model import Field, Model

JSON = "json"
"""The kind of an argument that is any JSON, beside the kinds of `Field`."""
_Fields = Callable[[Any, type[Model]], tuple[Field, ...]]
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
    waits: bool = False
    """Whether it polls until something has come to its end."""
    runs: bool = False
    """Whether it is a method of the client's that was written beside the emitted ones, and prints what it gives as it stands."""

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
    """Everything that can be done with a product, by its name on the command line: its emitted methods, and its client's own."""
    package = f"{tencentkit_api.__name__}.{product}"
    rows = {row.name: row for row in import_module(f"{package}.actions").ACTIONS}
    operations = import_module(f"{package}.operations").Operations
    models = import_module(f"{package}.models")
    found: dict[str, Entry] = {}

    def add(method_name: str, method: Any, action: Action, fields: _Fields, **kind: bool) -> None:
        name, request = method_name.replace("_", "-"), getattr(models, f"{action.name}Request")
        docstring = inspect.getdoc(method) or ""
        found[name] = Entry(name, method_name, rows[action.name], fields(method, request), request, docstring, **kind)

    for method_name in dir(operations):
        method = getattr(operations, method_name)
        action = getattr(method, "action", None)
        if isinstance(action, Action) and method_name.startswith("wait_until_"):
            add(method_name, method, action, _fields_of_wait, waits=True)
        elif isinstance(action, Action) and not method_name.startswith("_"):
            add(method_name, method, action, _fields_known)
    for method_name, method in inspect.getmembers(import_module(f"tencentkit.{product}").Client, inspect.isfunction):
        through = getattr(method, "stands_on", None)
        if isinstance(through, Action):
            add(method_name, method, through, _fields_written, runs=True)
    return dict(sorted(found.items()))


def by_any_name(product: str, name: str) -> str | None:
    """The entry that `name` means, which may be the action's on the wire or the method's; `None` where there is none."""
    joined = name.replace("-", "").replace("_", "").lower()
    return next((each for each in entries(product) if each.replace("-", "") == joined), None)


def _fields_known(method: Any, request: type[Model]) -> tuple[Field, ...]:
    """The arguments of an emitted method."""
    return tuple(field for field in request.FIELDS if field.name in method.known)


def _fields_of_wait(method: Any, request: type[Model]) -> tuple[Field, ...]:
    """Those of a wait, which must name what it waits for: where the page requires nothing, its first parameter is required."""
    fields = _fields_known(method, request)
    if not fields or any(field.required for field in fields):
        return fields
    return (fields[0]._replace(required=True), *fields[1:])


def _fields_written(method: Any, request: type[Model]) -> tuple[Field, ...]:
    """Those of a method that was written by hand: what its action has too as it is there, the rest by their types."""
    wire = {field.name: field for field in request.FIELDS}
    kinds = {"bool": "boolean", "str": "string"}
    given = [each for each in inspect.signature(method).parameters.values() if each.kind is each.KEYWORD_ONLY]
    return tuple(
        (wire.get(each.name) or Field(each.name, each.name, kinds.get(str(each.annotation), JSON)))._replace(
            required=each.default is each.empty
        )
        for each in given
    )


def model(entry: Entry, name: str) -> type[Model]:
    """A model class of the entry's product."""
    made: Any = getattr(import_module(entry.request.__module__.rpartition(".")[0]), name)
    return made  # type: ignore[no-any-return]


def response_model(entry: Entry) -> type[Model]:
    """The model of what the entry's action answers."""
    return model(entry, f"{entry.action.name}Response")


def listed(entry: Entry) -> Field | None:
    """The field of the answer that holds its items; `None` where the answer is one thing."""
    if entry.waits or entry.runs:
        return None
    fields = response_model(entry).FIELDS
    if entry.action.paging is not None:
        return next(field for field in fields if field.name == entry.action.paging.items)
    arrays = [field for field in fields if field.array]
    return arrays[0] if len(arrays) == 1 and arrays[0].model is not None else None


def columns(entry: Entry, items: Field) -> list[str]:
    """Names of what each item has."""
    return ["Value"] if items.model is None else [field.wire for field in model(entry, items.model).FIELDS]
