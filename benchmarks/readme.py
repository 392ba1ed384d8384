"""Fills README.md's marked regions with real output and real figures, so that nothing in them is typed by hand.

``python benchmarks/readme.py [--check]``: with ``--check`` nothing is written; exit code 1 where a region is not what it should
be. ``demo`` is what ``onrecord demo`` prints at 100 columns, ``figures`` are the tables of benchmarks/RESULTS.md.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
FIGURES = ROOT / "benchmarks" / "RESULTS.md"
NOT_MEASURED = (
    "Nothing has been measured on this version yet: `python benchmarks/quality.py`, then `speed.py`, then `results.py`."
)


def demo_region() -> str:
    """What a person sees who follows the README, as a block of text."""
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    env = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": path}
    command = [sys.executable, "-m", "onrecord", "demo"]
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf8", check=False)
    if done.returncode:
        raise SystemExit(f"onrecord demo failed ({done.returncode}): {done.stderr.strip()}")
    return f"```text\n{done.stdout.strip()}\n```"


def figures_region(results: str) -> str:
    """The tables of RESULTS.md below its introduction, their headings one level down."""
    body = re.split(r"^(?=Quality: |## )", results, maxsplit=1, flags=re.MULTILINE)
    if len(body) < 2:
        return NOT_MEASURED
    return re.sub(r"^## ", "### ", body[1].strip(), flags=re.MULTILINE)


def fill(readme: str, name: str, content: str) -> str:
    """The README with one region's content replaced.

    Raises:
        ValueError: the region's marks are missing or stand more than once.
    """
    marks = re.compile(rf"(<!-- {name}:start -->\n).*?(\n?<!-- {name}:end -->)", re.DOTALL)
    if len(marks.findall(readme)) != 1:
        raise ValueError(f"expected one region <!-- {name}:start --> … <!-- {name}:end --> in README.md")
    return marks.sub(lambda found: f"{found[1]}{content}\n{found[2].lstrip()}", readme)


def main(options: list[str]) -> int:
    """Fills the regions, or compares them."""
    before = README.read_text(encoding="utf8")
    results = FIGURES.read_text(encoding="utf8") if FIGURES.exists() else ""
    after = fill(fill(before, "demo", demo_region()), "figures", figures_region(results))
    if "--check" in options:
        print("README.md is up to date" if after == before else "README.md is not what it should be: python benchmarks/readme.py")
        return int(after != before)
    README.write_text(after, encoding="utf8")
    print("written to README.md")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
