"""Makes the Terraform of the measured fleet with Jsonnet: `synthesize.py <cells> <folder>`.

Production's committed files become a Jsonnet program first: the same objects, in which every text that
differs from environment to environment is put together of its names. That is what somebody would write
by hand, and takes no time here. Then each environment is evaluated, and its files are written.

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
PATTERN = re.compile("|".join(map(re.escape, [measured.KEPT, *measured.NAMES])))


def expression(value) -> str:
    """A JSON value as Jsonnet, with the environment's names in place of production's."""
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
        if match[0] in NAMES:
            parts += [json.dumps(value[start : match.start()]), f"e.{NAMES[match[0]]}"]
            start = match.end()
    parts.append(json.dumps(value[start:]))
    return " + ".join(part for part in parts if part != '""') or '""'


def program() -> str:
    """All roots as functions of an environment's names, by folder."""
    roots = [
        f"{json.dumps(folder)}: function(e) {expression(measured.read(folder))}"
        for _, folder in measured.roots(2)
    ]
    return "{\n" + ",\n".join(roots) + "\n}"


def main() -> None:
    """Evaluates environment after environment and writes what comes out."""
    cells, out = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    source = program().encode()
    folders: dict[int, list[str]] = {}
    for number, folder in measured.roots(cells):
        folders.setdefault(number, []).append(folder)

    started = time.perf_counter()
    for number, roots in folders.items():
        names = measured.names(number)
        argument = json.dumps({NAMES[old]: new for old, new in names.items()})
        members = ", ".join(f"{json.dumps(root)}: roots[{json.dumps(root)}](e)" for root in roots)
        written = _jsonnet.evaluate_snippet(
            "environment.jsonnet",
            f"local roots = import 'production.libsonnet'; local e = {argument}; {{{members}}}",
            import_callback=lambda _, path: (path, source),
        )
        for root, files in json.loads(written).items():
            folder = out / measured.renamed(f"production/terraform/{root}", number)
            folder.mkdir(parents=True)
            for name, content in files.items():
                (folder / name).write_text(json.dumps(content, indent=2) + "\n")
    print(json.dumps({"load": 0, "work": time.perf_counter() - started}))


if __name__ == "__main__":
    main()
