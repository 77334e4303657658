# Written by `python -m generator emit` from generator/emit/templates/shared/__init__.py.jinja.
# Do not edit: mend the template.
"""Low-level, machine-written side of tencentkit: what the API documents, as data and types.

It knows no network. `tencentkit` drives it; import from there.
"""
