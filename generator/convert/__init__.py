"""The vendor's machine-readable definitions -> facts, in the very shape that `transcribe` gives.

`docs/design/convert.md` holds the decisions. The way of a product version: `source` (files) -> `definitions` (what they say, checked) ->
`schema`, `examples` (in our shape) -> `assembly` (the document).
"""

from .assembly import Converted, assemble
from .definitions import Definitions, read_definitions
from .source import DefinitionFile, read_source

__all__ = ["Converted", "DefinitionFile", "Definitions", "assemble", "read_definitions", "read_source"]
