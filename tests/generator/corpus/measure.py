"""Every action of a folder of definitions as a page, read back: how many are whole and right, and what became of the rest."""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from generator.transcribe import PageRefused, PageSource, read_page
from generator.transcribe.types_page import read_types

from . import html_writer, table_writer
from .compare import compare, compare_type
from .definitions import Action, actions, data_types, products
from .style import draw
from .types_writer import write_types
from .writer import write

FORMS = ("text", "text-typed", "pipe", "piperow", "cells", "tabs", "stack", "headless", "html", "types-text", "types-pipe")
LOST = {"headless": {"updated"}}
"""Facts that a form has lost, and that must be reported as unknown."""


@dataclass(slots=True)
class Tally:
    """Counts over many pages; `failures` holds the page, how it failed and why."""

    pages: int = 0
    right: int = 0
    examples: int = 0
    examples_read: int = 0
    warnings: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.pages += other.pages
        self.right += other.right
        self.examples += other.examples
        self.examples_read += other.examples_read
        self.warnings += other.warnings
        self.failures += other.failures


def page_of(action: Action, language: str, form: str) -> str:
    """The page of one action, in the style that its name draws."""
    style = draw(f"{action.service} {action.version} {action.name}", action.service, language)
    if form == "html":
        return html_writer.write(action, style)
    return write(action, style) if form.startswith("text") else table_writer.write(action, style, form)


def measure(found: Iterable[Action], language: str, form: str) -> Tally:
    """Write, read back and compare these actions."""
    tally = Tally()
    for action in found:
        style = draw(f"{action.service} {action.version} {action.name}", action.service, language)
        name = f"{action.service} {action.version} {action.name}"
        tally.pages += 1
        try:
            source = PageSource(name, page_of(action, language, form).encode())
            facts = read_page(source, types=action.types) if form == "text-typed" else read_page(source)
        except PageRefused as refused:
            tally.failures.append((name, "refused", f"{refused.line}: found {refused.found}; expected {refused.expected}"))
            continue
        verdict = compare(facts, action, style, LOST.get(form, frozenset()))
        tally.examples += verdict.examples
        tally.examples_read += verdict.read
        tally.warnings.update(re.sub(r"\d+", "N", one.reason) for one in facts.unknown)
        tally.right += not verdict.differences
        tally.failures += [(name, "wrong", difference) for difference in verdict.differences]
    return tally


def measure_types(product: Path, language: str, form: str) -> Tally:
    """Write, read back and compare the page of data types of one product version: one count a type."""
    found = list(data_types(product))
    tally = Tally(pages=len(found))
    if not found:
        return tally
    name = f"{product.parent.name} {product.name}"
    style = draw(name, product.parent.name, language)
    try:
        page = read_types(PageSource(name, write_types(found, style, form).encode()))
    except PageRefused as refused:
        tally.failures.append((name, "refused", f"{refused.line}: found {refused.found}; expected {refused.expected}"))
        return tally
    read = {type_.name: type_ for type_ in page.types}
    for type_ in found:
        differences = compare_type(read.get(type_.name), type_, style)
        tally.right += not differences
        tally.failures += [(f"{name} {type_.name}", "wrong", difference) for difference in differences]
    return tally


def sample(folder: Path, share: float, seed: int) -> list[Action]:
    """A fixed random share of all actions."""
    pick = random.Random(seed)
    return [action for product in products(folder) for action in actions(product) if pick.random() < share]


def whole(folder: Path, language: str, form: str, *, workers: int = 2) -> Tally:
    """All actions of a folder, product by product over several processes, with progress on standard error."""
    total, began = Tally(), time.monotonic()
    found = products(folder)
    with ProcessPoolExecutor(workers) as pool:
        for number, tally in enumerate(pool.map(_product, found, [language] * len(found), [form] * len(found), chunksize=4), start=1):
            total.add(tally)
            if number % 20 == 0 or number == len(found):
                seconds = time.monotonic() - began
                sys.stderr.write(
                    f"{language} {form}: {number}/{len(found)} products, {total.pages} pages, {total.right} right, {seconds:.0f} s\n"
                )
    return total


def _product(product: Path, language: str, form: str) -> Tally:
    if form.startswith("types-"):
        return measure_types(product, language, form.removeprefix("types-"))
    return measure(actions(product), language, form)


def report(tally: Tally, limit: int = 20) -> str:
    """The figures, and the failures by cause."""
    share = 100 * tally.right / tally.pages if tally.pages else 0
    lines = [
        f"{tally.right} of {tally.pages} pages whole and right ({share:.3f} %)",
        f"{tally.examples_read} of {tally.examples} examples read",
    ]
    causes: Counter[str] = Counter()
    shown: dict[str, tuple[str, str, str]] = {}
    for failure in tally.failures:
        cause = failure[1] + " " + re.sub(r'"[^"]*"|\d+', "…", failure[2].partition("expected")[2] or failure[2].partition(":")[0])[:110]
        causes[cause] += 1
        shown.setdefault(cause, failure)
    lines += [f"{count:6} {cause}\n         {shown[cause][0]}: {shown[cause][2]}" for cause, count in causes.most_common(limit)]
    return "\n".join(lines)


def warned(tally: Tally, limit: int = 20) -> str:
    """What was reported as unknown, by reason."""
    reasons: Counter[str] = Counter()
    for reason, count in tally.warnings.items():
        reasons[re.sub(r'"[^"]*"', "…", reason)] += count
    return "\n".join(f"{count:6} {reason}" for reason, count in islice(reasons.most_common(), limit))
