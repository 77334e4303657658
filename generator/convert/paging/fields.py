"""Fields of requests and responses, as the rules read them: wire path, facts and text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from ...spec.document import SCHEMAS, Document
from ...spec.view import mapping, named_schemas

TextOf: TypeAlias = Callable[[str, str], str]
"""Return the documented text of a property, without markup: name of the schema, name of the property."""

_WITHDRAWN: Final = re.compile(
    r"已?废弃|失效|已?下线|不再(?:使用|读取)|暂不(?:支持|开放)|deprecated|no longer|not supported", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class SchemaField:
    """A property, below the request or response of an action."""

    path: tuple[str, ...]
    """Wire names from the request or response."""
    node: Document
    text: str

    @property
    def name(self) -> str:
        """Wire name."""
        return self.path[-1]

    @property
    def key(self) -> str:
        """Name in lower case without underscores, for comparisons."""
        return self.name.replace("_", "").lower()

    @property
    def dotted(self) -> str:
        """Path as `x-tc-pagination` writes it."""
        return ".".join(self.path)

    @property
    def type(self) -> str:
        """JSON type; `object` for a reference."""
        return "object" if "$ref" in self.node else str(self.node.get("type"))

    @property
    def model(self) -> str | None:
        """Schema of an object, or of the objects of an array."""
        reference = self.node.get("$ref", mapping(self.node, "items").get("$ref"))
        return None if reference is None else str(reference).removeprefix(SCHEMAS)


class SchemaFields:
    """Fields of the schemas of a document, without deprecated ones."""

    def __init__(self, document: Document, text_of: TextOf) -> None:
        self._schemas = named_schemas(document)
        self._text_of = text_of

    def of(self, schema: str, prefix: tuple[str, ...] = ()) -> list[SchemaField]:
        """Return the fields of a schema, below the path `prefix`."""
        return list(self._fields(schema, prefix))

    def inside(self, field: SchemaField) -> list[SchemaField]:
        """Return the fields of an object."""
        return self.of(field.model or "", field.path)

    def _fields(self, schema: str, prefix: tuple[str, ...]) -> Iterator[SchemaField]:
        for name, node in mapping(self._schemas.get(schema), "properties").items():
            text = self._text_of(schema, name)
            if node.get("deprecated") is not True and not _WITHDRAWN.search(text[:60]):
                yield SchemaField((*prefix, name), node, text)
