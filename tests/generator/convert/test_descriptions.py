"""Descriptions for docstrings, and those of definitions in another language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.convert.command import convert
from generator.convert.text import description
from generator.spec.problems import SpecRefused
from tests.generator.convert import depot


def _english(folder: Path) -> Path:
    """Write definitions with other texts: of an action, an object's field, and nothing else."""
    api = depot.api()
    api["actions"] = {"DescribeCrates": {**api["actions"]["DescribeCrates"], "document": "<p>List crates.</p>"}}
    request = {"members": [depot.member("Limit", document="Page size. Value range: [1, 7]")]}
    api["objects"] = {"DescribeCratesRequest": request}
    folder.mkdir(parents=True)
    (folder / "api.json").write_text(json.dumps(api))
    return folder


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_descriptions_of_another_language(tmp_path: Path, depth: int) -> None:
    """They replace descriptions of the same names; facts come from the own definitions. The folder may be of all products."""
    own = depot.written(tmp_path / "own")
    folder = tmp_path / "english"
    english = _english(folder.joinpath(*(["depot", "v20200101"][2 - depth :])))
    assert english.exists()
    document: Any = convert(own, "depot", "2020-01-01", prose_from=folder).document
    plain: Any = convert(own, "depot", "2020-01-01", keep_prose=True).document
    assert document["paths"]["/DescribeCrates"]["post"]["description"] == "List crates."
    shown, before = (each["components"]["schemas"]["DescribeCratesRequest"]["properties"] for each in (document, plain))
    assert shown["Limit"] == before["Limit"] | {"description": "Page size. Value range: [1, 7]"}
    assert (shown["Limit"]["minimum"], shown["Limit"]["maximum"]) == (1, 100)
    assert shown["Offset"] == before["Offset"]


def test_version_without_descriptions(tmp_path: Path) -> None:
    """A folder of all products may lack this version; its own descriptions stay."""
    own = depot.written(tmp_path / "own")
    (tmp_path / "english").mkdir()
    document = convert(own, "depot", "2020-01-01", prose_from=tmp_path / "english").document
    assert document == convert(own, "depot", "2020-01-01", keep_prose=True).document


def test_missing_folder_of_descriptions(tmp_path: Path) -> None:
    """A wrong path is an error, not a product without English texts."""
    with pytest.raises(SpecRefused, match="not a folder of definitions"):
        convert(depot.written(tmp_path / "own"), "depot", "2020-01-01", prose_from=tmp_path / "missing")


def test_descriptions_of_another_product(tmp_path: Path) -> None:
    """The texts of another product or version are refused."""
    english = _english(tmp_path / "english")
    api = json.loads((english / "api.json").read_text())
    api["metadata"]["apiVersion"] = "2021-01-01"
    (english / "api.json").write_text(json.dumps(api))
    with pytest.raises(SpecRefused, match="does not describe depot 2020-01-01"):
        convert(depot.written(tmp_path / "own"), "depot", "2020-01-01", prose_from=english)


def test_markdown_tables() -> None:
    """Rows become lists of cells; the rule below the heading has no words."""
    assert description("Kinds:\n\n| Name | Size |\n|:---|---:|\n| a | 1 |") == "Kinds:\n\nName; Size\na; 1"
