"""Converter from the vendor's machine-readable definitions to facts, in the same shape as `transcribe`.

`docs/design/convert.md` gives the decisions. Data flow: `source` (files) -> `definitions` (validated content) -> `schema` and
`examples` -> `assembly` (the document).
"""
