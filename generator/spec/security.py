"""Security scheme of a built document: TC3-HMAC-SHA256 for every action, except those without a signature."""

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
