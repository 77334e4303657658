"""Request folding: adjacent lines that fill a request become one call. The order of evaluation does not change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import libcst as cst
import libcst.matchers as m

from ._syntax import COMMA, all_of

_Statement = cst.BaseStatement | cst.SimpleStatementLine
_Elements = list[cst.BaseDictElement]
_NO_SPACE = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))


def fold_requests(module: cst.Module) -> cst.Module:
    """Turn each dict and the lines that fill it into one dict, or into the arguments of the only call that uses it."""
    return module.visit(_Folder())


class _Folder(cst.CSTTransformer):
    def __init__(self) -> None:
        super().__init__()
        self._owners: list[cst.CSTNode] = []

    def visit_Module(self, node: cst.Module) -> None:
        """Enter the module scope."""
        self._owners.append(node)

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        """Enter a function scope."""
        self._owners.append(node)

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:  # noqa: ARG002
        """Leave a function scope."""
        self._owners.pop()
        return updated_node

    def leave_Module(self, original_node: cst.Module, updated_node: cst.Module) -> cst.Module:  # noqa: ARG002
        """Fold the statements of the module."""
        return updated_node.with_changes(body=self._fold(updated_node.body))

    def leave_IndentedBlock(self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock) -> cst.IndentedBlock:  # noqa: ARG002
        """Fold the statements of a function, loop or branch."""
        return updated_node.with_changes(body=self._fold(updated_node.body))

    def _fold(self, body: Sequence[_Statement]) -> list[_Statement]:
        pending = self._with_literals(list(body))
        result: list[_Statement] = []
        while pending:
            statement = pending.pop(0)
            made = _new_dict(statement)
            if made is None:
                result.append(statement)
                continue
            name, elements = made
            group = [statement]
            while pending and (more := _added_elements(pending[0], name)) is not None:
                group.append(pending.pop(0))
                elements = _merged(elements, more)
            result.append(self._merge_into_next(name, elements, group, pending))
        return [each for each in result if each is not _NOTHING]

    def _with_literals(self, body: list[_Statement]) -> list[_Statement]:
        """Merge `values = {…}` and `request.update(values)` when nothing else uses `values`."""
        result: list[_Statement] = []
        for statement in body:
            made = _new_dict(result[-1]) if result else None
            if made is not None and _is_update(statement, made[0]) and self._count_everywhere(made[0]) == 2:
                line = cast("cst.SimpleStatementLine", statement)
                values = cst.ensure_type(cast("cst.SimpleStatementLine", result[-1]).body[0], cst.Assign).value
                call = cst.ensure_type(cst.ensure_type(line.body[0], cst.Expr).value, cst.Call)
                joined = line.with_changes(body=[cst.Expr(call.with_changes(args=[cst.Arg(values)]))])
                result[-1] = _commented(joined, [result[-1], statement])
            else:
                result.append(statement)
        return result

    def _merge_into_next(self, name: str, elements: _Elements, group: list[_Statement], pending: list[_Statement]) -> _Statement:
        """Return the merged dict; `_NOTHING` when the next statement took it as its arguments."""
        follower = pending[0] if pending else None
        if follower is not None and _calls_with(follower, name) and _are_arguments(elements):
            here = sum(_count(each, name) for each in group) + 1
            if self._count_everywhere(name) == here and _count(follower, name) == 1:
                pending[0] = _commented(cast("_Statement", follower.visit(_Arguments(name, elements))), [*group, follower])
                return _NOTHING
        if len(group) == 1:
            return group[0]
        line = cast("cst.SimpleStatementLine", group[0])
        assign = cst.ensure_type(line.body[0], cst.Assign)
        return _commented(line.with_changes(body=[assign.with_changes(value=_dict(elements))]), group)

    def _count_everywhere(self, name: str) -> int:
        return _count(self._owners[-1], name)


_NOTHING = cst.SimpleStatementLine([cst.Pass()])


class _Arguments(cst.CSTTransformer):
    """Rewrite `f(**name)` to `f(a=…, b=…)`."""

    def __init__(self, name: str, elements: _Elements) -> None:
        super().__init__()
        self._name = name
        self._elements = elements

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:  # noqa: ARG002
        """Rewrite the call whose only argument is the dict."""
        if not (len(updated_node.args) == 1 and m.matches(updated_node.args[0], m.Arg(value=m.Name(self._name), star="**"))):
            return updated_node
        arguments = [
            cst.Arg(each.value, keyword=cst.Name(_key(each)), equal=_NO_SPACE, comma=COMMA)
            for each in self._elements
            if isinstance(each, cst.DictElement)
        ]
        if arguments:
            arguments[-1] = arguments[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
        return updated_node.with_changes(args=arguments)


def _new_dict(statement: _Statement) -> tuple[str, _Elements] | None:
    """Match `name = {…}`."""
    if not m.matches(statement, m.SimpleStatementLine([m.Assign([m.AssignTarget(m.Name())], m.Dict())])):
        return None
    assign = cst.ensure_type(cast("cst.SimpleStatementLine", statement).body[0], cst.Assign)
    return cst.ensure_type(assign.targets[0].target, cst.Name).value, list(cst.ensure_type(assign.value, cst.Dict).elements)


def _added_elements(statement: _Statement, name: str) -> _Elements | None:
    """Return what `name["key"] = value` or `name.update({…})` adds; `None` for another statement."""
    if not isinstance(statement, cst.SimpleStatementLine) or _count(statement, name) != 1:
        return None
    target = m.Subscript(m.Name(name), [m.SubscriptElement(m.Index(m.SimpleString()))])
    if m.matches(statement, m.SimpleStatementLine([m.Assign([m.AssignTarget(target)])])):
        assign = cst.ensure_type(statement.body[0], cst.Assign)
        index = cst.ensure_type(cst.ensure_type(assign.targets[0].target, cst.Subscript).slice[0].slice, cst.Index)
        return [cst.DictElement(index.value, assign.value)]
    update = m.Call(func=m.Attribute(m.Name(name), m.Name("update")), args=[m.Arg(m.Dict(), keyword=None, star="")])
    if m.matches(statement, m.SimpleStatementLine([m.Expr(update)])):
        call = cst.ensure_type(cst.ensure_type(statement.body[0], cst.Expr).value, cst.Call)
        return list(cst.ensure_type(call.args[0].value, cst.Dict).elements)
    return None


def _is_update(statement: _Statement, name: str) -> bool:
    """Match `request.update(name)`."""
    call = m.Call(func=m.Attribute(m.Name(), m.Name("update")), args=[m.Arg(m.Name(name))])
    return m.matches(statement, m.SimpleStatementLine([m.Expr(call)]))


def _calls_with(statement: _Statement, name: str) -> bool:
    """Return whether a statement is only the call with the dict, so that nothing else is evaluated before its arguments."""
    call = m.Call(args=[m.Arg(m.Name(name), star="**")])
    return m.matches(statement, m.SimpleStatementLine([m.Expr(call) | m.Return(call) | m.Assign(value=call) | m.AnnAssign(value=call)]))


def _merged(old: _Elements, more: _Elements) -> _Elements:
    """Merge, later values replacing earlier ones; append when a key is not a literal."""
    if not _are_arguments([*old, *more]):
        return [*old, *more]
    later = {_key(cast("cst.DictElement", each)) for each in more}
    return [*(each for each in old if _key(cast("cst.DictElement", each)) not in later), *more]


def _are_arguments(elements: _Elements) -> bool:
    return all(isinstance(each, cst.DictElement) and isinstance(each.key, cst.SimpleString) for each in elements)


def _key(element: cst.DictElement) -> str:
    return str(cst.ensure_type(element.key, cst.SimpleString).evaluated_value)


def _dict(elements: _Elements) -> cst.Dict:
    joined = [each.with_changes(comma=COMMA) for each in elements]
    if joined:
        joined[-1] = joined[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return cst.Dict(joined)


def _commented(statement: _Statement, sources: Sequence[_Statement]) -> _Statement:
    """Return `statement` with the comments of its sources."""
    lines = [line for source in sources for line in cast("cst.SimpleStatementLine", source).leading_lines]
    return statement.with_changes(leading_lines=lines)


def _count(tree: cst.CSTNode, name: str) -> int:
    return sum(node.value == name for node in all_of(tree, cst.Name))
