"""What `scripts/soak_report.py` makes of a log."""

import unittest

import soak_report

LOG = """\
kills: random: 2; repeated: 0
load: 600 s, alerts: 4
✔ Test run with 3 tests in 2 suites passed after 1 second.
"""


class SoakReportTest(unittest.TestCase):
    def test_shows_every_line_and_the_verdict(self) -> None:
        text = soak_report.page(LOG, passed=True)
        self.assertIn("All of its tests passed.", text)
        self.assertIn("    kills: random: 2; repeated: 0\n", text)
        self.assertIn("    load: 600 s, alerts: 4\n", text)

    def test_says_where_tests_failed(self) -> None:
        self.assertIn("**Some of its tests failed.**", soak_report.page(LOG, passed=False))

    def test_refuses_a_run_without_its_lines(self) -> None:
        for start in ("kills: ", "load: "):
            with self.subTest(start=start), self.assertRaisesRegex(ValueError, start):
                soak_report.page(LOG.replace(start, "x"), passed=True)

    def test_refuses_a_run_of_no_tests(self) -> None:
        with self.assertRaisesRegex(ValueError, "no test ran"):
            soak_report.page(LOG.replace("3 tests", "0 tests"), passed=True)


if __name__ == "__main__":
    unittest.main()
