"""Makes the Terraform of the measured fleet with Jsonnet: `synthesize.py <cells> <out> <templates>`.

The templates become a Jsonnet program first: the same objects, in which every text that differs from
environment to environment is put together of its names. That is what somebody would write by hand, and
takes no time here. Then each environment is evaluated, and its files are written.

Prints, as JSON, the seconds of the second part.
"""

import json
import pathlib
import re
import sys
import time

import _jsonnet

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import measured_environments as measured

NAMES = {old: f"name{index}" for index, old in enumerate(measured.NAMES)}
PATTERN = re.compile("|".join(map(re.escape, measured.NAMES)))


def expression(value) -> str:
    """A JSON value as Jsonnet, with the environment's names in place of environment 0's."""
    if isinstance(value, dict):
        members = [f"[{text(key)}]: {expression(item)}" for key, item in value.items()]
        return "{" + ", ".join(members) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(expression, value)) + "]"
    return text(value) if isinstance(value, str) else json.dumps(value)


def text(value: str) -> str:
    """A text, put together of literals and names."""
    parts: list[str] = []
    start = 0
    for match in PATTERN.finditer(value):
        parts += [json.dumps(value[start : match.start()]), f"e.{NAMES[match[0]]}"]
        start = match.end()
    parts.append(json.dumps(value[start:]))
    return " + ".join(part for part in parts if part != '""') or '""'


def program(template: measured.Template) -> bytes:
    """An environment as a function of its names, which gives its files by root."""
    return f"function(e) {expression(template.roots)}".encode()


def main() -> None:
    """Evaluates environment after environment and writes what comes out."""
    cells, out, templates = int(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    programs = {size: program(measured.Template(templates, size)) for size in (1, 2)}

    started = time.perf_counter()
    for number, size in measured.environments(cells):
        argument = json.dumps({NAMES[old]: new for old, new in measured.names(number).items()})
        source = programs[size]
        written = _jsonnet.evaluate_snippet(
            "environment.jsonnet",
            f"(import 'program.libsonnet')({argument})",
            import_callback=lambda _, path, source=source: (path, source),
        )
        for root, files in json.loads(written).items():
            folder = out / f"measured-{number:03}" / "terraform" / root
            folder.mkdir(parents=True)
            for name, content in files.items():
                (folder / name).write_text(json.dumps(content, indent=2) + "\n")
    print(json.dumps({"load": 0, "work": time.perf_counter() - started}))


if __name__ == "__main__":
    main()
