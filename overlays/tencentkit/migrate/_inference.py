"""Type inference: the role of each name and expression of a program, where it is certain.

Follows names through assignments, loops, comprehensions and the functions of the same file, to a fixed point. A name with
two types has none.
"""

from __future__ import annotations

from typing import Final, NamedTuple, cast

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, QualifiedNameProvider, ScopeProvider
from libcst.metadata.scope_provider import Assignment, Scope

from ._api_map import ERRORS, PROFILES, client_of, fields, methods, model_of, part_of, products_in
from ._syntax import all_of, code_of

_ROUNDS = 6
_KEEPS_TYPE = frozenset({"list", "sorted", "reversed", "tuple", "iter"})


class InferredType(NamedTuple):
    """Type of an expression, as far as the rewriting needs it."""

    role: str
    """`input` (a request or a part of one), `output` (a response or a part of one), `client`, `error`, or a profile."""
    model: str = ""
    is_list: bool = False


_ERROR: Final = InferredType("error")
_AMBIGUOUS: Final = InferredType("ambiguous")


class TypeInference:
    """Inferred types of the expressions of one file."""

    def __init__(self, wrapper: MetadataWrapper) -> None:
        self.names = wrapper.resolve(QualifiedNameProvider)
        self.scopes = wrapper.resolve(ScopeProvider)
        self.module = wrapper.module
        self.products = products_in(self.imported_modules())
        self._known: dict[tuple[Scope, str], InferredType] = {}
        functions = list(all_of(self.module, cst.FunctionDef))
        names = [node.name.value for node in functions]
        # Two functions with one name: the called one is unknown.
        self._functions = {node.name.value: node for node in functions if names.count(node.name.value) == 1}
        self._returns: dict[str, InferredType] = {}
        for _ in range(_ROUNDS):
            before = (dict(self._known), dict(self._returns))
            for node in all_of(self.module):
                self._learn(node)
            if before == (self._known, self._returns):
                break

    def imported_modules(self) -> str:
        """Return the lines that import, with each `from MODULE import NAME` also as `MODULE.NAME`."""
        lines = []
        for node in all_of(self.module, cst.ImportFrom):
            if node.module is not None and not isinstance(node.names, cst.ImportStar):
                lines += [f"{code_of(node.module)}.{code_of(each.name)}" for each in node.names]
        return "\n".join([*lines, *(code_of(each.name) for node in all_of(self.module, cst.Import) for each in node.names)])

    def qualified(self, node: cst.CSTNode) -> str:
        """Return the qualified name of `node`; empty when it is not certain."""
        names = self.names.get(node, frozenset())
        found = {each.name for each in (names() if callable(names) else names)}  # libcst computes some lazily
        return found.pop() if len(found) == 1 else ""

    def of(self, node: cst.CSTNode) -> InferredType | None:
        """Return the type of an expression; `None` when it is unknown or ambiguous."""
        inferred = self._of(node)
        return None if inferred == _AMBIGUOUS else inferred

    def key(self, name: cst.Name) -> tuple[Scope, str] | None:
        """Return the variable of a name: the scope that assigns it, and the name."""
        scope = self.scopes.get(name)
        if scope is None:
            return None
        assignments = [each for each in scope[name.value] if isinstance(each, Assignment)]
        return (assignments[0].scope if assignments else scope, name.value)

    def uses(self, name: cst.Name) -> list[cst.Name]:
        """Return every use of the variable."""
        key = self.key(name)
        return [each for each in all_of(self.module, cst.Name) if each.value == name.value and self.key(each) == key]

    def _of(self, node: cst.CSTNode) -> InferredType | None:
        if isinstance(node, cst.Name):
            key = self.key(node)
            return None if key is None else self._known.get(key)
        if isinstance(node, cst.Attribute):
            return self._part(self._of(node.value), node.attr.value)
        if isinstance(node, cst.Subscript):
            whole = self._of(node.value)
            if whole is None or not whole.is_list:
                return None
            return whole if m.matches(node.slice[0].slice, m.Slice()) else whole._replace(is_list=False)
        if isinstance(node, cst.BooleanOperation):
            return self._of(node.left)
        if isinstance(node, cst.Call):
            return self._of_call(node)
        return None

    def _of_call(self, node: cst.Call) -> InferredType | None:
        name = self.qualified(node.func)
        if (made := model_of(name)) is not None:
            return InferredType("input", made)
        if (product := client_of(name)) is not None:
            return InferredType("client", product)
        if name in PROFILES:
            return InferredType(PROFILES[name])
        if isinstance(node.func, cst.Attribute) and len(node.args) == 1 and (product := self.product_of_call(node)) is not None:
            return InferredType("output", f"{product}:{node.func.attr.value}Response")
        if isinstance(node.func, cst.Name) and node.func.value in _KEEPS_TYPE and node.args:
            return self._of(node.args[0].value)
        called = self.called(node)
        return None if called is None else self._returns.get(called)

    def product_of_call(self, node: cst.Call) -> str | None:
        """Return the product of `client.Action(request)`: that of the client, else of the request, else the only one with the action."""
        if not isinstance(node.func, cst.Attribute) or not node.args:
            return None
        action = node.func.attr.value
        client, request = self.of(node.func.value), self.of(node.args[0].value)
        if client is not None and client.role == "client":
            known = [client.model]
        elif request is not None and request.role == "input":
            known = [request.model.rpartition(":")[0]]
        else:
            known = list(self.products)
        found = [product for product in known if action in methods(product)]
        return found[0] if len(found) == 1 else None

    def called(self, node: cst.Call) -> str | None:
        """Return the called function of this file: called by its name, or as a method of `self`."""
        name = node.func.value if isinstance(node.func, cst.Name) else None
        if isinstance(node.func, cst.Attribute) and m.matches(node.func.value, m.Name("self")):
            name = node.func.attr.value
        return name if name in self._functions else None

    def _part(self, whole: InferredType | None, name: str) -> InferredType | None:
        if whole is None or whole.is_list or whole.role != "output":
            return None
        field = (fields(whole.model) or {}).get(name)
        return None if field is None or field.model is None else InferredType("output", part_of(whole.model, field.model), field.array)

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
                self._bind(node.name.name, _ERROR)
        elif isinstance(node, cst.Call) and (called := self.called(node)) is not None:
            self._bind_arguments(self._functions[called], node)
        elif isinstance(node, cst.FunctionDef):
            for each in all_of(node.body, cst.Return):
                inferred = None if each.value is None else self._of(each.value)
                if inferred is not None:
                    old = self._returns.get(node.name.value, inferred)
                    self._returns[node.name.value] = inferred if old == inferred else _AMBIGUOUS

    def _bind(self, target: cst.CSTNode, inferred: InferredType | None) -> None:
        if inferred is None or not isinstance(target, cst.Name):
            return
        key = self.key(target)
        if key is not None:
            old = self._known.get(key, inferred)
            self._known[key] = inferred if old == inferred else _AMBIGUOUS

    def _bind_items(self, target: cst.CSTNode, iterated: cst.BaseExpression) -> None:
        if m.matches(iterated, m.Call(func=m.Name("enumerate"))) and isinstance(target, cst.Tuple) and len(target.elements) == 2:
            call = cast("cst.Call", iterated)
            target, iterated = target.elements[1].value, call.args[0].value
        whole = self._of(iterated)
        if whole is not None and whole.is_list:
            self._bind(target, whole._replace(is_list=False))

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
