"""The two tools whose output is committed: only their pinned versions will do."""

from __future__ import annotations

import subprocess
import sysconfig
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from .errors import EmitError

PARSER_VERSION: Final = "0.29.1"
RUFF_VERSION: Final = "0.17.6"

# Nothing that lies around may change the output: no configuration file, no cache, no .gitignore, no excluded folder name.
_FIXED: Final = (
    "--isolated",
    "--no-cache",
    "--no-respect-gitignore",
    "--config=exclude=[]",
    "--config=line-length=120",
    "--config=target-version='py311'",
)
_LINT: Final = (
    # Templates import what a module may need; F401 takes out what it does not, I sorts the rest.
    "--select=F401,I",
    "--config=lint.isort.known-third-party=['attrs']",
    "--config=lint.isort.known-first-party=['tencentkit_api']",
)


def check_parser() -> None:
    """Its templates and its use as a library are not its public API, so any other version may behave otherwise."""
    try:
        found = version("openapi-python-client")
    except PackageNotFoundError:
        found = "none"
    if found != PARSER_VERSION:
        raise EmitError(f"openapi-python-client {PARSER_VERSION} is needed, found {found}")


def find_ruff() -> Path:
    """ruff beside the running interpreter; one on PATH may be another."""
    ruff = Path(sysconfig.get_path("scripts")) / f"ruff{sysconfig.get_config_var('EXE') or ''}"
    if not ruff.is_file():
        raise EmitError(f"ruff {RUFF_VERSION} is needed beside the interpreter, found none at {ruff}")
    found = _run(ruff, "--version").split()[-1]
    if found != RUFF_VERSION:
        raise EmitError(f"ruff {RUFF_VERSION} is needed, found {found}")
    return ruff


def format_folder(folder: Path) -> None:
    """Sort imports, drop unused ones, format; then make sure that no file was passed over."""
    ruff = find_ruff()
    _run(ruff, "check", "--fix", "--quiet", *_FIXED, *_LINT, ".", cwd=folder)
    _run(ruff, "format", "--quiet", *_FIXED, ".", cwd=folder)
    seen = {Path(line).resolve() for line in _run(ruff, "check", "--show-files", *_FIXED, ".", cwd=folder).splitlines()}
    if passed_over := sorted(path.name for path in folder.rglob("*.py") if path.resolve() not in seen):
        raise EmitError(f"ruff passed over {', '.join(passed_over)}")


def _run(program: Path, *arguments: str, cwd: Path | None = None) -> str:
    # A tool of our own environment, with arguments of our own making.
    done = subprocess.run([program, *arguments], cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise EmitError(f"{program.name} {arguments[0]} failed:\n{done.stdout}{done.stderr}".rstrip())
    return done.stdout
