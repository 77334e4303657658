"""`nox -s check`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.timeout(300)]


def test_check_shows_differences(tree: Path) -> None:
    """A changed, an added and a removed file of generated/ fail `nox -s check`, and its diff names them."""
    product = tree / "generated" / "tencentkit_api"
    changed, added, removed = product / "scf" / "actions.py", product / "scf" / "extra.py", product / "py.typed"
    changed.write_text(changed.read_text(encoding="utf-8") + "EXTRA = 1\n", encoding="utf-8")
    added.write_text("EXTRA = 2\n", encoding="utf-8")
    removed.unlink()

    command = [sys.executable, "-m", "nox", "--noxfile", str(tree / "noxfile.py"), "-s", "check"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)

    assert done.returncode != 0
    report = done.stdout.splitlines()
    assert {"-EXTRA = 1", "-EXTRA = 2"} <= set(report)
    for file in (changed, added):
        assert f"--- {file.relative_to(tree)}" in report
    assert f"+++ {removed.relative_to(tree)}" in report
