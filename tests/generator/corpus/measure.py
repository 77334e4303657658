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
from pathlib import Path

from generator.transcribe import PageRefused, PageSource, read_page
from generator.transcribe.pages.data_types_page import read_data_types

from . import html_writer, table_writer
from .compare import compare, compare_type
from .definitions import Action, actions, data_types, products
from .style import Style, draw
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


def page_of(action: Action, style: Style, form: str) -> str:
    """The page of one action in this style and form."""
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
            source = PageSource(name, page_of(action, style, form).encode())
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
        page = read_data_types(PageSource(name, write_types(found, style, form).encode()))
    except PageRefused as refused:
        tally.failures.append((name, "refused", f"{refused.line}: found {refused.found}; expected {refused.expected}"))
        return tally
    read = {type_.name: type_ for type_ in page.types}
    for type_ in found:
        differences = compare_type(read.get(type_.name), type_, style)
        tally.right += not differences
        tally.failures += [(f"{name} {type_.name}", "wrong", difference) for difference in differences]
    return tally


def sample(folder: Path, count: int, seed: int) -> list[Action]:
    """A fixed random choice: at most so many actions of so many product versions."""
    pick = random.Random(seed)
    found = [list(actions(product)) for product in pick.sample(products(folder), count)]
    return [action for of_product in found for action in pick.sample(of_product, min(count, len(of_product)))]


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
