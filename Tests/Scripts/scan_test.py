"""What the scan makes of what checkov says; checkov itself is shown to see by seeded weaknesses."""

import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, "scripts")
import roots  # noqa: E402
import scan as check  # noqa: E402
from failure import Failure  # noqa: E402
from scanning import copies, scanner, seeds, skips  # noqa: E402
from scanning.scan import Finding, Scan  # noqa: E402
from scanning.seeds import Seed  # noqa: E402

ENCRYPTED = Finding("CKV_AWS_27", "aws_sqs_queue.work", "Ensure the queue is encrypted")


def root(name: str = "cells/cell-a", resources: dict | None = None, **named: object) -> roots.Root:
    made = roots.Root("production", name)
    declared = resources or {"aws_sqs_queue": {"work": {"kms_master_key_id": "key"}}}
    roots.add(made, "f.tf.json", {
        "resource": declared, "locals": named, "terraform": {"required_version": "~> 1.11"},
        "data": {"aws_region": {"here": {}}}})
    return made


def listed(text: str = "") -> skips.Skips:
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "list.txt")
        file.write_text(text)
        return skips.read(file)


class VerdictTests(unittest.TestCase):
    def test_what_passed_is_right(self):
        self.assertEqual(check.judge([Scan(root(), [ENCRYPTED], [])], listed()), [])

    def test_a_finding_is_named_by_file_address_and_check(self):
        self.assertEqual(
            check.judge([Scan(root(), [], [ENCRYPTED])], listed()),
            ["f.tf.json: aws_sqs_queue.work: CKV_AWS_27: Ensure the queue is encrypted"])

    def test_a_finding_of_what_is_only_read_is_named_too(self):
        found = Finding("CKV_AWS_1", copies.address("/data.aws_region.tf.json", "data.here"), "no")
        self.assertEqual(check.judge([Scan(root(), [], [found])], listed()),
                         ["f.tf.json: data.aws_region.here: CKV_AWS_1: no"])

    def test_a_root_of_which_nothing_was_judged_is_a_problem_of_its_own(self):
        self.assertEqual(
            check.judge([Scan(root("global"), [ENCRYPTED], []), Scan(root(), [], [])], listed()),
            ["production/cells/cell-a: checkov judged nothing"])
        self.assertEqual(check.judge([], listed()), ["found no root"])

    def test_a_file_that_checkov_could_not_read_is_a_problem(self):
        self.assertEqual(
            check.judge([Scan(root(), [ENCRYPTED], [], ["aws_vpc.tf.json"])], listed()),
            ["production/cells/cell-a: checkov can't read aws_vpc.tf.json"])


class SkipTests(unittest.TestCase):
    def test_a_skip_covers_its_check_of_its_resources_only(self):
        found = [Scan(root(), [], [ENCRYPTED])]
        for where in ("*/cell/aws_sqs_queue.work", "production/cell/aws_sqs_queue.*"):
            self.assertEqual(check.judge(found, listed(f"CKV_AWS_27 | {where} | why")), [])
        for line in ("CKV_AWS_26 | */cell/aws_sqs_queue.work | why",
                     "CKV_AWS_27 | staging/cell/aws_sqs_queue.work | why",
                     "CKV_AWS_27 | */global/aws_sqs_queue.work | why",
                     "CKV_AWS_27 | */cell/aws_sqs_queue.wor | why"):
            self.assertEqual(len(check.judge(found, listed(line))), 2, line)

    def test_a_skip_that_nothing_needed_is_a_problem(self):
        found = [Scan(root(), [ENCRYPTED], [])]
        self.assertEqual(
            check.judge(found, listed("CKV_AWS_27 | */cell/aws_sqs_queue.work | why")),
            ["list.txt: `CKV_AWS_27 | */cell/aws_sqs_queue.work` was not needed: remove it"])

    def test_a_region_in_an_address_is_written_in_brackets(self):
        finding = Finding("CKV_AWS_51", "aws_ecr_repository.api_us_east_1")
        scanned = Scan(root("global"), [], [finding])
        line = "CKV_AWS_51 | */global/aws_ecr_repository.api_<region> | why"
        self.assertTrue(listed(line).covers(scanned, finding))

    def test_refuses_a_line_without_a_reason_and_one_that_stands_there_twice(self):
        line = "CKV_AWS_27 | */cell/a.b"
        for text in (line, f"{line} | ", "CKV_AWS_27 | a.b | why", f"AWS | {line} | why",
                     f"{line} | why\n{line} | why"):
            with self.assertRaisesRegex(Failure, "list.txt:"):
                listed(text)


class CopyTests(unittest.TestCase):
    def copied(self, made: roots.Root) -> dict[str, dict]:
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder, "copy")
            copies.write(made, target)
            return {file.name: json.loads(file.read_text()) for file in target.iterdir()}

    def test_each_type_has_a_file_of_its_own_without_settings_of_terraform(self):
        files = self.copied(root())
        self.assertEqual(
            sorted(files), ["aws_sqs_queue.tf.json", "data.aws_region.tf.json", "locals.tf.json"])
        self.assertEqual(files["aws_sqs_queue.tf.json"],
                         {"resource": {"aws_sqs_queue": {"work": {"kms_master_key_id": "key"}}}})

    def test_a_policy_is_written_where_it_is_used_and_read_back_as_what_it_says(self):
        policy = {"Version": "2012-10-17", "Statement": [{"Resource": "${aws_sqs_queue.a.arn}"}]}
        made = root(resources={"aws_sqs_queue_policy": {"a": {
            "policy": "${jsonencode(local.p)}", "queue_url": "${aws_sqs_queue.a.id}"}}}, p=policy)
        body = self.copied(made)["aws_sqs_queue_policy.tf.json"]["resource"]
        body = body["aws_sqs_queue_policy"]["a"]
        self.assertEqual(json.loads(body["policy"]), policy)
        read = {"a": {"policy": [body["policy"]], "queue_url": [body["queue_url"]], "n": ["{}"]}}
        copies.read_policies({"resource": [{"aws_sqs_queue_policy": read}]})
        self.assertEqual(read["a"], {
            "policy": [policy], "queue_url": ["${aws_sqs_queue.a.id}"], "n": ["{}"]})

    def test_an_address_is_made_of_file_and_name(self):
        for resource in ("resource.work", "aws_sqs_queue.work"):
            self.assertEqual(copies.address("/aws_sqs_queue.tf.json", resource),
                             "aws_sqs_queue.work")


class NetworkTests(unittest.TestCase):
    def test_a_connection_is_refused_and_anything_else_is_not(self):
        for event in ("socket.connect", "socket.getaddrinfo"):
            with self.assertRaisesRegex(Failure, "was about to use the network"):
                scanner.refuse_network(event, ("socket", ("127.0.0.1", 443)))
        scanner.refuse_network("open", ("file", "r", 0))


class SeedTests(unittest.TestCase):
    SEEDS = [Seed("production/cells/cell-a", "aws_sqs_queue.work",
                  seeds.without("kms_master_key_id"), "CKV_AWS_27")]

    def test_a_weakness_is_planted_into_a_copy(self):
        sound = root()
        weak = seeds.planted(sound, self.SEEDS)
        self.assertEqual(weak.resources["aws_sqs_queue.work"][1], {})
        self.assertEqual(sound.resources["aws_sqs_queue.work"][1], {"kms_master_key_id": "key"})
        gone = Seed("", "aws_sqs_queue.work", None, "CKV_AWS_27")
        self.assertEqual(seeds.planted(sound, [gone]).resources, {})

    def test_a_weakness_that_is_found_is_no_problem(self):
        sound, weak = Scan(root(), [ENCRYPTED], []), Scan(root(), [], [ENCRYPTED])
        self.assertEqual(seeds.problems(self.SEEDS, sound, weak), [])

    def test_a_scan_that_sees_nothing_is_found_by_each_weakness(self):
        blind = Scan(root(), [ENCRYPTED], [])
        self.assertEqual(
            seeds.problems(self.SEEDS, blind, blind),
            ["production/cells/cell-a: the seeded weakness CKV_AWS_27 of aws_sqs_queue.work is not"
             " found"])

    def test_a_check_that_fails_without_the_weakness_proves_nothing(self):
        failing = Scan(root(), [], [ENCRYPTED])
        self.assertIn("proves nothing", seeds.problems(self.SEEDS, failing, failing)[0])

    def test_every_seed_names_another_finding(self):
        found = [(seed.root, seed.finding) for seed in seeds.ALL]
        self.assertEqual(len(set(found)), len(found))


if __name__ == "__main__":
    unittest.main()
