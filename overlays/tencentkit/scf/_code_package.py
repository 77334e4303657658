"""Code packages: the code of a function as a zip archive, built from files."""

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

# A request is at most 10 MB (protocol, section "Request"); 64 KiB are reserved for its other fields.
MAXIMUM_ARCHIVE = (10 * 1024 * 1024 - 64 * 1024) * 3 // 4
_EPOCH = (1980, 1, 1, 0, 0, 0)


def code_from_path(path: str | os.PathLike[str]) -> Code:
    """Return the `code` for `create_function` and `update_function_code`, or the `content` for `publish_layer_version`.

    The same files give the same bytes. `__pycache__` and names with a leading dot are excluded; file modes are kept.

    Args:
        path: A zip archive, which is uploaded unchanged; another file; or a folder, whose content is packed.

    Raises:
        RequestInvalid: The path is unreadable or empty, a `.zip` file is not an archive, a link points out of the folder, or the
            archive exceeds the size limit of a request.

    Source: docs/design/protocol.md, section "Request and size limits".
    """
    from tencentkit_api.scf.models import Code

    source = Path(path)
    try:
        archive = _archive(source)
    except OSError as error:
        raise RequestInvalid("path", f"cannot read {path}: {error.strerror}") from error
    if len(archive) > MAXIMUM_ARCHIVE:
        raise RequestInvalid("path", f"the archive has {len(archive):,} bytes, the limit is {MAXIMUM_ARCHIVE:,}: upload it to COS")
    return Code(zip_file=base64.b64encode(archive).decode("ascii"))


def _archive(source: Path) -> bytes:
    if source.is_dir():
        return _packed(source, _files(source))
    if source.stat().st_size <= 4 * MAXIMUM_ARCHIVE and zipfile.is_zipfile(source):
        return source.read_bytes()
    if source.suffix.lower() == ".zip" and source.stat().st_size <= 4 * MAXIMUM_ARCHIVE:
        # Packing it would put a broken archive into a valid one.
        raise RequestInvalid("path", f"{source.name} is not a zip archive")
    return _packed(source.parent, [source])


def _files(folder: Path) -> Iterator[Path]:
    root = folder.resolve()
    found = False
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        for name in folders:
            if Path(directory, name).is_symlink():
                # Skipped, its files would be missing; followed, a cycle never ends.
                raise RequestInvalid("path", f"{Path(directory, name).relative_to(folder)} is a link to a folder: copy the folder")
        for name in sorted(name for name in names if not name.startswith(".")):
            file = Path(directory, name)
            if not file.resolve().is_relative_to(root):
                raise RequestInvalid("path", f"{file.relative_to(folder)} is a link that points out of the folder")
            found = True
            yield file
    if not found:
        raise RequestInvalid("path", f"the folder {folder} has no files")


def _packed(folder: Path, files: Iterator[Path] | list[Path]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if os.access(file, os.X_OK) else 0o100644) << 16
            with file.open("rb") as content, archive.open(entry, "w") as target:
                while chunk := content.read(1 << 20):
                    target.write(chunk)
                    if packed.tell() > MAXIMUM_ARCHIVE:
                        raise RequestInvalid("path", f"the archive exceeds the limit of {MAXIMUM_ARCHIVE:,} bytes: upload it to COS")
    return packed.getvalue()
