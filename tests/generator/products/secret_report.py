"""`python -m tests.generator.products.secret_report`: the secret fields that `convert` proposes, as a section of docs/products.md."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.convert.definitions import read_definitions
from generator.convert.schema import schema_of
from generator.convert.source import read_source
from generator.product.installed import versions
from generator.spec.inferred import rule_of

LABELS = Path(__file__).with_name("secret_labels.txt")
"""A random sample of 200 proposed fields, each with `yes` or `no` by a person who read its documented text."""
_PLAIN_NAMES = re.compile(
    r"(?:password|passwd|pwd|secretkey|secretaccesskey|privatekey|accesstoken|sessiontoken|apikey|clientsecret|appsecret)$"
)
_TITLE = "## Secret fields"
_SHOWN = 12


class SecretField(NamedTuple):
    """A string field, and the rule that proposes it as a secret; `None` if no rule does."""

    service: str
    version: str
    name: str
    """`Type.Field`."""
    rule: str | None

    @property
    def field(self) -> str:
        """Name of the field alone."""
        return self.name.rpartition(".")[2]


def fields_of(folder: Path) -> Iterator[SecretField]:
    """Yield the proposed fields of one product version, and the others whose plain names say the same."""
    definitions = read_definitions(read_source(folder)[0])
    for item in definitions.objects.values():
        for name, facts in schema_of(item, keep_prose=False)["properties"].items():
            rule = rule_of(facts, "x-tc-secret")
            text = facts.get("items", facts).get("type") == "string"
            if rule or (text and _PLAIN_NAMES.search(name.lower())):
                yield SecretField(definitions.service, definitions.version, f"{item.name}.{name}", rule)


def section(found: Iterable[SecretField]) -> list[str]:
    """Return the lines of the section."""
    rows = list(found)
    proposed = [row for row in rows if row.rule]
    rules = Counter(row.rule for row in proposed)
    plain = [row for row in rows if _PLAIN_NAMES.search(row.field.lower())]
    missed = [row for row in plain if not row.rule]
    labels = [line.split() for line in LABELS.read_text(encoding="utf-8").splitlines()]
    known = {(row.service, row.version, row.name) for row in proposed}
    labelled = [label for service, version, name, label in labels if (service, version, name) in known]
    right = labelled.count("yes")
    lines = [
        _TITLE,
        "",
        "Fields for which `convert` proposes `x-tc-secret`, by rule (`docs/design/redaction.md`). A person labelled a random sample of 200",
        "proposed fields by their documented texts. The last two rows are the string fields whose names end in a plain word",
        "(Password, SecretKey, PrivateKey, AccessToken, SessionToken, ApiKey, ClientSecret, AppSecret).",
        "",
        "| | |",
        "|---|---:|",
        f"| proposed fields | {len(proposed):,} |",
        f"| product versions with at least one | {len({row[:2] for row in proposed}):,} |",
        *(f"| by the rule {rule} | {count:,} |" for rule, count in rules.most_common()),
        f"| right in the labelled sample | {right:,} of {len(labelled):,} ({100 * right / (len(labelled) or 1):.1f} %) |",
        f"| fields with a plain name | {len(plain):,} |",
        f"| of these not proposed | {len(missed):,} |",
        "",
        "| Rule | Names, most frequent first |",
        "|---|---|",
    ]
    for rule, _ in rules.most_common():
        names = Counter(row.field for row in proposed if row.rule == rule)
        shown = ", ".join(f"{name} {count:,}" for name, count in names.most_common(_SHOWN))
        lines.append(f"| {rule} | {shown}{f', and {len(names) - _SHOWN} more' if len(names) > _SHOWN else ''} |")
    if missed:
        lines += ["", "Not proposed, because their texts say otherwise:", ""]
        lines += [f"- {row.service} {row.version} {row.name}" for row in sorted(missed)]
    return lines


def inserted(page: str, lines: list[str]) -> str:
    """Return the page with the section in place of an earlier one, or before the table of all versions."""
    text = "\n".join(lines) + "\n"
    without = re.sub(rf"^{_TITLE}\n.*?(?=^## |\Z)", "", page, flags=re.MULTILINE | re.DOTALL)
    before, title, rest = without.partition("## Each version\n")
    return f"{before}{text}\n{title}{rest}" if title else f"{without.rstrip()}\n\n{text}"


def main(arguments: list[str]) -> int:
    """Print the section, or write it into a page."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator.products.secret_report", description=main.__doc__)
    parser.add_argument("--definitions", type=Path, metavar="FOLDER", help="tccli/services (default: the installed ones)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="page that gets the section (default: standard output)")
    args = parser.parse_args(arguments)
    if args.definitions is None:
        folders = [version.folder for version in versions()]
    else:
        folders = sorted(path.parent for path in args.definitions.glob("*/v*/api.json"))
    lines = section(field for folder in folders for field in fields_of(folder))
    if args.output is None:
        sys.stdout.write("\n".join(lines) + "\n")
    else:
        args.output.write_text(inserted(args.output.read_text(encoding="utf-8"), lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
