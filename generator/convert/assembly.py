"""From the definitions of a product version to one OpenAPI document, in the shape that `docs/design/spec.md` sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..spec.document import ERROR_RESPONSE, RESULT_DESCRIPTION, Document, arranged, empty_document, reference
from ..transcribe.tables.prose_facts import says_deprecated
from .definitions import Action, Definitions
from .examples import Example, LeftOut, read_examples
from .schema import schema_of
from .source import API, EXAMPLES, DefinitionFile
from .text import plain


@dataclass(frozen=True, slots=True)
class Converted:
    """The document, and the examples that could not be taken over."""

    document: Document
    left_out: tuple[LeftOut, ...]


def assemble(
    definitions: Definitions, api: DefinitionFile, examples: DefinitionFile | None, *, host: str | None = None, keep_prose: bool
) -> Converted:
    """One document. The definitions name no host: it is the product's own, unless it is given."""
    document = empty_document(definitions.service, definitions.version, host or f"{definitions.service}.tencentcloudapi.com")
    rows = examples.content.get("actions") if examples is not None else None
    by_action = rows if isinstance(rows, dict) else {}
    left_out: list[LeftOut] = []
    for action in definitions.actions.values():
        shown, missing = read_examples(action.name, by_action.get(action.name), definitions)
        left_out += missing
        sources = [_source(definitions, API, api)]
        if shown and examples is not None:
            sources.append(_source(definitions, EXAMPLES, examples))
        operation = _operation(action, definitions, shown, keep_prose=keep_prose) | {"x-tc-source": sources}
        document["paths"][f"/{action.name}"] = {"post": operation}
    document["components"]["schemas"] = {name: schema_of(item, keep_prose=keep_prose) for name, item in definitions.objects.items()}
    document["components"]["responses"]["Error"] = ERROR_RESPONSE
    return Converted(arranged(document), tuple(left_out))


def _source(definitions: Definitions, name: str, file: DefinitionFile) -> Document:
    # They carry no date; the digest tells one issue from another.
    return {"kind": "definitions", "title": f"{definitions.service} {definitions.version} {name}", "sha256": file.sha256}


def _operation(action: Action, definitions: Definitions, examples: list[Example], *, keep_prose: bool) -> Document:
    operation: Document = {"operationId": action.name, "tags": [definitions.service]}
    if keep_prose and (description := plain(action.document)):
        operation["description"] = description
    if action.status != "online" or says_deprecated(plain(action.document)):
        operation["deprecated"] = True
    operation["requestBody"] = {
        "required": True,
        "content": _content(reference(f"{action.name}Request"), examples, "request", keep_prose=keep_prose),
    }
    envelope = {"type": "object", "properties": {"Response": reference(f"{action.name}Response")}, "required": ["Response"]}
    operation["responses"] = {
        "200": {"description": RESULT_DESCRIPTION, "content": _content(envelope, examples, "response", keep_prose=keep_prose)},
        "default": {"$ref": "#/components/responses/Error"},
    }
    operation["x-tc-version"] = definitions.version
    if action.status == "offline":
        operation["x-tc-offline"] = True
    if action.skip_sign:
        operation["x-tc-skip-sign"] = True
    return operation


def _content(schema: Document, examples: list[Example], side: str, *, keep_prose: bool) -> Document:
    shown: dict[str, Any] = {}
    for number, example in enumerate(examples, start=1):
        value = example.request if side == "request" else example.response
        if value is None:
            continue
        entry: Document = {}
        if keep_prose and example.title:
            entry["summary"] = example.title
        if keep_prose and example.description and side == "request":
            entry["description"] = plain(example.description)
        shown[f"Example{number}"] = entry | {"value": value}
    media: Document = {"schema": schema}
    if shown:
        media["examples"] = shown
    return {"application/json": media}
