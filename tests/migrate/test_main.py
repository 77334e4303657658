from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tencentkit.migrate.__main__ import main

HEAD = "from tencentcloud.scf.v20180416 import models, scf_client\n\n\n"


def test_rewrite_in_place_and_diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, 1 with notes, 2 for a file that is not Python; `--diff` writes nothing."""
    good, uncertain, broken = tmp_path / "good.py", tmp_path / "uncertain.py", tmp_path / "broken.py"
    good.write_bytes((HEAD + 'client = scf_client.ScfClient(None, "r")\n').replace("\n", "\r\n").encode())
    uncertain.write_text(HEAD + "kind = models.TimeInterval\n", encoding="utf-8")
    broken.write_text("tencentcloud = (\n", encoding="utf-8")
    was = good.read_bytes()
    assert main(["--diff", str(good)]) == 0
    assert "+client = Client(region" in capsys.readouterr().out
    assert good.read_bytes() == was
    assert main([str(good)]) == 0
    assert good.read_bytes() == b'from tencentkit.scf import Client\r\n\r\n\r\nclient = Client(region="r")\r\n'
    assert main([str(uncertain)]) == 1
    assert f"{uncertain}:1: not rewritten" in capsys.readouterr().err
    uncertain.write_text(HEAD + 'client = scf_client.ScfClient(None, "r")\n\n\nclient.call_json("A", {}, {})\n', encoding="utf-8")
    assert main(["--diff", str(uncertain)]) == 1
    assert f"{uncertain}:7: not rewritten" in capsys.readouterr().err
    uncertain.write_text(
        "import os\nimport tencentcloud.common.profile.http_profile as p\nfrom tencentcloud.common import credential\n"
        + uncertain.read_text()
    )
    main([str(uncertain)])
    reported = int(capsys.readouterr().err.split(":")[1])
    assert "call_json" in uncertain.read_text(encoding="utf-8").splitlines()[reported - 1]
    assert main([str(broken), str(tmp_path / "none.py")]) == 2
    assert capsys.readouterr().err.count("cannot be read") == 2


def test_missing_extra_is_named() -> None:
    """Without libcst the command fails and says how to install it."""
    code = "sys.modules['libcst'] = None; from tencentkit.migrate.__main__ import main; sys.exit(main(['x.py']))"
    setup = f"import sys; sys.path[:] = {sys.path!r}\n"
    done = subprocess.run([sys.executable, "-c", setup + code], capture_output=True, text=True, check=False, env=dict(os.environ))
    assert (done.returncode, done.stderr.strip()) == (2, "error: libcst is not installed: pip install 'tencentkit[migrate]'")
    code = "sys.modules['libcst'] = None; from tencentkit.migrate import migrated"
    done = subprocess.run([sys.executable, "-c", setup + code], capture_output=True, text=True, check=False, env=dict(os.environ))
    assert "ImportError: libcst is not installed: pip install 'tencentkit[migrate]'" in done.stderr
