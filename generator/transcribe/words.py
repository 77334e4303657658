"""The words by which the fixed pieces of a page are known, in English and in Chinese."""

from __future__ import annotations

from enum import Enum
from typing import Final


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

# Lines below the last part that belong to the site, not to the page.
FOOTERS: Final = frozenset(
    {
        "help and support",
        "was this page helpful?",
        "was this page helpful",
        "feedback",
        "masukan",
        "피드백",
        "文档反馈",
        "帮助和支持",
        "本页内容是否解决了您的问题？",
    }
)

YES: Final = frozenset({"Yes", "是"})
REQUIRED: Final = r"(?P<required>Yes|No|是|否)"
