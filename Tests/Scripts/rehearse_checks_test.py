"""That what the rehearsal checks through the AWS API can fail."""

import copy
import dataclasses
import json
import sys
import unittest
import unittest.mock

import botocore.exceptions

sys.path.insert(0, "scripts")
from rehearsal import checks, faults  # noqa: E402
from rehearsal.checks import Cell, World, changed, data, edge, messaging  # noqa: E402
from rehearsal.failure import Failure  # noqa: E402

EAST = Cell("use1", "us-east-1", "bizcomms-use1", 2)
WEST = Cell("usw1", "us-west-1", "bizcomms-usw1", 2)
PRODUCTION = World("production", "123456789012", "example.com", "api.example.com", [EAST, WEST],
                   [EAST.region, WEST.region], True)
ONE_REGION = dataclasses.replace(
    PRODUCTION, cells=[EAST], regions=[EAST.region], has_global_database=False)


class Refused(botocore.exceptions.ClientError):
    def __init__(self, operation: str):
        super().__init__({"Error": {"Code": "NotFound", "Message": "absent"}}, operation)


class Answers:
    """An emulator that gives the same answers in every region, by operation; or refuses."""

    class exceptions:
        ResourceNotFoundException = Refused

    def __init__(self, otherwise=None, **answers):
        self.otherwise, self.answers = otherwise, answers

    def client(self, service: str, region: str):
        return self

    def read(self, service: str, region: str, operation: str, key: str, **parameters) -> list:
        return self.answers.get(operation, [])

    def __getattr__(self, operation: str):
        def call(**parameters):
            answer = self.answers.get(operation, self.otherwise)
            if answer is None:
                raise Refused(operation)
            return answer(**parameters) if callable(answer) else answer

        return call


class EveryCheckTests(unittest.TestCase):
    def test_fails_where_what_it_asks_about_is_absent(self):
        for emulator in (Answers(), Answers(otherwise={})):
            for check in [*checks.all_of(PRODUCTION), *changed.CHECKS]:
                with self.subTest(checks.sentence(check)):
                    self.assertNotEqual(checks.fault(check, PRODUCTION, emulator), "")

    def test_has_a_fault_that_it_must_find(self):
        self.assertEqual(set(faults.by_check()), set(checks.all_of(PRODUCTION)))

    def test_is_asked_of_an_environment_only_where_it_holds(self):
        expected = {data.an_item_written_in_one_region_is_read_in_every_other,
                    data.the_global_database_has_a_member_in_each_cell_and_writes_in_the_first}
        found = set(checks.all_of(PRODUCTION)) - set(checks.all_of(ONE_REGION))
        self.assertEqual(found, expected)

    def test_is_no_longer_true_after_the_change_only_if_it_is_among_them(self):
        self.assertLess(set(changed.CONTRADICTED), set(checks.all_of(ONE_REGION)))


class FaultTests(unittest.TestCase):
    def run_with(self, check, make=lambda: None) -> faults.Finding:
        def something_is_wrong(world, emulator):
            return faults.between(make, lambda: None)

        with unittest.mock.patch.object(faults, "by_check", lambda: {check: something_is_wrong}):
            return faults.run([check], PRODUCTION, Answers())["it is right"]

    def test_a_check_that_cannot_fail_is_found(self):
        def it_is_right(world, emulator):
            pass

        self.assertEqual(self.run_with(it_is_right), faults.Finding("something is wrong", "", ""))

    def test_a_fault_lasts_until_it_is_repaired(self):
        state = {"wrong": 0}

        def it_is_right(world, emulator):
            checks.expect("faults", 0, state["wrong"])

        def something_is_wrong(world, emulator):
            return faults.between(lambda: state.update(wrong=1), lambda: state.update(wrong=0))

        with unittest.mock.patch.object(
                faults, "by_check", lambda: {it_is_right: something_is_wrong}):
            found = faults.run([it_is_right], PRODUCTION, Answers())["it is right"]
        expected = faults.Finding("something is wrong", "faults: expected 0, found 1", "")
        self.assertEqual(found, expected)

    def test_a_fault_that_cannot_be_made_ends_the_run(self):
        def it_is_right(world, emulator):
            pass

        with self.assertRaisesRegex(Failure, "something is wrong: this could not be made"):
            self.run_with(it_is_right, Answers().update)


class MessagingTests(unittest.TestCase):
    def queue(self, name: str) -> dict[str, str]:
        arn = f"arn:aws:sqs:us-east-1:123456789012:{name}"
        if name.endswith("-dlq"):
            allow = {"redrivePermission": "byQueue",
                     "sourceQueueArns": [arn.removesuffix("-dlq")]}
            return {"QueueArn": arn, "RedriveAllowPolicy": json.dumps(allow)}
        redrive = {"deadLetterTargetArn": f"{arn}-dlq", "maxReceiveCount": 3}
        return {"QueueArn": arn, "RedrivePolicy": json.dumps(redrive)}

    def fault(self, **other: dict[str, str]) -> str:
        """What the check says where the attributes of queues are others."""

        def attributes(QueueUrl: str, **_):
            name = QueueUrl.removeprefix("bizcomms-use1-")
            return {"Attributes": other.get(name, self.queue(QueueUrl))}

        emulator = Answers(get_queue_url=lambda QueueName: {"QueueUrl": QueueName},
                           get_queue_attributes=attributes)
        check = messaging.queues_give_up_after_3_attempts_to_a_queue_that_takes_only_theirs
        return checks.fault(check, ONE_REGION, emulator)

    def test_accepts_queues_with_their_dead_letter_queues(self):
        self.assertEqual(self.fault(), "")

    def test_rejects_a_queue_without_redrive(self):
        queue = self.queue("bizcomms-use1-webhooks")
        dead = f"{queue['QueueArn']}-dlq"
        expected = f'use1 webhooks redrive: expected ["{dead}", "3"], found [null, "None"]'
        self.assertEqual(self.fault(webhooks={"QueueArn": queue["QueueArn"]}), expected)

    def test_rejects_a_queue_that_gives_up_after_5_attempts(self):
        queue = self.queue("bizcomms-use1-webhooks")
        other = queue | {"RedrivePolicy": queue["RedrivePolicy"].replace("3}", "5}")}
        dead = f"{queue['QueueArn']}-dlq"
        expected = f'use1 webhooks redrive: expected ["{dead}", "3"], found ["{dead}", "5"]'
        self.assertEqual(self.fault(webhooks=other), expected)


class FirewallTests(unittest.TestCase):
    RULES = [
        {"Statement": {"ManagedRuleGroupStatement": {"VendorName": "AWS", "Name": name}},
         "OverrideAction": {"None": {}}}
        for name in edge.MANAGED_RULES
    ]
    LIMITS = [
        {"Name": name,
         "Statement": {"RateBasedStatement": {
             "Limit": limit, "EvaluationWindowSec": 300, "AggregateKeyType": "IP"}},
         "Action": {"Block": {"CustomResponse": {"ResponseCode": 429}}}}
        for name, limit in edge.RATES.items()
    ]

    def fault(self, check, rules: list[dict]) -> str:
        acl = {"Name": "bizcomms-use1", "Id": "1", "Rules": rules}
        emulator = Answers(list_web_acls={"WebACLs": [acl]}, get_web_acl={"WebACL": acl})
        return checks.fault(check, ONE_REGION, emulator)

    def test_asks_for_each_managed_rule_set_and_that_it_blocks(self):
        check = edge.the_firewall_applies_the_three_managed_rule_sets
        self.assertEqual(self.fault(check, [*self.LIMITS, *self.RULES]), "")
        for index, rule in enumerate(self.RULES):
            rest = self.RULES[:index] + self.RULES[index + 1:]
            counting = rule | {"OverrideAction": {"Count": {}}}
            for rules in (rest, [*rest, counting]):
                self.assertIn("use1 managed rules: expected", self.fault(check, rules))

    def test_asks_for_the_rate_and_for_429(self):
        check = edge.the_firewall_answers_429_beyond_1000_requests_in_5_minutes
        self.assertEqual(self.fault(check, [*self.RULES, *self.LIMITS]), "")
        right = '"callback-rate-limit": [100000, 300, "IP", 429]'
        expected = f'use1 rates: expected {{{right}, "rate-limit": [1000, 300, "IP", 429]}}, found '
        self.assertEqual(self.fault(check, self.RULES), expected + "{}")
        limit, callbacks = self.LIMITS
        slow, plain = copy.deepcopy(limit), copy.deepcopy(limit)
        slow["Statement"]["RateBasedStatement"]["EvaluationWindowSec"] = 600
        del plain["Action"]["Block"]["CustomResponse"]
        self.assertEqual(self.fault(check, [slow, callbacks]),
                         f'{expected}{{{right}, "rate-limit": [1000, 600, "IP", 429]}}')
        self.assertEqual(self.fault(check, [plain, callbacks]),
                         f'{expected}{{{right}, "rate-limit": [1000, 300, "IP", null]}}')


class RecordTests(unittest.TestCase):
    def fault(self, **without: str) -> str:
        """What the check says where the record of a role lacks something."""
        records, health = [], []
        for role, cell in (("PRIMARY", EAST), ("SECONDARY", WEST)):
            name = f"{cell.name}.api.example.com"
            record = {"Name": "api.example.com.", "Type": "A", "Failover": role,
                      "AliasTarget": {"DNSName": f"{name}.", "EvaluateTargetHealth": True},
                      "HealthCheckId": role}
            record.pop(without.get(role), None)
            records.append(record)
            health.append({"Id": cell.name, "HealthCheckConfig": {
                "Type": "HTTPS", "FullyQualifiedDomainName": name}})
        health[1]["Id"] = "SECONDARY"
        alarm = {"Name": "bizcomms-usw1-takeover", "Region": "us-west-1"}
        health += [
            {"Id": "PRIMARY", "HealthCheckConfig": {
                "Type": "CALCULATED", "HealthThreshold": 2, "ChildHealthChecks": ["a", "b"]}},
            {"Id": "switch", "HealthCheckConfig": {
                "Type": "CLOUDWATCH_METRIC", "AlarmIdentifier": alarm}},
        ]
        emulator = Answers(
            list_hosted_zones=[{"Id": "1", "Name": "example.com."}], list_health_checks=health,
            list_resource_record_sets=records, describe_alarms={"MetricAlarms": [alarm]})
        check = edge.the_shared_name_follows_the_health_of_cells_and_the_switch_of_the_second
        return checks.fault(check, PRODUCTION, emulator)

    def test_asks_for_the_health_check_of_each_failover_record(self):
        self.assertEqual(self.fault(), "")
        expected = ("health that the standby's record follows:"
                    ' expected "usw1.api.example.com", found null')
        self.assertEqual(self.fault(SECONDARY="HealthCheckId"), expected)
        expected = ("health that the primary's record follows:"
                    ' expected ["CALCULATED", 2, 2], found [null, null, 0]')
        self.assertEqual(self.fault(PRIMARY="HealthCheckId"), expected)

    def test_asks_for_both_records(self):
        self.assertEqual(self.fault(SECONDARY="Failover"), "KeyError 'Failover'")


class TableTests(unittest.TestCase):
    def test_rejects_a_table_that_does_not_replicate(self):
        class Region(Answers):
            def __init__(self, replicates: bool):
                super().__init__()
                self.items: dict[str, list] = {"us-east-1": [], "us-west-1": []}
                self.replicates = replicates

            def client(self, service, region):
                kept = self.items["us-east-1" if self.replicates else region]
                schema = {"Table": {"KeySchema": [{"AttributeName": "id"}]}}
                return Answers(
                    describe_table=schema,
                    put_item=lambda TableName, Item: kept.append(Item),
                    get_item=lambda TableName, Key: {"Item": Key} if Key in kept else {},
                    delete_item=lambda TableName, Key: kept.remove(Key))

        check = data.an_item_written_in_one_region_is_read_in_every_other
        self.assertEqual(checks.fault(check, PRODUCTION, Region(True)), "")
        expected = ('deliveries of us-east-1, read in us-west-1: expected'
                    ' {"id": {"S": "from us-east-1"}}, found null')
        self.assertEqual(checks.fault(check, PRODUCTION, Region(False)), expected)
