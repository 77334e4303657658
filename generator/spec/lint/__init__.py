"""Lint rules for a built document, all problems reported at once. `docs/design/spec.md` gives the reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ..document import Document
from ..problems import Problem
from .extensions import check_extensions
from .identity import check_identity, check_operations
from .names import check_property_names, check_reserved_attributes, check_schema_names
from .pagination import check_pagination
from .references import check_references
from .schemas import check_header_parameters, check_inline_schemas, check_unsupported_keywords
from .unknowns import check_unknown_facts
from .waiters import check_waiters

Rule = Callable[[Document], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    check_references,
    check_schema_names,
    check_property_names,
    check_reserved_attributes,
    check_inline_schemas,
    check_unsupported_keywords,
    check_header_parameters,
    check_pagination,
    check_waiters,
    check_identity,
    check_operations,
    check_extensions,
    check_unknown_facts,
)


def lint(document: Document) -> list[Problem]:
    """Return the problems of all rules."""
    return [problem for rule in RULES for problem in rule(document)]
