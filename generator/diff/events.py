"""What happened to a fact, in the words of the table of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from . import annotation
from .facts import canonical, same


class Event(NamedTuple):
    """One thing that happened; `None` stands for what is not there."""

    what: str
    old: Any
    new: Any


def events(kind: str, old: Any, new: Any) -> Iterator[Event]:
    """What happened to a fact of this kind whose values differ."""
    yield from _EVENTS.get(kind, _plain)(old, new)


def _plain(old: Any, new: Any) -> Iterator[Event]:
    yield Event("added" if old is None else "removed" if new is None else "changed", old, new)


def _correction(old: Any, new: Any) -> Iterator[Event]:
    yield Event("no longer fits", old, new)


def _flag(old: Any, new: Any) -> Iterator[Event]:
    yield Event("set" if new else "unset", old, new)


def _bound(old: Any, new: Any) -> Iterator[Event]:
    if old is None or new is None:
        yield Event("stated" if old is None else "withdrawn", old, new)
    else:
        yield Event("raised" if new > old else "lowered", old, new)


def _stated(old: Any, new: Any) -> Iterator[Event]:
    yield Event("stated" if old is None else "withdrawn" if new is None else "changed", old, new)


def _values(old: Any, new: Any) -> Iterator[Event]:
    if old is None or new is None:
        yield Event("stated" if old is None else "withdrawn", old, new)
        return
    before, after = ({canonical(value): value for value in values} for values in (old, new))
    if lost := [value for key, value in before.items() if key not in after]:
        yield Event("lost", lost, None)
    if gained := [value for key, value in after.items() if key not in before]:
        yield Event("gained", None, gained)
    if before.keys() == after.keys():
        yield Event("reordered", old, new)


def _regions(old: Any, new: Any) -> Iterator[Event]:
    """An empty list is every region."""
    if not old or not new:
        yield Event("restricted" if new else "opened", old, new)
    else:
        yield from _values(old, new)


def _property(old: Any, new: Any) -> Iterator[Event]:
    if old is None:
        yield Event("added, required" if new["required"] else "added, optional", None, new["type"])
    elif new is None:
        yield Event("removed", old["type"], None)
    # Both there: its type and whether it is required are facts of their own.


def _value_type(old: Any, new: Any) -> Iterator[Event]:
    # An array of integers is no array of numbers for a type checker, but that is judged by the rule for arrays of them.
    yield Event("integer to number" if (old, new) == ("integer", "number") else "changed", old, new)


def _paging(old: Any, new: Any) -> Iterator[Event]:
    if old is None or new is None:
        yield from _plain(old, new)
        return
    others = [{key: value for key, value in row.items() if key != "maximum"} for row in (old, new)]
    bounds = [row.get("maximum") for row in (old, new)]
    if same(*others) and all(isinstance(bound, int | float) for bound in bounds):
        yield Event("maximum raised" if bounds[1] > bounds[0] else "maximum lowered", *bounds)
    else:
        yield Event("changed", old, new)


def _waiter(old: Any, new: Any) -> Iterator[Event]:
    if old is None or new is None:
        yield from _plain(old, new)
        return
    others = [{key: value for key, value in row.items() if key != "interval"} for row in (old, new)]
    if same(*others):
        yield Event("interval changed", old.get("interval"), new.get("interval"))
    else:
        yield Event("changed", old, new)


def _order(old: Any, new: Any) -> Iterator[Event]:
    # Which codes there are is a fact of each code.
    if old is not None and new is not None and set(old) == set(new):
        yield Event("changed", old, new)


def _use(old: Any, new: Any) -> Iterator[Event]:
    if old is None or new is None:
        return  # the type itself is new, or gone
    if old["request"] != new["request"]:
        yield Event("given from now on" if new["request"] else "no longer given", None, None)
    if old["response"] != new["response"]:
        parts = "with parts" if old["parts"] else "plain"
        yield Event(f"{'read from now on' if new['response'] else 'no longer read'}, {parts}", None, None)


def _parameter(old: Any, new: Any) -> Iterator[Event]:
    if old is None:
        yield Event("added, required" if new["required"] else "added, optional", None, new["type"])
    elif new is None:
        yield Event("removed", old["type"], None)
    else:
        if old["required"] != new["required"]:
            yield Event("became required" if new["required"] else "became optional", None, None)
        elif old["default"] != new["default"]:
            yield Event("other default", old["default"], new["default"])
        if old["kind"] != new["kind"]:
            widened = new["kind"] == "positional or keyword"
            yield Event("can be given in more ways" if widened else "given in another way", old["kind"], new["kind"])
        if old["type"] != new["type"]:
            yield Event(f"type {annotation.relation(old['type'], new['type'])}", old["type"], new["type"])


def _annotation(old: Any, new: Any) -> Iterator[Event]:
    yield Event(annotation.relation(old or "", new or ""), old, new)


def _positions(old: Any, new: Any) -> Iterator[Event]:
    yield Event("appended" if new[: len(old)] == old else "changed", old, new)


def _bases(old: Any, new: Any) -> Iterator[Event]:
    if lost := [base for base in old if base not in new]:
        yield Event("lost", lost, None)
    if gained := [base for base in new if base not in old]:
        yield Event("gained", None, gained)


FLAGS: Final = frozenset({"array", "deprecated", "nullable", "offline", "read-only", "region required", "required", "secret", "unsigned"})

_EVENTS: Final[dict[str, Callable[[Any, Any], Iterator[Event]]]] = {
    **dict.fromkeys(FLAGS, _flag),
    "bases": _bases,
    "correction": _correction,
    "default": _stated,
    "form": _stated,
    "known values": _values,
    "maximum": _bound,
    "minimum": _bound,
    "order of error codes": _order,
    "paging": _paging,
    "parameter": _parameter,
    "positions": _positions,
    "property": _property,
    "rate limit": _bound,
    "regions": _regions,
    "returns": _annotation,
    "type of an attribute": _annotation,
    "use": _use,
    "value type": _value_type,
    "waiter": _waiter,
    "width": _stated,
}
