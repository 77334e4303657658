"""Tasks of this project, one session each; `nox --list` shows them.

`pip install nox && nox -s tests` needs only a Python; with `pip install 'nox[uv]'` it is three times faster. `nox` alone runs the sessions
that a change must pass. nox skips a missing interpreter with a message; with `--error-on-missing-interpreters` it fails.
Arguments after `--` belong to pytest, twine or the demo.
"""

from __future__ import annotations

import contextlib
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
LINTERS = {"@redocly/cli": "2.77.0", "@stoplight/spectral-cli": "6.16.3"}
"""Linters of `spec-lint`, which npx runs."""
LINTED_PRODUCTS = ("cvm", "sts")
"""Products of `spec-lint` beside scf; sts has actions without a signature."""
DEVELOPMENT_TESTS = ("tests/docs", "tests/generator", "tests/migrate", "tests/packaging", "tests/structure")
"""Tests of development tools, which run on one Python only."""
PARALLEL = ("-n", "2", "--dist", "worksteal")


def install_groups(session: nox.Session, *names: str) -> None:
    """Install dependency groups in the versions of constraints.txt."""
    session.install("-c", str(CONSTRAINTS), *nox.project.dependency_groups(PYPROJECT, *names))


def dist_of(session: nox.Session) -> Path:
    """Return the folder of the wheel and the sdist that `wheel` builds."""
    return session.cache_dir.resolve() / "dist"


def wheel_of(folder: Path) -> Path:
    """Return the only wheel in `folder`."""
    [wheel] = folder.glob("*.whl")
    return wheel


def build_into(session: nox.Session, folder: Path) -> None:
    """Empty `folder`; build the sdist into it, and the wheel from that sdist."""
    shutil.rmtree(folder, ignore_errors=True)
    # constraints.txt pins the session's hatchling; an isolated build would use the newest.
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT), silent=True)


@nox.session(default=False)
def wheel(session: nox.Session) -> None:
    """Build the wheel and the sdist that other sessions install."""
    install_groups(session, "build")
    build_into(session, dist_of(session))


def install(session: nox.Session, dist: Path) -> None:
    """Install the wheel in `dist` with its extras."""
    wheel = str(wheel_of(dist))
    session.install("-c", str(CONSTRAINTS), f"{wheel}[{EXTRAS}]")
    # In a reused environment (nox -r) pip would keep the previous wheel, because its version is the same.
    session.install("--force-reinstall", "--no-deps", wheel)


def install_for_tests(session: nox.Session, *more: str) -> dict[str, str]:
    """Install the wheel and the tools of the tests; return the environment variables for pytest."""
    install_groups(session, "test", *more)
    install(session, dist_of(session))
    # tests/packaging checks these files, and that the packages come from site-packages.
    return {"TENCENTKIT_DIST": str(dist_of(session))}


@nox.session(python=PYTHONS, requires=["wheel"])
def tests(session: nox.Session) -> None:
    """Run the tests against the installed wheel."""
    environment = install_for_tests(session, "mocks", "packaging", "generator", "types", "vendor")
    if session.python == PYTHONS[0]:
        install_groups(session, "tables")
        chosen = ["-m", "not long"]
        environment |= definitions(session)
    else:
        chosen = ["-m", "not slow and not long", *(f"--ignore={folder}" for folder in DEVELOPMENT_TESTS)]
    session.run("pytest", *PARALLEL, *chosen, *session.posargs, env=environment)
    if not session.posargs:
        folders = [f"tests/{folder}" for folder in ("transport", "faults", "credentials", "hooks")]
        session.run("pytest", *PARALLEL, "-m", "not slow and not long", *folders, env=environment | {"TENCENTKIT_HTTP_ENGINE": "httpx2"})


@nox.session(python=PYTHONS[0], requires=["wheel"], default=False)
def long(session: nox.Session) -> None:
    """Run the tests that take minutes: a release and its upgrade, the first hour of a new user, `check`, edits compared with mypy."""
    environment = install_for_tests(session, "packaging", "generator", "types", "vendor") | definitions(session)
    environment["TENCENTKIT_DEFINITIONS_OLDER"] = str(unpack_definitions(session, "corpus-older") / "tccli" / "services")
    session.run("pytest", "-m", "long", *session.posargs, env=environment)


@nox.session(python=PYTHONS[0], requires=["wheel"], default=False, venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """Run the SDK's tests with the lowest dependencies that pyproject.toml allows (needs uv)."""
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(line for extra in EXTRAS.split(",") for line in extras[extra])]
    session.install("--resolution", "lowest-direct", *wanted, str(wheel_of(dist_of(session))))
    freeze = session.run("uv", "pip", "freeze", "--quiet", "--exclude", "tencentkit", silent=True)
    lows = dict(line.split("==") for line in str(freeze).splitlines())
    print("lowest:", *(f"{name} {version}" for name, version in lows.items()))
    # The tools of the tests must not upgrade these packages, so the constraints have the lowest versions instead of the pinned ones.
    pinned = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    # The packages of opentelemetry-api require each other in one version, and a matching protobuf.
    related = ("opentelemetry-", "protobuf", "googleapis-")
    pins = [line for line in pinned if line.partition("==")[0] not in lows and not line.startswith(related)]
    # Not in create_tmp, which the tests would use for temporary files, inside of this project.
    constraints = session.cache_dir.resolve() / "lowest.txt"
    constraints.write_text("\n".join([*pins, *(f"{name}=={version}" for name, version in lows.items())]), encoding="utf-8")
    session.install("-c", str(constraints), *nox.project.dependency_groups(PYPROJECT, "test"))
    ignored = [f"--ignore={folder}" for folder in DEVELOPMENT_TESTS]
    session.run("pytest", *PARALLEL, *ignored, *session.posargs)


def generate(session: nox.Session, root: Path) -> None:
    """Transcribe pages, convert definitions, build the spec and emit the code in the tree at `root`."""
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
    """Regenerate facts, openapi.json and generated/; then report the changes in changelog.d/ and the next version."""
    install_groups(session, "generator")
    generate(session, ROOT)
    session.run("python", "-m", "generator", "changes")
    session.run("python", "-m", "generator", "affected")


@nox.session
def check(session: nox.Session) -> None:
    """Fail if committed generator output differs from a new run."""
    install_groups(session, "generator")
    fresh = Path(session.create_tmp()).resolve() / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(ROOT / SPEC, fresh / SPEC)
    generate(session, fresh)
    report = list(differences(ROOT, fresh))
    if report:
        print(*report, sep="\n")
        session.error("committed files differ from generator output; run: nox -s regenerate")
    session.run("python", "-m", "generator", "changes", "--check")
    session.run("python", "-m", "generator", "affected")


def differences(committed: Path, fresh: Path) -> Iterator[str]:
    """Yield the unified diff from committed to fresh generator output, including files that only one side has."""
    products = {path.relative_to(tree) for tree in (committed, fresh) for path in (tree / "generated").rglob("*") if path.is_file()}
    products = {path for path in products if "__pycache__" not in path.parts}
    for product in sorted(products | {SPEC / name for name in ("transcribed.json", "converted.json", "openapi.json")}):
        old, new = (lines(tree / product) for tree in (committed, fresh))
        if old != new:
            label = str(product)
            names = (label if old is not None else os.devnull, label if new is not None else os.devnull)
            # An empty file on one side only has no hunk, but the report must name it.
            yield from list(difflib.unified_diff(old or [], new or [], *names, lineterm="")) or [f"--- {names[0]}", f"+++ {names[1]}"]


def lines(path: Path) -> list[str] | None:
    """Return the lines of a file with visible carriage returns and line ends, or None if the file is missing."""
    if not path.exists():
        return None
    text = path.read_bytes().decode("utf-8")
    whole = text.endswith("\n") or not text
    return [*text.replace("\r", "\\r").splitlines(), *([] if whole else ["\\ No newline at end of file"])]


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, import directions, declared dependencies and spelling."""
    install_groups(session, "lint", "generator")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", env={"PYTHONPATH": os.pathsep.join(("overlays", "generated", "."))})
    session.run("deptry", "overlays", "generated")
    session.run("codespell")


@nox.session(requires=["wheel"], default=False)
def structure(session: nox.Session) -> None:
    """Print import cycles, modules of a call, ambiguous class names, long sentences and stale references."""
    install_for_tests(session)
    session.run("python", "-m", "tests.structure")


@nox.session(requires=["wheel"])
def types(session: nox.Session) -> None:
    """Check the types of the sources, of the wheel's public names, and of programs that must pass or fail."""
    install_groups(session, "types", "generator", "build")
    install(session, dist_of(session))
    session.run("mypy")
    session.run("pyright")
    session.run("python", "tests/typing/check.py")
    # nox puts the environment's python first on PATH; with --pythonpath pyright finds no py.typed.
    session.run("pyright", "--verifytypes", "tencentkit", "--ignoreexternal")


def build_checked(session: nox.Session) -> list[Path]:
    """Build wheel and sdist into dist/; check that builds are reproducible and contain only the two packages."""
    dist = ROOT / "dist"
    build_into(session, dist)
    files = sorted(dist.iterdir())
    session.run("twine", "check", "--strict", *map(str, files))
    # The wheel in dist/ is built from the sdist; these tests build both from a copy of the tree and compare bytes.
    install(session, dist)
    checks = ("tests/packaging/test_builds.py", "tests/packaging/test_wheel.py", "tests/packaging/test_installed.py")
    session.run("pytest", "-q", *checks, env={"TENCENTKIT_DIST": str(dist)})
    for file in files:
        print(hashlib.sha256(file.read_bytes()).hexdigest(), file.name)
    return files


@nox.session(default=False)
def build(session: nox.Session) -> None:
    """Build wheel and sdist into dist/, check them, and print names and digests."""
    install_groups(session, "packaging", "test")
    build_checked(session)


def index_settings(session: nox.Session) -> dict[str, str]:
    """Return the index settings of the environment, from the variables of twine or uv."""
    settings = {
        f"TWINE_{name}": os.environ.get(f"TWINE_{name}") or os.environ.get(f"UV_PUBLISH_{other}", "")
        for name, other in {"REPOSITORY_URL": "URL", "USERNAME": "USERNAME", "PASSWORD": "PASSWORD"}.items()
    }
    missing = [name for name, value in settings.items() if not value]
    if missing:
        session.error(f"missing environment variables: {', '.join(missing)} (or UV_PUBLISH_URL, UV_PUBLISH_USERNAME, UV_PUBLISH_PASSWORD)")
    url = settings["TWINE_REPOSITORY_URL"]
    if re.match(r"[^/]*//[^/]*@", url):
        session.error("TWINE_REPOSITORY_URL contains a user name; set TWINE_USERNAME and TWINE_PASSWORD instead")
    # Listing of the index; most have it below the upload URL.
    return settings | {"TWINE_CHECK_URL": os.environ.get("UV_PUBLISH_CHECK_URL") or f"{url.rstrip('/')}/simple/"}


def missing_in_index(session: nox.Session, files: list[str], settings: dict[str, str]) -> list[str]:
    """Return the files that the index lacks; fail if it has one of the names with other content."""
    found = session.run("python", "-m", "generator", "index", *files, env=settings, silent=True)
    return str(found).split("\n")[:-1]


def upload(session: nox.Session, files: list[str], settings: dict[str, str]) -> None:
    """Upload the files that the index lacks, and verify that it lists them."""
    session.run("twine", "check", "--strict", *files)
    wanted = missing_in_index(session, files, settings)
    if wanted:
        session.run("twine", "upload", "--non-interactive", "--disable-progress-bar", *wanted, env=settings)
        if left := missing_in_index(session, files, settings):
            session.error(f"uploaded, but missing in the index: {', '.join(left)}")
    for file in map(Path, files):
        outcome = "published" if str(file) in wanted else "already published"
        print(f"{outcome}: {file.name} sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}")


@nox.session(default=False)
def publish(session: nox.Session) -> None:
    """Upload the files of `build`, or those after `--`, to the index in the environment; keep files that it has."""
    settings = index_settings(session)
    files = session.posargs or sorted(map(str, (ROOT / "dist").glob("*")))
    if not files:
        session.error("dist/ is empty; run first: nox -s build")
    install_groups(session, "build")
    upload(session, files, settings)


def run_old_callers(session: nox.Session, *, may_fail: bool) -> None:
    """Run programs and tests of the last release against the installed wheel, and check their types."""
    folder = ROOT / "released" / "callers"
    codes = [0, 1] if may_fail else [0]
    # The files import the `tests` of that release, not ours.
    paths = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), "-o", f"pythonpath={folder}", str(folder)]
    session.run("pytest", "-q", "-m", "not slow", *paths, success_codes=codes)
    programs = [*map(str, sorted(folder.glob("tests/callers/*.py"))), str(folder / "tests/typing/accepted.py")]
    # Without the project's configuration, which names the source tree.
    with session.chdir(folder):
        session.run("mypy", "--strict", "--config-file=", *programs, success_codes=codes)


def since_release(session: nox.Session) -> dict[str, Any]:
    """Return the changes since the last release, and problems of the version."""
    report = session.run("python", "-m", "generator", "changes", "--check", "--json", silent=True, success_codes=[0, 1])
    return dict(json.loads(str(report)))


@nox.session(requires=["wheel"], default=False)
def callers(session: nox.Session) -> None:
    """Run the callers of the last release against the current wheel; they may fail if the version announces a breaking change."""
    install_groups(session, "generator", "test", "types")
    since = since_release(session)
    if since["released"] is None:
        session.skip("no release yet")
    install(session, dist_of(session))
    run_old_callers(session, may_fail=since["class"] == "breaking")


def refuse_uncommitted(session: nox.Session) -> None:
    """Fail if files are not committed, except those that an interrupted release leaves."""
    excluded = [f":(exclude){name}" for name in ("CHANGELOG.md", "changelog.d", "released")]
    if left := session.run("git", "status", "--porcelain", "--", ".", *excluded, external=True, silent=True):
        session.error(f"commit these files before a release:\n{left}")


@nox.session(default=False)
def release(session: nox.Session) -> None:
    """Check the version, build, run the callers of the last release, publish, record (docs/releasing.md); `-- --check` does not publish."""
    checking = "--check" in session.posargs
    settings = {} if checking else index_settings(session)
    if not checking:
        refuse_uncommitted(session)
    install_groups(session, "generator", "packaging", "release", "test", "types")
    since = since_release(session)
    version = since["version"]
    if problems := since.get("problems"):
        session.error("; ".join(problems))
    session.run("python", "-m", "generator", "affected")
    if not checking and any((ROOT / "changelog.d").glob("*.md")):
        session.run("towncrier", "build", "--yes", "--version", version)
    if not checking and f"\n## {version}" not in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"):
        session.error(f"CHANGELOG.md has no section for {version}, and changelog.d/ is empty")
    files = list(map(str, build_checked(session)))
    if since["released"] is not None:
        run_old_callers(session, may_fail=since["class"] == "breaking")
    if checking:
        return
    upload(session, files, settings)
    session.run("python", "-m", "generator", "record", *files)
    print(f'{version} is published; commit the changes: git add --all && git commit -m "Release {version}" && git tag v{version}')


@nox.session(requires=["wheel"], default=False)
def record(session: nox.Session) -> None:
    """Record the cassettes of tests/cassettes again; `-- --live` records from the real service."""
    environment = install_for_tests(session)
    session.run("pytest", "-m", "vcr", "--record-mode=rewrite", "tests/cassettes", *session.posargs, env=environment)


@nox.session(requires=["wheel"], default=False)
def bench(session: nox.Session) -> None:
    """Run a benchmark: `-- calls`, `-- throttle`, `-- fleet`, `-- pages`, `-- pages-simulation`, `-- streams`; `--help` lists options."""
    install_groups(session, "bench", "test")
    install(session, dist_of(session))
    session.run("python", "-m", "bench", *session.posargs)


@nox.session(requires=["wheel"], default=False)
def soak(session: nox.Session) -> None:
    """Make a million calls with random faults; `-- --calls N` for fewer."""
    install_groups(session, "test")
    install(session, dist_of(session))
    session.run("python", "-m", "bench", "soak", *session.posargs)


def definitions(session: nox.Session) -> dict[str, str]:
    """Return environment variables with the folders of the vendor's definitions, one for each language."""
    groups = {"EN": "corpus-en", "ZH": "corpus"}
    return {
        f"TENCENTKIT_DEFINITIONS_{language}": str(unpack_definitions(session, group) / "tccli" / "services")
        for language, group in groups.items()
    }


def unpack_definitions(session: nox.Session, group: str) -> Path:
    """Download the package of a dependency group into its own folder, once. Return the folder."""
    [pin] = nox.project.dependency_groups(PYPROJECT, group)
    folder = session.cache_dir.resolve() / pin.replace("==", "-")
    services = folder / "tccli" / "services"
    if not services.is_dir():
        # --no-deps: the package requires the vendor's whole SDK. `nox -R` skips the installation.
        with contextlib.suppress(nox.command.CommandFailed):
            session.install("--no-deps", "--target", str(folder), pin)
    if not services.is_dir():
        hint = "for one product, -- NAME --definitions FOLDER or --pages FOLDER needs no download"
        session.error(f"cannot download the vendor's definitions ({pin}): check the network and the package index; {hint}")
    return folder


@nox.session(default=False)
def corpus(session: nox.Session) -> None:
    """Transcribe a page written from each action of the vendor's definitions, and write the results to docs/corpus.md."""
    install_groups(session, "generator")
    arguments = session.posargs or ("--output", "docs/corpus.md")
    session.run("python", "-m", "tests.generator.corpus", *arguments, env=definitions(session))


@nox.session(requires=["wheel"], default=False)
def products(session: nox.Session) -> None:
    """Run `product` for all product versions, and compare the wheels with the definitions: `-- cvm vpc` for some; `-- --resume`."""
    environment = install_for_products(session, "types", "vendor")
    session.install("--no-deps", *nox.project.dependency_groups(PYPROJECT, "vendor-all"))
    session.run("python", "-m", "tests.generator.products", *session.posargs, env=environment)
    if not session.posargs:
        session.run("python", "-m", "tests.generator.products.secret_report", "--output", "docs/products.md", env=environment)
        for report in ("products.inference_report", "paging.paging_report"):
            session.run("python", "-m", f"tests.generator.{report}", "--output", "docs/products.md", env=environment)


def install_for_products(session: nox.Session, *groups: str) -> dict[str, str]:
    """Install definitions, generator, tools for wheels of products, and the wheel of tencentkit; return environment variables."""
    environment = {}
    # First, so that without a network the message is about the definitions.
    if not any(argument.startswith(("--definitions", "--pages")) for argument in session.posargs):
        environment["PYTHONPATH"] = str(unpack_definitions(session, "corpus"))
    install_groups(session, "generator", "product", *groups)
    install(session, dist_of(session))
    return environment


@nox.session(name="spec-lint", default=False)
def spec_lint(session: nox.Session) -> None:
    """Lint built specs with Redocly and Spectral: scf, and two products of the vendor's definitions; `-- FILE` for others (needs npm)."""
    npx = shutil.which("npx")
    if npx is None:
        session.error("npx not found, so no spec was linted; install Node.js 20 or newer with npm")
    specs = [Path(name).resolve() for name in session.posargs]
    if not specs:
        install_groups(session, "generator")
        specs = [ROOT / SPEC / "openapi.json", *(built_spec(session, name) for name in LINTED_PRODUCTS)]
    folder = ROOT / "spec" / "linters"
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    for tool, arguments in (
        ("@redocly/cli", ["redocly", "lint", "--config", str(folder / "redocly.yaml"), "--format", "stylish"]),
        ("@stoplight/spectral-cli", ["spectral", "lint", "--ruleset", str(folder / "spectral.yaml"), "--display-only-failures"]),
    ):
        package = f"--package={tool}@{LINTERS[tool]}"
        # Both end with 1 after an error, and with 0 after warnings.
        session.run(npx, "--yes", package, "--", *arguments, *map(str, specs), external=True, env=quiet)


def built_spec(session: nox.Session, name: str) -> Path:
    """Build the spec of a product with one version from the vendor's definitions."""
    source = Path(definitions(session)["TENCENTKIT_DEFINITIONS_ZH"]) / name
    project = Path(session.create_tmp()).resolve() / name
    session.run("python", "-m", "generator", "product", name, "--definitions", str(source), "--output", str(project), silent=True)
    [spec] = project.glob("spec/*/*/openapi.json")
    return spec


@nox.session(default=False)
def watch(session: nox.Session) -> None:
    """Compare the shipped spec with newer pages: `-- FOLDER`."""
    install_groups(session, "generator")
    session.run("python", "-m", "generator", "watch", str(SPEC), *session.posargs, success_codes=[0, 1, 2])


@nox.session(default=False)
def mutations(session: nox.Session) -> None:
    """Mutation-test the spec diff with 500 edits, and write the table of docs/design/compatibility.md; `-- --seeds N` for fewer."""
    install_groups(session, "generator", "types")
    session.install("-c", str(CONSTRAINTS), *PYPROJECT["project"]["dependencies"])
    session.run("python", "-m", "tests.generator.diff.mutations", *(session.posargs or ["--write"]))


@nox.session(name="definitions-diff", default=False)
def definitions_diff(session: nox.Session) -> None:
    """Diff all products of two versions of the vendor's tool, compared with an independent recount: `-- OLD NEW`."""
    install_groups(session, "generator")
    versions = session.posargs or ["3.1.100.1", "3.1.189.1"]
    folders = [Path(session.create_tmp()).resolve() / version for version in versions]
    for folder, version in zip(folders, versions, strict=True):
        # Two versions cannot share the environment. No copy of their content is kept.
        session.install("--no-deps", "--target", str(folder), f"tccli=={version}")
    # The page has the table of the two default versions.
    session.run("python", "-m", "tests.generator.diff.definitions", *map(str, folders), *([] if session.posargs else ["--write"]))


@nox.session(requires=["wheel"], default=False)
def product(session: nox.Session) -> None:
    """Create, build, install and test the wheel of a product in build/<name>: `-- cvm`, `-- cvm --prose keep`; without a name, list all."""
    environment = install_for_products(session)
    session.run("python", "-m", "generator", "product", *session.posargs, "--test", env=environment)


@nox.session(name="products-release", requires=["wheel"], default=False)
def products_release(session: nox.Session) -> None:
    """Release the product wheels of products.toml: `-- --changed`, `-- --all` or `-- NAME`; with `--check`, upload nothing."""
    has_index = os.environ.get("TWINE_REPOSITORY_URL") or os.environ.get("UV_PUBLISH_URL")
    # A dry run without an index compares with the wheels of earlier runs.
    environment = {} if not has_index and {"--check", "--help"} & {*session.posargs} else index_settings(session)
    environment |= install_for_products(session, "build")
    session.run("python", "-m", "generator", "products-release", *session.posargs, env=environment)


@nox.session(default=False)
def docs(session: nox.Session) -> None:
    """Build the documentation site in build/site; `-- serve` rebuilds after each change; `-- --products NAME,…` adds products of build/."""
    install_groups(session, "docs", "generator")
    arguments, _, folders = " ".join(session.posargs).partition("--products")
    # A name is the folder that `nox -s product` writes; a path is a project elsewhere.
    products = os.pathsep.join(str(Path(name) if os.sep in name else ROOT / "build" / name) for name in folders.replace(",", " ").split())
    environment = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), "TENCENTKIT_DOCS_PRODUCTS": products}
    session.run("mkdocs", *(arguments.split() or ["build", "--quiet"]), env=environment)


@nox.session(requires=["docs", "wheel"], default=False)
def browser(session: nox.Session) -> None:
    """Test the site and the fake's page in Chromium, with screenshots in build/screens."""
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
            session.error("chromium or chromedriver not found; on Debian run: apt-get install chromium chromium-driver")
        session.run("apt-get", "update", "--quiet", external=True, silent=True)
        session.run("apt-get", "install", "--yes", "--quiet", "chromium", "chromium-driver", external=True, silent=True)
    install_groups(session, "browser")
    install(session, dist_of(session))
    session.run("pytest", "tests/browser", *session.posargs)


@nox.session(requires=["regenerate", "wheel"], default=False)
def demo(session: nox.Session) -> None:
    """Regenerate the SDK, build it, install it in a separate environment and run the demo."""
    install_groups(session, "demo")
    install(session, dist_of(session))
    session.run("python", "demo/demo.py", *session.posargs)
