"""What one page says, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .input.lines import Line
    from .json_types import JsonObject
    from .tables.prose_facts import ProseFacts
    from .tables.type_names import PageType
    from .unknown import Unknown


@dataclass(frozen=True, slots=True)
class Host:
    """An endpoint's name, such as `scf.intl.tencentcloudapi.com`, and the product that it belongs to."""

    name: str
    product: str


@dataclass(frozen=True, slots=True)
class Region:
    """What the Region row says: must it be sent (None where the page has lost that), and is only a part of the regions supported?"""

    required: bool | None
    only: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A row of a table of inputs or outputs. `required` is None for outputs, and where the page has lost it."""

    name: str
    type: PageType
    required: bool | None
    description: str
    prose: ProseFacts
    line: Line


@dataclass(frozen=True, slots=True)
class Example:
    """An example call: the request's body and the whole response. A side that cannot be read is None, and reported as unknown."""

    title: str
    description: str
    request: JsonObject | None
    response: JsonObject | None


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """A row of the table of error codes."""

    code: str
    description: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Everything that one page says about its action."""

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
    examples: tuple[Example, ...]
    errors: tuple[ErrorCode, ...]
    updated: str | None
    sha256: str
    unknown: tuple[Unknown, ...] = ()
