"""Lint of product, version, host and operations, on which the emitted code depends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..document import Document, reference
from ..problems import Problem
from ..view import items, mapping, operations

_SERVER: Final = re.compile(r"https://(?P<product>[a-z0-9-]+)(?:\.[a-z0-9-]+)*\.tencentcloudapi\.com")
_VERSION: Final = re.compile(r"\d{4}-\d\d-\d\d")
_ACTION: Final = re.compile(r"[A-Z][A-Za-z0-9_]*")


def check_identity(document: Document) -> Iterator[Problem]:
    """Check that tag, server and version are the same everywhere."""
    title, version = mapping(document, "info").get("title"), mapping(document, "info").get("version")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        yield Problem("#/info/version", f"{version!r} is not a version like 2018-04-16")
    if document.get("tags") != [{"name": title}]:
        yield Problem("#/tags", f"must be the single tag {title!r}")
    urls = [str(mapping(server).get("url")) for server in items(document.get("servers"))]
    match = _SERVER.fullmatch(urls[0]) if len(urls) == 1 else None
    if match is None or match["product"] != title:
        yield Problem("#/servers", f"must be the single host of {title!r}, such as https://{title}.tencentcloudapi.com")
    for operation in operations(document):
        if operation.node.get("tags") != [title]:
            yield Problem(f"{operation.where}/tags", f"must be the single tag {title!r}")
        if operation.node.get("x-tc-version") != version:
            yield Problem(f"{operation.where}/x-tc-version", f"must be {version!r}, as in #/info/version")


def check_operations(document: Document) -> Iterator[Problem]:
    """Check that each path is one POST operation whose name matches its request and response schemas."""
    if not mapping(document, "paths"):
        yield Problem("#/paths", "there are no actions")
    for path, item in mapping(document, "paths").items():
        if list(mapping(item)) != ["post"]:
            yield Problem(f"#/paths/{path.replace('/', '~1')}", "must be exactly one POST operation")
    for operation in operations(document):
        node, name = operation.node, operation.name
        if not _ACTION.fullmatch(name):
            yield Problem(operation.where, f"{name!r} is not a valid action name")
        if node.get("operationId") != name:
            yield Problem(f"{operation.where}/operationId", f"{node.get('operationId')!r} must equal the path name {name!r}")
        request = mapping(node, "requestBody", "content", "application/json", "schema")
        if request != reference(f"{name}Request"):
            yield Problem(f"{operation.where}/requestBody", f"must be the schema {name}Request")
        response = mapping(node, "responses", "200", "content", "application/json", "schema", "properties")
        if response != {"Response": reference(f"{name}Response")}:
            yield Problem(f"{operation.where}/responses/200", f"must contain the schema {name}Response below Response")
        if mapping(node, "responses", "default") != {"$ref": "#/components/responses/Error"}:
            yield Problem(f"{operation.where}/responses/default", "must be the error envelope, #/components/responses/Error")
