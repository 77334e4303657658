# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 259c8d98e7ee410f41bc5dba4776da8e3bc3f32f28066fc4cf73159bfc45f5e9).
# Do not edit: change the spec or the template.
"""scf 2018-04-16: sync and async operations, action tables and models."""
