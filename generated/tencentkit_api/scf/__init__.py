# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 12185a6e9142409bac3139446b88508714a568e8853ee8dce91101613f6a2de6).
# Do not edit: mend the spec or the template.
"""scf 2018-04-16: `operations`, `async_operations`, their tables in `actions`, and `models`."""
