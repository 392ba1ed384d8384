"""What was measured when, on which commit and what kind of machine: the frame around every benchmark's figures."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import onrecord

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
RESULTS = ROOT / "benchmarks" / "results"


def git(*words: str) -> str:
    """What git answers, "" where there is no git or no commit."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def commit_of() -> str:
    """The commit's short name, with "+" where the code differs from it; "none" where there is none."""
    changed = git("status", "--porcelain", "--", "src", "benchmarks/*.py")
    return (git("rev-parse", "--short=10", "HEAD") or "none") + ("+" if changed else "")


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def machine() -> dict[str, Any]:
    """The kind of machine: nothing that names one."""
    return {"cores": cores(), "processor": processor(), "system": platform.system(), "python": platform.python_version()}


def processor() -> str:
    """The processor's model, as far as the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def write_results(kind: str, figures: dict[str, Any]) -> Path:
    """Puts figures into ``results/DATE-COMMIT.json`` under ``kind`` ("quality", "speed"), beside what other runs left there."""
    now, commit = datetime.now(UTC), commit_of()
    path = RESULTS / f"{now:%Y-%m-%d}-{commit.replace('+', '-changed')}.json"
    known = json.loads(path.read_text(encoding="utf8")) if path.exists() else {}
    stamp = {"at": f"{now:%Y-%m-%dT%H:%MZ}", "commit": commit, "onrecord": onrecord.__version__, "machine": machine()}
    known[kind] = known.get(kind, {}) | stamp | figures
    RESULTS.mkdir(exist_ok=True)
    path.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    return path
