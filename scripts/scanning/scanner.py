"""Runs checkov over a root, without its command line: no configuration of a user, no network."""

import os
import pathlib
import sys
import tempfile

import roots
from failure import Failure
from scanning import copies
from scanning.scan import Finding, Scan


class Scanner:
    """checkov, loaded once."""

    def __init__(self):
        sys.addaudithook(refuse_network)
        for name in list(os.environ):
            if name.startswith(("BC_", "CHECKOV_", "CKV_", "PRISMA_")):
                del os.environ[name]
        from checkov.runner_filter import RunnerFilter
        from checkov.terraform_json.runner import TerraformJsonRunner

        class Runner(TerraformJsonRunner):
            """Shows policies to checks in Python as its reader of HCL does: as what they say."""

            def add_python_check_results(self, report, runner_filter) -> None:
                for definition in self.definitions.values():
                    copies.read_policies(definition)
                super().add_python_check_results(report, runner_filter)

        self._make_runner = Runner
        self._filter = RunnerFilter(framework=["terraform_json"], show_progress_bar=False)

    def scan(self, root: roots.Root) -> Scan:
        """What checkov says of the root."""
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder, "root")
            copies.write(root, copy)
            report = self._make_runner().run(root_folder=str(copy), runner_filter=self._filter)
        unread = [pathlib.Path(file).name for file in report.parsing_errors]
        passed, failed = _findings(report.passed_checks), _findings(report.failed_checks)
        return Scan(root, passed, failed, unread)


def _findings(records: list) -> list[Finding]:
    return [
        Finding(one.check_id, copies.address(one.file_path, one.resource), one.check_name)
        for one in records
    ]


def refuse_network(event: str, arguments: tuple) -> None:
    """An audit hook of Python, which can't be taken away again."""
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise Failure(f"checkov was about to use the network: {event} {arguments[1:]}")
