"""Find the text that a claim file is about, without ever leaving the claim file's folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any

import attrs

from claims.checks.context import Found
from claims.json_input import shown

if TYPE_CHECKING:
    # Loading the model takes longer than checking a small file.
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
    return named_text(source.path, folder) if source.path is not None else Text()


def named_text(path: str, folder: Path | None) -> Text:
    """Return the text of the file at a relative `path` below `folder`."""
    if reason := _refused(path):
        return Text(None, Found(reason, "/source/path", hint="name a file below the claim file's folder"))
    return _read(path, folder) if folder is not None else Text()


def text_of_data(data: Any, folder: Path | None) -> str | None:
    """Return the text of a claim file's plain data, whatever else is wrong with it; None where it is not at hand."""
    source = data.get("source") if isinstance(data, Mapping) else None
    if not isinstance(source, Mapping):
        return None
    text, path = source.get("text"), source.get("path")
    if isinstance(text, str):
        return text
    return named_text(path, folder).text if isinstance(path, str) else None


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
