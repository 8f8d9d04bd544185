"""The check of JSON documents finds what it is for."""

import json
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import json_check  # noqa: E402

SCHEMA = json.loads((ROOT / "docs/cellctl.schema.json").read_text())
GOOD = {
    "diagnostics": [],
    "generation": {
        "folder": "out",
        "files": 1,
        "changes": [{"kind": "create", "path": "a"}],
        "conflicts": [],
        "discarded": [],
        "undidKilledRun": False,
    },
}


class JSONCheckTest(unittest.TestCase):
    """A document, with one thing wrong."""

    def problems(self, **changes) -> list[str]:
        return json_check.problems(SCHEMA, json.dumps({**GOOD, **changes}))

    def test_good(self):
        self.assertEqual(self.problems(), [])

    def test_unknown_member(self):
        self.assertIn("'extra' was unexpected", self.problems(extra=1)[0])

    def test_missing_member(self):
        generation = {key: value for key, value in GOOD["generation"].items() if key != "files"}
        self.assertEqual(
            self.problems(generation=generation),
            ["$.generation: 'files' is a required property"],
        )

    def test_unknown_kind(self):
        generation = {**GOOD["generation"], "changes": [{"kind": "rename", "path": "a"}]}
        self.assertIn("$.generation.changes[0].kind", self.problems(generation=generation)[0])

    def test_unused(self):
        self.assertIn("cost", json_check.unused(SCHEMA, [GOOD]))
        self.assertNotIn("generation", json_check.unused(SCHEMA, [GOOD]))


if __name__ == "__main__":
    unittest.main()
