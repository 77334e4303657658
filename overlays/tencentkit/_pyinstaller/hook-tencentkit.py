"""Modules and files of tencentkit that PyInstaller does not find by import statements. PyInstaller runs this file."""  # noqa: N999 - PyInstaller requires this name

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

_ENGINES = ("httpx", "httpcore", "httpx2", "httpcore2")
_STORE_FOLDER = Path("tencentkit", "throttle")

# PyInstaller requires these two names.
hiddenimports = [*(name for name in _ENGINES if find_spec(name)), "tencentkit.scf"]
datas = [(str(Path(__file__).parents[2] / _STORE_FOLDER / "lease.lua"), str(_STORE_FOLDER))]
