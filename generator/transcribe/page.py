"""One page, whole: its parts read and compared with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .common import read_part_two
from .errors import read_errors
from .examples import check_outputs, read_examples, response_names
from .facts import PageFacts
from .forms import refuse_other_forms
from .introduction import read_introduction
from .lines import read_lines
from .parameters import read_outputs
from .problems import quoted
from .sections import Part, split
from .shell import read_shell

if TYPE_CHECKING:
    from .common import Inputs
    from .shell import Shell
    from .source import PageSource


def read_page(source: PageSource) -> PageFacts:
    """Everything that the page says. Raises `PageRefused` if any of it cannot be read."""
    lines = read_lines(source)
    refuse_other_forms(lines)
    sections = split(lines)
    shell = read_shell(sections.shell, sections.first_heading)
    introduction = read_introduction(sections[Part.DESCRIPTION])
    inputs = read_part_two(sections[Part.INPUT])
    _check_titles(shell, inputs)
    examples = read_examples(sections[Part.EXAMPLE], inputs, introduction.host.product)
    outputs = read_outputs(sections[Part.OUTPUT], response_names(examples))
    check_outputs(sections[Part.EXAMPLE], examples, outputs)
    return PageFacts(
        page=source.name,
        action=inputs.action,
        version=inputs.version,
        host=introduction.host,
        description=introduction.description,
        rate_limit=introduction.rate_limit,
        region=inputs.region,
        inputs=inputs.parameters,
        outputs=outputs,
        examples=examples,
        errors=read_errors(sections[Part.ERRORS]),
        updated=shell.updated,
        sha256=source.sha256,
    )


def _check_titles(shell: Shell, inputs: Inputs) -> None:
    for title in shell.titles:
        if title.text != inputs.action:
            raise title.refused(f"the action that the page describes, {inputs.action}", f"the title {quoted(title.text)}")
