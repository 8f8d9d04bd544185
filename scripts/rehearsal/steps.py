"""The steps of a rehearsal, each over one root."""

import dataclasses
import pathlib
import time

from rehearsal import change, guards, plans, roots, teardown, terraform
from rehearsal.departures import Departures
from rehearsal.emulator import Emulator
from rehearsal.failure import Failure

# The name of a resource that is tried beside the one that is there.
TRIED = "tried"


@dataclasses.dataclass
class Root:
    """A root and the copy of it that is applied."""

    name: str
    written: roots.Documents
    copied: roots.Documents
    folder: pathlib.Path
    override: dict
    left_out: dict[str, str]
    applied: set[str] = dataclasses.field(default_factory=set)
    differs: list[str] = dataclasses.field(default_factory=list)
    wrong: list[str] = dataclasses.field(default_factory=list)
    ignored: list[str] = dataclasses.field(default_factory=list)
    seconds: float = 0

    @property
    def owns_its_bucket(self) -> bool:
        """Whether the root makes the bucket of its own state."""
        return self.name == "backend-setup"


def prepare(name: str, source: pathlib.Path, folder: pathlib.Path, emulator: Emulator,
            departures: Departures) -> Root:
    """Reads a root and writes its copy."""
    written = roots.read(source / name)
    copied, left_out = roots.pruned(written, departures.leave_out)
    override = roots.override(copied, emulator.url, emulator.certificate, departures.ignore)
    roots.write(folder / name, copied, override)
    return Root(name, written, copied, folder / name, override, left_out)


def apply(root: Root, departures: Departures) -> None:
    """Applies a root, and plans it a second time: what that changes, but for what the emulator is
    known for, is wrong."""
    start = time.monotonic()
    if root.owns_its_bucket:
        roots.write(root.folder, root.copied, roots.local(root.override))
        terraform.initialise(root.folder)
        terraform.apply(root.folder)
        roots.write(root.folder, root.copied, root.override)
        terraform.initialise(root.folder, "-migrate-state", "-force-copy")
    else:
        terraform.initialise(root.folder)
        terraform.apply(root.folder)
    root.applied = terraform.addresses(root.folder)
    if root.applied != (expected := set(roots.resources(root.copied))):
        raise Failure(f"{root.name}: the state differs in {sorted(root.applied ^ expected)}")
    second = terraform.plan(root.folder)
    root.differs, root.wrong, _ = plans.differences(second, departures)
    root.ignored = plans.ignored(second, roots.resources(root.copied), departures)
    root.seconds = time.monotonic() - start


def prove(entry: str, root: Root, folder: pathlib.Path, emulator: Emulator,
          departures: Departures) -> str:
    """Tries to apply what an entry `leave-out` removed; gives the emulator's refusal."""
    others = {name: why for name, why in departures.leave_out.items() if name != entry}
    documents, _ = roots.pruned(root.written, others)
    address = next(roots.left_out_by(entry, documents))
    if address in root.applied:
        # It is there without the argument. What may be refused is to create it.
        documents, address = roots.renamed(documents, address, TRIED)
    override = roots.override(documents, emulator.url, emulator.certificate, departures.ignore)
    roots.write(folder, documents, roots.local(override))
    (folder / "terraform.tfstate").write_text(terraform.run(root.folder, "state", "pull"))
    terraform.initialise(folder)
    only = (f"-target={address}", "-refresh=false")
    try:
        terraform.apply(folder, *only)
    except Failure as failure:
        if address in terraform.addresses(folder):
            terraform.destroy(folder, *only)
        return plans.refusal(str(failure), address)
    raise Failure(f"the emulator accepts {address} now: take `leave-out {entry}` out of the list")


def alter(root: Root, departures: Departures) -> dict[str, str]:
    """Applies the change to a root: it updates exactly what was edited, and replaces nothing.

    What a second plan is known to differ in, it updates again.
    """
    documents, edits = change.changed(root.copied)
    if not edits or root.wrong:
        return {}
    roots.write(root.folder, documents, root.override)
    planned = terraform.plan(root.folder)
    _, other, addresses = plans.differences(planned, departures)
    replaced = [text for text in other if " (update " not in text]
    if addresses != set(edits) or replaced:
        raise Failure(f"the change edits {sorted(edits)}, but {root.name} would change {other}")
    terraform.run(root.folder, "apply", "-input=false", "-no-color", "planned")
    return edits


def destroy(root: Root, emulator: Emulator) -> dict[str, int]:
    """Takes the guards off and destroys a root; gives how much of what that took."""
    documents, taken = guards.removed(root.copied)
    versions = 0
    if root.owns_its_bucket:
        roots.write(root.folder, documents, roots.local(root.override))
        terraform.initialise(root.folder, "-migrate-state", "-force-copy")
    else:
        roots.write(root.folder, documents, root.override)
    if taken:
        terraform.apply(root.folder, "-refresh=false")
    providers = dict(zip([None, *roots.regions(documents)[1:]], roots.regions(documents)))
    for address, block in roots.resources(documents).items():
        if address.startswith("aws_s3_bucket."):
            alias = block.get("provider", "").removeprefix("aws.") or None
            versions += teardown.empty(emulator, providers[alias], block["bucket"])
    terraform.destroy(root.folder)
    return {"resources": len(root.applied), "guards": len(taken), "versions": versions}
