from __future__ import annotations

import pytest

from generator.transcribe.facts import Region
from tests.generator.transcribe.pages import LIST, edited, read

REGION = "Region No String Common parameter. This action can do without it."
ACTION = "Action Yes String Common parameter. Always: ListAsyncEvents."


@pytest.mark.parametrize(
    ("row", "region"),
    [
        ("Region No String Common Params. This parameter is not required for this API.", Region(required=False, only=())),
        ("Region No String Optional", Region(required=False, only=())),
        ("Region Yes String Common parameter. See the list of regions that the product has.", Region(required=True, only=())),
        (
            "Region Yes String See the list. This API only supports: ap-bangkok, ap-shanghai-fsi, na-siliconvalley, .",
            Region(required=True, only=("ap-bangkok", "ap-shanghai-fsi", "na-siliconvalley")),
        ),
    ],
)
def test_region_row(row: str, region: Region) -> None:
    """The Region row states whether the parameter is required, and the supported regions."""
    assert read(edited(LIST, REGION, row)).region == region


@pytest.mark.parametrize(
    "text",
    [
        "Common Params. The value used for this API: ListAsyncEvents.",
        "Common parameter; the value for this API: ListAsyncEvents",
        "Common parameter. Value\u200b used in this API: List\u200bAsync\u200bEvents",
        "公共参数，本接口取值：ListAsyncEvents。",
    ],
)
def test_action_row(text: str) -> None:
    """The value of a common row follows its last colon."""
    assert read(edited(LIST, ACTION, f"Action Yes String {text}")).action == "ListAsyncEvents"
