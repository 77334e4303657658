# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 3e6c0a5113b0d3f57239f9e22f618ddca302c829205cdc032118a54036faeaad).
# Do not edit: mend the spec or the template.
"""scf 2018-04-16: `operations`, `async_operations`, their tables in `actions`, and `models`."""
