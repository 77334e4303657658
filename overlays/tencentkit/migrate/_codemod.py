"""Codemod: rewrite one program from the vendor's SDK to ours."""

from __future__ import annotations

from typing import NamedTuple

try:
    import libcst as cst
except ModuleNotFoundError as error:
    if error.name != "libcst":
        raise
    raise ImportError("libcst is not installed: pip install 'tencentkit[migrate]'", name="libcst") from error
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider

from ._api_map import CREDENTIALS, ERRORS, VENDOR, client_of, fields, host, methods, missing_in, model_of, stream_switch, wire_names
from ._imports import imports_vendor, replace_imports
from ._inference import TypeInference
from ._nullability import Nullability
from ._profiles import Profiles, client_arguments
from ._request_dicts import FILLING, RequestDicts, content_of, rename_keys
from ._request_folding import fold_requests
from ._syntax import COMMA, all_of, code_of

_ERROR_PARTS = {
    "code": 'getattr({0}, "code", type({0}).__name__)',
    "get_code": 'getattr({0}, "code", type({0}).__name__)',
    "message": "{0}.message",
    "get_message": "{0}.message",
    "requestId": 'getattr({0}, "request_id", None)',
    "get_request_id": 'getattr({0}, "request_id", None)',
}
_BY_ATTRIBUTE = frozenset({"delattr", "getattr", "hasattr", "setattr", "vars"})


class Note(NamedTuple):
    """A place that was not rewritten, or that needs a check."""

    line: int
    """Line in the original program."""
    says: str
    rewritten: bool = False
    """Whether it was rewritten nevertheless."""


class Migration(NamedTuple):
    """A rewritten program."""

    code: str
    notes: tuple[Note, ...]
    """In the order of lines; empty when everything was rewritten with certainty."""


def migrated(code: str) -> Migration:
    """Rewrite a program that calls the vendor's SDK for any installed product.

    Args:
        code: The program.

    Raises:
        libcst.ParserSyntaxError: It is not valid Python.
    """
    if VENDOR not in code:
        return Migration(code, ())
    wrapper = MetadataWrapper(cst.parse_module(code))
    types = TypeInference(wrapper)
    rewriter = _Rewriter(types, wrapper)
    module = replace_imports(fold_requests(wrapper.module.visit(rewriter)), rewriter.wanted)
    notes = sorted(rewriter.notes)
    imported = types.imported_modules()
    notes += [Note(1, f"the product {each} is not installed: install its wheel and run again") for each in missing_in(imported)]
    if any(imports_vendor(statement) for statement in module.body) and not notes:
        notes.append(Note(1, "the program still uses an unknown part of the vendor's SDK: see its imports"))
    return Migration(module.code, tuple(notes))


class _Rewriter(cst.CSTTransformer):
    def __init__(self, types: TypeInference, wrapper: MetadataWrapper) -> None:
        super().__init__()
        self.notes: set[Note] = set()
        self.wanted: set[tuple[str, str]] = set()
        """New imports: module and name, or an empty name for a whole module."""
        self._types = types
        self._positions = wrapper.resolve(PositionProvider)
        self._profiles = Profiles(types)
        self._nullability = Nullability(types)
        self._request_dicts = RequestDicts(types)
        self._keeps_clients = self._has_unrewritable_client()
        self._imported = {
            name for kind in (cst.Import, cst.ImportFrom) for node in all_of(types.module, kind) for name in all_of(node, cst.Name)
        }

    # Statements -------------------------------------------------------------------------------------------------------

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        """Remove the lines of a profile, whose settings are arguments of the client now."""
        return cst.RemoveFromParent() if self._profiles.is_obsolete(original_node) else updated_node

    def leave_Assign(self, original_node: cst.Assign, updated_node: cst.Assign) -> cst.Assign:
        """Report a parameter that is or may be None."""
        for target in original_node.targets:
            if isinstance(target.target, cst.Attribute) and self._role(target.target.value) == "input":
                if m.matches(original_node.value, m.Name("None")):
                    self._skip(original_node, "None is not sent by the vendor's SDK: leave the parameter out")
                else:
                    self._check_none(original_node.value)
        return updated_node

    def visit_If_body(self, node: cst.If) -> None:
        """Enter a branch."""
        self._nullability.enter_branch(node.test)

    def leave_If_body(self, node: cst.If) -> None:  # noqa: ARG002
        """Leave a branch."""
        self._nullability.leave_branch()

    # Expressions ------------------------------------------------------------------------------------------------------

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.BaseExpression:
        """Rewrite a field of a model or an attribute of an error."""
        inferred = self._types.of(original_node.value)
        name = original_node.attr.value
        if self._types.qualified(original_node) in ERRORS:
            return self._ours("tencentkit.errors", "TencentkitError")
        if inferred is None or inferred.is_list:
            if any(name in wire_names(product) for product in self._types.products) and not self._types.qualified(original_node).startswith(
                VENDOR
            ):
                self._skip(original_node, f"{name} may be a field of a vendor's model: the type of the value is unknown")
            return updated_node
        if inferred.role == "error":
            if name in _ERROR_PARTS and not name.startswith("get_"):
                return cst.parse_expression(_ERROR_PARTS[name].format(code_of(updated_node.value)))
            return updated_node
        if inferred.role not in {"input", "output"} or name in {*FILLING, "to_json_string"}:
            return updated_node
        field = (fields(inferred.model) or {}).get(name)
        if field is None:
            self._skip(original_node, f"{inferred.model} has no field {name}")
            return updated_node
        if inferred.role == "output":
            return updated_node.with_changes(attr=cst.Name(field.name))
        # An input is a dict now, also as the target of an assignment.
        return cst.Subscript(updated_node.value, [cst.SubscriptElement(cst.Index(cst.SimpleString(f'"{field.name}"')))])

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        """Rewrite the name of the vendor's error class."""
        if self._types.qualified(original_node) in ERRORS and original_node not in self._imported:
            return self._ours("tencentkit.errors", "TencentkitError")
        return updated_node

    def leave_Dict(self, original_node: cst.Dict, updated_node: cst.Dict) -> cst.Dict:
        """Rename the keys of a dict that fills a request."""
        model = self._request_dicts.model(original_node)
        if model is None:
            return updated_node
        for element in original_node.elements:
            self._check_none(element.value)
        return rename_keys(updated_node, model)

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        """Rewrite a call of the vendor's SDK."""
        name = self._types.qualified(original_node.func)
        if name in CREDENTIALS:
            return updated_node.with_changes(func=self._ours("tencentkit", CREDENTIALS[name]))
        if (product := client_of(name)) is not None:
            return self._client(original_node, updated_node, product)
        if (model := model_of(name)) is not None:
            if original_node.args or fields(model) is None:
                self._skip(original_node, f"unknown type or arguments: {model.rpartition(':')[2]}")
                return updated_node
            return cst.Dict([])
        if isinstance(original_node.func, cst.Name) and self._types.called(original_node) is None:
            self._check_receiver(original_node, original_node.func)
        if isinstance(original_node.func, cst.Attribute) and isinstance(updated_node.func, cst.Attribute):
            return self._method(original_node, updated_node, original_node.func, updated_node.func)
        return updated_node

    def _method(self, original: cst.Call, updated: cst.Call, func: cst.Attribute, new: cst.Attribute) -> cst.BaseExpression:
        name, role = func.attr.value, self._role(func.value)
        if name == "get_credential" and isinstance(func.value, cst.Call) and self._types.qualified(func.value.func) in CREDENTIALS:
            return new.value  # our clients call the provider themselves, and again when credentials expire
        if role == "error" and name in _ERROR_PARTS:
            return cst.parse_expression(_ERROR_PARTS[name].format(code_of(new.value)))
        if role == "output" and name == "to_json_string":
            self.wanted.add(("json", ""))
            content = cst.parse_expression(f"{code_of(new.value)}.to_dict()")
            argument = cst.Arg(content, comma=COMMA if updated.args else cst.MaybeSentinel.DEFAULT)
            return updated.with_changes(func=cst.parse_expression("json.dumps"), args=[argument, *updated.args])
        if role == "input" and name in FILLING:
            return self._filling(original, updated, new)
        if name in {"call", "call_json"} and role in {"client", ""}:
            return self._raw_call(original, updated, new, is_client=role == "client")
        product = self._types.product_of_call(original)
        if product is not None and len(original.args) == 1 and not original.args[0].star:
            self._check_stream(original, product, name)
            return self._action(original, updated, new, methods(product)[name])
        return updated

    def _action(self, original: cst.Call, updated: cst.Call, new: cst.Attribute, method: str) -> cst.BaseExpression:
        """Rewrite `client.ListAsyncEvents(request)`."""
        if self._role(original.args[0].value) != "input":
            self._skip(original, f"the argument of {new.attr.value} is not known to be its request")
            return updated
        request = updated.args[0].value
        arguments = [] if m.matches(request, m.Dict(elements=[])) else [cst.Arg(request, star="**")]
        return updated.with_changes(func=new.with_changes(attr=cst.Name(method)), args=arguments)

    def _raw_call(self, original: cst.Call, updated: cst.Call, new: cst.Attribute, *, is_client: bool) -> cst.BaseExpression:
        """Rewrite `client.call_json("ListAsyncEvents", {…})`, and `client.call`, which returns JSON as bytes."""
        is_plain = m.matches(original, m.Call(args=[m.Arg(keyword=None, star=""), m.Arg(keyword=None, star="")]))
        if not is_client or not is_plain or self._keeps_clients:
            if is_client or (original.args and _names_action(original.args[0].value, self._types.products)):
                says = f"{new.attr.value} of the vendor's client returns another type than ours; the client or its arguments are unknown"
                self._skip(original, says)
            return updated
        response = f'{{"Response": {code_of(updated.with_changes(func=new.with_changes(attr=cst.Name("call"))))}}}'
        if new.attr.value == "call_json":
            return cst.parse_expression(response)
        self.wanted.add(("json", ""))
        return cst.parse_expression(f"json.dumps({response}).encode()")

    def _filling(self, original: cst.Call, updated: cst.Call, new: cst.Attribute) -> cst.BaseExpression:
        """Rewrite `request.from_json_string(json.dumps(…))` when its content is a known dict literal."""
        content = content_of(updated)
        if content is None or not self._request_dicts.are_known(content_of(original)):
            self._skip(original, "the content of the request is not a dict literal with known keys")
            return updated
        return updated.with_changes(func=new.with_changes(attr=cst.Name("update")), args=[cst.Arg(content)])

    def _client(self, original: cst.Call, updated: cst.Call, product: str) -> cst.BaseExpression:
        """Rewrite `ScfClient(credentials, region, profile)`."""
        before, after = client_arguments(original), client_arguments(updated)
        if before is None or after is None:
            self._skip(original, "a client with unknown arguments")
            return updated
        arguments = []
        if "region" in before:
            arguments.append(f"region={code_of(after['region'].value)}")
        if "credential" in before:
            arguments.append(f"credentials={code_of(after['credential'].value)}")
        if "profile" in before:
            settings = self._profiles.of(before["profile"].value)
            if settings.reason:
                self._skip(original, f"a client whose profile has no equivalent: {settings.reason}")
                return updated
            arguments += settings.arguments(host(product))
        client = self._ours_client(product)
        return cst.parse_expression(f"{code_of(client)}({', '.join(arguments)})")

    # Checks -----------------------------------------------------------------------------------------------------------

    def _role(self, node: cst.CSTNode) -> str:
        inferred = self._types.of(node)
        return "" if inferred is None else inferred.role

    def _has_unrewritable_client(self) -> bool:
        """Return whether a vendor's client stays: then `call` may be a method of that one, now or at the next run."""
        for call in all_of(self._types.module, cst.Call):
            if client_of(self._types.qualified(call.func)) is not None:
                arguments = client_arguments(call)
                if arguments is None or ("profile" in arguments and self._profiles.of(arguments["profile"].value).reason):
                    return True
        return False

    def _check_none(self, value: cst.BaseExpression) -> None:
        """Report each value that may be None: the vendor's SDK does not send None, ours does not accept it."""
        if isinstance(value, cst.Dict | cst.List):
            for element in value.elements:
                self._check_none(element.value)
        elif self._nullability.may_be_none(value):
            says = f"{code_of(value)} may be None, which the vendor's SDK does not send: leave the parameter out in that case"
            self.notes.add(Note(self._positions[value].start.line, says, rewritten=True))

    def _check_stream(self, call: cst.Call, product: str, action: str) -> None:
        """Report a call whose response may be a stream: the vendor's SDK yields dicts with a JSON text, ours models."""
        switch = stream_switch(product, action)
        if switch is None or (switch and not self._names_field(switch)):
            return
        says = f"a stream of {action} yields models, not dicts with JSON in 'data': read their fields, or event.data of .raw()"
        self.notes.add(Note(self._positions[call].start.line, says, rewritten=True))

    def _names_field(self, wire: str) -> bool:
        """Return whether the program names a field: as an attribute, or in a text such as a key or a JSON document."""
        return any(
            (isinstance(node, cst.Attribute) and node.attr.value == wire) or (isinstance(node, cst.SimpleString) and wire in node.value)
            for node in all_of(self._types.module)
        )

    def _check_receiver(self, call: cst.Call, func: cst.Name) -> None:
        """Report an imported function, or `setattr` and its like, that receives a request: it may expect the vendor's class."""
        is_foreign = func.value in _BY_ATTRIBUTE or func.value in {each.value for each in self._imported}
        if is_foreign and any(self._role(argument.value) == "input" for argument in call.args):
            self._skip(call, f"{func.value} receives a request, which is a dict now")

    def _ours_client(self, product: str) -> cst.Name:
        """Return the name of our client; a program of several products imports each under a name of its own."""
        if len(self._types.products) == 1:
            return self._ours(f"tencentkit.{product}", "Client")
        name = "".join(part.capitalize() for part in product.replace(".", "_").split("_")) + "Client"
        self.wanted.add((f"tencentkit.{product}", f"Client as {name}"))
        return cst.Name(name)

    def _ours(self, module: str, name: str) -> cst.Name:
        self.wanted.add((module, name))
        return cst.Name(name)

    def _skip(self, node: cst.CSTNode, says: str) -> None:
        self.notes.add(Note(self._positions[node].start.line, says))


def _names_action(value: cst.BaseExpression, products: tuple[str, ...]) -> bool:
    return isinstance(value, cst.SimpleString) and any(value.evaluated_value in methods(product) for product in products)
