# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 09f16c93bd668f73612f4f17ede9ac1099e1b222aa339be844a0e8e95042c7f9).
# Do not edit: mend the spec or the template.
"""scf 2018-04-16: `operations`, `async_operations`, their tables in `actions`, and `models`."""
