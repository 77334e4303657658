# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 ef4d09cd01ea4b45a66a9c1177cec7b5696aca298cb53f4121896cbc58ffa38f).
# Do not edit: change the spec or the template.
"""scf 2018-04-16: sync and async operations, action tables and models."""
