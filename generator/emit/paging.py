"""The row of an action that pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import EmitError
from .field import FieldView
from .literal import literal
from .model import ModelView

if TYPE_CHECKING:
    from .action import ActionView


def paging_row(action: ActionView) -> str:
    """Source of the action's `Paging`; what the document leaves out is left to its default."""
    paging = _facts(action)
    total = None if paging.get("total") is None else paging_field(action, action.response, "total").name
    arguments = [
        f"offset={literal(paging_field(action, action.request, 'offset').name)}",
        f"limit={literal(paging_field(action, action.request, 'limit').name)}",
        f"maximum={literal(paging['maximum'])}",
        f"items={literal(paging_field(action, action.response, 'items').name)}",
        f"total={literal(total)}",
    ]
    arguments += [f"{key}={literal(paging[key])}" for key in ("style", "first") if key in paging]
    if paging.get("style", "offset") != "token" and paging_field(action, action.request, "offset").kind == "string":
        arguments.append("as_text=True")
    if "token" in paging:
        arguments.append(f"token={literal(paging_field(action, action.response, 'token').name)}")
    if "key" in paging:
        arguments.append(f"key={literal(paging_field(action, _item(action), 'key').name)}")
    if "time" in paging:
        arguments.append(f"time={_timeline(action, paging['time'])}")
    if "offset-cap" in paging:
        cap = paging["offset-cap"]
        arguments += [f"cap={literal(cap['rows'])}", f"cap_error={literal(cap['error'])}"]
    return f"Paging({', '.join(arguments)})"


def paging_field(action: ActionView, model: ModelView, key: str) -> FieldView:
    """The field of `model` that the paging names under `key`."""
    return _named(action, model, _facts(action)[key])


def _facts(action: ActionView) -> dict[str, Any]:
    paging: dict[str, Any] = action.operation["x-tc-pagination"]
    return paging


def _named(action: ActionView, model: ModelView, wire: str) -> FieldView:
    found = next((field for field in model.fields if field.wire == wire), None)
    if found is None:
        raise EmitError(f"{action.name}: x-tc-pagination names {wire}, which {model.schema} does not have")
    return found


def _item(action: ActionView) -> ModelView:
    return _model(action, paging_field(action, action.response, "items"))


def _model(action: ActionView, field: FieldView) -> ModelView:
    if field.model is None:
        raise EmitError(f"{action.name}: x-tc-pagination looks into {field.wire}, which holds no object")
    return action.models[field.model]


def _timeline(action: ActionView, time: dict[str, Any]) -> str:
    interval = _named(action, action.request, time["interval"]["property"])
    bounds = _model(action, interval)
    arguments = [
        f"item={literal(_named(action, _item(action), time['item']).name)}",
        f"format={literal(time['format'])}",
        f"interval={literal(interval.name)}",
        f"start={literal(_named(action, bounds, time['interval']['start']).name)}",
        f"end={literal(_named(action, bounds, time['interval']['end']).name)}",
    ]
    for key in ("newest-first", "oldest-first"):
        order = tuple((_named(action, action.request, wire).name, value) for wire, value in time[key].items())
        arguments.append(f"{key.replace('-', '_')}={literal(order)}")
    arguments.append(f"reach={literal(time['reach'])}")
    return f"Timeline({', '.join(arguments)})"
