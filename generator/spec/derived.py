"""Parts of the document that `build` derives: the security scheme, and summaries of actions without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .action_class import READ_ONLY, SECRET_READ
from .document import SCHEMAS, Document
from .inferred import infer, rule_of
from .problems import Problem
from .view import mapping, named_schemas, operations

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


def add_secret_reads(document: Document) -> None:
    """Infer `x-tc-secret-read` of each read whose response holds a field with `x-tc-secret`, at any depth. A write never has it."""
    holders = _secret_holders(document)
    for operation in operations(document):
        if operation.node.get(READ_ONLY) is True:
            if f"{operation.name}Response" in holders:
                infer(operation.node, SECRET_READ, value=True, rule="secrets in the response")
        elif rule_of(operation.node, SECRET_READ) is not None:
            # An overlay corrected the class to a write.
            del operation.node[SECRET_READ]


def _secret_holders(document: Document) -> set[str]:
    """Return the names of the schemas with a secret field, at any depth."""
    users: dict[str, list[str]] = {}
    pending = []
    for name, schema in named_schemas(document).items():
        for facts in map(mapping, mapping(schema, "properties").values()):
            if facts.get("x-tc-secret") is True:
                pending.append(name)
            target = facts.get("$ref", mapping(facts, "items").get("$ref"))
            if isinstance(target, str):
                users.setdefault(target.removeprefix(SCHEMAS), []).append(name)
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += users.get(name, ())
    return found


def add_summaries(document: Document) -> None:
    """Add a summary to each action without one: its description if that is short, otherwise its name."""
    for operation in operations(document):
        if not operation.node.get("summary"):
            description = operation.node.get("description")
            short = isinstance(description, str) and 0 < len(description) <= _LONGEST_SUMMARY and "\n" not in description
            operation.node["summary"] = description if short else f"Call {operation.name}."
