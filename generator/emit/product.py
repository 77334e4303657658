"""View of a whole document."""

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
from .document import OpenApiDocument, reference
from .errors import EmitError
from .examples import document_examples
from .model import ModelView, models_of, schema_of

SHARED_MODULES = ("action", "deprecation", "meta", "model", "operation", "pager", "secret_names", "stream", "times", "unset")
"""Modules shared by all products, next to the folders of the products."""


@dataclass(frozen=True)
class ProductView:
    """Template view of one version of a product."""

    document: OpenApiDocument
    parsed: GeneratorData
    config: Config
    models: dict[str, ModelView]
    actions: tuple[ActionView, ...]
    package: str
    """Import name below `tencentkit` and `tencentkit_api`: `scf`, or `tke.v2022_05_01` for a version that is not the default."""

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.document.service} {self.document.version}"


def read_product(document: OpenApiDocument, package: str | None = None) -> ProductView:
    """Parse a document with openapi-python-client. Raise `EmitError` for anything that the library would drop.

    Args:
        document: The built spec.
        package: Import name below `tencentkit_api` (default: the short name of the product).
    """
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
        raise EmitError(_parser_message([parsed]))
    problems = [*parsed.errors]
    for collection in parsed.endpoint_collections_by_tag.values():
        problems += collection.parse_errors
    if problems:
        raise EmitError(_parser_message(problems))
    _check_nothing_lost(document, parsed)

    requests, responses = {}, {}
    for operation in document.operations:
        body = operation["requestBody"]["content"]["application/json"]["schema"]
        result = operation["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["Response"]
        requests[reference(body) or ""] = responses[reference(result) or ""] = operation["operationId"]
    models = models_of(parsed.models, document.schemas, requests, responses, document_examples(document))
    actions = tuple(action_of(row, models) for row in document.operations)
    product = ProductView(document, parsed, config, models, actions, package or naming.module_name(document.service))
    _check_names(product)
    return product


def _check_nothing_lost(document: OpenApiDocument, parsed: GeneratorData) -> None:
    models = Counter(schema_of(model) for model in parsed.models)
    if models != Counter(list(document.schemas)):
        missing, additional = set(document.schemas) - set(models), set(models) - set(document.schemas)
        raise EmitError(
            f"the parser has {models.total()} models for {len(document.schemas)} schemas; "
            f"missing: {', '.join(sorted(missing)) or 'none'}; additional: {', '.join(sorted(additional)) or 'none'}"
        )
    if parsed.enums:
        raise EmitError(f"the parser has additional enums: {', '.join(sorted(enum.class_info.name for enum in parsed.enums))}")
    endpoints = [endpoint for tag in parsed.endpoint_collections_by_tag.values() for endpoint in tag.endpoints]
    paths = sorted(endpoint.path.get_untrusted_value() for endpoint in endpoints)
    if paths != sorted(f"/{operation['operationId']}" for operation in document.operations):
        raise EmitError(f"the parser has {len(paths)} actions ({', '.join(paths)}) for {len(document.operations)} operations")


def _check_names(product: ProductView) -> None:
    if product.package in SHARED_MODULES:
        raise EmitError(f"the product name {product.package} is reserved for a shared module")
    waiters = [waiter for action in product.actions for waiter in action.waiters()]
    models = product.models.values()
    _check_unique("class", (name for model in models for name in model.exports))
    _check_unique("method", [*(action.method for action in product.actions), *(waiter.method for waiter in waiters)])
    _check_unique("constant", [*(action.constant for action in product.actions), *(waiter.constant for waiter in waiters)])


def _check_unique(noun: str, names: Iterable[str]) -> None:
    # Some file systems ignore case.
    if repeated := sorted(name for name, count in Counter(map(str.casefold, names)).items() if count > 1):
        raise EmitError(f"the name of more than one {noun}: {', '.join(repeated)}")


def _parser_message(problems: Sequence[GeneratorError]) -> str:
    lines = [f"{problem.header.strip()} {problem.detail or ''}".strip() for problem in problems]
    return "openapi-python-client cannot parse the whole document:\n" + "\n".join(lines)
