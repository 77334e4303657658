"""Responses that arrive as server-sent events (`x-tc-stream`; docs/design/streaming.md).

The definitions have no mark. Signs are a request parameter that selects the stream, the action's name, and the text of the vendor's SDK,
whose source was read for the actions below.
"""

from __future__ import annotations

import re
from typing import Final

from ..spec.document import Document
from ..spec.inferred import infer
from .definitions import ActionDefinition, Definitions, MemberDefinition
from .text import plain

STREAM: Final = "x-tc-stream"
_SWITCHES: Final = ("Stream", "Streaming")
_MEANS_RESPONSE: Final = re.compile(r"流式|\bSSE\b|\bstream", re.IGNORECASE)
_DEFAULT_ON: Final = re.compile(
    r"默认(?:值)?(?:为|是)?[\s:：]*true|defaults? (?:is |to |value is |value: )?true|(?:只|仅)允许\s*true", re.IGNORECASE
)
_ALWAYS: Final = {
    ("dataagent", "ChatAI"),
    ("dataagent", "ExecuteAgentApiV1"),
    ("es", "ParseDocument"),
    ("ig", "GetLLMDiagnosisDrug"),
    ("ig", "GetLLMDiagnosisDrugChat"),
    ("ig", "GetLLMDiagnosisHealth"),
    ("ig", "GetLLMReportInterpretation"),
    ("tdai", "CreateChatCompletion"),
    ("waf", "GenerateLLMSecAnswer"),
}
"""Actions whose response the vendor's SDK reads as events, without another sign in the definitions."""


def add_stream(operation: Document, action: ActionDefinition, definitions: Definitions) -> None:
    """Add `x-tc-stream` to an operation whose response may be a stream of events."""
    request = definitions.objects.get(f"{action.name}Request")
    response = definitions.objects.get(f"{action.name}Response")
    switch = next((member for member in (request.members if request else ()) if _is_switch(member)), None)
    if switch is not None:
        stream: Document = {"switch": switch.name, "default": bool(_DEFAULT_ON.search(plain(switch.document)))}
        rule = f"parameter {switch.name}"
    elif action.name.endswith("SSE"):
        rule, stream = "name", {}
    elif (definitions.service, action.name) in _ALWAYS:
        rule, stream = "vendor's SDK", {}
    else:
        return
    if any(member.name == "ErrorMsg" for member in (response.members if response else ())):
        stream["error"] = "ErrorMsg"
    infer(operation, STREAM, value={**stream, "done": "[DONE]"}, rule=rule)


def _is_switch(member: MemberDefinition) -> bool:
    return member.name in _SWITCHES and member.type == "bool" and not member.array and bool(_MEANS_RESPONSE.search(plain(member.document)))
