"""What is emitted for a product that has everything which has broken generated clients before."""

from __future__ import annotations

import ast
import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.emit.emission import emit
from generator.emit.literal import UNSAFE
from tests.generator.emit.documents import AWKWARD_TEXT, ROOT, run_python, source_of_model, write, zoo

MYPY = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--output=json"]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zoo")
    emit(write(folder / "spec/zoo/2020-01-01/openapi.json", zoo()), folder / "out")
    return folder / "out"


def test_recursive_types(out: Path) -> None:
    """A type that holds itself, and two that hold each other, are read and written to any depth."""
    run_python(
        """
        from tencentkit_api.zoo import models
        tree = {"Name": "a", "Children": [{"Name": "b", "Children": []}], "Parent": None}
        node = models.Node.from_dict(tree)
        assert isinstance(node.children[0], models.Node)
        assert node.parent is None and node.to_dict() == tree
        ping = models.Ping.from_dict({"Pong": {"Name": "x", "Ping": {"Pongs": [{"Name": "y"}]}}})
        assert ping.pong.ping.pongs[0].name == "y"
        """,
        out,
    )


def test_times(out: Path) -> None:
    """A documented time has a property with an aware datetime, whose name no field takes; reading and writing ignore it."""
    run_python(
        """
        from tencentkit_api.zoo import models
        source = {"Times": [{"Made": "2020-01-01T00:00:00Z", "Property": "2020-01-01 08:00:00", "Datetime": 1577836800, "Plain": "x"}]}
        page = models.WanderResponse.from_dict(source)
        [read] = page.times
        assert read.made_datetime == read.property_datetime == read.datetime_datetime_ and read.made_datetime.utcoffset() is not None
        assert read.datetime == 1577836800 and page.to_dict() == source and "_datetime" not in repr(read)
        assert not hasattr(read, "plain_datetime") and models.Times(made="").made_datetime is None
        try:
            models.Times(made="yesterday").made_datetime
        except ValueError as error:
            assert "'yesterday' is not a time" in str(error)
        else:
            raise AssertionError
        """,
        out,
    )


@pytest.mark.parametrize("first", ["Ping", "Pong", "PingDict", "Node"])
def test_recursive_import(first: str, out: Path) -> None:
    """Whichever of two types that hold each other is imported first, both can be used."""
    run_python(f"from tencentkit_api.zoo.models import {first}, Ping; Ping.from_dict({{'Pong': {{'Ping': {{}}}}}})", out)


def test_reserved_names(out: Path) -> None:
    """Keywords, built-ins, and names of the emitted code itself all work as fields."""
    run_python(
        """
        from tencentkit_api.zoo import models
        every = {field.wire: ["x"] if field.array else "x" for field in models.Filter.FIELDS}
        filled = models.Filter.from_dict(every)
        assert filled.extra == {} and filled.to_dict() == every
        assert filled.cls == filled.source == filled.field == filled.unset == filled.class_ == filled.type == "x"
        assert filled.self_ == filled.meta_ == filled.extra_ == filled.from_dict_ == filled.str_ == "x"
        assert models.Filter(self_="a", cls="b", list_=["c"]).to_dict() == {"Self": "a", "Cls": "b", "List": ["c"]}
        """,
        out,
    )


def test_parameters_keep_plain_names(out: Path) -> None:
    """A method has the parameters of its action and no other, also those named like a call option."""
    run_python(
        """
        from tencentkit_api.zoo import models
        from tencentkit_api.zoo.operations import Operations
        assert {"timeout", "region", "deadline", "headers", "retry", "models"} <= set(Operations.import_.known)
        for method in vars(Operations).values():
            if hasattr(method, "known") and not method.__name__.startswith("wait_until_"):
                assert set(method.known) == {field.name for field in getattr(models, method.action.name + "Request").FIELDS}
        """,
        out,
    )


def test_shared_names_are_refused(out: Path) -> None:
    """In a listing and a waiter, a name of both is refused; each of both has a name of its own."""
    run_python(SHARED_NAMES.format(overlays=str(ROOT / "overlays")), out)


def test_shared_names_in_docstrings(out: Path) -> None:
    """The docstring of a keyword with another name says which parameter it is not."""
    source = (out / "tencentkit_api/zoo/operations.py").read_text(encoding="utf-8")
    documented = [" ".join(text.split()) for node in ast.walk(ast.parse(source)) if (text := _docstring(node))]
    for keyword, parameter in (("paginate_start", "start_"), ("wait_timeout", "timeout_"), ("wait_on_progress", "on_progress_")):
        assert [text for text in documented if f"Not the parameter `{parameter}`." in text and f"{keyword}: " in text]


def _docstring(node: ast.AST) -> str:
    return (ast.get_docstring(node) or "") if isinstance(node, ast.FunctionDef) else ""


def test_types_named_like_the_emitted_code(out: Path) -> None:
    """Types called Field, Model, Unset or Exception keep their wire behaviour under a name that hides nothing."""
    run_python(
        """
        from tencentkit_api.model import Model
        from tencentkit_api.zoo import models
        wire = {"Field": "f", "Unset": {"UNSET": "u", "Any": 1}, "Model": {"Meta": "m", "Exception": {"Type": "t"}}}
        read = models.Field_.from_dict(wire)
        assert read.unset.any == 1 and read.model.exception.type == "t" and read.to_dict() == wire
        assert issubclass(models.Model_, Model) and issubclass(models.Exception, Model)
        """,
        out,
    )


def test_both_ways(out: Path) -> None:
    """A type of requests and responses alike is read as models, and may be given as dicts that nest."""
    run_python(
        """
        from tencentkit_api.zoo import models
        request = models.ImportRequest(
            filter={"type": "t", "from_": "f"}, list_=(1, 2),
            both={"names": ("n",), "node": {"name": "a", "children": [{"name": "b"}, models.Node(name="c")]}},
        )
        assert request.to_dict() == {
            "Filter": {"Type": "t", "From": "f"}, "List": [1, 2],
            "Both": {"Names": ["n"], "Node": {"Name": "a", "Children": [{"Name": "b"}, {"Name": "c"}]}},
        }
        assert models.ImportResponse.from_dict({"Both": {"Names": ["n"]}}).both.names == ["n"]
        """,
        out,
    )


def test_dicts_of_a_subclass(out: Path) -> None:
    """A user's subclass in a module of its own still finds the types of nested dicts."""
    run_python(
        """
        from tencentkit_api.zoo import models
        class Mine(models.ImportRequest): pass
        assert Mine(filter={"type": "t", "unheard_of": 1}, list_=[]).to_dict()["Filter"] == {"Type": "t", "unheard_of": 1}
        """,
        out,
    )


def test_action_without_parameters(out: Path) -> None:
    """A method of an action without parameters takes nothing."""
    run_python(
        """
        from tencentkit_api.zoo.operations import Operations
        assert Operations.wander.required == frozenset()
        assert Operations.wander.known == ()
        """,
        out,
    )


def test_paging_and_waiters(out: Path) -> None:
    """The tables hold attribute names, also along a waiter's path, and `None` where a listing has no total."""
    run_python(
        """
        from tencentkit_api.zoo import actions
        assert [row.name for row in actions.ACTIONS if row.paging] == ["ListMoves", "ListNames", "ListNodes", "ListTags"]
        assert actions.LIST_NAMES.paging.total is None and actions.LIST_TAGS.paging.items == "items"
        assert actions.BOTH_GONE.acceptors[1].path == ("both", "node", "name")
        assert actions.BOTH_GONE.acceptors[0] == ("success", (), (), "ResourceNotFound")
        assert actions.IMPORT.regions == ("a-b",) and actions.IMPORT.errors == ("A.B", "C") and actions.IMPORT.rate_limit == 5
        """,
        out,
    )


def test_awkward_text(out: Path) -> None:
    """Backslashes, quotes and control characters in a description reach the docstring as text, and no source file as they are."""
    shown = UNSAFE.sub("", AWKWARD_TEXT)
    source = source_of_model(out / "tencentkit_api/zoo", "Both")
    both = next(node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and node.name == "Both")
    assert ast.get_docstring(both) == shown
    tree = ast.parse((out / "tencentkit_api/zoo/operations.py").read_text())
    method = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "import_")
    assert " ".join((ast.get_docstring(method) or "").split()).count(shown) == 3
    for path in out.rglob("*.py"):
        assert not UNSAFE.search(path.read_text(encoding="utf-8")), path


def test_schemas(out: Path) -> None:
    """schemas.json holds each schema with its facts and without a word of prose."""
    found = json.loads((out / "tencentkit_api/zoo/schemas.json").read_text())
    assert list(found) == list(zoo()["components"]["schemas"])
    assert "description" not in json.dumps(found)
    assert found["ImportRequest"]["properties"]["Status"]["items"]["x-tc-known-values"] == ["ON", 'O"FF', "\\"]


def test_property_called_description(tmp_path: Path) -> None:
    """A property that is called like a keyword of prose stays in schemas.json."""
    data = zoo()
    data["components"]["schemas"]["Tag"]["properties"]["description"] = {"type": "string", "description": "gone"}
    emit(write(tmp_path / "openapi.json", data), tmp_path / "out")
    found = json.loads((tmp_path / "out/tencentkit_api/zoo/schemas.json").read_text())
    assert found["Tag"]["properties"]["description"] == {"type": "string"}


def test_sync_and_async_are_one(out: Path) -> None:
    """Both classes have the same methods with the same arguments and the same documentation."""
    trees = {}
    for module, name in (("operations", "Operations"), ("async_operations", "AsyncOperations")):
        tree = ast.parse((out / f"tencentkit_api/zoo/{module}.py").read_text())
        body = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
        trees[name] = [
            (node.name, ast.unparse(node.args).replace("Awaitable[_Response]", "_Response"), ast.get_docstring(node))
            for node in body.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
    assert trees["Operations"] == trees["AsyncOperations"]


@pytest.mark.slow
def test_types(out: Path) -> None:
    """`mypy --strict` passes over the emitted package and over its intended use, and refuses each misuse."""
    pytest.importorskip("mypy")
    use = out.parent / "use.py"
    use.write_text(inspect.cleandoc(USE), encoding="utf-8")
    done = subprocess.run(  # this interpreter, with arguments of our own making
        [*MYPY, f"--cache-dir={out.parent / 'cache'}", "-p", "tencentkit_api", "-m", "use"],
        env={"MYPYPATH": f"{out}:{out.parent}"},
        cwd=out.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    errors = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    found = {(Path(row["file"]).name, row["line"]) for row in errors if row["severity"] == "error"}
    lines = enumerate(use.read_text(encoding="utf-8").splitlines(), 1)
    assert found == {("use.py", number) for number, line in lines if line.endswith("# refused")}, done.stdout + done.stderr


SHARED_NAMES = """
    import json, sys
    sys.path.append({overlays!r})
    from tencentkit import Credentials
    from tencentkit.errors import RequestInvalid
    from tencentkit.product import Product, SyncClient
    from tencentkit.testing import ManualClock
    from tencentkit.transport import HttpResponse
    from tencentkit_api.zoo.actions import ACTIONS, HOST, SERVICE, VERSION
    from tencentkit_api.zoo.operations import Operations


    class Client(SyncClient, Operations):
        _product = Product(SERVICE, VERSION, HOST, ACTIONS)


    class Network:
        def __init__(self):
            self.bodies = []

        def send(self, request, *, timeout, budget):
            self.bodies.append(json.loads(request.body))
            page = {{"Items": ["a", "b"], "Status": "UP"}} | ({{}} if "Marker" in self.bodies[-1] else {{"Marker": "m"}})
            return HttpResponse(200, {{}}, json.dumps({{"Response": {{"RequestId": "r", **page}}}}).encode())

        def close(self):
            pass


    network = Network()
    zoo = Client(region="a-b", credentials=Credentials("id", "key"), transport=network, clock=ManualClock())
    pager = zoo.paginate(zoo.list_moves, start_="s", method="m", max_items_=7, paginate_max_items=3)
    assert list(pager) == ["a", "b", "a"]
    assert network.bodies[0] == {{"Start": "s", "Method": "m", "MaxItems": 7}}, network.bodies
    assert list(zoo.paginate(zoo.list_moves, start_="s", method="m", paginate_start=pager.cursor)) == ["b"]
    zoo.list_moves(start="s", max_items=2, method="m")
    assert network.bodies[-1] == {{"Start": "s", "MaxItems": 2, "Method": "m"}}
    zoo.wait_until_move_done(id="x", timeout_=3, wait_timeout=60, on_progress_="p", wait_on_progress=print)
    assert network.bodies[-1] == {{"Id": "x", "Timeout": 3, "OnProgress": "p"}}
    sent = len(network.bodies)
    for refused, said in (
        (lambda: zoo.paginate(zoo.list_moves, start="s"), "start: is also a parameter of ListMoves; pass start_= .* or paginate_start="),
        (lambda: zoo.paginate(zoo.list_moves, max_items=3), "max_items: is also .*; pass max_items_= .* or paginate_max_items="),
        (lambda: zoo.paginate(zoo.list_moves, Start="s"), "Start: .*; pass start_="),
        (lambda: zoo.paginate(zoo.list_moves, region="s"), r"region: .*; it is a call option, so use with_options\\(region=…\\)"),
        (lambda: zoo.wait_until_move_done(id="x", timeout=3), "timeout: .*; pass timeout_= .* or wait_timeout="),
        (lambda: zoo.wait_until_move_done(id="x", wait_timeout="3"), "^wait_timeout: must be a number"),
        (lambda: zoo.wait_until_move_done(id="x", wait_on_progress=3), "^wait_on_progress: must be callable"),
        (lambda: zoo.wait_until_move_done(id="x", Timeout=3), "Timeout: .*; pass timeout_="),
        (lambda: zoo.import_(filter={{}}, list_=[], RATIO=1), "RATIO: .*; pass ratio="),
        (lambda: zoo.wander(region="s"), "region: .*with_options"),
        (lambda: zoo.wander(x="s"), "x: is not a parameter of Wander; it takes no arguments"),
    ):
        try:
            refused()
        except RequestInvalid as error:
            import re
            assert re.search(said, str(error)), str(error)
        else:
            raise AssertionError(said)
    assert len(network.bodies) == sent
"""

USE = """
    from typing import assert_type

    from tencentkit_api.pager import AsyncPager, Pager
    from tencentkit_api.zoo import models
    from tencentkit_api.zoo.async_operations import AsyncOperations
    from tencentkit_api.zoo.operations import Operations


    def good(client: Operations) -> None:
        strings: list[str] = ["a"]
        nodes: list[models.Node] = []
        dicts: list[models.NodeDict] = [{"name": "x"}]
        client.import_(filter={}, list_=[1], status=strings, nodes=nodes)
        client.import_(filter={"type": "x", "from_": "y"}, list_=(1, 2), status=["ON", "else"], nodes=dicts)
        client.import_(filter=models.Filter(), list_=[], nodes=[{"name": "x", "children": [{"name": "y"}]}, models.Node(name="z")])
        client.import_(filter={}, list_=[], both={"names": strings, "node": {"name": "x"}}, timeout=3)
        assert_type(client.paginate(client.list_nodes), Pager[models.Node, models.ListNodesResponse])
        assert_type(client.paginate(client.list_tags, key="k", max_items=3), Pager[models.Tag, models.ListTagsResponse])
        assert_type(client.paginate(client.list_names), Pager[str, models.ListNamesResponse])
        short: Pager[models.Node] = client.paginate(client.list_nodes)
        for node in short:
            assert_type(node, models.Node)
        assert_type(client.wait_until_both_up(id="x"), models.GetBothResponse)
        assert_type(
            client.paginate(client.list_moves, start_="s", method="m", max_items_=5, paginate_start="c", paginate_max_items=3),
            Pager[str, models.ListMovesResponse],
        )
        client.list_moves(start="s", max_items=3, method="m")
        client.wait_until_move_done(id="x", timeout_=3, wait_timeout=60, wait_on_progress=print)
        client.import_(filter={}, list_=[], region="r", deadline="d", headers=["h"], retry=3, models=["m"])
        assert_type(client.import_(filter={}, list_=[]).model, models.Model_ | None)


    async def good_async(client: AsyncOperations) -> None:
        assert_type(await client.get_both(id="x"), models.GetBothResponse)
        assert_type(client.paginate(client.list_nodes), AsyncPager[models.Node, models.ListNodesResponse])
        async for node in client.paginate(client.list_nodes):
            assert_type(node, models.Node)
        assert_type(await client.wait_until_both_up(id="x"), models.GetBothResponse)


    def bad(client: Operations, other: AsyncOperations) -> None:
        client.import_(filter={}, list_=[], status="ON")  # refused
        client.import_(filter={})  # refused
        client.get_both("x")  # refused
        client.get_both(id=1)  # refused
        client.import_(filter={"nope": 1}, list_=[])  # refused
        client.import_(filter={}, list_=[], nodes="x")  # refused
        client.import_(filter={}, list_=[], nodes=[{"nam": "x"}])  # refused
        client.paginate(client.get_both)  # refused
        client.paginate(client.list_tags)  # refused
        client.paginate(client.list_nodes, key="k")  # refused
        other.paginate(other.get_both)  # refused
        other.paginate(client.list_nodes)  # refused
        client.import_(filter={}, list_=[], timeout="3")  # refused
        client.wander(region="r")  # refused
        client.paginate(client.list_moves, start="s")  # refused
        client.paginate(client.list_moves, max_items=3)  # refused
        client.wait_until_move_done(id="x", timeout=3)  # refused
"""


def test_generator_is_not_needed(out: Path) -> None:
    """Nothing that is emitted imports the generator or the SDK."""
    for path in out.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            assert {module.partition(".")[0] for module in modules} <= set(sys.stdlib_module_names) | {"attrs", "typing_extensions"}, path


def test_templates_are_all_used() -> None:
    """Every template under generator/emit/templates is rendered by some run, so none can rot."""
    source = (ROOT / "generator/emit/project.py").read_text(encoding="utf-8")
    for path in (ROOT / "generator/emit/templates/product").iterdir():
        assert f'"product/{path.name}"' in source
