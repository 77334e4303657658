"""openapi.json -> the import package `tencentkit_api` (docs/design/emit.md)."""
