"""Write the README's picture and the output of its example anew: run it when the annotation has changed.

python scripts/update_readme.py
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEED = "seeds/embassy-rockets.txt"
#: First words of the sentence that the picture shows.
SENTENCE = "A spokesman for the Iraqi government"


def picture() -> str:
    """Return what the main job shows of one sentence."""
    command = [sys.executable, "-m", "claims"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rockets.json"
        subprocess.run([*command, "annotate", SEED, "-o", str(path)], cwd=ROOT, check=True)
        data = json.loads(path.read_text("utf-8"))
        show = [*command, "show", str(path), "--width", "100"]
        shown = subprocess.run(show, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    text = data["source"]["text"]
    name = next(row["id"] for row in data["sentences"] if text[row["span"][0] :].startswith(SENTENCE))
    return next(block for block in shown.split("\n\n") if block.startswith(f"{name} "))


def output(readme: str) -> str:
    """Return what the Python example prints."""
    code = re.findall(r"^```python\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)[0]
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})
    return out.getvalue().rstrip("\n")


def main() -> None:
    """Replace the two blocks without a language, in this order."""
    path = ROOT / "README.md"
    readme = path.read_text("utf-8")
    made = iter((picture(), output(readme)))

    def renewed(block: re.Match[str]) -> str:
        return block[0] if block[1] else f"```\n{next(made)}\n```"

    path.write_text(re.sub(r"^```(\w*)\n.*?^```$", renewed, readme, flags=re.DOTALL | re.MULTILINE), "utf-8")


if __name__ == "__main__":
    main()
