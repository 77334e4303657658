"""Mutation test of the spec diff: its class against a type check and a run of a program written for the old spec."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.generator.diff.edits import seeded_edit, spec
from tests.generator.diff.mutations import MutationTester
from tests.generator.diff.specimens import Document, Edit, action, array, prop, ref, required, retyped

REQ, EVENT, STATUS = "ListAsyncEventsRequest", "AsyncEvent", "AsyncEventStatus"
LIST, GET = "ListAsyncEvents", "GetAsyncEventStatus"


class Case(NamedTuple):
    """An edit of the SCF spec, its class by the diff, and whether mypy rejects the old program."""

    title: str
    edit: Edit
    impact: str
    type_error: bool


def drop_get(document: Document) -> None:
    """Remove an action and its types."""
    document["paths"].pop(f"/{GET}")
    for name in (f"{GET}Request", f"{GET}Response", STATUS):
        document["components"]["schemas"].pop(name)


STRING = {"type": "string"}
CASES = [
    Case("a removed input", retyped(f"{REQ}.Qualifier", None), "breaking", type_error=True),
    Case("a removed output", retyped(f"{EVENT}.EndTime", None), "breaking", type_error=True),
    Case("an output of another type", prop(f"{STATUS}.StatusCode", STRING), "breaking", type_error=True),
    Case("an output with fractions", prop(f"{STATUS}.StatusCode", {"type": "number"}), "breaking", type_error=True),
    Case("an input list becomes one value", retyped(f"{REQ}.InvokeType", STRING), "breaking", type_error=True),
    Case("an output becomes a list", retyped(f"{EVENT}.Qualifier", array(STRING)), "breaking", type_error=True),
    Case("an output may be null", prop(f"{EVENT}.Qualifier", {"x-tc-nullable": True}), "breaking", type_error=True),
    Case("an output may be missing", required(f"{EVENT}.Status", demanded=False), "breaking", type_error=True),
    Case("an input is required", required(f"{REQ}.Namespace", demanded=True), "breaking", type_error=True),
    Case("a removed action", drop_get, "breaking", type_error=True),
    Case("a removed paging", action(LIST, {"x-tc-pagination": None}), "breaking", type_error=True),
    Case("a removed waiter", action(GET, {"x-tc-waiters": None}), "breaking", type_error=True),
    Case("a lower rate", action(LIST, {"x-tc-rate-limit": 1}), "breaking", type_error=False),
    Case("another default", prop(f"{REQ}.Order", {"x-tc-default": "ASC"}), "breaking", type_error=False),
    Case("a removed known input", prop(f"{REQ}.Order", {"x-tc-known-values": ["DESC"]}), "breaking", type_error=False),
    Case("a minimum", prop(f"{REQ}.Offset", {"minimum": 1}), "breaking", type_error=False),
    Case("read-only flag removed", action(LIST, {"x-tc-read-only": False}), "breaking", type_error=False),
    Case("an added optional input", retyped(f"{REQ}.New", array(STRING)), "additive", type_error=False),
    Case("an added output", retyped(f"{EVENT}.New", ref(STATUS), required=True), "additive", type_error=False),
    Case("an input becomes optional", required(f"{REQ}.FunctionName", demanded=False), "additive", type_error=False),
    Case("a nested input becomes optional", required("TimeInterval.End", demanded=False), "additive", type_error=False),
    Case("an input may be null", prop(f"{REQ}.Namespace", {"x-tc-nullable": True}), "additive", type_error=False),
    Case("known outputs withdrawn", prop(f"{EVENT}.Status", {"x-tc-known-values": None}), "additive", type_error=False),
    Case("an added known output", prop(f"{EVENT}.Status", {"x-tc-known-values": ["RUNNING", "NEW"]}), "additive", type_error=False),
    Case("a deprecated input", prop(f"{REQ}.Namespace", {"deprecated": True}), "additive", type_error=False),
]


@pytest.fixture(scope="module")
def tester() -> Iterator[MutationTester]:
    """A tester whose mypy daemon serves all cases."""
    with MutationTester() as created:
        yield created


@pytest.mark.slow
@pytest.mark.long
def test_mutations(tester: MutationTester) -> None:
    """The diff finds each breaking edit, and mypy those visible in types. Additive edits break no program."""
    for case in CASES:
        document = json.loads(json.dumps(spec()))
        case.edit(document)
        result = tester.check(document)
        assert (result.impact, bool(result.type_error)) == (case.impact, case.type_error), f"{case.title}: {result}"
        assert case.impact == "breaking" or not result.runtime_error, f"{case.title}: {result}"


@pytest.mark.slow
@pytest.mark.long
def test_sample_of_random_mutations(tester: MutationTester) -> None:
    """Of 20 random edits (`nox -s mutations` runs 500), only breaking ones make the old program fail."""
    for seed in range(20):
        edit = seeded_edit(seed)
        result = tester.check(edit.document)
        assert result.impact == edit.expected, edit.done
        assert result.impact == "breaking" or not (result.type_error or result.runtime_error), f"{edit.done}: {result}"
