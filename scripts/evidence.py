"""The head of every page in docs/evidence: which commit, when, what command, on what machine.

Names no host, user or path.
"""

import datetime
import json
import os
import pathlib
import re
import subprocess


def heading(title: str, command: str) -> str:
    """Markdown from the title to the list of facts."""
    facts = {
        "commit": _commit(),
        "date": f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC",
        "command": f"`{command}`",
        "machine": f"{os.cpu_count()} cores, {_memory_gibibytes()} GiB of memory, {_system()}",
        "swift": _first_match(["swift", "--version"], r"Swift version (\S+)"),
        "terraform": _terraform(),
    }
    return f"# {title}\n\n" + "".join(f"- {name}: {fact}\n" for name, fact in facts.items())


def _output(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def _first_match(command: list[str], pattern: str) -> str:
    match = re.search(pattern, _output(command))
    return match.group(1) if match else "unknown"


def _commit() -> str:
    commit = _output(["git", "rev-parse", "--short=12", "HEAD"]).strip() or "unknown"
    changed = _output(["git", "status", "--porcelain", "--", ".", ":!docs/evidence"]).strip()
    return commit + (" with uncommitted changes" if changed else "")


def _memory_gibibytes() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def _system() -> str:
    release = pathlib.Path("/etc/os-release")
    match = re.search(r'PRETTY_NAME="(.*)"', release.read_text() if release.exists() else "")
    return f"{match.group(1) if match else os.uname().sysname}, {os.uname().machine}"


def _terraform() -> str:
    try:
        return json.loads(_output(["terraform", "version", "-json"]))["terraform_version"]
    except (ValueError, KeyError):
        return "unknown"
