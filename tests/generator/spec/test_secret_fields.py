"""Inferred secrets: the rule for each name and text, and the overlay that confirms or lifts a proposal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.convert.command import convert
from generator.product.skeleton import skeleton
from generator.spec.build import build
from generator.spec.files import write_whole
from generator.spec.inferred import rule_of
from generator.spec.secret_fields import mark_secret, secret_rule
from tests.generator.convert import depot
from tests.generator.convert.depot import member

SECRETS = [
    ("Password", "", "password"),
    ("AdminPassWord", "", "password"),
    ("DbPwd", "", "password"),
    ("KeyPass", "", "password"),
    ("GitUserNameSecret", "", "secret"),
    ("SecretString", "", "secret"),
    ("TmpSecretKey", "", "secret key"),
    ("Consecretkey", "", "secret key"),
    ("SecretAccessKey", "", "secret key"),
    ("AccessKeySecret", "", "secret"),
    ("CertificatePrivateKey", "", "private key"),
    ("CertKey", "", "private key"),
    ("PreShareKey", "", "shared key"),
    ("DevicePsk", "", "shared key"),
    ("ApiKey", "", "API key"),
    ("APIKeys", "", "API key"),
    ("NwkSKey", "", "API key"),
    ("AccessKey", "", "access key"),
    ("Token", "", "token"),
    ("AccessToken", "", "token"),
    ("DeviceToken", "Password of the device.", "token"),
    ("UserSig", "", "room key"),
    ("PrivateMapKey", "", "room key"),
    ("TokenCode", "", "one-time code"),
    ("Kubeconfig", "", "kubeconfig"),
    ("LoginCookie", "", "cookie"),
    ("OpenKey", "收单系统的密钥", "key by its text"),
    ("Key", "The private key.", "key by its text"),
    ("Plaintext", "解密后的明文", "plaintext"),
    ("UserData", "实例的用户数据", "user data"),
]
PLAIN = [
    ("ClientToken", ""),
    ("NextToken", ""),
    ("PageToken", ""),
    ("NextPageToken", ""),
    ("ScrollToken", ""),
    ("ContinueToken", ""),
    ("TotalTokens", ""),
    ("MaxOutputToken", ""),
    ("Tokens", "切分后的列表"),
    ("BizToken", "一次核验流程的唯一标识。"),
    ("DeviceToken", "设备指纹"),
    ("Token", "用于翻页的标记"),
    ("TokenType", ""),
    ("TokenId", ""),
    ("SecretId", ""),
    ("TmpSecretId", ""),
    ("SecretName", ""),
    ("SecretKeyId", ""),
    ("Secret", "密钥名称"),
    ("PasswordStatus", ""),
    ("AutoGeneratePassword", ""),
    ("Password", "是否需要密码"),
    ("PublicKey", ""),
    ("CertificatePublicKey", "公钥"),
    ("SSHKey", "SSH密钥公钥字符串"),
    ("MaskedKey", "密钥"),
    ("Md5PemDecryptKey", "密钥"),
    ("Key", "Name of the label."),
    ("SortKey", "密钥"),
    ("UserData", "透传给回调的数据"),
    ("Bypass", ""),
    ("Cookie", ""),
    ("KeyId", ""),
]


@pytest.mark.parametrize(("name", "text", "rule"), SECRETS, ids=[row[0] for row in SECRETS])
def test_secret_fields(name: str, text: str, rule: str) -> None:
    """The proposal names its rule."""
    assert secret_rule(name, text, owner="Thing", siblings=[name]) == rule


@pytest.mark.parametrize(("name", "text"), PLAIN, ids=[f"{name}-{number}" for number, (name, _) in enumerate(PLAIN)])
def test_plain_fields(name: str, text: str) -> None:
    """Page tokens, counts, identifiers, names, flags and public keys are no secrets."""
    assert secret_rule(name, text, owner="Thing", siblings=[name]) is None


@pytest.mark.parametrize(
    ("name", "siblings", "rule"),
    [
        ("AccessKey", ["SecretKey"], None),
        ("AppKey", ["AppSecret"], None),
        ("AccessKey", ["Endpoint"], "access key"),
        ("ApiKey", ["SecretKey"], "API key"),
        ("SecretKey", ["AccessKey"], "secret key"),
    ],
)
def test_key_pairs(name: str, siblings: list[str], rule: str | None) -> None:
    """An access key beside its secret half is the identifier of the pair."""
    assert secret_rule(name, "密钥", owner="Thing", siblings=[name, *siblings]) == rule


@pytest.mark.parametrize(
    ("owner", "name", "siblings", "rule"),
    [
        ("EnvVar", "Value", ["Name"], "environment variable"),
        ("EnvironmentVariable", "Value", ["Key"], "environment variable"),
        ("ContainerEnv", "Key", ["Value"], None),
        ("Tag", "Value", ["Key"], None),
        ("EnvStatus", "Value", [], None),
    ],
)
def test_environment_variables(owner: str, name: str, siblings: list[str], rule: str | None) -> None:
    """The value of a name-value pair is a secret if its type is named after the environment."""
    assert secret_rule(name, "", owner=owner, siblings=[name, *siblings]) == rule


@pytest.mark.parametrize(
    ("schema", "marked"),
    [
        ({"type": "string"}, True),
        ({"type": "array", "items": {"type": "string"}}, True),
        ({"type": "integer"}, False),
        ({"type": "boolean"}, False),
        ({"$ref": "#/components/schemas/Thing"}, False),
        ({"type": "array", "items": {"type": "integer"}}, False),
        ({"type": "string", "x-tc-known-values": ["on", "off"]}, False),
    ],
    ids=str,
)
def test_types_of_secrets(schema: dict[str, Any], marked: bool) -> None:
    """Texts and lists of texts are marked; numbers, flags, objects and enumerations are not."""
    mark_secret(schema, "Password", "", owner="Thing", siblings=["Password"])
    assert (rule_of(schema, "x-tc-secret") == "password") is marked


def built_with(folder: Path, overlay: str) -> dict[str, Any]:
    """Return the properties of a type in the document that `build` makes with additional overlay actions."""
    content = depot.api()
    content["objects"]["Crate"]["members"] += [member("Password"), member("LabelToken"), member("Tokens", array=True), member("Note")]
    definitions = folder / "v"
    definitions.mkdir()
    (definitions / "api.json").write_text(json.dumps(content), encoding="utf-8")
    document = convert(definitions, "depot", "2020-01-01").document
    spec = folder / "depot/2020-01-01"
    spec.mkdir(parents=True)
    write_whole(spec / "converted.json", document)
    (spec / "overlay.yaml").write_text(skeleton(document, "converted.json") + overlay, encoding="utf-8")
    properties: dict[str, Any] = build(spec)["components"]["schemas"]["Crate"]["properties"]
    return properties


OVERLAY = """
  - target: $.components.schemas.Crate.properties.Password
    description: It is one.
    update: {x-tc-secret: true}
  - target: $.components.schemas.Crate.properties.LabelToken
    description: It is printed on the crate.
    update: {x-tc-secret: false}
  - target: $.components.schemas.Crate.properties.Note
    description: People write passwords into it.
    update: {x-tc-secret: true}
"""


def test_overlay_lifts_and_confirms(tmp_path: Path) -> None:
    """`convert` proposes; an overlay replaces the proposal by true or false, and adds secrets that no rule finds."""
    (tmp_path / "before").mkdir()
    before = built_with(tmp_path / "before", "")
    (tmp_path / "after").mkdir()
    after = built_with(tmp_path / "after", OVERLAY)
    names = ("Password", "LabelToken", "Tokens", "Note", "CrateId")
    assert [rule_of(before[name], "x-tc-secret") for name in names] == ["password", "token", "token", None, None]
    assert [rule_of(after[name], "x-tc-secret") for name in names] == [None, None, "token", None, None]
    assert [after[name].get("x-tc-secret") for name in names] == [True, False, True, True, None]
