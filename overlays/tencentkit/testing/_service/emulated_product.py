"""Facts of the product that a fake emulates, from its generated package."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from importlib.resources import files
from typing import Any

from tencentkit_api.action import Action
from tencentkit_api.model import Field, Model
from tencentkit_api.unset import UNSET

from ..._client.product import Product
from .schema_check import SchemaValidator


class EmulatedProduct:
    """One API version of a product: its actions, schemas, models and documented examples.

    Args:
        product: Service, version, host and actions.
        package: Import name of the generated package.
    """

    def __init__(self, product: Product, package: str) -> None:
        self.service: str = product.service
        self.version: str = product.version
        self.host: str = product.host
        self.rows: Mapping[str, Action] = {row.name: row for row in product.actions}
        self._package = package

    @cached_property
    def schemas(self) -> Mapping[str, Any]:
        """The named schemas."""
        return self._data("schemas.json")

    @cached_property
    def examples(self) -> Mapping[str, Any]:
        """One documented response of each action that has one, without `RequestId`."""
        return self._data("examples.json")

    @cached_property
    def validator(self) -> SchemaValidator:
        """The validators of requests and responses."""
        return SchemaValidator(self.schemas)

    def fields(self, model: str) -> tuple[Field, ...]:
        """Return the fields of a model, such as `DescribeZonesRequest`."""
        models = import_module(f"{self._package}.models")
        found: type[Model] = getattr(models, self._class_names[_folded(model)])
        return found.FIELDS

    def schema_name(self, model: str) -> str:
        """Return the name of the schema of a model class."""
        return self._schema_names[_folded(model)]

    @cached_property
    def _class_names(self) -> Mapping[str, str]:
        return {_folded(name): name for name in import_module(f"{self._package}.models").__all__}

    @cached_property
    def _schema_names(self) -> Mapping[str, str]:
        return {_folded(name): name for name in self.schemas}

    def path(self, model: str, attributes: str) -> tuple[tuple[str, ...], Field]:
        """Return the wire names of an attribute path such as `data.items`, and the last field.

        Raises:
            ValueError: A model has no such attribute.
        """
        wire: list[str] = []
        name: str | None = model
        found: Field | None = None
        for attribute in attributes.split("."):
            fields = self.fields(name) if name else ()
            found = next((field for field in fields if field.name == attribute), None)
            if found is None:
                break
            wire.append(found.wire)
            name = found.model
        if found is None:
            raise ValueError(f"{model} has no field {attributes!r}")
        return tuple(wire), found

    def wire_data(self, model: str | None, content: Any) -> Any:
        """Return data with wire names; dicts may have the names of the client, and objects may be models."""
        if isinstance(content, Model):
            return content.to_dict()
        if isinstance(content, list | tuple):
            return [self.wire_data(model, each) for each in content]
        if not isinstance(content, Mapping):
            return content
        fields = {field.name: field for field in self.fields(model)} if model else {}
        fields |= {field.wire: field for field in fields.values()}
        return {
            fields[name].wire if name in fields else name: self.wire_data(fields[name].model if name in fields else None, value)
            for name, value in content.items()
            if value is not UNSET
        }

    def _data(self, name: str) -> Mapping[str, Any]:
        file = files(self._package).joinpath(name)
        if not file.is_file():  # a product of an older generator has no examples
            return {}
        content: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return content

    def __repr__(self) -> str:
        return f"<{self.service} {self.version} with {len(self.rows)} actions>"


def _folded(name: str) -> str:
    """Return the letters and digits of a name in lower case: class and schema may differ in the others."""
    return name.replace("_", "").casefold()
