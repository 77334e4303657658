from __future__ import annotations

import re
from pathlib import Path

from tencentkit.testing._service import action_table
from tencentkit_api.scf.actions import ACTIONS


def test_actions_exist() -> None:
    """Every emulated action exists in the generated client."""
    assert action_table.ACTIONS.keys() <= {action.name for action in ACTIONS}


def test_guide_lists_actions() -> None:
    """The table in the guide names exactly the emulated actions."""
    guide = Path(__file__).parents[2] / "docs" / "guides" / "testing.md"
    table = guide.read_text(encoding="utf-8").partition("| Stateful actions |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"`([A-Z]\w+)`", table)) == sorted(action_table.ACTIONS)
