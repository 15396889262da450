"""The entry point: parse, run, and turn every failure into one line and an exit code.

0 done, 1 problems found or refused, 2 wrong usage or unreadable input; 130 after Ctrl-C and 141 when the
reader of a pipe has gone, as the shell says it of other programs.
"""

from __future__ import annotations

import atexit
import errno
import gc
import io
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

from claims.cli import arguments
from claims.cli.messages import say
from claims.errors import ClaimsError

DONE, PROBLEMS, UNUSABLE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
#: With this variable set, failures show their traceback.
DEBUG = "CLAIMS_DEBUG"


def command() -> int:
    """Run the command line as a process of its own: as `main`, then leave."""
    code = main()
    # Taking every object apart costs a tenth of the time of a check, and nobody waits for that but the user. Where
    # somebody asked to be called at the end, or a thread still works, Python leaves as usual.
    callbacks: int = getattr(atexit, "_ncallbacks", lambda: 1)()
    if not callbacks and sys.gettrace() is None and _is_alone():
        _flush()
        os._exit(code)
    return code


def _is_alone() -> bool:
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        # Whoever reads may be gone by now; `main` has told what was to tell.
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    # A character that the terminal's encoding lacks is spelt out rather than fatal.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        with _plain_warnings():
            code = _run(sys.argv[1:] if argv is None else argv)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        return _leave_pipe()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if error.errno == errno.ENOSPC:
            _drop_output()
        return _failed((error.strerror or str(error)).lower(), error)
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        options = arguments.parse(argv)
        if isinstance(options, arguments.HelpOptions):
            print(options.text, end="")
            return DONE
        return _runner(options)(options)
    except SystemExit as stop:
        return int(stop.code or 0)
    except ClaimsError as error:
        return _failed(str(error), error)
    except (OSError, KeyboardInterrupt):
        raise
    except RecursionError as error:
        return _failed("the input nests too deep", error)
    except MemoryError as error:
        return _failed("out of memory; try a smaller file", error)
    except Exception as error:
        return _failed(f"a mistake in claims itself, {type(error).__name__}: {error}; {DEBUG}=1 shows where", error)


def _runner(options: object) -> Callable[[Any], int]:
    """Return the `run` that belongs to the options: that of the module of the same name; imported only now."""
    was_on = gc.isenabled()
    # Modules come to stay: looking for garbage among them finds none.
    gc.disable()
    try:
        module = import_module(type(options).__module__.replace(".options.", "."))
    finally:
        if was_on:
            gc.enable()
    run: Callable[[Any], int] = module.run
    return run


def _failed(message: str, error: BaseException) -> int:
    if os.environ.get(DEBUG):
        raise error
    say(message)
    return UNUSABLE


def _leave_pipe() -> int:
    """Leave quietly: nobody reads any more."""
    _drop_output()
    return PIPE_CLOSED


def _drop_output() -> None:
    """Point standard output elsewhere, or Python complains when it flushes at exit what cannot be written."""
    try:
        output = sys.stdout.fileno()
    except io.UnsupportedOperation:
        # Inside a program that took standard output over, there is nothing to flush.
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, output)
    os.close(nowhere)


@contextmanager
def _plain_warnings() -> Iterator[None]:
    """Show what the library warns of as one plain line, and no warning of other packages."""

    def show(message: Warning | str, category: type[Warning], *_: Any, **__: Any) -> None:
        if category is UserWarning:
            say(str(message), "warning")

    with warnings.catch_warnings():
        warnings.simplefilter("always", UserWarning)
        warnings.showwarning = show
        yield
