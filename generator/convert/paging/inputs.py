"""Page inputs of a request: offset or page number, page size, token."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ...spec.view import items
from .fields import SchemaField, SchemaFields

_OFFSET: Final = frozenset({"offset"})
_OTHER_OFFSET: Final = frozenset({"start", "startindex", "startposition", "skip", "begin", "index", "pagestart"})
"""Names that mean an offset if the text says so."""
_OFFSET_TEXT: Final = re.compile(r"偏移|offset|起始(?:位置|索引|下标)", re.IGNORECASE)

_PAGE: Final = frozenset(
    {"pagenumber", "pageno", "pagenum", "pageindex", "page", "currentpage", "curpage", "nowpage", "pageidx", "currentpageno", "pagesn"}
)
_OTHER_PAGE: Final = frozenset({"pageid", "index", "current", "currpage", "number", "no", "num"})
"""Names that mean a page number if the text says so."""
_PAGE_TEXT: Final = re.compile(r"页码|页号|第几页|第.{0,3}页|当前页|分页页数|\bpage (?:number|no|index)", re.IGNORECASE)

_LIMIT: Final = frozenset(
    {
        "limit",
        "pagesize",
        "pagelimit",
        "perpage",
        "maxresults",
        "maxitems",
        "maxkeys",
        "maxresult",
        "pageitems",
        "numperpage",
        "sizeperpage",
    }
)
_OTHER_LIMIT: Final = frozenset({"size", "count", "length", "maxnum", "number", "num", "pagecount", "rows", "maxcount", "pagenum"})
"""Names that mean a page size if the text says so."""
_LIMIT_TEXT: Final = re.compile(
    r"每页|单页|页(?:面)?(?:大小|长|容量|尺寸)|条数|返回.{0,6}数|数量|个数|大小|per page|page size|number of|maximum", re.IGNORECASE
)

_TOKEN: Final = re.compile(
    r"(?:next|page|nextpage|pagination|scroll|continuation|continue)token|(?:next)?cursor|(?:next)?marker|\w+marker|context|scrollid"
)

_FORMULA: Final = re.compile(
    r"[-\u2212]\s*1\s*[)\uff09]?\s*[*x\u00d7]|=\s*[1-9]\d+\s*表示|第二页(?:Offset)?[为是]\s*[1-9]\d|偏移量(?!页)|第 ?Offset|\boffset\b",
    re.IGNORECASE,
)
"""Texts about pages that nevertheless define an offset in items."""
_NUMBERS: Final = re.compile(
    r"页码|第几页|第多少页|页数|页号|页编号|当前页|页大小|每页返回的数目|第\s*0?\s*页|分页步长|\bpage\b", re.IGNORECASE
)
_CONTRARY: Final = re.compile(
    r"(?:Offset\s*=\s*1|offset 1)\s*[，,]?\s*(?:则)?(?:表示第二页|指)|具体第几页|偏移量[，,]\s*默认\s*1", re.IGNORECASE
)
"""Texts of offsets that count pages, or items from one, whatever else they say."""

_FROM_ZERO: Final = re.compile(
    r"从\s*(?:第\s*)?0\s*(?:页)?\s*(?:开始|起|计)|0\s*(?:表示|为|是|代表)\s*第一页|第一页\s*(?:为|是|=)\s*0|起始(?:值|页)?(?:为|是)?\s*0"
    r"|默认(?:值)?(?:填|为|是|[:：])?\s*0(?![0-9.])|(?:start|begin)\w*\s*(?:from|at|with)\s*0|zero.based|0.based",
    re.IGNORECASE,
)
_FROM_ONE: Final = re.compile(
    r"从\s*(?:第\s*)?1\s*(?:页)?\s*(?:开始|起|计)|1\s*(?:表示|为|是|代表)\s*第一页|第一页\s*(?:为|是|=)\s*1|起始(?:值|页)?(?:为|是)?\s*1"
    r"|默认(?:值)?(?:填|为|是|[:：])?\s*1(?![0-9.])|大于\s*0|(?:≥|>=|＞=|大于等于|不小于|最小(?:值)?(?:为|是)?)\s*1(?![0-9])|[\[【(（]\s*1\s*[,，~\-]"
    r"|(?:start|begin)\w*\s*(?:from|at|with)\s*1|one.based|1.based|表示第一页.{0,12}=\s*2",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageInputs:
    """Inputs that select a page, all in the request itself or in one object of it."""

    offset: SchemaField | None = None
    number: SchemaField | None = None
    limit: SchemaField | None = None
    tokens: tuple[SchemaField, ...] = ()
    doubtful: str | None = None
    """Reason why the inputs cannot be trusted."""

    @property
    def found(self) -> bool:
        """Whether an input selects a page."""
        return self.offset is not None or self.number is not None or bool(self.tokens)


def page_inputs(fields: SchemaFields, schema: str) -> PageInputs:
    """Return the page inputs of a request; those of its only object with some if the request itself has none."""
    own = fields.of(schema)
    found = _inputs(own)
    if found.found:
        return found
    nested = [inner for field in own if field.type == "object" and (inner := _inputs(fields.inside(field))).found and not inner.tokens]
    nested = [inner for inner in nested if inner.limit is not None]
    if len(nested) > 1:
        return PageInputs(doubtful="several objects of the request have page inputs")
    return nested[0] if nested else found


def first_page(number: SchemaField, examples: list[int]) -> int | None:
    """Return the number of the first page by text, default, minimum and documented requests; `None` if they do not state it."""
    zero, one = bool(_FROM_ZERO.search(number.text)), bool(_FROM_ONE.search(number.text))
    if zero != one:
        return 0 if zero else 1
    # A documented request with page 0 is often a placeholder.
    if zero or 0 in examples:
        return None
    for stated in (number.node.get("minimum"), number.node.get("x-tc-default")):
        if stated in (0, 1):
            return int(stated)
    return 1 if examples else None


def _inputs(fields: list[SchemaField]) -> PageInputs:
    numbers = [field for field in fields if field.type in ("integer", "string")]
    limit = _pick(numbers, _LIMIT, _OTHER_LIMIT, _LIMIT_TEXT)
    rest = [field for field in numbers if field is not limit]
    offset = _pick(rest, _OFFSET, _OTHER_OFFSET, _OFFSET_TEXT)
    number = _pick([field for field in rest if field is not offset], _PAGE, _OTHER_PAGE, _PAGE_TEXT)
    if limit is None and number is not None and number.key in _OTHER_PAGE:
        number = None
    tokens = tuple(field for field in numbers if _TOKEN.fullmatch(field.key))
    doubtful = None
    text = "" if offset is None else offset.text
    if offset is not None and (_CONTRARY.search(text) or (_NUMBERS.search(text) and not _FORMULA.search(text))):
        doubtful = f"the text of {offset.dotted} describes a page number"
    if number is not None and offset is None and re.search("偏移", number.text):
        doubtful = f"the text of {number.dotted} describes an offset"
    return PageInputs(offset, number, limit, tokens, doubtful)


def _pick(fields: list[SchemaField], names: frozenset[str], others: frozenset[str], text: re.Pattern[str]) -> SchemaField | None:
    """Return the field with one of `names`, or with one of `others` and a text that says the same."""
    by_name = [field for field in fields if field.key in names]
    if by_name:
        return by_name[0]
    return next((field for field in fields if field.key in others and text.search(field.text)), None)


def page_size(limit: SchemaField) -> int:
    """Return the largest page size that is documented to work: maximum, largest known value, default, or 20."""
    node, text = limit.node, limit.text.replace(",", "，").replace("*", "")
    stated = [int(number) for pattern in _MAXIMA for number in pattern.findall(text)]
    known = [value for value in map(_integer, items(node.get("x-tc-known-values"))) if value is not None and value > 0]
    default = _integer(node.get("x-tc-default"))
    for value in (_integer(node.get("maximum")), min(stated, default=None), max(known, default=None), default):
        if value is not None and value >= 1:
            return min(value, _LARGEST_SIZE)
    return _USUAL_SIZE


_USUAL_SIZE: Final = 20
_LARGEST_SIZE: Final = 1000
"""Larger pages take long to send and to parse."""
_MAXIMA: Final = (
    re.compile(r"(?:最大|上限|最多|不超过|不能超过|maximum|max\.?|up to)[^0-9，。;；]{0,12}?(\d+)", re.IGNORECASE),
    re.compile(r"(?:取值|范围|区间|需要在)[^0-9。]{0,8}\d+\s*[\]】)）]?\s*(?:[-~，]|\.\.)\s*(\d+)"),
    re.compile(r"[\[【(（]\s*\d+\s*[-~，]\s*(\d+)\s*[\]】)）]"),
)


def _integer(value: object) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
