"""The frame of every command: exit codes, one line a failure, quiet ends, quick help."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
import warnings
from functools import partial
from pathlib import Path

import pytest

from claims.cli import convert, main
from claims.errors import InputError, MissingDependencyError

CLAIMS = [sys.executable, "-m", "claims"]


def run(*argv: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process of its own."""
    return subprocess.run([*CLAIMS, *argv], capture_output=True, check=False, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> object:
    """Make `claims convert --list` raise a given error."""

    def fail_with(error: BaseException) -> int:
        def fail() -> list[str]:
            raise error

        monkeypatch.setattr(convert, "listed", fail)
        return main.main(["convert", "--list"])

    return fail_with


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    """Both print to standard output and succeed; so does `claims` alone."""
    assert main.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("claims 0.")
    assert main.main(["--help"]) == 0
    first = capsys.readouterr().out
    assert main.main([]) == 0
    assert capsys.readouterr().out == first


def test_wrong_usage_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and one line on standard error that says where to look."""
    assert main.main(["anotate"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("claims: ")
    assert "(see claims --help)" in captured.err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (InputError("is odd", "a.json", "3:1"), 2, "claims: a.json: 3:1: is odd\n"),
        (MissingDependencyError("install it with: pip install x"), 2, "claims: install it with: pip install x\n"),
        (ValueError("boom"), 2, "claims: a mistake in claims itself, ValueError: boom; CLAIMS_DEBUG=1 shows where\n"),
        (RecursionError(), 2, "claims: the input nests too deep\n"),
        (MemoryError(), 2, "claims: out of memory; try a smaller file\n"),
        (OSError(28, "No space left on device"), 2, "claims: no space left on device\n"),
        (InputError("two\nlines \x1b[2J"), 2, "claims: two lines ␛[2J\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_every_failure_is_one_line(
    failing: object, error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No failure shows a traceback or anything that steers the terminal; Ctrl-C says nothing."""
    assert failing(error) == code  # type: ignore[operator]
    assert capsys.readouterr().err == said


def test_debug_shows_where(failing: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """With CLAIMS_DEBUG the exception comes through."""
    monkeypatch.setenv("CLAIMS_DEBUG", "1")
    with pytest.raises(ValueError, match="boom"):
        failing(ValueError("boom"))  # type: ignore[operator]


def test_warnings_are_plain_lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What the library warns of is one line; deprecations of other packages are nobody's business here."""

    def listed() -> list[str]:
        warnings.warn("claims/1.3 is newer", stacklevel=2)
        warnings.warn("old function", DeprecationWarning, stacklevel=2)
        return []

    monkeypatch.setattr(convert, "listed", listed)
    assert main.main(["convert", "--list"]) == 0
    assert capsys.readouterr().err == "claims: warning: claims/1.3 is newer\n"


def test_help_is_quick_and_light() -> None:
    """--help loads none of the heavy packages, and takes less than a quarter of a second."""
    code = (
        "import sys; from claims.cli.main import main; main(['--help']); "
        "heavy = 'spacy', 'lxml', 'jsonschema', 'numpy', 'rich', 'cattrs', 'py3langid'; "
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert run("--help").returncode == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Time of the processor, not of the clock: what else runs on the machine is none of our doing.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.25


def test_a_closed_pipe_is_quiet(dam_file: Path) -> None:
    """A reader that goes away, as `head` does, ends the command without a word."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*CLAIMS, "show", str(dam_file)], stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_one_line(dam_file: Path) -> None:
    """Output that cannot be written is an error, even when it only fails at the end."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*CLAIMS, "show", str(dam_file)], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (2, b"claims: no space left on device\n")


def test_interrupts_are_quiet(tmp_path: Path) -> None:
    """Ctrl-C while waiting for input ends with 130 and no traceback."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # A shell starts its background jobs with interrupts ignored, and they would pass that on.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    waiting = subprocess.Popen([*CLAIMS, "show", str(pipe)], stderr=subprocess.PIPE, preexec_fn=heard)
    # Opening waits for the other end, so that the command is known to be at its reading.
    with open(pipe, "wb"):
        time.sleep(0.3)
        waiting.send_signal(signal.SIGINT)
        _, said = waiting.communicate(timeout=20)
    assert (waiting.returncode, said) == (130, b"")


def test_a_poor_encoding_is_not_fatal(dam_file: Path) -> None:
    """A terminal that has no Unicode gets escapes."""
    done = run("show", str(dam_file), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert b"\\u65e5\\u672c" in done.stdout


def test_closed_output_is_an_error(dam_file: Path) -> None:
    """With standard output closed, a conversion to it is refused."""
    line = f'"{sys.executable}" -m claims convert "{dam_file}" - --to json >&-'
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr == b"claims: standard output is closed; name a file\n"


def test_a_process_leaves_with_its_code_and_all_its_output(tmp_path: Path) -> None:
    """Leaving at once loses no line and no code; what was to be called at the end is called."""
    path = tmp_path / "many.jsonl"
    path.write_text('{"format": "claims/1.0"}\n' * 3000, "utf-8")
    done = run("validate", str(path))
    assert done.returncode == 1
    assert done.stdout.count(b"\n") >= 3000
    assert done.stderr.endswith(b" in 1 of 1 file\n")
    code = "import atexit, sys; from claims.cli.main import command; atexit.register(print, 'end'); sys.exit(command())"
    done = subprocess.run([sys.executable, "-c", code, "rule", "X001"], capture_output=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, b"end")
