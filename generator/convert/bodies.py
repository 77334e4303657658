"""Requests whose body is not JSON (`x-tc-body`; docs/design/streaming.md). A `Binary` parameter shows a form by itself."""

from __future__ import annotations

from typing import Final

from ..spec.document import Document
from ..spec.inferred import infer
from .definitions import ActionDefinition, Definitions

BODY: Final = "x-tc-body"
_OCTETS: Final = {("cls", "UploadLog")}
"""Actions that the vendor's SDK sends as octets; no parameter in the definitions is their body."""


def add_body(operation: Document, action: ActionDefinition, definitions: Definitions) -> None:
    """Add `x-tc-body` to an operation that takes octets."""
    if (definitions.service, action.name) in _OCTETS:
        infer(operation, BODY, value="octets", rule="vendor's SDK")
