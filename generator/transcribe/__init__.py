"""Transcription of documentation pages into facts; a page that cannot be read completely is refused.

`docs/design/transcribe.md` records the decisions. The packages, in the order in which a page passes them:

- `input`: bytes to lines,
- `layout`: page kind, sections and table headers,
- `tables`: rows, cells and facts in descriptions,
- `parts`: one section each,
- `pages`: a whole page, and all pages of a run.

`assembly` builds the document. Each package imports only earlier ones; a contract of import-linter enforces this.
"""

from .assembly import assemble
from .input.source import PageSource
from .pages.action_page import read_page
from .pages.reader import PageCollection, read_pages
from .problems import PageRefused

__all__ = ["PageCollection", "PageRefused", "PageSource", "assemble", "read_page", "read_pages"]
