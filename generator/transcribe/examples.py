"""Part 4 of a page: example calls. Each has a title line, perhaps a description, an input and an output."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .facts import Example, JsonObject
from .json_text import read_json_object
from .paragraphs import paragraphs
from .request import read_request

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from .common import Inputs
    from .facts import Parameter
    from .lines import Line
    from .sections import Section

_TITLE: Final = re.compile(r"Example ?(?P<number>\d{1,3})[.:]?(?:\s+(?P<title>.*))?")
_INPUT_MARKS: Final = frozenset(
    {"input example", "input examples", "input sample", "input sample code", "request example", "sample request"}
)
_OUTPUT_MARKS: Final = frozenset(
    {"output example", "output examples", "output sample", "output sample code", "response example", "sample response"}
)


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one example, cut at its marks."""

    title: Line
    description: Sequence[Line]
    input_mark: Line
    input: Sequence[Line]
    output_mark: Line
    output: Sequence[Line]


def read_examples(section: Section, inputs: Inputs, product: str) -> tuple[Example, ...]:
    """Read every example. Raises `PageRefused` for one that is not whole or contradicts the table of inputs."""
    return tuple(_read(block, inputs, product) for block in _blocks(section))


def response_names(examples: Collection[Example]) -> frozenset[str]:
    """The outputs that the examples show."""
    return frozenset(name for example in examples if "Error" not in example.response["Response"] for name in example.response["Response"])


def check_outputs(section: Section, examples: Sequence[Example], outputs: Sequence[Parameter]) -> None:
    """Raise `PageRefused` where an example shows an output that the table lacks: a row may have been lost."""
    names = {parameter.name for parameter in outputs}
    lost = sorted(response_names(examples) - names)
    if lost:
        raise section.heading.refused(f'"{lost[0]}" in the table of outputs, too', f'an example response that shows "{lost[0]}"')


def _blocks(section: Section) -> list[_Block]:
    lines = list(section.body)
    starts = [index for index, line in enumerate(lines) if line.text]
    if not starts:
        raise section.heading.refused("an example below it", "an empty part")
    titles: list[int] = []
    for index in starts:
        match = _TITLE.fullmatch(lines[index].text)
        if match and int(match["number"]) == len(titles) + 1:
            titles.append(index)
    if not titles or titles[0] != starts[0]:
        raise lines[starts[0]].refused('the title of the first example, "Example1 …"')
    return [_block(lines[start:end]) for start, end in zip(titles, [*titles[1:], len(lines)], strict=True)]


def _block(lines: Sequence[Line]) -> _Block:
    last = next(line for line in reversed(lines) if line.text)
    inputs = [index for index, line in enumerate(lines) if line.text.casefold() in _INPUT_MARKS]
    outputs = [index for index, line in enumerate(lines) if line.text.casefold() in _OUTPUT_MARKS]
    for marks, shown in ((inputs, "Input Example"), (outputs, "Output Example")):
        if not marks:
            raise last.refused(f'"{shown}" in the example of line {lines[0].number}', "the end of the example")
        if len(marks) > 1:
            raise lines[marks[1]].refused("the title of a further example before it")
    (start,), (end,) = inputs, outputs
    if end < start:
        raise lines[end].refused('"Input Example" before it')
    return _Block(lines[0], lines[1:start], lines[start], lines[start + 1 : end], lines[end], lines[end + 1 :])


def _read(block: _Block, inputs: Inputs, product: str) -> Example:
    match = _TITLE.fullmatch(block.title.text)
    title = (match["title"] or "").strip() if match else ""
    request = read_request(block.input, block.input_mark, inputs, product)
    response = read_json_object(block.output, "the response", block.output_mark)
    _check_envelope(response, block.output_mark)
    return Example(title, paragraphs(block.description), request, response)


def _check_envelope(response: JsonObject, mark: Line) -> None:
    if list(response) != ["Response"] or not isinstance(response["Response"], dict):
        raise mark.refused('{"Response": {…}} below it', "another envelope")
    if "RequestId" not in response["Response"]:
        raise mark.refused('"RequestId" in the response below it', "a response without it")
