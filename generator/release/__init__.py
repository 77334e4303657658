"""Release support: the record of the last release, the changes since then, and the version they require.

`docs/releasing.md` describes the procedure; `docs/design/releasing.md` gives the reasons.
"""
