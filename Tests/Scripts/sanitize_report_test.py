"""What the thread sanitizer reports is read, and told by place."""

import sys
import unittest

sys.path.insert(0, "scripts")
from sanitize_report import findings, page  # noqa: E402

RACE = """==================
WARNING: ThreadSanitizer: Swift access race (pid=12)
  Modifying access of Swift variable at 0x1 by thread T2:
    #0 swift_something <null> (libswiftCore.so+0x1)
    #1 Worker.count.modify /p/Sources/Worker/Worker.swift:7 (tests+0x2)

  Previous modifying access of Swift variable at 0x1 by thread T1:
    #0 Worker.count.modify /p/Sources/Worker/Worker.swift:9 (tests+0x2)
==================
"""
LOG = "✔ Test run with 2 tests in 1 suite passed after 0.5 seconds."


class SanitizeReportTests(unittest.TestCase):
    def test_finds_the_first_place_of_ours(self):
        found = findings([RACE + RACE, RACE, "nothing"], "/p")
        self.assertEqual(found, {("Swift access race", "Sources/Worker/Worker.swift:7"): 3})
        self.assertIn("Sources/Worker/Worker.swift:7, 3 times", page(found, LOG, passed=True))

    def test_takes_accesses_that_both_stand_under_a_mutex_for_ordered(self):
        one = RACE.replace("#1 Worker.count.modify", "#1 $s6Worker3addySDySSSiGzYuYTXEfU_", 1)
        self.assertEqual(len(findings([one], "/p")), 1)
        both = one.replace("#0 Worker.count.modify", "#0 $s6Worker3addyAIzYuAIYKYTXEfU0_", 1)
        self.assertEqual(findings([both], "/p"), {})

    def test_says_where_a_finding_is_nobodys(self):
        found = findings([RACE.replace("/p/", "/q/")], "/p")
        self.assertEqual(list(found), [("Swift access race", "/q/Sources/Worker/Worker.swift:7")])

    def test_says_that_nothing_was_found_and_refuses_a_run_without_tests(self):
        self.assertIn("2 tests ran, all of which passed", page(findings([], "/p"), LOG, passed=True))
        self.assertIn("some of which failed", page(findings([], "/p"), LOG, passed=False))
        with self.assertRaises(ValueError):
            page(findings([], "/p"), "", passed=True)


if __name__ == "__main__":
    unittest.main()
