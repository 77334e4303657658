"""Documentation pages -> facts: every page is read whole, or refused with its line and the reason.

`docs/design/transcribe.md` holds the decisions. The way of a page: `source` (bytes) -> `lines` (of text, or of HTML by `html_page`) ->
`kinds` (what does it describe?) -> `shell` and `sections` -> `introduction`, `inputs`, `parameters`, `examples`, `errors` -> `page` (facts,
cross-checked) -> `reading` (all pages of a run) -> `assembly` (the document).
"""

from .assembly import assemble
from .input.source import PageSource
from .pages.action_page import read_page
from .pages.reader import Reading, read_pages
from .problems import PageRefused

__all__ = ["PageRefused", "PageSource", "Reading", "assemble", "read_page", "read_pages"]
