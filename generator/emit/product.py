"""A whole document as the templates see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from .. import naming
from .action import ActionView, action_of
from .document import Document, reference
from .errors import EmitError
from .model import ModelView, models_of, schema_of

SHARED_MODULES = ("action", "deprecation", "meta", "model", "operation", "pager", "unset")
"""Modules that all products share, beside which each product has its folder."""


@dataclass(frozen=True)
class Product:
    """One version of a product."""

    document: Document
    parsed: GeneratorData
    config: Config
    models: dict[str, ModelView]
    actions: tuple[ActionView, ...]

    @property
    def package(self) -> str:
        """Name of its folder."""
        return naming.module_name(self.document.service)

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.document.service} {self.document.version}"


def read_product(document: Document) -> Product:
    """Parse a document with openapi-python-client, and refuse anything that it would leave out."""
    config = Config.from_sources(
        ConfigFile(post_hooks=[]),
        MetaType.NONE,
        document_source=Path(document.label),
        file_encoding="utf-8",
        overwrite=True,
        output_path=None,
    )
    parsed = GeneratorData.from_dict(document.for_parser(), config=config)
    if isinstance(parsed, GeneratorError):
        raise EmitError(_message([parsed]))
    problems = [*parsed.errors]
    for collection in parsed.endpoint_collections_by_tag.values():
        problems += collection.parse_errors
    if problems:
        raise EmitError(_message(problems))
    _check_nothing_lost(document, parsed)

    requests, responses = {}, {}
    for operation in document.operations:
        body = operation["requestBody"]["content"]["application/json"]["schema"]
        result = operation["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["Response"]
        requests[reference(body) or ""] = responses[reference(result) or ""] = operation["operationId"]
    models = models_of(parsed.models, document.schemas, requests, responses)
    product = Product(document, parsed, config, models, tuple(action_of(row, models) for row in document.operations))
    _check_names(product)
    return product


def _check_nothing_lost(document: Document, parsed: GeneratorData) -> None:
    models = Counter(schema_of(model) for model in parsed.models)
    if models != Counter(list(document.schemas)):
        lost, invented = set(document.schemas) - set(models), set(models) - set(document.schemas)
        raise EmitError(
            f"the parser has {models.total()} models for {len(document.schemas)} schemas; "
            f"lost: {', '.join(sorted(lost)) or 'none'}; invented: {', '.join(sorted(invented)) or 'none'}"
        )
    if parsed.enums:
        raise EmitError(f"the parser invented enums: {', '.join(sorted(enum.class_info.name for enum in parsed.enums))}")
    endpoints = [endpoint for tag in parsed.endpoint_collections_by_tag.values() for endpoint in tag.endpoints]
    paths = sorted(endpoint.path.get_untrusted_value() for endpoint in endpoints)
    if paths != sorted(f"/{operation['operationId']}" for operation in document.operations):
        raise EmitError(f"the parser has {len(paths)} actions ({', '.join(paths)}) for {len(document.operations)} operations")


def _check_names(product: Product) -> None:
    if product.package in SHARED_MODULES:
        raise EmitError(f"a product cannot be called {product.package}: the module {product.package} is shared by all")
    waiters = [waiter for action in product.actions for waiter in action.waiters()]
    models = product.models.values()
    _check_unique("class", (name for model in models for name in model.exports))
    _check_unique("module", (model.module for model in models))
    _check_unique("method", [*(action.method for action in product.actions), *(waiter.method for waiter in waiters)])
    _check_unique("constant", [*(action.constant for action in product.actions), *(waiter.constant for waiter in waiters)])


def _check_unique(noun: str, names: Iterable[str]) -> None:
    # Case is ignored, for some file systems ignore it.
    if repeated := sorted(name for name, count in Counter(map(str.casefold, names)).items() if count > 1):
        raise EmitError(f"more than one {noun} would be called {', '.join(repeated)}")


def _message(problems: Sequence[GeneratorError]) -> str:
    lines = [f"{problem.header.strip()} {problem.detail or ''}".strip() for problem in problems]
    return "openapi-python-client cannot read the whole document:\n" + "\n".join(lines)
