"""Release of one product: convert, compare, decide the version, build, test, upload."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from ..diff.compare import Change, compare
from ..diff.surface import PACKAGES, read_surface
from ..emit.contract import CONTRACT
from ..emit.errors import EmitError
from ..product.installed import InstalledVersion
from ..product.project import CoreRange, ProductProject
from ..product.stages import Outcome, StageFailed
from ..product.wheel import run_tests
from ..release.fragments import python_names
from ..release.index import IndexReadError
from ..spec.build import RESULT
from ..spec.document import Document, read_document
from ..spec.problems import SpecRefused
from .changelog import extended, section
from .decision import FIRST, Decision, decide, needs_names
from .inputs import generator_digest, own_code_digest
from .published import PublishedProduct, PublishedWheels
from .record import FOLDER, ReleasedWheel, ReleaseOrigin, write_record
from .settings import ProductSettings
from .upload import publish

_GENERATED: Final = "tencentkit_api."


class ReleaseOutcome(StrEnum):
    """Outcome of the release of one product."""

    PUBLISHED = "published"
    IDENTICAL = "already published"
    BUILT = "built"
    """Not uploaded: a dry run, or a product with `publish = false`."""
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Task:
    """Release of one product, for a process of the pool.

    Attributes:
        inputs: Digest of everything that determines the wheel.
        definitions: Name and version of the vendor's package.
        work: Folder of projects, wheels, changelogs and downloads.
        is_check: Dry run: nothing is uploaded.
        compares_inputs: Stop early if the released wheel has the same inputs.
        allows_older: Accept older definitions or an older core than those of the released wheel.
    """

    settings: ProductSettings
    sources: tuple[InstalledVersion, ...]
    inputs: str
    definitions: str
    work: Path
    is_check: bool
    compares_inputs: bool
    allows_older: bool = False


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """Result of one product, a row of the summary and of the run's state.

    Attributes:
        released: Version before; empty without one.
        version: Version now.
        impact: Class of the changes: breaking, additive, internal; empty without changes.
        changes: Number of changes of each class.
        tests: Number of tests that passed.
        seconds: Duration.
        failed: Name of the failed stage.
        reasons: Causes of the failure.
    """

    name: str
    inputs: str
    outcome: str
    released: str = ""
    version: str = ""
    impact: str = ""
    changes: Mapping[str, int] | None = None
    tests: int = 0
    seconds: Mapping[str, float] | None = None
    failed: str = ""
    reasons: Sequence[str] = ()

    @property
    def is_done(self) -> bool:
        """Return whether a resumed run may skip the product."""
        return self.outcome != ReleaseOutcome.FAILED

    def to_dict(self) -> dict[str, Any]:
        """Return the fields."""
        return asdict(self)


def release_product(task: Task) -> ReleaseRow:
    """Release one product. Never raise for its faults: the row has the reasons."""
    os.environ.pop("SOURCE_DATE_EPOCH", None)  # it would change the bytes of the wheel
    settings = task.settings
    outcome = Outcome(settings.name, task.sources[0].version)
    releasing = _Releasing(task, outcome)
    try:
        return releasing.run()
    except (SpecRefused, EmitError, StageFailed, IndexReadError) as error:
        text = str(error)
    except Exception:  # noqa: BLE001  a fault of one product must not stop the others
        text = traceback.format_exc()
    log = task.work / "logs" / f"{settings.name}.txt"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text(f"{text}\n", encoding="utf-8")
    return ReleaseRow(
        settings.name,
        task.inputs,
        ReleaseOutcome.FAILED,
        releasing.found.version,
        failed=outcome.failed or "start",
        reasons=outcome.reasons or text.strip().splitlines()[-1:],
        seconds=outcome.seconds,
    )


def _ignore(_: str) -> None:
    pass


class _Releasing:
    """State of one release."""

    def __init__(self, task: Task, outcome: Outcome) -> None:
        self.task = task
        self.outcome = outcome
        self.published = PublishedWheels.from_environment(task.work / "wheels")
        self.found = PublishedProduct()
        self.project = ProductProject(
            task.work / "projects" / task.settings.name, task.settings.name, tuple(row.version for row in task.sources)
        )

    def run(self) -> ReleaseRow:
        task, project = self.task, self.project
        with self.outcome.stage("released", _ignore):
            self.found = self.published.find(project.distribution)
            released, unread = self._released()
        if task.compares_inputs and released is not None and released.origin.inputs == task.inputs:
            return self._row(ReleaseOutcome.UNCHANGED, released.version)
        if released is not None and not task.allows_older:
            with self.outcome.stage("released", _ignore):
                self._refuse_older(released.origin)
        write = self._generate()
        documents = {version: read_document(project.spec(version) / RESULT) for version in project.versions}
        origin = self._origin()
        with self.outcome.stage("decision", _ignore):
            write(self.found.version or FIRST, "")
            built = self._built(origin, documents, "")
            names = _changed_names(self.found.data, built) if released is not None and needs_names(released, built[1]) else ()
            decision = decide(released, built[1], names=names, minimum=task.settings.minimum, taken=self.found.versions, unread=unread)
        if not decision.is_needed:
            shutil.rmtree(project.folder)
            return self._row(ReleaseOutcome.UNCHANGED, decision.version)
        with self.outcome.stage("wheel", _ignore):
            new = section(_shown(decision), origin, _spelled(released, documents))
            write(decision.version, new)
            changelog = extended("" if released is None else released.changelog, project.distribution, new)
            wheel, _ = self._built(origin, documents, changelog)
            target = task.work / "changelogs" / f"{task.settings.name}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(changelog, encoding="utf-8")
        with self.outcome.stage("tests", _ignore):
            site = project.folder / "site"
            _unpack(wheel.read_bytes(), site)
            tests = sum(run_tests(project.folder, site, project.versions).values())
        result = ReleaseOutcome.BUILT
        wheel = self._kept(wheel)
        if not task.is_check and task.settings.publish:
            with self.outcome.stage("publish", _ignore):
                result = ReleaseOutcome.PUBLISHED if publish(wheel, self.published) else ReleaseOutcome.IDENTICAL
        shutil.rmtree(project.folder)
        return self._row(result, decision.version, decision, tests)

    def _released(self) -> tuple[ReleasedWheel | None, str]:
        """Return the newest published wheel, or its version if it has no record."""
        if not self.found.name:
            return None, ""
        try:
            return ReleasedWheel.read(self.found.name, self.found.data), ""
        except SpecRefused:
            return None, self.found.version

    def _refuse_older(self, released: ReleaseOrigin) -> None:
        """Raise `StageFailed` if this run would take back what the released wheel has, as a stale checkout or package does."""
        new = self._origin()
        cores = (f"tencentkit {released.core}", f"tencentkit {new.core}")
        for old, present in (cores, (released.definitions, new.definitions)):
            if is_older(present, old):
                reason = f"{self.found.name} is from {old}; this run has {present}"
                raise StageFailed(f"{reason}: install a newer version, or set --allow-older")

    def _generate(self) -> Callable[[str, str], None]:
        """Write facts, specs and code into a new project. Return the function that writes its other files for a version and its changes."""
        project, settings = self.project, self.task.settings
        shutil.rmtree(project.folder, ignore_errors=True)
        project.folder.mkdir(parents=True)
        if settings.overlays.is_dir():
            shutil.copytree(settings.overlays, project.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        project.refuse_clashes()
        with self.outcome.stage("facts", _ignore):
            for row in self.task.sources:
                project.convert_definitions(
                    row.version, row.folder, keep_prose=settings.keep_prose, report=_ignore, prose_from=settings.prose_from
                )
        with self.outcome.stage("spec", _ignore):
            project.build()
        with self.outcome.stage("code", _ignore):
            products = project.emit()
        argument = "".join(f" {version}" for version in settings.versions)
        return lambda version, changes: project.write(products, release=version, argument=argument, record=FOLDER, changes=changes)

    def _origin(self) -> ReleaseOrigin:
        task, core = self.task, CoreRange.current()
        return ReleaseOrigin(
            task.inputs,
            generator_digest(),
            own_code_digest(task.settings.overlays),
            task.definitions,
            core.lowest,
            core.next,
            CONTRACT,
            task.settings.keep_prose,
            self.project.versions,
        )

    def _built(self, origin: ReleaseOrigin, documents: Mapping[str, Document], changelog: str) -> tuple[Path, ReleasedWheel]:
        write_record(self.project.folder, origin, documents, changelog)
        wheel = build(self.project.folder)
        return wheel, ReleasedWheel.read(wheel.name, wheel.read_bytes())

    def _kept(self, wheel: Path) -> Path:
        """Move the wheel out of the project, in place of an older one."""
        folder = self.task.work / "dist" / self.task.settings.name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return Path(shutil.copy(wheel, folder / wheel.name))

    def _row(self, result: ReleaseOutcome, version: str, decision: Decision | None = None, tests: int = 0) -> ReleaseRow:
        impact = decision.impact if decision is not None else None
        counts: dict[str, int] = {}
        for change in decision.changes if decision is not None else ():
            counts[change.impact.word] = counts.get(change.impact.word, 0) + 1
        return ReleaseRow(
            self.task.settings.name,
            self.task.inputs,
            result,
            self.found.version,
            version,
            "" if impact is None or not self.found.version else impact.word,
            counts,
            tests,
            self.outcome.seconds,
        )


def is_older(present: str, released: str) -> bool:
    """Return whether the version at the end of `present` is lower than that of `released`, which must be of the same package."""
    (name, _, version), (other, _, before) = (text.rpartition(" ") for text in (present, released))
    numbers = [re.findall(r"\d+", text) for text in (version, before)]
    return name == other and all(numbers) and list(map(int, numbers[0])) < list(map(int, numbers[1]))


def build(folder: Path) -> Path:
    """Build the wheel of a project into `folder/dist`, in this process. Return it."""
    from hatchling.builders.wheel import WheelBuilder

    dist = folder / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    [wheel] = WheelBuilder(str(folder)).build(directory=str(dist), versions=["standard"])
    return Path(wheel)


def _unpack(data: bytes, folder: Path) -> None:
    """Unpack a wheel, which has only Python files and data, as an installer would."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        archive.extractall(folder)


def _changed_names(released: bytes, built: tuple[Path, ReleasedWheel]) -> list[Change]:
    """Return the changes of public Python names between two wheels."""
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / side for side in ("old", "new")]
        for folder, data in zip(folders, (released, built[0].read_bytes()), strict=True):
            _unpack(data, folder)
            for package in PACKAGES:
                (folder / package / "__init__.py").touch()
        return compare(*map(read_surface, folders))


def _shown(decision: Decision) -> Decision:
    """Return the decision without the names that follow from changed facts, which the facts describe better."""
    if not decision.facts:
        return decision
    own = [change for change in decision.names if not change.fact.where.startswith(_GENERATED)]
    return Decision(decision.version, decision.released, decision.impact, decision.wheel, decision.facts, own)


def _spelled(released: ReleasedWheel | None, documents: Mapping[str, Document]) -> dict[str, dict[str, str]]:
    """Return the Python spelling of each location, by API version."""
    old = {} if released is None else {version: python_names(document) for version, document in released.facts.items()}
    return {version: old.get(version, {}) | python_names(document) for version, document in documents.items()}
