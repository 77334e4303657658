"""The sessions that need the vendor's definitions, without a network."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any, NoReturn

import pytest

ROOT = Path(__file__).parents[2]


class Failed(Exception):
    """End of a session."""


class OfflineSession:
    """Session whose installations fail."""

    def __init__(self, folder: Path) -> None:
        self.cache_dir = folder
        self.installed: list[str] = []

    def install(self, *arguments: str) -> NoReturn:
        from nox.command import CommandFailed

        self.installed += arguments
        raise CommandFailed("no network")

    def error(self, message: str) -> NoReturn:
        raise Failed(message)


def test_failed_download_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence has the package, the cause and the way without a download; unpacked definitions need none."""
    pytest.importorskip("nox")
    monkeypatch.chdir(ROOT)  # the file reads pyproject.toml of the working directory
    spec = importlib.util.spec_from_file_location("noxfile", ROOT / "noxfile.py")
    assert spec is not None
    assert spec.loader is not None
    noxfile: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(noxfile)
    session: Any = OfflineSession(tmp_path)
    with pytest.raises(Failed, match=r"cannot download the vendor's definitions \(tccli==.*\): check the network .* --definitions FOLDER"):
        noxfile.unpack_definitions(session, "corpus")
    [folder] = [Path(argument) for argument in session.installed if argument.startswith(str(tmp_path))]
    (folder / "tccli/services").mkdir(parents=True)
    session.installed.clear()
    assert noxfile.unpack_definitions(session, "corpus") == folder
    assert session.installed == []
