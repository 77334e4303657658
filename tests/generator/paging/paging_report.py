"""`python -m tests.generator.paging.paging_report`: listings by rule and by reason, as a section for docs/products.md."""

from __future__ import annotations

import argparse
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
from tests.generator.products.inference_report import inserted

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
    rules = Counter(row.rule for row in rows if row.rule)
    reasons = Counter(_NAMES.sub("…", row.reason) for row in rows if row.reason)
    return [
        "## Listings",
        "",
        "| | Actions |",
        "|---|---:|",
        f"| with inferred pagination | {rules.total():,} |",
        *(f"| by the rule {rule} | {count:,} |" for rule, count in rules.most_common()),
        f"| listings without a rule | {reasons.total():,} |",
        *(f"| {reason} | {count:,} |" for reason, count in reasons.most_common()),
    ]


def main(arguments: list[str]) -> int:
    """Print the section, or write it into a page."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator.paging.paging_report", description=main.__doc__)
    parser.add_argument("--output", type=Path, metavar="FILE", help="page that gets the section (default: standard output)")
    args = parser.parse_args(arguments)
    lines = section(row for found in versions() for row in listings(found.folder, found.service, found.version))
    if args.output is None:
        sys.stdout.write("\n".join(lines) + "\n")
    else:
        args.output.write_text(inserted(args.output.read_text(encoding="utf-8"), lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
