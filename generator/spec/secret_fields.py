"""Rules that infer from names and texts which string fields hold secrets (`x-tc-secret`; docs/design/redaction.md)."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from ..naming import snake_case
from .document import Document
from .inferred import infer
from .view import mapping

NAMES_BY_RULE: Final = {
    "password": r"(?:pass_?words?|passwd|pwd|pass_?phrase)(?:_(?:new|old))?|(?:key|data|db|user|login|root|admin)_pass|pin_code",
    "secret": r"secret(?:_(?:value|string|binary|text|content))?",
    "secret key": r"\w*secret_?key|secret_access_key|access_key_secret",
    "private key": r"private_?key(?:_(?:content|pem|data))?|cert(?:ificate)?_key|key_material",
    "shared key": r"pre_?shared?_key|psk",
    "API key": r"api_?keys?|(?:auth|auth_back|sign|signing|encrypt|decrypt|decryption|license|plain|app_?s|nwk_?s)_key",
    "access key": r"access_key",
    "token": r"tokens?|token_value",
    "room key": r"user_?sig|private_map_key",
    "one-time code": r"token_code|mfa_code",
    "kubeconfig": r"kube_?config(?:_content)?",
    "cookie": r"(?:login|session)_cookies?",
}
"""Patterns for the last words of a name in snake case, by rule; the first one that matches applies."""
_PATTERNS: Final = {rule: re.compile(rf"(?:.*_)?(?:{pattern})") for rule, pattern in NAMES_BY_RULE.items()}

_BY_TEXT: Final = {
    "key by its text": (r"(?:.*_)?key", r"密钥|秘钥|密匙|私钥|(?:secret|private|encryption|license) key"),
    "plaintext": (r"(?:.*_)?plain_?text", r"明文|密钥|plaintext|decrypted"),
    "user data": (r"user_data", r"实例|脚本|^自定义数据|编码后的自定义数据|instance|script"),
}
"""Patterns for a name and for a part of its text, by rule."""
_TEXTS: Final = {rule: (re.compile(name), re.compile(text, re.IGNORECASE)) for rule, (name, text) in _BY_TEXT.items()}

OTHER_NAMES: Final = (
    # public halves and digests
    r"(?:public|md5|sha1|sha256|hash|fingerprint|masked)(?:_.*)?",
    # tokens that page or identify, and counts
    r"(?:next|page|next_page|pagination|continue|continuation|scroll|client|creation|idempotency|idempotent|param)_token",
    r"(?:input|output|total|max|cached?|reasoning|first|prompt|completion|context|used?|thinking)_tokens?",
    # flags, names of records and of fields
    r"(?:generate|reset|enable|need|is|has)_password",
    r"(?:validate|dv)_auth_key|(?:sort|price|kms|identity|cache|row|object|primary|foreign|partition)_key",
)
"""Patterns for the last words of names that look like a secret and hold none."""
_OTHER_NAME: Final = re.compile(rf"(?:.*_)?(?:{'|'.join(OTHER_NAMES)})")
_OTHER_TEXT: Final = re.compile(
    # the first clause ends with the word for an identifier or a name
    r"^[^，。,.;；:：\n（(]{0,60}(?:\b[Ii][Dd]|名称|名字|标识|编号|类型|数量)(?:[，。,.;；:：\n（(]|\s*注意|\s*\Z)"
    r"|^[^，。,.;；\n]{0,60}公钥(?!加密)"
    r"|^\W*(?:是否|whether\b)"
    r"|翻页|分页|下一页|游标|幂等|next page|pagination|idempoten"
    r"|流程的(?:唯一)?标识|设备指纹|获取的设备Token|切分|\btokens? ?(?:数|用量|消耗|count|usage)|(?:消耗|使用|输入|输出)的? ?tokens?\b",
    re.IGNORECASE,
)
"""Texts of fields that hold an identifier, a public key, a flag, a cursor or a count."""
_PAIRED: Final = re.compile(r"(?:.*_)?(?:access|app)_?keys?")
"""Keys that are the identifier of a pair if their object also has the secret half."""
_SECRET_HALF: Final = re.compile(r"(?:.*_)?(?:secret|secret_?key|secret_access_key)")
_VARIABLES: Final = frozenset({"env", "envs", "environment", "environments"})


def mark_secret(schema: Document, name: str, text: str, *, owner: str, siblings: Collection[str]) -> None:
    """Infer `x-tc-secret` of a string, or of an array of strings, that holds a secret.

    Args:
        schema: Schema of the property.
        name: Its wire name.
        text: Its documented text, without markup; empty if there is none.
        owner: Name of its type.
        siblings: Wire names of all fields of that type.
    """
    inner = mapping(schema, "items") if schema.get("type") == "array" else schema
    # An enumeration is no secret.
    if inner.get("type") == "string" and "x-tc-known-values" not in inner:
        rule = secret_rule(name, text, owner=owner, siblings=siblings)
        if rule is not None:
            infer(schema, "x-tc-secret", value=True, rule=rule)


def secret_rule(name: str, text: str, *, owner: str, siblings: Collection[str]) -> str | None:
    """Return the rule by which a string field holds a secret, or None; see `mark_secret` for the arguments."""
    snake = snake_case(name)
    if _OTHER_NAME.fullmatch(snake):
        return None
    if name == "Value" and {"Key", "Name"} & set(siblings) and _VARIABLES & set(snake_case(owner).split("_")):
        return "environment variable"
    rule = next((rule for rule, pattern in _PATTERNS.items() if pattern.fullmatch(snake)), None)
    if rule is None:
        rule = next((rule for rule, (pattern, words) in _TEXTS.items() if pattern.fullmatch(snake) and words.search(text)), None)
    if rule is None or _OTHER_TEXT.search(text):
        return None
    if _PAIRED.fullmatch(snake) and any(_SECRET_HALF.fullmatch(snake_case(other)) for other in siblings if other != name):
        return None
    return rule
