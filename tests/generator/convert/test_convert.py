from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.convert.command import convert
from generator.convert.text import plain
from generator.spec.problems import SpecRefused
from tests.generator.convert import depot

SPEC = Path(__file__).parents[3] / "spec/scf/2018-04-16"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return depot.written(tmp_path_factory.mktemp("depot") / "v20200101")


@pytest.fixture(scope="module")
def document(folder: Path) -> Any:
    return convert(folder, "depot", "2020-01-01").document


def properties(document: Any, schema: str) -> Any:
    return document["components"]["schemas"][schema]["properties"]


def operation(document: Any, action: str) -> Any:
    return document["paths"][f"/{action}"]["post"]


def test_types(document: Any) -> None:
    """Types equal those of pages, and integers keep their width."""
    text = {"type": "string"}
    assert properties(document, "Crate") == {
        "CrateId": text,
        "DNSFormat": text,
        "DnsFormat": text | {"x-tc-name": "dns_format_2", "x-tc-inferred": {"x-tc-name": "clash with DNSFormat"}},
        "Since": text | {"x-tc-type": "Timestamp ISO8601", "x-tc-time": {"format": "iso8601"}},
        "Until": text | {"x-tc-type": "Timestamp", "deprecated": True},
        "Day": text | {"x-tc-type": "Date"},
        "Data": text | {"x-tc-type": "Binary"},
        "Inner": {"type": "array", "items": {"$ref": "#/components/schemas/Crate"}},
        "Field": {"$ref": "#/components/schemas/Field", "x-tc-observed": {"null": True}},
    }


def test_times(folder: Path, tmp_path: Path) -> None:
    """Forms of times come from types, descriptions and documented values together; an array has none."""
    api = depot.api()
    api["objects"]["Crate"]["members"] += [
        depot.member("Sealed", "int64", document="<p>Unix timestamp (ms)</p>"),
        depot.member("Opened", document="Beijing time"),
        depot.member("Moved", "datetime_iso", array=True),
        depot.member("Weighed", "datetime", document="UTC"),
        depot.member("Counted", "int64", document="timestamp"),
    ]
    crate = {"Sealed": 1600000000000, "Opened": "2020-01-01 00:00:00", "Inner": [{"Since": "2020-01-01 00:00:00", "Sealed": 0}]}
    shown = {"version": "1.0", "actions": {"DescribeCrates": [depot.example("{}", {"Response": {"Crates": [crate], "RequestId": "r"}})]}}
    source = depot.written(tmp_path / "v20200101", api_json=api, examples_json=shown)
    crates = properties(convert(source, "depot", "2020-01-01").document, "Crate")
    assert {name: schema["x-tc-time"] for name, schema in crates.items() if "x-tc-time" in schema} == {
        "Sealed": {"format": "milliseconds"},
        "Opened": {"format": "local", "offset": "+08:00"},
        "Weighed": {"format": "local", "offset": "+00:00"},
    }


def test_facts_in_prose(document: Any) -> None:
    """Facts are read from descriptions with HTML; the descriptions themselves are dropped."""
    assert properties(document, "DescribeCratesRequest") == {
        "CrateIds": {"type": "array", "items": {"type": "string"}},
        "Filters": {"type": "array", "items": {"$ref": "#/components/schemas/Filter"}},
        "Offset": {"type": "integer", "format": "int64", "x-tc-default": 0},
        "Limit": {"type": "integer", "format": "uint64", "minimum": 1, "maximum": 100},
        "Region": {"type": "string"},
        "Weights": {"type": "array", "items": {"type": "number"}},
        "Sealed": {"type": "boolean", "x-tc-default": False},
        "Class": {"type": "string", "x-tc-known-values": ["A", "B"]},
    }


def test_required_and_nullable(document: Any) -> None:
    """Inputs are required if stated; outputs are required unless stated as optional."""
    schemas = document["components"]["schemas"]
    assert schemas["DescribeCratesRequest"]["required"] == ["Limit"]
    assert schemas["ImportRequest"]["required"] == ["Crate"]
    assert schemas["Crate"]["required"] == ["CrateId"]
    assert "required" not in schemas["OldWayRequest"]
    assert schemas["DescribeCratesResponse"]["required"] == ["TotalCount", "RequestId"]
    assert properties(document, "DescribeCratesResponse")["Crates"]["x-tc-nullable"] is True
    assert properties(document, "Field")["Note"]["x-tc-nullable"] is True


def test_actions(document: Any, folder: Path) -> None:
    """Deprecated, offline and unsigned actions are marked; region, rate limit and error codes stay unstated."""
    marks = ("deprecated", "x-tc-offline", "x-tc-skip-sign")
    found = {name[1:]: [mark for mark in marks if item["post"].get(mark)] for name, item in document["paths"].items()}
    assert found == {
        "DescribeCrates": [],
        "GoneWay": ["deprecated", "x-tc-offline"],
        "Import": [],
        "OldWay": ["deprecated"],
        "OpenGate": ["x-tc-skip-sign"],
    }
    assert not {"x-tc-region", "x-tc-rate-limit", "x-tc-errors"} & operation(document, "DescribeCrates").keys()
    digests = [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("api.json", "examples.json")]
    assert operation(document, "DescribeCrates")["x-tc-source"] == [
        {"kind": "definitions", "title": "depot 2020-01-01 api.json", "sha256": digests[0]},
        {"kind": "definitions", "title": "depot 2020-01-01 examples.json", "sha256": digests[1]},
    ]
    assert len(operation(document, "OldWay")["x-tc-source"]) == 1


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("ClientToken", "A string that ensures the idempotency of the request.", True),
        ("ClientToken", "用于保证请求幂等性的字符串。若不指定该参数，则无法保证请求的幂等性。", True),
        ("ClientToken", "<p>唯一随机标识，时效5分钟，防止客户端重新创建资源</p>", True),
        ("ClientToken", "可重入ID，避免接口重试场景生成额外订单和实例", True),
        ("IdempotencyToken", "幂等令牌。相同令牌的重复请求只会触发一次运行", True),
        ("CreationToken", "用户自定义名称", False),
        ("ClientToken", "保留字段，不提供幂等保证；重复请求仍可能重复创建规则，建议省略。", False),
        ("ClientToken", "A string to ensure idempotency. Currently, it is a reserved parameter.", False),
        ("ClientToken", "同一次逻辑创建发生重试时，须使用相同的值。订单状态不明时先核单。", False),
        ("ClientToken", "Token", False),
        ("ToOpenID", "不存在视为已取消，幂等成功", False),
    ],
)
def test_client_token(name: str, text: str, expected: bool, tmp_path: Path) -> None:
    """A token counts only if its description promises idempotency and does not withdraw the promise."""
    api = depot.api()
    api["objects"]["ImportRequest"]["members"].append(depot.member(name, required=False, document=text))
    api["objects"]["Crate"]["members"].append(depot.member("ClientToken", required=False, document="ensures idempotency"))
    document = convert(depot.written(tmp_path, api_json=api), "depot", "2020-01-01").document
    tokens = {path: item["post"].get("x-tc-client-token") for path, item in document["paths"].items()}
    assert tokens.pop("/Import") == (name if expected else None)
    assert set(tokens.values()) == {None}


def test_examples(document: Any) -> None:
    """GET and POST requests become JSON of the documented types; a response without an envelope gets one."""
    shown = operation(document, "DescribeCrates")
    requests = shown["requestBody"]["content"]["application/json"]["examples"]
    assert {name: example["value"] for name, example in requests.items()} == {
        "Example1": {
            "CrateIds": ["a&b"],
            "Filters": [{"Name": "n", "Values": ["1"]}],
            "Limit": 20,
            "Weights": [1.5],
            "Sealed": True,
        },
        "Example2": {"Limit": 1, "Offset": 0},
    }
    responses = shown["responses"]["200"]["content"]["application/json"]["examples"]
    assert list(responses) == ["Example1", "Example2", "Example3"]
    assert responses["Example2"]["value"]["Response"] == responses["Example1"]["value"]["Response"]
    assert responses["Example3"]["value"] == {"Response": {"TotalCount": 0, "RequestId": "r"}}


def test_skipped_examples(folder: Path) -> None:
    """Each skipped side of an example is reported with the reason."""
    assert [str(one) for one in convert(folder, "depot", "2020-01-01").skipped] == [
        "DescribeCrates Example3 request: unknown input Unknown",
        "DescribeCrates Example4 request: Limit is Integer but has the value 'many'",
        "DescribeCrates Example4 response: invalid JSON (Expecting value: line 1 column 1 (char 0))",
        "DescribeCrates Example5 request: CrateIds is an array but has no index",
        'DescribeCrates Example5 response: neither an object with the key "Response" nor one of outputs only',
        "Import Example1 response: an error, not a result",
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"title": 1}, "document, input, output and title must be strings"),
        (depot.example(depot.post("Import", '{"Crate": {"CrateId": "\\ud800"}}'), {"Response": {}}), "lone surrogate"),
        (depot.example(depot.post("Import", '{"Crate": {}, "Crate": {}}'), {"Response": {}}), "duplicate key in an object"),
        (depot.example(depot.post("Import", '{"Crate": NaN}'), {"Response": {}}), "NaN is not valid JSON"),
        (depot.example("by telephone", {"Response": {}}), "the request has no body"),
        (depot.example(depot.GET + "Import\n&Crate=a", {"Response": {}}), "Crate is an object but has a plain value"),
        (depot.example(depot.GET + "Import\n&Self=a\n&Self=b", {"Response": {}}), "duplicate key Self"),
        (depot.example(depot.GET + "Import\n&Self.A=a", {"Response": {}}), "Self is a plain value but has an object"),
        (depot.example(depot.post("Import", '{"Crate": {"CrateId": 7}}'), {"Response": {}}), "7 violates type of its schema"),
        (depot.example(depot.post("Import", '{"Crate": {}}'), {"Response": {}}), "CrateId is missing, which the schema requires"),
        (depot.example(depot.GET + "Import\n&Crate.Inner.5.CrateId=a", {"Response": {}}), "the indexes of Inner are not consecutive"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_unusable_examples(row: Any, reason: str, tmp_path: Path) -> None:
    """An ambiguous or invalid example is skipped and reported; the conversion continues."""
    folder = depot.written(tmp_path / "v", examples_json={"actions": {"Import": [row]}})
    [skipped] = convert(folder, "depot", "2020-01-01").skipped
    assert reason in str(skipped)


def test_dropped_examples_are_observed(folder: Path, document: Any) -> None:
    """Without examples the facts still state which values the examples have."""
    dropped = convert(folder, "depot", "2020-01-01", keep_examples=False)
    assert dropped.document["components"] == document["components"]
    assert "examples" not in str(operation(dropped.document, "DescribeCrates")["responses"]["200"]["content"])
    assert dropped.skipped == ()


def test_prose_is_dropped_by_default(folder: Path, tmp_path: Path, document: Any) -> None:
    """Descriptions and titles are kept only with `--prose keep`."""
    output = tmp_path / "facts.json"
    arguments = ["convert", str(folder / "api.json"), "--service", "depot", "--version", "2020-01-01", "--output", str(output)]
    assert main(arguments) == 0
    assert json.loads(output.read_bytes()) == document
    assert "Words." not in output.read_text(encoding="utf-8")
    assert main([*arguments, "--prose", "keep"]) == 0
    kept = json.loads(output.read_bytes())
    assert properties(kept, "DescribeCratesRequest")["Limit"]["description"] == "How many. Value range: [1, 100]"
    assert operation(kept, "Import")["requestBody"]["content"]["application/json"]["examples"]["Example1"]["description"] == "Words."


def test_committed_facts_hold_no_prose() -> None:
    """The committed converted.json contains no descriptions of the vendor."""
    words: list[str] = []

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            words.extend(value.keys() & {"description", "summary", "title"} - {"title"})
            for key, item in value.items():
                if key not in ("value", "properties"):
                    collect(item)
                elif key == "properties":
                    for inner in item.values():
                        collect(inner)

    document = json.loads((SPEC / "converted.json").read_bytes())
    for item in document["paths"].values():
        collect({key: value for key, value in item["post"].items() if key != "responses"})
    collect(document["components"]["schemas"])
    assert words == []
    assert len(document["paths"]) == 52


Edit = Callable[[Any], object]
INVALID: list[tuple[Edit, str]] = [
    (lambda api: api.update(more=1), "unknown key 'more'"),
    (lambda api: api.update(version="2.0"), "must be the format version 1.0"),
    (lambda api: api["metadata"].update(apiVersion="1.0"), "'1.0' does not match the pattern"),
    (lambda api: api.update(actions={}), "must be a non-empty object"),
    (lambda api: api["actions"]["Import"].update(status="paused"), "must be one of online, deprecated, offline"),
    (lambda api: api["actions"]["Import"].update(input="Other"), "must be ImportRequest"),
    (lambda api: api["objects"].pop("ImportResponse"), "ImportResponse is missing"),
    (lambda api: api["objects"].pop("Field"), "the type Field is neither a known primitive nor an object"),
    (lambda api: api["objects"]["Field"].update(usage="never"), "must be in, out or both"),
    (lambda api: api["objects"]["Filter"]["members"].append(depot.member("Name")), "is defined twice"),
    (lambda api: api["objects"]["Filter"]["members"].append(depot.member("a-b")), "'a-b' does not match the pattern"),
    (lambda api: api["objects"]["Filter"]["members"][0].update(required="yes"), "must be true or false, not 'yes'"),
    (lambda api: api["objects"]["Filter"]["members"][0].update(unit="s"), "unknown key 'unit'"),
    (lambda api: api["objects"]["Filter"]["members"][0].update(type="map"), "unknown type 'map'"),
    (lambda api: api["objects"]["Filter"]["members"][0].update(document="\ud800"), "lone surrogate"),
    (lambda api: api["objects"]["Filter"]["members"][0].update(member="int128"), "the type int128 is neither"),
]


@pytest.mark.parametrize(("edit", "reason"), INVALID, ids=[reason for _, reason in INVALID])
def test_invalid_definitions(edit: Edit, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Definitions with unknown content are rejected with its location, and nothing is written."""
    api = copy.deepcopy(depot.api())
    edit(api)
    folder, output = depot.written(tmp_path / "v", api_json=api), tmp_path / "facts.json"
    assert main(["convert", str(folder), "--service", "depot", "--version", "2020-01-01", "--output", str(output)]) == 1
    assert reason in capsys.readouterr().err
    assert not output.exists()


def test_another_product(folder: Path, tmp_path: Path) -> None:
    """Definitions of another product or version are rejected, and so is a folder without definitions."""
    with pytest.raises(SpecRefused, match="describes depot 2020-01-01, not depot 2021-01-01"):
        convert(folder, "depot", "2021-01-01")
    with pytest.raises(SpecRefused, match="cannot be read: No such file"):
        convert(tmp_path, "depot", "2020-01-01")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<p>One &amp; two.</p><p>Three</p>", "One & two.\n\nThree"),
        ("<b>Bold</b> and <FunctionName>", "Bold and <FunctionName>"),
        ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
        ("a < b and c > d", "a < b and c > d"),
        ("", ""),
    ],
)
def test_text(text: str, lines: str) -> None:
    """HTML becomes lines; a word in angle brackets stays."""
    assert plain(text) == lines
