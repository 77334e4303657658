from __future__ import annotations

from typing import Any

import pytest

from generator.transcribe.facts import ErrorCode
from tests.generator.transcribe.pages import LIST, edited, read, refusal

TABLE = LIST[LIST.index("Error Code Description") :]
INTRODUCTION = "The table lists the codes of this action. Common Error Codes lists the codes of all actions.\n"


def codes(*rows: str) -> tuple[ErrorCode, ...]:
    """Return the codes of a table with these rows."""
    return read(edited(LIST, TABLE, "\n".join(("Error Code Description", *rows)))).errors


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["InternalError Internal error."], [("InternalError", "Internal error.")]),
        (["FailedOperation", "InternalError.System Broken."], [("FailedOperation", ""), ("InternalError.System", "Broken.")]),
        (["LimitExceeded Too many.", "", "Please wait.", "Then retry."], [("LimitExceeded", "Too many.\n\nPlease wait.\nThen retry.")]),
        (["InvalidParameterValue.A_b-c.D x。"], [("InvalidParameterValue.A_b-c.D", "x。")]),
        (["AuthFailure.B b.", "AuthFailure.a a."], [("AuthFailure.B", "b."), ("AuthFailure.a", "a.")]),
        (["AuthFailure.a a.", "AuthFailure.B b."], [("AuthFailure.a", "a."), ("AuthFailure.B", "b.")]),
    ],
)
def test_code_rows(rows: list[str], expected: list[tuple[str, str]]) -> None:
    """A code has dotted parts or is in camel case, and its description has any number of lines."""
    assert [(error.code, error.description) for error in codes(*rows)] == expected


@pytest.mark.parametrize(
    "sentence", ["There is no error code related to the API business logic. For other error codes, see x.", "No error codes."]
)
def test_no_codes(sentence: str) -> None:
    """A page can state that the action has no error codes."""
    assert read(edited(LIST, INTRODUCTION + "\n" + TABLE, sentence)).errors == ()


@pytest.mark.parametrize(
    "end",
    [
        "There is no error code related",
        "There is no error code.\nInternalError Broken.",
        "Error Code Description",
        "Error Code Descr",
        "",
        "Error Code Description\nRetry it.",
        "Error Code Description\nInternalError",
        "Error Code Description\nInternalError Broken",
        "Error Code Description\nInternalError Broken.\nInternalError. Broken.",
    ],
)
def test_damaged_table(end: str) -> None:
    """A section without a complete table is refused, unless it states that there are no codes."""
    refused: Any = refusal(edited(LIST, INTRODUCTION + "\n" + TABLE, end))
    assert refused.line >= LIST[: LIST.index(INTRODUCTION)].count("\n") - 1
