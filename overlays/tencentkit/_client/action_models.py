"""Models of requests and responses by action, for wire data: which of its fields hold secrets."""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from tencentkit_api.model import Field, Model


class ActionModels(NamedTuple):
    """Models of one action; `None` if no imported product has it."""

    request: type[Model] | None = None
    response: type[Model] | None = None


def models_of(service: str, version: str, action: str) -> ActionModels:
    """Return the models of an action of an imported product: the client that sends the request has imported it."""
    for name, module in list(sys.modules.items()):
        if name.endswith(".actions") and hasattr(module, "ACTIONS") and (service, version) == (module.SERVICE, module.VERSION):
            models = import_module(f"{name.removesuffix('.actions')}.models")
            prefix = f"{action[:1].upper()}{action[1:]}"  # as class names begin
            return ActionModels(getattr(models, f"{prefix}Request", None), getattr(models, f"{prefix}Response", None))
    return ActionModels()


def field_of(model: type[Model] | None, wire: str) -> Field | None:
    """Return the field of `model` with this wire name."""
    return None if model is None else _fields(model).get(wire)


def nested_model(model: type[Model] | None, field: Field | None) -> type[Model] | None:
    """Return the model of the objects in `field`."""
    if model is None or field is None or field.model is None:
        return None
    found: type[Model] | None = getattr(sys.modules[model.__module__.rpartition(".")[0]], field.model, None)
    return found


@lru_cache(maxsize=512)
def _fields(model: type[Model]) -> dict[str, Field]:
    return {field.wire: field for field in model.FIELDS}
