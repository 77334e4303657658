"""Code packages are reproducible and fit a request."""

from __future__ import annotations

import base64
import io
import os
import zipfile
from pathlib import Path

import pytest

from tencentkit.errors import RequestInvalid
from tencentkit.scf import Client, code_from_path
from tencentkit.scf._code_package import MAXIMUM_ARCHIVE


def archive(path: Path) -> zipfile.ZipFile:
    packed = code_from_path(path).zip_file
    assert isinstance(packed, str)
    return zipfile.ZipFile(io.BytesIO(base64.b64decode(packed)))


def test_packing_is_reproducible(tmp_path: Path) -> None:
    """The same folder gives the same archive: names sorted, times and hidden files excluded, modes kept."""
    (tmp_path / "lib" / "__pycache__").mkdir(parents=True)
    (tmp_path / "index.py").write_text("def main_handler(event, context): ...\n")
    (tmp_path / "lib" / "猫.py").write_text("")
    (tmp_path / "lib" / "__pycache__" / "x.pyc").write_text("")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".env").write_text("secret")
    (tmp_path / "run.sh").write_text("#!/bin/sh\n")
    (tmp_path / "run.sh").chmod(0o700)
    first = code_from_path(tmp_path).zip_file
    os.utime(tmp_path / "index.py", (1, 1))
    assert code_from_path(str(tmp_path)).zip_file == first
    with archive(tmp_path) as packed:
        assert packed.namelist() == ["index.py", "run.sh", "lib/猫.py"]
        assert [info.external_attr >> 16 for info in packed.infolist()] == [0o100644, 0o100755, 0o100644]


def test_single_file_and_existing_archive(tmp_path: Path) -> None:
    """One source file becomes an archive of it; a zip archive is uploaded unchanged."""
    (tmp_path / "index.py").write_text("x = 1\n")
    with archive(tmp_path / "index.py") as packed:
        assert packed.read("index.py") == b"x = 1\n"
    code = code_from_path(tmp_path / "index.py").zip_file
    assert isinstance(code, str)
    (tmp_path / "code.zip").write_bytes(base64.b64decode(code))
    assert code_from_path(tmp_path / "code.zip").zip_file == code


def test_broken_archive_is_refused(tmp_path: Path) -> None:
    """A truncated download is not packed into another archive."""
    (tmp_path / "code.ZIP").write_bytes(b"PK\x03\x04 cut")
    with pytest.raises(RequestInvalid, match=r"code\.ZIP is not a zip archive"):
        code_from_path(tmp_path / "code.ZIP")


def test_path_as_code_gets_a_hint() -> None:
    """A path passed as `code` is refused before anything is sent, and the message names `code_from_path`."""
    with (
        Client(region="ap-guangzhou") as scf,
        pytest.raises(RequestInvalid, match=r"code: must be a Code .*; tencentkit.scf.code_from_path makes one"),
    ):
        scf.create_function(function_name="f", code="folder")  # type: ignore[arg-type]


def test_oversized_archive_is_refused(tmp_path: Path) -> None:
    """The error has the size and names COS, for a folder and for an archive."""
    (tmp_path / "noise").write_bytes(os.urandom(MAXIMUM_ARCHIVE))
    with pytest.raises(RequestInvalid, match="COS"):
        code_from_path(tmp_path)
    with zipfile.ZipFile(tmp_path / "code.zip", "w") as packed:
        packed.write(tmp_path / "noise", "noise")
    with pytest.raises(RequestInvalid, match="COS"):
        code_from_path(tmp_path / "code.zip")


def test_largest_archive_fits_a_request() -> None:
    """The limit leaves room for base64 and the other fields within 10 MB."""
    assert MAXIMUM_ARCHIVE * 4 / 3 + 60_000 < 10 * 1024 * 1024


def test_links_out_of_the_folder(tmp_path: Path) -> None:
    """A link that points out of the folder, or to a folder, is refused; a link to a file inside is followed."""
    code = tmp_path / "code"
    code.mkdir()
    (code / "index.py").write_text("x = 1\n")
    (code / "same.py").symlink_to("index.py")
    with archive(code) as packed:
        assert packed.read("same.py") == b"x = 1\n"
    (code / "out.py").symlink_to("/etc/hostname")
    with pytest.raises(RequestInvalid, match="points out"):
        code_from_path(code)
    (code / "out.py").unlink()
    (code / "up").symlink_to(tmp_path)
    with pytest.raises(RequestInvalid, match="link to a folder"):
        code_from_path(code)


def test_nothing_to_pack(tmp_path: Path) -> None:
    """A missing path and a folder without files are invalid arguments."""
    with pytest.raises(RequestInvalid, match=r"cannot read .*nothing: No such file"):
        code_from_path(tmp_path / "nothing")
    with pytest.raises(RequestInvalid, match="has no files"):
        code_from_path(tmp_path)
