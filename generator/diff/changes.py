"""Changes of a single fact, in the terms of the rule table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from . import annotation
from .facts import canonical, same


class FactChange(NamedTuple):
    """A change of one fact; `None` means absent."""

    what: str
    old: Any
    new: Any


def fact_changes(kind: str, old: Any, new: Any) -> Iterator[FactChange]:
    """Yield the changes of a fact of this kind whose values differ."""
    yield from _BY_KIND.get(kind, _plain)(old, new)


def _plain(old: Any, new: Any) -> Iterator[FactChange]:
    yield FactChange("added" if old is None else "removed" if new is None else "changed", old, new)


def _correction(old: Any, new: Any) -> Iterator[FactChange]:
    yield FactChange("no longer applies", old, new)


def _flag(old: Any, new: Any) -> Iterator[FactChange]:
    yield FactChange("set" if new else "unset", old, new)


def _bound(old: Any, new: Any) -> Iterator[FactChange]:
    if old is None or new is None:
        yield FactChange("stated" if old is None else "withdrawn", old, new)
    else:
        yield FactChange("raised" if new > old else "lowered", old, new)


def _stated(old: Any, new: Any) -> Iterator[FactChange]:
    yield FactChange("stated" if old is None else "withdrawn" if new is None else "changed", old, new)


def _values(old: Any, new: Any) -> Iterator[FactChange]:
    if old is None or new is None:
        yield FactChange("stated" if old is None else "withdrawn", old, new)
        return
    before, after = ({canonical(value): value for value in values} for values in (old, new))
    if lost := [value for key, value in before.items() if key not in after]:
        yield FactChange("lost", lost, None)
    if gained := [value for key, value in after.items() if key not in before]:
        yield FactChange("gained", None, gained)
    if before.keys() == after.keys():
        yield FactChange("reordered", old, new)


def _regions(old: Any, new: Any) -> Iterator[FactChange]:
    """Compare regions; an empty list means all regions."""
    if not old or not new:
        yield FactChange("restricted" if new else "opened", old, new)
    else:
        yield from _values(old, new)


def _property(old: Any, new: Any) -> Iterator[FactChange]:
    if old is None:
        yield FactChange("added, required" if new["required"] else "added, optional", None, new["type"])
    elif new is None:
        yield FactChange("removed", old["type"], None)
    # The type and the required flag of an existing property are separate facts.


def _value_type(old: Any, new: Any) -> Iterator[FactChange]:
    # Arrays are invariant for type checkers; `compare` handles them.
    yield FactChange("integer to number" if (old, new) == ("integer", "number") else "changed", old, new)


def _paging(old: Any, new: Any) -> Iterator[FactChange]:
    if old is None or new is None:
        yield from _plain(old, new)
        return
    others = [{key: value for key, value in row.items() if key != "maximum"} for row in (old, new)]
    bounds = [row.get("maximum") for row in (old, new)]
    if same(*others) and all(isinstance(bound, int | float) for bound in bounds):
        yield FactChange("maximum raised" if bounds[1] > bounds[0] else "maximum lowered", *bounds)
    else:
        yield FactChange("changed", old, new)


def _waiter(old: Any, new: Any) -> Iterator[FactChange]:
    if old is None or new is None:
        yield from _plain(old, new)
        return
    others = [{key: value for key, value in row.items() if key != "interval"} for row in (old, new)]
    if same(*others):
        yield FactChange("interval changed", old.get("interval"), new.get("interval"))
    else:
        yield FactChange("changed", old, new)


def _order(old: Any, new: Any) -> Iterator[FactChange]:
    # Added and removed codes are separate facts.
    if old is not None and new is not None and set(old) == set(new):
        yield FactChange("changed", old, new)


def _use(old: Any, new: Any) -> Iterator[FactChange]:
    if old is None or new is None:
        return  # the type itself is added or removed
    if old["request"] != new["request"]:
        yield FactChange("added to requests" if new["request"] else "removed from requests", None, None)
    if old["response"] != new["response"]:
        shape = "nested" if old["parts"] else "flat"
        yield FactChange(f"{'added to' if new['response'] else 'removed from'} responses, {shape}", None, None)


def _parameter(old: Any, new: Any) -> Iterator[FactChange]:
    if old is None:
        yield FactChange("added, required" if new["required"] else "added, optional", None, new["type"])
    elif new is None:
        yield FactChange("removed", old["type"], None)
    else:
        if old["required"] != new["required"]:
            yield FactChange("became required" if new["required"] else "became optional", None, None)
        elif old["default"] != new["default"]:
            yield FactChange("default changed", old["default"], new["default"])
        if old["kind"] != new["kind"]:
            widened = new["kind"] == "positional or keyword"
            yield FactChange("kind widened" if widened else "kind changed", old["kind"], new["kind"])
        if old["type"] != new["type"]:
            yield FactChange(f"type {annotation.relation(old['type'], new['type'])}", old["type"], new["type"])


def _annotation(old: Any, new: Any) -> Iterator[FactChange]:
    yield FactChange(annotation.relation(old or "", new or ""), old, new)


def _positions(old: Any, new: Any) -> Iterator[FactChange]:
    yield FactChange("appended" if new[: len(old)] == old else "changed", old, new)


def _bases(old: Any, new: Any) -> Iterator[FactChange]:
    if lost := [base for base in old if base not in new]:
        yield FactChange("lost", lost, None)
    if gained := [base for base in new if base not in old]:
        yield FactChange("gained", None, gained)


FLAGS: Final = frozenset(
    {"array", "deprecated", "nullable", "offline", "read-only", "region required", "required", "secret", "secret read", "unsigned"}
)

_BY_KIND: Final[dict[str, Callable[[Any, Any], Iterator[FactChange]]]] = {
    **dict.fromkeys(FLAGS, _flag),
    "bases": _bases,
    "correction": _correction,
    "default": _stated,
    "form": _stated,
    "time": _stated,
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
