"""Pinned versions of openapi-python-client and ruff, whose output is committed."""

from __future__ import annotations

import subprocess
import sysconfig
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from .errors import EmitError

PARSER_VERSION: Final = "0.29.1"
RUFF_VERSION: Final = "0.17.6"

# Independent of configuration files, caches, .gitignore and excluded folder names.
_FIXED: Final = (
    "--isolated",
    "--no-cache",
    "--no-respect-gitignore",
    "--config=exclude=[]",
    "--config=line-length=120",
    "--config=target-version='py311'",
)
_LINT: Final = (
    # Templates import everything that a module may need; F401 removes unused imports, I sorts the rest.
    "--select=F401,I",
    "--config=lint.isort.known-third-party=['attrs']",
    "--config=lint.isort.known-first-party=['tencentkit_api']",
)


def check_parser() -> None:
    """Check the version of openapi-python-client, because the emitter uses its private API."""
    try:
        found = version("openapi-python-client")
    except PackageNotFoundError:
        found = "none"
    if found != PARSER_VERSION:
        raise EmitError(f"openapi-python-client {PARSER_VERSION} is required, found {found}")


def find_ruff() -> Path:
    """Return the path of ruff next to the running interpreter; PATH may lead to another version."""
    ruff = Path(sysconfig.get_path("scripts")) / f"ruff{sysconfig.get_config_var('EXE') or ''}"
    if not ruff.is_file():
        raise EmitError(f"ruff {RUFF_VERSION} is required next to the interpreter; {ruff} does not exist")
    found = _run(ruff, "--version").split()[-1]
    if found != RUFF_VERSION:
        raise EmitError(f"ruff {RUFF_VERSION} is required, found {found}")
    return ruff


def format_folder(folder: Path) -> None:
    """Sort imports, remove unused ones and format. Raise `EmitError` if ruff skipped a file."""
    ruff = find_ruff()
    _run(ruff, "check", "--fix", "--quiet", *_FIXED, *_LINT, ".", cwd=folder)
    _run(ruff, "format", "--quiet", *_FIXED, ".", cwd=folder)
    seen = {Path(line).resolve() for line in _run(ruff, "check", "--show-files", *_FIXED, ".", cwd=folder).splitlines()}
    if skipped := sorted(path.name for path in folder.rglob("*.py") if path.resolve() not in seen):
        raise EmitError(f"ruff skipped {', '.join(skipped)}")


def _run(program: Path, *arguments: str, cwd: Path | None = None) -> str:
    done = subprocess.run([program, *arguments], cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603 - our own tool and arguments
    if done.returncode:
        raise EmitError(f"{program.name} {arguments[0]} failed:\n{done.stdout}{done.stderr}".rstrip())
    return done.stdout
