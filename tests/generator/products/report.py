"""What was measured, as a page of Markdown: names and causes, and nothing of the vendor's text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.spec.observations import KINDS

from .comparison import Requests
from .measure import Row

_HEAD = """# Every product through the generator

Written by `nox -s products`; do not edit. Each version of each product in the vendor's definitions (`tccli`, as the dependency group pins
it) is converted, built with the overlay that `python -m generator product` starts with, emitted as a package of its own, compiled and
imported. A process that knows nothing of the generator then compares the package with the definitions: an action is lost where its row or
one of its two methods is missing, a field where a type's table has not the very fields, in their order. Each documented response is read
by its model and written again; what comes out must equal what came in, with 1, 1.0 and true told apart. Each attribute of these models, at
any depth, must have a value of its annotated type. Seconds are of processor time,
child processes included.
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """What mypy said of one product."""

    service: str
    version: str
    said: str


def document(rows: Sequence[Row], checked: Sequence[Checked], requests: Sequence[Requests]) -> str:
    """The totals, the failures with their reasons, then a line for each product version."""
    rows = sorted(rows, key=lambda row: row.name)
    examples, failed = sum(row.examples for row in rows), sum(len(row.failed) for row in rows)
    steps = ("convert", "build", "emit", "examples")
    spent = {step: sum(row.seconds.get(step, 0) for row in rows) for step in steps}
    lines = [
        _HEAD,
        "| | |",
        "|---|---:|",
        f"| product versions | {len(rows):,} |",
        f"| of these refused | {sum(bool(row.refused) for row in rows)} |",
        f"| actions, lost | {sum(row.actions for row in rows):,}, {_lost(rows, ('action', 'method'))} |",
        f"| fields, lost | {sum(row.fields for row in rows):,}, {_lost(rows, ('fields',))} |",
        f"| documented responses | {examples:,} |",
        f"| come out as they went in | {examples - failed:,} ({100 * (examples - failed) / (examples or 1):.3f} %) |",
        f"| of these errors, which the client raises | {sum(row.errors for row in rows):,} |",
        f"| attributes of the models of all others | {sum(row.values for row in rows):,} |",
        f"| attributes whose value is outside of the annotated type | {sum(len(row.outside) for row in rows):,} |",
        *(f"| seconds to {step} | {spent[step]:,.0f} |" for step in steps),
        f"| megabytes that one process held at most | {max((row.megabytes for row in rows), default=0):,} |",
    ]
    lines += ["", "## Values beside the documented type", "", *_observed(rows)]
    if checked:
        lines += [
            "",
            "## `mypy --strict`",
            "",
            "| Product | Message |",
            "|---|---|",
            *(f"| {row.service} {row.version} | {row.said} |" for row in checked),
        ]
    if requests:
        lines += ["", "## Requests beside the vendor's SDK", "", *_compared(requests)]
    lines += ["", "## Failures", ""]
    reasons = [
        f"- {row.name} {one}"
        for row in rows
        for one in ([f"refused: {row.refused}"] if row.refused else []) + row.lost + row.failed + row.outside
    ]
    lines += reasons or ["None."]
    lines += [
        "",
        "## Each version",
        "",
        "| Product | Actions | Types | Fields | Responses | Seconds | MB |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        seconds = sum(row.seconds.values())
        lines.append(
            f"| {row.name} | {row.actions:,} | {row.objects:,} | {row.fields:,} | {row.examples:,} | {seconds:.1f} | {row.megabytes} |"
        )
    return "\n".join(lines) + "\n"


def _observed(rows: Sequence[Row]) -> list[str]:
    """The fields whose type the examples widen, by documented type and by what the examples have."""
    found: Counter[str] = Counter()
    for row in rows:
        found.update(row.observed)
    kinds = sorted({key.rpartition(": ")[2] for key in found}, key=KINDS.index)
    types = sorted({key.rpartition(": ")[0] for key in found})
    return [
        f"The examples show {sum(row.seen for row in rows):,} fields. For {sum(found.values()):,} of them an example leaves out a value that",
        "the definitions promise, or has null, another JSON type or a number outside of the documented bounds. Their types are widened",
        "([types.md](design/types.md)); fields by documented type:",
        "",
        f"| Documented type | {' | '.join(kinds)} |",
        f"|---|{'---:|' * len(kinds)}",
        *(f"| {kind} | {_counts(found, kind, kinds)} |" for kind in types),
    ]


def _counts(found: Counter[str], kind: str, values: Sequence[str]) -> str:
    return " | ".join(f"{found[f'{kind}: {value}']:,}" for value in values)


def _compared(requests: Sequence[Requests]) -> list[str]:
    actions, equal = sum(row.actions for row in requests), sum(row.equal for row in requests)
    unknown = sum(len(row.unknown) for row in requests)
    lines = [
        "For a seeded sample of actions of other products than SCF, with arguments drawn from their types, our client and the vendor's",
        "send the same: method, target, host, body as JSON, action, version, region, the timestamp's date, and a signature that verifies,",
        "as a proxy on loopback sees them.",
        "",
        f"{equal:,} of {actions:,} requests are equal, of {len(requests)} product versions; {actions - equal - unknown:,} are not, and",
        f"{unknown:,} cannot be compared, because the vendor's SDK of the same version cannot send them:",
    ]
    told = [f"- {row.service} {row.version} {one}" for row in sorted(requests, key=_name) for one in (*row.different, *row.unknown)]
    return [*lines, *(["", *told] if told else [])]


def _name(row: Requests) -> tuple[str, str]:
    return row.service, row.version


def _lost(rows: Sequence[Row], kinds: tuple[str, ...]) -> int:
    return sum(lost.startswith(kinds) for row in rows for lost in row.lost)


def write(path: Path | None, text: str) -> None:
    """To a file, or to standard output."""
    if path is None:
        print(text, end="")
    else:
        path.write_text(text, encoding="utf-8")
