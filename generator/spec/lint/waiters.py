"""Lint of waiters: a waiter must be able to finish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ..document import Document
from ..problems import Problem
from ..view import Operation, items, mapping, operations, response_of, target_of

_NAME: Final = re.compile(r"[A-Z][A-Za-z0-9]*")
_STATES: Final = ("failure", "retry", "success")
_WAITER_KEYS: Final = frozenset({"name", "interval", "acceptors"})
_BY_VALUE: Final = frozenset({"state", "path", "values"})
_BY_ERROR: Final = frozenset({"state", "error"})


def check_waiters(document: Document) -> Iterator[Problem]:
    """Check that paths name properties, values are known values, and errors are codes of the action."""
    seen: dict[str, str] = {}
    for operation in operations(document):
        if "x-tc-waiters" not in operation.node:
            continue
        waiters = items(operation.node["x-tc-waiters"])
        if not waiters:
            yield Problem(f"{operation.where}/x-tc-waiters", "must be a non-empty list of waiters")
        for index, waiter in enumerate(waiters):
            where = f"{operation.where}/x-tc-waiters/{index}"
            yield from _waiter(document, operation, waiter, where)
            name = str(mapping(waiter).get("name"))
            if name in seen:
                yield Problem(where, f"duplicate waiter name {name}, also at {seen[name]}")
            seen.setdefault(name, where)


def _waiter(document: Document, operation: Operation, waiter: Any, where: str) -> Iterator[Problem]:
    waiter = mapping(waiter)
    if set(waiter) != _WAITER_KEYS:
        yield Problem(where, f"must have the keys {', '.join(sorted(_WAITER_KEYS))}")
        return
    if not isinstance(waiter["name"], str) or not _NAME.fullmatch(waiter["name"]):
        yield Problem(f"{where}/name", "must be a CamelCase name, such as AsyncEventFinished")
    interval = waiter["interval"]
    if isinstance(interval, bool) or not isinstance(interval, int | float) or interval <= 0:
        yield Problem(f"{where}/interval", "must be a number of seconds above 0")
    acceptors = [mapping(acceptor) for acceptor in items(waiter["acceptors"])]
    if not any(acceptor.get("state") == "success" for acceptor in acceptors):
        yield Problem(f"{where}/acceptors", "no acceptor has the state success")
    claimed: set[tuple[Any, Any]] = set()
    for index, acceptor in enumerate(acceptors):
        here = f"{where}/acceptors/{index}"
        yield from _acceptor(document, operation, acceptor, here)
        for value in items(acceptor.get("values")) if "path" in acceptor else [acceptor.get("error")]:
            key = (str(acceptor.get("path")), str(value))
            if key in claimed:
                yield Problem(here, f"an earlier acceptor already matches {value!r}")
            claimed.add(key)


def _acceptor(document: Document, operation: Operation, acceptor: Document, where: str) -> Iterator[Problem]:
    if acceptor.get("state") not in _STATES:
        yield Problem(f"{where}/state", f"must be one of {', '.join(_STATES)}")
    if set(acceptor) == _BY_ERROR:
        codes = [mapping(error).get("code") for error in items(operation.node.get("x-tc-errors"))]
        if acceptor["error"] not in codes:
            yield Problem(f"{where}/error", f"{acceptor['error']!r} is not an error code of {operation.name}")
    elif set(acceptor) == _BY_VALUE:
        yield from _values(document, operation, acceptor, where)
    else:
        yield Problem(where, "must have a state and either an error, or a path and values")


def _values(document: Document, operation: Operation, acceptor: Document, where: str) -> Iterator[Problem]:
    found = _follow(document, response_of(document, operation), str(acceptor["path"]))
    if found is None:
        yield Problem(f"{where}/path", f"{acceptor['path']!r} is not a path to a primitive property of the response")
        return
    known = items(found.get("x-tc-known-values"))
    values = items(acceptor["values"])
    if not values:
        yield Problem(f"{where}/values", "must be a non-empty list of values")
    for value in values:
        if value not in known:
            yield Problem(f"{where}/values", f"{value!r} is not a known value of {acceptor['path']}")


def _follow(document: Document, properties: Document, path: str) -> Document | None:
    *steps, last = path.split(".")
    for step in steps:
        properties = mapping(target_of(document, properties.get(step)), "properties")
    found = mapping(properties, last)
    return found if found.get("type") in ("string", "integer", "boolean") else None
