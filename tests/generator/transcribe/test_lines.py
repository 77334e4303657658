from __future__ import annotations

import pytest

from tests.generator.transcribe.pages import LIST, read

FACTS = read(LIST)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda page: page.replace("\n", "\r\n"), "CRLF"),
        (lambda page: page.replace("\n", "\r"), "CR"),
        (lambda page: "\ufeff" + page, "BOM"),
        (lambda page: "\n".join("    " + line for line in page.split("\n")), "indentation"),
        (lambda page: "\n".join(line.lstrip() for line in page.split("\n")), "no indentation"),
        (lambda page: "\n".join(line + "  " for line in page.split("\n")), "blanks at the ends"),
        (lambda page: page.replace("\n\n", "\n\n\n\n"), "more blank lines"),
        (lambda page: page.replace("AsyncEvents.", "Async\u200bEvents.\u2060"), "zero-width characters"),
        (lambda page: page.replace(" ", "\u00a0"), "no-break spaces"),
    ],
)
def test_characters_of_extractors(change: object, what: str) -> None:
    """Line breaks, indentation, spaces and invisible characters do not change the facts."""
    assert callable(change)
    page = read(change(LIST))
    same = ("action", "version", "host", "rate_limit", "region", "examples", "errors", "updated", "description")
    assert [getattr(page, name) for name in same] == [getattr(FACTS, name) for name in same], what
    assert [(row.name, row.type, row.required, row.prose) for row in (*page.inputs, *page.outputs)] == [
        (row.name, row.type, row.required, row.prose) for row in (*FACTS.inputs, *FACTS.outputs)
    ]
