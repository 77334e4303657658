# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 567fdee3c5a22c159f0266dc17d2add292c7f6750e2a921c896b0c93c4c66ab5).
# Do not edit: change the spec or the template.
"""scf 2018-04-16: sync and async operations, action tables and models."""
