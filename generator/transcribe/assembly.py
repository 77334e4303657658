"""Assembly of one OpenAPI document from the facts of all pages, as `docs/design/spec.md` specifies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..spec.action_class import mark_class
from ..spec.clashing_names import infer_names
from ..spec.document import ERROR_RESPONSE, RESULT_DESCRIPTION, arranged, empty_document, reference
from ..spec.inferred import infer
from ..spec.secret_fields import mark_secret
from .facts import Host
from .problems import PageRefused, quoted
from .tables.client_token import CLIENT_TOKEN, client_token
from .unknown import UnknownFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..spec.document import Document
    from .facts import DocumentedExample, PageFacts, Parameter
    from .json_types import JsonObject
    from .pages.api_category_page import ApiCategoryPage
    from .pages.data_types_page import DataTypesPage
    from .pages.error_codes_page import ErrorCodesPage
    from .pages.reader import PageCollection


def assemble(collection: PageCollection, *, keep_prose: bool) -> Document:
    """Return one document for a product version. Raises `PageRefused` without an action page, or if pages contradict each other."""
    pages = collection.actions
    if not pages:
        others = [page.page for pages in (collection.types, collection.categories, collection.codes) for page in pages]
        raise PageRefused(others[0] if others else "-", 1, "no action page", "at least one")
    first = next((page for page in pages if page.host is not None), pages[0])
    if first.host is None:
        raise PageRefused(first.page, 1, "no host", "a page that states the host of its product")
    document = empty_document(first.host.product, first.version, first.host.name)
    seen: dict[str, PageFacts] = {}
    for page in pages:
        _check_consistency(page, first)
        if page.action in seen:
            raise PageRefused(
                page.page, 1, f"the action {page.action} again", f"each action once; {seen[page.action].page} describes it already"
            )
        seen[page.action] = page
        document["paths"][f"/{page.action}"] = {"post": _operation(page, first.host.product, keep_prose=keep_prose)}
        schemas = document["components"]["schemas"]
        schemas[f"{page.action}Request"] = _schema(f"{page.action}Request", page.inputs, required_by_default=False, keep_prose=keep_prose)
        schemas[f"{page.action}Response"] = _schema(f"{page.action}Response", page.outputs, required_by_default=True, keep_prose=keep_prose)
    _add_types(document, collection.types, keep_prose=keep_prose)
    for category in collection.categories:
        _add_rates(document, category)
    _add_codes(document, collection.codes, keep_prose=keep_prose)
    document["components"]["responses"]["Error"] = ERROR_RESPONSE
    infer_names(document)
    return arranged(document)


def _add_types(document: Document, tables: Sequence[DataTypesPage], *, keep_prose: bool) -> None:
    schemas = document["components"]["schemas"]
    for table in tables:
        for type_ in table.types:
            if type_.name in schemas:
                raise PageRefused(
                    table.page, type_.line.number, f"the type {type_.name} again", "another name; a type, request or response has it"
                )
            schema = _schema(type_.name, type_.fields, required_by_default=True, keep_prose=keep_prose)
            if keep_prose and type_.description:
                schema["description"] = type_.description
            schemas[type_.name] = schema


def _add_rates(document: Document, category: ApiCategoryPage) -> None:
    """Set the rate limits of a category page. A different limit on the action's own page stays, and `overlay.yaml` decides."""
    for path, item in document["paths"].items():
        operation, action = item["post"], path.removeprefix("/")
        rate = category.rates.get(action)
        if rate is None or operation.get("x-tc-rate-limit") == rate.value:
            continue
        operation["x-tc-source"].append(
            {"kind": "page", "title": "API Category", "updated": category.updated or "", "sha256": category.sha256}
        )
        if "x-tc-rate-limit" not in operation:
            operation["x-tc-rate-limit"] = rate.value
            continue
        reason = f"the action's page states {operation['x-tc-rate-limit']}, and the API category {rate.value}"
        unknown = UnknownFact(category.page, rate.line.number, "rate-limit", reason)
        operation.setdefault("x-tc-unknown", []).append(unknown.entry())


def _add_codes(document: Document, pages: Iterable[ErrorCodesPage], *, keep_prose: bool) -> None:
    """Add the error codes of a whole product to the top level of the document."""
    codes = {code.code: code for page in pages for code in page.codes}
    if codes:
        document["x-tc-errors"] = [
            {"code": code.code, "description": code.description} if keep_prose and code.description else {"code": code.code}
            for code in codes.values()
        ]


def _check_consistency(page: PageFacts, first: PageFacts) -> None:
    for what, own, others in (
        ("host", (page.host or first.host or Host("", "")).name, first.host.name if first.host else ""),
        ("version", page.version, first.version),
    ):
        if own != others:
            raise PageRefused(page.page, 1, f"the {what} {quoted(own)}", f"{others}, as in {first.page}")


def _operation(page: PageFacts, product: str, *, keep_prose: bool) -> JsonObject:
    operation: JsonObject = {"operationId": page.action, "tags": [product]}
    if keep_prose and page.description:
        operation["description"] = page.description
    if page.deprecated:
        operation["deprecated"] = True
    operation["requestBody"] = {
        "required": True,
        "content": _content(reference(f"{page.action}Request"), page.examples, "request", keep_prose=keep_prose),
    }
    envelope = {"type": "object", "properties": {"Response": reference(f"{page.action}Response")}, "required": ["Response"]}
    operation["responses"] = {
        "200": {
            "description": RESULT_DESCRIPTION,
            "content": _content(envelope, page.examples, "response", keep_prose=keep_prose),
        },
        "default": {"$ref": "#/components/responses/Error"},
    }
    operation["x-tc-version"] = page.version
    if page.rate_limit is not None:
        operation["x-tc-rate-limit"] = page.rate_limit
    if page.region.required is not None:
        operation["x-tc-region"] = {"required": page.region.required, "only": list(page.region.only)}
    token = client_token((parameter.name, parameter.type, parameter.description) for parameter in page.inputs)
    if token is not None:
        infer(operation, CLIENT_TOKEN, value=token, rule="documented idempotency")
    names = [[parameter.name for parameter in side] for side in (page.inputs, page.outputs)]
    mark_class(operation, "", page.description, requests=names[0], results=names[1])
    operation["x-tc-errors"] = [
        {"code": error.code, "description": error.description} if keep_prose and error.description else {"code": error.code}
        for error in page.errors
    ]
    operation["x-tc-source"] = [{"kind": "page", "title": page.action, "updated": page.updated or "", "sha256": page.sha256}]
    if page.unknown:
        operation["x-tc-unknown"] = [one.entry() for one in page.unknown]
    return operation


def _content(schema: JsonObject, examples: Sequence[DocumentedExample], side: str, *, keep_prose: bool) -> JsonObject:
    entries: dict[str, Any] = {}
    for number, example in enumerate(examples, start=1):
        entry: JsonObject = {}
        if keep_prose and example.title:
            entry["summary"] = example.title
        if keep_prose and example.description and side == "request":
            entry["description"] = example.description
        value = example.request if side == "request" else example.response
        # An error is an example of the error envelope, not of the action's result.
        if value is None or (side == "response" and "Error" in value["Response"]):
            continue
        entry["value"] = value
        entries[f"Example{number}"] = entry
    return {"application/json": {"schema": schema, "examples": entries} if entries else {"schema": schema}}


def _schema(name: str, parameters: Sequence[Parameter], *, required_by_default: bool, keep_prose: bool) -> JsonObject:
    schema: JsonObject = {"type": "object", "properties": {p.name: _property(p, keep_prose=keep_prose) for p in parameters}}
    for p in parameters:
        mark_secret(schema["properties"][p.name], p.name, p.description, owner=name, siblings=schema["properties"])
    # Pages do not state which outputs are required: all of them are. An input is not required if the page does not show it.
    required = [p.name for p in parameters if p.required or (required_by_default and p.required is None)]
    if required:
        schema["required"] = required
    return schema


def _property(parameter: Parameter, *, keep_prose: bool) -> JsonObject:
    schema = parameter.type.schema()
    prose = parameter.prose
    if keep_prose and parameter.description:
        schema["description"] = parameter.description
    for key, value in (("minimum", prose.minimum), ("maximum", prose.maximum), ("x-tc-default", prose.default)):
        if value is not None:
            schema[key] = value
    if prose.known_values:
        (schema["items"] if parameter.type.array else schema)["x-tc-known-values"] = list(prose.known_values)
    if prose.deprecated:
        schema["deprecated"] = True
    if prose.nullable:
        schema["x-tc-nullable"] = True
    return schema
