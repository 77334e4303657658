"""Release record inside a product's wheel: the facts, inputs and changelog with which the next release is compared."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from email.parser import Parser
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from .. import naming
from ..diff.facts import FactSheet
from ..diff.specification import read_specification
from ..spec.document import Document
from ..spec.problems import Problem, SpecRefused

FOLDER: Final = "release"
"""Folder of the record, in the project and below `extra_metadata` of the wheel."""
_FACTS, _RECORD, _CHANGELOG = "facts.json", "record.json", "CHANGELOG.md"
_FORMAT: Final = 1
_PROSE: Final = frozenset({"description", "summary", "examples", "example", "x-tc-source", "x-tc-observed"})
_PROVENANCE: Final = b"# (sha256 "
"""Start of the header line that has the digest of the spec; it changes with every text of the definitions."""


@dataclass(frozen=True, slots=True)
class ReleaseOrigin:
    """Circumstances of a release.

    Attributes:
        inputs: Digest of everything that determines the wheel.
        generator: Digest of the generator.
        own_code: Digest of the code that a person wrote; empty without any.
        definitions: Name and version of the vendor's package; empty if unknown.
        core: Version of tencentkit that emitted the product.
        next_core: First later version of tencentkit that the wheel does not accept.
        contract: Number of the contract with tencentkit.
        prose: Whether the wheel has the vendor's descriptions.
        versions: API versions, the default one first.
    """

    inputs: str
    generator: str
    own_code: str
    definitions: str
    core: str
    next_core: str
    contract: int
    prose: bool
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReleasedWheel:
    """A wheel with its release record, read from its bytes."""

    name: str
    """File name."""
    version: str
    origin: ReleaseOrigin
    facts: Mapping[str, Document]
    """Comparable document of each API version."""
    changelog: str
    contents: Mapping[str, bytes]
    """Comparable content of each file that programs can see."""

    @classmethod
    def read(cls, name: str, data: bytes) -> ReleasedWheel:
        """Read a wheel. Raise `SpecRefused` if it has no valid record."""
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                files = {each: archive.read(each) for each in archive.namelist() if not each.endswith("/")}
            [metadata] = [each for each in files if each.endswith(".dist-info/METADATA") and each.count("/") == 1]
            base = f"{metadata.rpartition('/')[0]}/extra_metadata/{FOLDER}"
            record = json.loads(files[f"{base}/{_RECORD}"])
            if record.pop("format") != _FORMAT:
                raise SpecRefused(name, [Problem("", "has a release record of another format; use the generator that wrote it")])
            headers = Parser().parsestr(files[metadata].decode("utf-8"), headersonly=True)
            origin = ReleaseOrigin(**record | {"versions": tuple(record["versions"])})
            facts = _with_schemas(json.loads(files[f"{base}/{_FACTS}"]), files, origin.versions)
            changelog = files[f"{base}/{_CHANGELOG}"].decode("utf-8")
            return cls(name, headers["Version"], origin, facts, changelog, _contents(files, headers))
        except (KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
            what = f"has no valid release record: {error!r}; only wheels of `nox -s products-release` can be compared"
            raise SpecRefused(name, [Problem("", what)]) from error

    def sheets(self) -> dict[str, FactSheet]:
        """Return the facts of each API version. Raise `SpecRefused` if they are invalid."""
        return {version: read_specification(document, f"{self.name}, {version}") for version, document in self.facts.items()}


def write_record(project: Path, origin: ReleaseOrigin, documents: Mapping[str, Document], changelog: str) -> None:
    """Write the record into the folder of a project, for its wheel."""
    folder = project / FOLDER
    folder.mkdir(exist_ok=True)
    # `schemas.json` in the wheel has the schemas.
    facts = {version: _without_prose({**document, "components": _without_schemas(document)}) for version, document in documents.items()}
    (folder / _FACTS).write_text(_compact(facts), encoding="utf-8")
    (folder / _RECORD).write_text(_compact({"format": _FORMAT, **asdict(origin)}), encoding="utf-8")
    (folder / _CHANGELOG).write_text(changelog, encoding="utf-8")


def _without_schemas(document: Document) -> Document:
    return {key: value for key, value in document.get("components", {}).items() if key != "schemas"}


def _with_schemas(facts: Mapping[str, Document], files: Mapping[str, bytes], versions: tuple[str, ...]) -> dict[str, Document]:
    """Return the documents with the schemas from `schemas.json` of each API version."""
    [package] = {name.split("/")[1] for name in files if name.startswith("tencentkit_api/")}
    found = {}
    for number, version in enumerate(versions):
        folder = f"tencentkit_api/{package}" + (f"/{naming.version_package_name(version)}" if number else "")
        schemas = json.loads(files[f"{folder}/schemas.json"])
        document = facts[version]
        found[version] = {**document, "components": {**document["components"], "schemas": _without_prose(schemas, names=True)}}
    return found


def _without_prose(value: Any, *, names: bool = False) -> Any:
    """Return a JSON value without descriptions, examples and sources. With `names`, the keys of an object are names."""
    if isinstance(value, list):
        return [_without_prose(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _error_codes(each) if key == "x-tc-errors" else _without_prose(each, names=not names and key in ("properties", "paths"))
        for key, each in value.items()
        if names or key not in _PROSE
    }


def _error_codes(errors: Any) -> Any:
    return [{"code": row["code"]} for row in errors] if isinstance(errors, list) else errors


def _contents(files: Mapping[str, bytes], headers: Any) -> dict[str, bytes]:
    """Return what programs can see: the files of the packages, and dependencies without the range of the core."""
    found = {}
    for name, content in files.items():
        if ".dist-info/" not in name:
            found[name] = _without_provenance(content) if name.endswith((".py", ".pyi")) else content
        elif name.endswith(".dist-info/entry_points.txt"):
            found["entry_points.txt"] = content
    others = [line for line in headers.get_all("Requires-Dist", []) if not line.startswith(("tencentkit<", "tencentkit>"))]
    found["requirements"] = "\n".join([*sorted(others), str(headers["Requires-Python"])]).encode()
    return found


def _without_provenance(content: bytes) -> bytes:
    return b"\n".join(line for line in content.split(b"\n") if not line.startswith(_PROVENANCE))


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
