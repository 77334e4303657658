"""Rule of pagination: the row of an action, or the reason why it has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from ...spec.document import Document
from ...spec.inferred import infer
from ...spec.view import Operation, mapping, operations
from .fields import SchemaField, SchemaFields, TextOf
from .inputs import PageInputs, first_page, page_inputs, page_size
from .outputs import ItemsField, around, end_flag, held_totals, items_field, next_token, total_field

PAGINATION: Final = "x-tc-pagination"
UNPAGED: Final = "x-tc-unpaged"

_READS: Final = re.compile(
    r"(?:Channel)?(?:Describle|Describe|List|Get|Query|Search|Fetch|Inquire|Inquiry|Check|Show|Scan|Look[Uu]p|Select|Find|Pull|Page|Batch(?:Get|Query|Describe|List))(?![a-z])|[A-Z]\w*(?<![a-z]List)(?:Statistics|List|Search)$"
)
_WRITES: Final = re.compile(
    r"(?:Create|Export|Modify|Update|Delete|Send(?!Status)|Add|Set|Download|Run|Restart|Kill|Operate)(?![a-z])|.*Export(?:Job|Task)?s?$"
)
_HINT: Final = re.compile(r"加快|accelerat|speed", re.IGNORECASE)
"""Texts of tokens that only speed up paging by offset."""


@dataclass(frozen=True, slots=True)
class PagingFinding:
    """Row and rule, or the reason why the action has no pagination."""

    row: Document | None = None
    rule: str = ""
    reason: str = ""
    """Empty if the action does not look like a listing by pages."""


def add_pagination(document: Document, text_of: TextOf) -> None:
    """Infer the pagination of every action, or note why a listing has none (`x-tc-unpaged`)."""
    for operation, finding in findings(document, text_of):
        if finding.row is not None:
            infer(operation.node, PAGINATION, value=finding.row, rule=finding.rule)
        elif finding.reason and PAGINATION not in operation.node:
            operation.node[UNPAGED] = finding.reason


def findings(document: Document, text_of: TextOf) -> Iterator[tuple[Operation, PagingFinding]]:
    """Yield the finding of each action."""
    fields = SchemaFields(document, text_of)
    for operation in operations(document):
        yield operation, _finding(fields, operation)


def _finding(fields: SchemaFields, operation: Operation) -> PagingFinding:
    action = operation.name
    inputs = page_inputs(fields, f"{action}Request")
    if not inputs.found and inputs.doubtful is None:
        return PagingFinding(reason=_without_inputs(fields, action, inputs))
    reads = _reads(operation)
    listed = items_field(fields, action)
    if listed.field is None:
        return PagingFinding(reason=listed.reason if reads else "")
    if not reads:
        return PagingFinding(reason="the action may change something")
    if inputs.doubtful is not None:
        return PagingFinding(reason=inputs.doubtful)
    outer = around(fields, action, listed.field)
    # An object beside the items may hold total and token, as `Pagination` does.
    beside = (*listed.beside, *held_totals(fields, listed.beside))
    return _row(operation, inputs, listed, beside, outer)


def _row(
    operation: Operation, inputs: PageInputs, listed: ItemsField, beside: tuple[SchemaField, ...], outer: tuple[SchemaField, ...]
) -> PagingFinding:
    row: Document = {}
    if inputs.limit is not None:
        row = {"limit": inputs.limit.dotted, "maximum": page_size(inputs.limit)}
    total = total_field((), listed.beside) or total_field((), beside) or total_field((), outer)
    flag = end_flag((*beside, *outer))
    tokens = [(token, found) for token in inputs.tokens if (found := next_token(token, (*beside, *outer))) is not None]
    tokens = [(token, found) for token, found in tokens if not _HINT.search(token.text)]
    by_number = inputs.offset is not None or (inputs.number is not None)
    rule = ""
    if tokens and (not by_number or flag is not None or total is None):
        token, found = tokens[0]
        row |= {"style": "token", "offset": token.dotted, "token": found.dotted}
        rule = "token"
    elif inputs.offset is not None:
        row |= {"offset": inputs.offset.dotted}
        rule = "offset"
    elif inputs.number is not None:
        first = first_page(inputs.number, list(_documented(operation, inputs.number.path)))
        if first is None:
            return PagingFinding(reason=f"no source states whether {inputs.number.dotted} begins at 0 or 1")
        row |= {"style": "page", "offset": inputs.number.dotted, "first": first}
        rule = "page number"
    else:
        return PagingFinding(reason=f"the response has no next value for {inputs.tokens[0].dotted}")
    if inputs.limit is None:
        return PagingFinding(reason=f"the request has {row['offset']} but no page size")
    if rule != "token" and inputs.limit.type != str((inputs.offset or inputs.number or inputs.limit).type):
        return PagingFinding(reason=f"{row['offset']} and {row['limit']} have different types")
    row["items"] = "" if listed.field is None else listed.field.dotted
    if total is not None:
        row["total"] = total.dotted
    if flag is not None:
        row["more"] = {"property": flag[0].dotted, "last": flag[1]}
    if _nested(row.get("offset", "")) or _nested(row["items"]):
        rule += ", nested"
    if listed.named:
        rule += ", items by name"
    return PagingFinding({key: row[key] for key in _ORDER if key in row}, rule)


def _reads(operation: Operation) -> bool:
    stated = operation.node.get("x-tc-read-only")
    return stated is True or (stated is None and bool(_READS.match(operation.name)) and not _WRITES.match(operation.name))


_ORDER: Final = ("style", "offset", "first", "limit", "maximum", "token", "total", "items", "more")


def _nested(path: str) -> bool:
    return "." in path


def _without_inputs(fields: SchemaFields, action: str, inputs: PageInputs) -> str:
    """Return the reason for an action without page inputs that has a page size and a list."""
    if inputs.limit is None or not _READS.match(action) or items_field(fields, action).field is None:
        return ""
    return f"the request has {inputs.limit.dotted} but no offset, page number or token"


def _documented(operation: Operation, path: tuple[str, ...]) -> Iterator[int]:
    """Yield the page numbers of documented requests."""
    media = mapping(operation.node, "requestBody", "content", "application/json")
    for example in mapping(media, "examples").values():
        value: Any = mapping(example).get("value")
        for name in path:
            value = mapping(value).get(name)
        if isinstance(value, str) and value.isdecimal():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool):
            yield value
