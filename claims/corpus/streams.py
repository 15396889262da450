"""Files as streams of bytes, unpacked on the way, in lines of bounded length."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

import attrs

from claims.corpus.sources import STDIN
from claims.errors import InputError, MissingDependencyError

#: Errors that broken compressed data raises; zstandard has one of its own.
BROKEN = (OSError, EOFError, zlib.error)
#: Bytes that are unpacked at a time.
_CHUNK = 1 << 16


@attrs.frozen
class Opened:
    """A stream to read, and the file under it that knows how far it has come."""

    stream: BinaryIO
    #: None for a pipe, of which nobody knows how long it is.
    raw: BinaryIO | None

    @property
    def position(self) -> int:
        """Bytes of the file read so far."""
        return self.raw.tell() if self.raw is not None else 0


@contextmanager
def unpacked(path: str) -> Iterator[Opened]:
    """Open a file; what ends in .gz or .zst is unpacked while it is read. Broken data raises `InputError`."""
    try:
        if path == STDIN:
            if sys.stdin is None:
                raise InputError("standard input is closed")
            yield Opened(sys.stdin.buffer, None)
            return
        with open(path, "rb") as raw:
            yield Opened(_stream(raw, Path(path).suffix.lower()), raw)
    except BROKEN as error:
        raise InputError(_told(error)) from error


def _stream(raw: BinaryIO, ending: str) -> BinaryIO:
    if ending == ".gz":
        return cast(BinaryIO, gzip.GzipFile(fileobj=raw))
    if ending == ".zst":
        return _zstandard(raw)
    return raw


def _zstandard(raw: BinaryIO) -> BinaryIO:
    try:
        import zstandard
    except ImportError as error:
        raise MissingDependencyError("reading .zst needs zstandard: pip install 'atomic-claims[zstd]'") from error
    reader: Any = _Zstandard(zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True))
    return io.BufferedReader(reader)


class _Zstandard(io.RawIOBase):
    """A reader of zstandard's as Python's own streams are, with its errors as `OSError`."""

    def __init__(self, reader: BinaryIO) -> None:
        self._reader = reader

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill `buffer`."""
        import zstandard

        try:
            data = self._reader.read(len(buffer))
        except zstandard.ZstdError as error:
            raise OSError(f"broken zstandard data: {error}") from error
        buffer[: len(data)] = data
        return len(data)


def lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """Yield the lines of a stream without their ends; None for one of more than `longest` bytes."""
    while line := stream.readline(longest + 1):
        if len(line) <= longest or line.endswith(b"\n"):
            yield line.removesuffix(b"\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


def _told(error: BaseException) -> str:
    if isinstance(error, EOFError):
        return "the compressed data is cut off"
    if isinstance(error, gzip.BadGzipFile | zlib.error):
        return f"broken gzip data: {error}"
    reason = getattr(error, "strerror", None) or str(error)
    return reason[:1].lower() + reason[1:]
