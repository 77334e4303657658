"""The input of an example, in its two forms: a GET address over several lines, or a POST request with a JSON body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from ..input.markdown import plain
from ..problems import quoted
from .example_query import Pair, request_body
from .host import check_product, other_product
from .strict_json import read_json_object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import Line
    from ..json_types import JsonObject
    from .common_parameters import Inputs

_Headers: TypeAlias = "dict[str, tuple[str, Line]]"  # by name in lower case

_MARKER: Final = re.compile(r"&?\s*<\s*(?:(?:common|public) request param(?:eter)?s?|公共请求参数)\s*>", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://(?P<host>[^/?\s]+)/?\?Action=(?P<action>[A-Za-z0-9_]+)(?P<more>.*)")
_NEXT_PAIR: Final = re.compile(r"&(?=[A-Za-z][A-Za-z0-9_.]*=|\s*<)")
_PAIR: Final = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+){0,16})=(?P<value>.*)")
_POST: Final = re.compile(r"POST / HTTP/1\.[01]")
_HOST_HEADER: Final = re.compile(r"Host\s?:\s?(?P<host>\S+)", re.IGNORECASE)
_HEADER: Final = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]*)\s*:\s*(?P<value>.*)")

# What every request may carry beside the action's own inputs; the examples of older pages still show them.
_COMMON_KEYS: Final = frozenset(
    {"Version", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Token", "Language", "RequestClient"},
)


def read_request(lines: Sequence[Line], mark: Line, inputs: Inputs, product: str | None) -> JsonObject:
    """The request's body. Raises `PageRefused` for a form that is not known, another host or action, or an undocumented input."""
    written = [line for line in lines if line.text]
    if not written:
        raise mark.refused("a request below it", "nothing")
    if _POST.fullmatch(written[0].text):
        return _post(written, inputs, product)
    if written[0].text.startswith("{"):  # the body alone
        return _body(written, inputs)
    match = _ADDRESS.fullmatch(written[0].text)
    if match is None:
        raise written[0].refused('"https://HOST/?Action=…" or "POST / HTTP/1.1"')
    check_product(match["host"], product, written[0])
    _check_action(match["action"], inputs, written[0])
    return request_body(_pairs(written, match["more"], inputs), inputs.parameters)


def check_callee(lines: Sequence[Line], product: str | None) -> None:
    """Raise `PageRefused` if every request that names a host names another product's: the page belongs elsewhere.

    A single example may be stale; then its request alone is left out.
    """
    found = [(match["host"], line) for line in lines if (match := _ADDRESS.fullmatch(line.text) or _HOST_HEADER.fullmatch(line.text))]
    if product is not None and found and all(other_product(host, product) for host, _ in found):
        check_product(found[0][0], product, found[0][1])


def _check_action(action: str, inputs: Inputs, line: Line) -> None:
    if action != inputs.action:
        raise line.refused(f"the page's own action, {inputs.action}", f"the action {quoted(action)}")


def _pairs(lines: Sequence[Line], more: str, inputs: Inputs) -> list[Pair]:
    """The key-value pairs of a GET address, the common ones left out."""
    documented = {parameter.name for parameter in inputs.parameters}
    pairs: list[Pair] = []
    closed: Line | None = None
    for line, text in [(lines[0], more), *((line, line.text) for line in lines[1:])]:
        for piece in _pieces(line, text):
            if closed is not None:
                raise line.refused(f"nothing below the marker of the common parameters, line {closed.number}")
            if _MARKER.fullmatch(plain(piece)):
                closed = line
                continue
            match = _PAIR.fullmatch(piece)
            if match is None:
                raise line.refused('"&Key=Value"')
            key, value = match["key"], match["value"].strip()
            if key in _COMMON_KEYS and key not in documented:
                if key == "Version" and value != inputs.version:
                    raise line.refused(f"the page's own version, {inputs.version}")
                continue
            pairs.append(Pair(tuple(key.split(".")), value, line))
    return pairs


def _pieces(line: Line, text: str) -> list[str]:
    text = text.strip()
    if not text:
        return []
    if not text.startswith("&"):
        if _MARKER.fullmatch(plain(text)):
            return [text]
        raise line.refused('"&Key=Value"')
    return _NEXT_PAIR.split(text[1:])


def _post(lines: Sequence[Line], inputs: Inputs, product: str | None) -> JsonObject:
    start = next((index for index, line in enumerate(lines) if line.text.startswith("{")), None)
    if start is None:
        raise lines[-1].refused("a JSON body", "the end of the request")
    headers: _Headers = {}
    for line in lines[1:start]:
        match = _HEADER.fullmatch(line.text)
        if match:
            headers[match["name"].casefold()] = (match["value"].strip(), line)
        elif not _MARKER.fullmatch(plain(line.text)):
            raise line.refused('a header "Name: value", or the marker of the common parameters')
    _check_headers(headers, lines[start], inputs, product)
    return _body(lines[start:], inputs)


def _body(lines: Sequence[Line], inputs: Inputs) -> JsonObject:
    body = read_json_object(lines, "the request's body", lines[0])
    documented = {parameter.name for parameter in inputs.parameters}
    for name in body:
        if name not in documented:
            raise lines[0].refused(f'"{name}" in the table of inputs, too', f'a body that shows "{name}"')
    return body


def _check_headers(headers: _Headers, body: Line, inputs: Inputs, product: str | None) -> None:
    for name in ("host", "content-type", "x-tc-action"):
        if name not in headers:
            raise body.refused(f'the header "{name}" above the body')
    host, line = headers["host"]
    check_product(host, product, line)
    content_type, line = headers["content-type"]
    if content_type.partition(";")[0].strip().casefold() != "application/json":
        raise line.refused("application/json", f"the content type {quoted(content_type)}")
    action, line = headers["x-tc-action"]
    _check_action(action, inputs, line)
    version, line = headers.get("x-tc-version", (inputs.version, body))
    if version != inputs.version:
        raise line.refused(f"the page's own version, {inputs.version}")
