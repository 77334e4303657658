"""Deprecations that titles and texts state in words other than the plain ones of `prose_facts` (docs/design/inference.md)."""

from __future__ import annotations

import re
from typing import Final

_OPEN, _CLOSE = r"[（(【\[]", r"[）)】\]]"
_TITLE: Final = re.compile(
    rf"{_OPEN}(?![^（）()【】\[\]]*启用)[^（）()【】\[\]]{{0,20}}"
    rf"(?:废弃|弃用|停用|下线|不再维护|已切换|旧版?(?={_CLOSE}))[^（）()【】\[\]]{{0,60}}{_CLOSE}"
    rf"|{_OPEN}\s*(?:to be )?(?:deprecated|disused|discontinued|disabled|old|offline|legacy)\b[^（）()【】\[\]]{{0,60}}{_CLOSE}",
    re.IGNORECASE,
)
_STATE: Final = (
    r"已(?:经)?(?:正式|全面)?(?:废弃|弃用|下线|停用|停止(?:维护|使用|服务)|不再(?:维护|使用|支持|推荐)|不推荐使用|不建议使用)"
    r"|(?:即将|准备|计划|将于[^，。；\n]{1,24}?|于[^，。；\n]{4,24}?)(?:下线|停止服务|废弃|停用)|下线中|待废弃|不再(?:维护|推荐使用|建议使用)|不(?:再)?推荐使用|为旧版"
)
_ACTION: Final = re.compile(
    rf"(?:该|此|本)\s?(?:接口|API|服务|产品|功能)(?:[（(][^（）()]{{0,60}}[）)])?(?:目前|当前|现)?\s?(?:{_STATE})"
    r"|(?<!替代)(?<!替代已)废弃[，,。]\s*(?:请|推荐|建议|统一)|准备下线[，,]\s*请|此接口为[^，。\n]{0,30}旧版本"
    r"|\A\W*(?:功能|产品)?已(?:经)?(?:正常|正式)?(?:废弃|弃用|下线|停止维护|EOL|退市)|产品[^，。\n]{0,12}已经(?:正常|正式)?(?:EOL|退市|下线)"
    r"|\b(?:this|the) (?:api|action|service|product)(?: \(\w+\))? (?:is|has been|was|will be) (?:already |currently )?"
    r"(?:deprecated|disused|discontinued|deactivated|no longer (?:maintained|available|supported|recommended)"
    r"|(?:taken |brought )?offline|not recommended)",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(
    rf"(?:该|此|本)\s?(?:字段|参数|属性|入参|出参)\s?(?:{_STATE}|已(?:经)?(?:失效|无效))"
    r"|\A\W*(?:已(?:经)?)(?:下线|停用|不再使用|失效)(?=[，。；,;\s）)]|\Z)"
    r"|\bthis (?:field|parameter|attribute) (?:is|has been) (?:already )?"
    r"(?:discontinued|deactivated|no longer (?:used|supported|valid|recommended)|invalid|not recommended)",
    re.IGNORECASE,
)
_START: Final = 400
"""Length of the part of a text that states the purpose, in characters."""


def deprecation_of_action(title: str, text: str) -> str | None:
    """Return the rule that infers the deprecation of an action from its title or text, or None."""
    if _TITLE.search(title):
        return "deprecated by its title"
    return "deprecated by its text" if _ACTION.search(text[:_START]) else None


def is_deprecated_field(text: str) -> bool:
    """Return whether the text of a field states that the field is out of use."""
    return _FIELD.search(text[:_START]) is not None
