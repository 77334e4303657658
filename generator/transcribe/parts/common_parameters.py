"""The three rows that open every table of inputs: Action, Version, Region. They are facts about the action, not parameters of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from ..facts import Region
from ..input.markdown import plain
from ..problems import quoted
from ..unknown import Unknown
from ..vocabulary import COMMA
from .parameters import Known, read_inputs, read_parameters

if TYPE_CHECKING:
    from ..facts import Parameter
    from ..layout.sections import Section

_NAMES: Final = ("Action", "Version", "Region")
_COMMON: Final = re.compile(r"\b(?:common|public) param|公共参数", re.IGNORECASE)
_ACTION: Final = re.compile(r"[A-Z][A-Za-z0-9_]*")
_VERSION: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NOT_REQUIRED: Final = re.compile(
    r"\bnot (?:be )?(?:required|needed|necessary)\b|\boptional\b|不需要传|无需传|可选参数|非必选", re.IGNORECASE
)
_ONLY: Final = re.compile(r"(?:\bonly\b|仅支持)[^:\uff1a]{0,80}[:\uff1a](?P<regions>.*)", re.IGNORECASE | re.DOTALL)
_REGION: Final = re.compile(r"[a-z]{2,}(?:-[a-z0-9]+){1,3}")
_REGION_INSIDE: Final = re.compile(r"\b(?:ap|na|eu|sa|me|af|cn)-[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Part 2: what the common rows say, and the action's own parameters."""

    action: str
    action_row: Parameter
    version: str
    region: Region
    parameters: tuple[Parameter, ...]
    unknown: tuple[Unknown, ...]


def read_part_two(section: Section, known: Known) -> Inputs:
    """Read the whole table. Raises `PageRefused` unless Action, Version and Region open it."""
    rows = read_inputs(section, known)
    for index, name in enumerate(_NAMES):
        if index == len(rows):
            raise section.last.refused(f'the common row "{name}"', "the end of the table")
        row = rows[index]
        if row.cells.name != name or row.cells.type.name != "String" or row.cells.type.array:
            raise row.line.refused(f'the common row "{name} Yes String …"')
    action, version, region = read_parameters(rows[:3])
    own = read_parameters(rows[3:])
    for parameter in own:
        if parameter.name in _NAMES and _COMMON.search(parameter.description):
            raise parameter.line.refused("a parameter of the action", "a common row among the action's own parameters")
    unknown = []
    lost = next((row for row in (action, *own) if row.required is None), None)
    if lost is not None:
        unknown.append(Unknown(lost.line.page, lost.line.number, "required", "the column that says which inputs are required is lost"))
    place = _region(region)
    if place.required is None:
        unknown.append(Unknown(region.line.page, region.line.number, "region", "the Region row does not say whether it is required"))
    return Inputs(_value(action, _ACTION, "the name of an action"), action, _version(version), place, own, tuple(unknown))


def _value(row: Parameter, shape: re.Pattern[str], what: str) -> str:
    """The value that ends the row's text, after a colon whatever the words before it are."""
    if row.required is False:
        raise row.line.refused(f'"Yes" in the common row "{row.name}"')
    _, colon, rest = plain(row.description).replace("\uff1a", ":").rpartition(":")
    value = rest.strip().removesuffix(".").removesuffix("。").strip()
    if not colon or not shape.fullmatch(value):
        raise row.line.refused(f"{what} after a colon at the end of the row")
    return value


def _version(row: Parameter) -> str:
    value = _value(row, _VERSION, "a version like 2018-04-16")
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise row.line.refused("a version that is a date", f"the version {quoted(value)}") from error
    return value


def _region(row: Parameter) -> Region:
    if row.required and _NOT_REQUIRED.search(row.description):
        raise row.line.refused("a row that agrees with itself", f"{quoted(row.line.text)}: Yes, and yet not required")
    # Where the column is lost, words may still say it.
    required = False if row.required is None and _NOT_REQUIRED.search(row.description) else row.required
    match = _ONLY.search(plain(row.description))
    if match is None:
        if _REGION_INSIDE.search(row.description):
            raise row.line.refused('the supported regions after "only …:"')
        return Region(required=required, only=())
    regions = [region for region in re.split(rf"(?:\s|{COMMA})+", match["regions"].rstrip(" .,\u3002")) if region]
    wrong = next((region for region in regions if not _REGION.fullmatch(region)), None)
    if wrong is not None or not regions:
        raise row.line.refused("regions like ap-guangzhou, parted by commas", f"the region {quoted(wrong or '')}")
    return Region(required=required, only=tuple(regions))
