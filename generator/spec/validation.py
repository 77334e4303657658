"""Is a document valid OpenAPI 3.1? openapi-spec-validator's answer, as problems of ours."""

from __future__ import annotations

from collections.abc import Iterator

from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing.exceptions import Unresolvable

from .document import OPENAPI, Document
from .lint.references import references
from .problems import Problem


def validate(document: Document) -> Iterator[Problem]:
    """Every violation of the OpenAPI schema. A `$ref` that leads nowhere ends the validation: our own lint reports each of them."""
    if document.get("openapi") != OPENAPI:
        yield Problem("openapi", f"must be {OPENAPI}")
        return
    if any(not isinstance(ref, str) or not ref.startswith("#") for _, ref in references(document)):
        return  # the validator would go and fetch it; the lint reports it
    reported = False
    try:
        for error in OpenAPIV31SpecValidator(document).iter_errors():
            reported = True
            where = "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in error.absolute_path)
            yield Problem(f"#/{where}", f"invalid OpenAPI: {error.message.splitlines()[0]}")
    except Unresolvable:
        return
    except (AssertionError, LookupError, TypeError, AttributeError, ValueError) as error:
        # The validator reports a wrong shape, walks on as if it were right, and stumbles.
        if not reported:
            yield Problem("#", f"openapi-spec-validator fails on it: {error!r}")
