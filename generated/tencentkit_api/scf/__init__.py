# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 33479c0d52be0bc9ffc22fcd6b56154a0c3457a970e40d53c4b433ca7e5b004a).
# Do not edit: change the spec or the template.
"""scf 2018-04-16: sync and async operations, action tables and models."""
