"""Compares what cellctl prints as JSON with docs/cellctl.schema.json."""

import json
import pathlib
import sys

import jsonschema

SCHEMA = pathlib.Path("docs/cellctl.schema.json")
GOLDENS = pathlib.Path("Tests/CellctlTests/Goldens")


def problems(schema: dict, text: str) -> list[str]:
    """Each place where a document is not as the schema says."""
    validator = jsonschema.Draft202012Validator(schema)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(text))]


def unused(schema: dict, documents: list[dict]) -> list[str]:
    """Members of the whole object that no document has: nothing shows that they are right."""
    seen = {name for document in documents for name in document}
    return sorted(set(schema["properties"]) - seen)


def main() -> int:
    """Prints what is wrong, and returns the exit status."""
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    files = sorted(GOLDENS.glob("*.json"))
    found = [f"{file}: {it}" for file in files for it in problems(schema, file.read_text())]
    found += [
        f"{SCHEMA}: no golden has the member {name}"
        for name in unused(schema, [json.loads(file.read_text()) for file in files])
    ]
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    print(f"{len(files)} documents; {len(found)} problems")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
