"""Parser of the section of examples. Each has a title, an optional description, an input and an output."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ..facts import DocumentedExample
from ..input.lines import join_paragraphs
from ..input.markdown import strip_markdown
from ..json_types import JsonObject
from ..problems import PageRefused
from ..unknown import UnknownFact
from ..vocabulary import INPUT_MARKS, OUTPUT_MARKS
from .example_request import check_example_hosts, read_request
from .strict_json import read_json_object

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..facts import Parameter
    from ..input.lines import SourceLine
    from ..layout.sections import Section
    from .common_parameters import InputFacts

_TITLE: Final = re.compile(r"(?:#{1,6} ?)?(?:Example|Sample|示例) ?(?P<number>\d{1,3})[.:：]?(?:\s+(?P<title>.*?))?", re.DOTALL)
_EXAMPLE_KEY: Final = re.compile(r'"(?P<json>[A-Za-z][A-Za-z0-9_]{0,99})" ?:|&(?P<get>[A-Za-z][A-Za-z0-9_]{0,99})[.=]')
_REQUEST: Final = ("http://", "https://", "POST ", "{")
# Lines around code that do not belong to it: fences, and buttons and labels of the site.
_FENCE: Final = re.compile(r"(?:```|~~~)\s?\w*|(?:copy|copied!?|copy code|复制|复制代码|复制成功|json|http|plain ?text)", re.IGNORECASE)
_MAX_TITLE_LENGTH: Final = 1000


_POST: Final = re.compile(r"POST / HTTP/1\.[01]")
_REQUEST_LINE: Final = re.compile(rf"https?://\S{{1,200}}\?Action=.*|{_POST.pattern}")


@dataclass(frozen=True, slots=True)
class ExampleBlock:
    """Lines of one example, by their role."""

    title: SourceLine
    description: Sequence[SourceLine]
    input_mark: SourceLine
    input: Sequence[SourceLine]
    output_mark: SourceLine
    output: Sequence[SourceLine]


def read_examples(section: Section, inputs: InputFacts, product: str | None, unknown: list[UnknownFact]) -> tuple[DocumentedExample, ...]:
    """Parse every example. A side that is invalid or contradicts the tables is left out and reported in `unknown`.

    Raises `PageRefused` for a section that does not consist of examples, or if all of them call another product.
    """
    if not any(line.text for line in section.body):
        line = section.heading
        unknown.append(UnknownFact(line.page, line.number, "examples", "found an empty section; expected an example below it"))
        return ()
    blocks = _split_titled_examples(section) or _split_untitled_examples([line for line in section.body if line.text])
    examples = tuple(_read(number, block, inputs, product, unknown) for number, block in enumerate(blocks, start=1))
    check_example_hosts([line for block in blocks for line in block.input], product)
    return examples


def example_response_names(examples: Collection[DocumentedExample]) -> frozenset[str]:
    """Return the names of the outputs in the example responses."""
    responses = [example.response["Response"] for example in examples if example.response is not None]
    return frozenset(name for response in responses if "Error" not in response for name in response)


def find_example_keys(section: Section) -> frozenset[str]:
    """Return every key in the section, also those of invalid examples."""
    return frozenset(match["json"] or match["get"] for line in section.body for match in _EXAMPLE_KEY.finditer(line.text))


def drop_undocumented_responses(
    section: Section, examples: Sequence[DocumentedExample], outputs: Sequence[Parameter], unknown: list[UnknownFact]
) -> tuple[DocumentedExample, ...]:
    """Remove responses with an undocumented output: either the example or the table is stale, and no rule can decide which."""
    names = {parameter.name for parameter in outputs} | {"Error"}
    kept = []
    for number, example in enumerate(examples, start=1):
        undocumented = sorted(set(example.response["Response"]) - names) if example.response is not None else []
        if undocumented:
            line = section.heading
            reason = f'found a response that shows "{undocumented[0]}"; expected "{undocumented[0]}" in the table of outputs, too'
            unknown.append(UnknownFact(line.page, line.number, f"Example{number}.response", reason))
        kept.append(replace(example, response=None) if undocumented else example)
    return tuple(kept)


def _split_titled_examples(section: Section) -> list[ExampleBlock]:
    """Split the section by the titles and marks of examples; return nothing if an extractor dropped all of them."""
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
        raise lines[starts[0]].refusal('the title of the first example, "Example1 …"')
    return [_block(lines[start:end]) for start, end in zip(titles, [*titles[1:], len(lines)], strict=True)]


def _titled(line: SourceLine) -> re.Match[str] | None:
    return _TITLE.fullmatch(strip_markdown(line.text)) if len(line.text) < _MAX_TITLE_LENGTH else None


def _block(lines: Sequence[SourceLine]) -> ExampleBlock:
    last = next(line for line in reversed(lines) if line.text)
    inputs = _marked(lines, INPUT_MARKS, _REQUEST)
    outputs = _marked(lines, OUTPUT_MARKS, "{")
    for marks, title_shown in ((inputs, "Input Example"), (outputs, "Output Example")):
        if not marks:
            raise last.refusal(f'"{title_shown}" in the example of line {lines[0].number}', "the end of the example")
        if len(marks) > 1:
            raise lines[marks[1]].refusal("the title of another example before it")
    (start,), (end,) = inputs, outputs
    if end < start:
        raise lines[end].refusal('"Input Example" before it')
    return ExampleBlock(lines[0], lines[1:start], lines[start], lines[start + 1 : end], lines[end], lines[end + 1 :])


def _marked(lines: Sequence[SourceLine], marks: frozenset[str], below: str | tuple[str, ...]) -> list[int]:
    """Return the lines with these marks. A description can contain the same words; then the one with the expected text below it counts."""
    found = [index for index, line in enumerate(lines) if _mark(line) in marks]
    if len(found) > 1:
        followed = [at for at in found if next((line.text for line in lines[at + 1 :] if line.text), "").startswith(below)]
        return followed if len(followed) == 1 else found
    return found


def _mark(line: SourceLine) -> str:
    return strip_markdown(line.text).lstrip("# ").rstrip(":：").casefold() if len(line.text) < _MAX_TITLE_LENGTH else ""


def _read(number: int, block: ExampleBlock, inputs: InputFacts, product: str | None, unknown: list[UnknownFact]) -> DocumentedExample:
    match = _titled(block.title)
    title = (match["title"] or "").strip() if match else ""
    request = response = None
    try:
        request = read_request(block.input, block.input_mark, inputs, product)
    except PageRefused as problem:
        unknown.append(UnknownFact.from_refusal(f"Example{number}.request", problem))
    try:
        response = read_json_object(block.output, "the response", block.output_mark)
        _check_envelope(response, block.output_mark)
    except PageRefused as problem:
        response = None
        unknown.append(UnknownFact.from_refusal(f"Example{number}.response", problem))
    return DocumentedExample(title, join_paragraphs(block.description), request, response)


def _split_untitled_examples(lines: Sequence[SourceLine]) -> list[ExampleBlock]:
    """Split a section without titles at each request. Raises `PageRefused` without a request, or for one without a response."""
    starts = [index for index, line in enumerate(lines) if _REQUEST_LINE.fullmatch(line.text)]
    if not starts:
        raise lines[0].refusal('the title of the first example, "Example1 …", or its request')
    return [_untitled_block(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _untitled_block(lines: Sequence[SourceLine]) -> ExampleBlock:
    output = _json_start(lines, 1)
    if _POST.fullmatch(lines[0].text):  # the first object is the body of the request
        output = _json_start(lines, _json_end(lines, output))
    if output == len(lines):
        raise lines[0].refusal("a response as JSON below it", "a request without one")
    first = lines[0]
    return ExampleBlock(first, (), first, lines[:output], lines[output - 1], lines[output : _json_end(lines, output)])


def _json_start(lines: Sequence[SourceLine], after: int) -> int:
    return next((index for index in range(after, len(lines)) if lines[index].text.startswith("{")), len(lines))


def _json_end(lines: Sequence[SourceLine], start: int) -> int:
    """Return the line after the object that starts here.

    After a damaged object, return the next possible start, so that the JSON parser reports the error.
    """
    text = "\n".join(line.raw for line in lines[start:])
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return next((index for index in range(start + 1, len(lines)) if lines[index].text == "{"), len(lines))
    return start + text[:end].count("\n") + 1


def _check_envelope(response: JsonObject, mark: SourceLine) -> None:
    if list(response) != ["Response"] or not isinstance(response["Response"], dict):
        raise mark.refusal('{"Response": {…}} below it', "another envelope")
    if "RequestId" not in response["Response"]:
        raise mark.refusal('"RequestId" in the response below it', "a response without it")
