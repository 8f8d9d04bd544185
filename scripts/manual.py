"""Writes the manual page of cellctl from what `--experimental-dump-help` says: the help's own source.

Source: mandoc, mdoc(7), for the macros and their order; 2026-11.
"""

import argparse
import datetime
import json
import pathlib
import re
import subprocess
import sys
import textwrap


def escaped(text: str) -> str:
    """Text that no macro and no request is made of."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text)


def prose(text: str) -> list[str]:
    """Paragraphs of a discussion; each sentence begins a line, and what is indented stays as it is."""
    lines: list[str] = []
    literal = False
    for line in text.splitlines():
        if line.startswith("  ") != literal:
            lines.append(".Ed" if literal else ".Bd -literal -offset indent")
            literal = not literal
        if literal:
            lines.append(escaped(line[2:]))
        elif not line:
            lines.append(".Pp")
        elif line.isupper():
            lines.append(f".Sy {line.capitalize()}")
        else:
            for sentence in re.split(r"(?<=[.;:]) (?=\S)", line):
                lines += [escaped(part) for part in textwrap.wrap(sentence, 76)]
    if literal:
        lines.append(".Ed")
    # A paragraph right before or behind a display is one too many.
    kept: list[str] = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if line != ".Pp" or not (following.startswith(".Bd") or not following):
            kept.append(line)
    return kept


def name(argument: dict) -> str:
    """The name of an option as `.Fl` takes it, or of an argument as `.Ar` does."""
    value = f"Ar {argument['valueName']}"
    if argument["kind"] == "positional":
        return value
    names = [
        f"Fl {'-' if it['kind'] == 'long' else ''}{it['name']}" for it in argument["names"]
    ]
    flag = " , ".join(names)
    return flag if argument["kind"] == "flag" else f"{flag} {value}"


def shown(command: dict) -> list[dict]:
    """The arguments that help shows and that are the command's own."""
    return [
        it
        for it in command["arguments"]
        if it["shouldDisplay"] and it["valueName"] not in ("help", "version")
    ]


def synopsis(command: dict) -> list[str]:
    """How a command is written."""
    lines = [f".Nm cellctl {command['commandName']}"]
    for argument in shown(command):
        word = name(argument)
        lines.append(f".Op {word}" if argument["isOptional"] else f".{word}")
    return lines


def options(command: dict) -> list[str]:
    """What each argument means, with its default."""
    lines = [".Bl -tag -width Ds"]
    for argument in shown(command):
        lines.append(f".It {name(argument)}")
        lines += prose(argument.get("abstract", ""))
        default = argument.get("defaultValue")
        if values := argument.get("allValues"):
            lines.append(escaped(f"One of {', '.join(values)}; by default {default}."))
        elif default is not None and argument["kind"] != "flag":
            lines.append(escaped(f"By default {default}."))
    return [*lines, ".El"] if len(lines) > 1 else []


def section(discussion: str, title: str) -> str:
    """The part of the discussion below `title`, to the next title."""
    found = re.search(rf"^{title}\n(.*?)(?=\n\n[A-Z ]+\n|\Z)", discussion, re.S | re.M)
    if found is None:
        raise SystemExit(f"error: the help of cellctl has no part {title}")
    return found[1]


def exit_status(text: str) -> list[str]:
    """A table of numbers and what they mean."""
    lines = [".Bl -tag -width Ds"]
    for line in text.splitlines():
        number, meaning = line.split(maxsplit=1)
        lines += [f".It {number}", escaped(meaning)]
    return [*lines, ".El"]


def page(command: dict, date: str) -> str:
    """The whole page."""
    commands = [it for it in command["subcommands"] if it["commandName"] != "help"]
    discussion = command["discussion"]
    lines = [
        '.\\" Written by scripts/manual from the help of cellctl; do not edit.',
        f".Dd {date}",
        ".Dt CELLCTL 1",
        ".Os",
        ".Sh NAME",
        ".Nm cellctl",
        f".Nd {escaped(command['abstract'].rstrip('.'))}",
        ".Sh SYNOPSIS",
    ]
    for it in commands:
        lines += synopsis(it)
    lines += [".Sh DESCRIPTION", "The commands are:", ".Bl -tag -width Ds"]
    for it in commands:
        lines += [f".It Ic {escaped(it['commandName'])}", *prose(it["abstract"])]
        if "discussion" in it:
            lines += [".Pp", *prose(it["discussion"])]
        lines += options(it)
    lines += [".El", ".Sh EXIT STATUS", *exit_status(section(discussion, "EXIT STATUS"))]
    lines += [".Sh EXAMPLES", ".Bd -literal"]
    lines += [escaped(it.strip()) for it in section(discussion, "EXAMPLES").splitlines()]
    return "\n".join([*lines, ".Ed", ""])


def main() -> int:
    """Writes or compares the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cellctl", required=True)
    parser.add_argument("--write", type=pathlib.Path, required=True, help="the page")
    parser.add_argument("--check", action="store_true", help="compare the page, write nothing")
    arguments = parser.parse_args()
    help_text = subprocess.run(
        [arguments.cellctl, "--experimental-dump-help"], capture_output=True, check=True
    ).stdout
    command = json.loads(help_text)["command"]
    old = arguments.write.read_text() if arguments.write.exists() else ""
    # The date is that of the last change, so that equal pages are equal on any day.
    dated = re.search(r"^\.Dd (.*)$", old, re.M)
    if dated and page(command, dated[1]) == old:
        print(f"{arguments.write} is up to date")
        return 0
    if arguments.check:
        print(f"error: {arguments.write} is out of date", file=sys.stderr)
        print("  fix: run scripts/manual and commit the result", file=sys.stderr)
        return 1
    today = datetime.datetime.now(datetime.UTC).strftime("%B %-d, %Y")
    arguments.write.write_text(page(command, today))
    print(f"wrote {arguments.write}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
