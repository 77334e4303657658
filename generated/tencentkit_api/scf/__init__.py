# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 7cb1ab8a2f04602ebdae69a4d9c4a84832e5a3d1c01166385fdaf215b0a7abb3).
# Do not edit: change the spec or the template.
"""scf 2018-04-16: sync and async operations, action tables and models."""
