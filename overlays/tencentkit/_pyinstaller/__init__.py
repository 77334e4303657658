"""PyInstaller's hook for programs that contain tencentkit."""

from __future__ import annotations

from pathlib import Path


def hook_folders() -> list[str]:
    """Return the folders of hooks, for PyInstaller's entry point `hook-dirs`."""
    return [str(Path(__file__).parent)]
