"""Folders of products for the packages of the core."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import tencentkit
import tencentkit_api


def test_folders_of_products(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders without `__init__` follow the package's own, once each; another installation of the core is omitted."""
    for name in ("product", "core", "empty"):
        (tmp_path / name / "tencentkit/cvm").mkdir(parents=True)
    (tmp_path / "core/tencentkit/__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "empty/tencentkit/__init__.pyi").write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path / name) for name in ("product", "core", "empty", "product", "missing")])
    own = ["own"]
    products = [str(tmp_path / name / "tencentkit") for name in ("product", "empty")]
    assert tencentkit_api.search_path("tencentkit", own) == ["own", *products]
    assert own == ["own"]
    monkeypatch.setattr(tencentkit, "__path__", products)
    assert tencentkit_api.search_path("tencentkit.cvm", []) == [f"{folder}/cvm" for folder in products]
