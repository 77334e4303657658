"""Assembly of an OpenAPI document from the definitions of a product version (`docs/design/spec.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..spec.action_class import mark_class
from ..spec.clashing_names import infer_names
from ..spec.document import ERROR_RESPONSE, RESULT_DESCRIPTION, Document, arranged, empty_document, reference
from ..spec.examples import invalid_examples
from ..spec.inferred import infer
from ..spec.observations import observe
from ..transcribe.tables.client_token import CLIENT_TOKEN, client_token
from ..transcribe.tables.prose_facts import says_deprecated
from .bodies import add_body
from .definitions import ActionDefinition, Definitions, MemberDefinition
from .deprecation import deprecation_of_action
from .descriptions import Descriptions
from .examples import ExampleCall, SkippedExample, read_examples
from .paging.rule import add_pagination
from .schema import page_type, schema_of
from .source import API, EXAMPLES, DefinitionFile
from .streams import add_stream
from .text import plain
from .times import add_times


@dataclass(frozen=True, slots=True)
class Conversion:
    """Result of a conversion: the document and the skipped examples."""

    document: Document
    skipped: tuple[SkippedExample, ...]


def assemble(
    definitions: Definitions,
    api: DefinitionFile,
    examples: DefinitionFile | None,
    *,
    host: str | None = None,
    keep_prose: bool,
    keep_examples: bool = True,
    descriptions: Descriptions | None = None,
) -> Conversion:
    """Return the document, with the observations of its examples. The definitions contain no host; the default is the product's own."""
    shown_texts = (descriptions or Descriptions()) if keep_prose else None
    document = empty_document(definitions.service, definitions.version, host or f"{definitions.service}.tencentcloudapi.com")
    rows = examples.content.get("actions") if examples is not None else None
    by_action = rows if isinstance(rows, dict) else {}
    skipped: list[SkippedExample] = []
    for action in definitions.actions.values():
        shown, missing = read_examples(action.name, by_action.get(action.name), definitions)
        skipped += missing
        sources = [_source(definitions, API, api)]
        if shown and examples is not None:
            sources.append(_source(definitions, EXAMPLES, examples))
        operation = _operation(action, definitions, shown, shown_texts) | {"x-tc-source": sources}
        document["paths"][f"/{action.name}"] = {"post": operation}
    document["components"]["schemas"] = {
        name: schema_of(item, keep_prose=keep_prose, descriptions=shown_texts) for name, item in definitions.objects.items()
    }
    document["components"]["responses"]["Error"] = ERROR_RESPONSE
    infer_names(document)
    add_times(document, definitions)
    observe(document)
    texts = {(name, member.name): plain(member.document) for name, item in definitions.objects.items() for member in item.members}
    add_pagination(document, lambda schema, name: texts.get((schema, name), ""))
    skipped += _drop_invalid_requests(document)
    if not keep_examples:
        for item in document["paths"].values():
            for holder in (item["post"]["requestBody"], item["post"]["responses"]["200"]):
                holder["content"]["application/json"].pop("examples", None)
    return Conversion(arranged(document), tuple(skipped) if keep_examples else ())


def _drop_invalid_requests(document: Document) -> Iterator[SkippedExample]:
    """Remove the example requests that the documented types exclude: a request is never widened."""
    for problem in invalid_examples(document, ("request",)):
        shown = document["paths"][f"/{problem.action}"]["post"]["requestBody"]["content"]["application/json"]["examples"]
        if shown.pop(problem.example, None) is not None:
            yield SkippedExample(problem.action, problem.example, "request", problem.what)
        if not shown:
            del document["paths"][f"/{problem.action}"]["post"]["requestBody"]["content"]["application/json"]["examples"]


def _source(definitions: Definitions, name: str, file: DefinitionFile) -> Document:
    # Definitions have no date; the digest identifies their version.
    return {"kind": "definitions", "title": f"{definitions.service} {definitions.version} {name}", "sha256": file.sha256}


def _operation(action: ActionDefinition, definitions: Definitions, examples: list[ExampleCall], texts: Descriptions | None) -> Document:
    keep_prose = texts is not None
    operation: Document = {"operationId": action.name, "tags": [definitions.service]}
    if texts is not None and (text := texts.of_action(action.name, action.document)):
        operation["description"] = text
    if action.status != "online" or says_deprecated(plain(action.document)):
        operation["deprecated"] = True
    elif rule := deprecation_of_action(plain(action.title), plain(action.document)):
        infer(operation, "deprecated", value=True, rule=rule)
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
    members, results = (_members(definitions, f"{action.name}{side}") for side in ("Request", "Response"))
    token = client_token((member.name, page_type(member), plain(member.document)) for member in members)
    if token is not None:
        infer(operation, CLIENT_TOKEN, value=token, rule="documented idempotency")
    names = [[member.name for member in side] for side in (members, results)]
    mark_class(operation, plain(action.title), plain(action.document), requests=names[0], results=names[1])
    add_stream(operation, action, definitions)
    add_body(operation, action, definitions)
    return operation


def _members(definitions: Definitions, name: str) -> tuple[MemberDefinition, ...]:
    item = definitions.objects.get(name)
    return () if item is None else item.members


def _content(schema: Document, examples: list[ExampleCall], side: str, *, keep_prose: bool) -> Document:
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
