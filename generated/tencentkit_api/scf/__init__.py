# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 da5c91333f9e2cf85f02a292f6458c21c85756c43fe49017e226d5502c8f4600).
# Do not edit: mend the spec or the template.
"""scf 2018-04-16: `operations`, `async_operations`, their tables in `actions`, and `models`."""
