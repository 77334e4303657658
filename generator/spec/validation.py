"""Is a document valid OpenAPI 3.1? openapi-spec-validator's answer, as problems of ours.

It checks every schema against the meta-schema in pure Python, which took four fifths of a `build`. jsonschema-rs says the same of a schema
in microseconds: for one that it finds valid the other is shown one and the same stand-in, which it checks once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import jsonschema_rs
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing.exceptions import Unresolvable

from .document import OPENAPI, Document
from .lint.references import references
from .lint.view import subschemas
from .problems import Problem

_OPENAPI_ONLY: Final = frozenset({"discriminator", "example", "externalDocs", "xml"})
"""Keys that OpenAPI adds to JSON Schema: of a schema with one of them only the OpenAPI validator can tell."""

_STAND_IN: Final[Document] = {"type": "object"}


def validate(document: Document) -> Iterator[Problem]:
    """Every violation of the OpenAPI schema. A `$ref` that leads nowhere ends the validation: our own lint reports each of them."""
    if document.get("openapi") != OPENAPI:
        yield Problem("openapi", f"must be {OPENAPI}")
        return
    if any(not isinstance(ref, str) or not ref.startswith("#") for _, ref in references(document)):
        return  # the validator would go and fetch it; the lint reports it
    reported = False
    try:
        for error in OpenAPIV31SpecValidator(_with_stand_ins(document)).iter_errors():
            reported = True
            where = "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in error.absolute_path)
            yield Problem(f"#/{where}", f"invalid OpenAPI: {error.message.splitlines()[0]}")
    except Unresolvable:
        return
    except (AssertionError, LookupError, TypeError, AttributeError, ValueError) as error:
        # The validator reports a wrong shape, walks on as if it were right, and stumbles.
        if not reported:
            yield Problem("#", f"openapi-spec-validator fails on it: {error!r}")


def _with_stand_ins(value: Any, key: str = "") -> Any:
    """A copy without the valid schemas; the names of the named ones stay, so that references still lead there."""
    if not isinstance(value, dict) or key == "examples":
        return value
    if key == "schema" and _is_valid(value):
        return _STAND_IN
    if key == "schemas":
        return {name: _STAND_IN if _is_valid(schema) else schema for name, schema in value.items()}
    return {name: _with_stand_ins(item, name) for name, item in value.items()}


def _is_valid(schema: Any) -> bool:
    if not isinstance(schema, dict) or any(not _OPENAPI_ONLY.isdisjoint(child) for _, child in (("", schema), *subschemas(schema, ""))):
        return False
    try:
        return bool(jsonschema_rs.meta.is_valid(schema))
    except ValueError:
        return False
