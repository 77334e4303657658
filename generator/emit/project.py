"""Renderer: `Project` of openapi-python-client with our own templates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from openapi_python_client import Project

from .. import naming
from ..spec.secret_fields import NAMES_BY_RULE, OTHER_NAMES
from .contract import CONTRACT
from .docstring import docstring, prose
from .document import OpenApiDocument
from .field_description import attribute_description, time_description
from .literal import literal
from .method_docstring import call_docstring, class_docstring, paginate_docstring, waiter_docstring
from .model_modules import model_modules
from .product import SHARED_MODULES, ProductView

_TEMPLATES = Path(__file__).with_name("templates")
_COMMAND = "python -m generator emit"


class PackageProject(Project):
    """Writer of the shared modules in `folder`, and of one product in its subfolder.

    Args:
        product: The product.
        folder: Folder of `tencentkit_api`.
        is_separate: Whether the product has its own wheel. Its imports of shared modules are absolute, because an editable product is
            not in the folder of the core, and pyright resolves a relative import only in the folder of its file.
    """

    def __init__(self, product: ProductView, folder: Path, *, is_separate: bool = False) -> None:
        super().__init__(openapi=product.parsed, config=product.config)
        self.product = product
        self.package_dir = self.project_dir = folder
        self.is_separate = is_separate
        # Without this, a template of the library would replace a missing one of ours.
        self.env.loader = FileSystemLoader(_TEMPLATES)
        self.env.undefined = StrictUndefined
        self.env.filters |= {
            "docstring": docstring,
            "description": attribute_description,
            "literal": literal,
            "time_docstring": lambda field: docstring(prose(time_description(field.name)), 8),
            "call_docstring": call_docstring,
            "paginate_docstring": paginate_docstring,
            "waiter_docstring": waiter_docstring,
        }
        self.env.globals |= {"product": product, "models": product.models, "secret_names": NAMES_BY_RULE, "other_names": OTHER_NAMES}
        self.env.globals |= {"contract": CONTRACT}

    def write(self) -> None:
        """Render the files of the product, without formatting or verification."""
        folder = self.package_dir.joinpath(*self.product.package.split("."))
        (folder / "models").mkdir(parents=True)
        self._write_tables(folder)
        self._write_models(folder / "models")

    @property
    def import_name(self) -> str:
        """Import name of the product."""
        return f"{self.package_dir.name}.{self.product.package}"

    def _shared_prefix(self, depth: int) -> str:
        """Return the prefix of imports from shared modules, for a module at `depth` in the product."""
        return f"{self.package_dir.name}." if self.is_separate else "." * (depth + 1)

    def write_alias(self) -> None:
        """Render what only a product in a wheel of its own has: `py.typed`, and the package with the name of the default version."""
        folder = self.package_dir / self.product.package
        (folder / "py.typed").write_bytes(b"")
        alias = folder / naming.version_package_name(self.product.document.version)
        alias.mkdir()
        header = spec_header(self.product.document)
        self._write(alias / "__init__.py", "product/__init__.py.jinja", header=header, is_checked=False)
        for module in ("actions", "async_operations", "models", "operations"):
            self._write(alias / f"{module}.py", "product/alias.py.jinja", header=header, module=module)

    def write_shared(self) -> None:
        """Render the shared modules."""
        self.package_dir.mkdir(parents=True, exist_ok=True)
        for module in ("__init__", *SHARED_MODULES):
            template = f"shared/{module}.py.jinja"
            header = f"# Written by `{_COMMAND}` from generator/emit/templates/{template}.\n# Do not edit: change the template."
            self._write(self.package_dir / f"{module}.py", template, header=header)
        (self.package_dir / "py.typed").write_bytes(b"")

    def _write_tables(self, folder: Path) -> None:
        product = self.product
        header, shared = spec_header(product.document), self._shared_prefix(1)
        client = f"tencentkit.{product.package}"
        # Other API versions are below the default one, whose package is imported first.
        checked = self.is_separate and "." not in product.package
        self._write(folder / "__init__.py", "product/__init__.py.jinja", header=header, is_checked=checked)
        self._write(folder / "actions.py", "product/actions.py.jinja", header=header, shared=shared)
        constants = [action.constant for action in product.actions]
        constants += [waiter.constant for action in product.actions for waiter in action.waiters()]
        for module, aio in (("operations", False), ("async_operations", True)):
            self._write(
                folder / f"{module}.py",
                "product/operations.py.jinja",
                header=header,
                shared=shared,
                aio=aio,
                constants=constants,
                class_documentation=class_docstring(product.title, client, aio=aio),
            )
        schemas = json.dumps(product.document.schemas_without_prose(), ensure_ascii=False, separators=(",", ":"))
        (folder / "schemas.json").write_bytes(f"{schemas}\n".encode())
        examples = json.dumps(product.document.example_responses(), ensure_ascii=False, separators=(",", ":"))
        (folder / "examples.json").write_bytes(f"{examples}\n".encode())

    def _write_models(self, folder: Path) -> None:
        header = spec_header(self.product.document)
        modules = model_modules(self.product.models)
        homes = {model.schema: module.name for module in modules for model in module.models}
        exports = sorted((name, homes[model.schema]) for model in self.product.models.values() for name in model.exports)
        self._write(folder / "__init__.py", "product/models_init.py.jinja", header=header, exports=exports)
        for module in modules:
            self._write(
                folder / f"{module.name}.py",
                "product/models_module.py.jinja",
                # Without the digest of the spec, a module changes only with its own facts.
                header=spec_header(self.product.document, digest=False),
                shared=self._shared_prefix(2),
                module=module,
                imports=module.imports(homes, self.product.models),
            )

    def _write(self, path: Path, template: str, **variables: Any) -> None:
        # Bytes keep the line ends on every platform.
        path.write_bytes(self.env.get_template(template).render(**variables).encode())


def spec_header(document: OpenApiDocument, *, digest: bool = True) -> str:
    """Return the first lines of a file generated from the spec."""
    source = f"{document.label}\n# (sha256 {document.sha256})" if digest else document.label
    return f"# Written by `{_COMMAND}` from {source}.\n# Do not edit: change the spec or the template."
