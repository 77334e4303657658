"""Parts of the document that `build` derives: the security scheme, and summaries of actions without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .document import Document
from .problems import Problem
from .view import operations

SCHEME: Final = "TC3-HMAC-SHA256"

_SCHEME: Final[Document] = {
    "type": "apiKey",
    "in": "header",
    "name": "Authorization",
    "description": (
        "Signature TC3-HMAC-SHA256 of the request: `TC3-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`. "
        "Temporary credentials also need the header `X-TC-Token`."
    ),
}

_DERIVED: Final = "remove it: build derives the security from x-tc-skip-sign"

_LONGEST_SUMMARY: Final = 120


def add_security(document: Document) -> Iterator[Problem]:
    """Add the security scheme, and `security: []` to actions with `x-tc-skip-sign`. Yield a problem for `security` from a source."""
    components = document.get("components")
    if isinstance(components, dict):
        if "securitySchemes" in components:
            yield Problem("#/components/securitySchemes", _DERIVED)
        components["securitySchemes"] = {SCHEME: _SCHEME}
    if "security" in document:
        yield Problem("#/security", _DERIVED)
    document["security"] = [{SCHEME: []}]
    for operation in operations(document):
        if "security" in operation.node:
            yield Problem(f"{operation.where}/security", _DERIVED)
        if operation.node.get("x-tc-skip-sign") is True:
            operation.node["security"] = []


def add_summaries(document: Document) -> None:
    """Add a summary to each action without one: its description if that is short, otherwise its name."""
    for operation in operations(document):
        if not operation.node.get("summary"):
            description = operation.node.get("description")
            short = isinstance(description, str) and 0 < len(description) <= _LONGEST_SUMMARY and "\n" not in description
            operation.node["summary"] = description if short else f"Call {operation.name}."
