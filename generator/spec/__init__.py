"""The spec of a product version: its documents, and `build`, which makes `openapi.json` from facts and overlay.

`docs/design/spec.md` is the contract for the shape. `document` reads, arranges and writes; `overlay` applies `overlay.yaml`;
`validation` and `lint` find what is wrong with the result. Nothing is imported here: `transcribe` needs `document` alone.
"""
