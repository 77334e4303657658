"""Definitions of a product with listings of every kind, and a service that answers them."""

from __future__ import annotations

import json
from typing import Any

COUNT = 53
"""Items of each listing."""
_PRIMITIVE = {"int64": "int", "string": "string", "bool": "bool"}


def member(name: str, kind: str = "string", text: str = "", *, array: bool = False) -> dict[str, Any]:
    return {"name": name, "type": "list" if array else _PRIMITIVE.get(kind, "object"), "member": kind, "document": text, "required": False}


NUMBER, SIZE = member("PageNumber", "int64", "页码，从1开始"), member("PageSize", "int64", "每页数量，最大10")
FROM_ZERO = member("PageNumber", "int64", "页码，从 0 开始")
OFFSET, LIMIT = member("Offset", "int64", "偏移量"), member("Limit", "int64", "返回数量，最大值10")
EITHER = "no source states whether PageNumber begins at 0 or 1"
SEVERAL = "the response has several lists (BoxSet, Labels)"
TEXTS = [member("Offset", "string", "偏移量"), member("Limit", "string", "返回数量，最大值10")]
TOTAL, ITEMS = member("TotalCount", "int64", "总数"), member("BoxSet", "Box", array=True)
OVER, MORE = member("ListOver", "bool", "是否已全部返回"), member("HasMore", "bool", "是否还有更多")

LISTINGS: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]], str]] = {
    "DescribeBoxes": ([OFFSET, LIMIT], [TOTAL, ITEMS], "offset"),
    "DescribeTextBoxes": (TEXTS, [member("TotalCount", "string", "总数"), ITEMS], "offset"),
    "DescribeUncountedBoxes": ([OFFSET, LIMIT], [ITEMS], "offset"),
    "ListFlaggedBoxes": ([OFFSET, LIMIT], [ITEMS, MORE], "offset"),
    "ListBoxNames": ([OFFSET, LIMIT], [TOTAL, member("Names", array=True)], "offset"),
    "QueryBoxes": ([NUMBER, SIZE], [member("Total", "int64"), ITEMS], "page number"),
    "QueryZeroBoxes": ([FROM_ZERO, SIZE], [member("Total", "int64"), ITEMS], "page number"),
    "GetBoxes": ([member("NextToken"), member("MaxResults", "int64", "最大10")], [ITEMS, member("NextToken")], "token"),
    "GetTextBoxes": ([member("PageToken"), member("Limit", "string", "最大10")], [ITEMS, member("NextPageToken")], "token"),
    "SearchBoxes": ([member("Context"), LIMIT], [ITEMS, member("Context"), OVER], "token"),
    "GetCountedBoxes": ([member("Cursor", "int64"), LIMIT], [ITEMS, member("NextCursor", "int64")], "token"),
    "DescribeInnerBoxes": ([OFFSET, LIMIT], [member("Data", "BoxPage")], "offset, nested"),
    "DescribeFilteredBoxes": ([member("Filter", "BoxFilter")], [TOTAL, ITEMS], "offset, nested"),
    "DescribeCountBoxes": ([OFFSET, LIMIT], [member("BoxCountInfo", "BoxCount"), ITEMS], "offset"),
    "DescribeLabels": ([OFFSET, LIMIT], [TOTAL, ITEMS, member("Labels", "Label", array=True)], "offset, items by name"),
}
"""Inputs, outputs and rule of each listing."""

UNPAGED: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]], str]] = {
    "DescribeTwoLists": (
        [OFFSET, LIMIT],
        [TOTAL, ITEMS, member("Labels", "Label", array=True)],
        SEVERAL,
    ),
    "DescribeNothing": ([OFFSET, LIMIT], [TOTAL], "the response has no list"),
    "DescribeSchemas": ([OFFSET, LIMIT], [TOTAL, member("Columns", "Label", array=True)], "the response has no list"),
    "DescribePages": ([member("Offset", "int64", "页码"), LIMIT], [TOTAL, ITEMS], "the text of Offset describes a page number"),
    "QueryEitherBoxes": (
        [member("PageNumber", "int64", "页码"), SIZE],
        [TOTAL, ITEMS],
        EITHER,
    ),
    "DescribeTop": ([LIMIT], [ITEMS], "the request has Limit but no offset, page number or token"),
    "DescribeTail": ([OFFSET], [TOTAL, ITEMS], "the request has Offset but no page size"),
    "GetLostToken": ([member("Cursor"), LIMIT], [ITEMS], "the response has no next value for Cursor"),
    "CreateBoxes": ([OFFSET, LIMIT], [TOTAL, ITEMS], "the action may change something"),
    "DescribeOne": ([member("BoxId")], [member("Box", "Box")], ""),
}
"""Inputs, outputs and reason of each action without pagination."""


def api() -> dict[str, Any]:
    """Return the content of `api.json`."""
    objects: dict[str, Any] = {
        "Box": {"members": [member("BoxId"), member("Size", "int64")]},
        "Label": {"members": [member("BoxId")]},
        "BoxPage": {"members": [TOTAL, ITEMS]},
        "BoxFilter": {"members": [OFFSET, LIMIT, member("Word")]},
        "BoxCount": {"members": [TOTAL]},
    }
    for name, (inputs, outputs, _) in (LISTINGS | UNPAGED).items():
        objects[f"{name}Request"] = {"members": inputs}
        objects[f"{name}Response"] = {"members": [*outputs, member("RequestId")]}
    actions = {
        name: {"document": "", "input": f"{name}Request", "name": name, "output": f"{name}Response", "status": "online"}
        for name in LISTINGS | UNPAGED
    }
    return {
        "actions": actions,
        "metadata": {"apiVersion": "2020-01-01", "api_brief": "", "serviceNameCN": "", "serviceShortName": "boxes"},
        "objects": objects,
        "version": "1.0",
    }


class BoxService:
    """Service with `count` boxes that rejects pages above ten."""

    def __init__(self, count: int = COUNT) -> None:
        self.count = count
        self.requests: list[dict[str, Any]] = []

    def respond(self, action: str, body: bytes) -> bytes:
        """Return the response to a request."""
        sent: dict[str, Any] = json.loads(body)
        self.requests.append(sent)
        sent = sent.get("Filter", sent)
        size = int(sent.get("Limit", sent.get("PageSize", sent.get("MaxResults"))))
        assert 1 <= size <= 10, "the API allows ten items"
        first = 0 if action == "QueryZeroBoxes" else 1
        start = (sent["PageNumber"] - first) * size if "PageNumber" in sent else 0
        start = int(sent.get("Offset", sent.get("NextToken", sent.get("Context", sent.get("PageToken", sent.get("Cursor", start))))))
        end = min(start + size, self.count)
        boxes = [{"BoxId": f"box-{number}", "Size": number} for number in range(start, end)]
        over = end >= self.count
        content: dict[str, Any] = {"RequestId": "r", "TotalCount": self.count, "Total": self.count, "BoxSet": boxes}
        match action:
            case "DescribeTextBoxes":
                content["TotalCount"] = str(self.count)
            case "ListBoxNames":
                content["Names"] = [box["BoxId"] for box in boxes]
            case "GetBoxes":
                content["NextToken"] = "" if over else str(end)
            case "GetTextBoxes":
                content["NextPageToken"] = "" if over else str(end)
            case "SearchBoxes":
                content |= {"Context": str(end), "ListOver": over}
            case "GetCountedBoxes":
                content["NextCursor"] = 0 if over else end
            case "ListFlaggedBoxes":
                content["HasMore"] = not over
            case "DescribeInnerBoxes":
                content = {"RequestId": "r", "Data": {"TotalCount": self.count, "BoxSet": boxes}}
            case "DescribeCountBoxes":
                content["BoxCountInfo"] = {"TotalCount": self.count}
            case "DescribeLabels":
                content |= {"Labels": [{"BoxId": box["BoxId"]} for box in boxes], "BoxSet": []}
        return json.dumps({"Response": content}).encode()
