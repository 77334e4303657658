"""Labelled samples of inferred facts, and their section of docs/products.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import main as generator
from tests.generator.convert import depot
from tests.generator.corpus.definitions import installed
from tests.generator.products.inference_report import (
    CLASS_LABELS,
    VALUE_LABELS,
    actions_of,
    class_outcomes,
    document_of,
    fields_of,
    inserted,
    labels,
    main,
    value_outcomes,
)

INSTALLED = installed("zh")
"""Definitions in Chinese; this project does not contain them."""


@pytest.fixture
def definitions(tmp_path: Path) -> Path:
    """Return a folder like that of the installed definitions."""
    content = depot.api()
    content["actions"]["DescribeExport"] = {**content["actions"]["DescribeCrates"], "name": "创建导出"}
    content["actions"]["DescribeExport"] |= {"input": "DescribeExportRequest", "output": "DescribeExportResponse"}
    for side in ("Request", "Response"):
        content["objects"][f"DescribeExport{side}"] = content["objects"][f"DescribeCrates{side}"]
    depot.written(tmp_path / "services/depot/v20200101", api_json=content)
    return tmp_path / "services"


def test_section(definitions: Path, tmp_path: Path) -> None:
    """The section counts the classes and lists the doubtful actions; a second run replaces it."""
    page = tmp_path / "page.md"
    page.write_text("# Page\n\n## Each version\n\n| a |\n", encoding="utf-8")
    for _ in range(2):
        assert main(["--definitions", str(definitions), "--output", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.count("## Inferred facts") == 1
    assert text.endswith("\n\n## Each version\n\n| a |\n")
    assert "| doubtful by title | 1 |" in text
    assert "- depot 2020-01-01 DescribeExport: title" in text
    assert inserted("# Page\n", ["## Inferred facts"]) == "# Page\n\n## Inferred facts\n"


def test_listing_command(definitions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`generator inferred` lists facts with their rules, and only the doubtful ones on request."""
    facts = tmp_path / "converted.json"
    source = definitions / "depot/v20200101"
    assert generator(["convert", str(source), "--service", "depot", "--version", "2020-01-01", "--output", str(facts)]) == 0
    assert generator(["inferred", str(facts), "--fact", "x-tc-read-only"]) == 0
    assert "DescribeCrates: x-tc-read-only is true by the rule 'prefix Describe'" in capsys.readouterr().out
    assert generator(["inferred", str(facts), "--doubtful"]) == 0
    assert capsys.readouterr().out == "DescribeExport: x-tc-read-only is false by the rule 'doubtful: title'\n"
    assert generator(["inferred", str(tmp_path / "missing.json")]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_label_files() -> None:
    """The samples have the documented sizes and labels."""
    classes, values = labels(CLASS_LABELS), labels(VALUE_LABELS)
    assert (len(classes), len(values)) == (500, 300)
    assert set(classes.values()) == {"read", "secret-read", "write"}


@pytest.mark.slow
@pytest.mark.skipif(INSTALLED is None, reason="the definitions are not installed")
def test_labelled_samples() -> None:
    """No labelled write or secret-read is classed as read, at most 5 % of the reads as write, and 99 % of the values are right."""
    assert INSTALLED is not None
    wanted = {key[:2] for path in (CLASS_LABELS, VALUE_LABELS) for key in labels(path)}
    documents = [
        document_of(path.parent)
        for path in sorted(INSTALLED.glob("*/v*/api.json"))
        if any(path.parent.name == f"v{version.replace('-', '')}" for _, version in wanted)
    ]
    classes = class_outcomes(row for document in documents for row in actions_of(document))
    assert classes["write", "read"] == classes["write", "secret-read"] == classes["secret-read", "read"] == 0
    reads = {kind: classes["read", kind] + classes["secret-read", kind] for kind in ("read", "secret-read", "write")}
    assert sum(classes.values()) >= 490, "the definitions lost labelled actions"
    assert reads["write"] <= 0.05 * sum(reads.values())
    values = value_outcomes(row for document in documents for row in fields_of(document))
    assert values["right"] >= 0.99 * (values["right"] + values["wrong"])
    assert values["right"] >= 0.9 * (values["right"] + values["missed"])
