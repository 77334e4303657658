"""What was measured, as a page of Markdown: names and causes, and nothing of the vendor's text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from .measure import Tally

_HEAD = """# The transcriber over the vendor's definitions

Written by `nox -s corpus`; do not edit. Every action of the vendor's machine-readable definitions (`tccli` in Chinese, `tccli-intl-en`
in English, as the dependency groups pin them) is written as a page. Its look is drawn from a seed: shells, headings, wordings, orders, and
what extractors do. The page is read back, and every fact compared: action, version, host, rate, date, region, inputs, outputs, error
codes, descriptions, examples. *Whole and right* is a page whose facts are all equal; of an example that is damaged in the definitions, only
the side that can be read counts. For pages of data types the count is of types.
"""
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|\d+')

_NAME = re.compile(r"(action of this page,|version,|product,|type|Array of|marker of the common parameters, line) [A-Z]\w*(?: [A-Z]\w*)?")


def document(tallies: Mapping[tuple[str, str], Tally]) -> str:
    """The figures, then the failures by cause, then the examples that were not read by cause."""
    lines = [_HEAD, "| Language | Format | Pages | Complete and correct | Share | Examples read |", "|---|---|---:|---:|---:|---:|"]
    for (language, form), tally in tallies.items():
        share = 100 * tally.right / tally.pages if tally.pages else 0
        examples = f"{tally.examples_read:,} of {tally.examples:,}" if tally.examples else ""
        lines.append(f"| {language} | {form} | {tally.pages:,} | {tally.right:,} | {share:.3f} % | {examples} |")
    for title, found in (("Failures", _failures), ("Examples that are not read", _warnings)):
        lines += ["", f"## {title}"]
        for (language, form), tally in tallies.items():
            if rows := list(found(tally)):
                lines += ["", f"### {language}, {form}", "", *rows]
    return "\n".join(lines) + "\n"


def cause(failure: tuple[str, str, str]) -> str:
    """Why a page failed, without what stood there."""
    _, kind, detail = failure
    if kind == "refused":
        return "refused: expected" + _QUOTED.sub("…", detail.rpartition("; expected")[2])
    return f"wrong: {detail.partition(':')[0]}"


def _failures(tally: Tally) -> Iterator[str]:
    names: dict[str, list[str]] = {}
    for failure in tally.failures:
        names.setdefault(cause(failure), []).append(failure[0])
    for why, found in sorted(names.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"- {why} ({len(found)}): {', '.join(found)}"


def _warnings(tally: Tally) -> Iterator[str]:
    reasons: Counter[str] = Counter()
    for reason, count in tally.warnings.items():
        # What was found may quote the vendor; what was expected is ours, but for the names in it.
        expected = _QUOTED.sub("…", reason.rpartition("; expected ")[2])
        reasons[_NAME.sub(r"\1 …", expected).replace("|", "\\|")] += count
    if not reasons:
        return
    yield from ("| Count | Expected, not found |", "|---:|---|")
    yield from (f"| {count:,} | {reason} |" for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])))
