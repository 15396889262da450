"""Ids that cannot stand get the usual one, with every reference to them; ids that can stand are never touched."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_document import at, good

from claims.checks import validate
from claims.checks.ids import LETTERS, normalised
from claims.checks.walks import KINDS
from claims.cli.main import main

Data = dict[str, Any]


def renamed(data: Data, names: dict[str, str]) -> Data:
    """Return the data with other ids, wherever they stand."""

    def walk(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {names.get(k, k) if key == "certainty" else k: walk(item, k) for k, item in value.items()}
        if isinstance(value, list):
            return [walk(item, key) for item in value]
        is_name = key not in {"text", "exact", "lemma", "name", "rationale", "value", "document"}
        return names.get(value, value) if isinstance(value, str) and is_name else value

    return {field: walk(value, field) if field != "source" else value for field, value in data.items()}


def all_ids(data: Data) -> list[str]:
    """Return the ids of a file, in its order."""
    return [row["id"] for field in KINDS for row in data.get(field, ())]


def codes(data: Data) -> list[str]:
    """Return the codes of what is wrong."""
    return [problem.code for problem in validate(data)]


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(all_ids(good())), min_size=1), st.sampled_from(["{} ", "9{}", "{}:1", "#{}", "é{}"]))
def test_malformed_ids_become_the_usual_ones(chosen: set[str], form: str) -> None:
    """Whatever ids are malformed, one after the other becomes that of its place, and the file is the one it was."""
    broken = renamed(good(), {name: form.format(name) for name in chosen})
    made, done, refused = normalised(broken)
    assert "S006" in codes(broken)
    # The scale of the good document has a name for its id, and no number.
    assert made == renamed(good(), {"stars": "r1"} if "stars" in chosen else {})
    assert (len(done), refused) == (len(chosen), [])


def test_ids_that_can_stand_stay() -> None:
    """An unusual id is somebody's: nothing is done to it, and its number is not given to another."""
    data = renamed(good(), {"c1": "claim.one", "s2": "c3x", "c3": "9"})
    made, done, refused = normalised(data)
    assert renamed(made, {"claim.one": "c1", "c3x": "s2"}) == good()
    assert (len(done), refused) == (1, [])
    data = renamed(good(), {"c1": "c-1", "c2": "2nd"})
    data["claims"].append({**data["claims"][0], "id": "c2"})
    assert normalised(data)[0]["claims"][1]["id"] == f"c{len(data['claims']) + 1}"


@pytest.mark.parametrize("field", [field for field in KINDS if good().get(field)])
def test_one_id_for_two_kinds(field: str) -> None:
    """Where an id stands for things of two kinds, each reference says by its field which it means."""
    for other in KINDS:
        data = good()
        data.pop("waivers", None)
        if other == field or not data.get(other):
            continue
        name, taken = data[other][0]["id"], data[field][0]["id"]
        broken = renamed(data, {name: taken})
        made, done, refused = normalised(broken)
        if {field, other} == {"times", "claims"}:
            # What a time is counted from may be either.
            assert refused or not codes(made)
            continue
        assert refused == []
        assert len(done) == 1
        assert codes(made) == []


def two_claims(data: Data) -> None:
    """Call two claims the same, and judge one of them."""
    data["claims"][3]["id"] = data["claims"][8]["id"]
    data["verdicts"][0]["claim"] = data["claims"][8]["id"]


def a_time_called_published(data: Data) -> None:
    """Give a time the name that means the publication date, which others are counted from."""
    data["times"][1]["id"] = "published"


def a_waiver_at_either(data: Data) -> None:
    """Waive a rule at an id that an entity and a claim have."""
    data["entities"][0]["id"] = "c9"
    data["waivers"] = [{"id": "w1", "rule": "C604", "at": "c9", "reason": "x"}]


@pytest.mark.parametrize("change", [two_claims, a_time_called_published, a_waiver_at_either])
def test_two_answers_are_refused(change: Callable[[Data], None]) -> None:
    """Where a reference may mean either of two things, nothing is done, and it is said."""
    data = good()
    change(data)
    made, done, refused = normalised(data)
    assert made == data
    assert done == []
    assert len(refused) == 1


def test_an_id_that_nobody_names_is_free_to_change() -> None:
    """The later of two things of one kind gets another id where no reference could mean it."""
    data = good()
    data["times"].append({"id": "t1", **at("May 2020"), "type": "DATE", "value": "2020-05", "edtf": "2020-05"})
    for claim in data["claims"]:
        for when in claim["when"]:
            when.pop("time", None)
    for time in data["times"]:
        time["anchor"] = None
    made, done, refused = normalised(data)
    assert [time["id"] for time in made["times"]] == ["t1", "t2", "t3"]
    assert (len(done), refused) == (1, [])


def test_waivers_and_verdicts_follow() -> None:
    """What is judged or waived stays judged and waived under its new id."""
    data = good()
    data["waivers"] = [{"id": "no 1", "rule": "C601", "at": "s 3", "reason": "x", "by": "m 1"}]
    broken = renamed(data, {"s3": "s 3", "m1": "m 1", data["verdicts"][0]["claim"]: "a claim"})
    made, _, _ = normalised(broken)
    assert made["waivers"] == [{"id": "w1", "rule": "C601", "at": "s3", "reason": "x", "by": "m1"}]
    assert made["verdicts"] == good()["verdicts"]


def test_every_kind_has_its_letter() -> None:
    """No two kinds share a letter, so that usual ids never clash."""
    assert set(LETTERS) == set(KINDS.values())
    assert len(set(LETTERS.values())) == len(LETTERS)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_any_data_goes_through(seed: int) -> None:
    """Whatever stands where rows and ids should, nothing breaks, and a second time there is nothing to do."""
    chance = random.Random(seed)
    data = good()
    for field in chance.sample(sorted(KINDS), 3):
        data[field] = chance.choice([None, 3, "x", {}, [None], [[]], [{"id": 3}], [{"id": ""}, {"id": ""}]])
    made, _, _ = normalised(data)
    assert normalised(made)[0] == made


def test_the_command_shows_and_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--diff shows the new ids, --fix writes them; a debt of the baseline is known under its new id as well."""
    file, debts = tmp_path / "a.json", tmp_path / "debts.json"
    data = renamed(good(), {"c9": "9th"})
    data["claims"][8]["text"] = "Otherwise worded."
    file.write_text(json.dumps(renamed(data, {"9th": "c9"}), indent=1), "utf-8")
    assert main(["validate", str(file), "--baseline", str(debts), "--update-baseline"]) == 0
    # The debt is known of "9th": as if the file had been written before ids were looked at.
    old = json.loads(debts.read_bytes())
    file.write_text(json.dumps(data, indent=1), "utf-8")
    assert main(["validate", str(file), "--diff"]) == 1
    assert '+   "id": "c9",' in capsys.readouterr().out.splitlines()
    assert main(["validate", str(file), "--fix", "--baseline", str(debts)]) == 0
    assert json.loads(debts.read_bytes()) == old
    assert "9th" not in file.read_text("utf-8")


def test_a_debt_is_known_under_its_new_words(tmp_path: Path) -> None:
    """What is left of a file after mending is no new problem where it was an old debt."""
    file, debts = tmp_path / "a.json", tmp_path / "debts.json"
    data = good()
    # Two things of different kinds with one id, and a claim at that id with a fault that stays.
    data["entities"].append({"id": "c9", "name": "x", "type": "person"})
    data["entities"][-1]["by"] = "m7"
    file.write_text(json.dumps(data, indent=1), "utf-8")
    main(["validate", str(file), "--baseline", str(debts), "--update-baseline"])
    assert main(["validate", str(file), "--baseline", str(debts)]) == 0
    assert main(["validate", str(file), "--fix", "--baseline", str(debts)]) == 0
    assert json.loads(file.read_bytes()) != data
    assert main(["validate", str(file)]) == 1
