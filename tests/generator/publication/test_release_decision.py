"""Version of the next release, for every kind of change."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import attrs
import pytest

from generator.convert.command import convert
from generator.diff.compare import Change
from generator.diff.facts import Fact
from generator.diff.rules import Impact, Rule
from generator.product.skeleton import skeleton
from generator.publication.changelog import extended, section
from generator.publication.decision import RULES, decide, needs_names
from generator.publication.record import ReleasedWheel, ReleaseOrigin
from generator.release.fragments import python_names
from generator.spec.build import build
from generator.spec.files import write_whole
from tests.generator.convert import depot

PAGE = Path(__file__).parents[3] / "docs/design/product-releases.md"
ORIGIN = ReleaseOrigin("inputs", "generator", "", "tccli 3.1.1.1", "0.1.0", "0.2", 1, prose=False, versions=("2020-01-01",))


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The built document of the product `depot`."""
    folder = tmp_path_factory.mktemp("depot")
    facts = convert(depot.written(folder / "v20200101"), "depot", "2020-01-01").document
    spec = folder / "depot/2020-01-01"
    spec.mkdir(parents=True)
    write_whole(spec / "converted.json", facts)
    (spec / "overlay.yaml").write_text(skeleton(facts, "converted.json"), encoding="utf-8")
    return build(spec)


@attrs.frozen
class Wheels:
    """Makes wheels with the facts of `document`."""

    document: dict[str, Any]

    def released(self, version: str = "0.1.3", **origin: Any) -> ReleasedWheel:
        found = attrs_origin(**origin)
        facts = {each: copy.deepcopy(self.document) for each in found.versions}
        return ReleasedWheel(f"tencentkit_depot-{version}-py3-none-any.whl", version, found, facts, "", {"a.py": b"one"})

    def built(self, content: bytes = b"two", **origin: Any) -> ReleasedWheel:
        found = self.released("0.0.0", **origin)
        found.contents["a.py"] = content  # type: ignore[index]  # a dict here
        return found


def attrs_origin(**changes: Any) -> ReleaseOrigin:
    values = {name: getattr(ORIGIN, name) for name in ReleaseOrigin.__slots__}
    return ReleaseOrigin(**values | changes)


@pytest.fixture
def wheels(document: dict[str, Any]) -> Wheels:
    return Wheels(document)


def schemas(wheel: ReleasedWheel) -> dict[str, Any]:
    found: dict[str, Any] = wheel.facts["2020-01-01"]["components"]["schemas"]
    return found


def test_first_release(wheels: Wheels) -> None:
    """The first version is 0.1.0, or the minimum of the settings."""
    assert decide(None, wheels.built()).version == "0.1.0"
    assert decide(None, wheels.built(), minimum="1.0.0").version == "1.0.0"
    assert decide(None, wheels.built(), taken={"0.1.0"}).version == "0.1.1"


def test_same_content_needs_no_release(wheels: Wheels) -> None:
    """Equal files need no release, even if the inputs, the generator or the lowest core differ."""
    built = wheels.built(b"one", inputs="other", generator="other", core="0.1.9", definitions="tccli 3.1.2.1")
    decision = decide(wheels.released(), built)
    assert (decision.version, decision.is_needed, decision.impact) == ("0.1.3", False, None)


@pytest.mark.parametrize(("released", "version"), [("0.1.3", "0.2.0"), ("1.4.2", "2.0.0")])
def test_lost_action_breaks(released: str, version: str, wheels: Wheels) -> None:
    """A removed action raises the minor version below 1.0, and the major one from 1.0 on."""
    built = wheels.built()
    del built.facts["2020-01-01"]["paths"]["/OldWay"]
    assert decide(wheels.released(released), built).version == version


@pytest.mark.parametrize(("released", "version"), [("0.1.3", "0.1.4"), ("1.4.2", "1.5.0")])
def test_new_argument_is_compatible(released: str, version: str, wheels: Wheels) -> None:
    """An added optional argument is a patch below 1.0, so that `~= 0.1.3` accepts it, and a minor version from 1.0 on."""
    built = wheels.built()
    schemas(built)["DescribeCratesRequest"]["properties"]["Colour"] = {"type": "string"}
    decision = decide(wheels.released(released), built)
    assert (decision.version, decision.impact) == (version, Impact.ADDITIVE)


def test_other_code_is_a_patch(wheels: Wheels) -> None:
    """Files that differ without a changed fact or name are a patch."""
    decision = decide(wheels.released("1.4.2"), wheels.built())
    assert (decision.version, decision.impact) == ("1.4.3", Impact.INTERNAL)
    assert [change.fact.kind for change in decision.wheel] == ["code"]


def test_changed_name_breaks(wheels: Wheels) -> None:
    """A Python name that no fact explains decides, too. The names are compared if the generator or the own code differs."""
    rule = Rule("name", "removed", "", Impact.BREAKING, "The name is removed.")
    change = Change(Fact("tencentkit.depot.Depot", "name"), "removed", "class", None, (rule,))
    assert decide(wheels.released(), wheels.built(), names=[change]).version == "0.2.0"
    assert not needs_names(wheels.released(), wheels.built())
    assert needs_names(wheels.released(), wheels.built(generator="other"))
    assert needs_names(wheels.released(), wheels.built(own_code="other"))
    assert not needs_names(wheels.released(), wheels.built(b"one", generator="other"))


@pytest.mark.parametrize(
    ("old", "new", "kinds", "version"),
    [
        (["2020-01-01"], ["2020-01-01", "2021-01-01"], {"API version"}, "0.1.4"),
        (["2020-01-01", "2021-01-01"], ["2020-01-01"], {"API version"}, "0.2.0"),
        (["2020-01-01", "2021-01-01"], ["2021-01-01", "2020-01-01"], {"default API version"}, "0.2.0"),
        (["2020-01-01"], ["2021-01-01", "2020-01-01"], {"API version", "default API version"}, "0.2.0"),
    ],
)
def test_api_versions(old: list[str], new: list[str], kinds: set[str], version: str, wheels: Wheels) -> None:
    """An added API version is compatible; a removed one or another default breaks."""
    decision = decide(wheels.released(versions=tuple(old)), wheels.built(versions=tuple(new)))
    assert ({change.fact.kind for change in decision.wheel}, decision.version) == (kinds, version)


def test_next_core_breaks(wheels: Wheels) -> None:
    """A product that requires a breaking version of the core has a breaking version itself, even with equal files."""
    built = wheels.built(b"one", core="0.2.0", next_core="0.3")
    decision = decide(wheels.released(), built)
    assert decision.version == "0.2.0"
    assert "- ⚠️ range of tencentkit: `<0.2` → `<0.3`." in section(decision, built.origin, {})


@pytest.mark.parametrize(("minimum", "version"), [("0.1.1", "0.1.4"), ("1.0.0", "1.0.0")])
def test_minimum(minimum: str, version: str, wheels: Wheels) -> None:
    """A person may raise a version, never lower it. A minimum above the released version requires a release."""
    assert decide(wheels.released(), wheels.built(), minimum=minimum).version == version
    assert decide(wheels.released(), wheels.built(b"one"), minimum=minimum).is_needed is (minimum == "1.0.0")


def test_taken_versions_are_skipped(wheels: Wheels) -> None:
    """A version that the index has, such as a yanked one, is never built again."""
    assert decide(wheels.released(), wheels.built(), taken={"0.1.3", "0.1.4", "0.1.5"}).version == "0.1.6"


def test_wheel_without_record(wheels: Wheels) -> None:
    """A published wheel that cannot be compared is followed by a breaking version."""
    decision = decide(None, wheels.built(), unread="0.1.3")
    assert (decision.version, decision.released, decision.impact) == ("0.2.0", "0.1.3", Impact.BREAKING)


def test_changelog(document: dict[str, Any], wheels: Wheels) -> None:
    """Equal changes are one line, values and reasons are shown, and a lost action does not list its types again."""
    built = wheels.built()
    for action in ("OldWay", "GoneWay", "OpenGate"):
        del built.facts["2020-01-01"]["paths"][f"/{action}"]
        for end in ("Request", "Response"):
            del schemas(built)[f"{action}{end}"]
    schemas(built)["DescribeCratesRequest"]["properties"]["Limit"]["maximum"] = 50
    for source in built.facts["2020-01-01"]["paths"]["/Import"]["post"].get("x-tc-source", []):
        source["sha256"] = "0"
    decision = decide(wheels.released(), built)
    text = section(decision, built.origin, {"2020-01-01": python_names(document)})
    lines = text.splitlines()
    assert lines[:4] == ["## 0.2.0", "", "Generated from tccli 3.1.1.1, by tencentkit 0.1.0.", ""]
    assert "### Breaking" in lines
    names = "`GoneWay` (`gone_way`), `OldWay` (`old_way`), `OpenGate` (`open_gate`)"
    assert f"- ⚠️ action removed (3): {names}. The method is removed." in lines
    [limit] = [line for line in lines if "Limit" in line]
    assert limit.startswith("- ⚠️ `DescribeCratesRequest.Limit` (`describe_crates(limit=…)`): maximum lowered: `100` → `50`.")
    assert "Response`" not in text
    older = extended("", "tencentkit-depot", "## 0.1.3\n\nFirst.\n")
    both = extended(older, "tencentkit-depot", text)
    assert both.startswith("# Changes of tencentkit-depot\n\n## 0.2.0\n")
    assert both.endswith("\n\n## 0.1.3\n\nFirst.\n")


def test_rules_of_the_page() -> None:
    """The design page has each rule for the wheel as a whole."""
    page = PAGE.read_text(encoding="utf-8")
    for rule in RULES:
        assert f"| {rule.fact} | {rule.change} | {rule.impact.word} | {rule.reason} |" in page
