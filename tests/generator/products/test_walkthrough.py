from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docs/adding-an-action.md").read_text(encoding="utf-8")
SPEC = Path("spec/scf/2018-04-16")


def block(language: str) -> str:
    """The one block of this language in the walk-through."""
    [found] = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.fixture
def server() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A server on loopback that gives the page's example, and notes what it is sent."""
    seen: list[dict[str, Any]] = []
    shown = json.loads(block("text").partition("Output Example")[2].partition("5. Developer")[0])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.append({"action": self.headers["X-TC-Action"], "body": body})
            answer = json.dumps(shown).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}", seen
        serving.shutdown()
        thread.join()


@pytest.mark.long
@pytest.mark.timeout(300)
def test_adding_an_action(tmp_path: Path, server: tuple[str, list[dict[str, Any]]]) -> None:
    """The walk-through, followed to the letter in a copy of the tree, ends with a call of the new action."""
    url, seen = server
    for folder in (SPEC, Path("generated")):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / SPEC / "pages/PauseAsyncEvents.txt").write_text(block("text"), encoding="utf-8")
    with (tmp_path / SPEC / "overlay.yaml").open("a", encoding="utf-8") as overlay:
        overlay.write(f"\n{block('yaml')}")
    for command in block("console").splitlines():
        python, *arguments = shlex.split(command)
        assert python == "python"
        subprocess.run([sys.executable, *arguments], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)
    program = tmp_path / "call.py"
    program.write_text(block("python"), encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "generated"), str(ROOT / "overlays")])
    done = subprocess.run(
        [sys.executable, str(program), url], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "2 26c5f1a9-ebd4-407e-83d7-ae8001cca644\n"
    assert seen == [{"action": "PauseAsyncEvents", "body": {"FunctionName": "helloworld", "Seconds": 60}}]
