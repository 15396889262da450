"""What the system is asked to watch in a worker: its CPU time, its memory, and whether its parent lives."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
from pathlib import Path

#: Exit code of a worker whose text needed more memory than it may.
OUT_OF_MEMORY = 75
_MB = 1 << 20
#: prctl(2): the signal that a process gets when its parent ends.
_PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """Have the kernel end this process when the thread that started it ends, where the kernel can.

    Elsewhere the worker ends when its pipe closes, or at the latest when its time is up.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def limit_time(seconds: float) -> None:
    """End this process after so many seconds of CPU time; 0 takes the limit away.

    The kernel counts and ends it, whatever holds the interpreter: CPU time and not the clock, so that a busy
    machine does not set texts aside.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def limit_memory(megabytes: int) -> None:
    """Let this process have so much memory beside what it has now; asking for more fails.

    macOS knows the limit but does not keep it; there the parent watches.
    """
    try:
        import resource
    except ImportError:
        return
    size = _virtual()
    if size is not None:
        most = size + megabytes * _MB
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _virtual() -> int | None:
    """Return the size of this process's address space in bytes, where Linux tells it."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return None
