# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 4dff441be55f9376a75221dca84a2a0d91b5e803e2241eb959cd15c2c6a352b2).
# Do not edit: mend the spec or the template.
"""scf 2018-04-16: `operations`, `async_operations`, their tables in `actions`, and `models`."""
