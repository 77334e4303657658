# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 824d9f8cf3b9537af07be755c724dc0a5175e3eb328a06923e85ed726cdb6f32).
# Do not edit: change the spec or the template.
"""scf 2018-04-16: sync and async operations, action tables and models."""
