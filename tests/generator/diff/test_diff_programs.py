"""Which net catches what: the diff, the type check of a program that was written for the old spec, or its run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.generator.diff.edits import made, spec
from tests.generator.diff.nets import Nets
from tests.generator.diff.specimens import Document, Edit, action, array, prop, ref, required, retyped

REQ, EVENT, STATUS = "ListAsyncEventsRequest", "AsyncEvent", "AsyncEventStatus"
LIST, GET = "ListAsyncEvents", "GetAsyncEventStatus"


class Case(NamedTuple):
    """An edit of the SCF spec, its class by the diff, and whether mypy refuses the old program on the new code."""

    title: str
    edit: Edit
    impact: str
    refused: bool


def drop_get(document: Document) -> None:
    """Take an action away, with its types."""
    document["paths"].pop(f"/{GET}")
    for name in (f"{GET}Request", f"{GET}Response", STATUS):
        document["components"]["schemas"].pop(name)


STRING = {"type": "string"}
CASES = [
    Case("an input gone", retyped(f"{REQ}.Qualifier", None), "breaking", refused=True),
    Case("an output gone", retyped(f"{EVENT}.EndTime", None), "breaking", refused=True),
    Case("an output of another type", prop(f"{STATUS}.StatusCode", STRING), "breaking", refused=True),
    Case("an output with fractions", prop(f"{STATUS}.StatusCode", {"type": "number"}), "breaking", refused=True),
    Case("an input list becomes one value", retyped(f"{REQ}.InvokeType", STRING), "breaking", refused=True),
    Case("an output becomes a list", retyped(f"{EVENT}.Qualifier", array(STRING)), "breaking", refused=True),
    Case("an output may be null", prop(f"{EVENT}.Qualifier", {"x-tc-nullable": True}), "breaking", refused=True),
    Case("an output may be missing", required(f"{EVENT}.Status", demanded=False), "breaking", refused=True),
    Case("an input is required", required(f"{REQ}.Namespace", demanded=True), "breaking", refused=True),
    Case("an action gone", drop_get, "breaking", refused=True),
    Case("no paging any more", action(LIST, {"x-tc-pagination": None}), "breaking", refused=True),
    Case("no waiter any more", action(GET, {"x-tc-waiters": None}), "breaking", refused=True),
    Case("a lower rate", action(LIST, {"x-tc-rate-limit": 1}), "breaking", refused=False),
    Case("another default", prop(f"{REQ}.Order", {"x-tc-default": "ASC"}), "breaking", refused=False),
    Case("a known input less", prop(f"{REQ}.Order", {"x-tc-known-values": ["DESC"]}), "breaking", refused=False),
    Case("a minimum", prop(f"{REQ}.Offset", {"minimum": 1}), "breaking", refused=False),
    Case("read-only no longer", action(LIST, {"x-tc-read-only": False}), "breaking", refused=False),
    Case("an optional input more", retyped(f"{REQ}.New", array(STRING)), "additive", refused=False),
    Case("an output more", retyped(f"{EVENT}.New", ref(STATUS), required=True), "additive", refused=False),
    Case("an input need not be given", required(f"{REQ}.FunctionName", demanded=False), "additive", refused=False),
    Case("a part of an input need not be given", required("TimeInterval.End", demanded=False), "additive", refused=False),
    Case("an input may be null", prop(f"{REQ}.Namespace", {"x-tc-nullable": True}), "additive", refused=False),
    Case("known outputs withdrawn", prop(f"{EVENT}.Status", {"x-tc-known-values": None}), "additive", refused=False),
    Case("a known output more", prop(f"{EVENT}.Status", {"x-tc-known-values": ["RUNNING", "NEW"]}), "additive", refused=False),
    Case("a deprecated input", prop(f"{REQ}.Namespace", {"deprecated": True}), "additive", refused=False),
]


@pytest.fixture(scope="module")
def nets() -> Iterator[Nets]:
    """One mypy for all cases, which looks only at what changed."""
    with Nets() as made:
        yield made


@pytest.mark.slow
@pytest.mark.long
def test_nets(nets: Nets) -> None:
    """Each breaking edit is caught by the diff, and by mypy where types show it; no program fails of what is called additive."""
    for case in CASES:
        document = json.loads(json.dumps(spec()))
        case.edit(document)
        caught = nets.look(document)
        assert (caught.impact, bool(caught.refused)) == (case.impact, case.refused), f"{case.title}: {caught}"
        assert case.impact == "breaking" or not caught.failed, f"{case.title}: {caught}"


@pytest.mark.slow
@pytest.mark.long
def test_a_sample_of_the_random_edits(nets: Nets) -> None:
    """Of 20 random edits (`nox -s nets` goes through 500) none that is not called breaking makes the old program fail."""
    for seed in range(20):
        edit = made(seed)
        caught = nets.look(edit.document)
        assert caught.impact == edit.expected, edit.done
        assert caught.impact == "breaking" or not (caught.refused or caught.failed), f"{edit.done}: {caught}"
