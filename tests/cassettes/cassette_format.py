"""File format of the cassettes: readable and without secrets."""

from __future__ import annotations

import json
from typing import Any

import yaml

REQUEST_HEADERS = ("Content-Type", "X-TC-Action", "X-TC-Version", "X-TC-Region")
"""Stored request headers; signature, token, timestamp and cookies are not among them."""
RESPONSE_HEADERS = ("content-type", "date", "retry-after")


class _Dumper(yaml.SafeDumper):
    """YAML dumper that writes multi-line strings as blocks."""


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


def serialize(cassette: dict[str, Any]) -> str:
    """Return the text of the file, with indented JSON bodies and without escapes."""
    interactions = [
        {
            "request": {
                "method": each["request"]["method"],
                "uri": each["request"]["uri"],
                "headers": each["request"]["headers"],
                "body": _indented(each["request"]["body"]),
            },
            "response": {
                "status": each["response"]["status"],
                "headers": each["response"]["headers"],
                "body": {"string": _indented(each["response"]["body"]["string"])},
            },
        }
        for each in cassette["interactions"]
    ]
    content = {"interactions": interactions, "version": cassette["version"]}
    return yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000)


def deserialize(text: str) -> Any:
    """Return the interactions of a file."""
    return yaml.safe_load(text)


def kept_request(request: Any) -> Any:
    """Remove the request headers that are not stored; requests are compared in this form."""
    request.headers = _kept(request.headers, REQUEST_HEADERS)
    return request


def kept_response(response: dict[str, Any]) -> dict[str, Any]:
    """Remove the response headers that are not stored."""
    response["headers"] = _kept(response["headers"], RESPONSE_HEADERS)
    return response


def match_headers(one: Any, other: Any) -> None:
    """Match action, version, region and content type."""
    for name in REQUEST_HEADERS:
        left, right = (_kept(request.headers, (name,)) for request in (one, other))
        if left != right:
            raise AssertionError(f"{name}: {left} is not {right}")


def _kept(headers: Any, names: tuple[str, ...]) -> dict[str, Any]:
    lowered = {name.lower(): value for name, value in headers.items()}
    return {name: lowered[name.lower()] for name in names if name.lower() in lowered}


def _indented(body: str | bytes) -> str:
    text = body.decode("utf-8") if isinstance(body, bytes) else body
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
