"""`claims validate --fix` and `--diff`: mend files, or show what would be mended."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claims.checks.collect import STDIN
from claims.checks.fixing import Fixed, fix_json, fix_lines, lines_of
from claims.cli.messages import say
from claims.cli.visible import visible
from claims.errors import InputError

#: Endings of what can be mended, and how.
_FIXERS = {".json": fix_json, ".jsonl": fix_lines, ".ndjson": fix_lines}


def fix(paths: Iterable[str], show: bool, mended: Callable[[str, bytes, bytes], None] | None = None) -> int:
    """Mend files, or with `show` only print the changes; return how many files change.

    What is done and what is refused goes to standard error, one line each. What is no JSON stays as it is. `mended`
    hears of each file that is rewritten: its path, and its bytes before and after.
    """
    changed = 0
    for path in paths:
        fixed = _fixed(path)
        if fixed is None:
            continue
        data, made = fixed
        for note in made.done:
            say(f"{path}: {'would mend' if show else 'mended'}: {note}")
        for note in made.refused:
            say(f"{path}: not mended: {note}")
        changed += data != made.data
        if show:
            sys.stdout.writelines(diff(path, data, made.data))
        elif data != made.data:
            _write(path, made.data)
            if mended is not None:
                mended(path, data, made.data)
    return changed


def diff(path: str, old: bytes, new: bytes) -> Iterator[str]:
    """Yield the lines of a unified diff; what would steer a terminal is escaped."""
    for line in difflib.unified_diff(list(lines_of(old)), list(lines_of(new)), path, path):
        yield visible(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")


def _fixed(path: str) -> tuple[bytes, Fixed] | None:
    fixer = _FIXERS.get(Path(path).suffix.lower()) if path != STDIN else None
    if fixer is None:
        say(f"{path}: not mended: only JSON and JSON Lines can be, unpacked", "note")
        return None
    try:
        data = Path(path).read_bytes()
    except OSError:
        # The check that follows says what is wrong with it.
        return None
    return data, fixer(data, Path(path).parent)


def _write(path: str, data: bytes) -> None:
    from claims.formats._files import write_aside

    try:
        write_aside(path, [data], force=True)
    except InputError as error:
        say(f"{path}: {error.message}")
        raise
