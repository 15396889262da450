"""What people put into their CI: valid by its vendor's schema, and it does what it says when it is run."""

from __future__ import annotations

import copy
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml
from sample_document import good

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples/ci"
SCRIPT = EXAMPLES / "validate-claims.sh"


def sound(name: str) -> dict[str, Any]:
    """Return the good document under another name, about another text that is not at hand."""
    data = copy.deepcopy(good())
    source = data["source"] | {"id": name, "sha256": name.encode().hex().ljust(64, "0")}
    data["source"] = {key: value for key, value in source.items() if key != "text"}
    return data | {"verdicts": []}


def put(path: Path, data: Any) -> None:
    """Write a claim file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1), "utf-8")


def run(*command: str | Path, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command with the scripts of this environment first on the path, and none of a CI's variables."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CLAIMS_", "CI"))}
    path = os.pathsep.join((sysconfig.get_path("scripts"), str(Path(sys.executable).parent), os.environ["PATH"]))
    settings = {"PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PYTHONUTF8": "1"}
    words, environment = [str(part) for part in command], {**plain, **settings, **variables}
    return subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def git(folder: Path, *words: str) -> None:
    """Run git, as somebody."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = run("git", *who, *words, folder=folder)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Make a repository with two sound claim files, and what else lies in such folders."""
    put(tmp_path / "corpus/one.json", sound("one"))
    put(tmp_path / "corpus/two.json", sound("two"))
    put(tmp_path / "corpus/two.meta.json", {})
    (tmp_path / "README.md").write_text("# A corpus\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    return tmp_path


def broken(path: Path) -> None:
    """Make a claim file wrong in one place."""
    data = json.loads(path.read_text("utf-8"))
    data["claims"][0]["tense"] = "passed"
    put(path, data)


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", ROOT / "action.yml"),
        ("vendor.github-workflows", EXAMPLES / "github.yml"),
        ("vendor.gitlab-ci", EXAMPLES / "gitlab.yml"),
    ],
    ids=["action", "github", "gitlab"],
)
def test_valid_by_the_vendors_schema(schema: str, file: Path) -> None:
    """GitHub's and GitLab's own schemas accept the files."""
    done = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, file, folder=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("kind", "file"),
    [("validate-manifest", ROOT / ".pre-commit-hooks.yaml"), ("validate-config", EXAMPLES / "pre-commit-config.yaml")],
)
def test_valid_by_pre_commit(kind: str, file: Path) -> None:
    """pre-commit accepts the definition of the hook, and the configuration that uses it."""
    done = run(sys.executable, "-m", "pre_commit", kind, file, folder=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_script(corpus: Path) -> None:
    """The script passes sound files, fails on a broken one with its line, and on a path that is not there."""
    assert run("bash", SCRIPT, folder=corpus, CLAIMS_PATHS="corpus/\n\n").returncode == 0
    broken(corpus / "corpus/two.json")
    done = run("bash", SCRIPT, folder=corpus)
    assert done.returncode == 1
    assert "corpus/two.json:" in done.stdout
    assert "S005" in done.stdout
    assert run("bash", SCRIPT, folder=corpus, CLAIMS_OPTIONS="--ignore\nS005").returncode == 0
    assert run("bash", SCRIPT, folder=corpus, CLAIMS_PATHS="nowhere/").returncode == 2


def test_script_checks_only_what_changed(corpus: Path) -> None:
    """With a branch to compare with, only changed files are checked, whatever they are called; none is no failure."""
    broken(corpus / "corpus/two.json")
    git(corpus, "commit", "-qam", "broken on main")
    git(corpus, "update-ref", "refs/remotes/origin/main", "HEAD")
    nothing = run("bash", SCRIPT, folder=corpus, CLAIMS_BASE="main")
    assert (nothing.returncode, nothing.stdout) == (0, "no claim file has changed\n")
    put(corpus / "corpus/sub folder/-three é.json", sound("three"))
    git(corpus, "rm", "-q", "corpus/one.json")
    git(corpus, "add", ".")
    git(corpus, "commit", "-qm", "third")
    done = run("bash", SCRIPT, folder=corpus, CLAIMS_BASE="main", CLAIMS_PATHS="corpus/")
    assert (done.returncode, done.stderr) == (0, "claims: no problems in 1 file\n")
    broken(corpus / "corpus/sub folder/-three é.json")
    git(corpus, "commit", "-qam", "fourth")
    done = run("bash", SCRIPT, folder=corpus, CLAIMS_BASE="main")
    assert done.returncode == 1
    assert "corpus/sub folder/-three é.json:" in done.stdout
    assert "two.json" not in done.stdout


def test_action(corpus: Path) -> None:
    """The action's own step, run as GitHub would, annotates the line of a broken file."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    steps = [step for step in action["runs"]["steps"] if "run" in step]
    assert [step["shell"] for step in steps] == ["bash", "bash"]
    assert all("${{" not in step["run"] for step in steps), "what people typed is no part of a script"
    broken(corpus / "corpus/two.json")
    inputs = {name: given.get("default", "") for name, given in action["inputs"].items()} | {"paths": "corpus/"}
    filled = {
        name: value.replace("${{ inputs.paths }}", inputs["paths"]).replace("${{ inputs.options }}", inputs["options"])
        for name, value in steps[-1]["env"].items()
        if name != "CLAIMS_BASE"
    }
    assert not any("${{" in value for value in filled.values())
    done = run(
        "bash", "-c", steps[-1]["run"], folder=corpus, GITHUB_ACTIONS="true", GITHUB_ACTION_PATH=str(ROOT), **filled
    )
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=corpus/two.json,line=")


def test_gitlab(corpus: Path) -> None:
    """GitLab's script writes both reports before it fails; a second run takes its results from the cache."""
    job = yaml.safe_load((EXAMPLES / "gitlab.yml").read_text("utf-8"))["validate-claims"]
    script = "set -e\n" + "\n".join(job["script"])
    assert run("bash", "-c", script, folder=corpus).returncode == 0
    broken(corpus / "corpus/two.json")
    done = run("bash", "-c", script, folder=corpus)
    assert done.returncode == 1
    reports = job["artifacts"]["reports"]
    rows = json.loads((corpus / reports["codequality"]).read_text("utf-8"))
    assert [row["location"]["path"] for row in rows] == ["corpus/two.json"]
    assert 'failures="1"' in (corpus / reports["junit"]).read_text("utf-8")
    assert (corpus / ".claims_cache/CACHEDIR.TAG").is_file()


def hook(folder: Path, repository: Path, **more: Any) -> None:
    """Write a pre-commit configuration that takes the hook from a repository on this machine."""
    config = yaml.safe_load((EXAMPLES / "pre-commit-config.yaml").read_text("utf-8"))
    head = run("git", "rev-parse", "HEAD", folder=repository).stdout.strip()
    config["repos"][0] |= {"repo": str(repository), "rev": head}
    config["repos"][0]["hooks"][0] |= more
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")


def committed(folder: Path) -> Path:
    """Turn a folder into a repository with one commit."""
    git(folder, "init", "-q")
    git(folder, "add", "-f", ".")
    git(folder, "commit", "-qm", "all")
    return folder


def test_pre_commit(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The hook checks the claim files of a commit and no others: by their name, and only what is staged."""
    definition = tmp_path_factory.mktemp("definition")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", definition)
    # The installed command is run: making an environment of its own is tried by the slow test below.
    hook(corpus, committed(definition), language="system")
    home = str(tmp_path_factory.mktemp("pre-commit"))
    for name in ("good", "bad", "later"):
        put(corpus / f"{name}.claims.json", sound(name))
    for name in ("bad", "later"):
        broken(corpus / f"{name}.claims.json")
    put(corpus / "other.json", {"not": "ours"})
    git(corpus, "add", "good.claims.json", "other.json", ".pre-commit-config.yaml")
    done = run(sys.executable, "-m", "pre_commit", "run", folder=corpus, PRE_COMMIT_HOME=home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "validate claim files" in done.stdout
    git(corpus, "add", "bad.claims.json")
    done = run(sys.executable, "-m", "pre_commit", "run", folder=corpus, PRE_COMMIT_HOME=home)
    assert done.returncode == 1
    assert "bad.claims.json:" in done.stdout
    assert "S005" in done.stdout
    assert "later.claims.json" not in done.stdout


@pytest.mark.slow
def test_pre_commit_installs_the_package(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The hook's own environment is made from this checkout with all its dependencies, and checks a file."""
    checkout = tmp_path_factory.mktemp("checkout")
    for name in ("claims", "schemas", "setup.cfg", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        source = ROOT / name
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, checkout / name, ignore=ignored) if source.is_dir() else shutil.copy(source, checkout)
    hook(corpus, committed(checkout))
    put(corpus / "bad.claims.json", sound("bad"))
    broken(corpus / "bad.claims.json")
    git(corpus, "add", "bad.claims.json")
    home = str(tmp_path_factory.mktemp("pre-commit"))
    done = run(sys.executable, "-m", "pre_commit", "run", folder=corpus, PRE_COMMIT_HOME=home)
    assert done.returncode == 1
    assert "S005" in done.stdout, done.stdout + done.stderr
