"""Makes the Terraform of the measured fleet with CDKTF: `synthesize.py <cells> <out> <templates>`.

The arguments of every resource are read from the templates, once, and handed to the typed constructors
of the bindings: a program that computed them would take longer. What a constructor does not take, such
as arguments that are newer than the bindings, is added as an override.

Prints, as JSON, the seconds until the bindings were loaded and the seconds after that.
"""

import importlib
import inspect
import json
import pathlib
import re
import sys
import time

STARTED = time.perf_counter()

import cdktf
from cdktf_cdktf_provider_aws import provider as aws_provider

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import measured_environments as measured

# Arguments of every block, which are not the provider's; CDKTF writes comments of its own.
OVERRIDES = frozenset({"depends_on", "provider", "lifecycle", "//"})


class Struct:
    """A class of the bindings: its parameters, and of which class each nested block is."""

    def __init__(self, class_: type) -> None:
        self.class_ = class_
        self.module = sys.modules[class_.__module__]
        self.parameters = inspect.signature(class_.__init__).parameters
        self._nested: dict[str, tuple["Struct | None", bool]] = {}

    def nested(self, name: str) -> tuple["Struct | None", bool]:
        """The class of an argument that is a block, and whether it may repeat."""
        if name not in self._nested:
            annotation = str(self.parameters[name].annotation)
            found = None
            for candidate in re.findall(r"ForwardRef\('(\w+)'\)", annotation):
                class_ = getattr(self.module, candidate, None)
                if inspect.isclass(class_):
                    found = Struct(class_)
                    break
            self._nested[name] = found, "Sequence" in annotation
        return self._nested[name]

    def arguments(self, body: dict, besides: frozenset[str] = frozenset()) -> dict:
        """What the constructor takes of `body`, nested blocks as values of their classes."""
        return {
            key: self._argument(key, value)
            for key, value in body.items()
            if key in self.parameters and key not in besides
        }

    def requires(self, key: str) -> bool:
        """Whether the constructor can't do without an argument."""
        parameter = self.parameters.get(key)
        return parameter is not None and parameter.default is inspect.Parameter.empty

    def _argument(self, key: str, value):
        struct, repeats = self.nested(key)
        if struct is None:
            return value
        blocks = value if isinstance(value, list) else [value]
        made = [struct.class_(**struct.whole(block)) for block in blocks]
        return made if repeats else made[0]

    def whole(self, body: dict) -> dict:
        """All of a nested block; fails where its class does not know an argument."""
        unknown = set(body) - set(self.parameters)
        if unknown:
            raise TypeError(f"{self.class_.__name__} has no {sorted(unknown)}")
        return self.arguments(body)


class Bindings:
    """The classes of the bindings, by Terraform's names."""

    def __init__(self) -> None:
        self._known: dict[str, Struct | None] = {}

    def of(self, kind: str, name: str) -> Struct | None:
        """The class of a type; None where the bindings have none."""
        module = name.removeprefix("aws_")
        module = f"data_aws_{module}" if kind == "data" else module
        if module not in self._known:
            self._known[module] = self._load(module)
        return self._known[module]

    @staticmethod
    def _load(module: str) -> Struct | None:
        try:
            loaded = importlib.import_module(f"cdktf_cdktf_provider_aws.{module}")
        except ModuleNotFoundError:
            return None
        wanted = module.replace("_", "")
        for name, value in vars(loaded).items():
            if name.lower() == wanted and inspect.isclass(value):
                return Struct(value)
        return None


def add_block(stack, struct: Struct, block_id: str, body: dict, providers: dict):
    """Adds a block through its class; gives the block and what was passed to its class."""
    given = {"provider": providers[body["provider"].removeprefix("aws.")]} if "provider" in body else {}
    try:
        arguments = struct.arguments(body, besides=OVERRIDES) | given
        return struct.class_(stack, block_id, **arguments), arguments
    except (TypeError, RuntimeError):
        # The bindings spell a nested block otherwise: only what has to be there goes through them.
        required = struct.arguments(
            {key: value for key, value in body.items() if struct.requires(key)}
        )
        return struct.class_(stack, f"{block_id}-plain", **required, **given), required | given


def add_resource(
    stack, bindings: Bindings, kind: str, type_: str, name: str, body: dict, providers: dict
) -> bool:
    """Adds one resource or data source; returns whether all its arguments were typed."""
    struct = bindings.of(kind, type_)
    if struct is None:
        stack.add_override(f"{kind}.{type_}.{name}", body)
        return False
    # The name of a construct is unique in its stack, that of a block only in its type.
    block, arguments = add_block(stack, struct, f"{type_}-{kind}-{name}", body, providers)
    block.override_logical_id(name)
    untyped = [key for key in body if key not in arguments and key != "//"]
    for key in untyped:
        block.add_override(key, body[key])
    return OVERRIDES.issuperset(untyped)


def add_root(app, bindings: Bindings, number: int, folder: str, files: dict[str, dict]) -> int:
    """Adds one root as a stack; returns how many blocks have classes."""
    stack = cdktf.TerraformStack(app, measured.renamed(f"measured-000-{folder}", number))
    settings = files["terraform.tf.json"]
    backend = settings["terraform"]["backend"]["s3"]
    stack.add_override("terraform.backend.s3", backend)
    stack.add_override("terraform.required_version", settings["terraform"]["required_version"])
    providers = {}
    for configuration in settings["provider"]["aws"]:
        alias = configuration.get("alias")
        provider = aws_provider.AwsProvider(
            stack, f"aws-{alias or 'default'}", region=configuration["region"], alias=alias
        )
        for key, value in configuration.items():
            if key not in ("region", "alias"):
                provider.add_override(key, value)
        providers[alias] = provider
    typed = 0
    for name, file in files.items():
        if name == "terraform.tf.json":
            continue
        for local, value in file.get("locals", {}).items():
            cdktf.TerraformLocal(stack, f"local-{local}", value).override_logical_id(local)
        for kind in ("data", "resource"):
            for type_, blocks in file.get(kind, {}).items():
                for block, body in blocks.items():
                    typed += add_resource(stack, bindings, kind, type_, block, body, providers)
        for type_, blocks in file.get("ephemeral", {}).items():
            for block, body in blocks.items():
                stack.add_override(f"ephemeral.{type_}.{block}", body)
        for output, body in file.get("output", {}).items():
            cdktf.TerraformOutput(stack, f"output-{output}", **body).override_logical_id(output)
    return typed


def main() -> None:
    """Makes the stacks, and writes them."""
    cells, out, templates = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    loaded = time.perf_counter()
    texts = {
        size: {
            folder: json.dumps(files)
            for folder, files in measured.Template(templates, size).roots.items()
        }
        for size in (1, 2)
    }
    app = cdktf.App(outdir=out)
    bindings = Bindings()
    typed = 0
    for number, size in measured.environments(cells):
        for folder, text in texts[size].items():
            files = json.loads(measured.renamed(text, number))
            typed += add_root(app, bindings, number, folder, files)
    app.synth()
    ended = time.perf_counter()
    print(json.dumps({"load": loaded - STARTED, "work": ended - loaded, "typed": typed}))


if __name__ == "__main__":
    main()
