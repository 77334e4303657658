from __future__ import annotations

from pathlib import Path

import pytest

from generator.product.installed import InstalledVersion
from generator.publication.settings import ReleaseSettings
from generator.spec.problems import SpecRefused

ROOT = Path(__file__).parents[3]
INSTALLED = [
    InstalledVersion(Path(f"services/{name}/v{version.replace('-', '')}"), name, version)
    for name, version in (("cvm", "2017-03-12"), ("scf", "2018-04-16"), ("tke", "2018-05-25"), ("tke", "2022-05-01"))
]


def read(folder: Path, text: str) -> ReleaseSettings:
    path = folder / "products.toml"
    path.write_text(text, encoding="utf-8")
    return ReleaseSettings.read(path)


def test_all_products(tmp_path: Path) -> None:
    """Without settings, all products are released with all versions and without prose; scf is in the core."""
    chosen = read(tmp_path, "").choose(INSTALLED, [])
    assert [(product.name, [row.version for row in sources]) for product, sources in chosen] == [
        ("cvm", ["2017-03-12"]),
        ("tke", ["2018-05-25", "2022-05-01"]),
    ]
    assert not any(product.keep_prose or product.minimum for product, _ in chosen)
    assert all(product.publish for product, _ in chosen)


def test_settings_of_a_product(tmp_path: Path) -> None:
    """A product overrides the common settings; its own folder is relative to the file."""
    text = """
names = ["TKE", "cvm"]
prose = "keep"
overlays = "own"
[product.tke]
versions = ["2022-05-01"]
prose = "drop"
minimum = "1.0.0"
publish = false
"""
    settings = read(tmp_path, text)
    (tke, sources), (cvm, _) = settings.choose(INSTALLED, [])
    assert (tke.keep_prose, tke.minimum, tke.publish, tke.overlays) == (False, "1.0.0", False, tmp_path / "own/tke")
    assert [row.version for row in sources] == ["2022-05-01"]
    assert cvm.keep_prose
    assert [product.name for product, _ in settings.choose(INSTALLED, ["cvm"])] == ["cvm"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nammes = 'all'", "did you mean names?"),
        ("names = 'cvm'", 'must be "all" or a list of products'),
        ("names = ['cvn']", "did you mean cvm"),
        ("names = [", "is not valid TOML"),
        ("prose = 'yes'", "must be keep or drop"),
        ("work = 3", "must be a folder"),
        ("product = 3", "must be a table of products"),
        ("[product]\ncvm = 3", "must be a table"),
        ("[product.cvm]\nversion = '1.0.0'", "did you mean versions?"),
        ("[product.cvm]\nversions = '2017-03-12'", "must be a list of API versions"),
        ("[product.cvm]\nversions = ['2017-03-13']", "it has 2017-03-12"),
        ("[product.cvm]\nminimum = '1.0'", "is not a version like 1.2.3"),
        ("[product.cvm]\npublish = 'no'", "must be true or false"),
        ("[product.cvm]\nprose = 'no'", "must be keep or drop"),
        ("names = ['tke']\n[product.cvm]\npublish = true", "names does not list it"),
    ],
)
def test_refused_settings(text: str, message: str, tmp_path: Path) -> None:
    """An invalid setting is refused with its name."""
    with pytest.raises(SpecRefused, match=message.replace("?", r"\?")):
        read(tmp_path, text).choose(INSTALLED, [])


def test_unlisted_product(tmp_path: Path) -> None:
    """A product that the settings do not list is refused."""
    with pytest.raises(SpecRefused, match="does not list tke"):
        read(tmp_path, "names = ['cvm']").choose(INSTALLED, ["tke"])


def test_missing_file(tmp_path: Path) -> None:
    """A missing file is named."""
    with pytest.raises(SpecRefused, match=r"products\.toml.*cannot be read"):
        ReleaseSettings.read(tmp_path / "products.toml")


def test_own_settings() -> None:
    """The committed file is valid."""
    assert ReleaseSettings.read(ROOT / "products.toml").names is None
