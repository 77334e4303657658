# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""scf 2018-04-16: `operations`, `async_operations`, their tables in `actions`, and `models`."""
