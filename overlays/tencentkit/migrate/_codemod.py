"""One file from the vendor's SDK to ours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from libcst.metadata.scope_provider import Scope

from ._api_map import CLIENT, CREDENTIALS, ERRORS, MODELS, VENDOR, fields, methods, wire_names
from ._inference import Kinds, all_of
from ._profiles import Profiles, client_arguments
from ._request_folding import folded

_ERROR_PARTS = {
    "code": 'getattr({0}, "code", type({0}).__name__)',
    "get_code": 'getattr({0}, "code", type({0}).__name__)',
    "message": "{0}.message",
    "get_message": "{0}.message",
    "requestId": 'getattr({0}, "request_id", None)',
    "get_request_id": 'getattr({0}, "request_id", None)',
}


class Note(NamedTuple):
    """Something that was left as it was, or that must be looked at."""

    line: int
    """In the program as it was."""
    says: str
    rewritten: bool = False
    """Whether it was rewritten all the same."""


class Migration(NamedTuple):
    """A rewritten file."""

    code: str
    notes: tuple[Note, ...]
    """What was left or must be looked at, in the order of the lines; empty when all of it was rewritten without a doubt."""


def migrated(code: str) -> Migration:
    """Rewrite a program that calls the vendor's SDK for SCF.

    Args:
        code: The program.

    Raises:
        libcst.ParserSyntaxError: It is no Python.
    """
    if VENDOR not in code:
        return Migration(code, ())
    wrapper = MetadataWrapper(cst.parse_module(code))
    kinds = Kinds(wrapper)
    rewriter = _Rewriter(kinds, wrapper)
    module = folded(wrapper.module.visit(rewriter))
    module = _with_imports(module, rewriter.wanted)
    left = sorted(rewriter.notes)
    if any(_imports_vendor(statement) for statement in module.body) and not left:
        left.append(Note(1, "something of the vendor's SDK that is not known here is still used: see its imports"))
    return Migration(module.code, tuple(left))


class _Rewriter(cst.CSTTransformer):
    def __init__(self, kinds: Kinds, wrapper: MetadataWrapper) -> None:
        super().__init__()
        self.notes: set[Note] = set()
        self.wanted: set[tuple[str, str]] = set()
        """What our program imports: module and name; no name for a whole module."""
        self._kinds = kinds
        self._positions = wrapper.resolve(PositionProvider)
        self._profiles = Profiles(kinds)
        self._optional = _optional(kinds)
        self._certain: list[set[str]] = []
        """The names that the branches around are only taken with."""
        self._keeps_clients = self._find_kept_clients()
        self._imported = {
            name for kind in (cst.Import, cst.ImportFrom) for node in all_of(kinds.module, kind) for name in all_of(node, cst.Name)
        }
        self._wire_dicts = self._find_wire_dicts()

    # Statements -------------------------------------------------------------------------------------------------------

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        """Drop what built a profile: its settings stand in the client now."""
        if self._profiles.drops(original_node):
            return cst.RemoveFromParent()
        return updated_node

    def leave_Assign(self, original_node: cst.Assign, updated_node: cst.Assign) -> cst.Assign:
        """A parameter that is set to nothing."""
        for target in original_node.targets:
            kind = self._kinds.of(target.target.value) if isinstance(target.target, cst.Attribute) else None
            if kind is not None and kind.what == "input":
                if m.matches(original_node.value, m.Name("None")):
                    self._left(original_node, "None is not sent by the vendor's SDK: leave the parameter out")
                else:
                    self._doubt_value(original_node.value)
        return updated_node

    def visit_If_body(self, node: cst.If) -> None:
        """A branch that is taken only with a value."""
        self._certain.append(_asserted(node.test))

    def leave_If_body(self, node: cst.If) -> None:  # noqa: ARG002
        """Out of the branch."""
        self._certain.pop()

    # Expressions ------------------------------------------------------------------------------------------------------

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.BaseExpression:
        """The name of a field, or of a part of an error."""
        kind = self._kinds.of(original_node.value)
        name = original_node.attr.value
        if self._kinds.qualified(original_node) in ERRORS:
            return self._ours("tencentkit.errors", "TencentkitError")
        if kind is None or kind.many:
            self._doubt(original_node)
            return updated_node
        if kind.what == "error":
            if name in _ERROR_PARTS and not name.startswith("get_"):
                return _expression(_ERROR_PARTS[name].format(_code(updated_node.value)))
            return updated_node
        if kind.what not in {"input", "output"} or name in {"from_json_string", "to_json_string", "_deserialize"}:
            return updated_node
        field = (fields(kind.model) or {}).get(name)
        if field is None:
            self._left(original_node, f"{kind.model} has no field {name}")
            return updated_node
        if kind.what == "output":
            return updated_node.with_changes(attr=cst.Name(field.name))
        # An input is a dict now; `leave_Assign` needs a place, everything else a value.
        return cst.Subscript(updated_node.value, [cst.SubscriptElement(cst.Index(cst.SimpleString(f'"{field.name}"')))])

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        """Our root of errors instead of theirs."""
        if self._kinds.qualified(original_node) in ERRORS and original_node not in self._imported:
            return self._ours("tencentkit.errors", "TencentkitError")
        return updated_node

    def leave_Dict(self, original_node: cst.Dict, updated_node: cst.Dict) -> cst.Dict:
        """Parameters by wire names become arguments by ours."""
        model = self._wire_dicts.get(original_node)
        for element in original_node.elements if model is not None else ():
            self._doubt_value(element.value)
        return updated_node if model is None else _renamed(updated_node, model)

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        """Whatever is called."""
        name = self._kinds.qualified(original_node.func)
        if name in CREDENTIALS:
            return updated_node.with_changes(func=self._ours("tencentkit", CREDENTIALS[name]))
        if name == CLIENT:
            return self._client(original_node, updated_node)
        if name.startswith(MODELS):
            if original_node.args or fields(name.removeprefix(MODELS)) is None:
                self._left(original_node, f"{name.removeprefix(MODELS)} is not known here")
                return updated_node
            return cst.Dict([])
        if isinstance(original_node.func, cst.Name) and self._kinds.called(original_node) is None:
            self._doubt_taker(original_node, original_node.func)
        if isinstance(original_node.func, cst.Attribute) and isinstance(updated_node.func, cst.Attribute):
            return self._method(original_node, updated_node, original_node.func, updated_node.func)
        return updated_node

    def _method(self, original: cst.Call, updated: cst.Call, func: cst.Attribute, new: cst.Attribute) -> cst.BaseExpression:
        name, kind = func.attr.value, self._kinds.of(func.value)
        what = None if kind is None else kind.what
        if name == "get_credential" and isinstance(func.value, cst.Call) and self._kinds.qualified(func.value.func) in CREDENTIALS:
            return new.value  # our clients ask the source themselves, and again when what it gave ends
        if what == "error" and name in _ERROR_PARTS:
            return _expression(_ERROR_PARTS[name].format(_code(new.value)))
        if what == "output" and name == "to_json_string":
            self.wanted.add(("json", ""))
            content = cst.Arg(_expression(f"{_code(new.value)}.to_dict()"), comma=_COMMA if updated.args else cst.MaybeSentinel.DEFAULT)
            return updated.with_changes(func=_expression("json.dumps"), args=[content, *updated.args])
        if what == "input" and name in {"from_json_string", "_deserialize"}:
            return self._filled(original, updated, new)
        if name in {"call", "call_json"} and what in {"client", None}:
            return self._raw_call(original, updated, new, certain=what == "client")
        if name in methods() and len(original.args) == 1 and not original.args[0].star:
            return self._action(original, updated, new)
        return updated

    def _action(self, original: cst.Call, updated: cst.Call, new: cst.Attribute) -> cst.BaseExpression:
        """`client.ListAsyncEvents(request)`."""
        kind = self._kinds.of(original.args[0].value)
        if kind is None or kind.what != "input":
            self._left(original, f"what {new.attr.value} is given is not known to be its request")
            return updated
        given = updated.args[0].value
        arguments = [] if m.matches(given, m.Dict(elements=[])) else [cst.Arg(given, star="**")]
        return updated.with_changes(func=new.with_changes(attr=cst.Name(methods()[new.attr.value])), args=arguments)

    def _raw_call(self, original: cst.Call, updated: cst.Call, new: cst.Attribute, *, certain: bool) -> cst.BaseExpression:
        """`client.call_json("ListAsyncEvents", {…})`, and `client.call`, which gives JSON in bytes."""
        is_plain = m.matches(original, m.Call(args=[m.Arg(keyword=None, star=""), m.Arg(keyword=None, star="")]))
        if not certain or not is_plain or self._keeps_clients:
            if certain or (original.args and _named_action(original.args[0].value)):
                self._left(original, f"{new.attr.value} of the vendor's client gives something else than ours, and this one may be theirs")
            return updated
        response = f'{{"Response": {_code(updated.with_changes(func=new.with_changes(attr=cst.Name("call"))))}}}'
        if new.attr.value == "call_json":
            return _expression(response)
        self.wanted.add(("json", ""))
        return _expression(f"json.dumps({response}).encode()")

    def _filled(self, original: cst.Call, updated: cst.Call, new: cst.Attribute) -> cst.BaseExpression:
        """`request.from_json_string(json.dumps(…))`, where what it is filled with was understood."""
        source = _dumped(original)
        if source is None or self._literal(source) not in self._wire_dicts:
            self._left(original, "what the request is filled with is not written here as a dict")
            return updated
        content = _dumped(updated)
        if content is None:
            raise AssertionError("a call that was understood has its argument")
        return updated.with_changes(func=new.with_changes(attr=cst.Name("update")), args=[cst.Arg(content)])

    def _client(self, original: cst.Call, updated: cst.Call) -> cst.BaseExpression:
        """`ScfClient(credentials, region, profile)`."""
        before, after = client_arguments(original), client_arguments(updated)
        if before is None or after is None:
            self._left(original, "a client with arguments that are not known here")
            return updated
        arguments = []
        if "region" in before:
            arguments.append(f"region={_code(after['region'].value)}")
        if "credential" in before:
            arguments.append(f"credentials={_code(after['credential'].value)}")
        if "profile" in before:
            settings = self._profiles.of(before["profile"].value)
            if settings.reason:
                self._left(original, f"a profile whose settings are not all written here: {settings.reason}")
                return updated
            arguments += settings.arguments()
        client = self._ours("tencentkit.scf", "Client")
        return _expression(f"{_code(client)}({', '.join(arguments)})")

    # What is found before ---------------------------------------------------------------------------------------------

    def _find_kept_clients(self) -> bool:
        """Whether a client of theirs stays: then a `call` may be to that one, now or at the next run."""
        for call in all_of(self._kinds.module, cst.Call):
            if self._kinds.qualified(call.func) == CLIENT:
                given = client_arguments(call)
                if given is None or ("profile" in given and self._profiles.of(given["profile"].value).reason):
                    return True
        return False

    def _find_wire_dicts(self) -> dict[cst.BaseExpression | None, str]:
        """The dicts that a request is filled with, and which request's."""
        found: dict[cst.BaseExpression | None, str] = {}
        for call in all_of(self._kinds.module, cst.Call):
            if isinstance(call.func, cst.Attribute) and call.func.attr.value in {"from_json_string", "_deserialize"}:
                kind = self._kinds.of(call.func.value)
                content = _dumped(call)
                literal = None if content is None else self._literal(content)
                if kind is not None and kind.what == "input" and literal is not None and _renamed(literal, kind.model) is not literal:
                    found[literal] = kind.model
        return found

    def _literal(self, node: cst.BaseExpression) -> cst.Dict | None:
        """The dict that an expression is: written here, or in the one place that gives a variable its value."""
        if isinstance(node, cst.Dict):
            return node
        if not isinstance(node, cst.Name):
            return None
        uses = self._kinds.uses(node)
        values = [
            assign.value
            for assign in all_of(self._kinds.module, cst.Assign)
            if len(assign.targets) == 1 and assign.targets[0].target in uses and isinstance(assign.value, cst.Dict)
        ]
        return values[0] if len(values) == 1 and len(uses) == 2 else None

    def _doubt(self, node: cst.Attribute) -> None:
        """Name what looks like a field of theirs, of something that is not known."""
        if node.attr.value in wire_names() and not self._kinds.qualified(node).startswith(VENDOR):
            self._left(node, f"{node.attr.value} may be a field of the vendor's, of a value that is not known here")

    def _doubt_value(self, value: cst.BaseExpression) -> None:
        """Name a value that may be None, or what in it may be: theirs does not send it and ours does not pass over it."""
        if isinstance(value, cst.Dict | cst.List):
            for element in value.elements:
                self._doubt_value(element.value)
        elif self._may_be_none(value):
            says = f"{_code(value)} may be None, which the vendor's SDK does not send: leave the parameter out then"
            self.notes.add(Note(self._positions[value].start.line, says, rewritten=True))

    def _may_be_none(self, value: cst.BaseExpression) -> bool:
        if isinstance(value, cst.Name):
            is_optional = self._kinds.key(value) in self._optional and not any(value.value in names for names in self._certain)
            return value.value == "None" or is_optional
        if isinstance(value, cst.BooleanOperation):
            return self._may_be_none(value.right) or (isinstance(value.operator, cst.And) and self._may_be_none(value.left))
        if isinstance(value, cst.IfExp):
            return self._may_be_none(value.orelse) or (self._may_be_none(value.body) and _code(value.body) not in _asserted(value.test))
        return m.matches(value, m.Call(func=m.Attribute(attr=m.Name("get") | m.Name("getenv")) | m.Name("getenv"), args=[m.Arg()]))

    def _doubt_taker(self, call: cst.Call, func: cst.Name) -> None:
        """Name what a request is given to that may want theirs: ours is a dict."""
        is_foreign = func.value in _BY_ATTRIBUTE or func.value in {each.value for each in self._imported}
        for argument in call.args if is_foreign else ():
            kind = self._kinds.of(argument.value)
            if kind is not None and kind.what == "input":
                self._left(call, f"{func.value} is given a request, which is a dict now")

    def _ours(self, module: str, name: str) -> cst.Name:
        self.wanted.add((module, name))
        return cst.Name(name)

    def _left(self, node: cst.CSTNode, says: str) -> None:
        self.notes.add(Note(self._positions[node].start.line, says))


_BY_ATTRIBUTE = frozenset({"delattr", "getattr", "hasattr", "setattr", "vars"})
_COMMA = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))


def _optional(kinds: Kinds) -> set[tuple[Scope, str] | None]:
    """The parameters that are None where a caller gives nothing."""
    return {kinds.key(each.name) for each in all_of(kinds.module, cst.Param) if m.matches(each, m.Param(default=m.Name("None")))}


def _asserted(test: cst.BaseExpression) -> set[str]:
    """The names that are something wherever `test` holds."""
    if isinstance(test, cst.Name):
        return {test.value}
    if isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.And):
        return _asserted(test.left) | _asserted(test.right)
    if m.matches(test, m.Comparison(m.Name(), [m.ComparisonTarget(m.IsNot(), m.Name("None"))])):
        return {cst.ensure_type(cst.ensure_type(test, cst.Comparison).left, cst.Name).value}
    return set()


def _named_action(value: cst.BaseExpression) -> bool:
    return isinstance(value, cst.SimpleString) and value.evaluated_value in methods()


def _dumped(call: cst.Call) -> cst.BaseExpression | None:
    """What a request is filled with: the argument, or what `json.dumps` makes JSON of."""
    if len(call.args) != 1:
        return None
    value = call.args[0].value
    if m.matches(value, m.Call(func=m.Attribute(m.Name("json"), m.Name("dumps")) | m.Name("dumps"))) and isinstance(value, cst.Call):
        return value.args[0].value if value.args else None
    return value


def _renamed(node: cst.Dict, model: str) -> cst.Dict:
    """A dict by wire names as one by ours; the same dict where a name is not written out or not known."""
    known = fields(model) or {}
    elements: list[cst.BaseDictElement] = []
    for element in node.elements:
        name = element.key.evaluated_value if isinstance(element, cst.DictElement) and isinstance(element.key, cst.SimpleString) else None
        field = known.get(name) if isinstance(name, str) else None
        if field is None or not isinstance(element, cst.DictElement):
            return node
        elements.append(element.with_changes(key=cst.SimpleString(f'"{field.name}"'), value=_renamed_value(element.value, field.model)))
    return node.with_changes(elements=elements)


def _renamed_value(value: cst.BaseExpression, model: str | None) -> cst.BaseExpression:
    if model is None:
        return value
    if isinstance(value, cst.Dict):
        return _renamed(value, model)
    if isinstance(value, cst.List):
        items = [element.with_changes(value=_renamed_value(element.value, model)) for element in value.elements]
        return value.with_changes(elements=items)
    return value


def _with_imports(module: cst.Module, wanted: set[tuple[str, str]]) -> cst.Module:
    """Their imports out as far as nothing uses them any more, ours in at the place of the first."""
    body: list[cst.BaseStatement | cst.SimpleStatementLine] = []
    place: int | None = None
    above: Sequence[cst.EmptyLine] = ()
    used = {node.value for statement in module.body if not _imports_vendor(statement) for node in all_of(statement, cst.Name)}
    for statement in module.body:
        kept: cst.BaseStatement | cst.SimpleStatementLine | None = statement
        if isinstance(statement, cst.SimpleStatementLine) and _imports_vendor(statement):
            place = len(body) if place is None else place
            kept = _kept(statement, used)
            if kept is None and place == len(body) and not above:
                above = statement.leading_lines  # a comment or an empty line before the first of them
        if kept is not None:
            body.append(kept)
    present = {_code(statement).strip() for statement in body if isinstance(statement, cst.SimpleStatementLine)}
    lines = [line for line in _import_lines(wanted) if line not in present]
    made = [cst.parse_statement(line + "\n") for line in lines]
    if made:
        made[0] = made[0].with_changes(leading_lines=above)
    at = 0 if place is None else place
    return module.with_changes(body=[*body[:at], *made, *body[at:]])


def _import_lines(wanted: set[tuple[str, str]]) -> Sequence[str]:
    whole = sorted(f"import {name}" for name, part in wanted if not part)
    modules = sorted({name for name, part in wanted if part})
    return [*whole, *(f"from {name} import {', '.join(sorted(part for each, part in wanted if each == name))}" for name in modules)]


def _imports_vendor(statement: cst.BaseStatement | cst.SimpleStatementLine) -> bool:
    if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
        return False
    node = statement.body[0]
    if isinstance(node, cst.ImportFrom):
        return node.module is not None and _code(node.module).split(".")[0] == VENDOR
    return isinstance(node, cst.Import) and all(_code(each.name).split(".")[0] == VENDOR for each in node.names)


def _kept(statement: cst.SimpleStatementLine, used: set[str]) -> cst.SimpleStatementLine | None:
    """Of an import what is still used."""
    node = statement.body[0]
    if not isinstance(node, cst.ImportFrom | cst.Import) or isinstance(node.names, cst.ImportStar):
        return statement
    names = [each for each in node.names if _local(each) in used]
    if not names:
        return None
    names[-1] = names[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return statement.with_changes(body=[node.with_changes(names=names)])


def _local(alias: cst.ImportAlias) -> str:
    if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
        return alias.asname.name.value
    return _code(alias.name).split(".")[0]


def _expression(code: str) -> cst.BaseExpression:
    return cst.parse_expression(code)


def _code(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)
