"""Independent recount of differences between two `api.json` of one product, without code of the generator.

It does not parse descriptions (default, bounds, known values); there it only reports whether the description changed.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Final, NamedTuple

Raw = dict[str, Any]

JSON_TYPES: Final = {
    "string": "string", "datetime": "string", "datetime_iso": "string", "date": "string", "binary": "string",
    "int64": "integer", "uint64": "integer", "float": "number", "bool": "boolean",
}  # fmt: skip
FORMS: Final = frozenset({"datetime", "datetime_iso", "date", "binary"})
WIDTHS: Final = frozenset({"int64", "uint64"})
WORDS: Final = frozenset({"default", "minimum", "maximum", "known values"})
"""Facts read from a field's description, like nullability in some cases."""


class Difference(NamedTuple):
    """A difference: location and fact."""

    where: str
    fact: str


class Recount(NamedTuple):
    """All differences, and the fields with a changed description."""

    differences: Counter[Difference]
    reworded: frozenset[str]


def recount(old: Raw, new: Raw, *, same_file: bool) -> Recount:
    """Return the differences from `old` to `new`."""
    found: Counter[Difference] = Counter()
    reworded: set[str] = set()
    actions = (old["actions"], new["actions"])
    for name in actions[0].keys() | actions[1].keys():
        if (name in actions[0]) != (name in actions[1]):
            found[Difference(name, "action")] += 1
            continue
        before, after = (side[name] for side in actions)
        status = [row.get("status", "online") for row in (before, after)]
        found[Difference(name, "deprecated")] += (status[0] == "online") != (status[1] == "online")
        found[Difference(name, "offline")] += (status[0] == "offline") != (status[1] == "offline")
        found[Difference(name, "unsigned")] += bool(before.get("skip_sign")) != bool(after.get("skip_sign"))
        found[Difference(name, "source")] += not same_file
    objects = (old["objects"], new["objects"])
    reach = (_reach(old), _reach(new))
    for name in objects[0].keys() | objects[1].keys():
        if (name in objects[0]) != (name in objects[1]):
            found[Difference(name, "type")] += 1
            continue
        found[Difference(name, "use")] += len(_ways(reach[0], name) ^ _ways(reach[1], name))
        members = [{member["name"]: member for member in side[name].get("members") or ()} for side in objects]
        usages = [_usage(side, name) for side in (old, new)]
        for field in members[0].keys() | members[1].keys():
            where = f"{name}.{field}"
            if (field in members[0]) != (field in members[1]):
                found[Difference(where, "property")] += 1
                continue
            before, after = (side[field] for side in members)
            if before.get("document") != after.get("document"):
                reworded.add(where)
            rows = [_facts(member, usage) for member, usage in zip((before, after), usages, strict=True)]
            for fact in rows[0]:
                found[Difference(where, fact)] += rows[0][fact] != rows[1][fact]
    return Recount(+found, frozenset(reworded))


def _facts(member: Raw, usage: str) -> dict[str, Any]:
    kind = member["member"]
    if usage == "out":
        stated = member.get("output_required")
        stated = member.get("required") if stated is None else stated
        required = stated is None or bool(stated)
    else:
        required = bool(member.get("required"))
    return {
        "value type": JSON_TYPES.get(kind, kind),
        "array": member["type"] == "list",
        "form": kind if kind in FORMS else None,
        "width": kind if kind in WIDTHS else None,
        "required": required,
        "deprecated": bool(member.get("disabled")),
        "nullable": bool(member.get("value_allowed_null")),
    }


def _usage(side: Raw, name: str) -> str:
    default = "both"
    for action in side["actions"]:
        if name in (f"{action}Request", f"{action}Response"):
            default = "in" if name.endswith("Request") else "out"
    usage: str = side["objects"][name].get("usage", default)
    return usage


def _reach(side: Raw) -> dict[str, set[str]]:
    reached: dict[str, set[str]] = {}
    for suffix in ("Request", "Response"):
        pending = [f"{action}{suffix}" for action in side["actions"]]
        seen: set[str] = set()
        while pending:
            name = pending.pop()
            if name not in seen:
                seen.add(name)
                held = (member["member"] for member in side["objects"][name].get("members") or ())
                pending += [kind for kind in held if kind in side["objects"]]
        reached[suffix] = seen
    return reached


def _ways(reached: dict[str, set[str]], name: str) -> set[str]:
    # An unreachable type counts as a response type.
    return {suffix for suffix, names in reached.items() if name in names} or {"Response"}
