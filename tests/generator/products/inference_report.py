"""`python -m tests.generator.products.inference_report`: facts that `convert` infers, as a section of docs/products.md."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from generator.convert.assembly import assemble
from generator.convert.definitions import read_definitions
from generator.convert.source import read_source
from generator.product.installed import versions
from generator.spec.action_class import DOUBTFUL, READ_ONLY, SECRET_READ
from generator.spec.derived import add_secret_reads
from generator.spec.document import Document
from generator.spec.inferred import rule_of
from generator.spec.view import mapping, named_schemas, operations

CLASS_LABELS = Path(__file__).with_name("class_labels.txt")
"""500 actions, each with `read`, `secret-read` or `write` by a person who read its title and text."""
VALUE_LABELS = Path(__file__).with_name("known_value_labels.txt")
"""300 fields, each with the values that a person found in its text, or `-`."""
KNOWN_VALUES = "x-tc-known-values"
_TITLE = "## Inferred facts"


class ClassedAction(NamedTuple):
    """An action with its class (`read`, `secret-read`, `write`), the rule, and whether the definitions state a region."""

    service: str
    version: str
    name: str
    kind: str
    rule: str
    region: bool
    deprecated: str | None
    """`stated`, or the rule that infers it."""


class ListedField(NamedTuple):
    """A field with known values, or a deprecated one."""

    service: str
    version: str
    name: str
    """`Type.Field`."""
    values: tuple[Any, ...]
    rule: str | None
    """Rule that infers the values; `None` if they are stated or missing."""
    deprecated: str | None


def document_of(folder: Path) -> Document:
    """Return the facts of one product version, without examples."""
    api, _ = read_source(folder)
    document = assemble(read_definitions(api), api, None, keep_prose=False).document
    add_secret_reads(document)
    return document


def actions_of(document: Document) -> Iterator[ClassedAction]:
    """Yield all actions of a document."""
    info = mapping(document, "info")
    for operation in operations(document):
        node = operation.node
        kind = "write" if not node.get(READ_ONLY) else "secret-read" if node.get(SECRET_READ) else "read"
        rule = rule_of(node, READ_ONLY) or "stated"
        yield ClassedAction(info["title"], info["version"], operation.name, kind, rule, "x-tc-region" in node, _deprecation(node))


def fields_of(document: Document) -> Iterator[ListedField]:
    """Yield the fields with known values, and the deprecated ones."""
    info = mapping(document, "info")
    for owner, schema in named_schemas(document).items():
        for name, facts in mapping(schema, "properties").items():
            holder = facts if KNOWN_VALUES in facts else mapping(facts, "items")
            values, deprecated = tuple(holder.get(KNOWN_VALUES, ())), _deprecation(facts)
            if values or deprecated:
                yield ListedField(info["title"], info["version"], f"{owner}.{name}", values, rule_of(holder, KNOWN_VALUES), deprecated)


def _deprecation(node: Document) -> str | None:
    return (rule_of(node, "deprecated") or "stated") if node.get("deprecated") else None


def labels(path: Path) -> dict[tuple[str, str, str], str]:
    """Return the label of each labelled action or field."""
    rows = (line.split(" ", 3) for line in path.read_text(encoding="utf-8").splitlines())
    return {(service, version, name): label for service, version, name, label in rows}


def class_outcomes(actions: Iterable[ClassedAction]) -> Counter[tuple[str, str]]:
    """Return the number of labelled actions by label and class."""
    known = labels(CLASS_LABELS)
    return Counter((known[row[:3]], row.kind) for row in actions if row[:3] in known)


def value_outcomes(fields: Iterable[ListedField]) -> Counter[str]:
    """Return the number of labelled fields that are right, wrong or missed, and of those without values."""
    found = {row[:3]: {str(value) for value in row.values} for row in fields if row.values}
    outcomes: Counter[str] = Counter()
    for key, label in labels(VALUE_LABELS).items():
        wanted = set() if label == "-" else set(label.split("|"))
        got = found.get(key, set())
        outcomes["none" if not got and not wanted else "missed" if not got else "right" if got == wanted else "wrong"] += 1
    return outcomes


def section(actions: Iterable[ClassedAction], fields: Iterable[ListedField]) -> list[str]:
    """Return the lines of the section."""
    actions, fields = list(actions), list(fields)
    classes, sample = Counter(row.kind for row in actions), class_outcomes(actions)
    doubtful = [row for row in actions if row.rule.startswith(DOUBTFUL)]
    reasons = Counter(row.rule.removeprefix(DOUBTFUL) for row in doubtful)
    reads = sum(count for (label, _), count in sample.items() if label != "write")
    late = sum(count for (label, kind), count in sample.items() if label != "write" and kind == "write")
    unsafe = sum(count for outcome, count in sample.items() if outcome in _UNSAFE)
    guarded = sum(count for (label, _), count in sample.items() if label != "read")
    values = value_outcomes(fields)
    listed = [row for row in fields if row.values]
    precise = values["right"] + values["wrong"]
    lines = [
        _TITLE,
        "",
        "Facts that `convert` infers by the rules of `docs/design/inference.md`.",
        "A person labelled 500 actions and 300 fields by their texts.",
        "",
        "| Actions | |",
        "|---|---:|",
        *(f"| class {kind} | {classes[kind]:,} |" for kind in ("read", "secret-read", "write")),
        f"| doubtful: a reading name and a sign of a write, so a write | {len(doubtful):,} |",
        *(f"| doubtful by {reason} | {count:,} |" for reason, count in reasons.most_common()),
        f"| labelled writes and secret-reads classed as read | {unsafe:,} of {guarded:,} |",
        f"| labelled reads classed as write | {late:,} of {reads:,} ({_percent(late, reads)}) |",
        f"| deprecated, stated | {sum(row.deprecated == 'stated' for row in actions):,} |",
        f"| deprecated, inferred | {sum(row.deprecated not in (None, 'stated') for row in actions):,} |",
        f"| region stated | {sum(row.region for row in actions):,} |",
        "",
        "| Fields | |",
        "|---|---:|",
        f"| known values, stated in a plain sentence | {sum(row.rule is None for row in listed):,} |",
        f"| known values, inferred from a list | {sum(row.rule is not None for row in listed):,} |",
        f"| labelled fields with values: right | {values['right']:,} of {precise:,} ({_percent(values['right'], precise)}) |",
        f"| labelled fields with values: missed | {values['missed']:,} |",
        f"| deprecated, stated | {sum(row.deprecated == 'stated' for row in fields):,} |",
        f"| deprecated, inferred | {sum(row.deprecated not in (None, 'stated') for row in fields):,} |",
        "",
        "Doubtful actions, which are sent once. An overlay that states `x-tc-read-only: true` makes one repeatable.",
        "",
    ]
    lines += [f"- {row.service} {row.version} {row.name}: {row.rule.removeprefix(DOUBTFUL)}" for row in sorted(doubtful)]
    return lines


_UNSAFE = {("write", "read"), ("write", "secret-read"), ("secret-read", "read")}


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / (whole or 1):.1f} %"


def inserted(page: str, lines: list[str]) -> str:
    """Return the page with the section in place of an earlier one, or before the table of all versions."""
    text = "\n".join(lines) + "\n"
    without = re.sub(rf"^{lines[0]}\n.*?(?=^## |\Z)", "", page, flags=re.MULTILINE | re.DOTALL)
    before, title, rest = without.partition("## Each version\n")
    return f"{before}{text}\n{title}{rest}" if title else f"{without.rstrip()}\n\n{text}"


def main(arguments: list[str]) -> int:
    """Print the section, or write it into a page."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator.products.inference_report", description=main.__doc__)
    parser.add_argument("--definitions", type=Path, metavar="FOLDER", help="tccli/services (default: the installed ones)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="page that gets the section (default: standard output)")
    args = parser.parse_args(arguments)
    if args.definitions is None:
        folders = [version.folder for version in versions()]
    else:
        folders = sorted(path.parent for path in args.definitions.glob("*/v*/api.json"))
    actions: list[ClassedAction] = []
    fields: list[ListedField] = []
    for folder in folders:
        document = document_of(folder)
        actions += actions_of(document)
        fields += fields_of(document)
    lines = section(actions, fields)
    if args.output is None:
        sys.stdout.write("\n".join(lines) + "\n")
    else:
        args.output.write_text(inserted(args.output.read_text(encoding="utf-8"), lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
