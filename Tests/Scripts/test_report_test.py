"""The report that ends `make test` can fail, and says why."""

import sys
import unittest

sys.path.insert(0, "scripts")
from test_report import Run, report  # noqa: E402

XUNIT = """<testsuites><testsuite>
<testcase classname="WordsTests" name="`counts words`()" time="0.5" />
<testcase classname="WordsTests.Group" name="`counts letters`()" time="0.25" />
</testsuite></testsuites>"""
SKIPPED = XUNIT.replace(
    'name="`counts letters`()" time="0.25" />',
    'name="`counts letters`()"><skipped>no tool</skipped></testcase>',
)
FAILED = XUNIT.replace('time="0.25" />', 'time="0.25"><failure message="no" /></testcase>')
LOG = "✔ Test run with 2 tests in 1 suite passed after 0.5 seconds."
WARNING = """⚠︎ Test "counts words" recorded a warning at WordsTests.swift:9:5: Issue recorded
↳ the words are old
✘ Test "counts letters" recorded an issue at WordsTests.swift:19:5: Issue recorded
↳ the letters are wrong
"""
NAME = "WordsTests.Group/`counts letters`()"


def judge(tests=XUNIT, log=LOG, more_runs=(), **changes):
    """What is judged where everything went well, but for what is given."""
    run = {
        "records": "build\t0\t9\nswift-test\t0\t1\nshell\t0\t1\n",
        "runs": [Run("swift-test", tests, log), *more_runs],
        "expected": ["build", "swift-test", "shell"],
        "modules": ["WordsTests"],
        "not_run": "# nothing\n",
    }
    return report(**(run | changes))


class ReportTests(unittest.TestCase):
    def test_passes_and_counts_tests_and_checks(self):
        judged = judge()
        self.assertEqual(judged.problems, [])
        self.assertEqual(judged.last_line(), "4 passed, 0 failed, 0 skipped")
        self.assertTrue(judged.succeeded())

    def test_passes_on_the_warnings_of_tests_and_fails_nothing_for_them(self):
        self.assertEqual(judge().warnings, [])
        judged = judge(log=WARNING + LOG)
        self.assertEqual(judged.warnings, ["the words are old"])
        self.assertTrue(judged.succeeded())
        coloured = WARNING.replace("⚠︎", "\x1b[93m⚠︎\x1b[0m").replace("↳", "\x1b[90m↳")
        self.assertEqual(judge(log=coloured + LOG).warnings, ["the words are old"])

    def test_fails_with_a_failed_test(self):
        judged = judge(tests=FAILED, records="build\t0\t9\nswift-test\t1\t1\nshell\t0\t1\n")
        self.assertEqual(judged.last_line(), "3 passed, 1 failed, 0 skipped")
        self.assertFalse(judged.succeeded())

    def test_fails_with_a_failed_test_even_where_the_command_succeeded(self):
        self.assertFalse(judge(tests=FAILED).succeeded())

    def test_fails_with_a_failed_check(self):
        judged = judge(records="build\t0\t9\nswift-test\t0\t1\nshell\t1\t1\n")
        self.assertEqual(judged.last_line(), "3 passed, 1 failed, 0 skipped")
        self.assertFalse(judged.succeeded())

    def test_fails_where_a_check_did_not_run(self):
        for records in ["build\t0\t9\nswift-test\t0\t1\n", judge_with_77()]:
            judged = judge(records=records)
            self.assertEqual(
                judged.problems,
                ["shell did not run (did not run): Tests/not-run.txt has no reason"],
            )
            self.assertFalse(judged.succeeded())

    def test_accepts_a_check_that_did_not_run_for_a_stated_reason(self):
        judged = judge(records="build\t0\t9\nswift-test\t0\t1\n", not_run="shell | needs a shell\n")
        self.assertEqual(judged.problems, [])
        self.assertEqual(judged.rows[-1].detail, "needs a shell")
        self.assertEqual(judged.last_line(), "3 passed, 0 failed, 1 skipped")
        self.assertTrue(judged.succeeded())

    def test_fails_where_a_listed_check_ran(self):
        judged = judge(not_run="shell | needs a shell\n")
        self.assertEqual(judged.problems, ["Tests/not-run.txt names shell, which ran"])
        self.assertFalse(judged.succeeded())

    def test_fails_where_the_list_names_no_check(self):
        judged = judge(not_run="shel | needs a shell\n")
        self.assertEqual(judged.problems, ["Tests/not-run.txt names shel, which is no check"])

    def test_fails_where_the_list_gives_no_reason(self):
        judged = judge(not_run="shell\n")
        self.assertIn("Tests/not-run.txt: no `name | reason`: shell", judged.problems)

    def test_fails_with_a_skipped_test_that_is_not_listed(self):
        judged = judge(tests=SKIPPED)
        self.assertEqual(
            judged.problems, [f"{NAME} did not run (no tool): Tests/not-run.txt has no reason"]
        )
        self.assertTrue(judge(tests=SKIPPED, not_run=f"{NAME} | no tool there").succeeded())

    def test_fails_where_a_test_target_ran_nothing(self):
        judged = judge(modules=["EmptyTests", "WordsTests"])
        self.assertEqual(
            judged.problems,
            ["EmptyTests did not run (no test ran): Tests/not-run.txt has no reason"],
        )

    def test_fails_where_the_tests_crashed(self):
        records = "build\t0\t9\nswift-test\t139\t1\nshell\t0\t1\n"
        for tests in ["", "<testsuites>"]:
            judged = judge(records=records, tests=tests, log="")
            self.assertIn(
                "swift-test ended with status 139, but no test failed", judged.problems
            )
            self.assertFalse(judged.succeeded())

    def test_fails_where_no_test_ran(self):
        empty = "<testsuites><testsuite></testsuite></testsuites>"
        for tests in ["", empty]:
            judged = judge(tests=tests, log="Test run with 0 tests in 0 suites passed", modules=[])
            self.assertEqual(judged.problems, ["swift-test ran no test"])
            self.assertFalse(judged.succeeded())

    def test_counts_the_tests_of_all_runs_and_fails_where_one_crashed(self):
        cells = XUNIT.replace("WordsTests", "CellTests")
        runs = {
            "records": "build\t0\t9\nswift-test\t0\t1\ncell-test\t0\t1\nshell\t0\t1\n",
            "expected": ["build", "swift-test", "cell-test", "shell"],
            "modules": ["CellTests", "WordsTests"],
        }
        judged = judge(more_runs=[Run("cell-test", cells, LOG)], **runs)
        self.assertEqual(judged.problems, [])
        self.assertEqual(judged.last_line(), "6 passed, 0 failed, 0 skipped")
        runs["records"] = runs["records"].replace("cell-test\t0", "cell-test\t132")
        judged = judge(tests=FAILED, more_runs=[Run("cell-test", "", "")], **runs)
        self.assertIn("cell-test ran no test", judged.problems)
        self.assertIn("cell-test ended with status 132, but no test failed", judged.problems)
        self.assertIn(
            "CellTests did not run (no test ran): Tests/not-run.txt has no reason", judged.problems
        )

    def test_fails_where_the_printed_count_is_missing_or_another(self):
        for log in ["", LOG.replace("2 tests", "3 tests"), LOG + LOG]:
            self.assertEqual(len(judge(log=log).problems), 1)
            self.assertFalse(judge(log=log).succeeded())


def judge_with_77() -> str:
    """Records in which the check `shell` said that it cannot run."""
    return "build\t0\t9\nswift-test\t0\t1\nshell\t77\t0\n"
