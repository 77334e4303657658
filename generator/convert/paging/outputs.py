"""Page outputs of a response: items, total, next token, end flag."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ...naming import words
from .fields import SchemaField, SchemaFields

_TOTALS: Final = (
    "totalcount",
    "total",
    "totalnum",
    "totalnumber",
    "totalcounts",
    "totalcnt",
    "totalrecords",
    "totalrecord",
    "totalrows",
    "totalrow",
    "totalelements",
    "totalitems",
    "totalitem",
    "totalsize",
    "recordcount",
    "allcount",
)
"""Names of totals, best first."""
_OTHER_TOTALS: Final = frozenset({"count", "num", "number", "totalnums", "recordnum", "resultnum", "size"})
"""Names that mean a total if the text says so."""
_TOTAL_TEXT: Final = re.compile(r"总(?:条|个|记录|数|量|共)|(?:符合|满足).{0,8}(?:数量|总数|个数)|\btotal\b", re.IGNORECASE)
_NO_TOTAL_TEXT: Final = re.compile(
    r"总?页数|总页|本页|当前页|该页|本次返回|total pages|(?:in|on) (?:this|the current) page|流量|耗时|字节|大小", re.IGNORECASE
)
_HOLDER: Final = re.compile(r"count|total|page|paging|pagination|pageable")
"""Names of objects that hold a total beside the items."""

_NOT_ITEMS: Final = re.compile(
    r"(?:.*_)?(?:schema|columns?|col_names|column_names|headers?|head|filters?|errors?|error_list|warnings?|titles|order_bys?|colnames)|fields|analysis_.*"
    r"|(?:failed|invalid|unsupported|not_found|missing)_.*"
)
"""Names of lists that describe the items or report on the request."""

_OVER: Final = frozenset({"listover", "isover", "isend", "islast", "islastpage", "isfinished", "isfinish", "end", "over"})
_MORE: Final = frozenset({"hasmore", "hasnext", "hasnextpage", "istruncated", "ismore", "more", "havemore", "existmore", "nextpageexist"})
_OVER_TEXT: Final = re.compile(r"是否还有|还有更多|still more|has more", re.IGNORECASE)
"""Texts that contradict a flag named after the end."""
_MORE_TEXT: Final = re.compile(r"是否(?:结束|完成|最后)|已结束", re.IGNORECASE)
"""Texts that contradict a flag named after more pages."""

_DEPTH: Final = 2
_VERBS: Final = frozenset(
    {
        "describe",
        "list",
        "get",
        "query",
        "search",
        "fetch",
        "inquire",
        "inquiry",
        "check",
        "show",
        "scan",
        "look",
        "lookup",
        "up",
        "select",
        "find",
        "pull",
    }
)
_GENERIC: Final = frozenset(
    {
        "list",
        "set",
        "info",
        "infos",
        "items",
        "item",
        "data",
        "detail",
        "details",
        "result",
        "results",
        "all",
        "new",
        "by",
        "for",
        "of",
        "in",
        "and",
        "the",
        "with",
        "page",
        "record",
        "records",
        "v2",
        "v3",
    }
)


@dataclass(frozen=True, slots=True)
class ItemsField:
    """The list of items, or the reason why there is none."""

    field: SchemaField | None
    beside: tuple[SchemaField, ...] = ()
    """Fields of the same object."""
    reason: str = ""
    named: bool = False
    """Whether the name of the action selects it among several lists."""


def items_field(fields: SchemaFields, action: str) -> ItemsField:
    """Return the list of items of a response: its only list of objects, or the one that the action is named after."""
    noun = _stems(action, _VERBS)
    groups = [(_lists(own, noun), own) for own in _objects(fields, f"{action}Response")]
    groups = [(lists, own) for lists, own in groups if lists]
    if not groups:
        return ItemsField(None, reason="the response has no list")
    depth = min(len(lists[0].path) for lists, _ in groups)
    nearest = [(lists, own) for lists, own in groups if len(lists[0].path) == depth]
    if len(nearest) > 1:
        counted = [(lists, own) for lists, own in nearest if total_field((), own) is not None]
        if len(counted) != 1:
            names = ", ".join(lists[0].dotted for lists, _ in nearest)
            return ItemsField(None, reason=f"several objects of the response hold lists ({names})")
        nearest = counted
    lists, own = nearest[0]
    # A total in a deeper object belongs to the lists there.
    if total_field((), own) is None and any(total_field((), inner) is not None for inner_lists, inner in groups if inner is not own):
        return ItemsField(None, reason="an object of the response has a total and a list of its own")
    return _chosen(lists, tuple(own), noun)


def _chosen(lists: list[SchemaField], own: tuple[SchemaField, ...], noun: list[str]) -> ItemsField:
    objects = [field for field in lists if field.model is not None]
    scalars = [field for field in lists if field.model is None]
    if len(lists) == 1:
        return ItemsField(lists[0], own)
    matched = [field for field in lists if _matches(field, noun)]
    if len(objects) == 1 and not (matched and objects[0] not in matched):
        return ItemsField(objects[0], own)
    if len(matched) == 1 and (matched[0] in objects or not objects):
        return ItemsField(matched[0], own, named=True)
    names = ", ".join(field.dotted for field in objects or scalars)
    return ItemsField(None, reason=f"the response has several lists ({names})")


def total_field(around: tuple[SchemaField, ...], beside: list[SchemaField] | tuple[SchemaField, ...]) -> SchemaField | None:
    """Return the total beside the items, or among the fields around them."""
    for group in (beside, around):
        found = [field for field in group if field.type in ("integer", "string") and not _NO_TOTAL_TEXT.search(field.text)]
        by_name = sorted((field for field in found if field.key in _TOTALS), key=lambda field: _TOTALS.index(field.key))
        if by_name:
            return by_name[0]
        by_text = [field for field in found if field.key in _OTHER_TOTALS and field.type == "integer" and _TOTAL_TEXT.search(field.text)]
        if len(by_text) == 1:
            return by_text[0]
    return None


def held_totals(fields: SchemaFields, beside: tuple[SchemaField, ...]) -> tuple[SchemaField, ...]:
    """Return the fields of the objects beside the items that are named after counts or pages."""
    holders = [field for field in beside if field.type == "object" and _HOLDER.search(field.key)]
    return tuple(fields.inside(holders[0])) if len(holders) == 1 else ()


def around(fields: SchemaFields, action: str, items: SchemaField) -> tuple[SchemaField, ...]:
    """Return the fields of the objects that contain the object with the items, the nearest first."""
    found: list[SchemaField] = []
    schema = f"{action}Response"
    own = fields.of(schema)
    prefix: tuple[str, ...] = ()
    for name in items.path[:-1]:
        found = [*own, *found]
        prefix = (*prefix, name)
        own = fields.inside(next(field for field in own if field.path == prefix))
    return tuple(found)


def end_flag(beside: tuple[SchemaField, ...]) -> tuple[SchemaField, bool] | None:
    """Return the flag that marks the last page, and its value there."""
    for field in beside:
        if field.type in ("boolean", "integer"):
            if field.key in _OVER and not _OVER_TEXT.search(field.text):
                return field, True
            if field.key in _MORE and not _MORE_TEXT.search(field.text):
                return field, False
    return None


def next_token(token: SchemaField, beside: tuple[SchemaField, ...]) -> SchemaField | None:
    """Return the output that holds the next value of the input `token`."""
    wanted = [f"next{token.key.removeprefix('next')}", token.key, token.key.removeprefix("next")]
    if token.key.endswith("token"):
        wanted += ["nexttoken", "nextpagetoken"]
    for key in wanted:
        found = next((field for field in beside if field.key == key and field.type == token.type), None)
        if found is not None:
            return found
    return None


def _objects(fields: SchemaFields, schema: str) -> list[list[SchemaField]]:
    """Return the fields of the response, and of the objects in it."""
    result, level = [], [fields.of(schema)]
    for _ in range(_DEPTH + 1):
        result += level
        level = [fields.inside(field) for own in level for field in own if field.type == "object"]
    return result


def _lists(own: list[SchemaField], noun: list[str]) -> list[SchemaField]:
    lists = [field for field in own if field.type == "array"]
    return [field for field in lists if _matches(field, noun) or not _NOT_ITEMS.fullmatch("_".join(words(field.name)))]


def _stems(name: str, dropped: frozenset[str]) -> list[str]:
    return [_singular(word) for word in words(name) if word not in dropped and word not in _GENERIC]


def _singular(word: str) -> str:
    for ending, other in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ses", "se"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss") and len(word) > 3:
            return word.removesuffix(ending) + other
    return word


def _matches(field: SchemaField, noun: list[str]) -> bool:
    """Return whether the list or the type of its items is named after the action."""
    if not noun:
        return False
    if field.key.startswith("analysis"):
        return False
    names = [_stems(field.name, frozenset()), _stems(field.model, frozenset()) if field.model else []]
    return any(own and (own[-len(noun) :] == noun or noun[-len(own) :] == own) for own in names)
