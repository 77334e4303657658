"""Compatibility diff: changes between two specs or two package trees, and the version step they require.

`docs/design/compatibility.md` is the contract. `specification` and `surface` read facts, `compare` finds the changes, and the table
in `rules` classifies them. This module imports nothing, so that a diff of specs does not load griffe.
"""
