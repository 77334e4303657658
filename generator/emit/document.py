"""Input document of `emit`, and its copy for openapi-python-client."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from ..spec.observations import documented_form
from .errors import EmitError

_PROSE = ("description", "example", "examples", "summary", "title")


@dataclass(frozen=True)
class OpenApiDocument:
    """`openapi.json` in the format of docs/design/spec.md, with its origin."""

    data: dict[str, Any]
    """Content in documented form (`generator/spec/observations.py`)."""
    label: str
    """Last four parts of the path. Generated files contain no folder of this machine."""
    sha256: str

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read and validate a document."""
        try:
            content = path.read_bytes()
        except OSError as error:
            raise EmitError(f"{path}: {error.strerror}") from error
        try:
            data = json.loads(content)
        except ValueError as error:
            raise EmitError(f"{path}: invalid JSON: {error}") from error
        if not isinstance(data, dict) or not str(data.get("openapi", "")).startswith("3.1."):
            raise EmitError(f"{path}: not an OpenAPI 3.1 document")
        data = documented_form(data)
        _check_shape(path, data)
        label = "/".join(part for part in path.resolve().parts[-4:] if part != path.anchor)
        return cls(data, label, hashlib.sha256(content).hexdigest())

    @property
    def service(self) -> str:
        """Short name of the product, for the signature."""
        return str(self.data["info"]["title"])

    @property
    def version(self) -> str:
        """Version of the API."""
        return str(self.data["info"]["version"])

    @property
    def host(self) -> str:
        """Host of the service."""
        return str(self.data["servers"][0]["url"]).removeprefix("https://").rstrip("/")

    @property
    def schemas(self) -> dict[str, dict[str, Any]]:
        """Named schemas, in the order of the document."""
        return dict(self.data["components"]["schemas"])

    @property
    def operations(self) -> list[dict[str, Any]]:
        """Operations, sorted by name."""
        operations = [path["post"] for path in self.data["paths"].values()]
        return sorted(operations, key=lambda operation: str(operation["operationId"]))

    def schemas_without_prose(self) -> dict[str, Any]:
        """Return `components.schemas` with names, types and limits, without descriptions."""
        return {name: _without_prose(schema) for name, schema in self.schemas.items()}

    def example_responses(self) -> dict[str, Any]:
        """Return the first documented response of each action that has one, without its request id."""
        found = {}
        for operation in self.operations:
            examples = operation["responses"]["200"]["content"]["application/json"].get("examples", {})
            responses = (example["value"]["Response"] for example in examples.values())
            response = next((each for each in responses if "Error" not in each), None)
            if response is not None:
                found[str(operation["operationId"])] = {name: value for name, value in response.items() if name != "RequestId"}
        return found

    def for_parser(self) -> dict[str, Any]:
        """Return the copy for openapi-python-client: the named schemas, and the operations without bodies.

        The emitter reads bodies from the document itself. Otherwise the library would make a class of the envelope and copy every
        model of an operation, which took half of the run time. The copy strips the siblings of a `$ref`, which the library drops.
        """
        for operation in self.operations:
            try:
                _ = operation["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["Response"]
            except KeyError as error:
                raise EmitError(f"{operation['operationId']}: the response has no envelope `Response`") from error
        return {
            **{key: value for key, value in self.data.items() if key not in ("paths", "components", "security")},
            "paths": {
                path: {"post": _without_body(item["post"]) | {"responses": {"200": {"description": ""}}}}
                for path, item in self.data["paths"].items()
            },
            "components": {"schemas": {name: _with_bare_references(schema) for name, schema in self.schemas.items()}},
        }


def _without_body(operation: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in operation.items() if key not in ("requestBody", "security")}


def _check_shape(path: Path, data: dict[str, Any]) -> None:
    """Raise `EmitError` for a document that `build` cannot have written."""
    info, paths = data.get("info"), data.get("paths")
    components = data.get("components")
    if not isinstance(info, dict) or not re.fullmatch(r"[a-z][a-z0-9]*", str(info.get("title"))):
        raise EmitError(f"{path}: info.title is not the short name of a product")
    if not isinstance(paths, dict) or not all(isinstance(item, dict) and isinstance(item.get("post"), dict) for item in paths.values()):
        raise EmitError(f"{path}: each path must have a POST operation")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    if not isinstance(schemas, dict) or not all(isinstance(schema, dict) for schema in schemas.values()):
        raise EmitError(f"{path}: components.schemas must contain the named schemas")
    for name, schema in schemas.items():
        if "$ref" in schema:
            raise EmitError(f"{path}: the schema {name} is a bare reference")
    for name, item in paths.items():
        limit = item["post"].get("x-tc-rate-limit")
        if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int)):
            raise EmitError(f"{path}: {name}: x-tc-rate-limit is not an integer")


def reference(schema: dict[str, Any]) -> str | None:
    """Return the name of the schema behind a `$ref`."""
    target = schema.get("$ref")
    return None if target is None else str(target).rpartition("/")[2]


def _with_bare_references(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    result = dict(schema)
    if "properties" in schema:
        result["properties"] = {name: _with_bare_references(value) for name, value in schema["properties"].items()}
    if "items" in schema:
        result["items"] = _with_bare_references(schema["items"])
    return result


def _without_prose(schema: dict[str, Any]) -> dict[str, Any]:
    result = {key: value for key, value in schema.items() if key not in _PROSE}
    if "properties" in schema:
        result["properties"] = {name: _without_prose(value) for name, value in schema["properties"].items()}
    if "items" in schema:
        result["items"] = _without_prose(schema["items"])
    return result
