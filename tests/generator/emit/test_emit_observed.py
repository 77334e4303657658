"""Emitted models whose types the documented examples widen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.emit.emission import emit
from generator.spec.observations import observe, settle, standard_form
from tests.generator.emit.documents import run_python, source_of_model, write
from tests.generator.spec.test_spec_observations import WHOLE, facts

SHOWN: list[dict[str, Any]] = [
    {},
    WHOLE | {"Name": None, "Count": "23", "Part": None, "Parts": None, "Words": [1, None]},
    WHOLE | {"Part": {}, "Parts": "none", "Ratio": {"a": 1}, "Count": 0},
]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    document = facts(*SHOWN)
    observe(document)
    assert settle(document) == []
    folder = tmp_path_factory.mktemp("observed")
    emit(write(folder / "openapi.json", standard_form(document)), folder / "out")
    return folder / "out"


def test_annotations(out: Path) -> None:
    """Lists stay lists; other fields have `None` and the further types. A type of requests keeps its required argument."""
    response = source_of_model(out / "tencentkit_api/demo", "ReadResponse")
    for line in (
        "    name: str | None = None\n",
        "    count: int | str | None = None\n",
        "    ratio: float | dict[str, Any] | None = None\n",
        "    part: Part | None = None\n",
        "    parts: list[Part] | str = _field(factory=UnsetList)\n",
        "    words: list[str | int | None] = _field(factory=UnsetList)\n",
        "    note: str | None = None\n",
    ):
        assert line in response
    part = source_of_model(out / "tencentkit_api/demo", "Part")
    assert "    id: str | None\n" in part
    assert "class PartDict(TypedDict):" in part
    assert "    id: str\n" in part


def test_every_example_fits(out: Path) -> None:
    """Each example reads into values of the annotated types, and is written again as it was."""
    run_python(
        f"""
        import sys
        sys.path.insert(0, {str(Path(__file__).parents[1] / "products")!r})
        from conformance import mismatches
        from tencentkit_api.demo import models
        for shown in {SHOWN!r}:
            read = models.ReadResponse.from_dict(shown)
            assert list(mismatches(read, "read")) == []
            assert read.to_dict() == shown
        found = list(mismatches(models.ReadResponse.from_dict({{"Name": 3, "Words": None, "Parts": [1]}}), "read"))
        assert [line.partition(":")[0] for line in found] == ["read.name", "read.parts"]
        """,
        out,
    )


def test_types_are_strict(out: Path) -> None:
    """`mypy --strict` accepts the package, and a program that checks what the types say."""
    program = out / "program.py"
    program.write_text(
        "from tencentkit_api.demo.models import Part, ReadResponse\n"
        "def use(response: ReadResponse) -> int:\n"
        "    count = response.count\n"
        "    words = [word for word in response.words if isinstance(word, str)]\n"
        "    return len(words) + (int(count) if count is not None else 0)\n"
        "Part(id='x')\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "-p", "tencentkit_api", "-m", "program"]
    done = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    program.write_text(
        "from tencentkit_api.demo.models import Part, ReadResponse\n"
        "def use(response: ReadResponse) -> None:\n"
        "    response.count + 1\n"
        "    response.words[0].lower()\n"
        "    response.parts.append(Part(id='x'))\n"
        "    response.part.id\n"
        "    response.name.lower()\n"
        "    Part()\n",
        encoding="utf-8",
    )
    done = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    assert {line.split(":")[1] for line in done.stdout.splitlines() if "error:" in line} == {"3", "4", "5", "6", "7", "8"}
