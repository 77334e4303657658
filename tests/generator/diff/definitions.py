"""`python -m tests.generator.diff.definitions OLD NEW`: all products of two versions of the vendor's tool, diffed and plainly recounted.

OLD and NEW are folders that hold `tccli/services/<product>/<version>/api.json`. Nothing of them is kept.
"""

from __future__ import annotations

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

NOT_RECOUNTED = frozenset({"examples", "titles of examples", "Python name"})


def products(folder: Path) -> dict[str, Path]:
    """The folder of each product version by `scf/v20180416`."""
    found = sorted(folder.glob("tccli/services/*/v*/api.json"))
    return {"/".join(path.parent.parts[-2:]): path.parent for path in found}


def changes_between(old: Path, new: Path) -> list[Change]:
    """What the diff finds between two folders of definitions. Raises `SpecRefused`."""
    sheets = []
    for folder in (old, new):
        metadata = json.loads((folder / "api.json").read_bytes())["metadata"]
        converted = convert(folder, metadata["serviceShortName"], metadata["apiVersion"])
        sheets.append(read_specification(converted.document, str(folder)))
    return compare(*sheets)


def disagreements(old: Path, new: Path, changes: list[Change]) -> list[str]:
    """Where diff and recount do not say the same; empty is right."""
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
        in_words = fact in WORDS or (fact == "nullable" and difference not in counted.differences)
        if in_words and where in counted.reworded:
            continue  # read from words that did change
        found[difference] += 1
    differences = counted.differences.copy()
    for difference in list(differences):
        # A flag that the words had said already changes nothing.
        if difference.fact == "nullable" and difference not in found:
            del differences[difference]
    wrong += [f"the diff alone: {row.where} {row.fact}" for row in (found - differences).elements()]
    wrong += [f"the recount alone: {row.where} {row.fact}" for row in (differences - found).elements()]
    return wrong


def _same(one: Path, other: Path) -> bool:
    contents = [path.read_bytes() if path.exists() else None for path in (one, other)]
    return contents[0] == contents[1]


def main(old: Path, new: Path) -> int:
    """Compare all products; 0 where diff and recount agree everywhere."""
    started = time.perf_counter()
    before, after = products(old), products(new)
    classes: Counter[str] = Counter()
    facts: Counter[str] = Counter()
    refused, wrong, changed = [], [], 0
    for name in sorted(before.keys() & after.keys()):
        if all(_same(before[name] / file, after[name] / file) for file in ("api.json", "examples.json")):
            continue
        try:
            changes = changes_between(before[name], after[name])
        except SpecRefused as error:
            refused.append(f"{name}: {str(error).splitlines()[0]}")
            continue
        changed += bool(changes)
        classes.update(change.impact.word for change in changes)
        facts.update(f"{change.fact.kind} {change.what}" for change in changes)
        wrong += [f"{name}: {row}" for row in disagreements(before[name], after[name], changes)]
    print(f"products: {len(before)} -> {len(after)}, in both {len(before.keys() & after.keys())}, of which {changed} changed")
    print(f"not read: {len(refused)}", *refused, sep="\n  ")
    print("changes:", ", ".join(f"{classes[impact.word]} {impact.word}" for impact in CLASSES))
    print(*(f"  {count:6} {what}" for what, count in facts.most_common()), sep="\n")
    print(f"diff and recount disagree in {len(wrong)} places", *wrong[:50], sep="\n  ")
    print(f"{time.perf_counter() - started:.0f} s, {time.process_time():.0f} s of them on the processor")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3])))
