"""None analysis: values that may be None, which the vendor's SDK does not send."""

from __future__ import annotations

import libcst as cst
import libcst.matchers as m
from libcst.metadata.scope_provider import Scope

from ._inference import TypeInference
from ._syntax import all_of, code_of

_LOOKUP = m.Call(func=m.Attribute(attr=m.Name("get") | m.Name("getenv")) | m.Name("getenv"), args=[m.Arg()])


class Nullability:
    """Analysis of the values that may be None inside the current branches."""

    def __init__(self, types: TypeInference) -> None:
        self._types = types
        parameters = all_of(types.module, cst.Param)
        self._optional: set[tuple[Scope, str] | None] = {
            types.key(each.name) for each in parameters if m.matches(each, m.Param(default=m.Name("None")))
        }
        self._not_none: list[set[str]] = []

    def enter_branch(self, test: cst.BaseExpression) -> None:
        """Enter a branch that runs only when `test` holds."""
        self._not_none.append(_not_none(test))

    def leave_branch(self) -> None:
        """Leave the innermost branch."""
        self._not_none.pop()

    def may_be_none(self, value: cst.BaseExpression) -> bool:
        """Return whether a value may be None here."""
        if isinstance(value, cst.Name):
            is_optional = self._types.key(value) in self._optional and not any(value.value in names for names in self._not_none)
            return value.value == "None" or is_optional
        if isinstance(value, cst.BooleanOperation):
            return self.may_be_none(value.right) or (isinstance(value.operator, cst.And) and self.may_be_none(value.left))
        if isinstance(value, cst.IfExp):
            return self.may_be_none(value.orelse) or (self.may_be_none(value.body) and code_of(value.body) not in _not_none(value.test))
        return m.matches(value, _LOOKUP)


def _not_none(test: cst.BaseExpression) -> set[str]:
    """Return the names that are not None when `test` holds."""
    if isinstance(test, cst.Name):
        return {test.value}
    if isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.And):
        return _not_none(test.left) | _not_none(test.right)
    if m.matches(test, m.Comparison(m.Name(), [m.ComparisonTarget(m.IsNot(), m.Name("None"))])):
        return {cst.ensure_type(cst.ensure_type(test, cst.Comparison).left, cst.Name).value}
    return set()
