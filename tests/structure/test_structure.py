from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

import tencentkit
from tests.structure.call_path import modules_entered
from tests.structure.definitions import ambiguous_classes, public_names
from tests.structure.imports import cycles, import_graph
from tests.structure.references import private_names, stale_references
from tests.structure.report import ambiguous, import_cycles, long_sentences, prose, stale
from tests.structure.sentences import sentences

MODULES_A_CALL_ENTERS = 35
"""Of them 29 hand-written; a change that adds one says why here."""
LONG_SENTENCES = 0.02


def test_no_import_cycle() -> None:
    """Type-only and lazy imports count; only the two edges to the STS client are allowed."""
    assert import_cycles() == []


def test_call_path_is_short() -> None:
    """One repeated call over a socket enters few modules, so that a reader can follow it."""
    assert len(modules_entered()) <= MODULES_A_CALL_ENTERS


def test_class_names_are_unique() -> None:
    """A class name means one thing in SDK, generated code and generator."""
    assert ambiguous() == {}


def test_sentences_are_short() -> None:
    """At most 2 % of the sentences in docstrings and design pages have more than 30 words."""
    every = prose()
    assert len(long_sentences(every)) <= LONG_SENTENCES * len(every)


def test_references_exist() -> None:
    """Prose mentions only files, modules and private names that exist."""
    assert stale() == []


def public_modules() -> list[str]:
    """Names of the modules that users may import."""
    names = [info.name for info in pkgutil.walk_packages(tencentkit.__path__, "tencentkit.")]
    return [name for name in ("tencentkit", *names) if not any(part.startswith("_") for part in name.split("."))]


@pytest.mark.parametrize("name", public_modules())
def test_all_is_what_is_public(name: str) -> None:
    """Every public module has an `__all__`, which lists exactly its public names, and each of them exists."""
    module = importlib.import_module(name)
    assert module.__file__ is not None
    assert public_names(Path(module.__file__)) <= set(module.__all__)
    assert [one for one in module.__all__ if not hasattr(module, one)] == []


def test_cycles_are_found(tmp_path: Path) -> None:
    """Cycles through type-only, lazy and relative imports are found, and an allowed edge breaks one."""
    package = tmp_path / "pkg"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "a.py").write_text("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .b import B\n", encoding="utf-8")
    (package / "b.py").write_text("def f():\n    from pkg import c\n", encoding="utf-8")
    (package / "c.py").write_text("import pkg.a\n", encoding="utf-8")
    graph = import_graph(tmp_path, "pkg")
    assert cycles(graph) == [["pkg.a", "pkg.b", "pkg.c"]]
    assert cycles(graph, frozenset({("pkg.c", "pkg.a")})) == []


def test_faults_of_prose_are_found(tmp_path: Path) -> None:
    """Long sentences, missing files and modules, and ambiguous classes are found in docstrings and comments."""
    (tmp_path / "overlays").mkdir()
    code = tmp_path / "overlays" / "one.py"
    long = "word " * 31
    code.write_text(f'"""{long}. Short."""\n# See `_gone_name` and tests/gone/test_it.py.\nclass A: ...\nclass _A: ...\n', encoding="utf-8")
    other = tmp_path / "overlays" / "two.py"
    other.write_text('"""See `tencentkit.gone`."""\nclass A: ...\n', encoding="utf-8")
    assert [one.words > 30 for one in sentences(code)] == [True, False]
    assert list(ambiguous_classes([code, other])) == ["A"]
    assert sorted(stale_references(tmp_path, [code, other], private_names([code, other]))) == [
        "overlays/one.py: _gone_name",
        "overlays/one.py: tests/gone/test_it.py",
        "overlays/two.py: tencentkit.gone",
    ]
