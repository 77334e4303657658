"""Two releases and an upgrade, as docs/releasing.md describes them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.packaging.conftest import git

if TYPE_CHECKING:
    from tests.packaging.conftest import Index, Nox

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.timeout(3600)]

PAGES = Path("spec/scf/2018-04-16/pages")
PROGRAM = Path(__file__).with_name("service_program.py.txt")


class Maintainer:
    """Runs the commands of docs/releasing.md in order, in a copy of the tree."""

    def __init__(self, tree: Path, nox: Nox, index: Index) -> None:
        self.tree, self.nox, self.index = tree, nox, index
        page = (tree / "docs/releasing.md").read_text(encoding="utf-8")
        self.left = re.findall(r"^\$ (.+)$", page, re.MULTILINE)

    def follow(self, begins: str) -> subprocess.CompletedProcess[str]:
        """Run the next command of the page, which must begin with `begins`."""
        line = self.left.pop(0)
        assert line.startswith(begins), line
        program, *arguments = shlex.split(line)
        if program == "nox":
            return self.nox(self.tree, *arguments, **self.index.settings)
        if program == "git":
            return subprocess.CompletedProcess(arguments, 0, git(self.tree, *arguments))
        assert program == "python"
        return subprocess.run(
            [sys.executable, *arguments], cwd=self.tree, env=os.environ | {"PYTHONPATH": str(self.tree)},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip

    def commit(self) -> None:
        """Run the next two commands of the page, which commit everything."""
        self.follow("git add --all")
        self.follow("git commit")

    def read(self, name: str) -> str:
        """Return the text of a file of the tree."""
        return (self.tree / name).read_text(encoding="utf-8")


class Service:
    """Downstream service: its own environment, and a program."""

    def __init__(self, folder: Path, index: Index) -> None:
        self.folder, self.index, self.python = folder, index, str(folder / "venv/bin/python")
        folder.mkdir()
        shutil.copyfile(PROGRAM, folder / "program.py")
        self.uv("venv", "--quiet", "--python", sys.executable, str(folder / "venv"))

    def uv(self, *arguments: str) -> None:
        """Run uv; it must succeed. The index of the test has priority over the default one."""
        settings = {"UV_INDEX": self.index.simple, "NO_PROXY": "127.0.0.1"}
        command = [sys.executable, "-m", "uv", "--no-progress", *arguments]
        done = subprocess.run(command, env=os.environ | settings, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def install(self, line: str) -> None:
        """Run a line of the page that begins with `uv pip install`."""
        program, *arguments = shlex.split(line)
        assert (program, *arguments[:2]) == ("uv", "pip", "install")
        # Without --python, `python -m uv` would use the environment of the tests.
        self.uv(*arguments, "--python", self.python, "--refresh-package", "tencentkit")

    def run(self) -> str:
        """Run the program and return its output."""
        command = [self.python, "-I", "-W", "error", "program.py"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


def first_release(maintainer: Maintainer) -> None:
    """Commit the tree and release 0.1.0."""
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Begin")):
        git(maintainer.tree, *arguments)
    first = maintainer.follow("nox -s release")
    assert first.returncode == 0, first.stdout
    maintainer.commit()
    maintainer.follow("git tag v0.1.0")


def check_refusals(maintainer: Maintainer) -> None:
    """Check that `release` refuses uncommitted files and a version that is too low for the changes."""
    tree, release = maintainer.tree, partial(maintainer.nox, maintainer.tree, "-s", "release", **maintainer.index.settings)
    uncommitted = release()
    assert uncommitted.returncode != 0
    assert " M spec/scf/2018-04-16/pages/ListAsyncEvents.txt" in uncommitted.stdout
    maintainer.commit()
    version = tree / "overlays/tencentkit/_version.py"
    version.write_text(version.read_text(encoding="utf-8").replace("0.2.0", "0.1.1"), encoding="utf-8")
    git(tree, "commit", "--all", "--quiet", "--message", "Understate")
    understated = release()
    assert understated.returncode != 0
    assert "version 0.1.1 is too low for the changes since 0.1.0 (breaking); required: 0.2.0 or higher" in understated.stdout
    git(tree, "revert", "--no-edit", "HEAD")


def test_release_and_upgrade(tree: Path, nox: Nox, index: Index, tmp_path: Path) -> None:
    """docs/releasing.md, command by command: 0.1.0 is released, a page changes, 0.2.0 is released, installed and rolled back."""
    maintainer = Maintainer(tree, nox, index)
    first_release(maintainer)
    assert "## 0.1.0" in (tree / "CHANGELOG.md").read_text(encoding="utf-8")
    assert {*index.digests()} == {"tencentkit-0.1.0-py3-none-any.whl", "tencentkit-0.1.0.tar.gz"}
    service = Service(tmp_path / "service", index)
    service.install(maintainer.left[-1])
    assert service.run() == "0.1.0 True FINISHED 2 s"

    # The service halves a published limit.
    page = maintainer.read(str(PAGES / "ListAsyncEvents.txt"))
    assert page.count("at most 20 requests a second") == 1
    newer = Path(shutil.copytree(tree / PAGES, tree / "newer")) / "ListAsyncEvents.txt"
    newer.write_text(page.replace("at most 20 requests a second", "at most 10 requests a second"), encoding="utf-8")
    seen = maintainer.follow("nox -s watch")
    assert seen.returncode == 0
    assert "ListAsyncEvents: rate limit lowered: 20 -> 10" in seen.stdout
    shutil.copyfile(newer, tree / PAGES / newer.name)
    shutil.rmtree(newer.parent)

    stopped = maintainer.follow("nox -s regenerate")
    assert stopped.returncode != 0
    assert "fake (overlays/tencentkit/testing/_fake/fake.py" in stopped.stdout
    assert "scf/2018-04-16#ListAsyncEvents\n" in stopped.stdout
    assert maintainer.follow("python -m generator affected --accept fake").returncode == 0
    done = maintainer.follow("nox -s regenerate")
    assert done.returncode == 0, done.stdout
    assert "since 0.1.0: breaking; required: 0.2.0 or higher; this tree: 0.2.0" in done.stdout
    words = "- \N{WARNING SIGN}\N{VARIATION SELECTOR-16} `ListAsyncEvents` (`list_async_events`): rate limit lowered: `20` → `10`."
    assert words in maintainer.read("changelog.d/+machine.scf-2018-04-16.breaking.md")

    check_refusals(maintainer)
    published = maintainer.follow("nox -s release")
    assert published.returncode == 0, published.stdout
    assert len(index.digests()) == 4
    assert words in maintainer.read("CHANGELOG.md").replace("  - ", "- ")
    assert not list((tree / "changelog.d").glob("+*"))
    # The old callers ran on the new wheel; failures that the lower limit causes are allowed.
    assert re.search(r"\b[1-9][0-9]* passed", published.stdout.partition("released/callers")[2])

    maintainer.commit()
    maintainer.follow("git tag v0.2.0")
    assert not git(tree, "status", "--porcelain")
    service.install(maintainer.left.pop(0))
    assert service.run() == "0.1.0 True FINISHED 2 s"
    service.install(maintainer.left.pop(0))
    assert service.run() == "0.2.0 True FINISHED 4 s"
    service.install(maintainer.left.pop(0))
    assert service.run() == "0.1.0 True FINISHED 2 s"
    assert maintainer.left == []
