# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 5f91db0299dc79e1f5a1c626d051782a0a5c98cadceff8cabb0322bec3110d47).
# Do not edit: change the spec or the template.
"""scf 2018-04-16: sync and async operations, action tables and models."""
