"""Compares YAML files with the JSON files that say what they mean.

Usage: roundtrip.py DIRECTORY

For each NAME.json in DIRECTORY, NAME.yaml is read with PyYAML (YAML 1.1) and ruamel.yaml (YAML 1.2).
Types and the order of keys count. Prints each difference; exit status 1 where there is one, or
where the directory holds nothing to compare.
"""

import json
import pathlib
import sys

import yaml
from ruamel.yaml import YAML


def typed(value):
    """The value with the type of each part spelled out, so that 1, 1.0 and True differ."""
    if isinstance(value, dict):
        return ["map", [[typed(key), typed(member)] for key, member in value.items()]]
    if isinstance(value, list):
        return ["list", [typed(element) for element in value]]
    return [type(value).__name__, repr(value)]


def main():
    directory = pathlib.Path(sys.argv[1])
    readers = {
        "PyYAML": yaml.safe_load,
        "ruamel.yaml": lambda text: YAML(typ="safe", pure=True).load(text),
    }
    differences = 0
    expectations = sorted(directory.glob("*.json"))
    for path in expectations:
        expected = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".yaml").read_bytes().decode("utf-8")
        for name, read in readers.items():
            try:
                found = read(text)
            except Exception as error:  # whatever a reader throws is a difference to report
                found = error
            if typed(found) != typed(expected):
                differences += 1
                print(f"{path.stem}: {name} reads {found!r}, not {expected!r}, from:\n{text}")
    print(f"{len(expectations)} documents, {len(readers)} readers, {differences} differences")
    return 0 if expectations and not differences else 1


sys.exit(main())
