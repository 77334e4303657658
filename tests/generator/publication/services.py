"""Small definitions of several products in the vendor's layout, their settings, and the command that releases them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

from generator.__main__ import main
from generator.publication.release import ReleaseRow
from tests.generator.convert import depot

Edit = Callable[[dict[str, Any]], None]


def _object(*members: dict[str, Any]) -> dict[str, Any]:
    return {"document": "", "type": "object", "members": list(members)}


def small_api(service: str, version: str = "2020-01-01") -> dict[str, Any]:
    """Return `api.json` of a product with two actions."""
    objects: dict[str, Any] = {
        "DescribeBoxesRequest": _object(depot.member("Limit", "int64", required=False, document="Value range: [1, 100]")),
        "DescribeBoxesResponse": _object(depot.member("TotalCount", "int64", output_required=True), depot.REQUEST_ID),
        "DropBoxRequest": _object(depot.member("BoxId", required=True)),
        "DropBoxResponse": _object(depot.REQUEST_ID),
    }
    actions = {
        name: {"name": "…", "document": "", "input": f"{name}Request", "output": f"{name}Response", "status": "online"}
        for name in ("DescribeBoxes", "DropBox")
    }
    metadata = {"apiVersion": version, "serviceShortName": service, "serviceNameCN": "…", "api_brief": None}
    return {"version": "1.0", "metadata": metadata, "actions": actions, "objects": objects}


def without_drop(api: dict[str, Any]) -> None:
    """Remove an action: a breaking change."""
    del api["actions"]["DropBox"], api["objects"]["DropBoxRequest"], api["objects"]["DropBoxResponse"]


def with_offset(api: dict[str, Any]) -> None:
    """Add an optional argument: an additive change."""
    api["objects"]["DescribeBoxesRequest"]["members"].append(depot.member("Offset", "int64", required=False))


def with_other_text(api: dict[str, Any]) -> None:
    """Change a text, which no program sees without prose."""
    api["actions"]["DropBox"]["document"] = "Other words."


@attrs.define
class Company:
    """Folder of a company: definitions, `products.toml`, files of a person, and the state of its releases."""

    folder: Path
    settings: str = ""
    definitions: Path | None = None
    """Definitions of the vendor, instead of small ones."""

    @property
    def services(self) -> Path:
        return self.folder / "definitions/services"

    @property
    def work(self) -> Path:
        return self.folder / "build/products-release"

    def define(self, service: str, *edits: Edit, version: str = "2020-01-01", api: Any = None) -> None:
        """Write the definitions of a product version."""
        content = small_api(service, version) if api is None else api
        for edit in edits:
            edit(content)
        depot.written(
            self.services / service / f"v{version.replace('-', '')}", api_json=content, examples_json={"version": "1.0", "actions": {}}
        )

    def order(self, **versions: list[str]) -> None:
        """Write the vendor's order of versions, and the version of the package."""
        (self.services / "__init__.py").write_text(f"SERVICE_VERSIONS = {versions!r}\n", encoding="utf-8")

    def release(self, *arguments: str, jobs: int = 1) -> int:
        """Run the command in this process, unless `jobs` is more than 1. Return its exit code."""
        self.folder.mkdir(exist_ok=True)
        config = self.folder / "products.toml"
        config.write_text(self.settings, encoding="utf-8")
        command = [
            "products-release",
            *arguments,
            "--config",
            str(config),
            "--definitions",
            str(self.definitions or self.services),
            "--jobs",
            str(jobs),
        ]
        return main(command)

    def publish_built(self) -> None:
        """Take the built wheels as the published ones, which a dry run without an index compares with."""
        for wheel in self.work.glob("dist/*/*.whl"):
            (self.work / "wheels").mkdir(exist_ok=True)
            shutil.copy(wheel, self.work / "wheels")

    def wheels(self) -> Mapping[str, bytes]:
        """Return the built wheels."""
        return {wheel.name: wheel.read_bytes() for wheel in self.work.glob("dist/*/*.whl")}

    def changelog(self, service: str) -> str:
        return (self.work / f"changelogs/{service}.md").read_text(encoding="utf-8")


def rows(output: str) -> dict[str, ReleaseRow]:
    """Return the rows that `--json` printed, by product."""
    found = [ReleaseRow(**json.loads(line)) for line in output.splitlines()]
    return {row.name: row for row in found}
