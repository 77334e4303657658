"""Parser of the input section: the common rows Action, Version and Region, which are facts of the action, then its parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from ..facts import Region
from ..input.markdown import strip_markdown
from ..problems import quoted
from ..unknown import UnknownFact
from ..vocabulary import COMMA
from .parameters import KnownNames, read_input_rows, to_parameters

if TYPE_CHECKING:
    from ..facts import Parameter
    from ..layout.sections import Section

_NAMES: Final = ("Action", "Version", "Region")
_COMMON_PARAMETER: Final = re.compile(r"\b(?:common|public) param|公共参数", re.IGNORECASE)
_ACTION: Final = re.compile(r"[A-Z][A-Za-z0-9_]*")
_VERSION: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NOT_REQUIRED: Final = re.compile(
    r"\bnot (?:be )?(?:required|needed|necessary)\b|\boptional\b|不需要传|无需传|可选参数|非必选", re.IGNORECASE
)
_ONLY: Final = re.compile(r"(?:\bonly\b|仅支持)[^:\uff1a]{0,80}[:\uff1a](?P<regions>.*)", re.IGNORECASE | re.DOTALL)
_REGION: Final = re.compile(r"[a-z]{2,}(?:-[a-z0-9]+){1,3}")
_REGION_INSIDE: Final = re.compile(r"\b(?:ap|na|eu|sa|me|af|cn)-[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class InputFacts:
    """Facts of the input section: the common rows, and the action's own parameters."""

    action: str
    version: str
    region: Region
    parameters: tuple[Parameter, ...]
    unknown: tuple[UnknownFact, ...]


def read_input_section(section: Section, known: KnownNames) -> InputFacts:
    """Parse the input section. Raises `PageRefused` unless Action, Version and Region are its first rows."""
    rows = read_input_rows(section, known)
    for index, name in enumerate(_NAMES):
        if index == len(rows):
            raise section.last.refusal(f'the common row "{name}"', "the end of the table")
        row = rows[index]
        if row.cells.name != name or row.cells.type.name != "String" or row.cells.type.array:
            raise row.line.refusal(f'the common row "{name} Yes String …"')
    action, version, region = to_parameters(rows[:3])
    own = to_parameters(rows[3:])
    for parameter in own:
        if parameter.name in _NAMES and _COMMON_PARAMETER.search(parameter.description):
            raise parameter.line.refusal("a parameter of the action", "a common row among the action's own parameters")
    unknown = []
    missing = next((row for row in (action, *own) if row.required is None), None)
    if missing is not None:
        unknown.append(UnknownFact(missing.line.page, missing.line.number, "required", "the column of required inputs is missing"))
    region_facts = _region(region)
    if region_facts.required is None:
        unknown.append(UnknownFact(region.line.page, region.line.number, "region", "the Region row does not state whether it is required"))
    return InputFacts(_value(action, _ACTION, "the name of an action"), _version(version), region_facts, own, tuple(unknown))


def _value(row: Parameter, shape: re.Pattern[str], label: str) -> str:
    """Return the value after the last colon of a row's description, whatever words precede the colon."""
    if row.required is False:
        raise row.line.refusal(f'"Yes" in the common row "{row.name}"')
    _, colon, rest = strip_markdown(row.description).replace("\uff1a", ":").rpartition(":")
    value = rest.strip().removesuffix(".").removesuffix("。").strip()
    if not colon or not shape.fullmatch(value):
        raise row.line.refusal(f"{label} after a colon at the end of the row")
    return value


def _version(row: Parameter) -> str:
    value = _value(row, _VERSION, "a version like 2018-04-16")
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise row.line.refusal("a version that is a date", f"the version {quoted(value)}") from error
    return value


def _region(row: Parameter) -> Region:
    if row.required and _NOT_REQUIRED.search(row.description):
        raise row.line.refusal("a consistent row", f"{quoted(row.line.text)}: Yes, but not required")
    # Without the column, the description can still state it.
    required = False if row.required is None and _NOT_REQUIRED.search(row.description) else row.required
    match = _ONLY.search(strip_markdown(row.description))
    if match is None:
        if _REGION_INSIDE.search(row.description):
            raise row.line.refusal('the supported regions after "only …:"')
        return Region(required=required, only=())
    regions = [region for region in re.split(rf"(?:\s|{COMMA})+", match["regions"].rstrip(" .,\u3002")) if region]
    wrong = next((region for region in regions if not _REGION.fullmatch(region)), None)
    if wrong is not None or not regions:
        raise row.line.refusal("regions like ap-guangzhou, separated by commas", f"the region {quoted(wrong or '')}")
    return Region(required=required, only=tuple(regions))
