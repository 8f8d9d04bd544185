"""What `scripts/fuzz.py` reads out of libFuzzer's output, and what it writes."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "scripts"))

import fuzz  # noqa: E402

OUTPUT = """\
INFO: Loaded 1 modules   (120 inline 8-bit counters)
#2\tINITED cov: 2 ft: 2 corp: 1/1b exec/s: 0 rss: 60Mb
#912\tNEW    cov: 41 ft: 57 corp: 12/93b lim: 11 exec/s: 0 rss: 61Mb L: 9/9 MS: 1 CopyPart-
Done 5000 runs in 3 second(s)
stat::number_of_executed_units: 5000
"""
CRASH = """\
#2\tINITED cov: 2 ft: 2 corp: 1/1b exec/s: 0 rss: 60Mb
Swift/Array.swift:123: Fatal error: Index out of range
==12== ERROR: libFuzzer: deadly signal
"""
SLOW = """\
#2\tINITED cov: 2 ft: 2 corp: 1/1b exec/s: 0 rss: 60Mb
==12== ERROR: libFuzzer: timeout after 10 seconds
"""


class FuzzTest(unittest.TestCase):
    def test_reads_a_run_that_found_nothing(self) -> None:
        self.assertEqual(fuzz.read("json", OUTPUT, 0), fuzz.Run("json", 5000, 3, 41, 12, None))

    def test_reads_what_was_found(self) -> None:
        self.assertEqual(fuzz.read("json", CRASH, 77).finding, "Index out of range")
        self.assertEqual(
            fuzz.read("json", SLOW, 70).finding, "libFuzzer: timeout after 10 seconds"
        )
        self.assertEqual(fuzz.read("json", OUTPUT, 9).finding, "it ended with status 9")

    def test_refuses_a_run_that_tells_nothing(self) -> None:
        for output, status in (("", 0), ("", 1), (CRASH, 0)):
            with self.subTest(output=output), self.assertRaisesRegex(ValueError, "json"):
                fuzz.read("json", output, status)

    def test_shows_each_parser(self) -> None:
        planted = fuzz.read("planted", CRASH, 77)
        text = fuzz.page(planted, [fuzz.read("json", OUTPUT, 0), fuzz.read("form", CRASH, 77)])
        self.assertIn("found out: Index out of range.", text)
        self.assertIn("| json | 5,000 | 3 | 41 | 12 | – | none |\n", text)
        self.assertIn("| form | 0 | 0 | 2 | 1 | – | Index out of range |\n", text)


if __name__ == "__main__":
    unittest.main()
