"""A product in one go: its sources -> spec, code, tests from its examples, and the project of a wheel (docs/adding-an-action.md)."""
