"""Lint of pagination rows: a typo could end a listing early or lose items."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

from ..document import Document
from ..problems import Problem
from ..view import Operation, items, mapping, operations, request_of, response_of, target_of

_REQUIRED: Final = frozenset({"offset", "limit", "maximum", "items"})
_OPTIONAL: Final = frozenset({"total", "style", "first", "token", "more", "key", "time", "offset-cap"})
_STYLES: Final = ("offset", "page", "token")
_TIME_KEYS: Final = frozenset({"item", "format", "interval", "newest-first", "oldest-first", "reach"})
_INTERVAL_KEYS: Final = frozenset({"property", "start", "end"})
_CAP_KEYS: Final = frozenset({"rows", "error"})


def check_pagination(document: Document) -> Iterator[Problem]:
    """Check that pagination rows name existing properties of the right types and the maximum of the schema."""
    for operation in operations(document):
        if "x-tc-pagination" in operation.node:
            yield from _row(document, operation)


def _row(document: Document, operation: Operation) -> Iterator[Problem]:
    where = f"{operation.where}/x-tc-pagination"
    row = mapping(operation.node, "x-tc-pagination")
    if not _REQUIRED <= set(row) <= _REQUIRED | _OPTIONAL:
        keys = f"{', '.join(sorted(_REQUIRED))}, and may have {', '.join(sorted(_OPTIONAL))}"
        yield Problem(where, f"must have the keys {keys}, not {', '.join(sorted(row)) or 'none'}")
        return
    yield from _style(document, operation, row, where)
    inputs, outputs = request_of(document, operation), response_of(document, operation)

    def sent(path: Any) -> Document:
        return _at(document, inputs, path)

    def received(path: Any) -> Document:
        return _at(document, outputs, path)

    # Some actions take both numbers as strings.
    kind = sent(row["limit"]).get("type")
    number = sent(row["offset"]).get("type") if row.get("style", "offset") != "token" else kind
    if number not in ("integer", "string") or kind != number:
        yield Problem(f"{where}/limit", f"{row['limit']!r} is not an integer property of the request")
    # A total that is missing or null means that the action returns none. Some actions write it as text.
    if row.get("total") is not None and received(row["total"]).get("type") not in ("integer", "string"):
        yield Problem(f"{where}/total", f"{row['total']!r} is not an integer property of the response")
    if "more" in row:
        yield from _more(row, received, where)
    if row["offset"] == row["limit"]:
        yield Problem(where, "offset and limit are the same property")
    yield from _maximum(row, sent(row["limit"]).get("maximum"), where)
    listed = received(row["items"])
    item = target_of(document, listed.get("items"))
    if listed.get("type") != "array" or (item is None and ("$ref" in mapping(listed, "items") or {"key", "time"} & set(row))):
        yield Problem(f"{where}/items", f"{row['items']!r} is not an array in the response")
        return
    item = item or {}
    if "key" in row and not _is_required_string(item, row["key"]):
        yield Problem(f"{where}/key", f"{row['key']!r} is not a required string of the items")
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
    offset = _at(document, request_of(document, operation), row["offset"]).get("type")
    as_text = offset == "string" and not {"time", "offset-cap"} & set(row)
    if offset != wanted and not as_text and not (style == "token" and offset == "integer"):
        yield Problem(f"{where}/offset", f"{row['offset']!r} is not of type {wanted} in the request")
    if ("token" in row) != (style == "token"):
        yield Problem(where, "the key token is required for the style token, and only for it")
    elif "token" in row and _at(document, response_of(document, operation), row["token"]).get("type") != offset:
        yield Problem(f"{where}/token", f"{row['token']!r} is not a property of the response with the type of {row['offset']}")
    if "first" in row and (style != "page" or row["first"] not in (0, 1) or isinstance(row["first"], bool)):
        yield Problem(f"{where}/first", "must be 0 or 1, and only for the style page")
    if style != "offset" and ("time" in row or "offset-cap" in row):
        yield Problem(where, "time and offset-cap are only for the style offset")


def _maximum(row: Document, maximum: Any, where: str) -> Iterator[Problem]:
    # If no source states a maximum, the row contains a page size known to work. A huge maximum may stay unused.
    stated = row["maximum"]
    if type(stated) is not int or stated < 1 or (isinstance(maximum, int | float) and stated > maximum):
        yield Problem(f"{where}/maximum", f"{stated!r} is not a positive integer up to the maximum of {row['limit']} ({maximum!r})")


def _more(row: Document, received: Callable[[Any], Document], where: str) -> Iterator[Problem]:
    more = mapping(row, "more")
    flag = received(more.get("property")).get("type")
    if set(more) != {"property", "last"} or flag not in ("boolean", "integer") or not isinstance(more["last"], bool):
        yield Problem(f"{where}/more", 'must be {"property", "last"}: a flag of the response, and its value on the last page')


def _at(document: Document, properties: Document, path: Any) -> Document:
    """Return the property at a dotted path; an empty one if it does not exist."""
    *outer, name = str(path).split(".")
    for step in outer:
        properties = mapping(target_of(document, mapping(properties.get(step))), "properties")
    return mapping(properties, name)


def _time(document: Document, inputs: Document, item: Document, row: Document, where: str) -> Iterator[Problem]:
    time = mapping(row["time"])
    interval = mapping(time.get("interval"))
    if set(time) != _TIME_KEYS or set(interval) != _INTERVAL_KEYS:
        yield Problem(where, f"must have the keys {', '.join(sorted(_TIME_KEYS))}, and interval {', '.join(sorted(_INTERVAL_KEYS))}")
        return
    if "key" not in row:
        yield Problem(where, "requires a key, which distinguishes items of the same time")
    if not _is_required_string(item, time["item"]):
        yield Problem(f"{where}/item", f"{time['item']!r} is not a required string of the items")
    bounds = target_of(document, inputs.get(str(interval["property"])))
    if bounds is None and "$ref" in mapping(inputs, str(interval["property"])):
        pass  # `check_references` reports it
    elif bounds is None:
        yield Problem(f"{where}/interval", f"{interval['property']!r} is not an object of the request")
    elif not all(_is_required_string(bounds, interval[side]) for side in ("start", "end")):
        yield Problem(f"{where}/interval", "start and end must be required strings of the interval")
    if not _sorts(time["format"]):
        yield Problem(f"{where}/format", "must have a resolution of a second, and texts must sort like times")
    for key in ("newest-first", "oldest-first"):
        yield from _order(inputs, mapping(time[key]), f"{where}/{key}")
    if set(mapping(time["newest-first"])) != set(mapping(time["oldest-first"])) or time["newest-first"] == time["oldest-first"]:
        yield Problem(where, "newest-first and oldest-first must set the same arguments to different values")
    if type(time["reach"]) is not int or time["reach"] < 1:
        yield Problem(f"{where}/reach", "must be an integer number of seconds above 0")


def _order(inputs: Document, order: Document, where: str) -> Iterator[Problem]:
    if not order:
        yield Problem(where, "must be a non-empty mapping of request arguments to values")
    for name, value in order.items():
        if value not in items(mapping(inputs, name).get("x-tc-known-values")):
            yield Problem(where, f"{value!r} is not a known value of {name!r} in the request")


def _cap(row: Document, where: str) -> Iterator[Problem]:
    cap = mapping(row["offset-cap"])
    if set(cap) != _CAP_KEYS or not isinstance(cap["error"], str) or not cap["error"]:
        yield Problem(where, 'must be {"rows", "error"}; error is an error code')
    elif type(cap["rows"]) is not int or type(row["maximum"]) is not int or cap["rows"] < 2 * row["maximum"]:
        yield Problem(f"{where}/rows", "must be an integer, at least two pages")


def _is_required_string(schema: Document, name: Any) -> bool:
    return mapping(schema, "properties", str(name)).get("type") == "string" and name in items(schema.get("required"))


def _sorts(form: Any) -> bool:
    """Return whether texts in this format sort like times, for each field of a time in turn."""
    if not isinstance(form, str):
        return False
    sample = datetime(2020, 2, 9, 9, 9, 9)  # noqa: DTZ001 - service times have no time zone
    changes: tuple[dict[str, int], ...] = (
        {"second": 10},
        {"minute": 10, "second": 0},
        {"hour": 10, "minute": 0},
        {"day": 10, "hour": 0},
        {"month": 10, "day": 1},
        {"year": 2021, "month": 1},
    )
    earlier = sample.strftime(form)
    later = [sample.replace(**change).strftime(form) for change in changes]  # type: ignore[arg-type]  # no change sets a time zone
    return all(len(text) == len(earlier) and text > earlier for text in later)
