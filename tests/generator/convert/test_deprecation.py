"""Deprecations in titles and texts of definitions, and the reach of types."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.convert.command import convert
from generator.convert.deprecation import deprecation_of_action, is_deprecated_field
from generator.convert.reach import reached
from generator.spec.inferred import rule_of
from tests.generator.convert import depot
from tests.generator.convert.depot import member


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("查询箱子（旧）", "", "deprecated by its title"),
        ("查询箱子【已废弃】", "", "deprecated by its title"),
        ("查询箱子(该接口已下线,请使用新接口)", "", "deprecated by its title"),
        ("Query crates (deprecated)", "", "deprecated by its title"),
        ("查询箱子", "该 API 已经不再维护，请使用新接口。", "deprecated by its text"),
        ("查询箱子", "查询箱子。该接口已下线，请使用新接口。", "deprecated by its text"),
        ("Query crates", "This API is no longer maintained.", "deprecated by its text"),
        ("下线箱子", "下线箱子", None),
        ("启用或停用箱子（启用/停用）", "启用或停用箱子", None),
        ("查询箱子", "查询已下线的箱子", None),
        ("查询箱子", "查询箱子。替代已废弃的 QueryCrates；请使用本接口。", None),
        ("Takes a crate offline", "This API is used to take a crate offline.", None),
    ],
)
def test_actions(title: str, text: str, expected: object) -> None:
    """Titles and texts about the action itself state a deprecation; others do not."""
    assert deprecation_of_action(title, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("箱子名称（该字段已不推荐使用）", True),
        ("该参数已下线", True),
        ("已下线，请使用 Lid。", True),
        ("This field is no longer used.", True),
        ("当 Lid 为空时，该参数无效", False),
        ("箱子状态：已下线、在线", False),
    ],
)
def test_fields(text: str, expected: object) -> None:
    """Texts about the field itself state a deprecation; conditions and states do not."""
    assert is_deprecated_field(text) is expected


def test_marks(tmp_path: Path) -> None:
    """What definitions state is no inference; what a rule finds names its rule."""
    content = depot.api()
    content["actions"]["DescribeCrates"]["name"] = "查询箱子（旧）"
    content["objects"]["Crate"]["members"] += [
        {**member("Lid"), "document": "该字段已下线"},
        {**member("Bar"), "document": "该字段已废弃"},
    ]
    document = convert(depot.written(tmp_path / "v", api_json=content), "depot", "2020-01-01").document
    operation = document["paths"]["/DescribeCrates"]["post"]
    assert (operation["deprecated"], rule_of(operation, "deprecated")) == (True, "deprecated by its title")
    crate = document["components"]["schemas"]["Crate"]["properties"]
    assert (crate["Lid"]["deprecated"], rule_of(crate["Lid"], "deprecated")) == (True, "deprecated by its text")
    assert (crate["Bar"]["deprecated"], rule_of(crate["Bar"], "deprecated")) == (True, None)


def test_reach() -> None:
    """The sides of a type follow from the requests and responses that contain it, recursive types included."""
    types = {"AReq": ["In", "Both"], "AResp": ["Out", "Both"], "In": ["In"], "Out": ["Deep"], "Deep": [], "Both": [], "Unused": []}
    found = reached(types, ["AReq", "GoneReq"], ["AResp"])
    assert found == {"AReq": "in", "In": "in", "AResp": "out", "Out": "out", "Deep": "out", "Both": "both"}


def test_required_by_reach(tmp_path: Path) -> None:
    """A type in responses only follows `output_required`, although the definitions state that both sides use it."""
    content = depot.api()
    content["objects"]["Tag"] = {
        "document": "",
        "type": "object",
        "usage": "both",
        "members": [{**member("Key"), "required": True, "output_required": False}],
    }
    content["objects"]["DescribeCratesResponse"]["members"].append(member("Tags", "Tag", array=True))
    document = convert(depot.written(tmp_path / "v", api_json=content), "depot", "2020-01-01").document
    assert "required" not in document["components"]["schemas"]["Tag"]
