"""What goes wrong in long runs: processes are really killed, the disk is really full, texts are really poisonous."""

from __future__ import annotations

import json
import os
import pickle
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from corpus_texts import HAZARD, Make, documents, failures, rows, tree

from claims.corpus import Limits, Settings, local, run, serial
from claims.corpus import keeper as keeper_module
from claims.corpus.keeper import Keeper
from claims.errors import InputError, MissingDependencyError

SCRIPT = """
import pickle, sys
from claims.corpus import local, run
run(pickle.load(open(sys.argv[1], "rb")), local(int(sys.argv[2])))
"""


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something holds; fail where it does not in time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def pids(log: Path) -> list[int]:
    """Return the workers that have signed."""
    return [int(line) for line in log.read_text().split()] if log.exists() else []


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that ended and was not fetched does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def begun(job: object, folder: Path, workers: int) -> subprocess.Popen[bytes]:
    """Start a run in a process of its own."""
    (folder / "job.pickle").write_bytes(pickle.dumps(job))
    return subprocess.Popen([sys.executable, "-c", SCRIPT, str(folder / "job.pickle"), str(workers)])


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_worker_is_killed(make: Make, hazard: Path, tmp_path: Path) -> None:
    """A worker that is killed from outside costs nothing: another comes, and the files are the same."""
    records = rows(range(240))
    states: list[int] = []

    def watch(_: object) -> None:
        if len(states) == 2:
            os.kill(pids(hazard)[-1], signal.SIGKILL)
        states.append(1)

    run(make(records), local(1), watch=watch)
    assert len(pids(hazard)) == 2
    run(make(records, "plain"), serial)
    assert tree(tmp_path / "out") == tree(tmp_path / "plain")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_parent_is_killed(make: Make, hazard: Path, tmp_path: Path) -> None:
    """After the parent is killed its worker ends at once, what was listed stands, and the next run goes on."""
    job = make(rows(range(600)))
    manifest = tmp_path / "out/manifest.jsonl"
    process = begun(job, tmp_path, 1)
    wait_for(lambda: manifest.exists() and manifest.read_bytes().count(b"\n") > 3)
    process.kill()
    process.wait()
    wait_for(lambda: not any(map(alive, pids(hazard))), 10)
    outcome = run(job, serial)
    assert 0 < outcome.state.texts < 600
    assert outcome.state.texts + outcome.state.skipped == 600
    run(make(rows(range(600)), "plain"), serial)
    assert tree(tmp_path / "out") == tree(tmp_path / "plain")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_parent_is_killed_at_any_moment(make: Make, hazard: Path, tmp_path: Path, seed: int) -> None:
    """At whatever moments the parent is killed, time and again, the corpus comes out whole in the end."""
    job = make(rows(range(400), **{"raise": 13}))
    chance = random.Random(seed)
    for _ in range(3):
        process = begun(job, tmp_path, 2)
        time.sleep(chance.uniform(0.5, 6.0))
        process.kill()
        process.wait()
    wait_for(lambda: not any(map(alive, pids(hazard))), 10)
    run(job, local(2))
    run(make(rows(range(400), **{"raise": 13}), "plain"), serial)
    assert tree(tmp_path / "out") == tree(tmp_path / "plain")


def test_crash(make: Make, hazard: Path, tmp_path: Path) -> None:
    """A text that ends its worker twice while it is alone is set aside; all others are done."""
    outcome = run(make(rows(range(10), crash=7)), local(1))
    assert failures(tmp_path / "out") == {"t7": "crash"}
    assert "signal 11" in outcome.failures[0].error
    assert documents(tmp_path / "out") == [f"t{n}" for n in range(10) if n != 7]
    # With its neighbours, alone, alone again, and one for those behind it.
    assert len(pids(hazard)) == 4


@pytest.mark.slow
def test_poison(make: Make, tmp_path: Path) -> None:
    """Texts that never end, or eat all memory, are set aside with the reason; all others are done once."""
    records = rows(range(30), hang=3, glutton=9, crash=17)
    outcome = run(make(records, limits=Limits(5, 200), shard_size=40), local(1))
    assert failures(tmp_path / "out") == {"t3": "time", "t9": "memory", "t17": "crash"}
    assert documents(tmp_path / "out") == [f"t{n}" for n in range(30) if n not in (3, 9, 17)]
    errors = [failure.error for failure in outcome.failures]
    assert ["5 seconds of CPU time" in errors[0], "200 MB" in errors[1], "signal 11" in errors[2]] == [True] * 3


@pytest.mark.slow
def test_killed_once_is_no_poison(make: Make, hazard: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A text whose worker dies once is tried again and done."""
    monkeypatch.setenv("HAZARD_ONCE", str(tmp_path / "happened"))
    run(make(rows(range(10), once=4)), local(1))
    assert (tmp_path / "happened").exists()
    assert documents(tmp_path / "out") == [f"t{n}" for n in range(10)]


@pytest.mark.slow
def test_worker_is_deaf(hazard: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that neither works nor ends is killed after the time that it is waited for; another takes its place."""
    monkeypatch.setattr(keeper_module, "PATIENCE", 0.0)
    keeper = Keeper(HAZARD, Limits(60, 500))
    assert keeper.annotate(rows([1]))[0]["error"] is None
    (deaf,) = pids(hazard)
    os.kill(deaf, signal.SIGSTOP)
    monkeypatch.setattr(keeper_module, "LEAST_PATIENCE", 0.5)
    monkeypatch.setattr(keeper_module, "STARTS", 1000)

    def relax() -> None:
        wait_for(lambda: not alive(deaf))
        keeper_module.LEAST_PATIENCE = 600.0

    thread = threading.Thread(target=relax)
    thread.start()
    assert keeper.annotate(rows([2]))[0]["error"] is None
    thread.join()
    keeper.close()


def test_model_is_missing(make: Make) -> None:
    """Workers that cannot load the model say so once, with the command that installs it."""
    with pytest.raises(MissingDependencyError, match="no_such_model"):
        run(make(rows(range(3)), settings=Settings("no_such_model")), local(2))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 400 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root can mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("to", ["jsonl", pytest.param("tei", marks=pytest.mark.slow)])
def test_disk_is_full(make: Make, small_disk: Path, tmp_path: Path, to: str) -> None:
    """On a full disk the run ends with the reason; what is listed is whole, and with room it goes on."""
    options = {"to": to, "settings": Settings("hazard_pipeline", to), "shard_size": 10}
    job = make(rows(range(200)), "disk/out", **options)
    with pytest.raises(InputError, match="no space left on device"):
        run(job, serial)
    assert [name for name in tree(small_disk / "out") if name.startswith(".")] == []
    listed = [json.loads(line) for line in (small_disk / "out/manifest.jsonl").read_text("utf-8").splitlines()]
    # A shard that was renamed but could not be listed any more is taken up by the next run.
    unlisted = {path.name for path in (small_disk / "out").glob("shard-*")} - {row["file"] for row in listed[1:]}
    assert len(unlisted) <= 1
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    assert run(job, serial).state.skipped >= 10
    run(make(rows(range(200)), "plain", **options), serial)
    assert tree(small_disk / "out") == tree(tmp_path / "plain")


@pytest.mark.parametrize("torn", [1, 40, 300])
def test_manifest_breaks_off(make: Make, plain: dict[str, bytes], tmp_path: Path, torn: int) -> None:
    """A manifest whose last lines broke off is believed as far as it is whole."""
    path = tmp_path / "plain/manifest.jsonl"
    path.write_bytes(path.read_bytes()[:-torn])
    run(make(rows(range(40)), "plain"), serial)
    assert tree(tmp_path / "plain") == plain


@pytest.mark.parametrize("nth", range(1, 10))
def test_rename_that_never_came(make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, nth: int) -> None:
    """Wherever a run over changed input breaks off, the next one makes the files of a fresh run."""
    run(make(rows(range(40))), serial)
    later = rows([555, *range(39)])
    real, calls = os.replace, []

    def replace(*paths: object) -> None:
        calls.append(paths)
        if len(calls) == nth:
            raise KeyboardInterrupt
        real(*paths)  # type: ignore[arg-type]

    monkeypatch.setattr("os.replace", replace)
    try:
        run(make(later), serial)
    except KeyboardInterrupt:
        monkeypatch.setattr("os.replace", real)
        assert run(make(later), serial).state.texts <= 1
    monkeypatch.setattr("os.replace", real)
    run(make(later, "fresh"), serial)
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")
