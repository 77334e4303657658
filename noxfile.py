"""Every task of this project, one session each; `nox --list` shows them.

`pip install nox && nox -s tests` is enough on a machine with nothing but a Python; with `pip install 'nox[uv]'` it is three times faster.
A bare `nox` runs the sessions that a change must pass. An interpreter that is not installed is skipped, and nox says so;
`--error-on-missing-interpreters` makes it an error. What follows `--` goes on to pytest, twine or the demo.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nox

nox.needs_version = ">=2026.4.10"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["check", "lint", "types", "tests"]

ROOT = Path(__file__).parent
CONSTRAINTS = ROOT / "constraints.txt"
PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = ["3.11", "3.12", "3.13"]
SPEC = Path("spec/scf/2018-04-16")
EXTRAS = "cli,fast,migrate,otel,progress,redis,testing"
WORKSHOP = ("tests/docs", "tests/generator", "tests/migrate", "tests/packaging")
"""Tests of what runs where we work, not where our users do: on one Python is enough."""
PARALLEL = ("-n", "2", "--dist", "worksteal")


def groups(session: nox.Session, *names: str) -> None:
    """Install dependency groups in the versions of constraints.txt."""
    session.install("-c", str(CONSTRAINTS), *nox.project.dependency_groups(PYPROJECT, *names))


def made(session: nox.Session) -> Path:
    """The folder in which `wheel` leaves the wheel and the sdist."""
    return session.cache_dir.resolve() / "dist"


def wheel_of(folder: Path) -> Path:
    """The one wheel in `folder`."""
    [wheel] = folder.glob("*.whl")
    return wheel


def build_into(session: nox.Session, folder: Path) -> None:
    """Build the sdist, and the wheel from that sdist, into `folder`, which is emptied before."""
    shutil.rmtree(folder, ignore_errors=True)
    # The session's own hatchling, which constraints.txt pins: an isolated build would take the newest.
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT), silent=True)


@nox.session(default=False)
def wheel(session: nox.Session) -> None:
    """Build what `tests`, `lowest`, `types`, `record` and `demo` install."""
    groups(session, "build")
    build_into(session, made(session))


def install(session: nox.Session, dist: Path) -> None:
    """Install the wheel in `dist` with what its extras need."""
    wheel = str(wheel_of(dist))
    session.install("-c", str(CONSTRAINTS), f"{wheel}[{EXTRAS}]")
    # In an environment that is used again (nox -r) pip would keep the last wheel, because its version is the same.
    session.install("--force-reinstall", "--no-deps", wheel)


def install_for_tests(session: nox.Session, *more: str) -> dict[str, str]:
    """Install the wheel and the tests' tools; returns the environment for pytest."""
    groups(session, "test", *more)
    install(session, made(session))
    # tests/packaging reads it: the packages must come from site-packages, and these files are the ones to check.
    return {"TENCENTKIT_DIST": str(made(session))}


@nox.session(python=PYTHONS, requires=["wheel"])
def tests(session: nox.Session) -> None:
    """Run the tests against the installed wheel."""
    environment = install_for_tests(session, "packaging", "generator", "types", "vendor")
    if session.python == PYTHONS[0]:
        chosen = ["-m", "not long"]
        environment |= definitions(session)
    else:
        chosen = ["-m", "not slow and not long", *(f"--ignore={folder}" for folder in WORKSHOP)]
    session.run("pytest", *PARALLEL, *chosen, *session.posargs, env=environment)


@nox.session(python=PYTHONS[0], requires=["wheel"], default=False)
def long(session: nox.Session) -> None:
    """Run the tests that take minutes: a release and its upgrade, a stranger's first hour, `check`, edits beside mypy."""
    environment = install_for_tests(session, "packaging", "generator", "types", "vendor") | definitions(session)
    session.run("pytest", "-m", "long", *session.posargs, env=environment)


@nox.session(python=PYTHONS[0], requires=["wheel"], default=False, venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """Run the SDK's tests with the lowest dependencies that pyproject.toml allows (needs uv)."""
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(line for extra in EXTRAS.split(",") for line in extras[extra])]
    session.install("--resolution", "lowest-direct", *wanted, str(wheel_of(made(session))))
    freeze = session.run("uv", "pip", "freeze", "--quiet", "--exclude", "tencentkit", silent=True)
    lows = dict(line.split("==") for line in str(freeze).splitlines())
    print("lowest:", *(f"{name} {version}" for name, version in lows.items()))
    # The tests' tools must not lift what was just installed: here those versions stand in for the pinned ones.
    pinned = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    # The packages that come along with opentelemetry-api each want the others in one version, and theirs of protobuf.
    along = ("opentelemetry-", "protobuf", "googleapis-")
    pins = [line for line in pinned if line.partition("==")[0] not in lows and not line.startswith(along)]
    # Not in create_tmp, which would be the tests' folder for temporary files, too, and inside of this project.
    constraints = session.cache_dir.resolve() / "lowest.txt"
    constraints.write_text("\n".join([*pins, *(f"{name}=={version}" for name, version in lows.items())]), encoding="utf-8")
    session.install("-c", str(constraints), *nox.project.dependency_groups(PYPROJECT, "test"))
    left_out = [f"--ignore={folder}" for folder in WORKSHOP]
    session.run("pytest", *PARALLEL, *left_out, *session.posargs)


def generate(session: nox.Session, root: Path) -> None:
    """Transcribe the pages, convert the definitions, build the spec and emit the code in the tree at `root`."""
    pages = sorted(path.relative_to(root) for path in (root / SPEC / "pages").glob("*.txt"))
    service, version = SPEC.parts[-2:]
    source = Path(definitions(session)["TENCENTKIT_DEFINITIONS_ZH"]) / service / f"v{version.replace('-', '')}"
    product = ["--service", service, "--version", version]
    with session.chdir(root):
        for arguments in (
            ["transcribe", "--prose", "keep", *map(str, pages), "--output", str(SPEC / "transcribed.json")],
            ["convert", str(source), *product, "--examples", "drop", "--output", str(SPEC / "converted.json")],
            ["build", str(SPEC)],
            ["emit", str(SPEC / "openapi.json"), "--output", "generated"],
        ):
            session.run("python", "-m", "generator", *arguments, env={"PYTHONPATH": str(ROOT)})


@nox.session(default=False)
def regenerate(session: nox.Session) -> None:
    """Write the facts, openapi.json and generated/ anew, then say what that changes: changelog.d/ and the version to come."""
    groups(session, "generator")
    generate(session, ROOT)
    session.run("python", "-m", "generator", "changes")
    session.run("python", "-m", "generator", "affected")


@nox.session
def check(session: nox.Session) -> None:
    """Fail when a committed product differs from what its sources give."""
    groups(session, "generator")
    anew = Path(session.create_tmp()).resolve() / "anew"
    shutil.rmtree(anew, ignore_errors=True)
    shutil.copytree(ROOT / SPEC, anew / SPEC)
    generate(session, anew)
    report = list(differences(ROOT, anew))
    if report:
        print(*report, sep="\n")
        session.error("what is committed is not what its sources give; after a change of the sources run: nox -s regenerate")
    session.run("python", "-m", "generator", "changes", "--check")
    session.run("python", "-m", "generator", "affected")


def differences(committed: Path, anew: Path) -> Iterator[str]:
    """The unified diff from the committed products to the new ones, files on one side only included."""
    products = {path.relative_to(tree) for tree in (committed, anew) for path in (tree / "generated").rglob("*") if path.is_file()}
    products = {path for path in products if "__pycache__" not in path.parts}
    for product in sorted(products | {SPEC / name for name in ("transcribed.json", "converted.json", "openapi.json")}):
        old, new = (lines(tree / product) for tree in (committed, anew))
        if old != new:
            label = str(product)
            names = (label if old is not None else os.devnull, label if new is not None else os.devnull)
            # An empty file on one side only gives no hunk: the two names must show even so.
            yield from list(difflib.unified_diff(old or [], new or [], *names, lineterm="")) or [f"--- {names[0]}", f"+++ {names[1]}"]


def lines(path: Path) -> list[str] | None:
    """The lines of a file with their ends made visible, or None where there is no file."""
    if not path.exists():
        return None
    text = path.read_bytes().decode("utf-8")
    whole = text.endswith("\n") or not text
    return [*text.replace("\r", "\\r").splitlines(), *([] if whole else ["\\ No newline at end of file"])]


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, import directions, declared dependencies and spelling."""
    groups(session, "lint", "generator")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", env={"PYTHONPATH": os.pathsep.join(("overlays", "generated", "."))})
    session.run("deptry", "overlays", "generated")
    session.run("codespell")


@nox.session(requires=["wheel"])
def types(session: nox.Session) -> None:
    """Check the types of the sources, of the wheel's surface, and of what users may and may not write."""
    groups(session, "types", "generator")
    install(session, made(session))
    session.run("mypy")
    session.run("pyright")
    session.run("python", "tests/typing/check.py")
    # With the venv's python first on PATH, as nox has it; with --pythonpath pyright finds no py.typed.
    session.run("pyright", "--verifytypes", "tencentkit", "--ignoreexternal")


def build_checked(session: nox.Session) -> list[Path]:
    """Wheel and sdist in dist/, checked: built twice alike, the sdist gives the same wheel, nothing in it but the two packages."""
    dist = ROOT / "dist"
    build_into(session, dist)
    files = sorted(dist.iterdir())
    session.run("twine", "check", "--strict", *map(str, files))
    # The wheel in dist/ came out of the sdist; these tests build both anew from a copy of the tree and compare bytes.
    install(session, dist)
    checks = ("tests/packaging/test_builds.py", "tests/packaging/test_wheel.py", "tests/packaging/test_installed.py")
    session.run("pytest", "-q", *checks, env={"TENCENTKIT_DIST": str(dist)})
    for file in files:
        print(hashlib.sha256(file.read_bytes()).hexdigest(), file.name)
    return files


@nox.session(default=False)
def build(session: nox.Session) -> None:
    """Build wheel and sdist into dist/, check them, and print names and digests."""
    groups(session, "packaging", "test")
    build_checked(session)


def index_settings(session: nox.Session) -> dict[str, str]:
    """The index that the environment names, by twine's names or uv's."""
    settings = {
        f"TWINE_{name}": os.environ.get(f"TWINE_{name}") or os.environ.get(f"UV_PUBLISH_{other}", "")
        for name, other in {"REPOSITORY_URL": "URL", "USERNAME": "USERNAME", "PASSWORD": "PASSWORD"}.items()
    }
    missing = [name for name, value in settings.items() if not value]
    if missing:
        session.error(
            f"publish needs {', '.join(missing)} (or UV_PUBLISH_URL, UV_PUBLISH_USERNAME, UV_PUBLISH_PASSWORD) in the environment"
        )
    address = settings["TWINE_REPOSITORY_URL"]
    if re.match(r"[^/]*//[^/]*@", address):
        session.error("TWINE_REPOSITORY_URL holds a user name; give it as TWINE_USERNAME and TWINE_PASSWORD")
    # Where the index shows what it has; most have it below the address that takes uploads.
    return settings | {"TWINE_CHECK_URL": os.environ.get("UV_PUBLISH_CHECK_URL") or f"{address.rstrip('/')}/simple/"}


def absent(session: nox.Session, files: list[str], settings: dict[str, str]) -> list[str]:
    """Those of the files that the index does not have; a name that it has with other bytes ends the session."""
    found = session.run("python", "-m", "generator", "index", *files, env=settings, silent=True)
    return str(found).split("\n")[:-1]


def upload(session: nox.Session, files: list[str], settings: dict[str, str]) -> None:
    """Upload what the index does not have yet, and read it back."""
    session.run("twine", "check", "--strict", *files)
    wanted = absent(session, files, settings)
    if wanted:
        session.run("twine", "upload", "--non-interactive", "--disable-progress-bar", *wanted, env=settings)
        if left := absent(session, files, settings):
            session.error(f"uploaded, but the index does not show: {', '.join(left)}")
    for file in map(Path, files):
        how = "published" if str(file) in wanted else "was there already"
        print(f"{how}: {file.name} sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}")


@nox.session(default=False)
def publish(session: nox.Session) -> None:
    """Upload what `build` made, or the files after `--`, to the index that the environment names; what is there already stays."""
    settings = index_settings(session)
    files = session.posargs or sorted(map(str, (ROOT / "dist").glob("*")))
    if not files:
        session.error("dist/ is empty; run first: nox -s build")
    groups(session, "build")
    upload(session, files, settings)


def old_callers(session: nox.Session, *, may_fail: bool) -> None:
    """Run the last release's programs and tests, and check their types, against the wheel that is installed."""
    folder = ROOT / "released" / "callers"
    codes = [0, 1] if may_fail else [0]
    # Its own `tests`, not ours, is what its files import.
    paths = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), "-o", f"pythonpath={folder}", str(folder)]
    session.run("pytest", "-q", "-m", "not slow", *paths, success_codes=codes)
    programs = [*map(str, sorted(folder.glob("tests/callers/*.py"))), str(folder / "tests/typing/accepted.py")]
    # No configuration file, and from elsewhere: the project's own one points at the source tree.
    with session.chdir(folder):
        session.run("mypy", "--strict", "--config-file=", *programs, success_codes=codes)


def since_release(session: nox.Session) -> dict[str, Any]:
    """What changed since the last release, and whether the version says so."""
    told = session.run("python", "-m", "generator", "changes", "--check", "--json", silent=True, success_codes=[0, 1])
    return dict(json.loads(str(told)))


@nox.session(requires=["wheel"], default=False)
def callers(session: nox.Session) -> None:
    """Run the callers of the last release against this tree's wheel; they may fail where the version says that something breaks."""
    groups(session, "generator", "test", "types")
    since = since_release(session)
    if since["released"] is None:
        session.skip("nothing was released yet")
    install(session, made(session))
    old_callers(session, may_fail=since["class"] == "breaking")


def refuse_uncommitted(session: nox.Session) -> None:
    """End the session where git does not have all that would be published; what a release that broke off left is its own."""
    own = [f":(exclude){name}" for name in ("CHANGELOG.md", "changelog.d", "released")]
    if left := session.run("git", "status", "--porcelain", "--", ".", *own, external=True, silent=True):
        session.error(f"what is published must be in a commit, and this is in none:\n{left}")


@nox.session(default=False)
def release(session: nox.Session) -> None:
    """Check the version, build, run the last release's callers, publish, record (docs/releasing.md); `-- --check` publishes nothing."""
    checking = "--check" in session.posargs
    settings = {} if checking else index_settings(session)
    if not checking:
        refuse_uncommitted(session)
    groups(session, "generator", "packaging", "release", "test", "types")
    since = since_release(session)
    version = since["version"]
    if problems := since.get("problems"):
        session.error("; ".join(problems))
    session.run("python", "-m", "generator", "affected")
    if not checking and any((ROOT / "changelog.d").glob("*.md")):
        session.run("towncrier", "build", "--yes", "--version", version)
    if not checking and f"\n## {version}" not in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"):
        session.error(f"CHANGELOG.md says nothing of {version}, and changelog.d/ is empty")
    files = list(map(str, build_checked(session)))
    if since["released"] is not None:
        old_callers(session, may_fail=since["class"] == "breaking")
    if checking:
        return
    upload(session, files, settings)
    session.run("python", "-m", "generator", "record", *files)
    print(f'{version} is published; keep what this left: git add --all && git commit -m "Release {version}" && git tag v{version}')


@nox.session(requires=["wheel"], default=False)
def record(session: nox.Session) -> None:
    """Record the cassettes of tests/cassettes anew; `-- --live` records from the real service."""
    environment = install_for_tests(session)
    session.run("pytest", "-m", "vcr", "--record-mode=rewrite", "tests/cassettes", *session.posargs, env=environment)


@nox.session(requires=["wheel"], default=False)
def bench(session: nox.Session) -> None:
    """Measure: `-- calls`, `-- throttle`, `-- pages`, `-- pages-simulation`; each tells of its options with `--help`."""
    groups(session, "bench", "test")
    install(session, made(session))
    session.run("python", "-m", "bench", *session.posargs)


@nox.session(requires=["wheel"], default=False)
def soak(session: nox.Session) -> None:
    """A million calls with random faults; `-- --calls N` for fewer."""
    groups(session, "test")
    install(session, made(session))
    session.run("python", "-m", "bench", "soak", *session.posargs)


def definitions(session: nox.Session) -> dict[str, str]:
    """Unpack the vendor's definitions, each language in a folder of its own; returns the environment that names the folders."""
    environment = {}
    for language, group in (("EN", "corpus-en"), ("ZH", "corpus")):
        [pin] = nox.project.dependency_groups(PYPROJECT, group)
        folder = session.cache_dir.resolve() / pin.replace("==", "-")
        if not (folder / "tccli" / "services").is_dir():
            session.install("--no-deps", "--target", str(folder), pin)
        environment[f"TENCENTKIT_DEFINITIONS_{language}"] = str(folder / "tccli" / "services")
    return environment


@nox.session(default=False)
def corpus(session: nox.Session) -> None:
    """Read every action of the vendor's definitions back from a page that is written of it, and write docs/corpus.md."""
    groups(session, "generator")
    arguments = session.posargs or ("--output", "docs/corpus.md")
    session.run("python", "-m", "tests.generator.corpus", *arguments, env=definitions(session))


@nox.session(default=False)
def products(session: nox.Session) -> None:
    """Take every product of the vendor's definitions through the generator, ten through mypy, requests beside the vendor's SDK."""
    groups(session, "generator", "types", "vendor")
    project = PYPROJECT["project"]
    session.install("-c", str(CONSTRAINTS), *project["dependencies"], *project["optional-dependencies"]["testing"])
    session.install("--no-deps", *nox.project.dependency_groups(PYPROJECT, "corpus", "vendor-all"))
    arguments = session.posargs or ("--mypy", "--requests", "1000", "--output", "docs/products.md")
    session.run("python", "-m", "tests.generator.products", *arguments)


@nox.session(default=False)
def watch(session: nox.Session) -> None:
    """Compare the shipped spec with newer pages: `-- FOLDER`."""
    groups(session, "generator")
    session.run("python", "-m", "generator", "watch", str(SPEC), *session.posargs, success_codes=[0, 1, 2])


@nox.session(default=False)
def mutations(session: nox.Session) -> None:
    """Mutation-test the spec diff with 500 edits, and write the table of docs/design/compatibility.md; `-- --seeds N` for fewer."""
    groups(session, "generator", "types")
    session.install("-c", str(CONSTRAINTS), *PYPROJECT["project"]["dependencies"])
    session.run("python", "-m", "tests.generator.diff.mutations", *(session.posargs or ["--write"]))


@nox.session(name="definitions-diff", default=False)
def definitions_diff(session: nox.Session) -> None:
    """Diff all products of two versions of the vendor's tool, beside a plain recount: `-- OLD NEW`, such as 3.1.100.1 3.1.189.1."""
    groups(session, "generator")
    versions = session.posargs or ["3.1.100.1", "3.1.189.1"]
    folders = [Path(session.create_tmp()).resolve() / version for version in versions]
    for folder, version in zip(folders, versions, strict=True):
        # Not into the environment, whose name two versions could not share; of nothing in it a copy is kept.
        session.install("--no-deps", "--target", str(folder), f"tccli=={version}")
    # The table of the page is that of the two versions named here.
    session.run("python", "-m", "tests.generator.diff.definitions", *map(str, folders), *([] if session.posargs else ["--write"]))


@nox.session(requires=["wheel"], default=False)
def product(session: nox.Session) -> None:
    """Make a product's spec, code, tests and wheel: `-- cvm`, with what `python -m generator product --help` tells; into build/<name>."""
    if not session.posargs:
        session.error("name a product: nox -s product -- cvm")
    name, *arguments = session.posargs
    folder = ROOT / "build" / name
    if "--output" in arguments:
        place = arguments.index("--output")
        folder = Path(arguments[place + 1]).resolve()
        del arguments[place : place + 2]
    groups(session, "generator", "build", "test")
    # The definitions come as a package; --no-deps, for the vendor's whole SDK is what it depends on.
    session.install("--no-deps", *nox.project.dependency_groups(PYPROJECT, "corpus"))
    session.run("python", "-m", "generator", "product", name, *arguments, "--output", str(folder))
    dist = folder / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(dist), str(folder), silent=True)
    install(session, made(session))
    session.install("--no-deps", "--force-reinstall", str(wheel_of(dist)))
    with session.chdir(folder):
        session.run("pytest", "-q", "tests")
    print(wheel_of(dist))


@nox.session(default=False)
def docs(session: nox.Session) -> None:
    """Build the documentation site into build/site; `-- serve` shows it while it is written."""
    groups(session, "docs", "generator")
    arguments = session.posargs or ["build", "--quiet"]
    session.run("mkdocs", *arguments, env={"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)})


@nox.session(requires=["docs", "wheel"], default=False)
def browser(session: nox.Session) -> None:
    """Look at the site and at the fake's page in a real Chromium; screenshots go to build/screens."""
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
            session.error("chromium and chromedriver are needed: on Debian apt-get install chromium chromium-driver")
        session.run("apt-get", "update", "--quiet", external=True, silent=True)
        session.run("apt-get", "install", "--yes", "--quiet", "chromium", "chromium-driver", external=True, silent=True)
    groups(session, "browser")
    install(session, made(session))
    session.run("pytest", "tests/browser", *session.posargs)


@nox.session(requires=["regenerate", "wheel"], default=False)
def demo(session: nox.Session) -> None:
    """Regenerate the SDK, build it, install it into an environment of its own and show it at work."""
    groups(session, "demo")
    install(session, made(session))
    session.run("python", "demo/demo.py", *session.posargs)
