"""Spec of a product version: its documents and `build`, which creates `openapi.json` from facts and overlays.

`docs/design/spec.md` defines the shape. `document` reads, sorts and writes; `overlay` applies `overlay.yaml`; `validation` and
`lint` check the result. This module imports nothing, because `transcribe` needs only `document`.
"""
