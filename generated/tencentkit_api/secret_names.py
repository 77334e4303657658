# Written by `python -m generator emit` from generator/emit/templates/shared/secret_names.py.jinja.
# Do not edit: change the template.
"""Names of fields that hold secrets, for JSON data without a model; the rules are those of the generator."""

from __future__ import annotations

import re
from typing import Any, Final

HIDDEN: Final = "[hidden]"

_SECRET: Final = re.compile(
    "(?:.*_)?(?:"
    + "|".join(
        (
            "(?:pass_?words?|passwd|pwd|pass_?phrase)(?:_(?:new|old))?|(?:key|data|db|user|login|root|admin)_pass|pin_code",  # password
            "secret(?:_(?:value|string|binary|text|content))?",  # secret
            "\\w*secret_?key|secret_access_key|access_key_secret",  # secret key
            "private_?key(?:_(?:content|pem|data))?|cert(?:ificate)?_key|key_material",  # private key
            "pre_?shared?_key|psk",  # shared key
            "api_?keys?|(?:auth|auth_back|sign|signing|encrypt|decrypt|decryption|license|plain|app_?s|nwk_?s)_key",  # API key
            "access_key",  # access key
            "tokens?|token_value",  # token
            "user_?sig|private_map_key",  # room key
            "token_code|mfa_code",  # one-time code
            "kube_?config(?:_content)?",  # kubeconfig
            "(?:login|session)_cookies?",  # cookie
        )
    )
    + ")"
)
_OTHER: Final = re.compile(
    "(?:.*_)?(?:"
    + "|".join(
        (
            "(?:public|md5|sha1|sha256|hash|fingerprint|masked)(?:_.*)?",
            "(?:next|page|next_page|pagination|continue|continuation|scroll|client|creation|idempotency|idempotent|param)_token",
            "(?:input|output|total|max|cached?|reasoning|first|prompt|completion|context|used?|thinking)_tokens?",
            "(?:generate|reset|enable|need|is|has)_password",
            "(?:validate|dv)_auth_key|(?:sort|price|kms|identity|cache|row|object|primary|foreign|partition)_key",
        )
    )
    + ")"
)
_WORD_START: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")
_VARIABLES: Final = re.compile(r"(?:.*_)?(?:env|envs|environment|environments|variables)(?:_.*)?")


def names_secret(name: str) -> bool:
    """Return whether a field of this name holds a secret, in any case and with any separator: `db_password`, `X-Api-Key`."""
    words = _words(name)
    return _SECRET.fullmatch(words) is not None and _OTHER.fullmatch(words) is None


def without_secrets(content: Any, name: str = "", *, replacement: str = HIDDEN) -> Any:
    """Return a copy of JSON data without secrets.

    Args:
        content: The data.
        name: Name of the field that holds it.
        replacement: Text in place of each secret.
    """
    if isinstance(content, dict):
        variable = "Value" in content and ("Key" in content or "Name" in content) and _VARIABLES.fullmatch(_words(name))
        return {
            key: replacement
            if item and ((names_secret(str(key)) and _is_text(item)) or (variable and key == "Value"))
            else without_secrets(item, str(key), replacement=replacement)
            for key, item in content.items()
        }
    if isinstance(content, list | tuple):
        return [without_secrets(item, name, replacement=replacement) for item in content]
    return content


def _is_text(item: Any) -> bool:
    """Return whether `item` is a text, a number that may be a PIN, or a list of these; objects have fields with names."""
    if isinstance(item, list | tuple):
        return all(_is_text(each) for each in item)
    return not isinstance(item, dict | bool | float)


def _words(name: str) -> str:
    return _WORD_START.sub("_", name).strip("_").lower()
