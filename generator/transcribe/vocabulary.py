"""Headings, marks, column titles and patterns of the fixed texts of a page, in English and Chinese."""

from __future__ import annotations

from enum import Enum
from itertools import product
from typing import Final

COLON: Final = r"[:\uff1a]"
COMMA: Final = r"[,\uff0c\u3001]"
FULL_STOP: Final = r"[.\u3002]"
SENTENCE_ENDS: Final = (".", "!", "?", "\u3002", "\uff01", "\uff1f")
"""Valid endings of the last error description of a complete page."""
HOST_PATTERN: Final = r"(?:[a-z0-9-]{1,63}\.){1,5}tencentcloudapi\.com"


class SectionKind(Enum):
    """Section of an action page. The value is the current English heading."""

    DESCRIPTION = "API Description"
    INPUT = "Input Parameters"
    OUTPUT = "Output Parameters"
    EXAMPLE = "Example"
    RESOURCES = "Developer Resources"
    ERRORS = "Error Code"


HEADINGS: Final = {
    "api description": SectionKind.DESCRIPTION,
    "api descriptions": SectionKind.DESCRIPTION,
    "接口描述": SectionKind.DESCRIPTION,
    "input parameter": SectionKind.INPUT,
    "input parameters": SectionKind.INPUT,
    "request parameter": SectionKind.INPUT,
    "request parameters": SectionKind.INPUT,
    "输入参数": SectionKind.INPUT,
    "请求参数": SectionKind.INPUT,
    "output parameter": SectionKind.OUTPUT,
    "output parameters": SectionKind.OUTPUT,
    "return parameter": SectionKind.OUTPUT,
    "return parameters": SectionKind.OUTPUT,
    "response parameters": SectionKind.OUTPUT,
    "输出参数": SectionKind.OUTPUT,
    "返回参数": SectionKind.OUTPUT,
    "example": SectionKind.EXAMPLE,
    "examples": SectionKind.EXAMPLE,
    "example(s)": SectionKind.EXAMPLE,
    "sample": SectionKind.EXAMPLE,
    "samples": SectionKind.EXAMPLE,
    "sample(s)": SectionKind.EXAMPLE,
    "示例": SectionKind.EXAMPLE,
    "developer resources": SectionKind.RESOURCES,
    "other resources": SectionKind.RESOURCES,
    "开发者资源": SectionKind.RESOURCES,
    "其他资源": SectionKind.RESOURCES,
    "error code": SectionKind.ERRORS,
    "error codes": SectionKind.ERRORS,
    "error code(s)": SectionKind.ERRORS,
    "错误码": SectionKind.ERRORS,
}

INPUT_MARKS: Final = frozenset(
    {
        "input example",
        "input examples",
        "input sample",
        "input sample code",
        "request example",
        "sample request",
        "输入示例",
        "请求示例",
    }
)
OUTPUT_MARKS: Final = frozenset(
    {
        "output example",
        "output examples",
        "output sample",
        "output sample code",
        "response example",
        "sample response",
        "输出示例",
        "返回示例",
        "响应示例",
    }
)

# Lines that the site adds below the last section. All lines from the first of them on belong to the site.
FOOTERS: Final = frozenset(
    {
        "help and support",
        "was this page helpful?",
        "was this page helpful",
        "feedback",
        "contact us",
        "technical support",
        "masukan",
        "bantuan dan dukungan",
        "hubungi kami",
        "피드백",
        "도움말 및 지원",
        "문의하기",
        "문서의 내용이 도움이 되었나요?",
        "ヘルプとサポート",
        "お問い合わせ",
        "contate-nos",
        "文档反馈",
        "帮助和支持",
        "联系我们",
        "本页内容是否解决了您的问题？",
        "本页内容是否解决了您的问题?",
        "文档内容是否对您有帮助？",
        "文档内容是否对您有帮助?",
    }
)

# Titles of the tables on a product's page of error codes.
ERROR_TABLE_TITLES: Final = frozenset(
    {
        *("common error codes", "common error code", "public error codes", "business error codes", "business error code", "error codes"),
        *("公共错误码", "业务错误码"),
    }
)

# Links and buttons of the page frame, which are not titles.
FRAME_WORDS: Final = frozenset(
    {
        "tencent cloud",
        "all product documents",
        "apis",
        "api documentation",
        "feedback",
        "文档反馈",
        "피드백",
        "masukan",
        "pdf",
        "download",
        "下载",
        "focus mode",
        "聚焦模式",
        "집중 모드",
        "mode fokus",
        "font size",
        "字号",
        "글자 크기",
        "ukuran font",
        "copy page",
        "share",
        "分享",
        "我的收藏",
        "收藏",
        "本页目录",
    }
)

YES_WORDS: Final = frozenset({"Yes", "是"})
REQUIRED_PATTERN: Final = r"(?P<required>Yes|No|是|否)"

_COLUMNS: Final = {
    "name": ("parameter name", "parameter", "name", "field", "参数名称", "参数名", "参数", "名称", "字段"),
    "required": ("required", "mandatory", "必选", "是否必选", "必填", "是否必填"),
    "type": ("type", "data type", "类型", "参数类型", "数据类型"),
    "text": ("description", "描述", "说明", "参数描述"),
}


def headers(columns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return every wording of a table header with these columns."""
    return {" ".join(words): columns for words in product(*(_COLUMNS[column] for column in columns))}


INPUT_HEADERS: Final = {
    **headers(("name", "required", "type", "text")),
    **headers(("name", "type", "required", "text")),
    # Some extractors lose the column "Required" together with its title.
    **headers(("name", "type", "text")),
}
OUTPUT_HEADERS: Final = headers(("name", "type", "text"))
TYPE_HEADERS: Final = INPUT_HEADERS
ERROR_HEADERS: Final[dict[str, tuple[str, ...]]] = {
    "error code description": ("code", "text"),
    "error codes description": ("code", "text"),
    "错误码 描述": ("code", "text"),
    "错误码 说明": ("code", "text"),
}
_ACTION_COLUMN: Final = ("api name", "api", "接口名称")
_FEATURE_COLUMN: Final = ("feature", "description", "api description", "接口功能")
_RATE_COLUMN: Final = (
    *("frequency limit (maximum requests per second)", "frequency limit (requests/second)", "frequency limit (times/second)"),
    *("frequency limit", "rate limit (requests/second)", "频率限制（次/秒）", "频率限制(次/秒)", "频率限制"),
)
CATEGORY_HEADERS: Final = {" ".join(words): ("name", "feature", "rate") for words in product(_ACTION_COLUMN, _FEATURE_COLUMN, _RATE_COLUMN)}
