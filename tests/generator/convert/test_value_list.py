"""Values that texts list, with and without meanings."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.convert.command import convert
from generator.convert.value_list import MAXIMUM_LENGTH, listed_values
from generator.convert.value_patterns import Kind
from generator.spec.inferred import rule_of
from tests.generator.convert import depot
from tests.generator.convert.depot import member


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("string", "箱子类型。取值范围：\nWOOD：木箱\nSTEEL：铁箱", ("WOOD", "STEEL")),
        ("string", "箱子类型\n\n枚举值：\n\nWOOD： 木箱\n\nSTEEL： 铁箱\n\n默认值：WOOD", ("WOOD", "STEEL")),
        ("string", "箱子类型：\n- `WOOD`：木箱\n- `STEEL`：铁箱", ("WOOD", "STEEL")),
        ("string", "箱子类型（wood表示木箱；steel表示铁箱）", ("wood", "steel")),
        ("string", "箱子类型，wood-木箱，steel-铁箱", ("wood", "steel")),
        ("string", "箱子类型：wood：木箱;\nsteel：铁箱", ("wood", "steel")),
        ("string", "取值：wood（木箱）、steel（铁箱）和 glass（玻璃箱）", ("wood", "steel", "glass")),
        ("string", "编码：\nmv-hevc：三维\nh264：二维", ("mv-hevc", "h264")),
        ("string", "1:打开 2:关闭", ("1", "2")),
        ("string", "Type of the crate. Valid values:\n`wood`: wooden crate\n`steel`: steel crate", ("wood", "steel")),
        ("string", "Type of the crate. Valid values: wood (wooden crate), steel (steel crate).", ("wood", "steel")),
        ("string", "排序方式，可选值：asc、desc，默认desc", ("asc", "desc")),
        ("string", "Sorting, valid values: asc, desc.", ("asc", "desc")),
        ("string", '枚举值：["Mon","Tue"]', ("Mon", "Tue")),
        ("integer", "状态，0：关闭，1：打开", (0, 1)),
        ("integer", "状态，其中0表示关闭，1表示打开", (0, 1)),
        ("integer", "是否存在（0：没有，1：有）", (0, 1)),
        ("integer", "状态\n-1：失败\n0：处理中\n1：成功", (-1, 0, 1)),
        ("integer", "风险等级1：高风险。\n2：中风险。\n3：低风险。", (1, 2, 3)),
        ("integer", "错误码，0 表示成功，其他值表示失败：\n40000：参数错误；\n70000：内部错误。", (0, 40000, 70000)),
        ("integer", "Status. 0: off; 1: on.", (0, 1)),
        ("integer", "统计周期，可取值60，300，3600，单位秒", (60, 300, 3600)),
    ],
)  # fmt: skip
def test_listed(kind: Kind, text: str, expected: object) -> None:
    """Lists with and without meanings give their values."""
    assert listed_values(text, kind) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("string", ""),
        ("string", "箱子名称"),
        ("string", "箱子类型，例如：wood（木箱）、steel（铁箱）"),
        ("string", "时间格式：YYYY-MM-DD HH:mm:ss"),
        ("string", "Note: the crate must exist. Example: crate-1, Default: none"),
        ("string", "箱子类型，多个以逗号分隔：wood：木箱，steel：铁箱"),
        ("string", "取值：wood：木箱，steel：铁箱，glass"),
        ("string", "取值：\nwood：木箱\nsteel：铁箱\n默认值：paper"),
        ("string", "有效时长，支持的单位有：\ns：秒\nm：分"),
        ("string", "只有当前类型为a：木箱和b：铁箱时有效"),
        ("string", "违禁标签。\nForm 表示形式，取值范围：\nImage：画面\nLabel 表示标签，取值范围：\nAd：广告"),
        ("string", '结果，格式：{"a": 1}，取值：0：通过，1：不通过'),
        ("string", "在该节点上传的图片文件的唯一标识，图片格式的取值为：jpeg、png"),
        ("integer", "置信度，取值范围：0（最低）-100（最高）"),
        ("integer", "取值范围：[1,10]，0：关闭；1：打开"),
        ("integer", "取值范围：1，100"),
        ("integer", "偏移，默认1，表示昨天，0表示今天，3表示前天"),
        ("integer", "0/空：未知，1：未成功，2：成功"),
        ("integer", "1：无\n2：有\n4.两者"),
        ("integer", "只支持 2048-bit、4096-bit"),
        ("integer", "0：关闭"),
        ("string", "x" * (MAXIMUM_LENGTH + 1)),
    ],
)
def test_doubt_gives_nothing(kind: Kind, text: str) -> None:
    """Examples, ranges, partial lists and other subjects are no list of values."""
    assert listed_values(text, kind) == ()


def test_known_values_of_fields(tmp_path: Path) -> None:
    """A list in a text is inferred; a plain sentence is stated; other types have no list."""
    content = depot.api()
    text = "0：关闭，1：打开"
    content["objects"]["Crate"]["members"] += [
        {**member("Lid", "int64"), "document": text},
        {**member("Sorts", array=True), "document": "取值：\nasc：升序\ndesc：降序"},
        {**member("Plain"), "document": "可选值：a，b"},
        {**member("Weight", "float"), "document": text},
    ]
    document = convert(depot.written(tmp_path / "v", api_json=content), "depot", "2020-01-01").document
    crate = document["components"]["schemas"]["Crate"]["properties"]
    assert crate["Lid"]["x-tc-known-values"] == [0, 1]
    assert rule_of(crate["Lid"], "x-tc-known-values") == "list of values"
    assert crate["Sorts"]["items"]["x-tc-known-values"] == ["asc", "desc"]
    assert (crate["Plain"]["x-tc-known-values"], rule_of(crate["Plain"], "x-tc-known-values")) == (["a", "b"], None)
    assert "x-tc-known-values" not in crate["Weight"]
