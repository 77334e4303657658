"""Dict literals that fill a request through JSON: `request.from_json_string(json.dumps({…}))`."""

from __future__ import annotations

import libcst as cst
import libcst.matchers as m

from ._api_map import fields, part_of
from ._inference import TypeInference
from ._syntax import all_of

FILLING = frozenset({"from_json_string", "_deserialize"})
"""Methods that fill a request."""


class RequestDicts:
    """The dict literals of a file that fill a request, each with the request's model."""

    def __init__(self, types: TypeInference) -> None:
        self._types = types
        self._models: dict[cst.Dict, str] = {}
        for call in all_of(types.module, cst.Call):
            if isinstance(call.func, cst.Attribute) and call.func.attr.value in FILLING:
                inferred = types.of(call.func.value)
                literal = self._literal(content_of(call))
                if inferred is not None and inferred.role == "input" and literal is not None and _is_known(literal, inferred.model):
                    self._models[literal] = inferred.model

    def model(self, node: cst.Dict) -> str | None:
        """Return the model that a dict literal fills."""
        return self._models.get(node)

    def are_known(self, content: cst.BaseExpression | None) -> bool:
        """Return whether the content of a request is one of these literals."""
        return self._literal(content) in self._models

    def _literal(self, node: cst.BaseExpression | None) -> cst.Dict | None:
        """Return the dict literal of an expression: itself, or the only value of a variable."""
        if isinstance(node, cst.Dict):
            return node
        if not isinstance(node, cst.Name):
            return None
        uses = self._types.uses(node)
        values = [
            assign.value
            for assign in all_of(self._types.module, cst.Assign)
            if len(assign.targets) == 1 and assign.targets[0].target in uses and isinstance(assign.value, cst.Dict)
        ]
        return values[0] if len(values) == 1 and len(uses) == 2 else None


def content_of(call: cst.Call) -> cst.BaseExpression | None:
    """Return the only argument of a call, or the object that it passes through `json.dumps`."""
    if len(call.args) != 1:
        return None
    value = call.args[0].value
    if m.matches(value, m.Call(func=m.Attribute(m.Name("json"), m.Name("dumps")) | m.Name("dumps"))) and isinstance(value, cst.Call):
        return value.args[0].value if value.args else None
    return value


def rename_keys(node: cst.Dict, model: str) -> cst.Dict:
    """Return a dict with our names in place of wire names; the same dict when a key is unknown or not a literal."""
    known = fields(model) or {}
    elements: list[cst.BaseDictElement] = []
    for element in node.elements:
        name = element.key.evaluated_value if isinstance(element, cst.DictElement) and isinstance(element.key, cst.SimpleString) else None
        field = known.get(name) if isinstance(name, str) else None
        if field is None or not isinstance(element, cst.DictElement):
            return node
        elements.append(
            element.with_changes(
                key=cst.SimpleString(f'"{field.name}"'),
                value=_rename_value(element.value, None if field.model is None else part_of(model, field.model)),
            )
        )
    return node.with_changes(elements=elements)


def _is_known(node: cst.Dict, model: str) -> bool:
    return rename_keys(node, model) is not node


def _rename_value(value: cst.BaseExpression, model: str | None) -> cst.BaseExpression:
    if model is None:
        return value
    if isinstance(value, cst.Dict):
        return rename_keys(value, model)
    if isinstance(value, cst.List):
        items = [element.with_changes(value=_rename_value(element.value, model)) for element in value.elements]
        return value.with_changes(elements=items)
    return value
