"""Classes of actions: rules by name, title, text and fields."""

from __future__ import annotations

import pytest

from generator.spec.action_class import DOUBTFUL, action_class, hands_out_credentials, mark_class
from generator.spec.build import apply_overlays
from generator.spec.derived import add_secret_reads
from generator.spec.document import Document


@pytest.mark.parametrize(
    ("name", "title", "text"),
    [
        ("DescribeCrates", "查询箱子", "本接口（DescribeCrates）用于查询箱子。"),
        ("DescribeCrates", "Queries crates", "This API is used to query crates."),
        ("GetCrate", "", ""),
        ("DescribePluginsByCrate", "箱子上已绑定的插件", ""),
        ("DescribeExportJob", "查询导出任务", "查询创建的导出任务。"),
        ("SearchCommand", "命令执行检索", ""),
        ("InquiryPriceRenewCrates", "续费箱子询价", "本接口用于续费箱子询价。"),
        ("ListTaskCreations", "Lists the task creation records", ""),
        ("QueryRefund", "甲-查询退款接口", "提交退款申请后，通过调用该接口查询退款状态。"),
        ("ChannelDescribeCrates", "查询企业箱子列表", ""),
    ],
)
def test_reads(name: str, title: str, text: str) -> None:
    """A reading name with texts that read, qualify a noun or say nothing is a read."""
    assert action_class(name, title, text, requests=(), results=["Crates", "RequestId"]).read_only


@pytest.mark.parametrize(
    ("name", "title", "text", "reason"),
    [
        ("DescribeLogExportV2", "创建日志导出", "创建日志导出", "title"),
        ("DescribeCratesExport", "箱子列表导出", "", "title"),
        ("DescribeCratesExport", "Exports the list of crates", "", "title"),
        ("CheckCrate", "箱子检查", "发起箱子检查。", "text"),
        ("DescribeBackup", "Queries backups", "This API is used to create a backup task.", "text"),
        ("GetOrCreateCrate", "", "", "name"),
        ("DescribeKeys", "查询密钥列表", "返回密钥。没有关联的密钥时，后台会自动生成密钥。", "second act"),
        ("GetCrateToken", "获取箱子Token", "该Token仅能使用一次。", "single use"),
        ("DescribeReviewUrl", "获取合同审查页面", "用来创建合同审查页面。", "text"),
        ("SearchFaces", "人脸搜索", "用于对一张待识别的人脸图片进行搜索。", "charged"),
        ("CheckIdCard", "身份证核验", "核验姓名和身份证号。", "charged"),
    ],
)
def test_doubtful_reads(name: str, title: str, text: str, reason: str) -> None:
    """A reading name with a sign of a write is a write, and says which sign."""
    inferred = action_class(name, title, text, requests=(), results=["Crates", "RequestId"])
    assert (inferred.read_only, inferred.rule) == (False, f"{DOUBTFUL}{reason}")


def test_new_task() -> None:
    """A response with nothing but the identifier of a new task is a write."""
    assert not action_class("DescribeFile", "获取文件", "", requests=["FileId"], results=["TaskId", "RequestId"]).read_only
    assert action_class("DescribeFile", "获取文件", "", requests=["TaskId"], results=["TaskId", "RequestId"]).read_only


@pytest.mark.parametrize("name", ["CreateCrate", "Describes", "Getaway", "DownloadCrate", "ListenCrate"])
def test_other_names(name: str) -> None:
    """A name without a reading verb is a write without doubt."""
    inferred = action_class(name, "查询箱子", "", requests=(), results=())
    assert (inferred.read_only, inferred.doubtful) == (False, False)


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("DescribeClusterKubeconfig", "", True),
        ("GetFederationToken", "获取联合身份临时访问凭证", True),
        ("DescribeAgentKey", "获取访问密钥", True),
        ("DescribePasswordComplexity", "查询密码复杂度", False),
        ("GetTicketStatistics", "查询票据校验数据", False),
    ],
)
def test_credentials_by_text(name: str, title: str, expected: object) -> None:
    """Names and titles of credentials say so; their properties and statistics do not."""
    assert hands_out_credentials(name, title, "") is expected


def document(*, read_only: bool = True, secret: bool = True) -> Document:
    """Return a document with an action whose response holds a key two levels below."""
    inner: Document = {"Key": {"type": "string"} | ({"x-tc-secret": True} if secret else {})}
    operation: Document = {"operationId": "DescribeCrates"}
    mark_class(operation, "查询箱子" if read_only else "创建箱子", "", requests=(), results=("Crates",))
    return {
        "paths": {"/DescribeCrates": {"post": operation}},
        "components": {
            "schemas": {
                "DescribeCratesRequest": {"type": "object", "properties": {}},
                "DescribeCratesResponse": {
                    "type": "object",
                    "properties": {"Crates": {"type": "array", "items": {"$ref": "#/components/schemas/Crate"}}},
                },
                "Crate": {"type": "object", "properties": {"Lid": {"$ref": "#/components/schemas/Lid"}}},
                "Lid": {"type": "object", "properties": inner},
            }
        },
    }


@pytest.mark.parametrize(
    ("facts", "expected"),
    [(document(), True), (document(secret=False), None), (document(read_only=False), None)],
    ids=["secret", "none", "write"],
)
def test_secrets_in_responses(facts: Document, expected: object) -> None:
    """A read with a secret anywhere in its response is a secret-read; a write never is."""
    add_secret_reads(facts)
    assert facts["paths"]["/DescribeCrates"]["post"].get("x-tc-secret-read") is expected


@pytest.mark.parametrize(
    ("update", "read_only", "secret"),
    [
        ({}, True, True),
        ({"x-tc-read-only": False}, False, None),
        ({"x-tc-read-only": True}, True, True),
        ({"x-tc-secret-read": False}, True, False),
    ],
)
def test_classes_in_overlays(update: Document, read_only: object, secret: object) -> None:
    """An overlay confirms, corrects or denies a class. One that states what the rule infers has an effect."""
    action = {"target": "$.paths['/DescribeCrates'].post", "description": "Checked.", "update": update}
    built, problems = apply_overlays(document(), [], {"overlay.yaml": {"overlay": "1.0.0", "actions": [action] if update else []}})
    node = built["paths"]["/DescribeCrates"]["post"]
    assert (node["x-tc-read-only"], node.get("x-tc-secret-read")) == (read_only, secret)
    assert [problem for problem in problems if "overlay" in problem.where] == []
