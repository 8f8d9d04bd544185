"""What the rehearsal does to a copy of a root, and what it makes of a plan."""

import dataclasses
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, "scripts")
from rehearsal import change, departures, guards, plans, report, roots  # noqa: E402
from rehearsal.failure import Failure  # noqa: E402
from rehearsal.faults import Finding  # noqa: E402

URL = "https://127.0.0.1:1"
SETTINGS = {
    "provider": {"aws": [{"alias": "west", "region": "us-west-1"}, {"region": "us-east-1"}]},
    "terraform": {"backend": {"s3": {"bucket": "state", "key": "root"}}},
}


def root(resource: dict, **sections: dict) -> roots.Documents:
    return {"terraform.tf.json": SETTINGS, "main.tf.json": {"resource": resource} | sections}


def listed(leave_out=(), differs=(), ignore=()) -> departures.Departures:
    entries = [{name: "a fault" for name in names} for names in (leave_out, differs, ignore)]
    return departures.Departures("ministack 1", *entries)


class DeparturesTests(unittest.TestCase):
    def read(self, text: str) -> departures.Departures:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        file = pathlib.Path(folder.name, "list.txt")
        file.write_text(text)
        return departures.read(file)

    def test_reads_the_emulator_and_every_verb(self):
        found = self.read("# a\nemulator ministack 1\nleave-out aws_a | no\ndiffers aws_b.c | late\n"
                          "ignore aws_d.e | other\n")
        self.assertEqual(found.emulator, "ministack 1")
        self.assertEqual(found.leave_out, {"aws_a": "no"})
        self.assertEqual(found.differs, {"aws_b.c": "late"})
        self.assertEqual(found.ignore, {"aws_d.e": "other"})

    def test_refuses_what_it_cannot_read_and_an_entry_without_a_reason(self):
        for line in ("leave-out aws_a", "leave-out aws_a | ", "drop aws_a | no",
                     "differs aws_b.c | a\ndiffers aws_b.c | b"):
            with self.assertRaisesRegex(Failure, "not a new"):
                self.read(f"emulator ministack 1\n{line}\n")
        with self.assertRaisesRegex(Failure, "names no emulator"):
            self.read("leave-out aws_a | no\n")

    def test_an_entry_that_nothing_needed_is_stale(self):
        found = listed(["aws_a"], ["aws_b.c"], ["aws_d.e"])
        found.needed = {"leave-out aws_a"}
        self.assertEqual(found.stale("production", {"production": {"aws_a", "aws_b"}}),
                         ["differs aws_b.c", "ignore aws_d.e"])

    def test_an_entry_is_judged_where_its_type_is(self):
        found = listed(["aws_a", "aws_z"], ["aws_b.c"])
        kinds = {"production": {"aws_a"}, "development": {"aws_a", "aws_b"}, "staging": {"aws_b"}}
        stale = {environment: found.stale(environment, kinds) for environment in kinds}
        expected = {"production": ["leave-out aws_a", "leave-out aws_z"],
                    "development": ["differs aws_b.c"], "staging": []}
        self.assertEqual(stale, expected)


class RootsTests(unittest.TestCase):
    def test_applies_roots_in_the_order_that_people_are_told(self):
        readme = "text\n1. `terraform/global`\n2. `terraform/cells/b`\n3. `terraform/cells/a`\n"
        found = ["cells/a", "cells/b", "global"]
        self.assertEqual(roots.order(readme, found), ["global", "cells/b", "cells/a"])
        with self.assertRaisesRegex(Failure, "there are global"):
            roots.order(readme, ["global"])

    def test_leaves_out_a_type_and_whatever_reads_it(self):
        documents = root(
            {
                "aws_eip": {"main": {}},
                "aws_lb": {"main": {"name": "${local.name}"}},
                "aws_network_acl": {"main": {}},
                "aws_vpc": {"main": {"depends_on": ["aws_network_acl.main", "aws_eip.main"]}},
            },
            locals={"name": "${aws_network_acl.main.id}-x", "other": "${data.aws_vpc.main.id}"},
            output={"id": {"value": "${aws_lb.main.id}"}},
        )
        found, gone = roots.pruned(documents, {"aws_network_acl": "refused"})
        reasons = {"aws_network_acl.main": "refused", "aws_lb.main": "needs local.name"}
        self.assertEqual(gone, reasons)
        kept = {"aws_eip": {"main": {}}, "aws_vpc": {"main": {"depends_on": ["aws_eip.main"]}}}
        expected = {"resource": kept, "locals": {"other": "${data.aws_vpc.main.id}"}}
        self.assertEqual(found["main.tf.json"], expected)
        self.assertIn("aws_lb", documents["main.tf.json"]["resource"])

    def test_leaves_out_an_argument_alone(self):
        documents = root({"aws_network_acl": {"main": {"subnet_ids": ["a"], "vpc_id": "b"}}})
        found, gone = roots.pruned(documents, {"aws_network_acl.subnet_ids": "refused"})
        self.assertEqual(gone, {})
        self.assertEqual(roots.resources(found), {"aws_network_acl.main": {"vpc_id": "b"}})

    def test_leaves_out_one_resource(self):
        documents = root({"aws_vpc": {"main": {}, "other": {}}})
        found, gone = roots.pruned(documents, {"aws_vpc.other": "refused"})
        self.assertEqual(gone, {"aws_vpc.other": "refused"})
        self.assertEqual(roots.resources(found), {"aws_vpc.main": {}})
        self.assertEqual(roots.needed(documents, listed(["aws_vpc.other"])), {"aws_vpc.other"})
        self.assertEqual(roots.needed(found, listed(["aws_vpc.other"])), set())

    def test_tries_a_resource_under_another_name_beside_the_one_that_is_there(self):
        documents = root({"aws_network_acl": {"a": {"vpc_id": "b"}, "c": {}}})
        found, address = roots.renamed(documents, "aws_network_acl.a", "tried")
        self.assertEqual(address, "aws_network_acl.tried")
        expected = {"aws_network_acl.tried": {"vpc_id": "b"}, "aws_network_acl.c": {}}
        self.assertEqual(roots.resources(found), expected)
        self.assertIn("aws_network_acl.a", roots.resources(documents))

    def test_counts_no_resource_that_stands_for_several(self):
        with self.assertRaisesRegex(Failure, "aws_vpc.main stands for several"):
            roots.resources(root({"aws_vpc": {"main": {"count": 2}}}))

    def test_leaves_out_a_data_source_and_the_arguments_that_read_it(self):
        data = {"aws_v": {"a": {"name": "a"}, "b": {}}, "aws_w": {"c": {}}}
        addon = {"version": "${data.aws_v.a.version}", "name": "${data.aws_w.c.name}"}
        documents = root({"aws_addon": {"a": addon}}, data=data)
        entries = {"data.aws_v": "unknown"}
        found, gone = roots.pruned(documents, entries)
        self.assertEqual(found, root({"aws_addon": {"a": {"name": "${data.aws_w.c.name}"}}},
                                     data={"aws_w": {"c": {}}}))
        self.assertEqual(gone, {})
        self.assertEqual(roots.needed(documents, listed(leave_out=entries)), {"data.aws_v"})
        self.assertEqual(list(roots.left_out_by("data.aws_v", documents)),
                         ["data.aws_v.a", "data.aws_v.b"])
        self.assertEqual(list(roots.left_out_by("aws_addon.version", documents)), ["aws_addon.a"])

    def test_redirects_every_provider_and_keeps_the_state_where_the_root_says(self):
        override = roots.override(root({"aws_vpc": {"main": {}}}), URL, "server.crt", {})
        self.assertNotIn("resource", override)
        providers = override["provider"]["aws"]
        self.assertEqual([provider.get("alias") for provider in providers], ["west", None])
        for provider in providers:
            self.assertEqual(set(provider["endpoints"][0].values()), {URL})
        backend = override["terraform"]["backend"]["s3"]
        self.assertEqual((backend["bucket"], backend["key"]), ("state", "root"))
        self.assertEqual(backend["endpoints"]["s3"], URL)
        self.assertEqual(roots.local(override)["terraform"], {"backend": {"local": {}}})
        self.assertEqual(roots.regions(root({})), ["us-east-1", "us-west-1"])

    def test_ignores_an_argument_besides_what_the_root_ignores(self):
        block = {"zone": "a", "lifecycle": {"ignore_changes": ["tags"]}}
        documents = root({"aws_subnet": {"a": block}, "aws_vpc": {"b": {}}})
        override = roots.override(documents, URL, "server.crt", {"aws_subnet.zone": "kept as 1"})
        lifecycle = {"lifecycle": {"ignore_changes": ["tags", "zone"]}}
        self.assertEqual(override["resource"], {"aws_subnet": {"a": lifecycle}})


class PlansTests(unittest.TestCase):
    def differences(self, actions: list[str], **after):
        found = listed(differs=["aws_vpc.tags"])
        change = {"actions": actions, "before": {"tags": {}, "cidr_block": "a"}, "after": after}
        resource = {"address": "aws_vpc.main", "type": "aws_vpc", "change": change}
        known, wrong, _ = plans.differences({"resource_changes": [resource]}, found)
        return known, wrong, found.unneeded()

    def test_tells_what_the_emulator_is_known_for_from_what_it_is_not(self):
        stale = ["differs aws_vpc.tags"]
        self.assertEqual(self.differences(["no-op"], tags={"a": "b"}), ([], [], stale))
        known = "aws_vpc.main (update tags)"
        self.assertEqual(
            self.differences(["update"], tags={"a": "b"}, cidr_block="a"), ([known], [], []))
        wrong = "aws_vpc.main (update cidr_block, tags)"
        self.assertEqual(
            self.differences(["update"], tags={"a": "b"}, cidr_block="b"), ([], [wrong], stale))
        wrong = "aws_vpc.main (delete/create tags)"
        self.assertEqual(
            self.differences(["delete", "create"], tags={"a": "b"}), ([], [wrong], stale))

    def test_names_what_was_ignored_only_where_the_emulator_keeps_another_value(self):
        found = listed(ignore=["aws_subnet.zone"])
        kept = [{"address": f"aws_subnet.{n}", "type": "aws_subnet", "values": {"zone": "1"}}
                for n in ("a", "b")]
        plan = {"prior_state": {"values": {"root_module": {"resources": kept[:1]}}}}
        written = {"aws_subnet.a": {"zone": "1"}, "aws_subnet.b": {"zone": "4"}}
        self.assertEqual(plans.ignored(plan, written, found), [])
        self.assertEqual(found.unneeded(), ["ignore aws_subnet.zone"])
        plan["prior_state"]["values"]["root_module"]["resources"] = kept
        self.assertEqual(plans.ignored(plan, written, found), ['aws_subnet.b (zone is kept as "1")'])
        self.assertEqual(found.unneeded(), [])

    def test_an_ignored_reference_counts_where_the_emulator_keeps_nothing(self):
        found = listed(ignore=["aws_flow_log.role"])
        values = {"role": "", "other": ""}
        kept = [{"address": "aws_flow_log.a", "type": "aws_flow_log", "values": values}]
        plan = {"prior_state": {"values": {"root_module": {"resources": kept}}}}
        written = {"aws_flow_log.a": {"role": "${aws_iam_role.a.arn}"}}
        expected = ['aws_flow_log.a (role is kept as "")']
        self.assertEqual(plans.ignored(plan, written, found), expected)
        values["role"] = "arn"
        self.assertEqual(plans.ignored(plan, written, found), [])

    def test_an_ignored_reference_is_compared_with_what_the_state_holds(self):
        found = listed(ignore=["aws_replica.key"])
        values = {"key": "home"}
        kept = [{"address": "aws_replica.a", "type": "aws_replica", "values": values},
                {"address": "aws_key.west", "type": "aws_key", "values": {"arn": "west"}}]
        plan = {"prior_state": {"values": {"root_module": {"resources": kept}}}}
        written = {"aws_replica.a": {"key": "${aws_key.west.arn}"}}
        expected = ['aws_replica.a (key is kept as "home")']
        self.assertEqual(plans.ignored(plan, written, found), expected)
        values["key"] = "west"
        self.assertEqual(plans.ignored(plan, written, found), [])

    def test_an_ignored_block_counts_where_a_part_of_it_is_kept_otherwise(self):
        def needed(kept) -> bool:
            found = listed(ignore=["aws_table.replica"])
            values = {"address": "aws_table.a", "type": "aws_table", "values": {"replica": kept}}
            plan = {"prior_state": {"values": {"root_module": {"resources": [values]}}}}
            written = {"replica": [{"region": "west", "key": "${aws_kms_key.a.arn}"}]}
            return bool(plans.ignored(plan, {"aws_table.a": written}, found))

        self.assertFalse(needed([{"region": "west", "key": "arn", "stream": ""}]))
        self.assertTrue(needed([{"region": "west", "key": ""}]))
        self.assertTrue(needed([{"region": "east", "key": "arn"}]))
        self.assertTrue(needed([]))

    def test_a_refusal_is_about_the_resource_that_was_tried(self):
        message = """
Error: creating it: operation error EC2: Make, https response error StatusCode: 400, RequestID: 1-a,
Unknown: no such action

  with aws_a.b,
  on a.tf.json line 12, in resource.aws_a.b:
  12:       }

Error: creating a rule

  with aws_a.d,
  on a.tf.json line 20, in resource.aws_a.d:
  20:       }

operation error EC2: Admit, https response error
StatusCode: 400, RequestID: 1-b, api error
NotFound: group not found
"""
        self.assertEqual(plans.refusal(message, "aws_a.b"),
                         "creating it: operation error EC2: Make: Unknown: no such action")
        expected = ("creating a rule operation error EC2: Admit:"
                    " api error NotFound: group not found")
        self.assertEqual(plans.refusal(message, "aws_a.d"), expected)
        with self.assertRaisesRegex(Failure, "aws_a.c was not tried"):
            plans.refusal(message, "aws_a.c")


class ChangeTests(unittest.TestCase):
    def test_changes_literals_and_says_which(self):
        queues = {"alert_processing": {"message_retention_seconds": 345_600},
                  "alert_processing_dlq": {"message_retention_seconds": 1_209_600}}
        rules = [{"statement": {"managed": {}}},
                 {"statement": {"rate_based_statement": {"limit": 1000}}}]
        documents = root({"aws_sqs_queue": queues, "aws_wafv2_web_acl": {"a": {"rule": rules}}})
        found, edits = change.changed(documents)
        expected = {"aws_sqs_queue.alert_processing": "message_retention_seconds 345600 → 259200",
                    "aws_wafv2_web_acl.a": "limit 1000 → 2000"}
        self.assertEqual(edits, expected)
        after = roots.resources(found)
        retentions = [after[f"aws_sqs_queue.{name}"]["message_retention_seconds"]
                      for name in queues]
        self.assertEqual(retentions, [259_200, 1_209_600])
        limited = after["aws_wafv2_web_acl.a"]["rule"][1]["statement"]["rate_based_statement"]
        self.assertEqual(limited, {"limit": 2000})
        self.assertEqual(queues["alert_processing"]["message_retention_seconds"], 345_600)


class GuardsTests(unittest.TestCase):
    def test_takes_off_what_keeps_a_resource_and_nothing_else(self):
        block = {"deletion_protection": True, "skip_final_snapshot": False, "engine": "a",
                 "lifecycle": {"prevent_destroy": True, "ignore_changes": ["engine"]}}
        found, taken = guards.removed(root({"aws_rds_cluster": {"main": block}}))
        after = {"deletion_protection": False, "skip_final_snapshot": False, "engine": "a",
                 "lifecycle": {"ignore_changes": ["engine"]}}
        self.assertEqual(roots.resources(found)["aws_rds_cluster.main"], after)
        names = ["prevent_destroy", "deletion_protection"]
        self.assertEqual(taken, [f"aws_rds_cluster.main.{name}" for name in names])


class ReportTests(unittest.TestCase):
    def found(self, applied: int, wrong=(), **fields) -> report.Report:
        class Applied:
            written = root({"aws_sqs_queue": {f"q{n}": {} for n in range(10)}})

        Applied.name, Applied.wrong = "global", wrong
        Applied.applied = set(range(applied))
        return report.Report(roots=[Applied], **fields)

    def test_asks_for_enough_resources(self):
        self.assertEqual(self.found(9).problems(90), [])
        few = "8 of 10 resources were applied: 80.0 %, less than 90 %"
        self.assertEqual(self.found(8).problems(90), [few])

    def test_names_what_a_second_plan_would_change(self):
        wrong = "a second plan of global would change aws_vpc.a (update tags)"
        self.assertEqual(self.found(10, ["aws_vpc.a (update tags)"]).problems(90), [wrong])

    def test_names_failed_checks_leftovers_and_stale_entries(self):
        found = self.found(
            10, checks={"a": "expected 1, found 2", "b": ""}, changed={"c": "late"},
            unchanged={"b": "gone"}, before={"a": 0, "b": 1}, left=["us-east-1: sqs q"],
            stale=["differs aws_a.b"])
        expected = [
            "a: expected 1, found 2",
            "after the change, c: late",
            "after the change, b: gone",
            "a: nothing was found before destroy: what is left is not seen either",
            "left after destroy: us-east-1: sqs q",
            "`differs aws_a.b` of scripts/rehearse-emulator.txt was not needed: remove it",
        ]
        self.assertEqual(found.problems(90), expected)

    def test_names_checks_that_pass_where_they_must_not(self):
        wrong = Finding("a queue is lost", during="found 0", after="")
        found = self.found(10, contradicted={"a": "", "b": "expected 1, found 2"}, faults={
            "c": wrong,
            "d": dataclasses.replace(wrong, during=""),
            "e": dataclasses.replace(wrong, after="found 0"),
        })
        expected = [
            "a: this passes although the change contradicts it",
            "d: this passes although a queue is lost",
            "e: repaired, but still found 0",
        ]
        self.assertEqual(found.problems(90), expected)
