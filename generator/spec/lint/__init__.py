"""Lint rules for a built document, all problems reported at once. `docs/design/spec.md` gives the reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ..document import Document
from ..problems import Problem
from .extensions import extensions_have_their_shape
from .identity import one_product_version, operations_are_regular
from .names import attributes_are_unreserved, property_names_are_unique, schema_names_are_unique
from .paging import paging_names_real_properties
from .references import references_resolve
from .schemas import no_header_parameters, nothing_inline, nothing_that_breaks_clients
from .unknowns import unknowns_are_decided
from .waiters import waiters_can_end

Rule = Callable[[Document], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    references_resolve,
    schema_names_are_unique,
    property_names_are_unique,
    attributes_are_unreserved,
    nothing_inline,
    nothing_that_breaks_clients,
    no_header_parameters,
    paging_names_real_properties,
    waiters_can_end,
    one_product_version,
    operations_are_regular,
    extensions_have_their_shape,
    unknowns_are_decided,
)


def lint(document: Document) -> list[Problem]:
    """Return the problems of all rules."""
    return [problem for rule in RULES for problem in rule(document)]
