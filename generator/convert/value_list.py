"""Values that the text of a field lists: `PREPAID：预付费`, `0: off, 1: on` or `values: a, b` (docs/design/inference.md).

A list counts only if all of its entries have one form. Doubt gives no values.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, TypeAlias

from . import value_patterns as patterns
from .value_patterns import Kind

Values: TypeAlias = tuple[str, ...] | tuple[int, ...]

MAXIMUM_LENGTH: Final = 4000
"""Longer texts are ignored, in characters; the rules are quadratic in a line."""
_LONGEST_MEANING: Final = 60
"""Of an entry that another one follows in its line, in characters."""


def listed_values(text: str, kind: Kind) -> Values:
    """Return the values that a text lists, or nothing.

    Args:
        text: Text of the field, without markup.
        kind: JSON type of the field, or of the items of an array.
    """
    if len(text) > MAXIMUM_LENGTH or '{"' in text or patterns.JOINED.search(text):
        return ()
    if kind == "string" and (digits := listed_values(text, "integer")):
        return tuple(map(str, digits))
    body = patterns.OTHER_STATEMENT.sub("\n", text)
    values = _with_meanings(body, kind) or _without_meanings(body, kind)
    if len(values) < 2 or _is_partial(values, text, kind) or not _plausible(values, kind):
        return ()
    return tuple(map(int, values)) if kind == "integer" else tuple(values)


def _with_meanings(body: str, kind: Kind) -> list[str]:
    """Return the values of the only list whose entries have meanings."""
    labelled = patterns.LABEL.sub(lambda match: f"{match[0]}\n", body)
    lines = [line.strip() for line in patterns.SUBJECT_COLON[kind].sub("：\n", labelled).split("\n")]
    values = _from_lines([line for line in lines if line], kind)
    if values is not None:
        return values
    found = [values for line, before in zip(lines, ["", *lines], strict=False) if (values := _from_line(line, before, kind))]
    return found[0] if len(found) == 1 else []


def _without_meanings(body: str, kind: Kind) -> list[str]:
    """Return the values of the only plain list after a label."""
    found = []
    for match in patterns.PLAIN_LIST[kind].finditer(body):
        values, before = re.findall(patterns.TOKENS[kind], match["values"]), body[: match.start()]
        spaced = len(match["values"].split()) == len(values)
        if patterns.CONDITION.search(before) or patterns.OTHER_SUBJECT.search(before):
            continue
        if not spaced and len(patterns.SEPARATOR.findall(match["values"])) < len(values) - 1:
            continue
        # Two numbers in brackets, or after the word for a range, are its bounds.
        if kind == "string" or len(values) > 2 or not (match["open"] or "范围" in match[0] or "range" in match[0]):
            found.append(values)
    return found[0] if len(found) == 1 else []


def _from_lines(lines: list[str], kind: Kind) -> list[str] | None:
    """Return the values of consecutive lines that begin with an entry; None if there are no such lines, [] in doubt."""
    places = [place for place, line in enumerate(lines) if patterns.ENTRY_LINE[kind].match(line)]
    if len(places) < 2:
        return None
    if places[-1] - places[0] != len(places) - 1:
        return []
    listing = lines[places[0] : places[-1] + 1]
    before, after = lines[places[0] - 1] if places[0] else "", lines[places[-1] + 1 :]
    if any(len(_entries(line, kind)) > 1 for line in listing):
        return _from_mixed_lines(listing, kind)
    values = [match["value"] for line in listing if (match := patterns.ENTRY_LINE[kind].match(line))]
    later = {match["value"] for line in after for match in _entries(line, kind)}
    next_line = after[0] if after else ""
    if (
        # A line that introduces another list.
        any(line.endswith(("：", ":")) for line in listing)
        or patterns.EXAMPLE.search(before.rstrip("：: "))
        or patterns.UNITS.search(before)
        or later - set(values)
        or patterns.VALUE_ALONE.match(next_line)
        or (kind == "integer" and patterns.NUMBERED.match(next_line))
    ):
        return []
    return [match["value"] for match in _entries(before, kind) if kind == "integer" or match["means"] != "="] + values


def _from_mixed_lines(lines: list[str], kind: Kind) -> list[str]:
    """Return the values of lines of which some have several entries."""
    found = [_entries(line, kind) for line in lines]
    values = [match["value"] for entries in found for match in entries]
    several = (line for line, entries in zip(lines, found, strict=True) if len(entries) > 1)
    return values if len(set(values)) == len(values) and all(_from_line(line, "", kind) for line in several) else []


def _entries(line: str, kind: Kind) -> list[re.Match[str]]:
    """Return the entries of a line: each but the first follows a separator."""
    found: list[re.Match[str]] = []
    for match in patterns.ENTRY[kind].finditer(line):
        boundary = patterns.BETWEEN if found else patterns.BEFORE_FIRST
        if match.start() == 0 or boundary.search(line, 0, match.start()):
            found.append(match)
    return found


def _from_line(line: str, before: str, kind: Kind) -> list[str]:
    """Return the values of one line with several entries, or nothing. `before` is the line before."""
    found = _entries(line, kind)
    if len(found) < 2:
        return []
    values, lead = [match["value"] for match in found], line[: found[0].start()]
    label = before if before and len(lead) <= 1 else lead
    if patterns.EXAMPLE.search(label.rstrip("：: ")) or patterns.CONDITION.search(label) or patterns.UNITS.search(lead):
        return []
    if kind == "integer" and any(value not in values for value in patterns.NUMBER.findall(lead)):
        return []
    # Without a label, only meanings in Chinese tell a list of words from an English sentence.
    sure = kind == "integer" or patterns.STRONG_LABEL.search(label)
    if not sure and not all(patterns.MEANING_IN_CHINESE.match(line, match.end()) for match in found):
        return []
    return values if _uniform(line, found, kind) and _all_with_meanings(line, found, kind) else []


def _uniform(line: str, found: list[re.Match[str]], kind: Kind) -> bool:
    """Return whether all entries have one form, and nothing else in the line looks like an entry."""
    values = [match["value"] for match in found]
    if any(match["value"] not in values for match in patterns.ENTRY[kind].finditer(line)):
        return False
    if "→" in line and all(match["means"] != "→" for match in found):
        return False
    if len({match["bracket"] is None for match in found}) > 1:
        return False
    for one, other in pairwise(found):
        # A range: 0（lowest）-100（highest）
        if other["value"].startswith("-") and line[: other.start()].endswith((")", "）")):
            return False
        if other.start() - one.end() > _LONGEST_MEANING:
            return False
    return True


def _all_with_meanings(line: str, found: list[re.Match[str]], kind: Kind) -> bool:
    """Return whether no value without a meaning, and no range, follows the first entry."""
    values = [match["value"] for match in found]
    for piece in re.split(r"[，,；;、|]", line[found[0].start() :]):
        alone = patterns.VALUE_ALONE.match(f"{piece} ")
        word = patterns.WORD_ALONE.fullmatch(piece) if kind == "string" else None
        if (alone is not None and alone[1] not in values) or (word is not None and word["value"] not in values):
            return False
    return True


def _is_partial(values: list[str], text: str, kind: Kind) -> bool:
    """Return whether a default or a bound in the text is missing among the values."""
    folded = {value.casefold() for value in values}
    defaults = {(match[1] or match[2]).casefold() for match in patterns.DEFAULT.finditer(text)}
    if kind == "integer":
        defaults = {default for default in defaults if default.lstrip("-").isdigit()}
        defaults |= {bound for match in patterns.RANGE.finditer(text) for bound in match.groups() if bound is not None}
    return not defaults <= folded


def _plausible(values: list[str], kind: Kind) -> bool:
    """Return whether the values look like those of one enumeration."""
    if len({value.casefold() for value in values}) < len(values):
        return False
    if kind == "integer":
        return True
    if all(patterns.TIME_FORM.match(value) for value in values) or any("YYYY" in value or "yyyy" in value for value in values):
        return False
    if any(value.casefold().rstrip("s.") in patterns.NO_VALUES for value in values):
        return False
    return any(all(style.fullmatch(value) for value in values) for style in patterns.STYLES)
