"""Modules of models: which types share a module, and that modules never import each other in a cycle."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.emit.document import OpenApiDocument
from generator.emit.model_modules import ModelModule, action_noun, model_modules
from generator.emit.product import read_product
from tests.generator.emit.documents import ROOT, write, zoo

SCF = ROOT / "spec/scf/2018-04-16/openapi.json"


def modules_of(path: Path) -> list[ModelModule]:
    return model_modules(read_product(OpenApiDocument.read(path)).models)


@pytest.mark.parametrize(
    ("action", "noun"),
    [
        ("CreateAlias", "Alias"),
        ("ListAliases", "Alias"),
        ("DescribeVpcs", "Vpc"),
        ("DescribeProxies", "Proxy"),
        ("DescribeIPv6Addresses", "IPv6Address"),
        ("GetRequestStatus", "RequestStatus"),
        ("Invoke", "Invoke"),
    ],
)
def test_noun_of_an_action(action: str, noun: str) -> None:
    """The name without its verb, in the singular, so that a listing shares the module of the other actions."""
    assert action_noun(action) == noun


@pytest.mark.parametrize("name", ["scf", "zoo"])
def test_every_type_has_one_module(tmp_path: Path, name: str) -> None:
    """No type is lost or repeated, and request and response of an action are together."""
    path = SCF if name == "scf" else write(tmp_path / "openapi.json", zoo())
    modules = modules_of(path)
    homes = {model.schema: module.name for module in modules for model in module.models}
    assert sorted(homes) == sorted(model.schema for module in modules for model in module.models)
    assert sorted(homes) == sorted(OpenApiDocument.read(path).schemas)
    assert all(
        homes[f"{name[:-7]}Response"] == home
        for name, home in homes.items()
        if name.endswith("Request") and f"{name[:-7]}Response" in homes
    )


@pytest.mark.parametrize("name", ["scf", "zoo"])
def test_modules_have_no_import_cycle(tmp_path: Path, name: str) -> None:
    """Also for types that contain each other."""
    modules = modules_of(SCF if name == "scf" else write(tmp_path / "openapi.json", zoo()))
    homes = {model.schema: module.name for module in modules for model in module.models}
    models = {model.schema: model for module in modules for model in module.models}
    imports = {module.name: {home for home, _ in module.imports(homes, models)} for module in modules}
    while imports:
        free = {name for name, others in imports.items() if not others & imports.keys()}
        assert free, imports
        imports = {name: others for name, others in imports.items() if name not in free}


def test_parsers_import_nothing() -> None:
    """All imports of a module of models are at its top, so reading a response never imports."""
    for path in (ROOT / "generated/tencentkit_api/scf/models").glob("*.py"):
        functions = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)]
        assert not [node for function in functions for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)], path
