"""Files that are there whole or not at all: written aside, synced, renamed; and a lock on their folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from claims.errors import InputError, UsageError

#: Names of what is being written: swept away by the next run.
PART = ".part"
LOCK = ".lock"

Result = TypeVar("Result")


def guarded(path: Path, action: Callable[[], Result]) -> Result:
    """Run what touches the disk; what the system refuses becomes an `InputError` with the file's name."""
    try:
        return action()
    except OSError as error:
        raise _refused(error, path) from error


def _refused(error: OSError, path: Path) -> InputError:
    return InputError(f"cannot be written: {(error.strerror or str(error)).lower()}", str(path))


def part_of(path: Path) -> Path:
    """Return where a file or folder is written before it gets its name."""
    return path.with_name(f".{path.name}{PART}")


def sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    if os.name != "posix" and path.is_dir():
        # Folders cannot be opened there; names are written through.
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file aside, sync it and rename it; what stood there is replaced."""
    aside = part_of(path)

    def write() -> None:
        with open(aside, "wb") as stream:
            for chunk in chunks:
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(aside, path)
        sync(path.parent)

    try:
        guarded(path, write)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise


@contextmanager
def aside(files: Mapping[str, Path]) -> Iterator[dict[str, BinaryIO]]:
    """Open files to write in one folder, which is made; all are synced and renamed at the end, or none is there."""
    parts = {name: part_of(path) for name, path in files.items()}
    first = next(iter(files.values()))
    streams: dict[str, BinaryIO] = {}
    try:
        guarded(first.parent, lambda: first.parent.mkdir(parents=True, exist_ok=True))
        for name, part in parts.items():
            streams[name] = guarded(files[name], partial(_opened, part))
        yield streams
        guarded(first.parent, lambda: _settle(files, parts, streams))
    except OSError as error:
        raise _refused(error, first.parent) from error
    finally:
        for name, stream in streams.items():
            with suppress(OSError):
                stream.close()
            with suppress(OSError):
                parts[name].unlink()


def _opened(path: Path) -> BinaryIO:
    return open(path, "wb")


def _settle(files: Mapping[str, Path], parts: Mapping[str, Path], streams: Mapping[str, BinaryIO]) -> None:
    for stream in streams.values():
        stream.flush()
        os.fsync(stream.fileno())
    for name, part in parts.items():
        os.replace(part, files[name])
    sync(next(iter(files.values())).parent)


def append(path: Path, data: bytes) -> None:
    """Add to the end of a file and sync it: all of `data` or nothing."""

    def write() -> None:
        with open(path, "ab", buffering=0) as stream:
            size = stream.tell()
            try:
                if stream.write(data) < len(data):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            except OSError:
                # A full disk must not leave half a line in front of the next.
                os.ftruncate(stream.fileno(), size)
                raise
            os.fsync(stream.fileno())

    guarded(path, write)
    sync(path.parent)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder against other runs; the system lets go of it when the process ends, however it ends.

    Raises `UsageError` where another run holds it.
    """
    path = folder / LOCK
    handle = _held(path)
    try:
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _held(path: Path) -> int:
    """Open and lock the file; once more where its last holder took it away in between."""
    while True:
        handle = guarded(path, lambda: os.open(path, os.O_RDWR | os.O_CREAT, 0o666))
        if not _lock(handle):
            number = os.read(handle, 32).decode("ascii", "replace").strip()
            os.close(handle)
            who = f" (process {number})" if number else ""
            raise UsageError(f"another run{who} is writing to {path.parent}: wait for it, or name another folder")
        with suppress(FileNotFoundError):
            if os.path.sameopenfile(handle, there := os.open(path, os.O_RDONLY)):
                os.close(there)
                return handle
            os.close(there)
        os.close(handle)


def _lock(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        action: Callable[[], object] = lambda: msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # noqa: E731
    else:
        action = lambda: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # noqa: E731
    try:
        action()
    except OSError:
        return False
    return True
