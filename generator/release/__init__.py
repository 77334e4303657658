"""From a changed tree to a release: what the last one promised, what changed since, which version that asks for.

`docs/releasing.md` is the way through it, `docs/design/releasing.md` says why it goes so.
"""
