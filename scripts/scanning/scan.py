"""What checkov says of a root, and what is wrong with that."""

import dataclasses

import roots


@dataclasses.dataclass(frozen=True)
class Finding:
    """One check of one resource."""

    check: str
    address: str
    name: str = dataclasses.field(default="", compare=False)


@dataclasses.dataclass
class Scan:
    """The checks of one root; `unread` are files that checkov could not read."""

    root: roots.Root
    passed: list[Finding]
    failed: list[Finding]
    unread: list[str] = dataclasses.field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.root.environment}/{self.root.name}"

    def problems(self) -> list[str]:
        """Why the scan proves nothing; empty where it does."""
        found = [f"{self.name}: checkov can't read {file}" for file in self.unread]
        if not self.passed and not self.failed:
            found.append(f"{self.name}: checkov judged nothing")
        return found
