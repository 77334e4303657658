"""What changed between two specs, or two trees of packages, and what that asks of the next version.

`docs/design/compatibility.md` is the contract. `specification` and `surface` read facts, `compare` finds the changes, `rules` is the
one table that classes them; everything else only arranges or prints. Nothing is imported here: a diff of specs needs no griffe.
"""
