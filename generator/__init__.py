"""Development tool: documentation pages -> facts -> `openapi.json` -> generated code. Never part of the SDK's wheel."""
