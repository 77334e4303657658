"""`python -m tests.generator.paging.paging_report`: listings by rule and by reason, as a section for docs/products.md."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.convert.command import convert
from generator.product.installed import versions
from generator.spec.inferred import rule_of
from generator.spec.view import operations

LABELS = Path(__file__).with_name("paging_labels.txt")
"""Random sample of inferred rows, each with `yes` or `no` by a reader of the documented texts."""
_NAMES = re.compile(r" \([^)]*\)|\b[A-Z]\w*(?:\.\w+)*")


class Listing(NamedTuple):
    """An action with a rule, or with the reason why there is none."""

    service: str
    version: str
    action: str
    rule: str
    reason: str


def listings(folder: Path, service: str, version: str) -> Iterator[Listing]:
    """Yield the listings of one product version."""
    for operation in operations(convert(folder, service, version).document):
        rule, reason = rule_of(operation.node, "x-tc-pagination"), operation.node.get("x-tc-unpaged")
        if rule or reason:
            yield Listing(service, version, operation.name, rule or "", reason or "")


def section(found: Iterable[Listing]) -> list[str]:
    """Return the lines of the section."""
    rows = list(found)
    known = {(row.service, row.version, row.action) for row in rows if row.rule}
    labels = [line.split() for line in LABELS.read_text(encoding="utf-8").splitlines()]
    labelled = [label for *names, label in labels if tuple(names) in known]
    rules = Counter(row.rule for row in rows if row.rule)
    reasons = Counter(_NAMES.sub("…", row.reason) for row in rows if row.reason)
    return [
        "## Listings",
        "",
        "| | Actions |",
        "|---|---:|",
        f"| with inferred pagination | {rules.total():,} |",
        *(f"| by the rule {rule} | {count:,} |" for rule, count in rules.most_common()),
        f"| right in the labelled sample | {labelled.count('yes'):,} of {len(labelled):,} |",
        f"| listings without a rule | {reasons.total():,} |",
        *(f"| {reason} | {count:,} |" for reason, count in reasons.most_common()),
    ]


if __name__ == "__main__":
    every = [row for found in versions() for row in listings(found.folder, found.service, found.version)]
    sys.stdout.write("\n".join(section(every)) + "\n")
