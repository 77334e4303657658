"""Lint of pagination rows: every style and every error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.spec.lint.pagination import check_pagination

STRING = {"type": "string"}
Change = Callable[[dict[str, Any], dict[str, Any]], Any]


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def document(row: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose action has every property that a row can name."""
    ordered = {"type": "string", "x-tc-known-values": ["DESC", "ASC"]}
    request = {
        "Offset": {"type": "integer"},
        "Limit": {"type": "integer", "maximum": 100},
        "Token": STRING,
        "Order": ordered,
        "Interval": ref("Interval"),
        "Page": ref("Page"),
    }
    response = {"Total": {"type": "integer"}, "Next": STRING, "Inner": ref("Inner"), "Things": {"type": "array", "items": ref("Thing")}}
    return {
        "paths": {"/ListThings": {"post": {"operationId": "ListThings", "x-tc-pagination": row}}},
        "components": {
            "schemas": {
                "ListThingsRequest": {"type": "object", "properties": request},
                "ListThingsResponse": {"type": "object", "properties": response},
                "Page": {"type": "object", "properties": {"Offset": {"type": "integer"}, "Limit": {"type": "integer", "maximum": 100}}},
                "Inner": {
                    "type": "object",
                    "properties": {
                        "Names": {"type": "array", "items": STRING},
                        "Total": {"type": "integer"},
                        "Over": {"type": "boolean"},
                    },
                },
                "Interval": {"type": "object", "properties": {"Start": STRING, "End": STRING}, "required": ["Start", "End"]},
                "Thing": {"type": "object", "properties": {"Id": STRING, "Since": STRING, "Note": STRING}, "required": ["Id", "Since"]},
            }
        },
    }


def timed() -> dict[str, Any]:
    return {
        "offset": "Offset",
        "limit": "Limit",
        "maximum": 100,
        "total": "Total",
        "items": "Things",
        "key": "Id",
        "time": {
            "item": "Since",
            "format": "%Y-%m-%d %H:%M:%S",
            "interval": {"property": "Interval", "start": "Start", "end": "End"},
            "newest-first": {"Order": "DESC"},
            "oldest-first": {"Order": "ASC"},
            "reach": 86400,
        },
        "offset-cap": {"rows": 10000, "error": "LimitExceeded.Offset"},
    }


def plain(**more: Any) -> dict[str, Any]:
    return {"offset": "Offset", "limit": "Limit", "maximum": 100, "total": "Total", "items": "Things"} | more


@pytest.mark.parametrize(
    "row",
    [
        plain(),
        plain(total=None),
        plain(key="Id"),
        timed(),
        plain(style="page", first=0),
        plain(style="token", offset="Token", token="Next", total=None),
        plain(items="Inner.Names", total="Inner.Total", more={"property": "Inner.Over", "last": True}),
        plain(offset="Page.Offset", limit="Page.Limit", maximum=50),
    ],
    ids=["offset", "no total", "key", "time", "page", "token", "nested outputs", "nested inputs"],
)
def test_valid_rows(row: dict[str, Any]) -> None:
    """Rows of every style pass."""
    assert not list(check_pagination(document(row)))


CASES: list[tuple[Change, str]] = [
    (lambda row, _: row.update(size="Limit"), "must have the keys"),
    (lambda row, _: row.update(style="cursor"), "must be one of offset, page, token"),
    (lambda row, _: row.update(style="token"), "required for the style token"),
    (lambda row, _: row.update(style="token", token="Next"), "the type of Offset"),
    (lambda row, _: row.update(items="Nested.Things"), "is not an array in the response"),
    (lambda row, _: row.update(total="Nested.Total"), "not an integer property of the response"),
    (lambda row, _: row.update(more="Over"), '"property", "last"'),
    (lambda row, _: row.update(more={"property": "Next", "last": True}), '"property", "last"'),
    (lambda row, _: row.update(token="Next"), "required for the style token"),
    (lambda row, _: row.update(first=1), "only for the style page"),
    (lambda row, _: row.update(style="page"), "only for the style offset"),
    (lambda row, _: row.update(key="Note"), "not a required string of the items"),
    (lambda row, _: row.pop("key"), "requires a key"),
    (lambda _, time: time.update(item="Note"), "not a required string of the items"),
    (lambda _, time: time.pop("reach"), "must have the keys"),
    (lambda _, time: time.update(reach=0), "above 0"),
    (lambda _, time: time.update(format="%d.%m.%Y %H:%M:%S"), "sort like times"),
    (lambda _, time: time.update(format="%Y-%m-%d"), "sort like times"),
    (lambda _, time: time["interval"].update(property="Order"), "is not an object of the request"),
    (lambda _, time: time["interval"].update(end="Ende"), "required strings of the interval"),
    (lambda _, time: time.update({"newest-first": {"Order": "DOWN"}}), "is not a known value"),
    (lambda _, time: time.update({"oldest-first": {"Order": "DESC"}}), "different values"),
    (lambda row, _: row.update({"offset-cap": {"rows": 150, "error": "E"}}), "at least two pages"),
    (lambda row, _: row.update({"offset-cap": {"rows": 150}}), '"rows", "error"'),
]


@pytest.mark.parametrize(("change", "message"), CASES, ids=map(str, range(len(CASES))))
def test_invalid_rows(change: Change, message: str) -> None:
    """Each error is reported."""
    row = timed()
    change(row, row["time"])
    assert any(message in problem.what for problem in check_pagination(document(row)))
