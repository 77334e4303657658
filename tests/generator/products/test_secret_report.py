from __future__ import annotations

from pathlib import Path

import pytest

from tests.generator.convert import depot
from tests.generator.convert.depot import member
from tests.generator.products.secret_report import LABELS, fields_of, inserted, main, section


@pytest.fixture
def definitions(tmp_path: Path) -> Path:
    """Return a folder like that of the installed definitions."""
    content = depot.api()
    content["objects"]["Crate"]["members"] += [member("Password"), member("AutoGeneratePassword"), member("Note")]
    depot.written(tmp_path / "services/depot/v20200101", api_json=content)
    return tmp_path / "services"


def test_section(definitions: Path) -> None:
    """The section counts proposals by rule and lists the plain names that no rule proposes."""
    found = list(fields_of(definitions / "depot/v20200101"))
    assert [(row.name, row.rule) for row in found] == [("Crate.Password", "password"), ("Crate.AutoGeneratePassword", None)]
    lines = section(found)
    assert "| proposed fields | 1 |" in lines
    assert "| by the rule password | 1 |" in lines
    assert "| fields with a plain name | 2 |" in lines
    assert lines[-1] == "- depot 2020-01-01 Crate.AutoGeneratePassword"


def test_insertion(definitions: Path, tmp_path: Path) -> None:
    """A second run replaces the section of the first and leaves the rest of the page."""
    page = tmp_path / "page.md"
    page.write_text("# Page\n\nText.\n\n## Each version\n\n| a |\n", encoding="utf-8")
    for _ in range(2):
        assert main(["--definitions", str(definitions), "--output", str(page)]) == 0
        text = page.read_text(encoding="utf-8")
        assert text.count("## Secret fields") == 1
        assert text.startswith("# Page\n\nText.\n\n## Secret fields\n")
        assert text.endswith("\n\n## Each version\n\n| a |\n")
    assert inserted("# Page\n", ["## Secret fields", "new"]) == "# Page\n\n## Secret fields\nnew\n"


def test_labels() -> None:
    """The sample has 200 distinct fields, each with a label."""
    rows = [line.split() for line in LABELS.read_text(encoding="utf-8").splitlines()]
    assert len({tuple(row[:3]) for row in rows}) == len(rows) == 200
    assert {row[3] for row in rows} == {"yes", "no"}
