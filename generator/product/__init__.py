"""Generator of spec, code, tests and wheel project of one product (docs/adding-an-action.md)."""
