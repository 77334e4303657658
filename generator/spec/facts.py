"""Source facts of a product version: from pages, from definitions, and merged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from .document import Document, read_document
from .merge import Contradiction, identity_mismatches, merge
from .problems import Problem, SpecRefused

TRANSCRIBED: Final = "transcribed.json"
"""Output of `transcribe`."""
CONVERTED: Final = "converted.json"
"""Output of `convert`."""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """The two facts documents of a folder, one per kind of source; one may be missing."""

    folder: Path
    pages: Document | None
    definitions: Document | None

    @classmethod
    def read(cls, folder: Path, main: str | None = TRANSCRIBED) -> Self:
        """Read both documents. `main` is required, the other optional; with None both are optional. Raises `SpecRefused`."""

        def document(name: str) -> Document | None:
            path = folder / name
            return read_document(path) if name == main or path.exists() else None

        return cls(folder, document(TRANSCRIBED), document(CONVERTED))

    def merged(self) -> tuple[Document, list[Contradiction]]:
        """Return the merged document and its contradictions. Raises `SpecRefused` for different product versions."""
        if self.pages is None or self.definitions is None:
            document = self.definitions if self.pages is None else self.pages
            return document or {}, []
        if problems := list(identity_mismatches(self.pages, self.definitions)):
            raise SpecRefused(str(self.folder / CONVERTED), problems)
        try:
            return merge(self.pages, self.definitions)
        except (AttributeError, KeyError, TypeError) as error:
            what = f"cannot be merged with {TRANSCRIBED}: one of the two violates docs/design/spec.md ({error!r})"
            raise SpecRefused(str(self.folder / CONVERTED), [Problem("", what)]) from error
