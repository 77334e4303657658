"""Documentation pages: samples, links, navigation."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from pkgutil import resolve_name

import pytest

from tests.docs.collector import Backend, Collector, agent, spans_of
from tests.docs.samples import DOCS, ROOT, Reader, blocks_of, fits

TESTED_ELSEWHERE = {"start.md", "releasing.md", "adding-an-action.md", "guides/streaming.md"}
"""Pages with their own tests: in separate processes, or with another product."""
OBSERVING = "guides/observing.md"
PAGES = sorted({page.relative_to(DOCS).as_posix() for page in (*DOCS.glob("*.md"), *DOCS.glob("guides/*.md"))} - TESTED_ELSEWHERE)


@pytest.fixture
def backend() -> Iterator[Backend]:
    made = Backend()
    yield made
    made.close()


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], None]]:
    """Return a function that runs a page, which exports spans to `collector`."""
    readers: list[Reader] = []

    def read(page: str, collector: str) -> None:
        reader = Reader(tmp_path, monkeypatch, collector)
        readers.append(reader)
        text = (DOCS / page).read_text(encoding="utf-8")
        ran = reader.read(text, page)
        samples = [block for block in blocks_of(text) if block.kind in {"python", "console"} and block.title is None]
        assert ran == len(samples)
        if page.startswith("guides/"):
            assert ran
        assert not reader.fake.pending_faults

    yield read
    for reader in readers:
        reader.close()


@pytest.mark.parametrize("page", PAGES)
def test_samples_run(page: str, read: Callable[[str, str], None], backend: Backend) -> None:
    """The samples run in the order of the page and print its text."""
    read(page, backend.url)
    if page == OBSERVING:
        check_exported(backend)


def test_spans_reach_a_collector(read: Callable[[str, str], None], backend: Backend, tmp_path: Path) -> None:
    """A real collector receives the spans and forwards them unchanged."""
    program = agent()
    if program is None:
        pytest.skip("no collector runs here: rotel needs Linux and the shared library of this Python")
    collector = Collector(program, backend, tmp_path)
    try:
        read(OBSERVING, collector.url)
    finally:
        collector.close()
    check_exported(backend)


def check_exported(backend: Backend) -> None:
    spans = spans_of(backend.received)
    assert [(span["name"], span["service"], span["rpc.method"], span["tencentkit.attempts"]) for span in spans] == [
        ("scf/ListAsyncEvents", "orders", "ListAsyncEvents", 1)
    ]


def test_links() -> None:
    """Each relative link names an existing page, except those to the generated reference."""
    lost = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in sorted(DOCS.rglob("*.md"))
        for target in re.findall(r"\]\(([^)#:\s]+\.md)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if "reference/" not in target and not (page.parent / target).resolve().is_file()
    ]
    assert not lost


def test_navigation() -> None:
    """Every page is in the navigation."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = [page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")]
    listed_by_the_hook = [page for page in pages if page.startswith("design/") or "/" not in page]
    assert not [page for page in pages if page not in text and page not in listed_by_the_hook]


def test_table_of_sessions() -> None:
    """The table in packaging.md lists every session of nox and marks the default ones."""
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    sessions = {
        node.name.replace("_", "-") for node in functions if any("nox.session" in ast.unparse(item) for item in node.decorator_list)
    }
    [default] = [
        node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "nox.options.sessions"
    ]
    text = (DOCS / "design" / "packaging.md").read_text(encoding="utf-8").partition("\n### Sessions\n")[2].partition("\n\n- ")[0]
    table = re.findall(r"^\| `([\w-]+)` \| (.*?)\|", text, re.MULTILINE)
    assert sorted(name for name, _ in table) == sorted(sessions)
    assert {name for name, cell in table if cell.strip() == "yes"} == set(ast.literal_eval(default))


def test_architecture_names_exist() -> None:
    """Each step of architecture.md names functions that its modules define."""
    missing = []
    for section in (DOCS / "design" / "architecture.md").read_text(encoding="utf-8").split("\n## "):
        package = re.search(r"All modules are in `([\w.]+)`", section)
        for modules, functions in re.findall(r"^\| \d+ \| (.+?) \| (.+?) \|", section, re.MULTILINE):
            source = "".join(map(source_of, (f"{package[1]}.{name}" if package else name for name in re.findall(r"`(.+?)`", modules))))
            names = {part for name in re.findall(r"`(.+?)`", functions) for part in name.split(".")}
            missing += [(modules, name) for name in names if not re.search(rf"^ *(?:async )?(?:def|class) {name}\b", source, re.MULTILINE)]
    assert not missing


def test_library_pages_name_existing_objects() -> None:
    """Each `:::` line of docs/api names an object that exists."""
    names = [
        name for page in (DOCS / "api").glob("*.md") for name in re.findall(r"^::: (\S+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert names
    for name in names:
        resolve_name(name)


def test_site_hooks_import_existing_names() -> None:
    """The names that docs/hooks.py imports from the generator exist; the tests do not install MkDocs."""
    imports = [node for node in ast.walk(ast.parse((DOCS / "hooks.py").read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
    names = [f"{node.module}.{alias.name}" for node in imports for alias in node.names if str(node.module).startswith("generator")]
    assert names
    for name in names:
        resolve_name(name)


def source_of(module: str) -> str:
    """Return the source of a module, or of all modules of a package."""
    for root in (ROOT, ROOT / "generated", ROOT / "overlays", ROOT / "overlays" / "tencentkit"):
        path = root / module.replace(".", "/")
        if (file := path.with_suffix(".py")).is_file():
            return file.read_text(encoding="utf-8")
        if path.is_dir():
            return "".join(file.read_text(encoding="utf-8") for file in path.glob("*.py"))
    return ""


def test_output_comparison() -> None:
    """`…` matches any text; other text matches itself."""
    assert fits("a … b\n", "a 1\n2 b")
    assert not fits("a … b", "a 1 c")
    assert not fits("a", "a b")


def test_exit_codes_in_the_guide() -> None:
    """The table of the guide equals the table of the command."""
    from tencentkit._cli.exit_codes import EXIT_CODES

    text = (DOCS / "guides" / "command-line.md").read_text(encoding="utf-8")
    listed = {int(code): meaning for code, meaning in re.findall(r"^\| (\d+) \| (.*) \|$", text, re.MULTILINE)}
    assert json.dumps(listed) == json.dumps(EXIT_CODES)
