"""One page, whole: its parts read and compared with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..facts import PageFacts
from ..input.reader import read_lines
from ..input.source import is_html
from ..layout.page_frame import read_shell, title_of
from ..layout.page_kind import refuse_older_api
from ..layout.sections import split
from ..parts.common_parameters import read_part_two
from ..parts.error_codes import read_errors
from ..parts.examples import read_examples, response_names, shown_names, with_known_outputs
from ..parts.introduction import read_introduction
from ..parts.parameters import Known, read_outputs, unknown_of
from ..problems import quoted
from ..tables.prose_facts import says_deprecated
from ..vocabulary import Part

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from ..input.lines import Line
    from ..input.source import PageSource
    from ..layout.page_frame import Shell
    from ..parts.common_parameters import Inputs
    from ..unknown import Unknown


def read_page(source: PageSource, *, types: Container[str] | None = None) -> PageFacts:
    """Everything that the page says; `types` are the product's own, where they are known.

    Raises `PageRefused` if a fact cannot be read. What the page's form has lost, and an example that cannot be read, is reported
    under `unknown` instead.
    """
    lines = read_lines(source)
    refuse_older_api(lines)
    return read_action(source, lines, types=types)


def read_action(source: PageSource, lines: Sequence[Line], *, types: Container[str] | None = None) -> PageFacts:
    """The same for a page whose lines are read already."""
    # HTML that was cut off is refused before: what is here has its end.
    sections = split(lines, closed=source.data.endswith((b"\n", b"\r")) or is_html(source.data))
    unknown: list[Unknown] = []
    shell = read_shell(sections.shell, sections.first_heading, unknown)
    introduction = read_introduction(sections[Part.DESCRIPTION], unknown)
    shown = shown_names(sections[Part.EXAMPLE])
    inputs = read_part_two(sections[Part.INPUT], Known(shown, types))
    unknown += inputs.unknown
    _check_titles(shell, inputs)
    product = introduction.host.product if introduction.host else None
    examples = read_examples(sections[Part.EXAMPLE], inputs, product, unknown)
    outputs = read_outputs(sections[Part.OUTPUT], Known(response_names(examples), types))
    examples = with_known_outputs(sections[Part.EXAMPLE], examples, outputs, unknown)
    errors = read_errors(sections[Part.ERRORS], unknown)
    unknown += [*unknown_of("inputs", inputs.parameters), *unknown_of("outputs", outputs)]
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
        updated=shell.updated,
        sha256=source.sha256,
        unknown=tuple(sorted(unknown, key=lambda one: (one.line, one.fact))),
    )


def _check_titles(shell: Shell, inputs: Inputs) -> None:
    for title in shell.titles:
        if title_of(title) != inputs.action:
            raise title.refused(f"the action that the page describes, {inputs.action}", f"the title {quoted(title.text)}")
