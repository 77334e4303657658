"""Documented example calls as JSON: the request body and the whole response.

An ambiguous example is skipped and its reason reported; it does not invalidate the definitions of a product.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final, NoReturn

from ..spec.document import Document
from ..spec.view import is_error
from ..transcribe.tables.prose_facts import as_scalar
from .definitions import Definitions, MemberDefinition
from .schema import page_type

_KEYS: Final = frozenset({"document", "input", "output", "title"})
_NUMBERS: Final = re.compile(r"\d{1,4}")
# Parameters of a GET example beside the inputs of the action.
_COMMON: Final = frozenset(
    {"Action", "Version", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Token", "Language"}
)
_GET: Final = re.compile(r"https?://[^/?\s]*/?\?\s*(?P<query>.*)", re.DOTALL)
_MARKER: Final = re.compile(r"<?\s*(?:(?:common|public) request param\w*|公共请求参数)\s*>?", re.IGNORECASE)


class UnusableExampleError(Exception):
    """One side of an example cannot be parsed."""


@dataclass(frozen=True, slots=True)
class SkippedExample:
    """A skipped side of an example."""

    action: str
    example: str
    side: str
    reason: str

    def __str__(self) -> str:
        return f"{self.action} {self.example} {self.side}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ExampleCall:
    """A documented example; a side that could not be parsed is None."""

    title: str
    description: str
    request: Document | None
    response: Document | None


def read_examples(action: str, rows: Any, definitions: Definitions) -> tuple[list[ExampleCall], list[SkippedExample]]:
    """Return the examples of an action and the skipped sides."""
    examples: list[ExampleCall] = []
    skipped: list[SkippedExample] = []

    def side(name: str, number: int, read: Callable[[], Document]) -> Document | None:
        try:
            return read()
        except UnusableExampleError as reason:
            skipped.append(SkippedExample(action, f"Example{number}", name, str(reason)))
            return None

    for number, row in enumerate(rows if isinstance(rows, list) else [], start=1):
        if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in _KEYS):
            skipped.append(SkippedExample(action, f"Example{number}", "both", "document, input, output and title must be strings"))
            examples.append(ExampleCall("", "", None, None))
            continue
        request = side("request", number, lambda text=row["input"]: read_request(text, action, definitions))  # type: ignore[misc]
        response = side("response", number, lambda text=row["output"]: read_response(text, action, definitions))  # type: ignore[misc]
        examples.append(ExampleCall(row["title"].strip(), row["document"].strip(), request, response))
    return examples, skipped


def read_response(text: str, action: str, definitions: Definitions) -> Document:
    """Return the response in its envelope, which some examples omit. Raises `UnusableExampleError`."""
    response = _json(text)
    if isinstance(content := response.get("Response"), dict):
        if is_error(content):
            raise UnusableExampleError("an error, not a result")
        return response
    outputs = {member.name for member in definitions.objects[f"{action}Response"].members}
    if response and response.keys() <= outputs:
        return {"Response": response}
    raise UnusableExampleError('neither an object with the key "Response" nor one of outputs only')


def read_request(text: str, action: str, definitions: Definitions) -> Document:
    """Return the body of a GET or POST example. Raises `UnusableExampleError` for unknown inputs and values of the wrong type."""
    get = _GET.match(text.strip())
    members = {member.name: member for member in definitions.objects[f"{action}Request"].members}
    if get is not None:
        return _from_query(get["query"], members, definitions)
    start = text.find("{")
    if start < 0:
        raise UnusableExampleError("the request has no body")
    body = _json(text[start:])
    for name in body:
        if name not in members:
            raise UnusableExampleError(f"unknown input {name}")
    return body


def _from_query(query: str, members: dict[str, MemberDefinition], definitions: Definitions) -> Document:
    tree: dict[str, Any] = {}
    for key, value in _pairs(query):
        path = key.split(".")
        if path[0] in _COMMON and path[0] not in members:
            continue
        node = tree
        for step in path[:-1]:
            node = node.setdefault(step, {})
            if not isinstance(node, dict):
                raise UnusableExampleError(f"{key} has a key below a plain value")
        if path[-1] in node:
            raise UnusableExampleError(f"duplicate key {key}")
        node[path[-1]] = value
    return _object(tree, members, definitions)


def _pairs(query: str) -> Iterator[tuple[str, str]]:
    for piece in re.split(r"\s*[\r\n]+\s*&?|&(?=<)|&(?=[A-Za-z]\w*(?:\.\w+)*=)", query.strip()):
        if not piece or _MARKER.fullmatch(piece):
            continue
        key, equals, value = piece.partition("=")
        if not equals or not re.fullmatch(r"\s*[A-Za-z]\w*(?:\.\w+)*\s*", key):
            raise UnusableExampleError(f"{piece[:40]!r} is not Key=Value")
        yield key.strip(), value.strip()


def _object(tree: dict[str, Any], members: dict[str, MemberDefinition], definitions: Definitions) -> Document:
    for name in tree:
        if name not in members:
            raise UnusableExampleError(f"unknown input {name}")
    return {name: _value(node, members[name], definitions) for name, node in tree.items()}


def _value(node: Any, member: MemberDefinition, definitions: Definitions) -> Any:
    if not member.array:
        return _item(node, member, definitions)
    if not isinstance(node, dict):
        raise UnusableExampleError(f"{member.name} is an array but has no index")
    # Indexes are consecutive from 0, in old examples from 1.
    if [*node] not in ([str(i) for i in range(len(node))], [str(i + 1) for i in range(len(node))]) or not all(
        map(_NUMBERS.fullmatch, node)
    ):
        raise UnusableExampleError(f"the indexes of {member.name} are not consecutive")
    return [_item(item, member, definitions) for item in node.values()]


def _item(node: Any, member: MemberDefinition, definitions: Definitions) -> Any:
    found = definitions.objects.get(member.type)
    if found is not None:
        if not isinstance(node, dict):
            raise UnusableExampleError(f"{member.name} is an object but has a plain value")
        return _object(node, {field.name: field for field in found.members}, definitions)
    if not isinstance(node, str):
        raise UnusableExampleError(f"{member.name} is a plain value but has an object")
    kind = page_type(member)
    if kind.json_type == "string":
        return node
    value = as_scalar(node, kind)
    if value is None:
        raise UnusableExampleError(f"{member.name} is {kind.name} but has the value {node[:40]!r}")
    return value


def _json(text: str) -> Document:
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_float=_finite, parse_constant=_constant)
    except UnusableExampleError:
        raise
    except (ValueError, RecursionError) as error:
        raise UnusableExampleError(f"invalid JSON ({error})") from error
    if not isinstance(value, dict):
        raise UnusableExampleError("not a JSON object")
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise UnusableExampleError("lone surrogate") from error
    return value


def _unique(pairs: list[tuple[str, Any]]) -> Document:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise UnusableExampleError("duplicate key in an object")
    return value


def _finite(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise UnusableExampleError(f"the number {text[:40]} is too large")
    return value


def _constant(text: str) -> NoReturn:
    raise UnusableExampleError(f"{text} is not valid JSON")
