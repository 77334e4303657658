"""Patterns of the lists of values in texts: labels, entries, separators, and signs of something else."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["string", "integer"]
KINDS: Final[tuple[Kind, ...]] = ("string", "integer")

LABEL: Final = re.compile(
    r"(?:取值(?:范围|说明|含义|类型|列表|内容)?|枚举(?:值|范围|类型|说明)?(?:说明|定义)?|可选(?:值|项|取值|类型|参数)(?:范围)?"
    r"|有效值|合法值|可能的?取?值|(?:目前|当前)?支持(?:的)?(?:值|类型|取值|选项|格式|参数)?"
    r"|(?:类型|状态|值)?(?:包括|包含|分为)|其中|含义|说明|如下|具体(?:为|值)"
    r"|\b(?:valid |possible |available |optional |enumeration |enum(?:erated)? |supported )?(?:values?|options|types)"
    r"(?: (?:are|include)(?: as follows)?)?|\bvalue range|\bas follows|\bwhere)\s*[：:]",
    re.IGNORECASE,
)
STRONG_LABEL: Final = re.compile(r"取值|枚举|可选|有效值|合法值|可能|支持|values?|options", re.IGNORECASE)
"""Labels after which a list of words needs no further sign."""
OTHER_STATEMENT: Final = re.compile(
    r"注意：此(?:字段|参数)可能返回[^\n]*|\bNote: this (?:field|parameter) may return[^\n]*"
    r"|示例值?[：:][^\n]*|(?:\bexample|\bsample)(?: value)?s?[：:][^\n]*"
    r"|(?:单位|默认值?|缺省值?|默认取值)[：:][^\n，,；;。]*|\bdefault value[：:][^\n，,；;。]*",
    re.IGNORECASE,
)
RANGE: Final = re.compile(
    r"[\[［【(（]\s*(-?\d+)\s*(?:[,，~～]|-|到|至)\s*(-?\d+)\s*[\]］】)）]|(?<![\w.-])(\d+)\s*(?:~|～|至|到)\s*(\d+)(?![\w.])"
)
DEFAULT: Final = re.compile(
    r"(?:默认|缺省)(?:取值|值)?\s*(?:为|是|[：:])?\s*[`\"'“]?(-?\d+|[A-Za-z][\w-]*)"
    r"|\bdefault(?:s to| value(?: is)?|:)\s*[：:]?\s*[`\"'“]?(-?\d+|[A-Za-z][\w-]*)",
    re.IGNORECASE,
)
EXAMPLE: Final = re.compile(
    r"(?:例如|比如|譬如|举例|示例|例|如下所示|如|样例|e\.g\.|for example|such as|like)\s*[：:，,]?\s*\W{0,3}\Z", re.IGNORECASE
)
JOINED: Final = re.compile(
    r"(?:逗号|分号|竖线|[“\"'`][,，;；|][”\"'`])\s*(?:来)?(?:分隔|隔开|分割|拼接|连接)|separated? (?:by|with)|comma-separated",
    re.IGNORECASE,
)
"""Several values in one text."""
CONDITION: Final = re.compile(r"(?:当|若|如果?(?!下))[^，,。；;：:]*\Z|在[^，,。；;：:]*[为是]\s*\Z")
OTHER_SUBJECT: Final = re.compile(r".{20}的\Z", re.DOTALL)
"""`…图片格式的取值为`: the values of something else."""
UNITS: Final = re.compile(r"支持的单位(?:有|为|包括|是)?\W*\Z|\bsupported units\W*\Z", re.IGNORECASE)

_QUOTE: Final = r"[`\"'“”‘’]{0,2}"
TOKENS: Final[dict[Kind, str]] = {"string": r"[A-Za-z0-9_][A-Za-z0-9_.+/-]{0,60}(?<![./-])", "integer": r"-?\d{1,10}"}
_MEANS: Final = r"[：:]|=+>?|-{1,2}>|→|[—–]+|(?:代表|表示|指的?是?|意味着|means|indicates|represents)"
_HYPHENS: Final[dict[Kind, str]] = {
    # A hyphen inside a word belongs to the value: mv-hevc.
    "string": r"(?<=\s)-+\s*(?=[^\d\s-])|-+(?:\s+(?=[^\d\s-])|(?=[\u4e00-\u9fff“（(]))",
    # 2048-bit is no value with a meaning.
    "integer": r"-+\s*(?=[^\d\s-])(?!(?:bit|core|day|hour|month|year|digit|byte|level|layer|time|way|node|point)s?\b)",
}
_BRACKET: Final = r"[（(](?=[^）)\n]{1,60}[）)])"
_MEANING: Final = r"(?=[`\"'“‘（(【<]?[^\W\d_]|\d+[^\W\d_]|[（(【“‘\"'])"
"""Start of a meaning: a word, or a number with a unit."""
_ENTRY: Final[dict[Kind, str]] = {
    kind: rf"{_QUOTE}(?P<value>{TOKENS[kind]}){_QUOTE}\s*"
    rf"(?:(?P<means>{_MEANS}|{_HYPHENS[kind]})\s*{_MEANING}|(?P<bracket>{_BRACKET}))"
    for kind in KINDS
}
ENTRY_LINE: Final = {kind: re.compile(rf"(?:-(?!\d)|[\s*•·●▪])*(?:\d{{1,2}}[.、)）]\s*)?{_ENTRY[kind]}") for kind in KINDS}
ENTRY: Final = {kind: re.compile(rf"(?<![A-Za-z0-9_.:/%~-]){_ENTRY[kind]}") for kind in KINDS}
SUBJECT_COLON: Final = {
    kind: re.compile(rf"(?<=[\u4e00-\u9fff）)])[ ]?[：:]\s*(?={_QUOTE}{TOKENS[kind]}{_QUOTE}\s*(?:[：:（(=]|-+[ ]?[^\W\d_]|代表|表示))")
    for kind in KINDS
}
"""The colon after the subject of a list: `支付渠道：wechat：微信支付`."""
PLAIN_LIST: Final = {
    kind: re.compile(
        r"(?:可取值|可选值|取值|有效值|枚举值?|枚举类型|\b(?:valid|optional|available|possible|supported) values?|\bvalue range)"
        r"(?:范围|包括|包含|有|为|是|如下| (?:are|include))*\s*[：:]?\s*(?P<open>[\[【]?)\s*"
        rf"(?P<values>{_QUOTE}{token}{_QUOTE}"
        rf"(?:\s*(?:[，,、/|]\s*(?:and |or )?|[或和]|\band\b|\bor\b|\s)\s*{_QUOTE}{token}{_QUOTE})+)"
        r"\s*[\]】)）]?\s*(?=[。;；\n）)]|[，,]\s*[^\W\d_a-zA-Z]|\.(?:\s|\Z)|默认|\Z)",
        re.IGNORECASE,
    )
    for kind, token in TOKENS.items()
}
SEPARATOR: Final = re.compile(r"[，,、/|]|[或和]|\band\b|\bor\b")
BEFORE_FIRST: Final = re.compile(r"(?:\A|[，,；;：:、。|/（(\[【{\s？?]|[\u4e00-\u9fff])\Z")
BETWEEN: Final = re.compile(r"[，,；;、。|/）)\]\s和或与及]\Z")
MEANING_IN_CHINESE: Final = re.compile(r"\s*[\u4e00-\u9fff（(“]")
VALUE_ALONE: Final = re.compile(r"[\s，,；;、。|/]*[`\"'“‘]?(-?\d+|[A-Z][A-Z_]{2,})[`\"'”’]?\s*(?:[~～]|[-到至]\s*\d|[，,；;、|/\s]|\Z)")
WORD_ALONE: Final = re.compile(rf"\s*{_QUOTE}(?P<value>{TOKENS['string']}){_QUOTE}\s*")
NUMBERED: Final = re.compile(r"\s*-?\d+\s*[.、]\s*\D")
NUMBER: Final = re.compile(r"(?<![\w.:-])-?\d+(?![\w.:%])")
TIME_FORM: Final = re.compile(r"[Yy]{2}|[Hh]{2}|MM|mm|DD|dd|ss|SS")
NO_VALUES: Final = frozenset(
    [
        *("note", "notes", "default", "example", "examples", "tip", "tips", "attention", "warning", "description", "remark"),
        *("http", "https", "ftp", "ip", "url", "id", "json", "api", "sdk", "utc", "gmt", "yyyy", "format", "unit"),
        *("null", "none", "nil", "e.g", "i.e", "eg", "ie", "ps", "such", "this", "the", "see", "in", "for", "if", "when", "where"),
        *("and", "or", "not", "it", "use", "only", "object", "array", "string", "integer", "int", "type", "value", "values"),
    ]
)
"""Words that begin a remark."""
STYLES: Final = tuple(
    re.compile(style)
    for style in (r"[A-Z0-9_][A-Z0-9_./+-]*", r"[a-z0-9_][a-z0-9_./+-]*", r"[A-Z][A-Za-z0-9_./+-]*", r"[a-z][A-Za-z0-9_./+-]*")
)
"""Spellings of which an enumeration has one."""
