from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.emit import command, staging, toolchain
from generator.emit.document import OpenApiDocument
from generator.emit.errors import EmitError
from tests.generator.emit.documents import INTEGER, ROOT, STRING, action, document, files, run_emit, write, zoo

SPEC = ROOT / "spec/scf/2018-04-16/openapi.json"
GENERATED = ROOT / "generated"


def emit(spec: Path, output: Path) -> int:
    parser = argparse.ArgumentParser()
    command.configure(parser)
    return command.run(parser.parse_args([str(spec), "--output", str(output)]))


def small(service: str = "zoo", **properties: Any) -> dict[str, Any]:
    return document(action("Go", {"Name": STRING, **properties}, {"Total": INTEGER}), service=service)


def without_caches(tree: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in tree.items() if "__pycache__" not in path}


def test_committed(tmp_path: Path) -> None:
    """What is committed in generated/ is what the committed spec gives, to the byte."""
    assert emit(SPEC, tmp_path) == 0
    assert without_caches(files(GENERATED)) == files(tmp_path)


@pytest.mark.long
def test_deterministic(tmp_path: Path) -> None:
    """Neither the hash seed nor the folder, nor its being run twice, shows in the output."""
    trees = []
    for seed in ("0", "1", "4242"):
        spec = write(tmp_path / f"in{seed}/spec/zoo/2020-01-01/openapi.json", zoo())
        done = run_emit(spec, tmp_path / f"out{seed}", PYTHONHASHSEED=seed)
        assert not done.returncode, done.stderr
        trees.append(files(tmp_path / f"out{seed}"))
    assert run_emit(spec, tmp_path / "out0", PYTHONHASHSEED="7").returncode == 0
    assert trees[0] == trees[1] == trees[2] == files(tmp_path / "out0")


def test_header(tmp_path: Path) -> None:
    """Each file says that it is machine-written, by which command and from what, and names no folder of this machine."""
    spec = write(tmp_path / "spec/zoo/2020-01-01/openapi.json", small())
    assert emit(spec, tmp_path / "out") == 0
    digest = OpenApiDocument.read(spec).sha256
    for path, content in files(tmp_path / "out").items():
        text = content.decode()
        assert str(tmp_path) not in text
        if path.endswith(".py"):
            head = text.splitlines()[:3]
            assert head[0].startswith("# Written by `python -m generator emit` from "), path
            assert any(line.startswith("# Do not edit: ") for line in head), path
        if "/zoo/" in path and path.endswith(".py"):
            assert "spec/zoo/2020-01-01/openapi.json" in head[0]
            # Modules of models change only with their own facts.
            assert (digest in head[1]) is ("/models/" not in path or path.endswith("__init__.py"))


def test_nothing_left_beside(tmp_path: Path) -> None:
    """Only the package is left in the output folder, with no cache and no leftover."""
    out = tmp_path / "out"
    assert emit(write(tmp_path / "openapi.json", small()), out) == 0
    assert [path.name for path in out.iterdir()] == ["tencentkit_api"]
    assert {Path(path).suffix for path in files(out)} == {".py", ".json", ".typed"}


@pytest.mark.parametrize("step", ["write", "format", "verify", "swap"])
def test_failure_leaves_the_old_tree(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever step fails, the tree that was there before is untouched and nothing lies beside it."""
    out = tmp_path / "out"
    assert emit(write(tmp_path / "old.json", small()), out) == 0
    before = files(out)
    target = {
        "write": "generator.emit.emission.PackageProject.write",
        "format": "generator.emit.emission.format_folder",
        "verify": "generator.emit.emission.verify",
        "swap": "generator.emit.staging._swap",
    }[step]

    def fail(*_arguments: object) -> None:
        raise EmitError("as planned")

    monkeypatch.setattr(target, fail)
    assert emit(write(tmp_path / "new.json", small(More=STRING)), out) == 1
    assert "as planned" in capsys.readouterr().err
    assert files(out) == before
    assert [path.name for path in out.iterdir()] == ["tencentkit_api"]


def test_swap_that_fails_half_way(tmp_path: Path) -> None:
    """When the new folder cannot take its place, the old one is put back."""
    old = tmp_path / "old"
    (old / "x").mkdir(parents=True)
    with pytest.raises(FileNotFoundError):
        staging._swap(tmp_path / "missing", old, tmp_path / "replaced")
    assert (old / "x").is_dir()


def test_stale_files_go(tmp_path: Path) -> None:
    """A file that the spec no longer asks for is gone after the next run."""
    out = tmp_path / "out"
    assert emit(write(tmp_path / "old.json", zoo()), out) == 0
    assert emit(write(tmp_path / "new.json", small()), out) == 0
    assert not (out / "tencentkit_api/zoo/models/node.py").exists()


def test_other_product_stays(tmp_path: Path) -> None:
    """A product that was emitted into the same package before stays as it was."""
    out = tmp_path / "out"
    assert emit(write(tmp_path / "zoo.json", small()), out) == 0
    before = files(out)
    assert emit(write(tmp_path / "farm.json", small("farm")), out) == 0
    after = files(out)
    assert before.items() <= after.items()
    assert "tencentkit_api/farm/operations.py" in after


def test_foreign_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A package that this command did not write is never replaced."""
    package = tmp_path / "out/tencentkit_api"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("# mine\n")
    assert emit(write(tmp_path / "openapi.json", small()), tmp_path / "out") == 1
    assert "not replaced" in capsys.readouterr().err
    assert files(package) == {"__init__.py": b"# mine\n"}


@pytest.mark.parametrize("content", ["", "[]", "{", '{"openapi": "3.0.3"}'])
def test_no_document(content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no OpenAPI 3.1 document is refused with its path, without a traceback."""
    spec = tmp_path / "openapi.json"
    spec.write_text(content)
    assert emit(spec, tmp_path / "out") == 1
    assert str(spec) in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing document is refused with its path."""
    assert emit(tmp_path / "openapi.json", tmp_path / "out") == 1
    assert "openapi.json" in capsys.readouterr().err


def test_other_parser_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Any other version of openapi-python-client is refused, for its inner workings are used."""
    monkeypatch.setattr(toolchain, "version", lambda _: "0.29.2")
    assert emit(write(tmp_path / "openapi.json", small()), tmp_path / "out") == 1
    assert "0.29.1 is required, found 0.29.2" in capsys.readouterr().err


def test_other_ruff_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Any other version of ruff is refused, for its format is committed."""
    monkeypatch.setattr(toolchain, "RUFF_VERSION", "0.0.1")
    assert emit(write(tmp_path / "openapi.json", small()), tmp_path / "out") == 1
    assert "ruff 0.0.1 is required, found" in capsys.readouterr().err


def test_ruff_beside_the_interpreter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ruff on PATH is not used, nor is a configuration file above the output, nor are ignored folders passed over."""
    fake = tmp_path / "bin/ruff"
    fake.parent.mkdir()
    fake.write_text("#!/bin/sh\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(fake.parent), prepend=":")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("*\n")
    (tmp_path / "ruff.toml").write_text('line-length = 40\nindent-width = 2\n[format]\nquote-style = "single"\n')
    spec = write(tmp_path / "openapi.json", small())
    assert emit(spec, tmp_path / ".nox/build/out") == 0
    plain = tmp_path.parent / f"{tmp_path.name}-plain"
    assert emit(spec, plain) == 0
    assert files(tmp_path / ".nox/build/out") == files(plain)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.update(paths=None),
        lambda data: data.pop("components"),
        lambda data: data["components"]["schemas"].update(Self={"$ref": "#/components/schemas/Self"}),
        lambda data: data["info"].update(title="../x"),
        lambda data: next(iter(data["paths"].values()))["post"].update({"x-tc-rate-limit": "20"}),
    ],
    ids=["no paths", "no components", "only a reference", "a title that is a path", "a limit that is text"],
)
def test_documents_not_from_build_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[dict[str, Any]], object]
) -> None:
    """A damaged document is one line on standard error, and nothing is written."""
    data = json.loads(SPEC.read_text(encoding="utf-8"))
    damage(data)
    (tmp_path / "openapi.json").write_text(json.dumps(data), encoding="utf-8")
    assert emit(tmp_path / "openapi.json", tmp_path / "out") == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_file_as_output_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no folder can be, the command says so in one line."""
    (tmp_path / "file").write_text("")
    assert emit(SPEC, tmp_path / "file") == 1
    assert capsys.readouterr().err.count("\n") == 1
