"""Reader of an action page: parses its sections and cross-checks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..facts import PageFacts
from ..input.reader import read_lines
from ..input.source import is_html
from ..layout.page_frame import read_page_frame, title_text
from ..layout.page_kind import reject_api_2_page
from ..layout.sections import split_sections
from ..parts.common_parameters import read_input_section
from ..parts.error_codes import read_error_codes
from ..parts.examples import drop_undocumented_responses, example_response_names, find_example_keys, read_examples
from ..parts.introduction import read_introduction
from ..parts.parameters import KnownNames, find_unknown_facts, read_outputs
from ..problems import quoted
from ..tables.prose_facts import says_deprecated
from ..vocabulary import SectionKind

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from ..input.lines import SourceLine
    from ..input.source import PageSource
    from ..layout.page_frame import PageFrame
    from ..parts.common_parameters import InputFacts
    from ..unknown import UnknownFact


def read_page(source: PageSource, *, types: Container[str] | None = None) -> PageFacts:
    """Return all facts of a page; `types` are the names of the product's data types, if known.

    Raises `PageRefused` if a fact cannot be read. Facts that the page does not show, and invalid examples, are in `unknown` instead.
    """
    lines = read_lines(source)
    reject_api_2_page(lines)
    return read_action(source, lines, types=types)


def read_action(source: PageSource, lines: Sequence[SourceLine], *, types: Container[str] | None = None) -> PageFacts:
    """Return all facts of a page from its lines."""
    # `read_html` has refused truncated HTML already.
    sections = split_sections(lines, closed=source.data.endswith((b"\n", b"\r")) or is_html(source.data))
    unknown: list[UnknownFact] = []
    frame = read_page_frame(sections.frame, sections.first_heading, unknown)
    introduction = read_introduction(sections[SectionKind.DESCRIPTION], unknown)
    example_keys = find_example_keys(sections[SectionKind.EXAMPLE])
    inputs = read_input_section(sections[SectionKind.INPUT], KnownNames(example_keys, types))
    unknown += inputs.unknown
    _check_titles(frame, inputs)
    product = introduction.host.product if introduction.host else None
    examples = read_examples(sections[SectionKind.EXAMPLE], inputs, product, unknown)
    outputs = read_outputs(sections[SectionKind.OUTPUT], KnownNames(example_response_names(examples), types))
    examples = drop_undocumented_responses(sections[SectionKind.EXAMPLE], examples, outputs, unknown)
    errors = read_error_codes(sections[SectionKind.ERRORS], unknown)
    unknown += [*find_unknown_facts("inputs", inputs.parameters), *find_unknown_facts("outputs", outputs)]
    return PageFacts(
        page=source.name,
        action=inputs.action,
        version=inputs.version,
        host=introduction.host,
        description=introduction.description,
        deprecated=says_deprecated(introduction.description),
        rate_limit=introduction.rate_limit,
        region=inputs.region,
        inputs=inputs.parameters,
        outputs=outputs,
        examples=examples,
        errors=errors,
        updated=frame.updated,
        sha256=source.sha256,
        unknown=tuple(sorted(unknown, key=lambda one: (one.line, one.fact))),
    )


def _check_titles(frame: PageFrame, inputs: InputFacts) -> None:
    for title in frame.titles:
        if title_text(title) != inputs.action:
            raise title.refusal(f"the action of this page, {inputs.action}", f"the title {quoted(title.text)}")
