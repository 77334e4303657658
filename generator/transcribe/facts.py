"""Facts of one action page, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .input.lines import SourceLine
    from .json_types import JsonObject
    from .tables.prose_facts import ProseFacts
    from .tables.type_names import PageType
    from .unknown import UnknownFact


@dataclass(frozen=True, slots=True)
class Host:
    """Endpoint host, such as `scf.intl.tencentcloudapi.com`, and the product it belongs to."""

    name: str
    product: str


@dataclass(frozen=True, slots=True)
class Region:
    """Facts of the Region row: whether the parameter is required (None if unknown), and the supported regions (empty if not restricted)."""

    required: bool | None
    only: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """Row of a table of inputs or outputs. `required` is None for outputs, and if the page does not show it."""

    name: str
    type: PageType
    required: bool | None
    description: str
    prose: ProseFacts
    line: SourceLine


@dataclass(frozen=True, slots=True)
class DocumentedExample:
    """Example call: request body and complete response. A side that cannot be read is None and reported as unknown."""

    title: str
    description: str
    request: JsonObject | None
    response: JsonObject | None


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """Row of the table of error codes."""

    code: str
    description: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """All facts of one action page."""

    page: str
    action: str
    version: str
    host: Host | None
    description: str
    deprecated: bool
    rate_limit: int | None
    region: Region
    inputs: tuple[Parameter, ...]
    outputs: tuple[Parameter, ...]
    examples: tuple[DocumentedExample, ...]
    errors: tuple[ErrorCode, ...]
    updated: str | None
    sha256: str
    unknown: tuple[UnknownFact, ...] = ()
