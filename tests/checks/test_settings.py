"""Settings, rule names, baselines, and which files a name means."""

from __future__ import annotations

import os
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.checks import BY_CODE, DEFAULT, RULES, RuleSet, matching
from claims.checks.baseline import Baseline, dump
from claims.checks.collect import collect, excluded
from claims.checks.findings import Finding
from claims.checks.settings import Settings, load, settings_of
from claims.errors import InputError, UsageError

TOML = """
ignore = ["C605", "wording"]
exclude = ["drafts/*"]
baseline = "debts.json"
severity = {C601 = "warning"}
per-file-ignores = {"old/*.json" = ["T4"]}
"""
CFG = """
[claims]
ignore = C605, wording
exclude =
    drafts/*
baseline = debts.json
severity =
    C601: warning
per-file-ignores =
    old/*.json: T4
"""


# -- rules by name


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("O111", ["O111"]),
        ("inexact", ["O111"]),
        ("O10", [f"O10{n}" for n in range(1, 10)]),
        ("wording", ["W501", "W502"]),
    ],
)
def test_rules_are_named_in_four_ways(name: str, codes: list[str]) -> None:
    """A code, a name, the beginning of a code, a family."""
    assert [rule.code for rule in matching(name)] == codes


def test_all_names_all() -> None:
    """ALL is every rule, also those that are off."""
    assert matching("ALL") == RULES
    assert {"D803"} == set(BY_CODE) - set(dict(DEFAULT.severities))


@pytest.mark.parametrize(
    ("name", "meant"),
    [("O999", "no rule"), ("inexakt", "is inexact meant"), ("ofsets", "is offsets meant"), ("", "no rule")],
)
def test_unknown_names_are_refused(name: str, meant: str) -> None:
    """A name that is none is a mistake of the caller, with a guess at what was meant."""
    with pytest.raises(UsageError, match=meant):
        RuleSet.choose(ignore=[name])


def test_what_cannot_be_ignored() -> None:
    """Rules without which nothing can be read stay on; naming one to ignore it is refused, its family is not."""
    with pytest.raises(UsageError, match="X004"):
        RuleSet.choose(ignore=["X004"])
    rules = RuleSet.choose(ignore=["ALL"])
    assert {code for code, _ in rules.severities} == {rule.code for rule in RULES if rule.is_fatal}


@given(st.lists(st.sampled_from([rule.code for rule in RULES if not rule.is_fatal])), st.randoms())
def test_order_of_names_does_not_matter(names: list[str], random: object) -> None:
    """The same names in another order give an equal set with the same key; another set has another key."""
    rules = RuleSet.choose(names)
    assert rules == RuleSet.choose(sorted(names, reverse=True))
    assert rules.key == RuleSet.choose([*names, *names]).key
    assert (rules.key == DEFAULT.key) == (rules == DEFAULT)


# -- settings


@pytest.mark.parametrize(
    ("name", "content"),
    [(".claims.toml", TOML), ("setup.cfg", CFG), ("pyproject.toml", "[tool.claims]" + TOML)],
)
def test_three_files_say_the_same(name: str, content: str, tmp_path: Path) -> None:
    """Settings mean the same in each of the three files."""
    (tmp_path / name).write_text(content, "utf-8")
    settings = settings_of(tmp_path)
    rules = settings.rules(str(tmp_path / "new/a.json"))
    assert ("C605" in rules, "W501" in rules, "T401" in rules) == (False, False, True)
    assert rules.severity("C601") == "warning"
    assert "T401" not in settings.rules(str(tmp_path / "old/deep/a.json"))
    assert settings.excludes(str(tmp_path / "drafts/x/a.json"))
    assert not settings.excludes(str(tmp_path / "a.json"))
    assert settings.baseline == "debts.json"


def test_the_nearest_settings_count(tmp_path: Path) -> None:
    """A folder's own settings win over those above; a file without our section is passed over; .git ends the search."""
    inner = tmp_path / "a/b"
    inner.mkdir(parents=True)
    (tmp_path / ".claims.toml").write_text('ignore = ["C601"]', "utf-8")
    (tmp_path / "a/pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert "C601" not in settings_of(inner).rules("x")
    (tmp_path / "a/setup.cfg").write_text("[claims]\nignore = T4\n", "utf-8")
    settings_of.cache_clear()
    assert "C601" in settings_of(inner).rules("x")
    (inner / ".git").mkdir()
    settings_of.cache_clear()
    assert settings_of(inner) == Settings()


def test_the_command_line_wins(tmp_path: Path) -> None:
    """--select replaces the list of the settings, --ignore is added to theirs."""
    settings = Settings(tmp_path / "x", select=("O",), ignore=("O111",))
    assert "T401" in settings.rules("a", ("T", "O"), ("O112",))
    assert {"O111", "O112"}.isdisjoint(code for code, _ in settings.rules("a", ("T", "O"), ("O112",)).severities)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("ignore = [", "cannot be read"),
        ("ignroe = []", "is ignore meant"),
        ('ignore = ["X99"]', "there is no rule"),
        ("ignore = 3", "list of names"),
        ('severity = {C601 = "fatal"}', "error"),
        ("severity = 3", "table"),
        ("baseline = 3", "name of a file"),
        ('per-file-ignores = {"*" = ["nonsense"]}', "there is no rule"),
        ('ignore = ["X004"]', "cannot be ignored"),
    ],
)
def test_mistakes_in_settings_are_told(content: str, said: str, tmp_path: Path) -> None:
    """Settings that cannot be meant are refused with the name of their file, or of what they name."""
    file = tmp_path / ".claims.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(UsageError, match=said):
        load(file)


# -- files


def test_folders_and_globs(tmp_path: Path) -> None:
    """A folder means what ends as a claim file, sorted, without hidden files and metadata; each file counts once."""
    for name in ("b/x.json", "a.jsonl", "a.xml.gz", ".hidden.json", "t.txt", "t.meta.json", ".git/x.json", "b/y.TEI"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [os.path.relpath(path, tmp_path) for path in collect([str(tmp_path), str(tmp_path / "a.jsonl")])]
    assert found == ["a.jsonl", "a.xml.gz", "b/x.json", "b/y.TEI"]
    assert collect([str(tmp_path / "**/*.json")]) == [str(tmp_path / "b/x.json")]
    assert collect(["-", "missing.json"]) == ["-", "missing.json"]
    with pytest.raises(UsageError, match="nothing matches"):
        collect([str(tmp_path / "*.nothing")])


@pytest.mark.parametrize(
    ("path", "pattern", "out"),
    [("a/b/c.json", "a", True), ("a/b/c.json", "a/", True), ("a/b/c.json", "*.json", True), ("a/b.json", "b", False)],
)
def test_patterns(path: str, pattern: str, out: bool) -> None:
    """A pattern means a file by its name or path, or a folder with all below it."""
    assert excluded(path, [pattern]) == out


# -- baselines


def finding(**fields: object) -> Finding:
    """Return a finding."""
    return Finding(**{"code": "O111", "message": "m", "path": "a.json", "pointer": "/claims/2/text", **fields})  # type: ignore[arg-type]


def test_known_findings_are_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a baseline knows is passed over as often as it was there, wherever its lines have gone; the rest is told."""
    monkeypatch.chdir(tmp_path)
    known = [finding(subject="c3", line=7), finding(subject="c3", line=8), finding(code="C601")]
    Path("debts.json").write_bytes(dump(known, "debts.json"))
    moved = [attrs.evolve(one, line=99, pointer=one.pointer.replace("2", "5")) for one in known[:2]]
    new = finding(subject="c4")
    told, count = Baseline.read("debts.json").split([*moved, new, moved[0]])
    assert (told, count) == ((new, moved[0]), 2)


def test_baselines_do_not_depend_on_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths count from the baseline's folder; the same findings in another order give the same bytes."""
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    rows = [finding(path="sub/a.json"), finding(path="sub/b.json")]
    data = dump(rows, "debts.json")
    assert data == dump(rows[::-1], "debts.json")
    Path("debts.json").write_bytes(data)
    monkeypatch.chdir(tmp_path / "sub")
    assert Baseline.read("../debts.json").split([finding(path="a.json")]) == ((), 1)


@pytest.mark.parametrize("content", [b"{}", b"[]", b"{", b'{"format": "claims-baseline/1.0", "findings": [{}]}'])
def test_what_is_no_baseline(content: bytes, tmp_path: Path) -> None:
    """Another file, or none, is refused by name."""
    (tmp_path / "x.json").write_bytes(content)
    for name in ("x.json", "none.json"):
        with pytest.raises(InputError, match=name):
            Baseline.read(str(tmp_path / name))
