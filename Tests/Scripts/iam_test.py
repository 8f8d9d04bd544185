"""What the check of IAM policies finds, seeded one by one into policies that are right."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, "scripts")
import iam_policies  # noqa: E402
import roots  # noqa: E402
from failure import Failure  # noqa: E402
from iam import database, documents, explained, patterns  # noqa: E402

KNOWN = database.read()
ACCOUNT = "123456789012"
QUEUE = f"arn:aws:sqs:us-east-1:{ACCOUNT}:bizcomms-cell-a-work"
PROVIDER = {"aws": [{"region": "us-east-1", "allowed_account_ids": [ACCOUNT]}]}


def root(resources: dict, data: dict | None = None, name: str = "cells/cell-a",
         **named: object) -> roots.Root:
    """A root of production with some resources, by type and name, and named values."""
    made = roots.Root("production", name)
    roots.add(made, "f.tf.json", {"resource": resources, "data": data or {}, "locals": named,
                                  "provider": PROVIDER})
    return made


def policy(*statements: dict) -> dict:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def allow(*actions: str, on: list[str] | None = None, **more: object) -> dict:
    return {"Effect": "Allow", "Action": list(actions), "Resource": on or [QUEUE]} | more


def role_policy(*statements: dict, data: dict | None = None, **resources: dict) -> roots.Root:
    given = {"policy": "${jsonencode(local.api_policy)}", "role": "${aws_iam_role.api.name}"}
    return root({"aws_iam_role_policy": {"api": given}} | resources, data,
                api_policy=policy(*statements))


def resource_policy(kind: str, *statements: dict) -> roots.Root:
    return root({kind: {"main": {"policy": "${jsonencode(local.main)}"}}}, main=policy(*statements))


def judged(*all_roots: roots.Root, entries: str = "") -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "list.txt")
        file.write_text(entries)
        listed = explained.read(file)
    return iam_policies.judge(list(all_roots), KNOWN, listed)[1]


class CaseWithFindings(unittest.TestCase):
    def finds(self, found: list[str], *expected: str) -> None:
        self.assertEqual([text.partition(": ")[2].partition(": ")[2] for text in found],
                         list(expected))


class ActionTests(CaseWithFindings):
    def test_accepts_what_exists_and_is_bound(self):
        self.assertEqual(judged(role_policy(allow("sqs:SendMessage", "sqs:GetQueueUrl"))), [])

    def test_a_misspelt_action_is_found_with_what_was_meant(self):
        found = judged(role_policy(allow("sqs:SendMesage")))
        self.assertEqual(found, ["f.tf.json: aws_iam_role_policy.api: there is no action"
                                 " sqs:SendMesage; did you mean sqs:SendMessage?"])

    def test_another_case_is_found_although_iam_reads_it(self):
        self.finds(judged(role_policy(allow("sqs:sendMessage"))),
                   "there is no action sqs:sendMessage; did you mean sqs:SendMessage?")

    def test_an_unknown_service_and_a_pattern_of_nothing_are_found_also_where_denied(self):
        for effect in ("Allow", "Deny"):
            self.finds(judged(role_policy(allow("sqz:Go", Effect=effect))),
                       "there is no action sqz:Go")
            self.finds(judged(role_policy(allow("sqs:Yell*", Effect=effect))),
                       "no action matches sqs:Yell*")

    def test_a_wildcard_is_found_unless_an_entry_says_why_or_it_is_denied(self):
        self.finds(judged(role_policy(allow("sqs:Get*"))),
                   "allows sqs:Get*; write out the actions that are meant")
        entry = "cell/aws_iam_role_policy.api | action sqs:Get* | reads settings"
        self.assertEqual(judged(role_policy(allow("sqs:Get*")), entries=entry), [])
        self.assertEqual(judged(role_policy(allow("sqs:Get*", Effect="Deny"))), [])

    def test_all_actions_but_some_are_found(self):
        statement = {"Effect": "Allow", "NotAction": ["iam:*"], "Resource": [QUEUE]}
        self.finds(judged(role_policy(statement)),
                   "allows all actions but some; write out those that are meant")


class ResourceTests(CaseWithFindings):
    def test_any_resource_is_found_where_aws_could_bind_the_action(self):
        self.finds(judged(role_policy(allow("sqs:SendMessage", on=["*"]))),
                   "allows sqs:SendMessage on any resource; name those that are meant")
        entry = "cell/aws_iam_role_policy.api | any sqs:SendMessage | every queue"
        found = judged(role_policy(allow("sqs:SendMessage", on=["*"])), entries=entry)
        self.assertEqual(found, [])

    def test_any_resource_is_right_where_the_action_knows_none(self):
        self.assertEqual(judged(role_policy(allow("ec2:DescribeSubnets", on=["*"]))), [])
        self.finds(judged(role_policy(allow("ec2:DescribeSubnets", "ec2:CreateSubnet", on=["*"]))),
                   "allows ec2:CreateSubnet on any resource; name those that are meant")

    def test_a_wildcard_in_a_name_is_found_and_one_for_the_parts_of_a_thing_is_not(self):
        wide = f"arn:aws:sqs:us-east-1:{ACCOUNT}:bizcomms-*"
        self.finds(judged(role_policy(allow("sqs:SendMessage", on=[wide]))),
                   f"allows {wide}; name the resources that are meant")
        every = "arn:aws:s3:::*"
        self.finds(judged(role_policy(allow("s3:GetObject", on=[every]))),
                   f"allows {every}; name the resources that are meant")
        parts = ["arn:aws:s3:::bizcomms-production-state/*"]
        self.assertEqual(judged(role_policy(allow("s3:GetObject", on=parts))), [])
        secret = [f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:"
                  "bizcomms-production/key-??????"]
        read = allow("secretsmanager:GetSecretValue", on=secret)
        self.assertEqual(judged(role_policy(read)), [])

    def test_a_resource_of_another_service_or_type_is_found(self):
        topic = f"arn:aws:sns:us-east-1:{ACCOUNT}:bizcomms-cell-a-events"
        self.finds(
            judged(role_policy(allow("sqs:SendMessage", on=[QUEUE, topic]))),
            f"{topic} is of no type that an action of its statement takes")
        entry = f"cell/aws_iam_role_policy.api | unlisted {topic} | as"
        general = entry.replace(ACCOUNT, "<account>").replace("us-east-1", "<region>")
        both = role_policy(allow("sqs:SendMessage", on=[QUEUE, topic]))
        self.assertEqual(judged(both, entries=general.replace("cell-a", "<cell>")), [])
        bucket = "arn:aws:s3:::bizcomms-production-state"
        self.finds(
            judged(role_policy(allow("s3:GetObject", on=[bucket]))),
            f"{bucket} is of no type that an action of its statement takes",
            "s3:GetObject takes arn:${Partition}:s3:${Region}:${Account}:accesspoint/"
            "${AccessPointName}/object/${ObjectName} or arn:${Partition}:s3:::${BucketName}/"
            "${ObjectName}; its statement names no such resource")

    def test_an_action_that_takes_no_resource_beside_one_that_does_is_found(self):
        self.finds(judged(role_policy(allow("sqs:SendMessage", "sqs:ListQueues"))),
                   "sqs:ListQueues takes no resource; give it a statement with Resource *")

    def test_a_denial_that_never_bites_is_found(self):
        self.finds(judged(role_policy(allow("sns:Publish", Effect="Deny"))),
                   f"{QUEUE} is of no type that an action of its statement takes",
                   "sns:Publish takes arn:${Partition}:sns:${Region}:${Account}:${TopicName}; its"
                   " statement names no such resource")

    def test_a_reference_has_the_type_of_what_it_refers_to(self):
        statement = allow("sqs:SendMessage", on=["${aws_sqs_queue.work.arn}"])
        self.assertEqual(judged(role_policy(statement)), [])
        statement = allow("sqs:SendMessage", on=["${aws_sns_topic.work.arn}"])
        self.assertEqual(len(judged(role_policy(statement))), 2)

    def test_a_parameter_has_the_type_of_what_another_root_writes_into_it(self):
        expression = "${data.aws_ssm_parameter.key.insecure_value}"
        read = {"aws_ssm_parameter": {"key": {"name": "/bizcomms/key"}}}
        reader = role_policy(allow("kms:Decrypt", on=[expression]), data=read)
        for kind, findings in (("aws_kms_key", 0), ("aws_sqs_queue", 2)):
            value = "${" + kind + ".main.arn}"
            written = {"aws_ssm_parameter": {"key": {"name": "/bizcomms/key", "value": value}}}
            found = judged(reader, root(written, name="global"))
            self.assertEqual(len(found), findings, found)
        with self.assertRaisesRegex(Failure, "no root writes the parameter /bizcomms/key"):
            judged(reader)

    def test_a_resource_that_an_action_needs_too_is_found(self):
        owner = f"arn:aws:ec2:us-east-1:{ACCOUNT}"
        statement = allow("ec2:CreateNetworkInterface", on=[f"{owner}:subnet/subnet-1"])
        self.finds(
            judged(role_policy(statement)),
            "ec2:CreateNetworkInterface needs arn:${Partition}:ec2:${Region}:${Account}:"
            "network-interface/${NetworkInterfaceId} too; allow it there")


class PrincipalTests(CaseWithFindings):
    def queue(self, **statement: object) -> list[str]:
        target = "${aws_sqs_queue.main.arn}"
        return judged(resource_policy(
            "aws_sqs_queue_policy", allow("sqs:SendMessage", on=[target], **statement)))

    def test_everybody_is_found_unless_a_condition_says_whose(self):
        for everybody in ("*", {"AWS": "*"}, {"AWS": ["*"]}):
            self.finds(self.queue(Principal=everybody),
                       "allows everybody; name the principals, or whose they are in a condition")
        ours = {"StringEquals": {"aws:PrincipalAccount": ACCOUNT}}
        self.assertEqual(self.queue(Principal={"AWS": "*"}, Condition=ours), [])
        tls = {"Bool": {"aws:SecureTransport": "true"}}
        self.assertEqual(len(self.queue(Principal={"AWS": "*"}, Condition=tls)), 1)
        if_there = {"StringEqualsIfExists": {"aws:PrincipalAccount": ACCOUNT}}
        self.assertEqual(len(self.queue(Principal={"AWS": "*"}, Condition=if_there)), 1)
        self.assertEqual(self.queue(Principal={"AWS": "*"}, Condition=tls, Effect="Deny"), [])

    def test_another_account_is_found(self):
        self.finds(self.queue(Principal={"AWS": "arn:aws:iam::999999999999:root"}),
                   "allows arn:aws:iam::999999999999:root, which is of another account")

    def test_a_service_that_acts_for_anybody_is_found(self):
        self.finds(self.queue(Principal={"Service": "sns.amazonaws.com"}),
                   "sns.amazonaws.com may act for anybody; say for whom in a condition on"
                   " aws:SourceArn and aws:SourceAccount")
        source = {"ArnEquals": {"aws:SourceArn": "${aws_sns_topic.events.arn}"}}
        self.assertEqual(
            self.queue(Principal={"Service": "sns.amazonaws.com"}, Condition=source), [])

    def test_an_account_that_is_a_pattern_is_found(self):
        source = {"StringLike": {"aws:SourceAccount": "1234*"}}
        self.finds(self.queue(Principal={"Service": "sns.amazonaws.com"}, Condition=source),
                   "aws:SourceAccount is compared with 1234*; write the whole value")

    def test_a_wide_subject_of_a_token_is_found(self):
        claims = {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:a/b:*"}}
        statement = {
            "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": claims,
            "Principal": {"Federated": "${aws_iam_openid_connect_provider.github.arn}"}}
        trusting = root(
            {"aws_iam_role": {"plan": {"assume_role_policy": "${jsonencode(local.trust)}"}}},
            trust=policy(statement))
        self.finds(judged(trusting), "may be taken by repo:a/b:*; write the whole subject")

    def test_in_the_policy_of_a_key_any_resource_is_the_key_itself(self):
        admin = allow("kms:DescribeKey", on=["*"],
                      Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:root"})
        self.assertEqual(judged(resource_policy("aws_kms_key", admin)), [])


class ConditionTests(CaseWithFindings):
    def given(self, condition: dict, *actions: str, on: list[str]) -> list[str]:
        return judged(role_policy(allow(*actions, on=on, Condition=condition)))

    def test_a_key_that_the_action_does_not_know_is_found(self):
        key = [f"arn:aws:kms:us-east-1:{ACCOUNT}:key/bizcomms-production"]
        context = {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:1:g"}}
        self.assertEqual(self.given(context, "kms:Decrypt", on=key), [])
        self.finds(self.given(context, "kms:Decrypt", "kms:DescribeKey", on=key),
                   "kms:DescribeKey knows no condition key kms:EncryptionContext:aws:logs:arn, so"
                   " its statement never holds")

    def test_a_misspelt_key_is_found_also_where_denied(self):
        wrong = {"Bool": {"aws:SecureTransprt": "false"}}
        self.finds(judged(role_policy(allow("sqs:SendMessage", Effect="Deny", Condition=wrong))),
                   "no action of its statement knows the condition key aws:SecureTransprt")

    def test_keys_of_tags_and_keys_that_every_request_carries_are_known(self):
        tagged = {"StringEquals": {"aws:RequestTag/karpenter.sh/nodepool": "x"}}
        launched = [f"arn:aws:ec2:us-east-1:{ACCOUNT}:fleet/bizcomms-production"]
        found = self.given(tagged, "ec2:CreateFleet", on=launched)
        self.assertFalse([text for text in found if "condition key" in text], found)
        region = {"StringEquals": {"aws:RequestedRegion": "us-east-1"}}
        self.assertEqual(self.given(region, "sqs:SendMessage", on=[QUEUE]), [])


class DocumentTests(unittest.TestCase):
    def test_a_statement_that_iam_would_refuse_is_not_judged(self):
        for wrong, message in (
            (allow("sqs:SendMessage", Effects="Allow"), "knows no Effects"),
            (allow("sqs:SendMessage", Effect="allow"), "Effect is allow"),
            (allow("sqs:SendMessage", NotAction=["sqs:SendMessage"]), "either Action or NotAction"),
            (allow("sqs:SendMessage", Principal={"AWS": "*"}), "a Principal in the statement"),
            (allow("sqs:SendMessage", Condition={"StringIs": {"a": "b"}}), "operator StringIs"),
        ):
            with self.assertRaisesRegex(Failure, message):
                judged(role_policy(wrong))
        with self.assertRaisesRegex(Failure, "no Principal in the statement of a resource policy"):
            judged(resource_policy("aws_sqs_queue_policy", allow("sqs:SendMessage")))

    def test_a_policy_that_is_written_on_the_spot_is_read_too(self):
        text = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",' \
               ' "Action": "sqs:Fly", "Resource": "*"}]}'
        inline = root({"aws_iam_role_policy": {"api": {"policy": text}}})
        self.assertIn("there is no action sqs:Fly", judged(inline)[0])

    def test_a_policy_that_can_not_be_read_is_a_failure(self):
        unread = root({"aws_iam_role": {"api": {"assume_role_policy": '${file("a.json")}'}}})
        with self.assertRaisesRegex(Failure, "`assume_role_policy` is no policy document"):
            judged(unread)

    def test_a_policy_of_an_unknown_kind_is_a_failure(self):
        other = root({"aws_backup_vault_policy": {"a": {"policy": "${jsonencode(local.p)}"}}},
                     p=policy(allow("sqs:SendMessage")))
        with self.assertRaisesRegex(Failure, "a policy of an unknown kind"):
            judged(other)

    def test_a_policy_that_nothing_is_given_is_a_failure(self):
        with self.assertRaisesRegex(Failure, "local.left is a policy that nothing is given"):
            judged(root({}, left=policy(allow("sqs:SendMessage"))))

    def test_a_policy_is_named_alike_in_every_root_of_its_kind(self):
        made = root({"aws_kms_key": {"tables_us_east_1": {"policy": "${jsonencode(local.p)}"}}},
                    name="global", p=policy())
        self.assertEqual(documents.find(made)[0].general, "global/aws_kms_key.tables_<region>")
        self.assertEqual(root({}).general(f"{QUEUE}-production"),
                         "arn:aws:sqs:<region>:<account>:bizcomms-<cell>-work-<environment>")


class ExplainedTests(unittest.TestCase):
    def test_an_entry_that_nothing_needs_is_found_by_its_text(self):
        entries = "cell/aws_iam_role_policy.api | action sqs:Get* sqs:List* | reads settings"
        self.assertEqual(
            judged(role_policy(allow("sqs:Get*")), entries=entries),
            ["list.txt: `cell/aws_iam_role_policy.api | action sqs:List*` was not needed:"
             " remove it"])

    def test_an_entry_of_another_policy_explains_nothing(self):
        entries = "cell/aws_iam_role_policy.worker | action sqs:Get* | reads settings"
        self.assertEqual(len(judged(role_policy(allow("sqs:Get*")), entries=entries)), 2)

    def test_refuses_a_line_without_a_reason_or_with_another_verb(self):
        for line in ("a | action sqs:*", "a | action sqs:* | ", "a | action | why", "a | act x | y",
                     "a | action sqs:* sqs:* | why"):
            with self.assertRaisesRegex(Failure, "list.txt:1"):
                judged(entries=line)


class PatternTests(unittest.TestCase):
    def test_patterns_meet_where_they_have_an_arn_in_common(self):
        bucket, thing = "arn:${Partition}:s3:::${BucketName}", "/${ObjectName}"
        for pattern, template, meets in (
            ("arn:aws:s3:::a", bucket, True),
            ("arn:aws:s3:::a/*", bucket, False),
            ("arn:aws:s3:::a/*", bucket + thing, True),
            ("arn:aws:s3:::a*", bucket + thing, True),
            ("arn:aws:sqs:*:1:a-??????", "arn:${Partition}:sqs:${Region}:${Account}:${Q}", True),
            ("arn:aws:ec2:r::image/*", "arn:${Partition}:ec2:${Region}::image/${I}", True),
            ("arn:aws:ec2:r:1:image/*", "arn:${Partition}:ec2:${Region}::image/${I}", False),
            ("arn:aws:ec2:r:1:spot/*", "arn:${Partition}:ec2:${R}:${A}:instance/${I}", False),
            ("arn:aws:eks:*:1:*/ours-*", "arn:${Partition}:eks:${R}:${A}:addon/${C}/${N}", True),
            ("arn:aws-cn:sqs:*", "arn:${Partition}:sqs:${Region}:${Account}:${Q}", False),
        ):
            self.assertEqual(patterns.meet(pattern, template), meets, (pattern, template))


if __name__ == "__main__":
    unittest.main()
