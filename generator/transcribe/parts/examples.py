"""Part 4 of a page: example calls. Each has a title line, perhaps a description, an input and an output."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ..facts import Example
from ..input.lines import paragraphs
from ..input.markdown import plain
from ..json_types import JsonObject
from ..problems import PageRefused
from ..unknown import Unknown
from ..vocabulary import INPUT_MARKS, OUTPUT_MARKS
from .example_request import check_callee, read_request
from .strict_json import read_json_object

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..facts import Parameter
    from ..input.lines import Line
    from ..layout.sections import Section
    from .common_parameters import Inputs

_TITLE: Final = re.compile(r"(?:#{1,6} ?)?(?:Example|Sample|示例) ?(?P<number>\d{1,3})[.:：]?(?:\s+(?P<title>.*?))?", re.DOTALL)
_KEY: Final = re.compile(r'"(?P<json>[A-Za-z][A-Za-z0-9_]{0,99})" ?:|&(?P<get>[A-Za-z][A-Za-z0-9_]{0,99})[.=]')
_REQUEST: Final = ("http://", "https://", "POST ", "{")
# What stands around code, and is none: fences, and the buttons and labels of a site.
_FENCE: Final = re.compile(r"(?:```|~~~)\s?\w*|(?:copy|copied!?|copy code|复制|复制代码|复制成功|json|http|plain ?text)", re.IGNORECASE)
_LONGEST_TITLE: Final = 1000


_POST: Final = re.compile(r"POST / HTTP/1\.[01]")
_REQUEST_LINE: Final = re.compile(rf"https?://\S{{1,200}}\?Action=.*|{_POST.pattern}")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one example, cut into its pieces."""

    title: Line
    description: Sequence[Line]
    input_mark: Line
    input: Sequence[Line]
    output_mark: Line
    output: Sequence[Line]


def read_examples(section: Section, inputs: Inputs, product: str | None, unknown: list[Unknown]) -> tuple[Example, ...]:
    """Read every example; a side that cannot be read, or contradicts the table, is left out and reported in `unknown`.

    Raises `PageRefused` for a part that does not consist of examples, or whose examples all call another product.
    """
    if not any(line.text for line in section.body):
        line = section.heading
        unknown.append(Unknown(line.page, line.number, "examples", "found an empty part; expected an example below it"))
        return ()
    blocks = _blocks(section) or bare_blocks([line for line in section.body if line.text])
    examples = tuple(_read(number, block, inputs, product, unknown) for number, block in enumerate(blocks, start=1))
    check_callee([line for block in blocks for line in block.input], product)
    return examples


def response_names(examples: Collection[Example]) -> frozenset[str]:
    """The outputs that the examples show."""
    responses = [example.response["Response"] for example in examples if example.response is not None]
    return frozenset(name for response in responses if "Error" not in response for name in response)


def shown_names(section: Section) -> frozenset[str]:
    """Every key that the part shows, whether its example can be read or not."""
    return frozenset(match["json"] or match["get"] for line in section.body for match in _KEY.finditer(line.text))


def with_known_outputs(
    section: Section, examples: Sequence[Example], outputs: Sequence[Parameter], unknown: list[Unknown]
) -> tuple[Example, ...]:
    """The examples without the responses that show an output which the table lacks: one of the two is stale, and nobody can tell which."""
    names = {parameter.name for parameter in outputs} | {"Error"}
    kept = []
    for number, example in enumerate(examples, start=1):
        lost = sorted(set(example.response["Response"]) - names) if example.response is not None else []
        if lost:
            line = section.heading
            reason = f'found a response that shows "{lost[0]}"; expected "{lost[0]}" in the table of outputs, too'
            unknown.append(Unknown(line.page, line.number, f"Example{number}.response", reason))
        kept.append(replace(example, response=None) if lost else example)
    return tuple(kept)


def _blocks(section: Section) -> list[Block]:
    """The examples by their titles and marks; nothing where an extractor has dropped every one of them."""
    lines = [line for line in section.body if not _FENCE.fullmatch(line.text)]
    starts = [index for index, line in enumerate(lines) if line.text]
    titles: list[int] = []
    for index in starts:
        match = _titled(lines[index])
        if match and int(match["number"]) == len(titles) + 1:
            titles.append(index)
    if not titles and not any(_titled(line) or _mark(line) in INPUT_MARKS | OUTPUT_MARKS for line in lines):
        return []
    if not titles or titles[0] != starts[0]:
        raise lines[starts[0]].refused('the title of the first example, "Example1 …"')
    return [_block(lines[start:end]) for start, end in zip(titles, [*titles[1:], len(lines)], strict=True)]


def _titled(line: Line) -> re.Match[str] | None:
    return _TITLE.fullmatch(plain(line.text)) if len(line.text) < _LONGEST_TITLE else None


def _block(lines: Sequence[Line]) -> Block:
    last = next(line for line in reversed(lines) if line.text)
    inputs = _marked(lines, INPUT_MARKS, _REQUEST)
    outputs = _marked(lines, OUTPUT_MARKS, "{")
    for marks, shown in ((inputs, "Input Example"), (outputs, "Output Example")):
        if not marks:
            raise last.refused(f'"{shown}" in the example of line {lines[0].number}', "the end of the example")
        if len(marks) > 1:
            raise lines[marks[1]].refused("the title of a further example before it")
    (start,), (end,) = inputs, outputs
    if end < start:
        raise lines[end].refused('"Input Example" before it')
    return Block(lines[0], lines[1:start], lines[start], lines[start + 1 : end], lines[end], lines[end + 1 :])


def _marked(lines: Sequence[Line], marks: frozenset[str], below: str | tuple[str, ...]) -> list[int]:
    """Where these marks stand. A description may hold the same words: of several, one that has its text below it is the mark."""
    found = [index for index, line in enumerate(lines) if _mark(line) in marks]
    if len(found) > 1:
        followed = [at for at in found if next((line.text for line in lines[at + 1 :] if line.text), "").startswith(below)]
        return followed if len(followed) == 1 else found
    return found


def _mark(line: Line) -> str:
    return plain(line.text).lstrip("# ").rstrip(":：").casefold() if len(line.text) < _LONGEST_TITLE else ""


def _read(number: int, block: Block, inputs: Inputs, product: str | None, unknown: list[Unknown]) -> Example:
    match = _titled(block.title)
    title = (match["title"] or "").strip() if match else ""
    request = response = None
    try:
        request = read_request(block.input, block.input_mark, inputs, product)
    except PageRefused as problem:
        unknown.append(Unknown.because(f"Example{number}.request", problem))
    try:
        response = read_json_object(block.output, "the response", block.output_mark)
        _check_envelope(response, block.output_mark)
    except PageRefused as problem:
        response = None
        unknown.append(Unknown.because(f"Example{number}.response", problem))
    return Example(title, paragraphs(block.description), request, response)


def bare_blocks(lines: Sequence[Line]) -> list[Block]:
    """The examples. Raises `PageRefused` where there is no request at all, or nothing below one."""
    starts = [index for index, line in enumerate(lines) if _REQUEST_LINE.fullmatch(line.text)]
    if not starts:
        raise lines[0].refused('the title of the first example, "Example1 …", or its request')
    return [_untitled_block(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _untitled_block(lines: Sequence[Line]) -> Block:
    output = _json_start(lines, 1)
    if _POST.fullmatch(lines[0].text):  # the first object is the request's body
        output = _json_start(lines, _json_end(lines, output))
    if output == len(lines):
        raise lines[0].refused("a response as JSON below it", "a request without one")
    first = lines[0]
    return Block(first, (), first, lines[:output], lines[output - 1], lines[output : _json_end(lines, output)])


def _json_start(lines: Sequence[Line], after: int) -> int:
    return next((index for index in range(after, len(lines)) if lines[index].text.startswith("{")), len(lines))


def _json_end(lines: Sequence[Line], start: int) -> int:
    """Behind the object that starts there; where it is damaged, behind all that is left, for the reader of JSON to complain about."""
    text = "\n".join(line.raw for line in lines[start:])
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return next((index for index in range(start + 1, len(lines)) if lines[index].text == "{"), len(lines))
    return start + text[:end].count("\n") + 1


def _check_envelope(response: JsonObject, mark: Line) -> None:
    if list(response) != ["Response"] or not isinstance(response["Response"], dict):
        raise mark.refused('{"Response": {…}} below it', "another envelope")
    if "RequestId" not in response["Response"]:
        raise mark.refused('"RequestId" in the response below it', "a response without it")
