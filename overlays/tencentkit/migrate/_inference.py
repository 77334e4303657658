"""What each name and expression of a program stands for, as far as that is beyond doubt.

Names are followed through assignments, loops, comprehensions, and into and out of the functions of the same file. A name
that stands for two kinds of thing stands for nothing that we know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeVar, cast, overload

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, QualifiedNameProvider, ScopeProvider
from libcst.metadata.scope_provider import Assignment, Scope

from ._api_map import CLIENT, ERRORS, MODELS, PROFILES, fields, methods

_NodeT = TypeVar("_NodeT", bound=cst.CSTNode)
_ROUNDS = 6
_SAME = frozenset({"list", "sorted", "reversed", "tuple", "iter"})


class Kind(NamedTuple):
    """What something is."""

    what: str
    """`input`: a request or a part of one; `output`: a response or a part of one; `client`, `error`, or a profile."""
    model: str = ""
    many: bool = False


CLIENT_KIND: Final = Kind("client")
ERROR_KIND: Final = Kind("error")
_DOUBTFUL: Final = Kind("doubtful")


class Kinds:
    """The kinds of the expressions of one file."""

    def __init__(self, wrapper: MetadataWrapper) -> None:
        self.names = wrapper.resolve(QualifiedNameProvider)
        self.scopes = wrapper.resolve(ScopeProvider)
        self.module = wrapper.module
        self._known: dict[tuple[Scope, str], Kind] = {}
        functions = list(all_of(self.module, cst.FunctionDef))
        names = [node.name.value for node in functions]
        # Of two functions with one name nobody can say which is called.
        self._functions = {node.name.value: node for node in functions if names.count(node.name.value) == 1}
        self._returns: dict[str, Kind] = {}
        for _ in range(_ROUNDS):
            before = (dict(self._known), dict(self._returns))
            for node in all_of(self.module):
                self._learn(node)
            if before == (self._known, self._returns):
                break

    def qualified(self, node: cst.CSTNode) -> str:
        """The full name of what `node` names; empty where that is not certain."""
        given = self.names.get(node, frozenset())
        found = {each.name for each in (given() if callable(given) else given)}  # libcst works some of them out at first use
        return found.pop() if len(found) == 1 else ""

    def of(self, node: cst.CSTNode) -> Kind | None:
        """What an expression is."""
        kind = self._of(node)
        return None if kind == _DOUBTFUL else kind

    def key(self, name: cst.Name) -> tuple[Scope, str] | None:
        """Which variable a name is: the scope that assigns it, and the name."""
        scope = self.scopes.get(name)
        if scope is None:
            return None
        assignments = [each for each in scope[name.value] if isinstance(each, Assignment)]
        return (assignments[0].scope if assignments else scope, name.value)

    def uses(self, name: cst.Name) -> list[cst.Name]:
        """Every place at which the variable stands."""
        key = self.key(name)
        return [each for each in all_of(self.module, cst.Name) if each.value == name.value and self.key(each) == key]

    def _of(self, node: cst.CSTNode) -> Kind | None:
        if isinstance(node, cst.Name):
            key = self.key(node)
            return None if key is None else self._known.get(key)
        if isinstance(node, cst.Attribute):
            return self._part(self._of(node.value), node.attr.value)
        if isinstance(node, cst.Subscript):
            whole = self._of(node.value)
            if whole is None or not whole.many:
                return None
            return whole if m.matches(node.slice[0].slice, m.Slice()) else whole._replace(many=False)
        if isinstance(node, cst.BooleanOperation):
            return self._of(node.left)
        if isinstance(node, cst.Call):
            return self._of_call(node)
        return None

    def _of_call(self, node: cst.Call) -> Kind | None:
        name = self.qualified(node.func)
        if name.startswith(MODELS):
            return Kind("input", name.removeprefix(MODELS))
        if name == CLIENT:
            return CLIENT_KIND
        if name in PROFILES:
            return Kind(PROFILES[name])
        if isinstance(node.func, cst.Attribute) and node.func.attr.value in methods() and len(node.args) == 1:
            return Kind("output", f"{node.func.attr.value}Response")
        if isinstance(node.func, cst.Name) and node.func.value in _SAME and node.args:
            return self._of(node.args[0].value)
        called = self.called(node)
        return None if called is None else self._returns.get(called)

    def called(self, node: cst.Call) -> str | None:
        """The function of this file that is called: by its name, or as a method of `self`."""
        name = node.func.value if isinstance(node.func, cst.Name) else None
        if isinstance(node.func, cst.Attribute) and m.matches(node.func.value, m.Name("self")):
            name = node.func.attr.value
        return name if name in self._functions else None

    def _part(self, whole: Kind | None, name: str) -> Kind | None:
        if whole is None or whole.many or whole.what != "output":
            return None
        field = (fields(whole.model) or {}).get(name)
        return None if field is None or field.model is None else Kind("output", field.model, field.array)

    def _learn(self, node: cst.CSTNode) -> None:
        if isinstance(node, cst.Assign):
            for target in node.targets:
                self._bind(target.target, self._of(node.value))
        elif isinstance(node, cst.AnnAssign | cst.NamedExpr) and node.value is not None:
            self._bind(node.target, self._of(node.value))
        elif isinstance(node, cst.For | cst.CompFor):
            self._bind_items(node.target, node.iter)
        elif isinstance(node, cst.ExceptHandler) and node.type is not None and node.name is not None:
            if ERRORS & {self.qualified(each) for each in all_of(node.type)}:
                self._bind(node.name.name, ERROR_KIND)
        elif isinstance(node, cst.Call) and (called := self.called(node)) is not None:
            self._bind_arguments(self._functions[called], node)
        elif isinstance(node, cst.FunctionDef):
            for each in all_of(node.body, cst.Return):
                kind = None if each.value is None else self._of(each.value)
                if kind is not None:
                    old = self._returns.get(node.name.value, kind)
                    self._returns[node.name.value] = kind if old == kind else _DOUBTFUL

    def _bind(self, target: cst.CSTNode, kind: Kind | None) -> None:
        if kind is None or not isinstance(target, cst.Name):
            return
        key = self.key(target)
        if key is not None:
            old = self._known.get(key, kind)
            self._known[key] = kind if old == kind else _DOUBTFUL

    def _bind_items(self, target: cst.CSTNode, iterated: cst.BaseExpression) -> None:
        if m.matches(iterated, m.Call(func=m.Name("enumerate"))) and isinstance(target, cst.Tuple) and len(target.elements) == 2:
            call = cast("cst.Call", iterated)
            target, iterated = target.elements[1].value, call.args[0].value
        whole = self._of(iterated)
        if whole is not None and whole.many:
            self._bind(target, whole._replace(many=False))

    def _bind_arguments(self, function: cst.FunctionDef, call: cst.Call) -> None:
        parameters = [*function.params.posonly_params, *function.params.params]
        if isinstance(call.func, cst.Attribute):
            del parameters[:1]  # self
        by_name = {each.name.value: each.name for each in (*parameters, *function.params.kwonly_params)}
        for index, argument in enumerate(call.args):
            if argument.star:
                return
            if argument.keyword is not None:
                name = by_name.get(argument.keyword.value)
            else:
                name = parameters[index].name if index < len(parameters) else None
            if name is not None:
                self._bind(name, self._of(argument.value))


@overload
def all_of(tree: cst.CSTNode) -> Iterator[cst.CSTNode]: ...
@overload
def all_of(tree: cst.CSTNode, kind: type[_NodeT]) -> Iterator[_NodeT]: ...
def all_of(tree: cst.CSTNode, kind: type[cst.CSTNode] | None = None) -> Iterator[cst.CSTNode]:
    """Every node of a tree, or every one of a kind, in the order of the text."""
    stack: list[cst.CSTNode] = [tree]
    while stack:
        node = stack.pop()
        if kind is None or isinstance(node, kind):
            yield node
        stack.extend(reversed(node.children))
