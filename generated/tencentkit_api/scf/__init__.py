# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 43d737ee6086a6c058c10a50fa9530824c1e419ca373caf4dbe2f9da1f0e9387).
# Do not edit: mend the spec or the template.
"""scf 2018-04-16: `operations`, `async_operations`, their tables in `actions`, and `models`."""
