"""Files as bytes: read with clear errors, written aside and renamed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from claims.errors import InputError, UsageError


def describe(error: OSError) -> str:
    """Say what the system refused, in words."""
    reasons: dict[type[OSError], str] = {
        FileNotFoundError: "no such file",
        IsADirectoryError: "is a folder, not a file",
        NotADirectoryError: "a part of the path is not a folder",
        PermissionError: "permission denied",
    }
    return reasons.get(type(error), (error.strerror or str(error)).lower())


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Open a file to read, or raise `InputError` with its name."""
    try:
        stream = open(path, "rb")  # noqa: SIM115 - closed below; only the opening may fail this way
    except (OSError, ValueError) as error:
        reason = describe(error) if isinstance(error, OSError) else str(error)
        raise InputError(reason, path) from error
    with stream:
        yield stream


def write_aside(path: str, chunks: Iterable[bytes], force: bool = False) -> None:
    """Write a file beside its place and rename it when it is whole.

    What stood there is kept until then, and kept altogether unless `force` is given. A pipe or
    device is written to as it is.
    """
    target = os.path.realpath(path)
    _check_target(path, target, force)
    if os.path.exists(target) and not os.path.isfile(target):
        _guard(path, lambda: _fill(target, "wb", chunks))
        return
    aside = str(Path(target).with_name(f".claims-{os.urandom(6).hex()}.part"))
    try:
        _guard(path, lambda: _fill(aside, "xb", chunks))
        if os.path.exists(target):
            os.chmod(aside, stat.S_IMODE(os.stat(target).st_mode))
        _check_target(path, target, force)
        _guard(path, lambda: os.replace(aside, target))
    except BaseException:
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(aside)
        raise


def neighbour(path: str, own: str, other: str) -> bytes | None:
    """Return the bytes of the file that has `path`'s name with another ending, None where there is none."""
    beside = path[: len(path) - len(own)] + other
    if not os.path.isfile(beside):
        return None
    with opened(beside) as stream:
        return stream.read()


def write_neighbour(path: str, data: bytes, force: bool) -> None:
    """Write a file that belongs to another, unless it stands there already; a text is never replaced."""
    if os.path.isfile(path):
        with opened(path) as stream:
            if stream.read() == data:
                return
        if path.endswith(".txt"):
            raise UsageError(f"{path} holds another text: choose another name or folder")
    write_aside(path, [data], force)


def _check_target(path: str, target: str, force: bool) -> None:
    if os.path.isdir(target):
        raise UsageError(f"{path} is a folder: name a file in it")
    if not os.path.isdir(os.path.dirname(target)):
        raise UsageError(f"{path}: there is no folder {os.path.dirname(path) or '.'}: make it first")
    if os.path.isfile(target) and not force:
        raise UsageError(f"{path} exists: give --force (force=True) to replace it, or another name")


def _fill(path: str, mode: str, chunks: Iterable[bytes]) -> None:
    with open(path, mode) as stream:
        for chunk in chunks:
            stream.write(chunk)
        stream.flush()
        if mode == "xb":
            os.fsync(stream.fileno())


def _guard(path: str, action: Callable[[], None]) -> None:
    try:
        action()
    except OSError as error:
        raise InputError(f"cannot be written: {describe(error)}", path) from error
