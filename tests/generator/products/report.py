"""Results as a page of Markdown and as a summary: names and causes, and no text of the vendor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.spec.observations import KINDS

from .comparison import Requests
from .measure import Row

_HEAD = """# Every product through the generator

Written by `nox -s products`; do not edit. The session runs the users' own command for each product in the vendor's definitions
(`tccli`, as the dependency group pins it). Like `nox -s product -- NAME`, it converts and builds the specs of all API versions, emits the
code, builds one wheel, installs it beside the wheel of tencentkit, and runs the generated tests against both in a separate process.

A further process inspects each version in the installed package without the generator. It compares the version with the definitions:

- An action is lost if its row or one of its two methods is missing.
- A field is lost if a type's table has other fields, or another order.
- Each documented response is parsed and serialized; the result must equal the response, and 1, 1.0 and true differ.
- Each attribute of these models, at any depth, must have a value of its annotated type.

Seconds are of processor time, child processes included. The row of a default version has the seconds of its whole product.
"""
STAGES = ("facts", "spec", "code", "wheel", "install", "tests", "inspection")


@dataclass(frozen=True, slots=True)
class Checked:
    """Message of mypy for one product."""

    service: str
    version: str
    message: str


def totals(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Yield name and value of each total."""
    examples, differing = sum(row.examples for row in rows), sum(len(row.differing) for row in rows)
    failed = Counter(row.failed for row in rows if row.failed)
    by_stage = f" ({', '.join(f'{stage} {count}' for stage, count in failed.items())})" if failed else ""
    yield "product versions", f"{len(rows):,}"
    yield "failed", f"{failed.total():,}{by_stage}"
    yield "generated tests passed", f"{sum(row.tests for row in rows):,}"
    yield "actions, lost", f"{sum(row.actions for row in rows):,}, {_lost(rows, ('action', 'method'))}"
    yield "fields, lost", f"{sum(row.fields for row in rows):,}, {_lost(rows, ('fields',))}"
    yield "documented responses", f"{examples:,}"
    yield "equal after parsing and serializing", f"{examples - differing:,} ({100 * (examples - differing) / (examples or 1):.3f} %)"
    yield "of these errors, which the client raises", f"{sum(row.errors for row in rows):,}"
    yield "attributes of the models of all others", f"{sum(row.values for row in rows):,}"
    yield "attributes whose value is outside of the annotated type", f"{sum(len(row.outside) for row in rows):,}"
    for stage in STAGES:
        yield f"seconds for {stage}", f"{sum(row.seconds.get(stage, 0) for row in rows):,.0f}"
    yield "peak megabytes of an inspection", f"{max((row.megabytes for row in rows), default=0):,}"


def _problems(rows: Sequence[Row]) -> Iterator[str]:
    for row in sorted(rows, key=lambda row: row.name):
        if row.failed:
            yield f"- {row.name}: {row.failed} failed: {'; '.join(row.reasons)}"
        yield from (f"- {row.name} {problem}" for problem in (*row.lost, *row.differing, *row.outside))


def summary(rows: Sequence[Row], checked: Sequence[Checked], requests: Sequence[Requests]) -> Iterator[str]:
    """Yield lines for the terminal: the totals and all problems."""
    yield from (f"{name}: {value}" for name, value in totals(rows))
    if checked:
        yield f"mypy --strict: {len(checked)} products, {sum(row.message != 'no issues' for row in checked)} with issues"
    if requests:
        yield f"requests equal to the vendor's SDK: {sum(row.equal for row in requests):,} of {sum(row.actions for row in requests):,}"
    yield from _problems(rows)
    yield from (f"- {row.service} {row.version} {line}" for row in requests for line in (*row.different, *row.unsupported))
    yield from (f"- {row.service} {row.version} mypy: {row.message}" for row in checked if row.message != "no issues")


def document(rows: Sequence[Row], checked: Sequence[Checked], requests: Sequence[Requests]) -> str:
    """Return the page: totals, problems with their reasons, one row for each product version."""
    rows = sorted(rows, key=lambda row: row.name)
    lines = [_HEAD, "| | |", "|---|---:|", *(f"| {name} | {value} |" for name, value in totals(rows))]
    lines += ["", "## Values beside the documented type", "", *_observed(rows)]
    if checked:
        lines += [
            "",
            "## `mypy --strict`",
            "",
            "| Product | Message |",
            "|---|---|",
            *(f"| {row.service} {row.version} | {row.message} |" for row in checked),
        ]
    if requests:
        lines += ["", "## Requests beside the vendor's SDK", "", *_compared(requests)]
    lines += ["", "## Problems", "", *(list(_problems(rows)) or ["None."])]
    lines += [
        "",
        "## Each version",
        "",
        "| Product | Actions | Types | Fields | Responses | Tests | Seconds | MB |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        seconds = sum(row.seconds.values())
        lines.append(
            f"| {row.name} | {row.actions:,} | {row.objects:,} | {row.fields:,} | {row.examples:,} | {row.tests:,} | {seconds:.1f} |"
            f" {row.megabytes} |"
        )
    return "\n".join(lines) + "\n"


def _observed(rows: Sequence[Row]) -> list[str]:
    """Return the fields whose type the examples widen, by documented type and by value of the examples."""
    found: Counter[str] = Counter()
    for row in rows:
        found.update(row.observed)
    kinds = sorted({key.rpartition(": ")[2] for key in found}, key=KINDS.index)
    types = sorted({key.rpartition(": ")[0] for key in found})
    return [
        f"The examples show {sum(row.seen for row in rows):,} fields. For {sum(found.values()):,} of them an example",
        "omits a value that the definitions promise, or has null, another JSON type or a number outside of the documented bounds.",
        "Their types are widened ([types.md](design/types.md)); fields by documented type:",
        "",
        f"| Documented type | {' | '.join(kinds)} |",
        f"|---|{'---:|' * len(kinds)}",
        *(f"| {kind} | {_counts(found, kind, kinds)} |" for kind in types),
    ]


def _counts(found: Counter[str], kind: str, values: Sequence[str]) -> str:
    return " | ".join(f"{found[f'{kind}: {value}']:,}" for value in values)


def _compared(requests: Sequence[Requests]) -> list[str]:
    actions, equal = sum(row.actions for row in requests), sum(row.equal for row in requests)
    unsupported = sum(len(row.unsupported) for row in requests)
    lines = [
        "For a seeded sample of actions of other products than SCF, with arguments drawn from their types, our client and the vendor's",
        "send the same: method, target, host, body as JSON, action, version, region, the timestamp's date, and a signature that verifies,",
        "as a proxy on loopback sees them. Both get the same client token, because only our client adds one.",
        "",
        f"{equal:,} of {actions:,} requests are equal, of {len(requests)} product versions; {actions - equal - unsupported:,} differ, and",
        f"our client cannot send {unsupported:,}.",
    ]
    ordered = sorted(requests, key=_name)
    details = [f"- {row.service} {row.version} {one}" for row in ordered for one in (*row.different, *row.unsupported)]
    partial = [f"- {row.service} {row.version} {one}" for row in ordered for one in row.partial]
    lines += ["", *details] if details else []
    if partial:
        lines += ["", "The vendor's SDK of the same version lacks some fields and actions. These requests were compared:", "", *partial]
    return lines


def _name(row: Requests) -> tuple[str, str]:
    return row.service, row.version


def _lost(rows: Sequence[Row], kinds: tuple[str, ...]) -> int:
    return sum(lost.startswith(kinds) for row in rows for lost in row.lost)
