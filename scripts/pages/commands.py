"""Whether commands of the AWS CLI are ones: service, operation, options, and what `--query` picks."""

import shlex

import botocore.session
import jmespath
from botocore import xform_name

# Commands that the CLI itself brings, which no operation of a service stands behind.
# Source: AWS CLI Command Reference, `eks update-kubeconfig`, `ecr get-login-password`, `logs tail`; 2026-11.
OF_THE_CLI = {
    ("eks", "update-kubeconfig"): {"name", "role-arn"},
    ("ecr", "get-login-password"): set(),
    ("logs", "tail"): {"since", "filter-pattern"},
}
# Options that the CLI adds to those of an operation.
# Source: AWS CLI Command Reference, `cloudwatch put-metric-data`; 2026-11.
ADDED_BY_THE_CLI = {
    ("cloudwatch", "put-metric-data"): {"metric-name", "dimensions", "value"},
}
# Source: AWS CLI Command Reference, "Global options"; 2026-11.
GLOBAL = {"region", "output", "query"}


def problems(block: str) -> list[str]:
    """What is wrong with the commands of a block, a line each."""
    lines = block.replace("\\\n", " ").replace("|\n", "| ").splitlines()
    return [problem for line in lines for problem in _problems_of_line(line)]


def _problems_of_line(line: str) -> list[str]:
    words = shlex.split(line, comments=True)
    if "|" in words:
        words = words[: words.index("|")]
    if words[:1] != ["aws"]:
        return []
    if len(words) < 3:
        return [f"{line}: names no operation"]
    service, operation = words[1:3]
    options = {word[2:] for word in words[3:] if word.startswith("--")}
    try:
        known, required = _options(service, operation)
    except KeyError as error:
        return [f"{line}: {error.args[0]}"]
    found = [f"{line}: has no option --{option}" for option in sorted(options - known - GLOBAL)]
    found += [f"{line}: needs the option --{option}" for option in sorted(required - options)]
    return found + _problems_of_query(line, words)


def _problems_of_query(line: str, words: list[str]) -> list[str]:
    if "--query" not in words:
        return []
    query = words[words.index("--query") + 1]
    try:
        jmespath.compile(query)
    except jmespath.exceptions.ParseError as error:
        return [f"{line}: --query can't be read: {error}"]
    return []


def _options(service: str, operation: str) -> tuple[set[str], set[str]]:
    """All options of a command, and those that it needs; raises KeyError where there is none."""
    if (service, operation) in OF_THE_CLI:
        return OF_THE_CLI[service, operation], set()
    session = botocore.session.get_session()
    if service not in session.get_available_services():
        raise KeyError(f"there is no service {service}")
    model = session.get_service_model(service)
    names = {xform_name(name, "-"): name for name in model.operation_names}
    if operation not in names:
        raise KeyError(f"{service} has no operation {operation}")
    shape = model.operation_model(names[operation]).input_shape
    members = [] if shape is None else shape.members
    required = [] if shape is None else shape.required_members
    return (
        {xform_name(name, "-") for name in members}
        | ADDED_BY_THE_CLI.get((service, operation), set()),
        {xform_name(name, "-") for name in required},
    )
