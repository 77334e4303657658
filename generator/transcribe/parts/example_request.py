"""Parser of the request of an example: a GET URL over several lines, or a POST request with a JSON body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from ..input.markdown import strip_markdown
from ..problems import quoted
from .example_query import QueryPair, build_request_body
from .host import check_product, is_other_product
from .strict_json import read_json_object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import SourceLine
    from ..json_types import JsonObject
    from .common_parameters import InputFacts

_Headers: TypeAlias = "dict[str, tuple[str, SourceLine]]"  # by lower-case name

_COMMON_MARKER: Final = re.compile(r"&?\s*<\s*(?:(?:common|public) request param(?:eter)?s?|公共请求参数)\s*>", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://(?P<host>[^/?\s]+)/?\?Action=(?P<action>[A-Za-z0-9_]+)(?P<more>.*)")
_NEXT_PAIR: Final = re.compile(r"&(?=[A-Za-z][A-Za-z0-9_.]*=|\s*<)")
_PAIR: Final = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+){0,16})=(?P<value>.*)")
_POST: Final = re.compile(r"POST / HTTP/1\.[01]")
_HOST_HEADER: Final = re.compile(r"Host\s?:\s?(?P<host>\S+)", re.IGNORECASE)
_HEADER: Final = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]*)\s*:\s*(?P<value>.*)")

# Common parameters, which the examples of older pages still contain.
_COMMON_KEYS: Final = frozenset(
    {"Version", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Token", "Language", "RequestClient"},
)


def read_request(lines: Sequence[SourceLine], mark: SourceLine, inputs: InputFacts, product: str | None) -> JsonObject:
    """Return the body. Raises `PageRefused` for an unknown form, another host or action, and an undocumented input."""
    written = [line for line in lines if line.text]
    if not written:
        raise mark.refusal("a request below it", "nothing")
    if _POST.fullmatch(written[0].text):
        return _post(written, inputs, product)
    if written[0].text.startswith("{"):  # only the body
        return _body(written, inputs)
    match = _ADDRESS.fullmatch(written[0].text)
    if match is None:
        raise written[0].refusal('"https://HOST/?Action=…" or "POST / HTTP/1.1"')
    check_product(match["host"], product, written[0])
    _check_action(match["action"], inputs, written[0])
    return build_request_body(_pairs(written, match["more"], inputs), inputs.parameters)


def check_example_hosts(lines: Sequence[SourceLine], product: str | None) -> None:
    """Raise `PageRefused` if the hosts of all requests belong to another product.

    A single request of another product may be stale, and only that request is left out.
    """
    found = [(match["host"], line) for line in lines if (match := _ADDRESS.fullmatch(line.text) or _HOST_HEADER.fullmatch(line.text))]
    if product is not None and found and all(is_other_product(host, product) for host, _ in found):
        check_product(found[0][0], product, found[0][1])


def _check_action(action: str, inputs: InputFacts, line: SourceLine) -> None:
    if action != inputs.action:
        raise line.refusal(f"the action of this page, {inputs.action}", f"the action {quoted(action)}")


def _pairs(lines: Sequence[SourceLine], more: str, inputs: InputFacts) -> list[QueryPair]:
    """Return the key-value pairs of a GET URL, without the common parameters."""
    documented = {parameter.name for parameter in inputs.parameters}
    pairs: list[QueryPair] = []
    closed: SourceLine | None = None
    for line, text in [(lines[0], more), *((line, line.text) for line in lines[1:])]:
        for piece in _split_pairs(line, text):
            if closed is not None:
                raise line.refusal(f"nothing below the marker of the common parameters, line {closed.number}")
            if _COMMON_MARKER.fullmatch(strip_markdown(piece)):
                closed = line
                continue
            match = _PAIR.fullmatch(piece)
            if match is None:
                raise line.refusal('"&Key=Value"')
            key, value = match["key"], match["value"].strip()
            if key in _COMMON_KEYS and key not in documented:
                if key == "Version" and value != inputs.version:
                    raise line.refusal(f"the version of this page, {inputs.version}")
                continue
            pairs.append(QueryPair(tuple(key.split(".")), value, line))
    return pairs


def _split_pairs(line: SourceLine, text: str) -> list[str]:
    text = text.strip()
    if not text:
        return []
    if not text.startswith("&"):
        if _COMMON_MARKER.fullmatch(strip_markdown(text)):
            return [text]
        raise line.refusal('"&Key=Value"')
    return _NEXT_PAIR.split(text[1:])


def _post(lines: Sequence[SourceLine], inputs: InputFacts, product: str | None) -> JsonObject:
    start = next((index for index, line in enumerate(lines) if line.text.startswith("{")), None)
    if start is None:
        raise lines[-1].refusal("a JSON body", "the end of the request")
    headers: _Headers = {}
    for line in lines[1:start]:
        match = _HEADER.fullmatch(line.text)
        if match:
            headers[match["name"].casefold()] = (match["value"].strip(), line)
        elif not _COMMON_MARKER.fullmatch(strip_markdown(line.text)):
            raise line.refusal('a header "Name: value", or the marker of the common parameters')
    _check_headers(headers, lines[start], inputs, product)
    return _body(lines[start:], inputs)


def _body(lines: Sequence[SourceLine], inputs: InputFacts) -> JsonObject:
    body = read_json_object(lines, "the request's body", lines[0])
    documented = {parameter.name for parameter in inputs.parameters}
    for name in body:
        if name not in documented:
            raise lines[0].refusal(f'"{name}" in the table of inputs, too', f'a body that shows "{name}"')
    return body


def _check_headers(headers: _Headers, body: SourceLine, inputs: InputFacts, product: str | None) -> None:
    for name in ("host", "content-type", "x-tc-action"):
        if name not in headers:
            raise body.refusal(f'the header "{name}" above the body')
    host, line = headers["host"]
    check_product(host, product, line)
    content_type, line = headers["content-type"]
    if content_type.partition(";")[0].strip().casefold() != "application/json":
        raise line.refusal("application/json", f"the content type {quoted(content_type)}")
    action, line = headers["x-tc-action"]
    _check_action(action, inputs, line)
    version, line = headers.get("x-tc-version", (inputs.version, body))
    if version != inputs.version:
        raise line.refusal(f"the version of this page, {inputs.version}")
