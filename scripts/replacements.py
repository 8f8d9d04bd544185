"""Measures which arguments the provider can't change in place, and writes them down as Swift.

The provider's schema does not tell, so the provider itself is asked: a plan over a state in which
every argument has another value names each path that forces a new object (`replace_paths`). It needs
no account: nothing is read, nothing is applied. Arguments that the provider computes where they are
left out, and that `out/` leaves out, are not in the table.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile
import textwrap

PROVIDER = 'provider["registry.terraform.io/hashicorp/aws"]'
META = {"//", "provider", "lifecycle", "depends_on"}
UNKNOWN = "${terraform_data.unknown.output}"


def samples(out):
    """Bodies by type, one for each set of arguments that `out` has."""
    found = {}
    for file in sorted(out.glob("*/terraform/**/*.tf.json")):
        for kind, blocks in json.loads(file.read_text()).get("resource", {}).items():
            for body in blocks.values():
                own = {key: value for key, value in body.items() if key not in META}
                found.setdefault(kind, {}).setdefault(tuple(sorted(own)), own)
    return {kind: list(bodies.values()) for kind, bodies in sorted(found.items())}


def configured(value):
    """The value with every expression unknown until the apply, as most are in a first plan."""
    if isinstance(value, str):
        return UNKNOWN if "${" in value.replace("$${", "") else value
    if isinstance(value, list):
        return [configured(element) for element in value]
    if isinstance(value, dict):
        if any("${" in key for key in value):
            return UNKNOWN
        return {key: configured(member) for key, member in value.items()}
    return value


def other(kind, value):
    """A value of the schema's type `kind` that differs from `value`."""
    if kind == "string":
        return "before" if value != "before" else "earlier"
    if kind == "number":
        return 7 if value != 7 else 8
    if kind == "bool":
        return value not in (True, "true")
    outer, inner = kind
    if outer in ("list", "set"):
        return [other(inner, None)]
    if outer == "map":
        return {"before": other(inner, None)}
    return {name: other(member, None) for name, member in inner.items()}


def past_block(block, body):
    """A state of a block in which everything is otherwise than in `body`."""
    state = {}
    for name, attribute in block.get("attributes", {}).items():
        settable = attribute.get("required") or attribute.get("optional")
        kept = attribute.get("computed") and name not in body
        if attribute.get("write_only") or "type" not in attribute or not settable or kept:
            state[name] = None
        else:
            state[name] = other(attribute["type"], body.get(name))
    for name, nested in block.get("block_types", {}).items():
        given = body.get(name)
        bodies = given if isinstance(given, list) else [given] if given else []
        past = [past_block(nested["block"], element) for element in bodies]
        single = nested["nesting_mode"] == "single"
        state[name] = (past[0] if past else None) if single else past
    return state


def plan(folder, bodies, schemas):
    """The planned change of each body: its argument names that force a new object, and the others."""
    resources = {"terraform_data": {"unknown": {"input": "later"}}}
    state = []
    for name, (kind, body) in bodies.items():
        resources.setdefault(kind, {})[name] = configured(body)
        schema = schemas[kind]
        past = past_block(schema["block"], body)
        past["id"] = "before"
        state.append(
            {
                "mode": "managed",
                "type": kind,
                "name": name,
                "provider": PROVIDER,
                "instances": [{"schema_version": schema["version"], "attributes": past}],
            }
        )
    settings = {
        "access_key": "none",
        "secret_key": "none",
        "region": "us-east-1",
        "skip_credentials_validation": True,
        "skip_metadata_api_check": "true",
        "skip_requesting_account_id": True,
        "skip_region_validation": True,
    }
    (folder / "main.tf.json").write_text(
        json.dumps({"provider": {"aws": settings}, "resource": resources})
    )
    (folder / "terraform.tfstate").write_text(
        json.dumps(
            {
                "version": 4,
                "terraform_version": "1.11.0",
                "serial": 1,
                "lineage": "00000000-0000-0000-0000-000000000000",
                "outputs": {},
                "resources": state,
            }
        )
    )
    run = ["terraform", "plan", "-refresh=false", "-lock=false", "-input=false", "-no-color"]
    for step in (["terraform", "init", "-no-color"], [*run, "-out=plan"]):
        done = subprocess.run(step, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"error: {' '.join(step)} failed\n{done.stderr}")
    shown = subprocess.run(
        ["terraform", "show", "-json", "plan"], cwd=folder, capture_output=True, check=True
    )
    changes = json.loads(shown.stdout)["resource_changes"]
    return {change["name"]: change["change"] for change in changes}


def measured(change, body):
    """Paths of a change's arguments that force a new object, and names of those that change in place."""
    forced = {
        ".".join(step for step in path if isinstance(step, str))
        for path in change.get("replace_paths", [])
    }
    before, after = change["before"] or {}, change["after"] or {}
    unknown = change.get("after_unknown", {})
    changed = {
        name
        for name in before
        if (name in body or before[name]) and (before[name] != after.get(name) or unknown.get(name))
    }
    computed = {"id", "tags_all"}
    return forced - computed, changed - forced - computed


def measure(samples_by_type, schemas):
    """For each type the paths that force a new object, and the names that change in place."""
    named = {
        f"{kind}-{number}": (kind, body)
        for kind, bodies in samples_by_type.items()
        for number, body in enumerate(bodies)
    }
    with tempfile.TemporaryDirectory() as name:
        changes = plan(pathlib.Path(name), named, schemas)
    table = {}
    for name, (kind, body) in named.items():
        forced, kept = measured(changes[name], body)
        known = table.setdefault(kind, (set(), set()))
        known[0].update(forced)
        known[1].update(kept)
    return {kind: (sorted(forced), sorted(kept - forced)) for kind, (forced, kept) in table.items()}


def swift(table, version):
    """The Swift source that holds the table as text, which compiles faster than literals."""
    lines = []
    for kind, (forced, kept) in table.items():
        lines.append(kind)
        for mark, names in (("new", forced), ("same", kept)):
            for line in textwrap.wrap(" ".join(names), 84, break_on_hyphens=False):
                lines.append(f"  {mark} {line}")
    text = "\n".join(f"    {line}" for line in lines)
    return f'''// Written by scripts/replacements; do not edit.

extension ReplacementFacts {{
  /// The version of the AWS provider that was asked.
  package static let providerVersion = "{version}"

  /// A type, then paths that force a new object and names that change in place.
  static let text = """
{text}
    """
}}
'''


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schema", type=pathlib.Path, required=True)
    parser.add_argument("--version", required=True, help="of the provider that made the schema")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("out"))
    parser.add_argument("--write", type=pathlib.Path, required=True, help="the Swift file")
    parser.add_argument("--check", action="store_true", help="compare the file, write nothing")
    arguments = parser.parse_args()
    provider = json.loads(arguments.schema.read_text())["provider_schemas"]
    schemas = provider["registry.terraform.io/hashicorp/aws"]["resource_schemas"]
    table = measure(samples(arguments.out), schemas)
    text = swift(table, arguments.version)
    if arguments.check and arguments.write.read_text() != text:
        raise SystemExit(f"error: {arguments.write} is out of date\n  fix: run scripts/replacements")
    if not arguments.check:
        arguments.write.write_text(text)
    print(f"{len(table)} types")


if __name__ == "__main__":
    main()
