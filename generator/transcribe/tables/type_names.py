"""Types that the tables of a page name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..json_types import JsonObject

JSON_TYPES: Final = {
    "String": "string",
    "Timestamp": "string",
    "Timestamp ISO8601": "string",
    "Date": "string",
    "Binary": "string",
    "Integer": "integer",
    "Float": "number",
    "Boolean": "boolean",
}
"""JSON types of the primitive types. Any other word that starts with a capital names an object."""

# "Array" alone and an array of arrays are not valid types.
TYPE_PATTERN: Final = r"(?:(?P<array>Array)\s+of\s+)?(?P<type>Timestamp\s+ISO8601(?=\s|$)|(?!Array(?:\s|$))[A-Z][A-Za-z0-9_]*(?=\s|$))"


@dataclass(frozen=True, slots=True)
class PageType:
    """Type as a page writes it: name and array. The name is empty if the page does not show it."""

    name: str
    array: bool

    @classmethod
    def of(cls, match: re.Match[str]) -> PageType:
        """Return the type in a match of a pattern that contains `TYPE_PATTERN`."""
        return cls(re.sub(r"\s+", " ", match["type"]), match["array"] is not None)

    @property
    def missing(self) -> bool:
        """Whether the page does not show the type."""
        return not self.name

    @property
    def primitive(self) -> bool:
        """Whether the type, or the type of the array's items, is not an object."""
        return self.name in JSON_TYPES

    @property
    def json_type(self) -> str | None:
        """JSON type of the value or of the array's items; None for an object."""
        return JSON_TYPES.get(self.name)

    def schema(self) -> JsonObject:
        """Return the type as an OpenAPI schema. `x-tc-type` keeps a type name that OpenAPI lacks."""
        if self.missing:
            schema: JsonObject = {}
        elif self.json_type is None:
            schema = {"$ref": f"#/components/schemas/{self.name}"}
        else:
            schema = {"type": self.json_type}
            if self.json_type == "string" and self.name != "String":
                schema["x-tc-type"] = self.name
        return {"type": "array", "items": schema} if self.array else schema

    def __str__(self) -> str:
        return f"Array of {self.name}" if self.array else self.name
