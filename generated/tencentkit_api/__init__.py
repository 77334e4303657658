# Written by `python -m generator emit` from generator/emit/templates/shared/__init__.py.jinja.
# Do not edit: change the template.
"""Generated tables, models and method signatures of the API, without network access.

Import `tencentkit` in programs; it uses this package.
"""
