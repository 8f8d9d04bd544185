"""What is wrong with a statement or a document. A rule gives messages without the place."""

import re
from collections.abc import Iterator

import roots
from iam import patterns
from iam.database import Database
from iam.documents import Kind
from iam.explained import Explained
from iam.statement import Condition, Statement

# Keys that say whose principal, or whose request, it is.
# Source: IAM User Guide, "AWS global condition context keys", and KMS Developer Guide, "AWS KMS
# condition keys", 2026-11.
OWNERS = {"aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:SourceAccount",
          "aws:SourceArn", "aws:SourceOrgID", "aws:SourceVpce", "kms:CallerAccount"}
# Keys that say for whom a service acts. Firehose gives the account as the external ID, and
# CloudWatch Logs the log group as context of what it encrypts.
# Sources: Amazon Data Firehose Developer Guide, "Grant Firehose access to an Amazon S3
# destination", and Amazon CloudWatch Logs User Guide, "Encrypt log data", 2026-11.
SOURCES = {"aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "sts:ExternalId",
           "kms:EncryptionContext:aws:logs:arn"}
# Keys whose values are whole: a pattern would match somebody else's.
# Source: IAM User Guide, "AWS global condition context keys", "Sensitive condition keys", 2026-11.
WHOLE = {"aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:ResourceAccount", "aws:ResourceOrgID",
         "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceVpc", "aws:SourceVpce",
         "aws:VpceAccount", "aws:VpceOrgID", "kms:CallerAccount", "sts:ExternalId"}
# The claims of a token that IAM compares. Source: IAM User Guide, "Available keys for AWS OIDC
# federation", 2026-11.
CLAIMS = {"aud", "sub"}

# The reference's name of what a Terraform resource makes: service and resource type.
MADE = {
    "aws_cloudwatch_log_group": ("logs", "log-group"),
    "aws_cloudwatch_log_stream": ("logs", "log-stream"),
    "aws_iam_role": ("iam", "role"),
    "aws_kinesis_firehose_delivery_stream": ("firehose", "deliverystream"),
    "aws_kms_key": ("kms", "key"),
    "aws_lambda_function": ("lambda", "function"),
    "aws_s3_bucket": ("s3", "bucket"),
    "aws_sns_topic": ("sns", "topic"),
    "aws_sqs_queue": ("sqs", "queue"),
}


class Rules:
    """All rules, over one database and one list of what is explained."""

    def __init__(self, database: Database, explained: Explained, all_roots: list[roots.Root]):
        self._database = database
        self._explained = explained
        self._roots = all_roots

    def findings(self, statement: Statement) -> list[str]:
        """Everything that is wrong with the statement."""
        found = list(self._actions_exist(statement))
        if found:  # the others need to know the actions
            return found
        for rule in (self._wild_actions, self._wild_resources, self._any_resource,
                     self._resource_types, self._principals, self._accounts, self._services,
                     self._keys, self._values):
            found += rule(statement)
        return found

    def findings_together(self, statements: list[Statement]) -> list[str]:
        """What is wrong with the statements of one document only together.

        An action may be bound to its resources in several statements, each with conditions of its
        own; what it needs and none of them names is refused.
        """
        allowed: dict[str, set[str]] = {}
        for statement in statements:
            if statement.allows and statement.document.kind is Kind.IDENTITY:
                arns = {self._arn(statement, resource) for resource in statement.resources}
                for pattern in statement.actions:
                    if not patterns.is_wild(pattern):
                        allowed.setdefault(pattern, set()).update(arns)
        found = []
        for action, arns in allowed.items():
            kinds = self._database.resources(action) if self._named(action) else {}
            met = {kind for kind in kinds if any(patterns.meet(arn, kind) for arn in arns)}
            if "*" not in arns and met:
                found += [f"{action} needs {kind} too; allow it there"
                          for kind, is_needed in kinds.items() if is_needed and kind not in met]
        return found

    def _explains(self, statement: Statement, verb: str, what: str) -> bool:
        document = statement.document
        return self._explained.covers(document.general, verb, document.root.general(what))

    def _named(self, pattern: str) -> tuple[str, ...]:
        return () if pattern == "*" else self._database.actions(pattern)

    def _actions_exist(self, statement: Statement) -> Iterator[str]:
        for pattern in statement.actions + statement.all_but:
            if pattern == "*" or self._named(pattern):
                continue
            if patterns.is_wild(pattern):
                yield f"no action matches {pattern}"
                continue
            near = self._database.nearest(pattern)
            yield f"there is no action {pattern}" + (f"; did you mean {near}?" if near else "")

    def _wild_actions(self, statement: Statement) -> Iterator[str]:
        """Only of what is allowed: a denial is the safer the wider it is."""
        if not statement.allows:
            return
        for pattern in statement.actions:
            if patterns.is_wild(pattern) and not self._explains(statement, "action", pattern):
                yield f"allows {pattern}; write out the actions that are meant"
        if statement.all_but and not self._explains(statement, "all-but", "*"):
            yield "allows all actions but some; write out those that are meant"

    def _wild_resources(self, statement: Statement) -> Iterator[str]:
        if not statement.allows:
            return
        for resource in statement.resources:
            if resource == "*" or not self._is_wide(statement, resource):
                continue
            if not self._explains(statement, "resource", resource):
                yield f"allows {resource}; name the resources that are meant"
        if statement.resources_but and not self._explains(statement, "resource", "*"):
            yield "allows all resources but some; name those that are meant"

    def _is_wide(self, statement: Statement, resource: str) -> bool:
        """Whether the pattern takes in more than what belongs to one thing of ours.

        That are the parts of a named thing, `/*` or `:*` at its end, and the six characters that
        Secrets Manager adds to a name.
        """
        rest = re.sub(r"-\?{6}$|[/:]\*$", "", resource)
        if patterns.is_wild(rest):
            return True
        named = statement.document.root.general(rest)
        return rest != resource and not re.search(r"\$\{|<cell>|<environment>", named)

    def _any_resource(self, statement: Statement) -> Iterator[str]:
        """In a key's policy `*` is the key itself."""
        if not statement.allows or "*" not in statement.resources:
            return
        if statement.document.kind is Kind.KEY:
            return
        for pattern in statement.actions or ("*",):
            bindable = [name for name in self._named(pattern) if self._database.resources(name)]
            if pattern != "*" and not bindable:
                continue
            if not self._explains(statement, "any", pattern):
                yield f"allows {pattern} on any resource; name those that are meant"

    def _resource_types(self, statement: Statement) -> Iterator[str]:
        """Each resource is one that an action takes, and each action takes one of the resources."""
        if statement.document.kind is Kind.KEY or statement.all_but or not statement.resources:
            return
        arns = {resource: self._arn(statement, resource) for resource in statement.resources}
        names = {pattern: self._named(pattern) for pattern in statement.actions}
        if "*" in names or "*" in arns:
            return
        taken = [set(self._database.resources(name)) for found in names.values() for name in found]
        for resource, arn in arns.items():
            if any(patterns.meet(arn, template) for types in taken for template in types):
                continue
            if not self._explains(statement, "unlisted", resource):
                yield f"{resource} is of no type that an action of its statement takes"
        for pattern, found in names.items():
            types = {template for name in found for template in self._database.resources(name)}
            if not types:
                yield f"{pattern} takes no resource; give it a statement with Resource *"
            elif not any(patterns.meet(arn, kind) for arn in arns.values() for kind in types):
                yield (f"{pattern} takes {' or '.join(sorted(types))}; its statement names no such"
                       " resource")

    def _arn(self, statement: Statement, resource: str) -> str:
        """The ARN with what is known only after an apply filled in after its type."""
        def made(expression: re.Match) -> str:
            address = roots.target(statement.document.root, expression[1], self._roots)
            service, kind = MADE[address.split(".")[0]]
            template = self._database.resource(service, kind)
            return re.sub(r"\$\{(\w+)\}",
                          lambda part: "aws" if part[1] == "Partition" else part[1], template)

        return roots.EXPRESSION.sub(made, resource)

    def _principals(self, statement: Statement) -> Iterator[str]:
        if not statement.allows or not any(value == "*" for _, value in statement.principals):
            return
        if _says_one_of(statement, OWNERS) or self._explains(statement, "principal", "*"):
            return
        yield "allows everybody; name the principals, or whose they are in a condition"

    def _accounts(self, statement: Statement) -> Iterator[str]:
        for kind, value in statement.principals if statement.allows else ():
            account = re.search(r"(?<!\d)\d{12}(?!\d)", value)
            if kind == "AWS" and account and account[0] != statement.document.root.account:
                yield f"allows {value}, which is of another account"

    def _services(self, statement: Statement) -> Iterator[str]:
        if not statement.allows or _says_one_of(statement, SOURCES):
            return
        for kind, name in statement.principals:
            if kind == "Service" and not self._explains(statement, "service", name):
                yield (f"{name} may act for anybody; say for whom in a condition on aws:SourceArn"
                       " and aws:SourceAccount")

    def _keys(self, statement: Statement) -> Iterator[str]:
        """A permission whose condition asks for what a request never carries is none."""
        names = {pattern: self._named(pattern) for pattern in statement.actions if pattern != "*"}
        for condition in statement.conditions:
            if _is_claim(statement, condition):
                continue
            deaf = [pattern for pattern, found in names.items()
                    if not any(self._database.knows_key(name, condition.key) for name in found)]
            if statement.allows and condition.is_strict:
                for pattern in deaf:
                    yield (f"{pattern} knows no condition key {condition.key}, so its statement"
                           " never holds")
            elif names and len(deaf) == len(names):
                yield f"no action of its statement knows the condition key {condition.key}"

    def _values(self, statement: Statement) -> Iterator[str]:
        if not statement.allows:
            return
        for condition in statement.conditions:
            for value in filter(patterns.is_wild, condition.values):
                if condition.key in WHOLE:
                    yield f"{condition.key} is compared with {value}; write the whole value"
                is_subject = _is_claim(statement, condition) and condition.key.endswith(":sub")
                if is_subject and not self._explains(statement, "subject", value):
                    yield f"may be taken by {value}; write the whole subject"


def _says_one_of(statement: Statement, keys: set[str]) -> bool:
    return any(condition.key in keys and condition.is_strict
               and not any(value.strip("*") == "" for value in condition.values)
               for condition in statement.conditions)


def _is_claim(statement: Statement, condition: Condition) -> bool:
    """Whether the key is a claim of the tokens of an identity provider that is trusted here."""
    federated = any(kind == "Federated" for kind, _ in statement.principals)
    return federated and condition.key.rpartition(":")[2] in CLAIMS
