# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d23d756119e50a4f01dca8a84124565b5ef8edc411d8131940053e823d54c8e3).
# Do not edit: mend the spec or the template.
"""scf 2018-04-16: `operations`, `async_operations`, their tables in `actions`, and `models`."""
