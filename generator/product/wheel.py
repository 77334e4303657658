"""Wheel of a product project: build it, install it, run the project's tests against the installed wheel."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from .. import naming
from .stages import StageFailed

_TOOLS: Final = ("build", "hatchling", "pip", "pytest", "tencentkit")
_BUILD: Final = ("-m", "build", "--no-isolation")
_COLUMNS: Final = "300"
"""Width of the report; pytest shortens reasons to it."""
_PASSED: Final = re.compile(r"(\d+) passed")
_FAILURE: Final = re.compile(r"^(?:FAILED|ERROR) (.*)$", re.MULTILINE)


def check_tools() -> None:
    """Raise `StageFailed` if this environment lacks a package that the stages need."""
    missing = [name for name in _TOOLS if importlib.util.find_spec(name) is None]
    if missing:
        raise StageFailed(f"--test needs {', '.join(missing)} in this environment; nox -s product installs these packages")


def build_wheel(folder: Path) -> Path:
    """Build sdist and wheel of the project into `folder/dist`. Return the wheel."""
    dist = folder / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    # An isolated build would download hatchling.
    _run([sys.executable, *_BUILD, "--outdir", str(dist), str(folder)])
    [wheel] = dist.glob("*.whl")
    return wheel


def install_wheel(wheel: Path, site: Path) -> None:
    """Install a wheel into the empty folder `site`; its dependencies are in this environment."""
    shutil.rmtree(site, ignore_errors=True)
    options = ["--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", "--no-input"]
    _run([sys.executable, "-m", "pip", "install", *options, "--target", str(site), str(wheel)])


def run_tests(folder: Path, site: Path, versions: Sequence[str]) -> dict[str, int]:
    """Run the tests of a project against the wheel in `site`. Return the number of tests that passed for each API version.

    The tests that a person added count for the default version, the first.
    """
    inherited = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    # Absolute, because the tests run in another working directory.
    path = os.pathsep.join(str(entry.absolute()) for entry in (site, *map(Path, inherited)))
    # -P: the tests must not import the project's sources from the working directory.
    command = [sys.executable, "-P", "-m", "pytest", "-q"]
    # Plugins of the environment do not matter to these tests, and two of them may exclude each other.
    env = {**os.environ, "PYTHONPATH": path, "COLUMNS": _COLUMNS, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    files = {version: f"tests/test_{naming.version_package_name(version)}.py" for version in versions}
    others = [f"--ignore={name}" for name in list(files.values())[1:]]
    passed = {}
    for number, (version, name) in enumerate(files.items()):
        output = _run([*command, *(("tests", *others) if not number else (name,))], cwd=folder, env=env)
        found = _PASSED.search(output)
        if found is None:
            raise StageFailed(f"no test of {version} passed:\n{output}")
        passed[version] = int(found[1])
    return passed


def _run(command: Sequence[str], *, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    """Return the output of a command. Raise `StageFailed` with that output if it fails."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and tools
        command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    if done.returncode:
        raise StageFailed(f"{' '.join(command[1:])} failed:\n{done.stdout}", _FAILURE.findall(done.stdout))
    return done.stdout
