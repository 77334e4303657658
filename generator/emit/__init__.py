"""Generator of the import package `tencentkit_api` from openapi.json (docs/design/emit.md)."""
