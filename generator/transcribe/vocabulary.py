"""The words by which the fixed pieces of a page are known, in English and in Chinese."""

from __future__ import annotations

from enum import Enum
from itertools import product
from typing import Final

COLON: Final = r"[:\uff1a]"
COMMA: Final = r"[,\uff0c\u3001]"
FULL_STOP: Final = r"[.\u3002]"
SENTENCE_ENDS: Final = (".", "!", "?", "\u3002", "\uff01", "\uff1f")
"""What the last error text of a whole page may end with."""
HOST: Final = r"(?:[a-z0-9-]{1,63}\.){1,5}tencentcloudapi\.com"


class Part(Enum):
    """A part of a page; the value is the heading of today's pages."""

    DESCRIPTION = "API Description"
    INPUT = "Input Parameters"
    OUTPUT = "Output Parameters"
    EXAMPLE = "Example"
    RESOURCES = "Developer Resources"
    ERRORS = "Error Code"


HEADINGS: Final = {
    "api description": Part.DESCRIPTION,
    "api descriptions": Part.DESCRIPTION,
    "接口描述": Part.DESCRIPTION,
    "input parameter": Part.INPUT,
    "input parameters": Part.INPUT,
    "request parameter": Part.INPUT,
    "request parameters": Part.INPUT,
    "输入参数": Part.INPUT,
    "请求参数": Part.INPUT,
    "output parameter": Part.OUTPUT,
    "output parameters": Part.OUTPUT,
    "return parameter": Part.OUTPUT,
    "return parameters": Part.OUTPUT,
    "response parameters": Part.OUTPUT,
    "输出参数": Part.OUTPUT,
    "返回参数": Part.OUTPUT,
    "example": Part.EXAMPLE,
    "examples": Part.EXAMPLE,
    "example(s)": Part.EXAMPLE,
    "sample": Part.EXAMPLE,
    "samples": Part.EXAMPLE,
    "sample(s)": Part.EXAMPLE,
    "示例": Part.EXAMPLE,
    "developer resources": Part.RESOURCES,
    "other resources": Part.RESOURCES,
    "开发者资源": Part.RESOURCES,
    "其他资源": Part.RESOURCES,
    "error code": Part.ERRORS,
    "error codes": Part.ERRORS,
    "error code(s)": Part.ERRORS,
    "错误码": Part.ERRORS,
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

# Lines below the last part that belong to the site, not to the page: whatever follows the first of them is the site's, too.
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

# Titles of the tables on a page of a product's error codes.
CODE_TABLES: Final = frozenset(
    {
        *("common error codes", "common error code", "public error codes", "business error codes", "business error code", "error codes"),
        *("公共错误码", "业务错误码"),
    }
)

# Words in the shell that are no title: links, buttons, places where a title would stand on a page without one.
BUTTONS: Final = frozenset(
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

YES: Final = frozenset({"Yes", "是"})
REQUIRED: Final = r"(?P<required>Yes|No|是|否)"

_COLUMNS: Final = {
    "name": ("parameter name", "parameter", "name", "field", "参数名称", "参数名", "参数", "名称", "字段"),
    "required": ("required", "mandatory", "必选", "是否必选", "必填", "是否必填"),
    "type": ("type", "data type", "类型", "参数类型", "数据类型"),
    "text": ("description", "描述", "说明", "参数描述"),
}


def headers(columns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Every wording of a table's header with these columns."""
    return {" ".join(words): columns for words in product(*(_COLUMNS[column] for column in columns))}


INPUT_HEADERS: Final = {
    **headers(("name", "required", "type", "text")),
    **headers(("name", "type", "required", "text")),
    # A page whose extractor has lost the column, header and all.
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
