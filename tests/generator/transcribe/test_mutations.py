"""Randomly damaged pages: each is refused with a line, or gives consistent facts."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.spec.document import dumps
from generator.transcribe import PageCollection, PageRefused, assemble
from generator.transcribe.facts import PageFacts
from tests.generator.transcribe.pages import LIST, STATUS, read

# Derandomized and without a database: every machine has the same pages, and no files remain.
thorough = settings(max_examples=400, deadline=None, derandomize=True, database=None)

Mutation = Callable[[list[str]], list[str]]
index = st.integers(min_value=0, max_value=200)
characters = st.sampled_from(" .,:;|&=<>{}[]\"'0123456789aAbBZ\t\u200b\u00a0\x00。：是é\ud7ff\U0001f600")


def delete(lines: list[str], at: int) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def duplicate(lines: list[str], at: int) -> list[str]:
    return lines[:at] + lines[at : at + 1] + lines[at:]


def swap(lines: list[str], at: int, other: int) -> list[str]:
    lines = [*lines]
    lines[at], lines[other] = lines[other], lines[at]
    return lines


def join(lines: list[str], at: int) -> list[str]:
    return [*lines[:at], " ".join(lines[at : at + 2]), *lines[at + 2 :]]


def edit(lines: list[str], at: int, column: int, char: str, *, insert: bool) -> list[str]:
    line = lines[at]
    column %= len(line) + 1
    return [*lines[:at], line[:column] + char + line[column + (0 if insert else 1) :], *lines[at + 1 :]]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Draw a page with one to four mutations."""
    lines = draw(st.sampled_from([LIST, STATUS])).split("\n")
    for _ in range(draw(st.integers(min_value=1, max_value=4))):
        at = draw(index) % len(lines)
        match draw(st.sampled_from(["delete", "duplicate", "swap", "join", "edit", "edit", "cut"])):
            case "delete":
                lines = delete(lines, at) or [""]
            case "duplicate":
                lines = duplicate(lines, at)
            case "swap":
                lines = swap(lines, at, draw(index) % len(lines))
            case "join":
                lines = join(lines, at)
            case "edit":
                lines = edit(lines, at, draw(index), draw(st.one_of(st.just(""), characters)), insert=draw(st.booleans()))
            case _:
                lines = lines[: at + 1]
    return "\n".join(lines)


@thorough
@given(damaged())
def test_damaged_page(page: str) -> None:
    """A randomly damaged page is refused with one of its lines, or gives consistent facts."""
    check(page.encode(), page.count("\n") + 1)


@thorough
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_random_input(data: bytes) -> None:
    """Random input is refused."""
    check(data, data.count(b"\n") + data.count(b"\r") + 1)


def check(data: bytes, lines: int) -> None:
    """Check that the page is refused with one of its lines, or gives consistent facts."""
    try:
        facts = read(data)
    except PageRefused as refused:
        assert 1 <= refused.line <= lines
        assert "\n" not in str(refused)
        return
    check_facts(facts)


def check_facts(facts: PageFacts) -> None:
    """Check that names are unique, examples match the tables, and the document is JSON."""
    names = [parameter.name for parameter in facts.inputs]
    assert len(set(names)) == len(names)
    assert facts.outputs[-1].name == "RequestId"
    for example in facts.examples:
        assert set(example.request or ()) <= set(names)
        assert set(example.response["Response"] if example.response else ()) <= {parameter.name for parameter in facts.outputs} | {"Error"}
    for keep_prose in (True, False):
        document = assemble(PageCollection([facts]), keep_prose=keep_prose)
        assert json.loads(dumps(document)) == document
        for schema in document["components"]["schemas"].values():
            assert set(schema.get("required", ())) <= set(schema["properties"])
        assert document["paths"][f"/{facts.action}"]["post"]["operationId"] == facts.action
