"""Idempotency token of a request, recognised by its documented meaning: products use the name `ClientToken` for other things, too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .type_names import PageType

CLIENT_TOKEN: Final = "x-tc-client-token"  # noqa: S105 - a key of the document
_NAME: Final = re.compile(r"(?:Client|ClientRequest|Creation|Idempotency)Token")
_PROMISE: Final = re.compile(
    r"idempoten|re-?entran|duplicate|prevents? the client from (?:repeatedly|re-?creating)|幂等|重入|(?:重复|重新)(?:创建|提交|下单)",
    re.IGNORECASE,
)
# A reserved or unused field, or an instruction to look before a retry.
_WITHDRAWAL: Final = re.compile(
    r"不提供|保留(?:字段|参数)|请勿使用|不再使用|已废弃|先核|\breserved\b|\bno longer used|\bdeprecated\b|\bdisused\b",
    re.IGNORECASE,
)


def client_token(parameters: Iterable[tuple[str, PageType, str]]) -> str | None:
    """Return the name of the idempotency token among a request's parameters.

    Args:
        parameters: Name, type and description of each.
    """
    for name, type_, text in parameters:
        is_text = type_.json_type == "string" and not type_.array
        if _NAME.fullmatch(name) and is_text and _PROMISE.search(text) and not _WITHDRAWAL.search(text):
            return name
    return None
