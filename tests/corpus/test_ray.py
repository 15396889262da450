"""The Ray engine on a real local cluster: the same files, also where workers are killed by their pid."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus_texts import Make, rows, tree

from claims.corpus import cluster, run, serial
from claims.errors import MissingDependencyError


def test_ray_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Ray the engine says what to install."""
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingDependencyError, match=r"pip install 'atomic-claims\[ray\]'"):
        cluster()


@pytest.fixture
def started(hazard: Path) -> Iterator[None]:
    """Start a cluster whose processes know the fast pipeline."""
    ray = pytest.importorskip("ray")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init(num_cpus=3, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    yield
    ray.shutdown()


@pytest.mark.engines
def test_ray_is_serial(make: Make, started: None, tmp_path: Path) -> None:
    """A cluster makes the bytes that one process makes, failures included, and resumes what it made."""
    records = rows(range(300), **{"raise": 50})
    outcome = run(make(records, "ray"), cluster(workers=2))
    assert outcome.totals["texts"] == 299
    run(make(records, "plain"), serial)
    assert tree(tmp_path / "ray") == tree(tmp_path / "plain")
    assert run(make(records, "ray"), cluster(workers=2)).state.texts == 0
    later = rows(range(400), **{"raise": 50})
    assert run(make(later, "ray"), cluster(workers=2)).state.texts == 100
    run(make(later, "plain"), serial)
    assert tree(tmp_path / "ray") == tree(tmp_path / "plain")


@pytest.mark.engines
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("generation", ["worker", "actor"])
def test_worker_is_killed(make: Make, hazard: Path, started: None, tmp_path: Path, generation: str) -> None:
    """Neither our worker nor the Ray process that keeps it is missed when it is killed."""
    killed: list[int] = []

    def kill() -> None:
        while not hazard.exists() or not hazard.read_text().split():
            time.sleep(0.1)
        time.sleep(1)
        pid = int(hazard.read_text().split()[0])
        if generation == "actor":
            pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        killed.append(pid)
        os.kill(pid, signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    records = rows(range(1500))
    outcome = run(make(records, "ray"), cluster(workers=2))
    thread.join()
    assert killed
    assert len(hazard.read_text().split()) >= 3
    assert (outcome.totals["texts"], outcome.totals["failed"]) == (1500, 0)
    run(make(records, "plain"), serial)
    assert tree(tmp_path / "ray") == tree(tmp_path / "plain")


@pytest.mark.engines
def test_poison_under_ray(make: Make, started: None, tmp_path: Path) -> None:
    """A text that kills its worker is set aside under Ray as elsewhere."""
    records = rows(range(60), crash=17)
    assert run(make(records, "ray"), cluster(workers=2)).totals["failed"] == 1
    run(make(rows(n for n in range(60) if n != 17), "plain"), serial)
    shard = "shard-000000.jsonl"
    known = {line for path in (tmp_path / "plain").glob("shard-*") for line in path.read_bytes().splitlines()}
    assert set((tmp_path / f"ray/{shard}").read_bytes().splitlines()) <= known
