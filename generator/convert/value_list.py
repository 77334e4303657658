"""Values that the text of a field lists with their meanings: `PREPAID：预付费`, `0: off, 1: on` (docs/design/inference.md).

A list counts only if all of its entries have one form. Doubt gives no values.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["string", "integer"]
Values: TypeAlias = tuple[str, ...] | tuple[int, ...]

MAXIMUM_LENGTH: Final = 4000
"""Longer texts are ignored, in characters; the rules are quadratic in a line."""

_LABEL: Final = re.compile(
    r"(?:取值(?:范围|说明|含义|类型|列表|内容)?|枚举(?:值|范围|类型|说明)?(?:说明|定义)?|可选(?:值|项|取值|类型|参数)(?:范围)?|有效值|合法值|可能的?取?值"
    r"|(?:目前|当前)?支持(?:的)?(?:值|类型|取值|选项|格式|参数)?|(?:类型|状态|值)?(?:包括|包含|分为)|其中|含义|说明|如下|具体(?:为|值)"
    r"|\b(?:valid |possible |available |optional |enumeration |enum(?:erated)? |supported )?(?:values?|options|types)(?: (?:are|include)(?: as follows)?)?"
    r"|\bvalue range|\bas follows|\bwhere)\s*[：:]",
    re.IGNORECASE,
)
_STRONG_LABEL: Final = re.compile(r"取值|枚举|可选|有效值|合法值|可能|支持|values?|options", re.IGNORECASE)
_STATEMENT_ONLY: Final = re.compile(
    r"注意：此(?:字段|参数)可能返回[^\n]*|\bNote: (?:This|this) (?:field|parameter) may return[^\n]*|示例值?[：:][^\n]*|(?:\bexample|\bsample)(?: value)?s?[：:][^\n]*"
    r"|(?:单位|默认值?|缺省值?|默认取值)[：:][^\n，,；;。]*|\bdefault value[：:][^\n，,；;。]*",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"[\[［【(（]\s*(-?\d+)\s*(?:[,，~～]|-|到|至)\s*(-?\d+)\s*[\]］】)）]|(?<![\w.-])(\d+)\s*(?:~|～|至|到)\s*(\d+)(?![\w.])"
)
_DEFAULT: Final = re.compile(
    r"(?:默认|缺省)(?:取值|值)?\s*(?:为|是|[：:])?\s*[`\"'“]?(-?\d+|[A-Za-z][\w-]*)|\bdefault(?:s to| value(?: is)?|:)\s*[：:]?\s*[`\"'“]?(-?\d+|[A-Za-z][\w-]*)",
    re.IGNORECASE,
)
_EXAMPLE: Final = re.compile(r"(?:例如|比如|譬如|举例|示例|例|如下所示|如|样例|e\.g\.|for example|such as|like)\s*[：:，,]?\s*\W{0,3}\Z", re.IGNORECASE)

_QUOTE: Final = r"[`\"'“”‘’]{0,2}"
_TOKENS: Final = {"string": r"[A-Za-z0-9_][A-Za-z0-9_.+/-]{0,60}(?<![./-])", "integer": r"-?\d{1,10}"}
_MEANS: Final = r"[：:]|=+>?|-{1,2}>|→|[—–]+|(?:代表|表示|指的?是?|意味着|means|indicates|represents)"
_HYPHENS: Final = {
    # A hyphen inside a word belongs to the value: mv-hevc.
    "string": r"(?<=\s)-+\s*(?=[^\d\s-])|-+(?:\s+(?=[^\d\s-])|(?=[\u4e00-\u9fff“（(]))",
    "integer": r"-+\s*(?=[^\d\s-])(?!(?:bit|core|day|hour|month|year|digit|byte|level|layer|time|way|node|point)s?\b)",
}
_BRACKET: Final = r"[（(](?=[^）)\n]{1,60}[）)])"
_MEANING: Final = r"(?=[`\"'“‘（(【<]?[^\W\d_]|\d+[^\W\d_]|[（(【“‘\"'])"
"""Start of a meaning: a word, or a number with a unit."""


def _entry(kind: Kind) -> str:
    return rf"{_QUOTE}(?P<value>{_TOKENS[kind]}){_QUOTE}\s*(?:(?P<means>{_MEANS}|{_HYPHENS[kind]})\s*{_MEANING}|(?P<bracket>{_BRACKET}))"


_LINE: Final = {kind: re.compile(rf"(?:-(?!\d)|[\s*•·●▪])*(?:\d{{1,2}}[.、)）]\s*)?{_entry(kind)}") for kind in ("string", "integer")}  # type: ignore[arg-type]
_INLINE: Final = {kind: re.compile(rf"(?<![A-Za-z0-9_.:/%~-]){_entry(kind)}") for kind in ("string", "integer")}  # type: ignore[arg-type]
_SUBJECT: Final = {
    kind: re.compile(rf"(?<=[\u4e00-\u9fff）)])[ ]?[：:]\s*(?={_QUOTE}{token}{_QUOTE}\s*(?:[：:（(=]|-+[ ]?[^\W\d_]|代表|表示))") for kind, token in _TOKENS.items()
}
"""The colon after the subject of a list: 支付渠道：wechat：微信支付."""
_PLAIN_LIST: Final = {
    kind: re.compile(
        r"(?:可取值|可选值|取值|有效值|枚举值?|枚举类型|\b(?:valid|optional|available|possible|supported) values?|\bvalue range)"
        r"(?:范围|包括|包含|有|为|是|如下| (?:are|include))*\s*[：:]?\s*(?P<open>[\[【]?)\s*"
        rf"(?P<values>{_QUOTE}{token}{_QUOTE}(?:\s*(?:[，,、/|]\s*(?:and |or )?|[或和]|\band\b|\bor\b|\s)\s*{_QUOTE}{token}{_QUOTE})+)"
        r"\s*[\]】)）]?\s*(?=[。;；\n）)]|[，,]\s*[^\W\d_a-zA-Z]|\.(?:\s|\Z)|默认|\Z)",
        re.IGNORECASE,
    )
    for kind, token in _TOKENS.items()
}
_JOINED: Final = re.compile(r"(?:逗号|分号|竖线|[“\"'`][,，;；|][”\"'`])\s*(?:来)?(?:分隔|隔开|分割|拼接|连接)|separated? (?:by|with)|comma-separated", re.IGNORECASE)
_BEFORE: Final = re.compile(r"(?:\A|[，,；;：:、。|/（(\[【{\s？?]|[\u4e00-\u9fff])\Z")
"""Text before the first inline entry."""
_BETWEEN: Final = re.compile(r"[，,；;、。|/）)\]\s和或与及]\Z")
_VALUE_LIKE: Final = re.compile(r"[\s，,；;、。|/]*[`\"'“‘]?(-?\d+|[A-Z][A-Z_]{2,})[`\"'”’]?\s*(?:[~～]|[-到至]\s*\d|[，,；;、|/\s]|\Z)")
_NO_VALUES: Final = frozenset(
    "note notes default example examples tips tip attention warning http https ftp ip url id null none nil e.g i.e eg ie ps utc gmt yyyy format unit"
    " json api sdk description remark such this the see in for if when where and or not it use only object array string integer int type value values".split()
)
_STYLES: Final = (r"[A-Z0-9_][A-Z0-9_./+-]*", r"[a-z0-9_][a-z0-9_./+-]*", r"[A-Z][A-Za-z0-9_./+-]*", r"[a-z][A-Za-z0-9_./+-]*")
_PUNCTUATION: Final = re.compile(r"[，,、/|]|[或和]|\band\b|\bor\b")
_OTHER_SUBJECT: Final = re.compile(r".{20}的\Z", re.DOTALL)
"""`…图片格式的取值为`: the values of something else."""
_CONDITION: Final = re.compile(r"(?:当|若|如果?(?!下))[^，,。；;：:]*\Z|在[^，,。；;：:]*[为是]\s*\Z")
_NUMBERED: Final = re.compile(r"\s*-?\d+\s*[.、]\s*\D")
_BARE: Final = re.compile(rf"\s*{_QUOTE}(?P<value>{_TOKENS['string']}){_QUOTE}\s*")
_UNITS: Final = re.compile(r"支持的单位(?:有|为|包括|是)?\W*\Z|\bsupported units\W*\Z", re.IGNORECASE)
_TIME_FORM: Final = re.compile(r"[Yy]{2}|[Hh]{2}|MM|mm|DD|dd|ss|SS")
_NUMBER: Final = re.compile(r"(?<![\w.:-])-?\d+(?![\w.:%])")
_LONGEST_INLINE_MEANING: Final = 60


def listed_values(text: str, kind: Kind) -> Values:
    """Return the values that a text lists with their meanings, or nothing.

    Args:
        text: Text of the field, without markup.
        kind: JSON type of the field, or of the items of an array.
    """
    # A JSON text, or several values in one text.
    if len(text) > MAXIMUM_LENGTH or '{"' in text or _JOINED.search(text):
        return ()
    if kind == "string" and (digits := listed_values(text, "integer")):
        return tuple(map(str, digits))
    body = _STATEMENT_ONLY.sub("\n", text)
    labelled = _SUBJECT[kind].sub("：\n", _LABEL.sub(lambda match: f"{match[0]}\n", body))
    lines = [line.strip() for line in labelled.split("\n")]
    values = _from_lines(lines, kind)
    if values is None:
        found = [values for line in lines if (values := _from_line(line, kind, lines))]
        values = found[0] if len(found) == 1 else []
    if not values:
        values = _without_meanings(body, kind)
    folded = {value.casefold() for value in values}
    defaults = {(match[1] or match[2]).casefold() for match in _DEFAULT.finditer(text)}
    if any(default not in folded for default in defaults if kind == "string" or default.lstrip("-").isdigit()):
        return ()
    bounds = {bound for match in _RANGE.finditer(text) for bound in match.groups() if bound is not None}
    if kind == "integer" and not bounds <= set(values):
        return ()
    distinct = len({value.casefold() for value in values}) == len(values)
    if len(values) < 2 or not distinct or not _plausible(values, kind):
        return ()
    return tuple(map(int, values)) if kind == "integer" else tuple(values)


def _without_meanings(body: str, kind: Kind) -> list[str]:
    """Return the values of the only plain list after a label, or nothing."""
    found = []
    for match in _PLAIN_LIST[kind].finditer(body):
        values = re.findall(_TOKENS[kind], match["values"])
        before = body[: match.start()]
        spaced = len(re.split(r"\s+", match["values"].strip())) == len(values)
        if _CONDITION.search(before) or _OTHER_SUBJECT.search(before) or (not spaced and len(_PUNCTUATION.findall(match["values"])) < len(values) - 1):
            continue
        # Two numbers in brackets, or after the word for a range, are its bounds.
        if kind == "string" or len(values) > 2 or not (match["open"] or "范围" in match[0] or "range" in match[0]):
            found.append(values)
    return found[0] if len(found) == 1 else []


def _from_lines(lines: list[str], kind: Kind) -> list[str] | None:
    """Return the values of consecutive lines with one entry each; None if there are no such lines, [] in doubt."""
    shown = [line for line in lines if line]
    matches = [_LINE[kind].match(line) for line in shown]
    places = [index for index, match in enumerate(matches) if match is not None]
    if len(places) < 2:
        return None
    if places[-1] - places[0] != len(places) - 1:
        return []
    found = [match for match in matches if match is not None]
    if any(len(list(_entries(line, kind))) > 1 for line in (shown[index] for index in places)):
        # Lines with several entries each.
        every = [match["value"] for index in places for match in _entries(shown[index], kind)]
        return every if len(set(every)) == len(every) and all(_from_line(shown[index], kind, lines) for index in places if len(list(_entries(shown[index], kind))) > 1) else []
    if any(shown[index].endswith(("：", ":")) for index in places):
        return []  # the introduction of another list
    before = shown[places[0] - 1] if places[0] else ""
    earlier = [match for match in _entries(before, kind) if kind == "integer" or match["means"] != "="]
    if _EXAMPLE.search(before.rstrip("：: ")) or _UNITS.search(before) or _later_values(shown[places[-1] + 1 :], kind) - {match["value"] for match in found}:
        return []
    after = shown[places[-1] + 1] if places[-1] + 1 < len(shown) else ""
    if _VALUE_LIKE.match(after) or (kind == "integer" and _NUMBERED.match(after)):
        return []
    return [match["value"] for match in [*earlier, *found]]


def _later_values(lines: list[str], kind: Kind) -> set[str]:
    """Return the values of the entries after a list."""
    return {match["value"] for line in lines for match in _entries(line, kind)}


def _entries(line: str, kind: Kind) -> list[re.Match[str]]:
    """Return the entries of a line: each but the first follows a separator."""
    found = []
    for match in _INLINE[kind].finditer(line):
        before = line[: match.start()]
        if (_BETWEEN if found else _BEFORE).search(before) or not before:
            found.append(match)
    return found


def _from_line(line: str, kind: Kind, lines: list[str]) -> list[str]:
    """Return the values of one line with several entries, or nothing."""
    found = _entries(line, kind)
    if len(found) < 2:
        return []
    index = lines.index(line)
    label = lines[index - 1] if index and found[0].start() <= 1 else line[: found[0].start()]
    if _EXAMPLE.search(label.rstrip("：: ")) or _CONDITION.search(label):
        return []
    starts = [match["value"] for match in found]
    # An entry without a separator before it, or a value before the list.
    if any(match["value"] not in starts for match in _INLINE[kind].finditer(line)):
        return []
    if kind == "integer" and any(value not in starts for value in _NUMBER.findall(line[: found[0].start()])):
        return []
    if _UNITS.search(line[: found[0].start()]) or ("→" in line and all(match["means"] != "→" for match in found)):
        return []
    brackets = {match["bracket"] is not None for match in found}
    if len(brackets) > 1:
        return []
    for one, other in pairwise(found):
        if other["value"].startswith("-") and line[: other.start()].endswith((")", "）")):
            return []  # a range: 0（lowest）-100（highest）
        if other.start() - one.end() > _LONGEST_INLINE_MEANING:
            return []
    # A value without a meaning, or a range, between or after the entries.
    pieces = re.split(r"[，,；;、|]", line[found[0].start() :])
    for piece in pieces:
        head = _VALUE_LIKE.match(piece + " ")
        if head is not None and head[1] not in starts:
            return []
        bare = _BARE.fullmatch(piece)
        if kind == "string" and bare is not None and bare["value"] not in starts:
            return []
    if kind == "string":
        strong = _STRONG_LABEL.search(label) is not None
        if not strong and not all(re.match(r"[\u4e00-\u9fff（(“]", line[match.end() :].lstrip() or " ") for match in found):
            return []
    return [match["value"] for match in found]


def _plausible(values: list[str], kind: Kind) -> bool:
    """Return whether the values look like those of one enumeration."""
    if kind == "integer":
        return True
    if all(_TIME_FORM.match(value) for value in values) or any("YYYY" in value or "yyyy" in value for value in values):
        return False
    if any(value.casefold().rstrip("s.") in _NO_VALUES for value in values):
        return False
    return any(all(re.fullmatch(style, value) for value in values) for style in _STYLES)
