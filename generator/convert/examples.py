"""Documented example calls as JSON: the body of the request, and the whole response.

An example that has no one meaning is left out, and the reason is told: definitions of a whole product are not refused for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final, NoReturn

from ..spec.document import Document
from ..transcribe.tables.prose_facts import as_scalar
from .definitions import Definitions, Member
from .schema import page_type

_KEYS: Final = frozenset({"document", "input", "output", "title"})
_NUMBERS: Final = re.compile(r"\d{1,4}")
# What a GET example may name beside the action's own inputs.
_COMMON: Final = frozenset(
    {"Action", "Version", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Token", "Language"}
)
_GET: Final = re.compile(r"https?://[^/?\s]*/?\?\s*(?P<query>.*)", re.DOTALL)
_MARKER: Final = re.compile(r"<?\s*(?:(?:common|public) request param\w*|公共请求参数)\s*>?", re.IGNORECASE)


class LeftOutError(Exception):
    """Why one side of an example cannot be taken over."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One side of an example that is not there."""

    action: str
    example: str
    side: str
    reason: str

    def __str__(self) -> str:
        return f"{self.action} {self.example} {self.side}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Example:
    """An example with the sides that could be read; None for the others."""

    title: str
    description: str
    request: Document | None
    response: Document | None


def read_examples(action: str, rows: Any, definitions: Definitions) -> tuple[list[Example], list[LeftOut]]:
    """The examples of one action, and what could not be read of them."""
    examples: list[Example] = []
    left_out: list[LeftOut] = []

    def side(name: str, number: int, read: Callable[[], Document]) -> Document | None:
        try:
            return read()
        except LeftOutError as reason:
            left_out.append(LeftOut(action, f"Example{number}", name, str(reason)))
            return None

    for number, row in enumerate(rows if isinstance(rows, list) else [], start=1):
        if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in _KEYS):
            left_out.append(LeftOut(action, f"Example{number}", "both", "it has not the four texts of an example"))
            examples.append(Example("", "", None, None))
            continue
        request = side("request", number, lambda text=row["input"]: read_request(text, action, definitions))  # type: ignore[misc]
        response = side("response", number, lambda text=row["output"]: read_response(text, action, definitions))  # type: ignore[misc]
        examples.append(Example(row["title"].strip(), row["document"].strip(), request, response))
    return examples, left_out


def read_response(text: str, action: str, definitions: Definitions) -> Document:
    """The response in its envelope, which a few examples leave out, or show with more beside it. Raises `LeftOutError`."""
    response = _json(text)
    if isinstance(response.get("Response"), dict):
        return response
    outputs = {member.name for member in definitions.objects[f"{action}Response"].members}
    if response and response.keys() <= outputs:
        return {"Response": response}
    raise LeftOutError('no object with the key "Response", nor one of outputs alone')


def read_request(text: str, action: str, definitions: Definitions) -> Document:
    """The body, of either form. Raises `LeftOutError` for a value that is not of its type, or a name that the definitions do not know."""
    get = _GET.match(text.strip())
    members = {member.name: member for member in definitions.objects[f"{action}Request"].members}
    if get is not None:
        return _from_query(get["query"], members, definitions)
    start = text.find("{")
    if start < 0:
        raise LeftOutError("no body")
    body = _json(text[start:])
    for name in body:
        if name not in members:
            raise LeftOutError(f"the definitions do not know its input {name}")
    return body


def _from_query(query: str, members: dict[str, Member], definitions: Definitions) -> Document:
    tree: dict[str, Any] = {}
    for key, value in _pairs(query):
        path = key.split(".")
        if path[0] in _COMMON and path[0] not in members:
            continue
        node = tree
        for step in path[:-1]:
            node = node.setdefault(step, {})
            if not isinstance(node, dict):
                raise LeftOutError(f"{key} goes on below a value")
        if path[-1] in node:
            raise LeftOutError(f"{key} stands twice")
        node[path[-1]] = value
    return _object(tree, members, definitions)


def _pairs(query: str) -> Iterator[tuple[str, str]]:
    for piece in re.split(r"\s*[\r\n]+\s*&?|&(?=<)|&(?=[A-Za-z]\w*(?:\.\w+)*=)", query.strip()):
        if not piece or _MARKER.fullmatch(piece):
            continue
        key, equals, value = piece.partition("=")
        if not equals or not re.fullmatch(r"\s*[A-Za-z]\w*(?:\.\w+)*\s*", key):
            raise LeftOutError(f"{piece[:40]!r} is no Key=Value")
        yield key.strip(), value.strip()


def _object(tree: dict[str, Any], members: dict[str, Member], definitions: Definitions) -> Document:
    for name in tree:
        if name not in members:
            raise LeftOutError(f"the definitions do not know its input {name}")
    return {name: _value(node, members[name], definitions) for name, node in tree.items()}


def _value(node: Any, member: Member, definitions: Definitions) -> Any:
    if not member.array:
        return _item(node, member, definitions)
    if not isinstance(node, dict):
        raise LeftOutError(f"{member.name} is an array and is given without an index")
    # Indexes count up, from 0 or (in old examples) from 1.
    if [*node] not in ([str(i) for i in range(len(node))], [str(i + 1) for i in range(len(node))]) or not all(
        map(_NUMBERS.fullmatch, node)
    ):
        raise LeftOutError(f"the indexes of {member.name} do not count up")
    return [_item(item, member, definitions) for item in node.values()]


def _item(node: Any, member: Member, definitions: Definitions) -> Any:
    found = definitions.objects.get(member.type)
    if found is not None:
        if not isinstance(node, dict):
            raise LeftOutError(f"{member.name} is an object and is given as a plain value")
        return _object(node, {field.name: field for field in found.members}, definitions)
    if not isinstance(node, str):
        raise LeftOutError(f"{member.name} is a plain value and is given as an object")
    kind = page_type(member)
    if kind.json_type == "string":
        return node
    value = as_scalar(node, kind)
    if value is None:
        raise LeftOutError(f"{member.name} is {kind.name} and is given as {node[:40]!r}")
    return value


def _json(text: str) -> Document:
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_float=_finite, parse_constant=_constant)
    except LeftOutError:
        raise
    except (ValueError, RecursionError) as error:
        raise LeftOutError(f"no JSON ({error})") from error
    if not isinstance(value, dict):
        raise LeftOutError("no JSON object")
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise LeftOutError("half of a surrogate pair") from error
    return value


def _unique(pairs: list[tuple[str, Any]]) -> Document:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise LeftOutError("a key stands twice in one object")
    return value


def _finite(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise LeftOutError(f"the number {text[:40]} is too large")
    return value


def _constant(text: str) -> NoReturn:
    raise LeftOutError(f"{text} is no JSON")
