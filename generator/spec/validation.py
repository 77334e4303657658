"""OpenAPI 3.1 validation with openapi-spec-validator and jsonschema-rs.

openapi-spec-validator checks every schema against the meta-schema in pure Python, which took four fifths of a `build`. jsonschema-rs
does the same check in microseconds. Schemas that it accepts are replaced by one placeholder, which the slow validator checks once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import jsonschema_rs
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing.exceptions import Unresolvable

from .document import OPENAPI, Document
from .lint.references import references
from .problems import Problem
from .view import subschemas

_OPENAPI_ONLY: Final = frozenset({"discriminator", "example", "externalDocs", "xml"})
"""Keys that OpenAPI adds to JSON Schema: only the OpenAPI validator can check a schema with one of them."""

_PLACEHOLDER: Final[Document] = {"type": "object"}


def validate(document: Document) -> Iterator[Problem]:
    """Yield all violations of the OpenAPI schema. A dangling `$ref` ends the validation; the lint reports it."""
    if document.get("openapi") != OPENAPI:
        yield Problem("openapi", f"must be {OPENAPI}")
        return
    if any(not isinstance(ref, str) or not ref.startswith("#") for _, ref in references(document)):
        return  # the validator would fetch it; the lint reports it
    reported = False
    try:
        for error in OpenAPIV31SpecValidator(_with_placeholders(document)).iter_errors():
            reported = True
            where = "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in error.absolute_path)
            yield Problem(f"#/{where}", f"invalid OpenAPI: {error.message.splitlines()[0]}")
    except Unresolvable:
        return
    except (AssertionError, LookupError, TypeError, AttributeError, ValueError) as error:
        # After a violation the validator continues and may fail on the wrong shape.
        if not reported:
            yield Problem("#", f"openapi-spec-validator failed: {error!r}")


def _with_placeholders(value: Any, key: str = "") -> Any:
    """Return a copy with placeholders for valid schemas; names stay, so that references resolve."""
    if not isinstance(value, dict) or key == "examples":
        return value
    if key == "schema" and _is_valid(value):
        return _PLACEHOLDER
    if key == "schemas":
        return {name: _PLACEHOLDER if _is_valid(schema) else schema for name, schema in value.items()}
    return {name: _with_placeholders(item, name) for name, item in value.items()}


def _is_valid(schema: Any) -> bool:
    if not isinstance(schema, dict) or any(not _OPENAPI_ONLY.isdisjoint(child) for _, child in (("", schema), *subschemas(schema, ""))):
        return False
    try:
        return bool(jsonschema_rs.meta.is_valid(schema))
    except ValueError:
        return False
