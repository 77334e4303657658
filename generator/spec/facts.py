"""The facts of a product version: what its pages say, what the vendor's definitions say, and both merged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from .document import Document, read_document
from .merge import Contradiction, merge, unlike
from .problems import Problem, SpecRefused

TRANSCRIBED: Final = "transcribed.json"
"""What `transcribe` wrote."""
CONVERTED: Final = "converted.json"
"""What `convert` wrote."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The two documents of a folder, each by one command from one kind of source; one of them may be missing."""

    folder: Path
    pages: Document | None
    definitions: Document | None

    @classmethod
    def read(cls, folder: Path, main: str | None = TRANSCRIBED) -> Self:
        """Read `main`, which must be there (None: neither must), and the other one where it is. Raises `SpecRefused`."""

        def document(name: str) -> Document | None:
            path = folder / name
            return read_document(path) if name == main or path.exists() else None

        return cls(folder, document(TRANSCRIBED), document(CONVERTED))

    def merged(self) -> tuple[Document, list[Contradiction]]:
        """One document, and what the two state differently. Raises `SpecRefused` where they are not of one product version."""
        if self.pages is None or self.definitions is None:
            document = self.definitions if self.pages is None else self.pages
            return document or {}, []
        if problems := list(unlike(self.pages, self.definitions)):
            raise SpecRefused(str(self.folder / CONVERTED), problems)
        try:
            return merge(self.pages, self.definitions)
        except (AttributeError, KeyError, TypeError) as error:
            what = f"cannot be merged with {TRANSCRIBED}: one of the two is not in the shape of docs/design/spec.md ({error!r})"
            raise SpecRefused(str(self.folder / CONVERTED), [Problem("", what)]) from error
