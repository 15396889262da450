"""Find the text that a claim file is about, without ever leaving the claim file's folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import attrs

from claims.checks.context import Found
from claims.json_input import shown
from claims.model import Source


@attrs.frozen
class Text:
    """The text where it is at hand, or why it is not."""

    text: str | None = None
    complaint: Found | None = None


def find_text(source: Source, given: str | None, folder: Path | None) -> Text:
    """Return `given`, the text in the file, or the file named by ``path`` below `folder`.

    A file that names no text, or whose folder is not known, is checked without: that is no complaint.
    """
    if given is not None:
        return Text(given)
    if source.text is not None:
        return Text(source.text)
    if source.path is None:
        return Text()
    if reason := _refused(source.path):
        return Text(None, Found(reason, "/source/path", hint="name a file below the claim file's folder"))
    return _read(source.path, folder) if folder is not None else Text()


def _refused(path: str) -> str | None:
    windows = PureWindowsPath(path)
    if PurePosixPath(path).is_absolute() or windows.drive or windows.root:
        return f"{shown(path)} is an absolute path"
    if "\\" in path:
        return f"{shown(path)} has a backslash; folders are separated by /"
    if ".." in PurePosixPath(path).parts:
        return f"{shown(path)} leads out of the claim file's folder"
    return f"{shown(path)} is no file name" if "\0" in path else None


def _read(path: str, folder: Path) -> Text:
    try:
        target = (folder / path).resolve()
        if not target.is_relative_to(folder.resolve()):
            reason = f"{shown(path)} leads out of the claim file's folder, through a link"
            return Text(None, Found(reason, "/source/path"))
        return Text(target.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        return Text(None, Found(f"{shown(path)} is not UTF-8 at byte {error.start}", "/source/path"))
    except (OSError, RuntimeError, ValueError) as error:
        # RuntimeError: a circle of links; the message of an OSError would show the absolute path.
        reason = getattr(error, "strerror", None) or "it cannot be opened"
        return Text(None, Found(f"{shown(path)} cannot be read: {str(reason).lower()}", "/source/path"))
