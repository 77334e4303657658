"""`python -m tests.generator.diff.definitions OLD NEW`: compare the diff of all products with an independent recount.

OLD and NEW are folders with `tccli/services/<product>/<version>/api.json` of two versions of the vendor's tool. Nothing is stored.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from generator.convert.command import convert
from generator.diff.compare import Change, compare
from generator.diff.report import CLASSES
from generator.diff.specification import read_specification
from generator.spec.problems import SpecRefused
from tests.generator.diff.recount import WORDS, Difference, recount

PAGE = Path(__file__).parents[3] / "docs/design/compatibility.md"
BEGIN, END = "<!-- definitions: nox -s definitions-diff -->", "<!-- end of definitions -->"
NOT_RECOUNTED = frozenset({"client token", "examples", "titles of examples", "Python name"})
FLAGS_AND_WORDS = frozenset({"nullable", "deprecated"})
"""Facts that definitions state by a flag, in a description, or both."""


def products(folder: Path) -> dict[str, Path]:
    """Return the folder of each product version, keyed like `scf/v20180416`."""
    found = sorted(folder.glob("tccli/services/*/v*/api.json"))
    return {"/".join(path.parent.parts[-2:]): path.parent for path in found}


def changes_between(old: Path, new: Path) -> list[Change]:
    """Return the changes between two folders of definitions. Raises `SpecRefused`."""
    sheets = []
    for folder in (old, new):
        metadata = json.loads((folder / "api.json").read_bytes())["metadata"]
        converted = convert(folder, metadata["serviceShortName"], metadata["apiVersion"])
        sheets.append(read_specification(converted.document, str(folder)))
    return compare(*sheets)


def disagreements(old: Path, new: Path, changes: list[Change]) -> list[str]:
    """Return the differences between diff and recount."""
    files = [(folder / "api.json").read_bytes() for folder in (old, new)]
    raw = [json.loads(content) for content in files]
    counted = recount(*raw, same_file=files[0] == files[1])
    wrong = []
    found: Counter[Difference] = Counter()
    for change in changes:
        fact, where = change.fact.kind, change.fact.where
        if fact in NOT_RECOUNTED or (fact == "source" and not change.fact.item.endswith("api.json")):
            continue
        difference = Difference(where, fact)
        in_words = fact in WORDS or (fact in FLAGS_AND_WORDS and difference not in counted.differences)
        if in_words and where in counted.reworded:
            continue  # read from a changed description
        found[difference] += 1
    differences = counted.differences.copy()
    for difference in list(differences):
        # A flag that only repeats the description changes nothing.
        if difference.fact in FLAGS_AND_WORDS and difference not in found:
            del differences[difference]
    wrong += [f"the diff alone: {row.where} {row.fact}" for row in (found - differences).elements()]
    wrong += [f"the recount alone: {row.where} {row.fact}" for row in (differences - found).elements()]
    return wrong


def _same(one: Path, other: Path) -> bool:
    contents = [path.read_bytes() if path.exists() else None for path in (one, other)]
    return contents[0] == contents[1]


def main() -> int:
    """Compare all products. Return 0 if diff and recount agree everywhere."""
    parser = argparse.ArgumentParser()
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--write", action="store_true", help="write the figures to the page")
    arguments = parser.parse_args()
    before, after = products(arguments.old), products(arguments.new)
    classes: Counter[str] = Counter()
    facts: Counter[tuple[str, str, str]] = Counter()
    refused, wrong, changed = [], [], 0
    both = sorted(before.keys() & after.keys())
    for name in both:
        if all(_same(before[name] / file, after[name] / file) for file in ("api.json", "examples.json")):
            continue
        try:
            changes = changes_between(before[name], after[name])
        except SpecRefused as error:
            refused.append(f"{name}: {str(error).splitlines()[0]}")
            continue
        changed += bool(changes)
        classes.update(change.impact.word for change in changes)
        facts.update((change.fact.kind, change.what, change.impact.word) for change in changes)
        wrong += [f"{name}: {row}" for row in disagreements(before[name], after[name], changes)]
    counts = ", ".join(f"{classes[impact.word]:,} {impact.word}" for impact in CLASSES)
    names = f"From {arguments.old.name} to {arguments.new.name}"
    head = f"{names}: {len(both)} products in both, {changed} of them changed, {len(refused)} not read;"
    found = f"{sum(classes.values()):,} changes ({counts}). Diff and recount disagree in {len(wrong)} places."
    rows = [f"| {kind} | {what} | {impact} | {count:,} |" for (kind, what, impact), count in facts.most_common()]
    text = "\n".join([head, found, "", "| Fact | Change | Class | Count |", "|---|---|---|---|", *rows, ""])
    print(text, *refused, *wrong[:50], f"{time.process_time():.0f} s on the processor", sep="\n")
    if arguments.write and not wrong:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(f"{page.partition(BEGIN)[0]}{BEGIN}\n\n{text}\n{END}{page.partition(END)[2]}", encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
