"""A function's code, from files to what the API takes."""

from __future__ import annotations

import base64
import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import RequestInvalid

if TYPE_CHECKING:
    from tencentkit_api.scf.models import Code

# A request is at most 10 MB (protocol, section "Request"); what stands beside the code gets 64 KiB of it.
MAXIMUM_ARCHIVE = (10 * 1024 * 1024 - 64 * 1024) * 3 // 4
_EPOCH = (1980, 1, 1, 0, 0, 0)


def code_from_path(path: str | os.PathLike[str]) -> Code:
    """Make the `code` of `create_function` and `update_function_code`, or the `content` of `publish_layer_version`, from files.

    The same files give the same bytes. A folder's `__pycache__` and names that begin with a dot are left out; file modes are kept.

    Args:
        path: A zip archive, which goes as it is; another file; or a folder, whose content is packed.

    Raises:
        RequestInvalid: There is nothing to read, a file is named `.zip` and is no archive, a link leads out of the folder, or it
            is larger than a request may be.

    Source: the protocol's section "Request" for the limit.
    """
    from tencentkit_api.scf.models import Code

    place = Path(path)
    try:
        archive = _archive(place)
    except OSError as error:
        raise RequestInvalid("path", f"cannot be read: {error.strerror}") from error
    if len(archive) > MAXIMUM_ARCHIVE:
        raise RequestInvalid(
            "path", f"makes an archive of {len(archive):,} bytes; a request carries {MAXIMUM_ARCHIVE:,} at most, so put it into COS"
        )
    return Code(zip_file=base64.b64encode(archive).decode("ascii"))


def _archive(place: Path) -> bytes:
    if place.is_dir():
        return _packed(place, _files(place))
    if place.stat().st_size <= 4 * MAXIMUM_ARCHIVE and zipfile.is_zipfile(place):
        return place.read_bytes()
    if place.suffix.lower() == ".zip" and place.stat().st_size <= 4 * MAXIMUM_ARCHIVE:
        # Packed as any other file it would be a broken archive inside a sound one.
        raise RequestInvalid("path", f"{place.name} is named as a zip archive and is none")
    return _packed(place.parent, [place])


def _files(folder: Path) -> Iterator[Path]:
    root = folder.resolve()
    found = False
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        for name in folders:
            if Path(directory, name).is_symlink():
                # Not followed it would be missing from the archive, followed it may never end.
                raise RequestInvalid("path", f"{Path(directory, name).relative_to(folder)} is a link to a folder")
        for name in sorted(name for name in names if not name.startswith(".")):
            file = Path(directory, name)
            if not file.resolve().is_relative_to(root):
                raise RequestInvalid("path", f"{file.relative_to(folder)} is a link that leads out of the folder")
            found = True
            yield file
    if not found:
        raise RequestInvalid("path", "is a folder without files")


def _packed(folder: Path, files: Iterator[Path] | list[Path]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if os.access(file, os.X_OK) else 0o100644) << 16
            with file.open("rb") as source, archive.open(entry, "w") as target:
                while chunk := source.read(1 << 20):
                    target.write(chunk)
                    if packed.tell() > MAXIMUM_ARCHIVE:
                        raise RequestInvalid("path", f"makes an archive of more than {MAXIMUM_ARCHIVE:,} bytes, so put it into COS")
    return packed.getvalue()
