"""Documentation pages -> facts: every page is read whole, or refused with its line and the reason.

`docs/design/transcribe.md` holds the decisions. The way of a page: `source` (bytes) -> `lines` -> `forms` (is it a form that we read?) ->
`shell` and `sections` -> `introduction`, `parameters`, `examples`, `errors` -> `page` (facts, cross-checked) -> `assembly` (the document).
"""

from .assembly import assemble
from .page import read_page
from .problems import PageRefused
from .source import PageSource

__all__ = ["PageRefused", "PageSource", "assemble", "read_page"]
