"""Catalogue of commands: the actions, waiters and client methods of each product, read from the generated code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from tencentkit_api.action import Action
from tencentkit_api.model import Field, Model

from .._client.keywords import helper_parameter
from .._products import api_package, client_class, entries

JSON = "json"
"""Kind of an argument that takes any JSON; the other kinds are those of `Field`."""
_FieldsOf = Callable[[Any, type[Model]], tuple[Field, ...]]
_ARGUMENT = re.compile(r"^ {4}(\w+): (.*(?:\n {8,}\S.*)*)", re.MULTILINE)


class ApiCommand(NamedTuple):
    """One command: a method of the client."""

    name: str
    """On the command line: `list-async-events`."""
    method: str
    action: Action
    fields: tuple[Field, ...]
    """Parameters of the request."""
    request: type[Model]
    docstring: str
    is_waiter: bool = False
    """Polls until the resource reaches its final state."""
    is_handwritten: bool = False
    """Not generated (`run_function`); its result is printed unchanged."""

    @property
    def summary(self) -> str:
        """First line of the docstring."""
        return self.docstring.partition("\n")[0]

    @property
    def description(self) -> str:
        """The docstring without the sections on arguments, errors and source."""
        text = re.split(r"^ *(?:Args|Raises|Source):", self.docstring, maxsplit=1, flags=re.MULTILINE)[0]
        return "\n".join(line.strip() for line in text.strip().splitlines())

    @property
    def parameter_help(self) -> Mapping[str, str]:
        """Description of each argument, by its name."""
        return {name: " ".join(text.split()) for name, text in _ARGUMENT.findall(self.docstring)}


def products() -> dict[str, str]:
    """Return a line of help for each installed product, with the version of its wheel; no product is imported."""
    return {name: f"actions of {name}" + (f" ({entry.distribution})" if entry.distribution else "") for name, entry in entries().items()}


@cache
def commands(product: str) -> dict[str, ApiCommand]:
    """Return the commands of a product by name: its generated methods and the hand-written ones of its client."""
    client = client_class(product)
    package = api_package(product)
    rows = {row.name: row for row in import_module(f"{package}.actions").ACTIONS}
    operations = import_module(f"{package}.operations").Operations
    models = import_module(f"{package}.models")
    found: dict[str, ApiCommand] = {}

    def add(method_name: str, method: Any, action: Action, fields_of: _FieldsOf, **kind: bool) -> None:
        name, request = _command_name(method_name), getattr(models, f"{action.name}Request")
        docstring = inspect.getdoc(method) or ""
        found[name] = ApiCommand(name, method_name, rows[action.name], fields_of(method, request), request, docstring, **kind)

    for method_name in dir(operations):
        method = getattr(operations, method_name)
        action = getattr(method, "action", None)
        if isinstance(action, Action) and method_name.startswith("wait_until_"):
            add(method_name, method, action, _waiter_fields, is_waiter=True)
        elif isinstance(action, Action) and not method_name.startswith("_"):
            add(method_name, method, action, _generated_fields)
    for method_name, method in inspect.getmembers(client, inspect.isfunction):
        called = getattr(method, "calls_action", None)
        if isinstance(called, Action):
            add(method_name, method, called, _handwritten_fields, is_handwritten=True)
    return dict(sorted(found.items()))


def _command_name(method: str) -> str:
    """Return the command of a method; an action named like the command `call` becomes `call-action`."""
    name = method.strip("_").replace("_", "-")
    return f"{name}-action" if name == "call" else name


def find_command(product: str, name: str) -> str | None:
    """Return the command for `name`, which may also be a wire or method name; `None` when there is no such command."""
    joined = name.replace("-", "").replace("_", "").lower()
    return next((each for each in commands(product) if each.replace("-", "") == joined), None)


def _generated_fields(method: Any, request: type[Model]) -> tuple[Field, ...]:
    return tuple(field for field in request.FIELDS if field.name in method.known)


def _waiter_fields(method: Any, request: type[Model]) -> tuple[Field, ...]:
    """Return the parameters of a waiter; when its action requires none, the first one becomes required: it names the resource."""
    fields = tuple(field for field in request.FIELDS if helper_parameter("wait", field.name) in method.known)
    if not fields or any(field.required for field in fields):
        return fields
    return (fields[0]._replace(required=True), *fields[1:])


def _handwritten_fields(method: Any, request: type[Model]) -> tuple[Field, ...]:
    """Return the parameters of a hand-written method: from its action where the action has them, else from their annotations."""
    wire = {field.name: field for field in request.FIELDS}
    kinds = {"bool": "boolean", "str": "string"}
    keywords = [each for each in inspect.signature(method).parameters.values() if each.kind is each.KEYWORD_ONLY]
    return tuple(
        (wire.get(each.name) or Field(each.name, each.name, kinds.get(str(each.annotation), JSON)))._replace(
            required=each.default is each.empty
        )
        for each in keywords
    )


def model(command: ApiCommand, name: str) -> type[Model]:
    """Return a model class of the command's product."""
    found: Any = getattr(import_module(command.request.__module__.rpartition(".")[0]), name)
    return found  # type: ignore[no-any-return]


def items_field(command: ApiCommand) -> Field | None:
    """Return the response field that holds the items; `None` when the response is a single object."""
    if command.is_waiter or command.is_handwritten:
        return None
    fields = model(command, f"{command.action.name}Response").FIELDS
    if command.action.paging is not None:
        *outer, name = command.action.paging.items.split(".")
        for step in outer:
            holder = next(field for field in fields if field.name == step)
            fields = model(command, holder.model or "").FIELDS
        return next(field for field in fields if field.name == name)
    arrays = [field for field in fields if field.array]
    return arrays[0] if len(arrays) == 1 and arrays[0].model is not None else None


def items_of(command: ApiCommand, items: Field, response: Any) -> Any:
    """Return the value of the field that `items_field` found; `None` when an object on the way to it is missing."""
    path = items.name if command.action.paging is None else command.action.paging.items
    for name in path.split("."):
        response = getattr(response, name, None)
    return response


def columns(command: ApiCommand, items: Field) -> list[str]:
    """Return the field names of an item."""
    return ["Value"] if items.model is None else [field.wire for field in model(command, items.model).FIELDS]
