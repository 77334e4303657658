"""A listing must not end early, or lose an item, because of a typo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from ..document import Document
from ..problems import Problem
from .view import Operation, items, mapping, operations, request_of, response_of, target_of

_ALWAYS: Final = frozenset({"offset", "limit", "maximum", "total", "items"})
_MORE: Final = frozenset({"style", "first", "token", "key", "time", "offset-cap"})
_STYLES: Final = ("offset", "page", "token")
_TIME_KEYS: Final = frozenset({"item", "format", "interval", "newest-first", "oldest-first", "reach"})
_INTERVAL_KEYS: Final = frozenset({"property", "start", "end"})
_CAP_KEYS: Final = frozenset({"rows", "error"})


def paging_names_real_properties(document: Document) -> Iterator[Problem]:
    """Every paging row names real properties of the right types, and the maximum that the schema states."""
    for operation in operations(document):
        if "x-tc-pagination" in operation.node:
            yield from _row(document, operation)


def _row(document: Document, operation: Operation) -> Iterator[Problem]:
    where = f"{operation.where}/x-tc-pagination"
    row = mapping(operation.node, "x-tc-pagination")
    if not _ALWAYS <= set(row) <= _ALWAYS | _MORE:
        keys = f"{', '.join(sorted(_ALWAYS))}, and may have {', '.join(sorted(_MORE))}"
        yield Problem(where, f"must have the keys {keys}, not {', '.join(sorted(row)) or 'none'}")
        return
    yield from _style(document, operation, row, where)
    inputs, outputs = request_of(document, operation), response_of(document, operation)
    # Some actions take their numbers as texts, but then both.
    number = mapping(inputs, str(row["offset"])).get("type") if row.get("style", "offset") != "token" else "integer"
    if number not in ("integer", "string") or mapping(inputs, str(row["limit"])).get("type") != number:
        yield Problem(f"{where}/limit", f"{row['limit']!r} is no integer property of the request")
    # null says that the action does not count.
    if row["total"] is not None and mapping(outputs, str(row["total"])).get("type") != "integer":
        yield Problem(f"{where}/total", f"{row['total']!r} is no integer property of the response")
    if row["offset"] == row["limit"]:
        yield Problem(where, "offset and limit are the same property")
    maximum = mapping(inputs, str(row["limit"])).get("maximum")
    # Where no source states a maximum, the row gives the page size that is known to work.
    if maximum not in (row["maximum"], None) or type(row["maximum"]) is not int or row["maximum"] < 1:
        yield Problem(f"{where}/maximum", f"{row['maximum']!r} is not the maximum of {row['limit']}, which is {maximum!r}")
    listed = mapping(outputs, str(row["items"]))
    item = target_of(document, listed.get("items"))
    if listed.get("type") != "array" or item is None:
        yield Problem(f"{where}/items", f"{row['items']!r} is no array of objects in the response")
        return
    if "key" in row and not _promised_text(item, row["key"]):
        yield Problem(f"{where}/key", f"{row['key']!r} is no required string of the items")
    if "time" in row:
        yield from _time(document, inputs, item, row, f"{where}/time")
    if "offset-cap" in row:
        yield from _cap(row, f"{where}/offset-cap")


def _style(document: Document, operation: Operation, row: Document, where: str) -> Iterator[Problem]:
    style = row.get("style", "offset")
    if style not in _STYLES:
        yield Problem(f"{where}/style", f"must be one of {', '.join(_STYLES)}")
        return
    wanted = "string" if style == "token" else "integer"
    offset = mapping(request_of(document, operation), str(row["offset"])).get("type")
    if offset != wanted and not (offset == "string" and style == "offset" and not {"time", "offset-cap"} & set(row)):
        yield Problem(f"{where}/offset", f"{row['offset']!r} is no {wanted} property of the request")
    if ("token" in row) != (style == "token"):
        yield Problem(where, "token belongs to the style token, and only to it")
    elif "token" in row and mapping(response_of(document, operation), str(row["token"])).get("type") != "string":
        yield Problem(f"{where}/token", f"{row['token']!r} is no string property of the response")
    if "first" in row and (style != "page" or row["first"] not in (0, 1) or isinstance(row["first"], bool)):
        yield Problem(f"{where}/first", "must be 0 or 1, for the style page only")
    if style != "offset" and ("time" in row or "offset-cap" in row):
        yield Problem(where, "time and offset-cap are for the style offset only")


def _time(document: Document, inputs: Document, item: Document, row: Document, where: str) -> Iterator[Problem]:
    time = mapping(row["time"])
    interval = mapping(time.get("interval"))
    if set(time) != _TIME_KEYS or set(interval) != _INTERVAL_KEYS:
        yield Problem(where, f"must have the keys {', '.join(sorted(_TIME_KEYS))}, and interval {', '.join(sorted(_INTERVAL_KEYS))}")
        return
    if "key" not in row:
        yield Problem(where, "needs a key, too: items of one moment are told apart by it")
    if not _promised_text(item, time["item"]):
        yield Problem(f"{where}/item", f"{time['item']!r} is no required string of the items")
    bounds = target_of(document, inputs.get(str(interval["property"])))
    if bounds is None and "$ref" in mapping(inputs, str(interval["property"])):
        pass  # a reference that leads nowhere is reported as such
    elif bounds is None:
        yield Problem(f"{where}/interval", f"{interval['property']!r} is no object of the request")
    elif not all(_promised_text(bounds, interval[side]) for side in ("start", "end")):
        yield Problem(f"{where}/interval", "start and end must be required strings of the interval")
    if not _sorts(time["format"]):
        yield Problem(f"{where}/format", "must write a time to the second, so that texts sort as times do")
    for key in ("newest-first", "oldest-first"):
        yield from _order(inputs, mapping(time[key]), f"{where}/{key}")
    if set(mapping(time["newest-first"])) != set(mapping(time["oldest-first"])) or time["newest-first"] == time["oldest-first"]:
        yield Problem(where, "newest-first and oldest-first must give the same arguments other values")
    if type(time["reach"]) is not int or time["reach"] < 1:
        yield Problem(f"{where}/reach", "must be a whole number of seconds above 0")


def _order(inputs: Document, order: Document, where: str) -> Iterator[Problem]:
    if not order:
        yield Problem(where, "must be arguments of the request with their values")
    for name, value in order.items():
        if value not in items(mapping(inputs, name).get("x-tc-known-values")):
            yield Problem(where, f"{value!r} is no known value of {name!r} in the request")


def _cap(row: Document, where: str) -> Iterator[Problem]:
    cap = mapping(row["offset-cap"])
    if set(cap) != _CAP_KEYS or not isinstance(cap["error"], str) or not cap["error"]:
        yield Problem(where, 'must be {"rows", "error"}, the second a code')
    elif type(cap["rows"]) is not int or type(row["maximum"]) is not int or cap["rows"] < 2 * row["maximum"]:
        yield Problem(f"{where}/rows", "must be a whole number, two pages at least")


def _promised_text(schema: Document, name: Any) -> bool:
    return mapping(schema, "properties", str(name)).get("type") == "string" and name in items(schema.get("required"))


def _sorts(form: Any) -> bool:
    """Whether a later second gives a text that sorts later, for each field of a time in turn."""
    if not isinstance(form, str):
        return False
    sample = datetime(2020, 2, 9, 9, 9, 9)  # noqa: DTZ001 - times of the service have no zone
    changes: tuple[dict[str, int], ...] = (
        {"second": 10},
        {"minute": 10, "second": 0},
        {"hour": 10, "minute": 0},
        {"day": 10, "hour": 0},
        {"month": 10, "day": 1},
        {"year": 2021, "month": 1},
    )
    earlier = sample.strftime(form)
    later = [sample.replace(**change).strftime(form) for change in changes]  # type: ignore[arg-type]  # no change is a zone
    return all(len(text) == len(earlier) and text > earlier for text in later)
