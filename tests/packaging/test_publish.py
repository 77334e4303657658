"""`nox -s publish` and the first check of `nox -s release`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.packaging.conftest import git

if TYPE_CHECKING:
    from tests.packaging.conftest import Index, Nox

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def test_publish_requires_settings(nox: Nox, root: Path, wheel: Path) -> None:
    """Without an index and credentials, publish names the missing settings and uploads nothing."""
    done = nox(root, "-s", "publish", "--", str(wheel), TWINE_USERNAME="publisher")
    assert done.returncode != 0
    assert "missing environment variables: TWINE_REPOSITORY_URL, TWINE_PASSWORD" in done.stdout


def test_publish_refuses_credentials_in_url(nox: Nox, root: Path, wheel: Path) -> None:
    """A URL with a password is refused and not printed, because it would appear in logs."""
    settings = {"TWINE_REPOSITORY_URL": "http://publisher:hunter2@127.0.0.1:9/", "TWINE_USERNAME": "publisher", "TWINE_PASSWORD": "hunter2"}
    done = nox(root, "-s", "publish", "--", str(wheel), **settings)
    assert done.returncode != 0
    assert "contains a user name" in done.stdout
    assert "hunter2" not in done.stdout


def test_release_refuses_uncommitted_files(nox: Nox, root: Path, tmp_path: Path) -> None:
    """A release lists uncommitted files before it installs or builds anything; it ignores the files that it writes."""
    tree = tmp_path / "tree"
    tree.mkdir()
    for name in ("noxfile.py", "pyproject.toml", "CHANGELOG.md"):
        shutil.copyfile(root / name, tree / name)
    git(tree, "init", "--quiet")
    settings = {"TWINE_REPOSITORY_URL": "http://127.0.0.1:9/", "TWINE_USERNAME": "publisher", "TWINE_PASSWORD": "hunter2"}
    done = nox(tree, "-s", "release", **settings)
    assert done.returncode != 0
    listed = done.stdout.partition("commit these files before a release:\n")[2]
    assert "?? noxfile.py\n?? pyproject.toml\n" in listed
    assert "CHANGELOG.md" not in listed


@pytest.mark.long
def test_publish_twice(nox: Nox, root: Path, wheel: Path, sdist: Path, index: Index, tmp_path: Path) -> None:
    """A wrong password uploads nothing; the right one uploads each file once; different bytes of a published name are refused."""
    files = [str(wheel), str(sdist)]
    refused = nox(root, "-s", "publish", "--", *files, **index.settings | {"TWINE_PASSWORD": "not the password"})
    assert refused.returncode != 0
    assert "403" in refused.stdout
    assert index.digests() == {}

    # First one file, as after an interrupted upload. The settings of uv are accepted, too.
    names = {"UV_PUBLISH_URL": index.url, "UV_PUBLISH_USERNAME": index.user, "UV_PUBLISH_PASSWORD": index.password}
    for chosen, published in ((files[:1], 1), (files, 1), (files, 0)):
        done = nox(root, "-s", "publish", "--", *chosen, **names)
        assert done.returncode == 0, done.stdout
        assert index.password not in done.stdout
        lines = done.stdout.splitlines()
        assert sum(line.startswith("published: ") for line in lines) == published
        assert sum(line.startswith("already published: ") for line in lines) == len(chosen) - published
        assert all(f"sha256:{index.digests()[Path(file).name]}" in done.stdout for file in chosen)
    assert httpx.get(index.url + "simple/tencentkit/", trust_env=False).status_code == httpx.codes.UNAUTHORIZED

    other = Path(shutil.copy(sdist, tmp_path / sdist.name))
    other.write_bytes(other.read_bytes() + b"\0")
    before = index.digests()
    done = nox(root, "-s", "publish", "--", str(other), **index.settings)
    assert done.returncode != 0
    assert "is already published with different content" in done.stdout
    assert index.digests() == before
